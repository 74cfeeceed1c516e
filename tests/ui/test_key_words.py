"""Sentences that name actions: what stands in them for a key."""

from __future__ import annotations

import pytest

from annotations.errors import UserError
from annotations.sets import AnnotationSet
from annotations.span_verbs import move
from annotations.spans import Span
from ui import key_words
from ui.fixed_keys import FIXED
from ui.keys import portable

SAID = [
    ("{key:undo} takes it back.", "Ctrl+Z takes it back."),
    ("{key:finish} finishes, {key:reject} rejects.", "Ctrl+Enter finishes, X rejects."),
    ("{key:review_next} goes on; {key:finish_rest} and {key:fact_select}.", "Down goes on; J and Shift and arrows."),
    ("“{key:nobody}” is a person's own word.", "“{key:nobody}” is a person's own word."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "said"), SAID)
def test_a_sentence_says_the_usual_keys(sentence: str, said: str) -> None:
    assert key_words.filled(sentence) == said


def test_a_sentence_says_the_plainest_key_that_the_action_has_now() -> None:
    keys = {"undo": ("Ctrl+Shift+J", "Ctrl+J"), "confirm": ("Return", "Enter"), "fact": ("5", "Shift+5")}
    assert key_words.filled("{key:undo} {key:confirm} {key:fact}", keys) == "Ctrl+J Enter 5"


def test_an_action_without_a_key_is_named_with_its_menu() -> None:
    said = key_words.filled("{key:finish} finishes the article.", {"finish": ()})
    assert said == "“Finish the article” in the menu Edit finishes the article."


def test_a_command_names_the_action() -> None:
    said = key_words.named("{key:undo} takes it back, {key:send} sends; “{key:nobody}”.")
    assert said == "“Undo” takes it back, “send what is written” sends; “{key:nobody}”."


def test_the_fixed_keys_are_spelled_as_qt_does_and_named_as_no_action_is() -> None:
    spelled = [key for row in FIXED.values() for key in row.keys]
    assert spelled == [portable(key) for key in spelled]
    assert not FIXED.keys() & key_words.ROWS.keys()


def test_what_the_lower_layers_say_names_an_action() -> None:
    span = Span("a", 0, 1, "ORG")
    with pytest.raises(UserError) as refused:
        move(AnnotationSet.of("first", "anna", [span]), span, 1, 1, text="Navy")
    said = key_words.filled(str(refused.value))
    assert said == "A span needs at least one character; delete it with X instead."
