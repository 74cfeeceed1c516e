"""What tests of the view Schema share: the page, an entry taken in hand, fields filled by keys, questions answered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from annotations.schema import reader as schema_reader
from annotations.schema.types import Schema
from tests.ui.article.article_views import LEFT
from tests.ui.windows import active, become_active, press
from ui.main_window import MainWindow
from ui.schema.label_delegate import KEY, NAME
from ui.schema.schema_page import SchemaPage


def opened(window: MainWindow) -> SchemaPage:
    """The page of the view Schema, opened by its row in the menu unless it is shown."""
    if window.pages.here != "schema":
        window.verbs["schema"].trigger()
    page = window.pages.currentWidget()
    assert isinstance(page, SchemaPage)
    return page


def written(folder: Path) -> Schema:
    return schema_reader.read(folder / "project.yaml")


def take(page: SchemaPage, name: str) -> None:
    """Clicks on the row."""
    rows = page.pane.list
    index = rows.model().index(rows.names().index(name), 0)
    rows.scrollTo(index)
    click(rows.viewport(), rows.visualRect(index).center())
    assert page.in_hand == name


def turn(page: SchemaPage, part: str) -> None:
    """Clicks on the segment of labels or fact types."""
    (segment,) = (one for one in page.pane.parts.segments if one.value == part)
    click(segment)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, LEFT, pos=at or widget.rect().center())


def write(field, text: str, *keys: str) -> None:
    """Types the text in place of what the field has, then the keys."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    press(field, *keys)


def answer(qtbot: QtBot, button: QMessageBox.StandardButton = QMessageBox.StandardButton.Yes) -> str:
    """Answers the question that is asked; gives its words."""
    box = active(qtbot, QMessageBox)
    words, window = box.text(), box.parentWidget().window()
    click(box.button(button))
    become_active(qtbot, window)
    return words


def recast(qtbot: QtBot, page: SchemaPage, old: str, new: str, *, merging: bool = False) -> str:
    """Renames or merges through the form; the question that was answered with Yes."""
    take(page, old)
    if merging:
        page.form.merge.into.setCurrentText(new)
        click(page.form.merge.merge)
    else:
        write(page.form.name, new, "Return")
    return answer(qtbot)


def in_article(window: MainWindow, *keys: str) -> None:
    """Presses the keys in the article, which Esc leads to."""
    press(window, "Esc")
    assert window.pages.here == "annotate"
    press(window, *keys)


def palette(window: MainWindow) -> list[tuple[str, str]]:
    labels = window.work.labels.list
    return [(labels.item(n).data(NAME), labels.item(n).data(KEY)) for n in range(labels.count())]
