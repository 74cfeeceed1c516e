"""A project's own list as a value: what it is not asked to change stays as it is written."""

from __future__ import annotations

import json

import pytest

from annotations.errors import UserError
from annotations.suggest.own_list import NOT_HERE, OwnList, read_entry
from annotations.suggest.pattern_lines import NO_JSON, NO_PATTERN, NO_WORDS, PatternLine
from tests.ui.windows import is_sentence

DISH, TOKENS = (
    '{"label": "DISH", "pattern": "pea soup"}',
    '{"label":"DISH","pattern":[{"lower":"pie"}],"id":"x"}',
)
TEXT = f"{DISH}\n\nno line\n{TOKENS}\n"


def test_each_line_that_is_not_blank_is_a_row() -> None:
    rows = OwnList.of(f'{TEXT}{{"label": "X", "pattern": "--"}}').rows
    assert [(row.line, row.label, row.words, row.is_wording, row.wrong) for row in rows] == [
        (1, "DISH", "pea soup", True, ""),
        (3, "", "no line", False, NO_JSON),
        (4, "DISH", '[{"lower": "pie"}]', False, ""),
        (5, "X", "--", True, NO_WORDS),
    ]


def test_a_label_that_the_project_lacks_is_told() -> None:
    first, broken, _ = OwnList.of(TEXT).told({"CHEF"})
    assert "There is no label DISH in the project" in first.wrong
    assert broken.wrong == NO_JSON
    assert all(not row.wrong or row.line == 3 for row in OwnList.of(TEXT).told({"DISH"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "{line}\n"),
        ("\ufeff", "\ufeff{line}\n"),
        (TEXT, TEXT + "{line}\n"),
        (DISH, DISH + "\n{line}\n"),
        (f"{DISH}\r\n", DISH + "\r\n{line}\r\n"),
        (f"{DISH}\rx", DISH + "\rx\r{line}\r"),
        ("\n\n", "\n\n{line}\n"),
    ],
)
def test_what_is_added_stands_at_the_end_as_lines_end_there(text: str, expected: str) -> None:
    one = PatternLine("CHEF", "Ada")
    made, count = OwnList.of(text).adding([one, one])
    assert (made.text, count) == (expected.replace("{line}", one.written()), 1)
    assert made.adding([one]) == (made, 0)


def test_what_is_there_is_not_added_again() -> None:
    there = [PatternLine("DISH", "pea  soup"), PatternLine("DISH", [{"lower": "pie"}])]
    assert OwnList.of(TEXT).adding(there) == (OwnList.of(TEXT), 0)


def test_a_line_is_changed_in_its_place_and_keeps_what_else_is_in_it() -> None:
    made = OwnList.of("\ufeff" + TEXT.replace("\n", "\r\n")).replacing(4, '[{"lower": "pies"}]', "CAKE")
    *before, changed, end = made.text.split("\r\n")
    assert before == ["\ufeff" + DISH, "", "no line"]
    assert json.loads(changed) == {"label": "CAKE", "pattern": [{"lower": "pies"}], "id": "x"}
    assert end == ""


def test_a_line_that_is_no_pattern_is_put_right() -> None:
    assert OwnList.of(TEXT).replacing(3, "stew", "DISH").rows[1].words == "stew"
    whole = OwnList.of(TEXT).replacing(3, '{"label": "CHEF", "pattern": "Ada"}', "DISH")
    assert (whole.rows[1].label, whole.rows[1].words) == ("CHEF", "Ada")


def test_a_line_cannot_become_another_that_is_there() -> None:
    with pytest.raises(UserError, match="on line 1 already"):
        OwnList.of(TEXT).replacing(3, "pea soup", "DISH")
    with pytest.raises(UserError, match=NOT_HERE):
        OwnList.of(TEXT).replacing(2, "stew", "DISH")


def test_lines_get_another_label_and_none_is_there_twice() -> None:
    two = OwnList.of(f'{TEXT}{{"label": "CAKE", "pattern": "pea soup"}}\n')
    made = two.labelled([1, 3, 4, 5], "CAKE")
    assert [(row.line, row.label, row.words) for row in made.rows] == [
        (2, "", "no line"),
        (3, "CAKE", '[{"lower": "pie"}]'),
        (4, "CAKE", "pea soup"),
    ]


def test_lines_are_removed_and_the_others_stay() -> None:
    assert OwnList.of("\ufeff" + TEXT).without([1, 3]).text == f"\ufeff\n{TOKENS}\n"
    assert OwnList.of(TEXT).without([1, 2, 3, 4]).text == ""


@pytest.mark.parametrize(
    ("typed", "label", "expected"),
    [
        (" pea \n soup ", "DISH", PatternLine("DISH", "pea soup")),
        ('[{"LOWER": "pie"}]', "DISH", PatternLine("DISH", [{"LOWER": "pie"}])),
        ("[sic]", "DISH", PatternLine("DISH", "[sic]")),
        (TOKENS, "CHEF", PatternLine("DISH", [{"lower": "pie"}])),
    ],
)
def test_what_is_typed_is_read_as_it_is_meant(typed: str, label: str, expected: PatternLine) -> None:
    assert read_entry(typed, label) == expected


@pytest.mark.parametrize(
    ("typed", "label", "told"),
    [
        ("", "DISH", "No wording is here."),
        ("soup", " ", "No label is here."),
        ("--", "DISH", NO_WORDS),
        ("a\u202eb", "DISH", "An invisible character is in this line."),
        ('[{"LOWER": }]', "DISH", "These tokens are not JSON: Expecting value, at character 12."),
        ("[{" * 100_000, "DISH", "These tokens are not JSON"),
        ('{"label": 1}', "DISH", NO_PATTERN),
        ('{"label"', "DISH", NO_JSON),
    ],
)
def test_what_is_no_pattern_is_told(typed: str, label: str, told: str) -> None:
    with pytest.raises(UserError) as error:
        read_entry(typed, label)
    assert error.value.sentence.startswith(told)
    assert is_sentence(error.value.sentence)


def test_a_change_of_a_long_list_reads_no_other_line_again() -> None:
    lines = "".join(f'{{"label": "GPE", "pattern": "w{n} x"}}\n' for n in range(1_000))
    whole = OwnList.of(lines)
    assert len(whole.rows) == 1_000
    made = whole.without([1]).replacing(5, "y", "GPE").adding([PatternLine("GPE", "z")])[0]
    assert [made.rows[place].words for place in (0, 4, 998, 999)] == ["w1 x", "y", "w999 x", "z"]
    assert len(made.read) == 1_002


def test_a_line_that_stops_a_wording_is_read_changed_and_kept() -> None:
    stop = PatternLine("DISH", "pea soup", is_stop=True)
    made, added = OwnList.of(DISH + "\n").adding([stop, stop])
    assert (added, made.line_of(stop)) == (1, 2)
    assert made.rows[1].words == '{"label": "DISH", "stop": "pea soup"}'
    assert [row.said for row in made.rows] == ["pea soup", "suggested no more: pea soup"]
    changed = made.replacing(2, '{"label": "DISH", "stop": "pie"}', "")
    assert changed.lines[1] == '{"label": "DISH", "stop": "pie"}\n'
    assert changed.labelled([2], "PLACE").lines[1] == '{"label": "PLACE", "stop": "pie"}\n'
    assert changed.replacing(2, "tart", "DISH").lines[1] == '{"label": "DISH", "pattern": "tart"}\n'
