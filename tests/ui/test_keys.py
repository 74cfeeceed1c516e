"""Keys of one's own: how they are spelled, and that no key ever stands for two things."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence

from annotations.problems import Noted
from annotations.schema.types import Label, Schema
from tests.ui.windows import is_sentence
from ui import keys
from ui.actions import CARET
from ui.views import page_actions, window_actions

SCHEMA = Schema(
    "S", labels={"ORG": Label("ORG", "o"), "GPE": Label("GPE", "1"), "OLD": Label("OLD", "k", archived=True)}
)
SPELLED = {
    "n": "N",
    "Shift+?": "?",
    "Ctrl+Shift++": "Ctrl++",
    "Shift+Backtab": "Shift+Tab",
    "Num+5": "5",
    "Page Down": "PgDown",
    "é": "É",
    "Shift+F6": "Shift+F6",
    "Shift+Space": "Shift+Space",
}
NO_KEYS = ["", "Foo", "Ctrl+", "Shift", "Ctrl+K, X", "Hyper+Q", "\0", "😀"]


@pytest.mark.parametrize(("given", "expected"), SPELLED.items())
def test_a_key_has_one_spelling(given: str, expected: str) -> None:
    assert keys.portable(given) == expected == keys.portable(expected)


@pytest.mark.parametrize("given", NO_KEYS)
def test_what_is_no_single_key_has_none(given: str) -> None:
    assert keys.portable(given) == ""


def test_the_tables_spell_keys_that_way() -> None:
    written = [key for row in window_actions() for key in row.keys] + [key for key, *_ in CARET]
    assert written == [keys.portable(key) for key in written]


def test_a_digit_works_with_shift_and_return_is_enter() -> None:
    assert keys.shortcuts(["5", "Ctrl+Return", "+", "Q"]) == (
        *("5", "Shift+5", "Ctrl+Return", "Ctrl+Enter", "+", "Q"),
    )


@pytest.mark.parametrize(
    ("key", "who"),
    [
        ("N", "“Next span or fact”"),
        ("Enter", "“Confirm, and to the next”"),
        ("Shift+Left", "“Select a token back”"),
        ("Ctrl+End", "“Caret to the text's end”"),
        ("O", "the label ORG"),
        ("Shift+1", "the label GPE"),
        ("Alt+F", "the menu bar"),
        ("K", ""),
        ("Ctrl+J", ""),
    ],
)
def test_the_holder_of_a_key_is_named(key: str, who: str) -> None:
    assert keys.holder(key, keys.defaults(), SCHEMA) == who


def test_an_action_does_not_stand_in_its_own_way() -> None:
    assert keys.holder("N", keys.defaults(), SCHEMA, but="next_span") == ""


@pytest.mark.parametrize(
    ("kept", "word"),
    [
        ({"next_spam": ["Q"]}, "no action next_spam"),
        ({"next_span": ["Qqq"]}, "Qqq is no key"),
        ({"next_span": ["Q", ""]}, "nothing is no key"),
        ({"next_span": ["Alt+F"]}, "Alt+F is that of the menu bar"),
        ({"next_span": ["Left"]}, "Left is that of “Caret a token back”"),
        ({"undo": ["Q"], "next_span": ["q"]}, "“Next span or fact” has its usual keys: Q is that of “Undo”"),
    ],
)
def test_keys_that_cannot_be_had_are_the_usual_ones_and_said(kept: dict[str, list[str]], word: str) -> None:
    own, [sentence] = keys.chosen(kept)
    assert "next_span" not in own
    assert word in sentence
    assert is_sentence(sentence)


def test_two_actions_can_exchange_their_keys() -> None:
    kept = {"next_span": ["X"], "reject": ["N", "N"], "quit": []}
    assert keys.chosen(kept) == ({"next_span": ("X",), "reject": ("N",), "quit": ()}, [])


LATER = {
    "finish": ["Ctrl+L"],
    "undo": ["Ctrl+Shift+F", "Ctrl+Z"],
    "redo": ["Ctrl+Shift+L"],
    "reject": ["Ctrl+4"],
}


def test_keys_of_ones_own_stand_where_a_usual_one_came_later() -> None:
    own, wrong = keys.chosen(LATER)
    every = keys.beside_own(own)
    assert (own, wrong) == ({name: tuple(has) for name, has in LATER.items()}, [])
    assert [every[name] for name in ("filter_articles", "search_all", "search_view")] == [(), (), ()]
    assert keys.holder("Ctrl+L", every, None) == "“Finish the article”"
    assert keys.beside_window(every)["learn_keep"] == ()
    assert every["find"] == keys.defaults()["find"]


def test_a_usual_key_that_gave_way_is_there_again_without_the_own_one() -> None:
    assert keys.beside_own({}) == keys.defaults()
    assert keys.beside_window(keys.defaults())["learn_keep"] == ("Ctrl+Shift+L",)


names = st.sampled_from([row.name for row in window_actions()])
some_keys = st.sampled_from(
    ["N", "n", "X", "Q", "5", "Shift+5", "Enter", "Return", "Tab", "Left", "?", "Foo"]
)


@given(st.dictionaries(names, st.lists(some_keys, max_size=3), max_size=8))
def test_whatever_was_kept_no_key_stands_for_two_things(kept: dict[str, list[str]]) -> None:
    own, wrong = keys.chosen(kept)
    left, _ = keys.beside_labels(keys.beside_own(own), SCHEMA)
    labels = [key for row in keys.held(left, SCHEMA) if row.group == keys.LABELS for key in row.keys]
    every = Counter(
        [*(k for has in left.values() for k in has), *(k for k, *_ in CARET), *keys.shortcuts(labels)]
    )
    assert max(every.values()) == 1
    assert len(own) + len(wrong) == len(kept)


def test_a_label_takes_its_key_and_it_is_said() -> None:
    left, lost = keys.beside_labels({**keys.defaults(), "next_span": ("O", "Ctrl+J")}, SCHEMA)
    assert left["next_span"] == ("Ctrl+J",)
    assert lost == ["O is the key of the label ORG here, and not that of “Next span or fact”."]


def test_every_key_of_the_tables_and_labels_is_on_the_cheat_sheet() -> None:
    there = {key for row in keys.held(keys.defaults(), SCHEMA) for key in row.keys}
    assert there == {k for row in (*window_actions(), *page_actions()) for k in row.keys} | {
        k for k, *_ in CARET
    } | {"O", "1"}


def test_a_key_of_review_is_in_the_way_of_what_works_in_every_view_alone() -> None:
    assert keys.holder("B", {**keys.defaults(), "boilerplate": ()}, SCHEMA, but="boilerplate") == ""
    free = {**keys.defaults(), "boilerplate": ()}
    assert (
        keys.holder("B", free, SCHEMA, but="undo")
        == "“Take all sides; with words selected, add them as boilerplate”"
    )


def test_qt_reads_every_shortcut(qapp) -> None:
    for key in keys.shortcuts([k for row in window_actions() for k in row.keys]):
        assert QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) == key


def test_keys_of_many_actions_that_are_none_are_of_one_kind() -> None:
    noted = Noted()
    own, wrong = keys.chosen({f"action_{letter}": ["Ctrl+M"] for letter in "abcdefghij"})
    noted.note(*wrong)
    assert own == {}
    assert noted.lines() == ["There is no action action_a that could have a key. (And 9 more of this kind.)"]
