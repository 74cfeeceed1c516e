"""A label's key on words that are a span already: it relabels that span, and makes no second one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.windows import focused, point, press, said, shown, stored
from ui.main_window import MainWindow


def select(window: MainWindow, quote: str, more: int = 0) -> None:
    """Selects the words, and so many characters more, as the mouse does with Ctrl."""
    start = window.view.text.index(quote)
    window.view.set_selection(start, start + len(quote) + more)


def navys(window: MainWindow) -> list[tuple[str, str]]:
    return [(label, status) for quote, label, status in shown(window) if quote == "Navy"]


@pytest.mark.parametrize("before", [(), ("Tab", "Tab", "Return")])
def test_selected_words_that_are_a_span_are_relabelled(
    window: MainWindow, folder: Path, before: tuple[str, ...]
) -> None:
    press(window, *before)
    select(window, "Navy")
    press(window, "O")
    assert navys(window) == [("GPE", "confirmed")]
    assert stored(folder) == [("Navy", "GPE")]
    press(window, "Ctrl+Z")
    assert navys(window) == [("ORG", "confirmed" if before else "suggested")]


def test_a_blank_selected_with_them_makes_no_difference(window: MainWindow) -> None:
    press(window, "Tab", "Tab", "Return")
    select(window, "Navy", more=1)
    press(window, "O")
    assert navys(window) == [("GPE", "confirmed")]


def test_the_token_at_the_caret_is_relabelled_though_its_span_is_not_in_focus(window: MainWindow) -> None:
    press(window, "Tab", "Tab", "Return")
    point(window, "Navy")
    press(window, "Esc")
    assert focused(window) == ""
    press(window, "O")
    assert (navys(window), focused(window)) == ([("GPE", "confirmed")], "Navy")


def test_part_of_a_span_is_a_span_of_its_own(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return")
    select(window, "Ruiz")
    press(window, "3")
    assert stored(folder) == [("Maria Ruiz", "PERSON"), ("Ruiz", "ORG")]


def test_the_label_that_they_have_already_changes_nothing_and_says_so(
    window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "Tab", "Return")
    select(window, "Navy")
    press(window, "3")
    assert (stored(folder), said(window)) == ([("Navy", "ORG")], "This is labelled ORG already.")
