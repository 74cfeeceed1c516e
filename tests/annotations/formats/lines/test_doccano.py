"""doccano's files in the shapes of its versions; what is bad in them loses only itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotations import formats
from annotations.formats.base import Record
from annotations.formats.lines.json_values import dumped
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Notice, Problem
from tests.round_trips import said

TURIN = "Turin hosted Ines Roux."
SPANS = [[0, 5, "GPE"], [13, 22, "PERSON"]]
ENDS = [
    {"id": 1, "label": "GPE", "start_offset": 0, "end_offset": 5},
    {"id": 2, "label": "PERSON", "start_offset": 13, "end_offset": 22},
]
BOTH = [("Turin", "GPE"), ("Ines Roux", "PERSON")]
SHAPES: dict[str, dict[str, Any]] = {
    "text under data": {"data": TURIN, "label": SPANS},
    "labels": {"text": TURIN, "labels": SPANS},
    "entities": {"text": TURIN, "entities": ENDS},
    "entities under data": {"data": TURIN, "entities": ENDS, "relations": []},
    "intents": {"text": TURIN, "entities": SPANS, "cats": ["Sport"]},
    "intents with an empty label": {"text": TURIN, "label": [], "entities": SPANS, "cats": []},
}
ROCKET = "Launch 🚀 at Kourou for Ines Roux."
BAD: dict[str, tuple[Any, str]] = {
    "its end before its start": ([31, 26, "GPE"], "start 31 and end 26 are no range"),
    "no length": ([5, 5, "GPE"], "start 5 and end 5 are no range"),
    "half a number": ([0.5, 5, "GPE"], "whole numbers"),
    "two parts": ([0, 5], "it is not [start, end, label]"),
    "a number as a name": ([0, 5, 7], "it is not [start, end, label]"),
    "an end behind the text": ([13, 99, "GPE"], "no range of the text"),
    "no name": ([13, 22, " "], "no label"),
}


def read(folder: Path, *values: Any, **asked: Any) -> tuple[list[Record], list[Problem]]:
    path = folder / "given.jsonl"
    path.write_text("".join(f"{dumped(value)}\n" for value in values), "utf-8")
    found = list(formats.read(path, HowRead(**asked)))
    return [one for one in found if isinstance(one, Record)], [
        one for one in found if isinstance(one, Problem)
    ]


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_of_doccanos_files_is_told_and_read(name: str, tmp_path: Path) -> None:
    (entry,), problems = read(tmp_path, SHAPES[name])
    assert (entry.article.text, said(entry), problems) == (TURIN, BOTH, [])


@pytest.mark.parametrize(("given", "topic"), [("Sport", "Sport"), (3, "3")])
def test_a_class_that_stands_alone_is_a_topic(given: Any, topic: str, tmp_path: Path) -> None:
    (entry,), problems = read(tmp_path, {"text": TURIN, "label": given})
    assert (entry.set and list(entry.set.topics), problems) == ([topic], [])


@pytest.mark.parametrize(
    "value",
    [
        {"text": TURIN, "label": ["Sport", "Culture"]},
        {"id": 4, "text": TURIN, "labels": ["Sport", "Culture"], "Comments": []},
        {"text": TURIN, "entities": [], "cats": ["Sport", "Culture"]},
        {"text": TURIN, "cats": {"Sport": 1.0, "Culture": True, "War": 0.0, "Law": False}},
        {"data": TURIN, "label": ["Sport", "Culture"]},
    ],
)
def test_categories_of_a_text_are_topics(value: dict[str, Any], tmp_path: Path) -> None:
    (entry,), problems = read(tmp_path, value)
    assert (sorted(entry.set.topics), said(entry), problems) == (["Culture", "Sport"], [], [])


@pytest.mark.parametrize("name", BAD)
def test_a_bad_span_loses_only_itself(name: str, tmp_path: Path) -> None:
    bad, why = BAD[name]
    entries, (problem,) = read(
        tmp_path, {"text": TURIN, "label": [bad, *SPANS]}, {"text": "Rain.", "label": []}
    )
    assert [said(entry) for entry in entries] == [BOTH, []]
    assert (problem.line, why in problem.reason, isinstance(problem, Notice)) == (1, True, False)


def test_a_bad_entity_and_relations_with_an_end_too_few_lose_only_themselves(tmp_path: Path) -> None:
    ends = [*ENDS, {"id": 3, "label": "GPE", "start_offset": 9, "end_offset": 7}, "no entity", {"id": 5}]
    rels = [{"from_id": 1, "to_id": to, "type": "hosts"} for to in (2, 3, 9)]
    (entry,), problems = read(tmp_path, {"text": TURIN, "entities": ends, "relations": [*rels, "none"]})
    assert (said(entry), [fact.type for fact in entry.facts()]) == (BOTH, ["hosts"])
    assert ["relation" in problem.reason for problem in problems] == [False, False, False, True, True, True]


def test_a_line_without_a_text_names_the_keys_that_are_looked_for(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path, {"tekst": TURIN, "label": SPANS}, format="doccano")
    assert "neither `text` nor `data` is there" in problem.reason


def test_a_text_of_another_name_is_read_when_it_is_named(tmp_path: Path) -> None:
    value = {"tekst": TURIN, "label": SPANS}
    (entry,), _ = read(tmp_path, value, format="doccano", fields={"text": "tekst"})
    assert (said(entry), entry.article.meta.get("tekst")) == (BOTH, None)


def test_offsets_in_code_points_are_told_by_words_and_mended(tmp_path: Path) -> None:
    (entry,), (notice,) = read(tmp_path, {"text": ROCKET, "label": [[12, 18, "GPE"], [23, 32, "PERSON"]]})
    assert said(entry) == [("Kourou", "GPE"), ("Ines Roux", "PERSON")]
    assert (isinstance(notice, Notice), "offsets in code points" in notice.reason) == (True, True)


@pytest.mark.parametrize(
    "label",
    [
        [[13, 19, "GPE"]],  # right as they are
        [[0, 6, "VERB"]],  # before the sign, the same in both
        [[13, 17, "PART"]],  # within a word in both
        [[12, 18, "GPE"], [24, 28, "PERSON"]],  # one fits in each
    ],
)
def test_offsets_are_left_alone_unless_all_of_them_fit_words_in_the_other_unit(
    label: Any, tmp_path: Path
) -> None:
    _, problems = read(tmp_path, {"text": ROCKET, "label": label})
    assert problems == []


def test_a_unit_that_was_asked_for_is_taken_at_its_word(tmp_path: Path) -> None:
    value = {"text": ROCKET, "label": [[12, 18, "GPE"], [23, 32, "PERSON"]]}
    (entry,), problems = read(tmp_path, value, offsets="utf16")
    assert (said(entry), problems) == ([(" Kouro", "GPE"), (" Ines Rou", "PERSON")], [])
