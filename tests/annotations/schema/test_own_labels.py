"""Labels from a line: names, mistakes, hues and keys."""

from __future__ import annotations

import pytest

from annotations.schema import reader, writer
from annotations.schema.own_labels import LONGEST, own, typed
from annotations.schema.types import VERB_KEYS, Schema
from tests.ui.windows import is_sentence


def test_names_are_read_between_commas_semicolons_and_lines() -> None:
    assert typed(" DISH, main  dish;CHEF\nPLACE,, ").names == ("DISH", "main dish", "CHEF", "PLACE")


@pytest.mark.parametrize(
    ("line", "kept", "told"),
    [
        ("DISH, CHEF, DISH", ("DISH", "CHEF"), "DISH stands twice"),
        ("DISH, Dish", ("DISH",), "DISH and Dish are one word"),
        ("CAFÉ, CAFE\u0301", ("CAFÉ",), "are one word"),
        ("DI\u200bSH, CHEF", ("CHEF",), "DISH holds an invisible character (U+200B)"),
        ("\u202e, CHEF", ("CHEF",), "A name holds an invisible character (U+202E)"),
        ("A" * (LONGEST + 1), (), "is longer than 60 characters"),
    ],
)
def test_a_name_that_cannot_be_taken_is_told_and_the_others_stay(
    line: str, kept: tuple[str, ...], told: str
) -> None:
    found = typed(line)
    assert found.names == kept
    assert len(found.problems) == 1
    assert told in found.problems[0]
    assert is_sentence(found.problems[0])


def test_more_labels_than_a_schema_holds_are_told() -> None:
    found = typed(",".join(f"LABEL{n}" for n in range(60_000)))
    assert found.names == ()
    assert found.problems[-1].startswith("So many labels do not fit")


def test_each_label_has_a_hue_of_its_own_and_a_key_while_there_are_any() -> None:
    labels = own(f"LABEL{n}" for n in range(40))
    keys = [label.key for label in labels.values() if label.key]
    assert len({label.hue for label in labels.values()}) == 40
    assert keys[:10] == list("1234567890")
    assert len(keys) == len(set(keys))
    assert not set(keys) & (VERB_KEYS | {"e"})
    assert [label.key for label in labels.values()][len(keys) :] == [None] * (40 - len(keys))


def test_a_letter_of_the_name_goes_before_others() -> None:
    labels = own([*(f"L{n}" for n in range(10)), "SPICE", "SAUCE", "SALT"])
    assert [labels[name].key for name in ("SPICE", "SAUCE", "SALT")] == ["s", "a", "l"]


def test_labels_from_a_line_are_read_back_from_project_yaml() -> None:
    schema = Schema("Kitchen", pipeline="none", labels=own(typed("DISH, PLACE, no, on, 1: 2, # x").names))
    assert reader.parse(writer.dump(schema)) == schema
