"""What window tests do and look at: press keys as a keyboard does, and read what was stored."""

from __future__ import annotations

import json
import re
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import main
from annotations.spans import Span, Status
from models.project import Project
from tests.templates import copied
from ui.main_window import MainWindow

SCHEMA = """
name: Window
pipeline: none
labels:
  PERSON: {key: "1", hue: 210, guideline: "People."}
  ORG: {key: "3", hue: 25}
  GPE: {key: o, hue: 145}
  NOTE: {hue: 90}
"""
FIRST = "Maria Ruiz of the Navy left Oslo on Tuesday.\nThe Navy said Ruiz will return."
SECOND = "Oslo waits."


def suggested(text: str, quote: str, label: str, score: float = 0.5) -> dict[str, Any]:
    start = text.index(quote)
    return {"start": start, "end": start + len(quote), "label": label, "score": score}


ARTICLES = [
    {
        "id": "first",
        "title": "First",
        "text": FIRST,
        "spans": [
            suggested(FIRST, "Maria Ruiz", "PERSON", 0.9),
            suggested(FIRST, "Navy", "ORG", 0.8),
            suggested(FIRST, "Oslo", "GPE", 0.4),
        ],
    },
    {"id": "second", "title": "Second", "text": SECOND, "spans": [suggested(SECOND, "Oslo", "GPE")]},
]
AnyWindow = TypeVar("AnyWindow", bound=QWidget)
KEYS: set[str] = set()  # every key that a test presses as a row of the tables


def by_key(cases: dict[str, Any] | list[str]) -> pytest.MarkDecorator:
    """Runs the test once a key, as `key` (and `expected`), and keeps that the key has a test."""
    KEYS.update(cases)
    if isinstance(cases, dict):
        return pytest.mark.parametrize(("key", "expected"), list(cases.items()))
    return pytest.mark.parametrize("key", cases)


def run(*words: object) -> int:
    """Runs the program; pytest-qt's hook stays, so that an error in a slot still fails the test."""
    hook, in_threads = sys.excepthook, threading.excepthook
    try:
        return main.main([*map(str, words)])
    finally:
        sys.excepthook, threading.excepthook = hook, in_threads


def project_with(
    folder: Path, schema: str, records: Sequence[dict[str, Any]], *words: str, suggest: bool = False
) -> Path:
    """Make a project in the folder with those records, imported with those words, and return where it is.

    Where the records' spans are suggestions, `suggest` says that no pipeline has anything left to look for.
    """
    lines = "".join(json.dumps(record) + "\n" for record in records)
    return copied(folder, _make, schema, lines, words, suggest) / "project"


def _make(folder: Path, schema: str, lines: str, words: tuple[str, ...], suggest: bool) -> None:
    project = folder / "project"
    (folder / "schema.yaml").write_text(schema, "utf-8")
    (folder / "articles.jsonl").write_text(lines, "utf-8")
    assert run("new", project, "--schema", folder / "schema.yaml") == 0
    assert run("import", project, folder / "articles.jsonl", *words) == 0
    assert not suggest or run("suggest", project) == 0


def become_active(qtbot: QtBot, window: AnyWindow) -> AnyWindow:
    """Waits until the window has the keyboard, and gives it."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def become_shown(qtbot: QtBot, window: AnyWindow) -> AnyWindow:
    """Waits until the window, or a dialog that it has opened over itself, has the keyboard; gives the window."""
    window.activateWindow()
    qtbot.waitUntil(lambda: window in ((at := QApplication.activeWindow()), at and at.parent()))
    return window


def active(qtbot: QtBot, kind: type[AnyWindow]) -> AnyWindow:
    """The dialog of that kind, once it has the keyboard."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
    found = QApplication.activeWindow()
    assert isinstance(found, kind)
    return found


def tab_to(dialog: QWidget, widget: QWidget) -> None:
    """Presses Tab until the widget has the keyboard; it must be on the way."""
    for _ in range(60):
        if widget.hasFocus():
            return
        press(dialog, "Tab")
    raise AssertionError(f"Tab never comes to {widget}.")


def press(window: QWidget, *keys: str) -> None:
    """Presses the keys one after the other where the keyboard is; "Num+1" is on the keypad."""
    for key in keys:
        pressed = QKeySequence(key.removeprefix("Num+"))[0]
        code, modifiers = pressed.key(), pressed.keyboardModifiers()
        if key.startswith("Num+"):
            modifiers |= Qt.KeyboardModifier.KeypadModifier
        if (code, modifiers) == (Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier):
            code = Qt.Key.Key_Backtab  # what keyboards send
        QTest.keyClick(QApplication.focusWidget() or window, code, modifiers)


def hold(window: QWidget, key: str, *, times: int = 12, pressed_before: bool = False) -> None:
    """Presses the key, unless it was, and holds it: it comes that often again, wherever the keyboard is then."""
    if not pressed_before:
        press(window, key)
    pressed = QKeySequence(key)[0]
    code = pressed.key()
    text = QTest.keyToAscii(code) if code < Qt.Key.Key_Escape or key in ("Return", "Enter") else ""
    for _ in range(times):
        there = QApplication.activePopupWidget() or QApplication.focusWidget() or window
        QTest.simulateEvent(there, True, code, pressed.keyboardModifiers(), text, True)


def point(window: MainWindow, quote: str) -> None:
    """Puts the caret at the quote's start, as a click would."""
    window.view.set_caret(window.view.text.index(quote))


def here(window: MainWindow) -> str:
    """The id of the article that is open."""
    return window.session.article.id if window.session.article else ""


def focused(window: MainWindow) -> str:
    """The text of the span in focus."""
    span = window.view.spans.get(window.view.focus_id or "")
    return window.view.text[span.start : span.end] if span else ""


def selected(window: MainWindow) -> str:
    return window.view.text[slice(*window.view.selection)] if window.view.selection else ""


def stored(
    folder: Path, article: str = "first", *, annotator: str = "anna", status: Status = Status.CONFIRMED
) -> list[tuple[str, str]]:
    """Quote and label of the spans of that status, as the database has them, in text order."""
    project = Project(folder)
    try:
        spans = project.annotation_set(article, annotator).spans.values()
        text = project.article(article).text
    finally:
        project.close()
    wanted = sorted((span for span in spans if span.status is status), key=place)
    return [(text[span.start : span.end], span.label) for span in wanted]


def rejected(folder: Path, article: str = "first") -> list[tuple[str, str]]:
    return stored(folder, article, status=Status.REJECTED)


def shown(window: MainWindow) -> list[tuple[str, str, str]]:
    """Quote, label and status of the spans that the article shows, in text order."""
    text = window.view.text
    spans = sorted(window.view.spans.values(), key=place)
    return [(text[span.start : span.end], span.label, span.status.value) for span in spans]


def state(folder: Path, article: str = "first", annotator: str = "anna") -> str:
    """The set's state, with a star when it was changed after it was done."""
    project = Project(folder)
    try:
        progress = project.annotation_set(article, annotator).progress
    finally:
        project.close()
    return progress.state.value + ("*" if progress.changed else "")


def place(span: Span) -> tuple[int, int]:
    return (span.start, -span.end)


def said(window: MainWindow) -> str:
    """The notice in the status line."""
    return window.status.noticed.text()


def row(window: MainWindow, number: int) -> list[str]:
    """What a row of the article list shows."""
    model = window.work.list.model()
    return [model.index(number, column).data() for column in range(model.columnCount())]


def is_sentence(text: str) -> bool:
    return re.fullmatch(r"[A-Z“].*[.]", text, re.DOTALL) is not None
