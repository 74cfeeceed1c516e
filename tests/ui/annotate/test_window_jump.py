"""The key that jumps to a word by its first letters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from tests.ui.windows import by_key, focused, hold, press, rejected, selected, stored
from ui.main_window import MainWindow

TEXT = (
    "Éva Molnár-Kiss met the envoy in Łódź. The envoy said five ships left Port Said.\n\n"
    "RAIDS ON FIVE SITES\n\nThe envoy of Abdul al-Salam saw 18 ships and 19 more; \u202etuo <b>bold</b> e\u0301t\u00e9."
)


@pytest.fixture
def records() -> list[dict[str, Any]]:
    start = TEXT.index("Port Said")
    spans = [{"start": start, "end": start + 9, "label": "ORG", "score": 0.5}]
    return [{"id": "first", "title": "First", "text": TEXT, "spans": spans}]


def jump(window: MainWindow, letters: str) -> None:
    press(window, ",")
    QTest.keyClicks(window.view, letters)


@by_key([","])
def test_a_key_and_letters_select_the_nearest_word(window: MainWindow, folder: Path, key: str) -> None:
    press(window, key)
    assert window.work.jumping.float.isVisible()
    QTest.keyClicks(window.view, "fi")
    assert (selected(window), window.view.selection) == ("five", (54, 58))
    press(window, "Return")
    assert not window.work.jumping.float.isVisible()
    assert (selected(window), stored(folder)) == ("five", [])


def test_a_digit_behind_letters_is_the_label_s_key(window: MainWindow, folder: Path) -> None:
    jump(window, "sh")
    press(window, "3")
    assert stored(folder) == [("ships", "ORG")]
    assert not window.work.jumping.float.isVisible()


def test_a_letter_is_the_label_s_key_once_the_jump_has_ended(window: MainWindow, folder: Path) -> None:
    jump(window, "lo")
    press(window, "Return", "O")
    assert stored(folder) == [("Łódź", "GPE")]


@pytest.mark.parametrize(
    ("letters", "word"), [("EN", "envoy"), ("moln", "Molnár-Kiss"), ("ete", "e\u0301té")]
)
def test_case_and_accents_are_as_one_likes(window: MainWindow, letters: str, word: str) -> None:
    jump(window, letters)
    assert selected(window) == word


def test_the_key_again_goes_on_to_the_next_such_word_and_round(window: MainWindow) -> None:
    jump(window, "envoy")
    seen = [window.view.caret]
    for _ in range(3):
        press(window, ",")
        seen.append(window.view.caret)
    assert seen == [24, 43, 107, 24]


def test_the_key_twice_takes_the_letters_of_last_time(window: MainWindow) -> None:
    jump(window, "env")
    press(window, "Return", ",", ",")
    assert (selected(window), window.view.caret) == ("envoy", 43)


def test_the_whole_name_is_selected_and_labelled(window: MainWindow, folder: Path) -> None:
    jump(window, "ab")
    assert selected(window) == "Abdul al-Salam"
    press(window, "1")
    assert stored(folder) == [("Abdul al-Salam", "PERSON")]


def test_in_a_line_of_capitals_the_word_alone_is_selected(window: MainWindow) -> None:
    jump(window, "ra")
    assert selected(window) == "RAIDS"
    press(window, "Shift+Right")
    assert selected(window) == "RAIDS ON"


def test_a_word_of_a_span_has_the_span_in_focus(window: MainWindow, folder: Path) -> None:
    jump(window, "po")
    assert (focused(window), selected(window)) == ("Port Said", "")
    press(window, "Return", "X")
    assert rejected(folder) == [("Port Said", "ORG")]


def test_numbers_are_typed_as_they_stand(window: MainWindow, folder: Path) -> None:
    jump(window, "19")
    assert selected(window) == "19"
    press(window, "Return", "3")
    assert stored(folder) == [("19", "ORG")]


def test_a_letter_that_leads_nowhere_is_not_taken(window: MainWindow, folder: Path) -> None:
    jump(window, "fix")
    assert selected(window) == "five"
    assert window.work.jumping.float.said.text().startswith("No word in view begins “fix”")
    press(window, "V")
    assert (selected(window), rejected(folder)) == ("five", [])


def test_esc_goes_back_to_where_the_jump_began(window: MainWindow) -> None:
    press(window, "Right")
    caret = window.view.caret
    jump(window, "sa")
    press(window, "Esc")
    assert (window.view.caret, selected(window)) == (caret, "")


def test_backspace_takes_a_letter_back_and_nothing_else(window: MainWindow, folder: Path) -> None:
    jump(window, "abd")
    press(window, "Backspace", "Backspace", "Backspace")
    assert (window.view.caret, selected(window), rejected(folder)) == (0, "", [])


@pytest.mark.parametrize("key", ["Right", "F6", "Shift+Right"])
def test_any_other_key_ends_it_and_does_what_it_does(window: MainWindow, key: str) -> None:
    jump(window, "fi")
    press(window, key)
    assert not window.work.jumping.float.isVisible()
    assert window.view.article.found == []


def test_a_held_letter_is_typed_once(window: MainWindow) -> None:
    press(window, ",")
    hold(window, "E", times=4)
    assert window.work.jumping.float.typed.text() == "e"


def test_what_types_a_character_is_never_a_verb(window: MainWindow, folder: Path) -> None:
    jump(window, "e<b>?/=")
    assert window.work.jumping.float.typed.text() == "e"
    assert window.work.jumping.float.said.text().startswith("No word in view begins “e=”")
    assert window.session.sheet.boilerplate == []
