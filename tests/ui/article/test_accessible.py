from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from annotations.spans import Span
from tests.ui.article.article_views import shown
from ui.article import accessible
from ui.article.article_view import ArticleView

TEXT = "A😀 Ann Lee"


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    accessible.install()
    return shown(qtbot, TEXT, [Span("s", 3, 10, "PERSON")])


def reader(view: ArticleView) -> accessible.ArticleText:
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    assert isinstance(text, accessible.ArticleText)
    return text


def test_the_article_has_a_name_and_a_role(view: ArticleView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Article"
    assert interface.role() == QAccessible.Role.EditableText
    assert interface.state().readOnly


def test_a_reader_counts_in_utf16(view: ArticleView) -> None:
    assert reader(view).characterCount() == 11
    assert reader(view).text(1, 3) == "😀"
    assert reader(view).text(4, 11) == "Ann Lee"


def test_caret_and_selection_are_told_and_set(view: ArticleView) -> None:
    text = reader(view)
    text.setCursorPosition(4)
    assert (view.caret, text.cursorPosition()) == (3, 4)
    text.setSelection(0, 4, 7)
    assert (view.selection, text.selection(0)) == ((3, 6), (4, 7))
    text.removeSelection(0)
    assert (view.selection, text.selectionCount()) == (None, 0)


def test_qt_is_told_of_no_selection_since_it_cannot_ask_where_it_is(view: ArticleView) -> None:
    reader(view).setSelection(0, 4, 7)
    assert reader(view).selectionCount() == 0


@pytest.mark.parametrize(
    "lacking", ["attributes", "selection", "tableCell", "value", "editableText"], ids=str.lower
)
def test_an_interface_that_the_article_lacks_can_be_asked_for(view: ArticleView, lacking: str) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert getattr(interface, f"{lacking}Interface")() is None
    assert interface.actionInterface().actionNames() == ["SetFocus"]


def test_a_span_is_told_as_attributes(view: ArticleView) -> None:
    assert reader(view).attributes(5) == ("label:PERSON;status:confirmed;", 4, 11)
    assert reader(view).attributes(0) == ("", 0, 1)


def test_places_lead_back_to_offsets(view: ArticleView) -> None:
    rect = reader(view).characterRect(5)
    assert reader(view).offsetAtPoint(rect.center()) == 5
    assert reader(view).offsetAtPoint(rect.center() * -50) == -1
