"""The chips of a fact: none covers another, nothing is wrapped anew, the trigger's line stays."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from annotations.spans import Span
from annotations.text.tokens import tokens
from tests.ui.article.article_views import shown
from ui.article.article_view import ArticleView
from ui.facts.fact_chips import ChipFont, FactChip, FactMark, chips_in, room, spread
from ui.facts.fact_marks import FactMarks
from ui.facts.fact_painter import Shown
from ui.project.files import SAMPLES

TEXTS = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))[:4]]
TEXTS += ["نزل محمد علي في القاهرة اليوم مع John Smith وقال انه سعيد جدا\r\nOne two three.", "word " * 3_000]
ROLES = ("actor", "target", "place", "time", "source", "instrument of the attack")


def marks_in(text: str, seed: int) -> list[FactMark]:
    """A trigger and fillers near it, some over two lines, some of the same words, some over others."""
    chance, words = random.Random(seed), tokens(text)
    first = chance.randrange(max(1, len(words) - 30))
    near = words[first : first + 30]
    made = [FactMark(*chance.choice(near), "ATTACK", is_trigger=True)]
    for name in (*ROLES, *ROLES[:2]):
        begin = chance.randrange(len(near))
        end = min(len(near) - 1, begin + chance.choice((0, 0, 1, 6)))
        made.append(FactMark(near[begin][0], near[end][1], name))
    return made


def spans_in(text: str) -> list[Span]:
    return [Span(str(n), start, end, "ORG") for n, (start, end) in enumerate(tokens(text)[::9])]


def chips(view: ArticleView, marks: list[FactMark]) -> dict[tuple[int, int], list[tuple[FactChip, QRectF]]]:
    """The chips by the visual line that carries them: chunk, line."""
    article, found = view.article, {}
    font = ChipFont(article.measures)
    for index in {article.index_of(mark.start) for mark in marks}:
        chunk = article.chunk(index)
        for chip in chips_in(chunk, article.start(index), marks, font, article.width):
            rect = chip.rect(chunk.lines[chip.line], font.unit)
            found.setdefault((index, chip.line), []).append((chip, rect))
    return found


def breaks(view: ArticleView, marks: list[FactMark]) -> list[list[tuple[int, int]]]:
    """Where the lines of the chunks with a mark begin and end."""
    indexes = sorted({view.article.index_of(mark.start) for mark in marks})
    return [[(line.start, line.end) for line in view.article.chunk(index).lines] for index in indexes]


def on_screen(view: ArticleView, i: int) -> tuple[float, float]:
    """Where a caret before code point `i` stands in the viewport."""
    place = view.article.caret(i)
    return place.left(), round(place.top() - view.scrolling.y, 6)


@given(
    st.lists(st.tuples(st.floats(-5, 300), st.floats(5, 60)), min_size=1, max_size=5),
)
def test_plates_that_find_room_are_apart_and_inside(wishes: list[tuple[float, float]]) -> None:
    wishes.sort()
    most = max(300.0, sum(width + 4.0 for _, width in wishes))
    lefts = spread(wishes, 0.0, most, 4.0)
    ends = [left + width for left, (_, width) in zip(lefts, wishes, strict=True)]
    assert all(end + 4.0 <= left + 1e-6 for end, left in zip(ends, lefts[1:], strict=False))
    assert (lefts[0] >= -1e-6, ends[-1] <= most + 1e-6) == (True, True)


def test_a_plate_with_room_stays_below_its_words() -> None:
    assert spread([(10.0, 20.0), (50.0, 20.0)], 0.0, 100.0, 4.0) == [10.0, 50.0]


@pytest.mark.parametrize("width", [230, 420, 900])
@pytest.mark.parametrize("text", range(len(TEXTS)))
def test_no_chip_covers_another_or_leaves_its_room(qtbot: QtBot, text: int, width: int) -> None:
    view = shown(qtbot, TEXTS[text], spans_in(TEXTS[text]), width=width)
    for seed in range(6):
        marks = marks_in(TEXTS[text], seed)
        FactMarks(view).show(Shown(marks))
        for (index, n), beside in chips(view, marks).items():
            line = view.article.chunk(index).lines[n]
            rects = [rect for _, rect in beside]
            assert not any(one.intersects(other) for one, other in combinations(rects, 2))
            assert min(rect.left() for rect in rects) >= -2.0
            assert max(rect.right() for rect in rects) <= view.article.width + 2.0
            assert max(rect.bottom() for rect in rects) <= line.bottom + line.under + line.rise + 3.0


@pytest.mark.parametrize("width", [230, 420, 900])
@pytest.mark.parametrize("text", range(len(TEXTS)))
def test_nothing_is_wrapped_anew_and_the_line_of_the_trigger_stays(
    qtbot: QtBot, text: int, width: int
) -> None:
    view = shown(qtbot, TEXTS[text], spans_in(TEXTS[text]), width=width)
    shows = FactMarks(view)
    for seed in range(6):
        marks = marks_in(TEXTS[text], seed)
        before = breaks(view, marks)
        view.reveal(marks[0].start)
        view.grab()
        at = on_screen(view, marks[0].start)
        shows.show(Shown(marks, dashed=seed % 2 == 0))
        view.grab()
        assert (breaks(view, marks), on_screen(view, marks[0].start)) == (before, at)
        shows.show(Shown())
        view.grab()
        assert (breaks(view, marks), on_screen(view, marks[0].start)) == (before, at)


def test_only_lines_that_carry_chips_get_room_and_they_give_it_back(qtbot: QtBot) -> None:
    text = "Orland struck Selby in the early morning of Tuesday and went away. " * 12
    view = shown(qtbot, text, width=420)
    tall, shows, start = view.article.height, FactMarks(view), text.index("struck")
    shows.show(Shown([FactMark(start, start + 6, "ATTACK", is_trigger=True)]))
    lines = view.article.chunk(0).lines
    assert [line.under for line in lines[:2]] == [room(view.article.measures.unit), 0.0]
    assert view.article.height == tall + lines[0].under
    shows.show(Shown())
    assert (view.article.height, lines[0].under) == (tall, 0.0)


def test_two_facts_one_after_the_other_leave_the_second_triggers_line_at_the_top(qtbot: QtBot) -> None:
    text = "Orland struck Selby in the early morning of Tuesday and went away. " * 12
    view, starts = shown(qtbot, text, width=420, height=200), [text.index("struck"), text.rindex("struck")]
    shows, second = FactMarks(view), text.index("struck", 100)
    shows.show(Shown([FactMark(starts[0], starts[0] + 6, "ATTACK", is_trigger=True)]))
    view.grab()
    before = on_screen(view, second)
    shows.show(Shown([FactMark(second, second + 6, "ATTACK", is_trigger=True)]))
    view.grab()
    assert on_screen(view, second) == before


def test_roles_of_the_same_words_share_a_chip_and_the_trigger_has_its_own(qtbot: QtBot) -> None:
    view = shown(qtbot, "Orland struck Selby.")
    marks = [FactMark(0, 6, "actor"), FactMark(0, 6, "source"), FactMark(0, 6, "ATTACK", is_trigger=True)]
    [beside] = chips(view, marks).values()
    assert {(chip.name, chip.is_trigger) for chip, _ in beside} == {
        ("actor · source", False),
        ("ATTACK", True),
    }


def test_chips_that_find_no_room_in_a_row_stand_in_one_more(qtbot: QtBot) -> None:
    text = "a b c d e f"
    view = shown(qtbot, text, width=230)
    marks = [FactMark(at, at + 1, f"instrument {at}") for at in range(0, 11, 2)]
    [beside] = chips(view, marks).values()
    rows = [chip.row for chip, _ in beside]
    assert (rows == sorted(rows), rows[-1] > 0) == (True, True)
    assert all(one[1].top() <= other[1].top() for one, other in pairwise(beside))


def test_a_chip_begins_at_the_right_where_the_text_does(qtbot: QtBot) -> None:
    view = shown(qtbot, "نزل محمد علي في القاهرة اليوم", width=500)
    [[(chip, rect)]] = chips(view, [FactMark(0, 3, "ATTACK", is_trigger=True)]).values()
    assert abs(rect.right() - chip.words.right()) < 3.0


def test_lines_that_close_above_leave_no_more_than_two_lines_of_blank_at_the_top(qtbot: QtBot) -> None:
    text = "Orland struck Selby in the early morning of Tuesday and went away.\n" * 12
    view = shown(qtbot, text, width=420, height=200)
    shows, starts = FactMarks(view), [n for n in range(len(text)) if text.startswith("struck", n)]
    seen = []
    for start in starts[:6]:
        shows.show(Shown([FactMark(start, start + 6, "ATTACK", is_trigger=True)]))
        view.grab()
        seen.append(view.scrolling.y)
    assert seen[:2] == [0, -room(view.article.measures.unit)]
    assert min(seen) >= -2 * (view.article.measures.line_height + view.article.measures.leading) - 1
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.scrolling.refresh()
    assert view.verticalScrollBar().minimum() == 0
