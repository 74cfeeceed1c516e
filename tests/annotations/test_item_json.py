"""Items as JSON: there and back, and every field checked on the way in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from annotations.articles import Article
from annotations.item_json import from_json, items_from_json, items_json, to_json
from annotations.json_fields import BadItem, score
from annotations.sets import AnnotationSet, Decision, Progress, State
from annotations.spans import Span
from tests.strategies import annotation_sets

ARTICLE = Article("a", "Maria Ruiz left Oslo.")
SPAN = {"start": 0, "end": 5, "label": "ORG"}
FILLER = {"start": 0, "end": 5}


@given(annotation_sets(ARTICLE, "anna"))
def test_items_survive_json(made) -> None:
    said = json.loads(json.dumps(items_json(made)))
    assert AnnotationSet.of("a", "anna", items_from_json(said)) == made


def test_a_decision_survives_json() -> None:
    decision = Decision("case", "left", "boundary", "see guideline", "cy")
    assert from_json("decision", to_json(decision)) == decision


def test_a_decision_of_before_version_14_is_written_as_it_was() -> None:
    old = {"id": "k", "choice": "take anna", "reason": "", "note": "", "by": "rex"}
    assert to_json(from_json("decision", old)) == old


def test_a_span_needs_no_more_than_bounds_and_label() -> None:
    assert from_json("span", SPAN) == Span("", 0, 5, "ORG")


def test_progress_without_a_state_is_started() -> None:
    assert from_json("progress", {}) == Progress(State.STARTED)


def test_what_is_not_skipped_is_written_as_before() -> None:
    assert to_json(Progress(State.DONE)) == {"state": "done", "changed": False}


def fact(**fields) -> dict:
    return {"type": "ATTACK", "trigger": [0, 5], **fields}


def filled(**fields) -> dict:
    return fact(roles=[{"role": "count", "fillers": [{**FILLER, **fields}]}])


WRONG = [
    ("span", [], "a span is not an object"),
    ("span", {**SPAN, "start": "0"}, "whole numbers"),
    ("span", {**SPAN, "start": True}, "whole numbers"),
    ("span", {**SPAN, "end": 5.0}, "whole numbers"),
    ("span", {**SPAN, "end": 0}, "start 0 and end 0 are no range"),
    ("span", {**SPAN, "start": -1}, "no range"),
    ("span", {"start": 0, "end": 5}, "a span has no label"),
    ("span", {**SPAN, "label": " "}, "a span has no label"),
    ("span", {**SPAN, "label": 7}, "a span has no label"),
    ("span", {**SPAN, "status": "maybe"}, "maybe is none of suggested, confirmed, rejected"),
    ("span", {**SPAN, "status": []}, "is none of"),
    ("span", {**SPAN, "score": 2}, "a score must be 0 to 1"),
    ("span", {**SPAN, "score": float("nan")}, "a score must be 0 to 1"),
    ("span", {**SPAN, "score": "high"}, "a score must be 0 to 1"),
    ("span", {**SPAN, "id": 7}, "id must be text"),
    ("span", {**SPAN, "first": [5, 2, "ORG"]}, "no range"),
    ("fact", {"trigger": [0, 5]}, "a fact has no type"),
    ("fact", {"type": "ATTACK"}, "neither a trigger nor a filler"),
    ("fact", fact(trigger=[]), r"a range must be \[start, end\]"),
    ("fact", fact(trigger=5), "a range must be"),
    ("fact", fact(roles={}), "roles must be a list"),
    ("fact", fact(roles=["actor"]), "a role has no name"),
    ("fact", fact(roles=[{"role": "actor", "fillers": ["me"]}]), "a filler is not an object"),
    ("fact", fact(modality="perhaps"), "perhaps is none of asserted"),
    ("fact", filled(value={"number": "two"}), "the number of a value is no number"),
    ("fact", filled(value={"number": True}), "the number of a value is no number"),
    ("fact", filled(value={"number": float("nan")}), "the number of a value is no number"),
    ("fact", filled(value={"number": float("inf")}), "the number of a value is no number"),
    ("fact", filled(value=7), "neither a number nor a date"),
    ("boilerplate", {"start": 3}, "whole numbers"),
    ("comment", {"text": 7}, "text must be text"),
    ("topic", {"name": " "}, "a topic has no name"),
    ("topic", {"name": ["War"]}, "name must be text"),
    ("progress", {"skipped": True}, "skipped must be text"),
    ("progress", {"state": "asleep"}, "asleep is none of new, started"),
]


@pytest.mark.parametrize(("kind", "value", "reason"), WRONG)
def test_a_bad_item_is_refused_with_the_reason(kind, value, reason) -> None:
    with pytest.raises(BadItem, match=reason):
        from_json(kind, value)


def test_a_score_is_a_float_or_nothing() -> None:
    assert (score(None), score(1), score(0.25)) == (None, 1.0, 0.25)
    with pytest.raises(BadItem):
        score(True)
