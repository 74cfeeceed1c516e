from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from annotations.spans import Span
from annotations.text.graphemes import grapheme_step
from ui.article.chunk_layout import ChunkLayout
from ui.article.measures import Badges, Measures
from ui.article.pieces import pieces
from ui.look.fonts import load

LATIN = ["a", "W ", " ", "i", "\u00a0", "😀", "👩\u200d👩\u200d👧", "e\u0301", "東", "-", ".", "\0"]
HEBREW = ["ש", "ל", "ום", " ", "ת"]
MIXED = [*HEBREW, "  ", "abc ", "i", "7", "سلام", "לֹ", "\t", "\u00ad", "\u200f", "😀"]
WORDS = st.one_of(
    st.lists(st.sampled_from(LATIN), min_size=1, max_size=60),
    st.lists(st.sampled_from(HEBREW), min_size=1),
    st.lists(st.sampled_from(MIXED), min_size=1, max_size=60),
)
HANGING = {  # lines of 300 pixels with more blanks at the end than find room
    "hebrew": "ש" * 35 + "  ",
    "hebrew wrapped": "ש" * 34 + "    " + "ש" * 2,
    "hebrew ends in latin": "ש" * 20 + " abcdefg     " + "ש" * 9,
    "latin ends in hebrew": "ab " + "ש" * 33 + "     ש",
    "a tab at the end": "ש" * 34 + "\t" + "ש" * 3,
}
BOUNDS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=5)


def measured(badges: Badges, family: str = "DejaVu Sans") -> Measures:
    return Measures(QFont(family, 9), spacing=1.5, badges=badges, page=QPalette())


def laid(text: str, bounds: list[tuple[int, int]], badges: Badges = "inline") -> ChunkLayout:
    spans = [
        Span(str(n), start, min(len(text), start + length), "ORG") for n, (start, length) in enumerate(bounds)
    ]
    inside = [span for span in spans if span.start < span.end]
    return ChunkLayout(text, pieces(text, inside, 0, len(text)), (), measured(badges), 300.0)


@pytest.mark.usefixtures("qapp")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=WORDS, bounds=BOUNDS)
@example(words=["ש"] * 35 + [" "] * 2, bounds=[])
@example(words=["ab ", *["ש"] * 33, "     ", "ש"], bounds=[])
def test_what_is_drawn_at_a_place_is_found_there(words: list[str], bounds: list[tuple[int, int]]) -> None:
    text = "".join(words)
    chunk, start = laid(text, bounds), 0
    while start < len(text):
        end = grapheme_step(text, start, 1)
        strips = chunk.strips(start, end)
        if strips and strips[0].width() > 3.0:
            assert chunk.offset_at(strips[0].center().x(), strips[0].center().y()) == start
        start = end


@pytest.mark.usefixtures("qapp")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=WORDS, bounds=BOUNDS, badges=st.sampled_from(["inline", "above"]))
def test_boxes_cover_their_text_and_stay_in_the_chunk(
    words: list[str], bounds: list[tuple[int, int]], badges: Badges
) -> None:
    chunk = laid("".join(words), bounds, badges)
    for box in chunk.boxes:
        rect = box.rect(chunk.lines[box.line])
        assert rect.top() >= 0
        assert rect.bottom() <= chunk.height
        badge = box.badge_rect(chunk.lines[box.line], measured(badges).badge_height)
        assert badge.isNull() or badge.top() >= 0


@pytest.mark.parametrize("text", HANGING.values(), ids=HANGING)
def test_blanks_without_room_do_not_shift_the_caret(qapp: QApplication, text: str) -> None:
    chunk = laid(text, [])
    for i in range(1, len(text)):
        strips, pair = chunk.strips(i, i + 1), text[i - 1 : i + 1]
        if pair == "שש" and chunk.flow.line_of(i) == chunk.flow.line_of(i - 1):
            assert chunk.caret(i).left() == pytest.approx(strips[0].right())
        if pair.isascii() and pair.isalpha():
            assert chunk.caret(i).left() == pytest.approx(strips[0].left())


@pytest.mark.parametrize("text", HANGING.values(), ids=HANGING)
def test_the_caret_goes_where_the_mouse_finds_the_bound(qapp: QApplication, text: str) -> None:
    chunk = laid(text, [])
    for i in range(1, len(text)):
        strips = chunk.strips(i, i + 1)
        if text[i - 1 : i + 1] == "שש":
            at = strips[0]
            assert chunk.offset_at(at.right() - 1.0, at.center().y(), between=True) == i
            assert chunk.offset_at(at.left() + 1.0, at.center().y()) == i


def test_each_letter_of_a_ligature_has_its_share(qapp: QApplication) -> None:
    chunk = laid("لا", [])
    alef, lam = chunk.strips(1, 2)[0], chunk.strips(0, 1)[0]
    assert (alef.right(), alef.width()) == pytest.approx((lam.left(), lam.width()))


def test_a_caret_beyond_the_room_stays_in_the_line(qapp: QApplication) -> None:
    chunk = laid("ש" * 35 + "  ", [])
    assert [chunk.caret(i).left() for i in (0, 35, 37)] == pytest.approx(
        [300.0, chunk.strips(34, 35)[0].left(), 0.0]
    )


def test_a_click_never_falls_inside_a_cluster_whose_parts_stand_side_by_side(qapp: QApplication) -> None:
    family = "👩\u200d👩\u200d👧"
    load()
    chunk = ChunkLayout(family, pieces(family, [], 0, len(family)), (), measured("inline", "Inter"), 300.0)
    right = chunk.caret(len(family)).left()
    assert {chunk.offset_at(right * n / 20, 5.0) for n in range(20)} == {0}


def test_a_line_separator_breaks_the_line_inside_the_paragraph(qapp: QApplication) -> None:
    chunk = laid("one\u2028two", [])
    assert [chunk.flow.bounds_of(index) for index in range(len(chunk.lines))] == [(0, 4), (4, 7)]


def test_a_span_in_the_middle_of_a_cluster_is_drawn_round_the_whole(qapp: QApplication) -> None:
    chunk = laid("xe\u0301y", [(1, 1)])
    assert len(chunk.boxes) == 1
    assert chunk.boxes[0].right - chunk.boxes[0].left > chunk.strips(1, 3)[0].width()


@pytest.mark.parametrize("text", [*HANGING.values(), "ש", "abc ש", "one " * 40])
def test_the_last_place_in_a_line_is_before_the_next(qapp: QApplication, text: str) -> None:
    flow = laid(text, []).flow
    bounds = [flow.bounds_of(index)[1] for index in range(len(flow.lines))]
    assert [flow.last_in(index) for index in range(len(flow.lines))] == [
        *(end - 1 for end in bounds[:-1]),
        len(text),
    ]
