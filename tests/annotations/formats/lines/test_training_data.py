"""Texts with spans in the JSON of spaCy's training data and of PubAnnotation, as people have it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.problems import Notice, Problem
from tests.round_trips import said

TEXT = "Ann works for Acme."
PER, ORG = [0, 3, "PER"], [14, 18, "ORG"]
BOTH = [("Ann", "PER"), ("Acme", "ORG")]


def taken(path: Path, *values: Any, indent: int | None = None) -> tuple[list[Record], list[Problem]]:
    path.write_text("".join(json.dumps(value, indent=indent) + "\n" for value in values))
    found = list(read(path))
    problems = [one for one in found if isinstance(one, Problem)]
    return [one for one in found if isinstance(one, Record)], problems


def token(orth: str, ner: str) -> dict[str, Any]:
    return {"orth": orth, "ner": ner}


V2 = [("Ann", "U-PER"), ("works", "O"), ("for", "O"), ("Acme", "U-ORG"), (".", "O")]
PARAGRAPH = {"raw": TEXT, "sentences": [{"tokens": [token(*one) for one in V2]}]}
AS_OBJECTS = [
    {"start": 0, "end": 3, "label": "PER"},
    {"start_char": 14, "end_char": 18, "entity_group": "ORG"},
]
SHAPES: dict[str, Any] = {
    "a training list": [[TEXT, {"entities": [PER, ORG]}]],
    "a pair a line": [TEXT, {"entities": [PER, ORG]}],
    "a list of an annotating page": {
        "classes": ["PER"],
        "annotations": [[TEXT, {"entities": [PER, ORG]}], None],
    },
    "entities as lists": {"text": TEXT, "entities": [PER, ORG]},
    "entities as objects": {"text": TEXT, "entities": AS_OBJECTS},
    "spans as lists": {"text": TEXT, "spans": [PER, ORG]},
    "groups of spans": {"text": TEXT, "spans": {"sc": [PER], "other": [ORG, PER]}},
    "version 2": [{"id": 0, "paragraphs": [PARAGRAPH]}],
    "links of entities": {"text": TEXT, "entities": [[0, 3, "PER", "Q1"], ORG]},
    "label first": {"text": TEXT, "entities": [["PER", 0, 3], ["ORG", 14, 18]]},
}


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("indent", [None, 1])
def test_each_shape_gives_the_text_and_its_spans(name: str, indent: int | None, tmp_path: Path) -> None:
    if indent and name not in ("a training list", "version 2", "a list of an annotating page"):
        indent = None
    (entry,), problems = taken(tmp_path / "a.json", SHAPES[name], indent=indent)
    assert (entry.article.text, said(entry), problems) == (TEXT, BOTH, [])


def test_a_broken_span_loses_only_itself(tmp_path: Path) -> None:
    spans = [PER, [3, 3, "X"], [9, 4, "X"], [0, 3], ["a", "b", "X"], [14, 18, ""], [14, 99, "X"], ORG]
    (entry,), problems = taken(tmp_path / "a.json", [[TEXT, {"entities": spans}]])
    assert said(entry) == BOTH
    assert len(problems) == 6
    assert all("left out" in one.reason for one in problems)


def test_a_broken_pair_loses_only_itself(tmp_path: Path) -> None:
    good = [TEXT, {"entities": [PER]}]
    found, problems = taken(
        tmp_path / "a.json", [good, [7, {}], "x", {"entities": []}, [f"{TEXT} Yes", {"entities": []}]]
    )
    assert [one.article.text for one in found] == [TEXT, f"{TEXT} Yes"]
    assert len(problems) == 3


def test_categories_are_topics_and_what_else_is_said_is_kept(tmp_path: Path) -> None:
    value = {
        "text": TEXT,
        "cats": {"work": 1.0, "sport": 0.0},
        "source": "us",
        "links": {"(0, 3)": {"Q1": 1.0}},
    }
    (entry,), _ = taken(tmp_path / "a.jsonl", value)
    assert entry.set is not None
    assert list(entry.set.topics) == ["work"]
    assert entry.article.meta == {"source": "us", "links": {"(0, 3)": {"Q1": 1.0}}}


def test_tags_that_do_not_fit_their_text_are_listed(tmp_path: Path) -> None:
    paragraph = {**PARAGRAPH, "raw": "Somebody works."}
    (entry,), (problem,) = taken(tmp_path / "a.json", [{"id": 0, "paragraphs": [paragraph]}])
    assert (said(entry), "do not fit its text" in problem.reason) == ([], True)


def denotation(id_: str, begin: int, end: int, obj: str) -> dict[str, Any]:
    return {"id": id_, "span": {"begin": begin, "end": end}, "obj": obj}


DENOTED = [denotation("T1", 0, 3, "PER"), denotation("T2", 14, 18, "ORG")]


@pytest.mark.parametrize("listed", [False, True])
def test_denotations_are_spans_and_relations_plain_facts(listed: bool, tmp_path: Path) -> None:
    relations = [{"id": "R1", "pred": "employs", "subj": "T2", "obj": "T1"}]
    value = {"text": TEXT, "sourcedb": "Us", "project": "ann", "denotations": DENOTED, "relations": relations}
    (entry,), problems = taken(tmp_path / "a.json", [value] if listed else value, indent=2)
    (fact,) = entry.facts()
    assert (said(entry), problems, entry.article.meta) == (BOTH, [], {"sourcedb": "Us"})
    assert (fact.type, fact.trigger, [role.role for role in fact.roles]) == (
        "employs",
        None,
        ["head", "child"],
    )
    assert entry.set is not None
    assert [TEXT[one.start : one.end] for one in fact.fillers()] == ["Acme", "Ann"]
    assert entry.set.annotator == "ann"


def test_each_track_is_the_work_of_its_project(tmp_path: Path) -> None:
    tracks = [{"project": name, "denotations": [one]} for name, one in zip("ab", DENOTED, strict=True)]
    found, _ = taken(tmp_path / "a.json", {"text": TEXT, "tracks": tracks})
    assert [(one.set and one.set.annotator, said(one)) for one in found] == [("a", BOTH[:1]), ("b", BOTH[1:])]


def test_what_denotations_have_beside_is_kept_or_said(tmp_path: Path) -> None:
    pieces = {"id": "T3", "span": [{"begin": 0, "end": 3}, {"begin": 10, "end": 13}], "obj": "X"}
    attribute = {"id": "A1", "subj": "T1", "pred": "sure", "obj": True}
    broken = [denotation("T4", 5, 5, "X"), {"id": "T5", "obj": "X"}, denotation("T6", 0, 3, "")]
    value = {"text": TEXT, "denotations": [*DENOTED, pieces, *broken], "attributes": [attribute]}
    (entry,), problems = taken(
        tmp_path / "a.json", {**value, "relations": [{"pred": "x", "subj": "T1", "obj": "T9"}]}
    )
    assert [one for one in said(entry) if one[1] == "X"] == [("Ann works for", "X")]
    assert entry.article.meta == {"attributes": [attribute]}
    assert [isinstance(one, Notice) for one in problems] == [False] * 4 + [True] * 2
