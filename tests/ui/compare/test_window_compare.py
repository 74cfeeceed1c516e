"""The table of Compare: rows and columns in order, what cells say, and every key on it."""

from __future__ import annotations

from pathlib import Path

from annotations.compare.items import Verdict
from tests.ui.compare.compared_project import (  # noqa: F401 - fixtures
    BURNED,
    HURT,
    KILLED,
    ROWS,
    apart,
    at,
    cell,
    compared_folder,
    compared_page,
    grouped,
    items,
    opened,
    rows,
)
from tests.ui.windows import by_key, press, said
from ui.compare.compare_page import ComparePage
from ui.main_window import MainWindow


@by_key(["Ctrl+3"])
def test_the_key_opens_the_view_and_leads_back(window: MainWindow, key: str) -> None:
    press(window, key)
    assert isinstance(window.pages.currentWidget(), ComparePage)
    press(window, key)
    assert window.pages.currentWidget() is window.work


def test_contradictions_come_first_then_what_differs_then_the_rest(page: ComparePage) -> None:
    assert rows(page) == ROWS
    assert [group.verdict for group in page.table.shown.groups] == [
        Verdict.CONTRADICTS,
        Verdict.DIFFERS,
        Verdict.SAME,
    ]


def test_articles_of_one_text_are_one_column_and_those_without_a_day_come_last(page: ComparePage) -> None:
    columns = page.table.shown.table.columns
    assert [(one.called, one.day) for one in columns] == [
        ("Harbor Wire", "6 May 2024"),
        ("Meridian Post", "6 May 2024"),
        ("Valley Sun", "?"),
    ]
    assert [len(one.articles) for one in columns] == [1, 2, 1]


def test_a_cell_is_heard_with_what_it_contradicts(page: ComparePage) -> None:
    assert cell(page, KILLED, 0) == (
        "Harbor Wire, killed: 6 sailors, sailors, asserted, according to Harbor Wire < ministry; "
        "contradicts Meridian Post: 9 sailors"
    )
    assert cell(page, KILLED, 2) == "Valley Sun, sailors killed: silent"


def test_the_differing_value_comes_first_then_modality_and_sources(page: ComparePage) -> None:
    shown = page.table.shown
    first = shown.cell(shown.index(0, 0))
    assert (first.differing, first.other) == ("6 sailors", "sailors")
    assert (first.stance, first.sources) == ("asserted", "Harbor Wire < ministry")
    assert shown.cell(shown.index(2, 1)).more == 1
    assert shown.cell(shown.index(0, 1)).more == 0


@by_key(["Return", "Enter"])
def test_enter_confirms_the_row_and_goes_on(
    page: ComparePage, folder: Path, window: MainWindow, key: str
) -> None:
    press(window, key)
    assert grouped(folder) == {KILLED: {"harbor/kh", "meridian/km", "mirror/kc"}}
    assert at(page)[0] == BURNED
    press(window, "Ctrl+Z")
    assert (grouped(folder), at(page)[0]) == ({}, KILLED)


def test_the_last_decision_says_that_nothing_is_left(page: ComparePage, window: MainWindow) -> None:
    press(window, "Return", "Return", "Return")
    assert said(window) == "Every row that is shown is decided."
    assert page.bar.about.text() == "3 groups · all decided · 1 contradicts"


@by_key(["X"])
def test_x_rejects_the_row_for_good(page: ComparePage, folder: Path, window: MainWindow, key: str) -> None:
    press(window, key)
    assert (rows(page), at(page)[0]) == ([BURNED, HURT], BURNED)
    assert apart(folder) == {frozenset(("harbor/kh", "meridian/km")), frozenset(("harbor/kh", "mirror/kc"))}
    press(window, "Ctrl+Z")
    assert (rows(page), at(page)[0]) == (ROWS, KILLED)


@by_key(["Backspace"])
def test_backspace_takes_the_facts_of_the_cell_out(
    page: ComparePage, folder: Path, window: MainWindow, key: str
) -> None:
    press(window, "Down", "Home", key)
    assert at(page)[0] == BURNED
    assert [one.key for one in page.table.group.facts] == ["meridian/bm", "mirror/bc", "valley/bv"]  # type: ignore[union-attr]
    assert (len(apart(folder)), len(page.table.group.undecided)) == (3, 2)  # type: ignore[union-attr]
    press(window, "Ctrl+Z")
    assert apart(folder) == set()


def test_backspace_on_a_silent_cell_says_so(page: ComparePage, folder: Path, window: MainWindow) -> None:
    press(window, "End", "Backspace")
    assert (said(window), apart(folder)) == ("The article says nothing of this.", set())


@by_key(["Tab", "Shift+Tab"])
def test_tab_goes_to_rows_that_are_to_be_decided(page: ComparePage, window: MainWindow, key: str) -> None:
    press(window, "Return")
    press(window, key)
    assert at(page)[0] == HURT
    press(window, key)
    assert at(page)[0] == BURNED


@by_key(["Space"])
def test_marks_of_rows_outlive_a_filter_and_m_merges_them(
    page: ComparePage, folder: Path, window: MainWindow, key: str
) -> None:
    press(window, key, "/", "g", "u", "a", "r", "d", "Return")
    assert rows(page) == [HURT]
    press(window, key)
    assert page.bar.about.text() == "3 groups · 3 to decide · 1 contradicts · 1 shown · 2 marked"
    press(window, "Esc", "M")
    assert list(grouped(folder)) == [KILLED, HURT]
    assert len(page.table.group.facts) == 6  # type: ignore[union-attr]
    assert (at(page)[0], page.table.marks.rows) == (KILLED, [])
    press(window, "Ctrl+Z")
    assert rows(page) == ROWS


