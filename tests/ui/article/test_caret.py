from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from annotations.spans import Span
from tests.ui.article.article_views import shown
from ui.article.article_view import ArticleView
from ui.article.caret import bound_stepped
from ui.article.selection import Unit

TEXT = "alpha beta gamma, delta"


def moved(view: ArticleView, *steps: tuple[Unit, int, bool]) -> ArticleView:
    for unit, step, select in steps:
        view.move_caret(unit, step, select)
    return view


@pytest.mark.parametrize(
    ("caret", "steps", "expected"),
    [
        (0, [1], 6),
        (0, [1, 1, 1], 16),
        (8, [-1], 6),
        (6, [-1], 0),
        (0, [-1], 0),
        (18, [1], 18),
    ],
)
def test_the_caret_goes_by_token_starts(qtbot: QtBot, caret: int, steps: list[int], expected: int) -> None:
    view = shown(qtbot, TEXT)
    view.set_caret(caret)
    assert moved(view, *(("token", step, False) for step in steps)).caret == expected


@pytest.mark.parametrize(
    ("caret", "steps", "expected"),
    [
        (7, [1], (6, 10)),
        (7, [-1], (6, 10)),
        (7, [1, 1], (6, 16)),
        (7, [1, -1], (0, 10)),
        (7, [1, 1, -1], (6, 10)),
        (7, [-1, -1, 1], (6, 10)),
        (5, [1], (6, 10)),
        (5, [-1], (0, 5)),
    ],
)
def test_selecting_by_token_takes_the_carets_own_first(
    qtbot: QtBot, caret: int, steps: list[int], expected: tuple[int, int]
) -> None:
    view = shown(qtbot, TEXT)
    view.set_caret(caret)
    assert moved(view, *(("token", step, True) for step in steps)).selection == expected


def test_selecting_by_character_is_exact_and_by_cluster(qtbot: QtBot) -> None:
    view = shown(qtbot, "a👩‍👩‍👧b")
    view.set_caret(1)
    assert moved(view, ("character", 1, True)).selection == (1, 6)
    assert moved(view, ("character", 1, True)).selection == (1, 7)
    assert moved(view, ("character", -1, True), ("character", -1, True)).selection is None


def test_a_selection_by_token_is_trimmed_by_character(qtbot: QtBot) -> None:
    view = shown(qtbot, TEXT)
    view.set_caret(6)
    assert moved(view, ("token", 1, True), ("character", -1, True)).selection == (6, 9)


def test_lines_keep_to_the_column(qtbot: QtBot) -> None:
    view = shown(qtbot, "a long enough line\nx\nanother long line")
    view.set_caret(12)
    x = view.caret_rect(12).x()
    moved(view, ("line", 1, False), ("line", 1, False))
    assert abs(view.caret_rect(view.caret).x() - x) < 12
    assert moved(view, ("line", -1, False), ("line", -1, False)).caret in (11, 12)


def test_selecting_by_line_snaps_to_tokens(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta\nalpha delta")
    view.set_caret(7)
    assert moved(view, ("line", 1, True)).selection == (6, 22)


def test_rows_and_edges_are_the_ends_of_line_and_article(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta\ngamma delta")
    view.set_caret(13)
    assert moved(view, ("row", 1, False)).caret == 22
    assert moved(view, ("row", -1, False)).caret == 11
    assert moved(view, ("edge", -1, False)).caret == 0
    assert moved(view, ("edge", 1, False)).caret == 22


def test_pages_scroll_and_come_back(qtbot: QtBot) -> None:
    view = shown(qtbot, "\n".join(f"line {n}" for n in range(500)))
    moved(view, ("page", 1, False))
    assert view.caret > 50
    assert view.viewport().rect().contains(view.caret_rect(view.caret).topLeft())
    assert moved(view, ("page", -1, False)).caret == 0


def test_selecting_keeps_the_focus_and_moving_takes_it_along(qtbot: QtBot) -> None:
    view = shown(qtbot, TEXT, [Span("s", 6, 10, "ORG")])
    view.set_focus("s")
    assert moved(view, ("token", 1, True), ("token", 1, True)).focus_id == "s"
    assert view.selection == (6, 16)
    moved(view, ("token", -1, False), ("token", -1, False), ("token", -1, False))
    assert view.focus_id is None
    assert view.selection is None


def test_focusing_puts_the_caret_at_the_start_and_drops_the_selection(qtbot: QtBot) -> None:
    view = shown(qtbot, TEXT, [Span("s", 6, 10, "ORG")])
    view.set_selection(0, 5)
    view.set_focus("s")
    assert (view.caret, view.selection) == (6, None)
    view.set_focus(None)
    assert (view.caret, view.focus_id) == (6, None)


def test_an_empty_selection_is_none(qtbot: QtBot) -> None:
    view = shown(qtbot, TEXT)
    view.set_selection(3, 3)
    assert view.selection is None


@pytest.mark.parametrize("text", ["שלום עולם", "שלום abc", "abc שלום"])
def test_the_keys_for_both_ends_of_a_line_know_its_direction(qtbot: QtBot, text: str) -> None:
    view = shown(qtbot, text)
    view.set_caret(2)
    assert moved(view, ("row", 1, False)).caret == len(text)
    assert moved(view, ("row", -1, False)).caret == 0


ARABIC = "وصل الوفد إلى القاهرة"


@pytest.mark.parametrize(
    ("caret", "steps", "expected"), [(0, [-1], 4), (0, [-1, -1], 10), (10, [1], 4), (0, [1], 0)]
)
def test_in_right_to_left_text_the_left_is_on(
    qtbot: QtBot, caret: int, steps: list[int], expected: int
) -> None:
    view = shown(qtbot, ARABIC)
    view.set_caret(caret)
    before = view.caret_rect(caret).x()
    assert moved(view, *(("token", step, False) for step in steps)).caret == expected
    assert (view.caret_rect(view.caret).x() < before) == (expected > caret)


def test_each_paragraph_goes_its_own_way(qtbot: QtBot) -> None:
    view = shown(qtbot, f"left to right\n{ARABIC}")
    view.set_caret(14)
    assert moved(view, ("token", -1, False)).caret == 18
    assert moved(view, ("token", -1, True)).selection == (18, 23)
    assert moved(view, ("token", -1, True)).selection == (18, 27)
    assert moved(view, ("character", 1, True)).selection == (18, 26)
    view.set_caret(0)
    assert moved(view, ("token", 1, False)).caret == 5


@pytest.mark.parametrize(
    ("which", "step", "bounds"),
    [("end", 1, (0, 9)), ("end", -1, (4, 9)), ("start", -1, (4, 13)), ("start", 1, (4, 9))],
)
def test_the_sides_of_a_right_to_left_span_are_those_that_one_sees(
    qtbot: QtBot, which: str, step: int, bounds: tuple[int, int]
) -> None:
    view = shown(qtbot, ARABIC)
    assert bound_stepped(view.article, (4, 9), which, step) == bounds
