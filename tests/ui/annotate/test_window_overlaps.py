"""Spans that overlap and nest, and what is refused with a sentence."""

from __future__ import annotations

from pathlib import Path

from tests.ui.windows import focused, is_sentence, point, press, said, selected, shown, stored
from ui.main_window import MainWindow


def label(window: MainWindow, quote: str, key: str) -> None:
    """Selects the quote by keys and presses the label's key."""
    point(window, quote)
    press(window, "Shift+Right", *["Shift+Right"] * quote.count(" "), key)


def test_spans_overlap(window: MainWindow, folder: Path) -> None:
    label(window, "Navy left", "1")
    label(window, "left Oslo", "3")
    assert stored(folder) == [("Navy left", "PERSON"), ("left Oslo", "ORG")]
    assert {"Navy left", "left Oslo"} <= {quote for quote, *_ in shown(window)}


def test_spans_nest_and_the_innermost_is_focused(window: MainWindow, folder: Path) -> None:
    label(window, "the Navy left Oslo", "1")
    label(window, "Navy left Oslo", "3")
    press(window, "Tab")
    assert stored(folder) == [("the Navy left Oslo", "PERSON"), ("Navy left Oslo", "ORG")]
    point(window, "left")
    assert focused(window) == "Navy left Oslo"
    point(window, "the Navy")
    assert focused(window) == "the Navy left Oslo"


def test_the_same_words_take_another_label(window: MainWindow, folder: Path) -> None:
    label(window, "on Tuesday", "1")
    label(window, "on Tuesday", "3")
    assert stored(folder) == [("on Tuesday", "ORG")]


def test_a_nested_suggestion_stays_and_a_crossed_one_goes(window: MainWindow) -> None:
    label(window, "the Navy", "1")
    assert ("Navy", "ORG", "suggested") in shown(window)
    label(window, "left Oslo on", "1")
    assert ("Oslo", "GPE", "suggested") in shown(window)
    label(window, "Ruiz of", "3")
    assert "Maria Ruiz" not in [quote for quote, *_ in shown(window)]


def test_a_span_over_a_paragraph_break_is_refused(window: MainWindow, folder: Path) -> None:
    point(window, "Tuesday")
    press(window, "Shift+Down", "1")
    assert "\n" in selected(window)
    assert stored(folder) == []
    assert said(window) == "A span cannot run over a paragraph break; label each part by itself."
    assert window.status.saved.text() == ""


def test_a_bound_moved_over_a_paragraph_break_is_refused(window: MainWindow, folder: Path) -> None:
    point(window, "Tuesday")
    press(window, "1", "Alt+Right", "Alt+Right")
    assert stored(folder) == [("Tuesday.", "PERSON")]
    assert said(window) == "A span cannot run over a paragraph break; label each part by itself."


def test_labelling_the_same_again_is_refused(window: MainWindow, folder: Path) -> None:
    label(window, "on Tuesday", "1")
    label(window, "on Tuesday", "1")
    assert stored(folder) == [("on Tuesday", "PERSON")]
    assert said(window) == "This is labelled PERSON already."


def test_white_space_alone_is_refused(window: MainWindow, folder: Path) -> None:
    point(window, " left")
    press(window, "Ctrl+Shift+Right", "1")
    assert stored(folder) == []
    assert is_sentence(said(window))


def test_punctuation_is_trimmed_from_what_is_labelled(window: MainWindow, folder: Path) -> None:
    point(window, "Tuesday.")
    press(window, "Shift+Right", "Shift+Right", "1")
    assert stored(folder) == [("Tuesday", "PERSON")]