@by_key(["M"])
def test_m_without_marks_says_what_to_do(
    page: ComparePage, folder: Path, window: MainWindow, key: str
) -> None:
    press(window, key)
    assert said(window) == "Mark two rows or more with Space, then merge them."
    assert grouped(folder) == {}


def test_rows_of_two_types_are_not_merged(page: ComparePage, folder: Path, window: MainWindow) -> None:
    press(window, "Space", "Down", "Space", "M")
    assert "Only facts of one type" in said(window)
    assert (grouped(folder), rows(page)) == ({}, ROWS)


@by_key(["S"])
def test_s_makes_the_cell_in_hand_a_row_of_its_own(
    page: ComparePage, folder: Path, window: MainWindow, key: str
) -> None:
    press(window, "Down", "Home", key)
    assert grouped(folder) == {
        BURNED: {"meridian/bm", "mirror/bc", "valley/bv"},
    } | grouped(folder)
    facts = sorted(len(one.facts) for one in page.table.shown.groups if one.type == "DAMAGE")
    assert facts == [1, 3]


@by_key(["Ctrl+Space", "Shift+Space"])
def test_marked_cells_are_split_off_together(
    page: ComparePage, folder: Path, window: MainWindow, key: str
) -> None:
    press(window, "Down", "Home", key, "Right", key)
    assert [place.article for place in _evidence(page)] == ["harbor", "meridian", "mirror"]
    press(window, "S")
    assert sorted(len(one.facts) for one in page.table.shown.groups if one.type == "DAMAGE") == [1, 3]
    assert page.table.marks.cells == []


def _evidence(page: ComparePage) -> list:  # type: ignore[type-arg]
    found: list = []  # type: ignore[type-arg]
    page.showing.connect(found.extend)
    page.read_evidence()
    page.leave()
    return found


@by_key(["K"])
def test_k_keeps_two_rows_apart_with_a_note(
    page: ComparePage, folder: Path, window: MainWindow, key: str
) -> None:
    press(window, "Space", "Down", "Down", key)
    assert page.note.isVisible()
    press(window, "t", "w", "o", "Return")
    assert {one.note for one in items(folder, "apart")} == {"two"}
    assert len(apart(folder)) == 9
    assert (page.table.hasFocus(), page.note.isVisible()) == (True, False)


@by_key(["N"])
def test_n_names_the_row(page: ComparePage, folder: Path, window: MainWindow, key: str) -> None:
    press(window, key, "x", "Return")
    assert list(grouped(folder)) == ["x"]
    assert at(page)[0] == "x"
    press(window, key, "y", "Esc")
    assert (at(page)[0], page.table.hasFocus()) == ("x", True)


@by_key(["J"])
def test_j_and_a_digit_judge_the_role_in_hand(
    page: ComparePage, folder: Path, window: MainWindow, key: str
) -> None:
    press(window, key, "3")
    (judged,) = items(folder, "verdict")
    assert (judged.role, judged.verdict, judged.values) == (
        "count",
        Verdict.DIFFERS,
        ("6 sailors", "9 sailors"),
    )
    assert (at(page)[0], page.table.hasFocus()) == (KILLED, True)
    press(window, key, "0")
    assert items(folder, "verdict") == []
    press(window, "Ctrl+Z", "Ctrl+Z", key, "Esc")
    assert (items(folder, "verdict"), page.judging.isVisible()) == ([], False)


@by_key(["R"])
def test_r_goes_to_the_next_role(page: ComparePage, folder: Path, window: MainWindow, key: str) -> None:
    press(window, key, "J", "2")
    assert [(one.role, one.verdict) for one in items(folder, "verdict")] == [("victim", Verdict.COMPATIBLE)]


@by_key(["F"])
def test_f_shows_contradictions_alone(page: ComparePage, window: MainWindow, key: str) -> None:
    press(window, key)
    assert rows(page) == [KILLED]
    press(window, key)
    assert rows(page) == ROWS


@by_key(["/"])
def test_a_filter_takes_words_of_values_too(page: ComparePage, window: MainWindow, key: str) -> None:
    press(window, key, "d", "e", "p", "o", "t", "Return")
    assert (rows(page), page.table.hasFocus()) == ([BURNED], True)
    press(window, key, "q", "q")
    assert page.stack.currentWidget() is page.empty
    assert page.empty.words.text() == "No row is like that. Esc goes back to all."
    press(window, "Esc")
    assert rows(page) == ROWS


@by_key(["A"])
def test_a_adds_the_fact_in_focus_in_the_article(
    page: ComparePage, folder: Path, window: MainWindow, key: str
) -> None:
    press(window, key)
    assert said(window).startswith("No fact has the focus in the article")
    window.session.open_article("harbor")
    window.session.focus_fact("kh")
    press(window, "Tab", "Tab", key)
    assert grouped(folder) == {HURT: {"meridian/hm", "meridian/wm", "valley/hv", "harbor/kh"}}
    assert at(page) == (HURT, "Harbor Wire")


@by_key(["E", "Esc"])
def test_e_asks_for_the_evidence_and_esc_leads_back(page: ComparePage, window: MainWindow, key: str) -> None:
    found: list[object] = []
    page.showing.connect(found.append)
    press(window, key)
    press(window, "Esc")
    assert page.table.hasFocus()
    assert all(isinstance(one, list) for one in found)


@by_key(["F6", "Shift+F6"])
def test_f6_goes_round_the_panes(page: ComparePage, window: MainWindow, key: str) -> None:
    seen = set()
    for _ in range(len(page.panes)):
        press(window, key)
        seen |= {
            pane
            for pane in page.panes
            if pane is window.focusWidget() or pane.isAncestorOf(window.focusWidget())
        }
    assert seen == set(page.panes)
    assert page.table.hasFocus()
