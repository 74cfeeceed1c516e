"""Titles, metadata, labels, names and comments with markup are shown letter by letter wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Guesses
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.windows import active, press, project_with
from ui import views
from ui.main_window import MainWindow
from ui.project.dialogs import ArticleInfo

MARKUP = '<b>BOLD</b><img src="file:///picture.png"><a href="http://example.org/">click</a>'
KEPT = '<p style="white-space: pre-wrap">'
SCHEMA = f"""
name: '{MARKUP}'
pipeline: none
labels:
  PERSON: {{key: "1", guideline: '{MARKUP}'}}
  '<i>ORG</i>': {{key: "3"}}
facts:
  '<i>ACT</i>': {{roles: {{'<i>who</i>': {{}}}}}}
topics:
  '<i>War</i>': {{key: "2", guideline: '{MARKUP}'}}
"""
TEXT = f"Ines {MARKUP} left Turin."


def record(id_: str) -> dict[str, object]:
    return {
        "id": id_,
        "title": f"{MARKUP} {id_}",
        "text": TEXT,
        "meta": {"source": MARKUP, MARKUP: MARKUP},
        "spans": [
            {"start": 0, "end": 4, "label": "<i>ORG</i>", "score": 0.5},
            {"start": 5, "end": 5 + len(MARKUP), "label": "PERSON", "score": 0.4},
        ],
        "facts": [
            {"id": "f", "type": "<i>ACT</i>", "trigger": [5, 5 + len(MARKUP)], "roles": [], "score": 0.5}
        ],
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_with(tmp_path, SCHEMA, [record("<u>one</u>"), record("two")], "--as", "suggestions")


def tips(widget: QWidget) -> Iterator[str]:
    """Every tip below the widget, of widgets and items; menus show none."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (each.toolTip(), each.statusTip(), each.whatsThis())
    for view in widget.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(min(model.rowCount(), 50) if model else 0):
            for column in range(5):
                yield model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or ""


def rich(widget: QWidget) -> list[str]:
    """What of it Qt would show as more than text."""
    labels = [label for label in widget.findChildren(QLabel) if Guesses.mightBeRichText(label.text())]
    found = [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText]
    html = [words for words in tips(widget) if Guesses.mightBeRichText(words)]
    return found + [words for words in html if "<" in words.removeprefix(KEPT).removesuffix("</p>")]


@pytest.mark.parametrize("name", [row.name for row in views.VIEWS])
def test_no_view_shows_more_than_text(window: MainWindow, name: str) -> None:
    press(window, "Tab", "Return", "C", "h", "Ctrl+Return", "Ctrl+PgDown")
    window.pages.open(name)
    QApplication.processEvents()
    assert rich(window) == []


@pytest.mark.parametrize("panel", ["facts", "comments", "history", "feedback", "doubt", "lint"])
def test_no_panel_shows_more_than_text(window: MainWindow, panel: str) -> None:
    press(window, "Tab", "Return", "C", "<", "Ctrl+Return", "Esc")
    window.work.panels.open(panel)
    QApplication.processEvents()
    assert rich(window) == []


def test_the_lists_tip_and_the_title_above_have_every_letter(window: MainWindow) -> None:
    index = window.work.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.DisplayRole).endswith(f"{MARKUP} <u>one</u>")
    assert "&lt;img src" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert window.windowTitle().startswith(MARKUP)


def test_removing_an_article_names_it_letter_by_letter(qtbot: QtBot, window: MainWindow) -> None:
    window.verbs["remove_article"].trigger()
    box = active(qtbot, QMessageBox)
    assert (MARKUP in box.text(), rich(box)) == (True, [])
    box.reject()


def test_what_is_known_of_an_article_is_shown_letter_by_letter(qtbot: QtBot, window: MainWindow) -> None:
    window.verbs["article_info"].trigger()
    box = active(qtbot, ArticleInfo)
    assert [label.text() for label in box.findChildren(QLabel)].count(MARKUP) == 3
    assert rich(box) == []
    box.reject()


def test_the_list_of_same_mentions_the_strip_and_the_question_show_text(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(window, "Tab", "Tab", "M")
    assert rich(window) == []
    press(window, "Esc", "F")
    assert rich(window) == []
    press(window, "Esc", "Esc", "Ctrl+Return")
    assert rich(QApplication.activeWindow() or window) == []


def test_a_title_that_turns_lines_does_not_turn_the_question_that_names_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    project = window.session.project
    with project.db.writing():
        project.db.run("UPDATE article SET title = ?", ("A\u202eb\u2066",))
    window.session.opened.reread_article()
    window.verbs["remove_article"].trigger()
    box = active(qtbot, QMessageBox)
    assert "A\\u202eb\\u2066" in box.text()
    assert not set(box.text() + window.work.heading.title.text()) & {"\u202e", "\u2066"}
    box.reject()
