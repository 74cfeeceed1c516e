"""Projects with lists, their dialog, and what is in their files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotations.suggest.pattern_lines import FILE
from tests.ui.windows import active
from ui.lists.lists_dialog import ListsDialog
from ui.main_window import MainWindow

OSLO, BERGEN = '{"label": "GPE", "pattern": "Oslo"}', '{"label": "GPE", "pattern": "Bergen"}'
BROKEN = "no pattern"
GREEDY = '{"label": "ORG", "pattern": [{"IS_ALPHA": true}]}'


def put(folder: Path, *lines: str) -> None:
    (folder / FILE).write_text("".join(f"{line}\n" for line in lines), "utf-8")


def listed(folder: Path) -> list[str]:
    """The lines of the file."""
    return (folder / FILE).read_text("utf-8").splitlines()


def line(label: str, words: str) -> str:
    return json.dumps({"label": label, "pattern": words})


def opened(window: MainWindow, qtbot: QtBot) -> ListsDialog:
    window.verbs["lists"].trigger()
    return active(qtbot, ListsDialog)


def shown(dialog: ListsDialog) -> Sequence[tuple[int, str, str]]:
    """Line, label and words of the rows."""
    return [(row.line, row.label, row.words) for row in dialog.rows.rows]


def typed(dialog: ListsDialog, words: str, label: str = "") -> None:
    """Types the words into the form, with that label, and presses Enter."""
    dialog.form.words.setFocus()
    dialog.form.words.selectAll()
    QTest.keyClicks(dialog.form.words, words)
    if label:
        dialog.form.choose(label)
    QTest.keyClick(dialog.form.words, Qt.Key.Key_Return)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
