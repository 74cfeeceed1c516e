"""The blank room that the lines of a fact leave at the article's ends, once the fact has no focus any more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.facts.test_fact_chips import shown
from ui.article.article_view import ArticleView
from ui.facts.fact_chips import FactMark
from ui.facts.fact_marks import FactMarks
from ui.facts.fact_painter import Shown

TEXT = "Orland struck Selby in the early morning of Tuesday and went away.\n" * 12
MOVES: dict[str, Callable[[ArticleView], object]] = {
    "caret": lambda view: view.set_caret(3),
    "selection": lambda view: view.set_selection(0, 6),
    "scroll": lambda view: view.scrolling.step(1),
}


@pytest.fixture
def left(qtbot: QtBot) -> ArticleView:
    """The article after a fact in its second line was left, with a band above it."""
    view = shown(qtbot, TEXT, width=420, height=200)
    marks, start = FactMarks(view), TEXT.index("struck")
    above = FactMark(start, start + 6, "ATTACK", is_trigger=True)
    second = FactMark(TEXT.index("struck", 80), TEXT.index("struck", 80) + 6, "ATTACK", is_trigger=True)
    for one in (above, second):
        marks.show(Shown([one]))
        view.grab()
    marks.show(Shown())
    assert view.scrolling.y < 0
    qtbot.wait(1)
    return view


@pytest.mark.parametrize("move", MOVES)
def test_the_next_move_takes_the_band_away(left: ArticleView, move: str) -> None:
    assert left.scrolling.y < 0
    MOVES[move](left)
    assert (left.scrolling.y >= 0, left.verticalScrollBar().minimum()) == (True, 0)
