"""Tasks that came from Prodigy and go back: the same when nothing changed, and what an edit changes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.formats.came_from import PARTS, kept_for, together
from annotations.formats.writing.selection import Choice
from annotations.sets import AnnotationSet, Progress, State, Topic
from annotations.spans import Status
from tests.annotations.formats.lines.prodigies import ANN, BEN, MET, OSLO, TALKS, back, given, task
from tests.making import span

TOKENS = [{"text": "Ann", "start": 0, "end": 3, "id": 0, "ws": True}, {"text": "met", "start": 4, "end": 7, "id": 1, "ws": True},
          {"text": "Ben in", "start": 8, "end": 14, "id": 2, "ws": True}, {"text": "Oslo.", "start": 15, "end": 20, "id": 3, "ws": False}]  # fmt: skip
HIRED = {"head": 0, "child": 2, "label": "hired", "color": "#abc"}
ENDS = {"head_span": ANN, "child_span": {**BEN, "token_start": 2}}
FILES = {
    "what Prodigy says besides": [task({**ANN, "source": "m1", "rank": 0}, BEN, meta={"source": "wire", "score": 0.5, "id": 5}, tokens=TOKENS,
                                       answer="accept", _timestamp=1690000000, _session_id="d-anna", _view_id="ner_manual", odd={"a": [1, None]})],
    "spans in another order": [task(OSLO, ANN, BEN, answer="accept")],
    "binary answers": [task(ANN, answer="accept"), task(MET, answer="reject", comments="no"), task(BEN, answer="ignore")],
    "one span in two tasks": [task(ANN, BEN, answer="accept"), task(ANN, _task_hash=42, answer="accept")],
    "of two": [task(ANN, _session_id="d-anna", answer="accept"), task(BEN, _annotator_id="d-ben", answer="accept")],
    "topics": [{"text": TALKS, "options": [{"id": 7, "text": "War"}], "accept": [7], "_task_hash": 3, "answer": "accept"}],
    "labels": [{"text": TALKS, "label": "A", "answer": "accept"}, {"text": TALKS, "label": "B", "answer": "reject"}],
    "nothing in it": [task(answer="accept"), task(text="Ann left.", answer="ignore"), {"text": "Ben left.", "answer": "reject"}],
    "not answered": [{"text": TALKS, "meta": {"source": "wire"}}],
    "rejected as a whole": [task(ANN, BEN, answer="reject")],
    "no labels": [task({"start": 0, "end": 3, "pattern": 5}, BEN, answer="accept")],
    "by tokens": [task({"token_start": 0, "token_end": 1, "label": "X"}, tokens=TOKENS, answer="accept")],
    "relations": [task(ANN, BEN, relations=[{**HIRED, **ENDS}, {**HIRED, **ENDS, "label": "met"}], answer="accept", _view_id="relations")],
    "relations by tokens": [task(ANN, BEN, tokens=TOKENS, relations=[HIRED, HIRED, {**HIRED, "child": 3}], answer="accept")],
    "tokens of their own": [task(ANN, tokens=[{**one, "disabled": False} for one in TOKENS], answer="accept")],
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_tasks_that_nobody_changed_go_back_as_they_came(name: str, tmp_path: Path) -> None:
    assert back(tmp_path, *FILES[name]) == FILES[name]


def test_a_new_span_stands_in_the_task_behind_the_others_under_a_new_hash(tmp_path: Path) -> None:
    came = task({**BEN, "source": "m1"}, tokens=TOKENS, answer="accept", meta={"source": "wire"})
    (made,) = back(tmp_path, came, change=lambda made: made.having(span(15, 19, "GPE")))
    assert made["spans"] == [came["spans"][0], {**OSLO, "token_start": 3, "token_end": 3, "text": "Oslo"}]
    assert {name for name in made if made[name] != came.get(name)} == {"spans", "_task_hash"}


def lacking(*starts: int) -> object:
    def change(made: AnnotationSet) -> AnnotationSet:
        return made.lacking(*(one for one in made.spans.values() if one.start in starts))

    return change


def test_a_span_that_is_gone_is_gone_with_its_task_when_that_said_no_more(tmp_path: Path) -> None:
    kept, gone = task(ANN, answer="accept"), task(MET, answer="reject")
    assert back(tmp_path, kept, gone, change=lacking(4)) == [kept]
    (made,) = back(tmp_path, task(ANN, BEN, answer="accept"), change=lacking(0))
    assert (made["spans"], made["_input_hash"], made["answer"]) == ([BEN], -7, "accept")
    assert made["_task_hash"] != 41


def test_what_is_new_beside_binary_answers_is_a_task_of_its_own(tmp_path: Path) -> None:
    came = [task(ANN, answer="accept", _session_id="anna"), task(BEN, answer="accept", _session_id="anna")]
    *first, made = back(tmp_path, *came, change=lambda made: made.having(span(15, 19, "GPE")))
    assert first == came
    assert ([one["text"] for one in made["spans"]], made["_input_hash"]) == (["Oslo"], -7)
    assert (made["_session_id"], made["answer"]) == ("anna", "accept")


@pytest.mark.parametrize(("state", "answer"), [(State.DONE, "accept"), (State.STARTED, "ignore")])
def test_a_decided_suggestion_is_accepted_when_the_article_is_done(
    state: State, answer: str, tmp_path: Path
) -> None:
    came = task({**ANN, "source": "m1"}, answer="ignore", _session_id="anna")
    change = lambda made: made.having(span(0, 3, "PER"), Progress(state))
    (made,) = back(tmp_path, came, change=change, choice=Choice(articles="all"))
    assert (made["spans"], made["answer"]) == (came["spans"], answer)


def test_a_rejected_span_leaves_as_a_rejected_task(tmp_path: Path) -> None:
    no = span(4, 7, "PER", status=Status.REJECTED)
    first, second = back(tmp_path, task(ANN, answer="accept"), change=lambda made: made.having(no))
    assert (first["answer"], second["answer"], [one["text"] for one in second["spans"]]) == (
        "accept",
        "reject",
        ["met"],
    )


def test_topics_that_came_and_went(tmp_path: Path) -> None:
    choice = {"text": TALKS, "accept": ["A", "B"], "_view_id": "choice", "answer": "accept"}
    change = lambda made: made.lacking(Topic("A")).having(Topic("C"))
    (made,) = back(tmp_path, choice, change=change)
    assert (made["accept"], made["_view_id"]) == (["B", "C"], "choice")


def test_a_relation_that_is_gone_leaves_the_others_as_they_came(tmp_path: Path) -> None:
    relations = [{**HIRED, **ENDS}, {**HIRED, **ENDS, "label": "met"}]
    change = lambda made: made.lacking(next(fact for fact in made.facts.values() if fact.type == "hired"))
    (made,) = back(tmp_path, task(ANN, BEN, relations=relations, answer="accept"), change=change)
    assert made["relations"] == relations[1:]


def test_tasks_that_stood_apart_are_parts_of_one_work(tmp_path: Path) -> None:
    (first, other, second), (notice,) = given(
        tmp_path, task(ANN, answer="accept"), task(text="Ann left."), task(BEN, answer="accept")
    )
    assert "stand apart" in notice.reason
    meta = together(first.article.meta, second.article.meta)
    assert len(kept_for(meta, "", "prodigy").work[PARTS]) == 2
    assert together(meta, second.article.meta) is meta
    assert together(other.article.meta, {}) is other.article.meta
