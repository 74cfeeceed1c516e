"""Prodigy's JSONL: inclusive token ends, signed hashes, and spans off the tokens counted."""

from __future__ import annotations

import json

from annotations.articles import Article
from annotations.facts import Fact, Filler, Role
from annotations.formats import FORMATS
from annotations.formats.base import How, Losses, Record
from annotations.formats.tools.prodigy_writing import tasks as prodigy_tasks
from annotations.formats.writing.fit import Fitter
from annotations.sets import AnnotationSet, Item, Progress, State, Topic
from tests.making import SMALL, TEXT, span


def tasks(*items: Item, text: str = TEXT, state: State = State.DONE) -> tuple[list[dict], Losses]:
    losses, how = Losses(), How(SMALL)
    made = AnnotationSet.of("a", "anna", [*items, Progress(state)])
    record = Record(Article("a", text, "Title", {"source": "Post"}), made)
    fitted = Fitter(FORMATS["prodigy"], how, losses).layers(record)
    return [json.loads(task) for entry in fitted for task in prodigy_tasks(entry, how.offsets, "en")], losses


def test_the_end_token_of_a_span_is_its_last() -> None:
    ((task,), losses) = tasks(span(0, 10), span(18, 22, "ORG"))
    assert [(s["token_start"], s["token_end"], s["text"]) for s in task["spans"]] == [
        (0, 1, "Maria Ruiz"),
        (4, 4, "Navy"),
    ]
    assert losses.counts == {}


def test_tokens_are_numbered_and_say_whether_a_blank_follows() -> None:
    ((task,), _) = tasks(text="Go, now.")
    assert [(t["text"], t["id"], t["ws"]) for t in task["tokens"]] == [
        *[("Go", 0, False), (",", 1, True), ("now", 2, False), (".", 3, False)]
    ]
    assert all(task["text"][t["start"] : t["end"]] == t["text"] for t in task["tokens"])


def test_hashes_are_signed_32_bit_numbers_that_follow_text_and_spans() -> None:
    made = [tasks(span(0, 10)), tasks(span(0, 5)), tasks(span(0, 10)), tasks(text=TEXT + "!")]
    inputs = [task["_input_hash"] for ((task,), _) in made]
    hashes = [task["_task_hash"] for ((task,), _) in made]
    assert all(-(2**31) <= hash_ < 2**31 for hash_ in inputs + hashes)
    assert inputs[0] == inputs[1] != inputs[3]
    assert hashes[0] == hashes[2] != hashes[1]


def test_hashes_use_the_whole_signed_range() -> None:
    made = [tasks(text=f"Text number {n}.")[0][0]["_input_hash"] for n in range(12)]
    assert min(made) < 0 < max(made)


def test_a_span_off_the_tokens_keeps_its_offsets_and_is_counted() -> None:
    ((task,), losses) = tasks(span(2, 8))
    assert [(s["start"], s["end"], s["token_start"], s["token_end"]) for s in task["spans"]] == [(2, 8, 0, 1)]
    assert losses.counts == {"spans off the tokens": 1}


def test_a_span_between_the_tokens_is_left_out_and_counted() -> None:
    ((task,), losses) = tasks(span(5, 6))
    assert task["spans"] == []
    assert losses.counts == {"spans without a token": 1}


def test_offsets_are_code_points() -> None:
    ((task,), _) = tasks(span(3, 7, "GPE"), text="👍🏽 Oslo is 東京.")
    assert [s["text"] for s in task["spans"]] == ["Oslo"]


def test_a_finished_article_is_accepted_and_another_ignored() -> None:
    answers = [tasks(state=state)[0][0]["answer"] for state in (State.DONE, State.REVIEWED, State.STARTED)]
    assert answers == ["accept", "accept", "ignore"]


def test_topics_are_what_was_accepted() -> None:
    assert tasks(Topic("War"), Topic("Oil"))[0][0]["accept"] == ["Oil", "War"]
    assert "accept" not in tasks()[0][0]


def test_a_fact_is_relations_between_last_tokens_labelled_with_type_and_role() -> None:
    roles = (Role("who", (Filler(0, 10, "p"),)), Role("where", (Filler(28, 32),)))
    ((task,), _) = tasks(span(0, 10, id_="p"), Fact("f", "MOVE", (23, 27), roles))
    assert [(r["head"], r["child"], r["label"]) for r in task["relations"]] == [
        (5, 1, "MOVE:who"),
        (5, 6, "MOVE:where"),
    ]
    assert task["relations"][0]["child_span"]["label"] == "PERSON"


def test_a_fact_with_a_trigger_alone_is_counted_as_not_carried() -> None:
    assert tasks(Fact("f", "A", (0, 1)))[1].counts == {"facts with a trigger alone": 1}


def test_a_task_says_whose_it_is_and_what_the_article_is() -> None:
    ((task,), _) = tasks()
    assert (task["_session_id"], task["_view_id"]) == ("anna", "spans_manual")
    assert task["meta"] == {"source": "Post", "id": "a", "title": "Title"}


def test_ends_that_are_no_spans_stand_among_the_spans_for_who_looks_there() -> None:
    roles = (Role("who", (Filler(0, 10, "p"),)), Role("where", (Filler(28, 32),)))
    ((task,), _) = tasks(span(0, 10, id_="p"), Fact("f", "MOVE", (23, 27), roles))
    named = [(one["text"], one["label"]) for one in task["spans"]]
    assert named == [("Maria Ruiz", "PERSON"), ("left", "MOVE"), ("Oslo", "MOVE:where")]
    ends = {one["token_end"] for one in task["spans"]}
    assert {relation[end] for relation in task["relations"] for end in ("head", "child")} <= ends
