"""Answers of suggesters: what can be used is taken, the rest is counted by why, and nothing is guessed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from annotations.schema import reader as schema_reader
from annotations.schema.types import Schema
from annotations.suggesters.answers import AnswerReader, SuggesterAnswer

TEXT = "Norland struck Sudland on Friday, killing 4.\n\nNorland’s army 🙂 said so; U.S. ships, too."


def schema() -> Schema:
    return schema_reader.parse(schema_reader.shipped("news"))


def read(
    each: str = "every", *, text: str = TEXT, wants_spans: bool = True, **answer: Any
) -> SuggesterAnswer:
    reader = AnswerReader(text, schema(), origin="test", each=each, spans=wants_spans, facts=True)
    return reader.read({"id": "a1", **answer})


def words(answer: SuggesterAnswer) -> list[str]:
    return [f"{place.label} {TEXT[place.start : place.end]}" for place in answer.places]


def span(start: Any, end: Any, label: Any = "GPE", **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "label": label, **more}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (span(0, 7), ["GPE Norland"]),
        (span(0, 5), ["GPE Norland"]),  # to whole tokens
        (span(-1, 7), "bounds outside the text"),
        (span(0, 700), "bounds outside the text"),
        (span(7, 7), "bounds outside the text"),
        (span(True, 7), "bounds outside the text"),
        (span(0.0, 7), "bounds outside the text"),
        (span(40, 53), "bounds outside the text"),  # over the end of a paragraph
        (span(44, 46), "bounds outside the text"),  # blanks alone
        (span(14, 23), ["GPE Sudland"]),  # without the blanks
        (span(26, 33), ["GPE Friday"]),  # without the comma
        (span(0, 7, "gpe"), "unknown labels"),
        (span(0, 7, ["GPE"]), "unknown labels"),
        (span(0, 7, score=1), ["GPE Norland"]),
        (span(0, 7, score=True), "scores that are none"),
        (span(0, 7, score=float("nan")), "scores that are none"),
        (span(0, 7, score=1.01), "scores that are none"),
        (span(0, 7, score="0.5"), "scores that are none"),
        (span(3, 9, text="Sudland"), ["GPE Sudland"]),  # the words count, not the bounds
        (span(0, 7, text="Oslo"), "quotes not in the text"),
        (span(0, 7, text="\ud800"), "neither span nor quote"),
        ({"text": "Sudland", "label": "GPE"}, ["GPE Sudland"]),
        ("Sudland", "neither span nor quote"),
        (None, "neither span nor quote"),
    ],
)
def test_a_span_is_taken_or_left_out_for_a_reason(given: Any, found: list[str] | str) -> None:
    answer = read(spans=[given])
    assert (words(answer) or next(iter(answer.left)), answer.given) == (found, 1)


def test_offsets_are_code_points() -> None:
    at = TEXT.index("U.S.")
    assert words(read(spans=[span(at, at + 4)])) == ["GPE U.S."]


@pytest.mark.parametrize(
    ("each", "quotes", "found"),
    [
        ("every", ["Norland", "Norland"], [0, 46]),
        ("every", ["Norland", "Norland", "Norland"], [0, 46]),
        ("once", ["Norland"], [0, 46]),
    ],
)
def test_a_quote_stands_for_its_next_place_or_for_all(each: str, quotes: list[str], found: list[int]) -> None:
    answer = read(each, quotes=[{"text": quote, "label": "GPE"} for quote in quotes])
    assert [place.start for place in answer.places] == found
    assert answer.left["given twice"] == len(quotes) - 2 * (each == "every") - (each == "once")


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({"error": "rate\nlimit\x07"}, "rate limit\\u0007"),
        ({"error": {"code": 429}}, "{'code': 429}"),
        ({"spans": {}}, "its answer has no list of spans, quotes or facts"),
        ({"spans": "no"}, "its answer has no list of spans, quotes or facts"),
        ({"entities": []}, "its answer has no list of spans, quotes or facts"),
        ({}, ""),
        ({"spans": [], "quotes": None}, ""),
    ],
)
def test_an_error_and_an_answer_that_is_none_are_told(answer: dict[str, Any], error: str) -> None:
    found = read(**answer)
    assert (found.error, found.is_usable) == (error, not error)


def test_an_answer_of_which_nothing_is_left_is_of_no_use() -> None:
    assert not read(quotes=[{"text": "Oslo", "label": "GPE"}]).is_usable
    assert read(quotes=[{"text": "Oslo", "label": "GPE"}, {"text": "Sudland", "label": "GPE"}]).is_usable


def test_nesting_without_end_costs_the_one_item() -> None:
    deep: Any = "x"
    for _ in range(200_000):
        deep = [deep]
    assert words(read(spans=[span(0, 7), span(15, 22, more=deep)])) == ["GPE Norland"]


# --- facts

FACT = {"type": "ATTACK", "trigger": "struck", "roles": {"actor": ["Norland"], "target": "Sudland"}}


def told(**changes: Any) -> list[Any]:
    """The fact so changed: its type, trigger and fillers in words, or why it is left out."""
    answer = read(facts=[{**FACT, **changes}])
    if answer.left:
        return [*answer.left]
    [fact] = answer.facts
    fillers = {role: [TEXT[slice(*at)] for at in found] for role, found in fact.fillers.items()}
    return [
        fact.type,
        TEXT[slice(*fact.trigger)],
        fillers,
        fact.attributes,
        fact.score,
        dict(+answer.trimmed),
    ]


def test_a_fact_is_placed_by_its_quotes() -> None:
    fillers = {"actor": ["Norland"], "target": ["Sudland"]}
    assert told() == ["ATTACK", "struck", fillers, (), None, {}]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"type": "STRIKE"}, "unknown fact types"),
        ({"type": None}, "unknown fact types"),
        ({"trigger": "bombed"}, "triggers not in the text"),
        ({"trigger": None}, "triggers not in the text"),
        ({"trigger": ["struck", "killing"]}, "triggers not in the text"),
        ({"roles": {}}, "facts without a role"),
        ({"roles": ["Norland"]}, "facts without a role"),
        ({"score": False}, "scores that are none"),
    ],
)
def test_a_fact_that_cannot_be_is_left_out_for_a_reason(changes: dict[str, Any], why: str) -> None:
    assert told(**changes) == [why]


def test_of_a_fact_only_the_roles_that_cannot_be_are_left_out() -> None:
    roles = {"actor": ["Norland", "Oslo"], "doer": "Norland", "target": {"start": 15, "end": 22}}
    *_, trimmed = made = told(roles=roles, score=0.5, modality="claimed", negated=1)
    assert made[2:5] == [{"actor": ["Norland"], "target": ["Sudland"]}, (("modality", "claimed"),), 0.5]
    assert trimmed == {"unknown roles": 1, "role fillers not in the text": 1}


def test_a_filler_is_the_place_nearest_to_the_trigger() -> None:
    [fact] = read(facts=[{"type": "STATEMENT", "trigger": "said", "roles": {"speaker": "Norland"}}]).facts
    assert fact.fillers["speaker"] == ((46, 53),)


def test_where_facts_alone_are_wanted_spans_are_not_counted() -> None:
    answer = read(wants_spans=False, facts=[FACT], quotes=[{"text": "Oslo", "label": "GPE"}])
    assert (answer.given, len(answer.facts)) == (1, 1)


def test_a_large_answer_on_a_large_text_is_read_in_seconds() -> None:
    text = "Norland met Sudland. " * 20_000
    quotes = [{"text": f"Norland{n}", "label": "GPE"} for n in range(300)]
    quotes += [{"text": "Norland", "label": "GPE"}] * 5_000
    answer = read(text=text, quotes=json.loads(json.dumps(quotes)))
    assert (len(answer.places), answer.left["quotes not in the text"]) == (5_000, 300)
