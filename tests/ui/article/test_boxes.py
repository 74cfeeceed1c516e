from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from annotations.spans import Span, Status
from tests.ui.article.article_views import shown, span
from ui.article.article_view import ArticleView
from ui.article.measures import Badges

TEXT = "The University of Cambridge-based European Central Bank met Dr Jane O'Neill in New York. " * 4
NAMES = [
    "University of Cambridge",
    "Cambridge",
    "European Central Bank",
    "Bank met",
    "Jane O'Neill",
    "New York",
]


def dense() -> list[Span]:
    spans = []
    for start in range(0, len(TEXT), len(TEXT) // 4):
        for n, name in enumerate(NAMES):
            at = TEXT.index(name, start)
            status = Status.SUGGESTED if n % 2 else Status.CONFIRMED
            spans.append(Span(f"{at}{name}", at, at + len(name), "ORGANISATION", status))
    return spans


def badges(view: ArticleView, index: int = 0) -> list[QRectF]:
    chunk = view.article.chunk(index)
    found = (box.badge_rect(chunk.lines[box.line], view.article.measures.badge_height) for box in chunk.boxes)
    return [rect for rect in found if not rect.isNull()]


@pytest.mark.parametrize("place", ["inline", "above"])
@pytest.mark.parametrize("width", [260, 480, 900])
def test_badges_overlap_neither_text_nor_each_other_nor_the_edge(
    qtbot: QtBot, place: Badges, width: int
) -> None:
    view = shown(qtbot, TEXT, dense(), width=width)
    view.appearance.choose(badges=place)
    chunk, rects = view.article.chunk(0), badges(view)
    assert len(rects) == len(dense())
    words = [strip for start, end in view.article.tokens.of_chunk(0) for strip in chunk.strips(start, end)]
    assert not any(rect.adjusted(1, 1, -1, -1).intersects(word) for rect in rects for word in words)
    assert not any(one.adjusted(1, 1, -1, -1).intersects(other) for one, other in combinations(rects, 2))
    assert max(rect.right() for rect in rects) <= view.article.width + 1


def test_two_spans_that_end_together_both_show_their_badges(qtbot: QtBot) -> None:
    text = "in New York today"
    view = shown(qtbot, text, [span(text, "New York", "GPE"), span(text, "York", "ORG")])
    one, other = sorted(badges(view), key=QRectF.left)
    assert one.right() <= other.left()


def test_a_span_over_a_paragraph_break_is_drawn_twice_and_has_one_badge(qtbot: QtBot) -> None:
    text = "Bank of\r\n\r\nEngland said"
    view = shown(qtbot, text, [Span("s", 0, text.index(" said"), "ORG")])
    assert [len(view.article.chunk(index).boxes) for index in range(3)] == [1, 0, 1]
    assert [len(badges(view, index)) for index in range(3)] == [0, 0, 1]


def test_outer_white_space_of_a_span_takes_no_badge_to_another_paragraph(qtbot: QtBot) -> None:
    view = shown(qtbot, "Bank\n\nEngland", [Span("s", 0, 6, "ORG")])
    assert [len(badges(view, index)) for index in range(3)] == [1, 0, 0]


def test_an_inner_box_lies_within_the_outer_one(qtbot: QtBot) -> None:
    text = "in New York City today"
    view = shown(qtbot, text, [span(text, "New York City", "GPE"), span(text, "New York", "ORG")])
    chunk = view.article.chunk(0)
    inner, outer = (box.rect(chunk.lines[0]) for box in chunk.boxes)
    assert outer.contains(inner)


def test_lines_in_text_of_mixed_direction_show_badges_above(qtbot: QtBot) -> None:
    text = "The mayor of תל אביב said"
    view = shown(qtbot, text, [span(text, "תל אביב", "GPE")])
    assert badges(view)[0].bottom() <= view.article.chunk(0).lines[0].top + 1


def test_right_to_left_paragraphs_stand_at_the_right(qtbot: QtBot) -> None:
    view = shown(qtbot, "שלום לכולם")
    assert view.article.chunk(0).strips(0, 4)[0].right() > view.article.width - 5


def test_a_thousand_spans_in_one_place_are_drawn(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta gamma", [Span(str(n), 0, 10, "ORG") for n in range(1000)])
    assert not view.grab().isNull()
    assert max(box.right for box in view.article.chunk(0).boxes) <= view.article.width
