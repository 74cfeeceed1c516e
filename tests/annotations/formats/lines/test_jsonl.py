"""Our own record: what it takes, what it refuses, and that nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations import formats
from annotations.articles import article_id
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.formats.lines import jsonl
from annotations.problems import Problem
from annotations.sets import AnnotationSet, Boilerplate, Progress, State
from annotations.spans import Status
from annotations.text.sentences import sentences
from tests.making import TEXT, read_back, span
from tests.strategies import annotation_sets, articles, examples


def one(value: dict | str) -> Record:
    """The only record in a line; what is wrong with it fails the test."""
    text = value if isinstance(value, str) else json.dumps(value)
    (record,) = read_back(text)
    assert isinstance(record, Record), record
    return record


def reasons(value: dict | str | bytes) -> list[str]:
    content = json.dumps(value) if isinstance(value, dict) else value
    return [str(entry) for entry in read_back(content) if isinstance(entry, Problem)]


def with_span(**fields) -> dict:
    return {"text": TEXT, "spans": [{"start": 0, "end": 10, "label": "PERSON", **fields}]}


def test_a_record_needs_no_more_than_text() -> None:
    record = one({"text": TEXT})
    assert (record.article.id, record.article.title, record.set, record.pool) == (
        article_id(TEXT),
        TEXT,
        None,
        (),
    )
    assert record.plain


def test_a_span_without_id_gets_one_that_two_people_share() -> None:
    first, second = (next(iter(one(with_span()).set.spans.values())) for _ in range(2))
    assert first == second
    assert (first.status, first.start, first.end, first.label) == (Status.CONFIRMED, 0, 10, "PERSON")


def test_a_record_with_spans_and_no_state_is_started() -> None:
    assert one(with_span()).set.state is State.STARTED
    assert one({**with_span(), "state": "done", "changed": True}).set.progress == Progress(
        State.DONE, changed=True
    )


def test_a_suggested_span_lies_in_the_pool() -> None:
    record = one(with_span(status="suggested"))
    assert [item.status for item in record.pool] == [Status.SUGGESTED]
    assert record.set is None


def test_a_number_as_id_becomes_text() -> None:
    assert one({"text": TEXT, "id": 7}).article.id == "7"


def test_crlf_and_a_byte_order_mark_are_no_trouble() -> None:
    content = b'\xef\xbb\xbf{"text": "a"}\r\n\r\n{"text": "b\\r\\n"}\r\n'
    assert [entry.article.text for entry in read_back(content)] == ["a", "b\r\n"]


def test_a_line_separator_within_a_text_does_not_end_its_line() -> None:
    assert one('{"text": "a\u2028b\u0085c"}').article.text == "a\u2028b\u0085c"


@pytest.mark.parametrize("sign", ["\\ud800", "\\uDFFF", "\\ufdd0", "\\uFDD1"])
def test_escaped_signs_that_qt_rewrites_are_replaced_everywhere(sign: str) -> None:
    line = '{"text": "aXb", "id": "iX", "title": "tX", "meta": {"kX": ["vX"]}, "annotator": "nX", "spans": [{"start": 0, "end": 3, "label": "LX", "id": "sX", "text": "aXb"}]}'
    record = one(line.replace("X", sign))
    (made,) = record.set.spans.values()
    assert (record.article.text, record.article.id, record.article.title) == (
        "a\ufffdb",
        "i\ufffd",
        "t\ufffd",
    )
    assert (record.article.meta, record.set.annotator) == ({"k\ufffd": ["v\ufffd"]}, "n\ufffd")
    assert (made.label, made.id) == ("L\ufffd", "s\ufffd")


def test_signs_that_qt_rewrites_are_replaced_where_they_are_not_escaped_too() -> None:
    record = one('{"text": "a\ufdd0", "id": "i\ufdd0", "title": "t\ufdd1", "meta": {"k": "v\ufdd0"}}')
    assert (record.article.text, record.article.id) == ("a\ufffd", "i\ufffd")
    assert (record.article.title, record.article.meta) == ("t\ufffd", {"k": "v\ufffd"})


def test_an_escaped_pair_of_surrogates_is_a_character() -> None:
    assert one('{"text": "\\ud83d\\udc4d"}').article.text == "👍"


REFUSED = [
    ("{", "This line is not JSON."),
    ("[]", "it is not an object"),
    ("7", "it is not an object"),
    ('"text"', "it is not an object"),
    ("{}", "it has no text"),
    ({"text": " \n"}, "it has no text"),
    ({"text": 7}, "text must be text"),
    ({"text": TEXT, "meta": 7}, "meta is not an object"),
    ({"text": TEXT, "id": [7]}, "its id is neither text nor a number"),
    ({"text": TEXT, "spans": {}}, "spans must be a list"),
    ({"text": TEXT, "facts": [{"type": "A", "trigger": [40, 99]}]}, "a fact A lies behind the text's end"),
    ({"text": TEXT, "facts": [{"type": "A"}]}, "neither a trigger nor a filler"),
    ({"text": TEXT, "boilerplate": [[0, 99]]}, "the boilerplate 0-99 lies behind the text's end"),
    ({"text": TEXT, "boilerplate": [7]}, r"a range must be [start, end]"),
    ({"text": TEXT, "state": "asleep"}, "asleep is none of"),
    ('{"text": "a", "n": ' + "9" * 5000 + "}", "This is no record"),
    ('{"text": "a", "n": ' + "[" * 100_000 + "]" * 100_000 + "}", "This is no record"),
    (b'{"text": "caf\xe9"}', "This line is not UTF-8; name another encoding with --encoding."),
]


@pytest.mark.parametrize(("value", "reason"), REFUSED, ids=[reason[:30] for _, reason in REFUSED])
def test_a_bad_line_is_a_problem_with_its_place(value, reason: str) -> None:
    (said,) = reasons(value)
    assert said.startswith("own.jsonl:1: ")
    assert reason in said
    assert len(said) < 300


LEFT_OUT = [
    ({"end": 99}, "The span 0-99 PERSON was left out"),
    ({"text": "Maria Ruis"}, "the text there is 'Maria Ruiz'"),
    ({"start": -1}, "start -1 and end 10 are no range"),
    ({"end": 10**400}, "was left out"),
    ({"label": ""}, "a span has no label"),
]


@pytest.mark.parametrize(("fields", "reason"), LEFT_OUT)
def test_a_bad_span_is_left_out_and_the_article_taken(fields: dict, reason: str) -> None:
    record, problem = read_back(json.dumps(with_span(**fields)))
    assert record.article.text == TEXT
    assert not record.set
    assert reason in str(problem)


def test_two_spans_with_one_id_are_reported() -> None:
    twice = {"text": TEXT, "spans": [{"id": "s", "start": 0, "end": n, "label": "ORG"} for n in (3, 4)]}
    assert reasons(twice) == ["own.jsonl:1: Two spans have the id s; the second was left out."]


def test_good_lines_between_bad_ones_are_read() -> None:
    entries = read_back('{"text": "a"}\nnonsense\n{"text": "b"}\n[]')
    assert [entry.line for entry in entries] == [1, 2, 3, 4]
    assert [entry.article.text for entry in entries if isinstance(entry, Record)] == ["a", "b"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = (
    "id",
    "title",
    "meta",
    "annotator",
    "state",
    "spans",
    "facts",
    "boilerplate",
    "comments",
    "decisions",
    "changed",
)


@given(st.dictionaries(st.sampled_from(FIELDS), json_values | st.lists(json_values, max_size=2)))
def test_no_record_whatever_its_fields_raises(value) -> None:
    entries = read_back(json.dumps({"text": TEXT, **value}))
    assert entries
    assert all(isinstance(entry, Record | Problem) for entry in entries)


@given(st.binary(max_size=80))
def test_no_bytes_raise(content: bytes) -> None:
    assert all(isinstance(entry, Record | Problem) for entry in read_back(content))


@settings(max_examples=examples(150), deadline=None)
@given(st.data())
def test_a_record_reads_back_as_it_was(data) -> None:
    article = data.draw(articles("a"))
    made = data.draw(annotation_sets(article, "anna"))
    record = one(json.dumps(jsonl.to_json(Record(article, made)), ensure_ascii=False))
    assert (record.article, record.set, record.pool) == (article, made, ())


def test_every_span_says_its_text_and_every_fact_its_evidence() -> None:
    text = "A navy ship left. Two sites were hit. Nobody knows."
    fact = Fact("f", "ATTACK", (33, 36), (Role("count", (Filler(18, 21, None),)),))
    said = jsonl.to_json(
        Record(one({"text": text}).article, AnnotationSet.of("a", "anna", [span(2, 11), fact]))
    )
    assert said["spans"][0]["text"] == "navy ship"
    assert said["facts"][0]["evidence"] == list(sentences(text)[1])


def test_boilerplate_is_a_pair_and_says_when_it_was_rejected() -> None:
    marks = [Boilerplate(0, 5), Boilerplate(6, 9, Status.REJECTED)]
    article = one({"text": TEXT}).article
    said = jsonl.to_json(Record(article, AnnotationSet.of(article.id, "anna", marks)))
    assert said["boilerplate"] == [[0, 5], [6, 9, "rejected"]]
    assert set(one(said).set.boilerplate.values()) == set(marks)


# --- what is still wrong


def test_a_line_without_annotator_and_work_has_no_set() -> None:
    said = jsonl.to_json(Record(one({"text": TEXT}).article, None))
    assert one(said).set is None


def test_first_bounds_behind_the_text_are_not_taken() -> None:
    entries = read_back(json.dumps(with_span(first=[0, 10**30, "ORG"])))
    assert all(not s.first for e in entries if isinstance(e, Record) and e.set for s in e.set.spans.values())


def test_comments_without_id_are_all_kept() -> None:
    assert len(one({"text": TEXT, "comments": [{"text": "why?"}, {"text": "where?"}]}).set.comments) == 2


def test_a_confirmed_facts_undecided_filler_is_confirmed_or_bare() -> None:
    value = with_span(id="s", status="suggested")
    value["facts"] = [
        {"type": "A", "roles": [{"role": "actor", "fillers": [{"span": "s", "start": 0, "end": 10}]}]}
    ]
    made = one(value).set
    assert all(
        made.spans[id_].status is Status.CONFIRMED for f in made.facts.values() for id_ in f.span_ids()
    )


def test_what_is_no_json_number_does_not_stay_in_the_metadata() -> None:
    entries = read_back('{"text": "a", "meta": {"n": NaN}}')
    said = [json.dumps(jsonl.to_json(entry)) for entry in entries if isinstance(entry, Record)]
    assert all("NaN" not in line for line in said)


@pytest.mark.parametrize("who", ["all", "  ", "a" * 201])
def test_a_record_of_a_name_that_nobody_can_have_is_refused_by_its_line(who: str, tmp_path: Path) -> None:
    records = [{"text": "Oslo.", "annotator": name} for name in ("anna", who, "gold")]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records))
    first, refused, last = formats.read(tmp_path / "a.jsonl")
    assert isinstance(refused, Problem)
    assert refused.line == 2
    assert "annotator" in refused.reason
    assert [one.set and one.set.annotator for one in (first, last) if isinstance(one, Record)] == [
        "anna",
        "gold",
    ]
