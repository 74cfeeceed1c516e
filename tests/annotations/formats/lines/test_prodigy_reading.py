"""Prodigy's tasks as Factmark takes them in: answers, topics, versions of a review, and what one broken field costs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations import formats
from annotations.formats.tools.prodigy_writing import tasks
from annotations.formats.units import CODE_POINTS
from annotations.problems import Notice
from annotations.sets import State
from tests.annotations.formats.lines.prodigies import ANN, BEN, MET, OSLO, TALKS, given, one, shown, task


def test_tasks_on_one_text_are_one_record_and_a_rejected_span_is_rejected(tmp_path: Path) -> None:
    record, (notice,) = one(tmp_path, task(ANN), task(BEN, answer="accept"), task(MET, answer="reject"))
    assert shown(record) == [
        *(("Ann", "PER", "confirmed"), ("Ben", "PER", "confirmed"), ("met", "PER", "rejected"))
    ]
    assert (record.set and record.set.state) == State.DONE
    assert notice.reason == "A rejected span goes back with --spans all."


def test_tasks_of_two_annotators_are_two_records(tmp_path: Path) -> None:
    records, _ = given(
        tmp_path, task(ANN, _session_id="d-anna"), task(BEN, _session_id="x", _annotator_id="d-ben")
    )
    assert [record.set and record.set.annotator for record in records] == ["d-anna", "d-ben"]


def test_what_an_ignored_task_has_marked_is_a_suggestion(tmp_path: Path) -> None:
    record, (notice,) = one(tmp_path, task(ANN, answer="ignore"))
    assert (shown(record), record.set) == ([("Ann", "PER", "suggested")], None)
    assert isinstance(notice, Notice)


def test_a_rejected_task_with_several_spans_shows_none_and_says_so(tmp_path: Path) -> None:
    record, (notice,) = one(tmp_path, task(ANN, BEN, answer="reject"))
    assert (record.spans(), record.set) == ([], None)
    assert "A rejected task with 2 spans is kept for the way back" in notice.reason


def test_the_last_answer_on_a_span_counts(tmp_path: Path) -> None:
    record, (_, notice) = one(tmp_path, task(ANN, answer="reject"), task(ANN))
    assert shown(record) == [("Ann", "PER", "confirmed")]
    assert "is accepted and rejected" in notice.reason


OPTIONS = [{"id": "Meeting", "text": "Meeting"}, {"id": 7, "text": "War"}]


def test_what_was_chosen_and_a_label_that_was_accepted_are_topics(tmp_path: Path) -> None:
    choice = {"text": TALKS, "options": OPTIONS, "accept": ["Meeting", 7], "answer": "accept"}
    record, _ = one(tmp_path, choice, {"text": TALKS, "label": "TALKS", "answer": "accept"})
    assert record.set is not None
    assert list(record.set.topics) == ["Meeting", "War", "TALKS"]


def test_a_label_that_was_rejected_is_no_topic_and_said_to_be_kept(tmp_path: Path) -> None:
    record, (notice,) = one(tmp_path, {"text": TALKS, "label": "TALKS", "answer": "reject"})
    assert not (record.set and record.set.topics)
    assert "Topics that were not accepted are kept" in notice.reason


def test_the_versions_of_a_review_are_sets_of_their_annotators_and_its_outcome_gold(tmp_path: Path) -> None:
    versions = [
        {"spans": [ANN], "answer": "accept", "sessions": ["d-anna", "d-ben"]},
        {"spans": [ANN, BEN], "answer": "accept", "sessions": ["d-cleo"]},
    ]
    records, (notice,) = given(tmp_path, task(ANN, BEN, OSLO, answer="accept", versions=versions))
    sizes = {record.set.annotator: len(record.set.spans) for record in records if record.set}
    assert sizes == {"d-anna": 1, "d-ben": 1, "d-cleo": 2, "gold": 3}
    assert "its outcome as gold" in notice.reason


def test_a_task_without_anything_that_was_accepted_is_done(tmp_path: Path) -> None:
    record, _ = one(tmp_path, task(answer="accept"))
    assert record.set is not None
    assert (record.set.state, len(record.set.spans)) == (State.DONE, 0)


def test_a_task_that_nobody_has_answered_is_an_article(tmp_path: Path) -> None:
    assert one(tmp_path, {"text": TALKS})[0].set is None


TOKENS = [{"text": word, "start": TALKS.index(word), "end": TALKS.index(word) + len(word), "id": n} for n, word in
          enumerate(["Ann", "met", "Ben", "in", "Oslo", "."])]  # fmt: skip


def test_spans_may_be_given_by_tokens_alone(tmp_path: Path) -> None:
    record, _ = one(tmp_path, task({"token_start": 2, "token_end": 4, "label": "X"}, tokens=TOKENS))
    assert shown(record) == [("Ben in Oslo", "X", "confirmed")]


def test_a_relation_by_tokens_is_one_of_the_spans_that_end_there(tmp_path: Path) -> None:
    wide = {"start": 8, "end": 19, "label": "X"}
    relations = [{"head": 0, "child": 4, "label": "met"}, {"head": 0, "child": 1, "label": "did"}]
    record, _ = one(tmp_path, task(ANN, wide, tokens=TOKENS, relations=relations))
    ends = [[TALKS[f.start : f.end] for f in fact.fillers()] for fact in record.facts()]
    assert ends == [["Ann", "Ben in Oslo"], ["Ann", "met"]]
    assert {f.span for f in record.facts()[0].fillers()} == {span.id for span in record.spans()}


def test_one_id_of_several_texts_stays_with_the_first(tmp_path: Path) -> None:
    records, (notice,) = given(
        tmp_path, task(ANN, meta={"id": 5}), task(text="Ann left.", meta={"id": 5, "url": "x"})
    )
    assert [record.article.id == "5" for record in records] == [True, False]
    assert records[1].article.meta["id"] == "5"
    assert "is that of several texts" in notice.reason


BROKEN = [
    ({"spans": [5, ANN]}, "The span 1 was left out: it is not an object"),
    ({"spans": [{"start": "0", "end": 3, "label": "PER"}, ANN]}, "span 1 was left out: start and end must be"),
    ({"spans": [ANN, {"start": 3, "end": 3, "label": "PER"}]}, "span 2 was left out: start 3 and end 3 are no range"),
    ({"spans": [ANN, {"start": 3, "end": 10**400, "label": "PER"}]}, "is no range of the text"),
    ({"spans": [ANN, {"token_start": 0, "token_end": 9, "label": "P"}], "tokens": TOKENS}, "there is no such token"),
    ({"spans": [ANN, {**BEN, "label": {"a": 1}}]}, "The span 2 was left out: label must be text"),
    ({"tokens": "x"}, "The field tokens was left out: it must be a list"),
    ({"relations": 5}, "The field relations was left out"),
    ({"relations": [{"head": 0, "child": 99, "label": "x"}]}, "relation 1 was left out: there is no such token"),
    ({"relations": [{"head": 0, "child": 0}]}, "relation 1 was left out: it has no label"),
    ({"relations": [7]}, "relation 1 was left out: it is not an object"),
    ({"versions": [7]}, "A version was left out"),
    ({"answer": {"a": []}}, "is none of Prodigy's"),
    ({"accept": "x", "options": 5}, ""),
    ({"meta": [1], "_session_id": [2]}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "reason"), BROKEN, ids=[str(wrong)[:30] for wrong, _ in BROKEN])
def test_a_broken_field_is_listed_and_loses_only_itself(wrong: dict, reason: str, tmp_path: Path) -> None:
    records, problems = given(tmp_path, {**task(ANN), **wrong}, task(text="Ann left."))
    assert [record.article.text for record in records] == [TALKS, "Ann left."]
    assert [reason in problem.reason for problem in problems[:1]] == [True] * bool(reason)
    assert len(records[0].spans()) == ("answer" not in wrong)


def test_a_field_that_is_nested_too_deeply_is_left_out_alone(tmp_path: Path) -> None:
    deep = '{"text": "Ann left.", "spans": [{"start": 0, "end": 3, "label": "PER"}], "odd": %s}'
    record, (problem,) = one(tmp_path, deep % ("[" * 300 + "]" * 300))
    assert (len(record.spans()), "The field odd was left out" in problem.reason) == (1, True)
    records, (whole,) = given(tmp_path, deep % ("[" * 99_999), task(ANN))
    assert (len(records), whole.line) == (1, 1)


def test_half_a_character_in_a_label_costs_nothing(tmp_path: Path) -> None:
    record, problems = one(tmp_path, task({**ANN, "label": "P\ud83d"}))
    assert (len(record.spans()), problems) == (1, [])


def test_versions_of_a_task_without_a_text_are_refused_with_it(tmp_path: Path) -> None:
    records, problems = given(tmp_path, {"versions": [{"spans": [ANN], "sessions": ["a"]}]}, task(ANN))
    assert ([record.article.text for record in records], problems[0].line) == ([TALKS], 1)


def test_a_version_without_tokens_goes_back_without_them(tmp_path: Path) -> None:
    whole = task(
        ANN, answer="accept", versions=[{"spans": [ANN], "answer": "accept", "sessions": ["d-anna"]}]
    )
    whole.pop("tokens", None)
    records, _ = given(tmp_path, whole)
    lines = [json.loads(line) for record in records for line in tasks(record, CODE_POINTS, "en")]
    assert [line["answer"] for line in lines] == ["accept", "accept"]
    assert not any("tokens" in line for line in lines)


def test_a_label_and_an_answer_are_prodigys(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Rain.", "label": "WEATHER", "answer": "accept"}\n', "utf-8")
    assert formats.detected(tmp_path / "a.jsonl").name == "prodigy"
