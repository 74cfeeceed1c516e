"""Soft labels: shares of annotators, by bounds and label."""

from __future__ import annotations

import json

from annotations import formats
from annotations.articles import Article
from annotations.formats.base import Record
from annotations.formats.lines.jsonl import to_json
from annotations.formats.writing.soft_labels import SoftSpan, side_by_side, soft_labels
from annotations.sets import FINISHED, GOLD, AnnotationSet, Boilerplate, Progress, State
from annotations.spans import Status
from tests.making import TEXT, span

DONE = Progress(State.DONE)


def made(who: str, *spans) -> AnnotationSet:
    return AnnotationSet.of("a", who, spans)


def test_each_span_has_the_share_and_the_names_of_who_marked_it() -> None:
    sets = [made("anna", span(0, 10)), made("ben", span(0, 10), span(0, 5, "ORG")), made("cy")]
    assert soft_labels(sets) == [
        SoftSpan(0, 10, "PERSON", 2 / 3, ("anna", "ben")),
        SoftSpan(0, 5, "ORG", 1 / 3, ("ben",)),
    ]


def test_gold_and_rejected_spans_are_no_votes_and_one_annotator_votes_once() -> None:
    twice = made("anna", span(0, 10), span(0, 10, id_="again"), span(18, 22, status=Status.REJECTED))
    assert soft_labels([twice, made(GOLD, span(0, 10))]) == [SoftSpan(0, 10, "PERSON", 1.0, ("anna",))]


def test_no_set_gives_nothing() -> None:
    assert soft_labels([]) == soft_labels([made(GOLD, span(0, 10))]) == []


# --- records


def record(who: str, *items, article: str = "a") -> Record:
    return Record(Article(article, TEXT), AnnotationSet.of(article, who, items) if who else None)


def shares(record: Record) -> list[tuple[str, float, int]]:
    return [(s["label"], s["agreement"]["share"], s["agreement"]["of"]) for s in to_json(record)["spans"]]


def test_the_records_of_an_article_become_one_whose_spans_say_how_many_agree() -> None:
    entries = [
        record("anna", span(0, 10), DONE),
        record("ben", span(0, 10), DONE),
        record("cy", span(0, 5), DONE),
    ]
    [one, other] = side_by_side([*entries, record("cy", span(0, 10), DONE, article="b")])
    assert shares(one) == [("PERSON", 0.6667, 3), ("PERSON", 0.3333, 3)]
    assert shares(other) == [("PERSON", 1.0, 1)]
    assert (to_json(one)["annotator"], to_json(one)["state"]) == (None, "done")


def test_only_sets_of_the_states_asked_for_vote_and_gold_and_skipped_ones_never() -> None:
    skipped = Progress(State.DONE, skipped="a duplicate")
    entries = [
        record("anna", span(0, 10), DONE),
        record("ben", Progress(State.STARTED)),
        record("cy", skipped),
    ]
    [one] = side_by_side([*entries, record(GOLD, DONE)], FINISHED)
    assert shares(one) == [("PERSON", 1.0, 1)]


def test_an_article_without_a_vote_passes_as_it_came() -> None:
    entries = [record("ben", Progress(State.STARTED)), record(GOLD, DONE)]
    assert list(side_by_side(entries, FINISHED)) == entries
    assert list(side_by_side([record("")])) == [record("")]


def test_boilerplate_that_anybody_confirmed_is_boilerplate() -> None:
    yes, no = Boilerplate(0, 5), Boilerplate(0, 5, Status.REJECTED)
    for first, second in ((yes, no), (no, yes)):
        [one] = side_by_side([record("anna", first), record("ben", second)])
        assert list(one.set.boilerplate.values()) == [yes]


def test_the_line_is_read_as_ordinary_spans(tmp_path) -> None:
    [one] = side_by_side([record("anna", span(0, 10), DONE), record("ben", DONE)])
    (tmp_path / "soft.jsonl").write_text(json.dumps(to_json(one)), "utf-8")
    [back] = formats.read(tmp_path / "soft.jsonl")
    assert [(s.start, s.end, s.label) for s in back.set.spans.values()] == [(0, 10, "PERSON")]
