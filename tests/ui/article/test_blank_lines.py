"""Blank lines between paragraphs: as high as the gap where there is none, and lines for caret and mouse as any."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from tests.ui.article.article_views import shown
from ui.article.article_layout import ArticleLayout

APART = "alpha\n\nbeta"
BLANK = APART.index("\n\n") + 1


def drop(article: ArticleLayout, text: str) -> float:
    """How far the second paragraph's line lies below the first's."""
    return article.caret(text.index("beta")).top() - article.caret(0).top()


def test_a_blank_line_parts_two_paragraphs_no_further_than_none(qtbot: QtBot) -> None:
    texts = (APART, "alpha\nbeta")
    apart, near = (drop(shown(qtbot, text).article, text) for text in texts)
    assert apart == near


def test_more_blank_lines_part_them_further(qtbot: QtBot) -> None:
    view, text = shown(qtbot, APART), "alpha\n\n\nbeta"
    more = drop(shown(qtbot, text).article, text) - drop(view.article, APART)
    assert more == view.article.measures.paragraph_gap


def test_the_estimate_of_a_blank_line_is_its_height(qtbot: QtBot) -> None:
    article = shown(qtbot, APART).article
    blank = article.chunk(article.index_of(BLANK))
    assert article.measures.estimate(0, 0, article.width) == blank.height


@pytest.mark.parametrize("step", [1, -1])
def test_the_caret_stops_in_a_blank_line_within_its_height(qtbot: QtBot, step: int) -> None:
    view = shown(qtbot, APART)
    view.set_caret(0 if step > 0 else len(APART))
    view.move_caret("line", step)
    caret, index = view.article.caret(view.caret), view.article.index_of(BLANK)
    assert view.caret == BLANK
    assert view.article.top(index) <= caret.top()
    assert caret.bottom() <= view.article.bottom(index)


def test_what_is_pointed_at_in_a_blank_line_is_its_place(qtbot: QtBot) -> None:
    article = shown(qtbot, APART).article
    assert article.offset_at(QPointF(40.0, article.caret(BLANK).center().y())) == BLANK
