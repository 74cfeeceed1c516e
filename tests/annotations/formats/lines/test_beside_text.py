"""Fields beside the text in lines of JSON: title, date, metadata, and what looks like annotations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.articles import Article
from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.lines.beside_text import looks_like_annotations
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Notice, Problem
from annotations.sets import State
from tests.making import TEXT, read_back
from tests.ui.commands.commands import run, said


def article(value: dict) -> Article:
    (record,) = read_back(json.dumps(value))
    assert isinstance(record, Record), record
    return record.article


def told(value: dict) -> list[str]:
    return [entry.reason for entry in read_back(json.dumps(value)) if isinstance(entry, Notice)]


def mapped(folder: Path, value: dict, **fields: str) -> list[Record | Problem]:
    (folder / "a.jsonl").write_text(json.dumps(value), "utf-8")
    return list(read(folder / "a.jsonl", HowRead("jsonl", fields=fields)))


def test_title_date_and_metadata_are_those_of_a_table_with_these_columns(tmp_path: Path) -> None:
    row = {
        "headline": "Talks",
        "text": TEXT,
        "url": "http://example.org/1",
        "date": "2024-01-23",
        "source": "Daily",
    }
    (tmp_path / "a.csv").write_text("\n".join(",".join(line) for line in (row, row.values())), "utf-8")
    (of_table,) = read(tmp_path / "a.csv")
    found = article(row)
    assert (found.title, found.published, found.published_trusted) == ("Talks", "2024-01-23", False)
    assert {**found.meta, "file": "a.csv"} == of_table.article.meta


def test_any_scalar_list_and_object_beside_the_text_is_kept() -> None:
    given = {
        "author": ["Ines Roux", "Ben Okri"],
        "words": 7,
        "paid": True,
        "geo": {"city": "Oslo"},
        "tags": ["sea"],
    }
    assert article({"title": "T", "text": TEXT, "empty": None, **given}).meta == given


@pytest.mark.parametrize(
    ("field", "given", "day"),
    [
        ("date", "2024-01-23T10:00:00Z", "2024-01-23"),
        ("published", "2024-01-23T23:30:00.000+05:30", "2024-01-23"),
        ("pubDate", "Tue, 23 Jan 2024 10:00:00 +0100", "2024-01-23"),
        ("publication_date", "January 23rd, 2024", "2024-01-23"),
        ("date_publish", "23.01.2024", "2024-01-23"),
        ("date", "23/01/2024 10:30", "2024-01-23"),
        ("date", "20240123T101500Z", "2024-01-23"),
        ("timestamp", 1706000000, "2024-01-23"),
        ("timestamp", 1706000000123, "2024-01-23"),
        ("date", "04/03/2024", ""),
        ("date", "last Tuesday", ""),
    ],
)
def test_a_date_fills_published_and_what_it_says_besides_is_kept(
    field: str, given: str | int, day: str
) -> None:
    meta = article({"text": TEXT, field: given}).meta
    assert (meta.get("published") or "") == day
    assert given in meta.values()
    assert meta.get("published_trusted") is (False if day else None)


@pytest.mark.parametrize("name", ["body", "content", "data", "Text", "articleBody", "maintext"])
def test_the_text_may_have_another_name(name: str) -> None:
    assert article({name: TEXT, "title": "T"}).text == TEXT


def test_nobody_vouches_for_a_date_because_a_file_says_so() -> None:
    meta = article({"text": TEXT, "published_trusted": True, "came_from": "x", "date": "2024-01-23"}).meta
    assert (meta["published_trusted"], meta["beside_came_from"]) == (False, "x")


def test_fields_named_as_ours_that_are_not_ours_are_metadata() -> None:
    given = {"state": "Texas", "comments": 12, "topics": "sea", "spans": "none", "source": "Daily"}
    assert article({"text": TEXT, "title": "T", **given}).meta == given


def test_a_field_that_is_in_the_metadata_too_is_kept_beside_it() -> None:
    meta = article({"text": TEXT, "meta": {"source": "A", "url": "u"}, "source": "B", "url": "u"}).meta
    assert meta == {"source": "A", "url": "u", "beside_source": "B"}


@pytest.mark.parametrize(
    "given",
    [
        {"denotations": [{"id": "T1", "span": {"begin": 0, "end": 4}, "obj": "Person"}]},
        {"marks": [{"start": 0, "end": 4, "tag": "X"}]},
        {"found": [{"offset": 3, "length": 4}]},
        {"gold": [[0, 4, "PER"]]},
        {"by_layer": {"first": [[0, 4, "PER"]]}},
        {"labels": ["a"]},
        {"relations": {"x": 1}},
    ],
)
def test_a_field_that_looks_like_annotations_is_named_and_kept(given: dict) -> None:
    (name,) = given
    (notice,) = told({"text": TEXT, "title": "T", **given})
    assert (
        notice
        == f"The field {name} looks like annotations and was not read; it is kept with the article's metadata."
    )
    assert next(iter(given.values())) in article_with_notice({"text": TEXT, **given}).meta.values()


def article_with_notice(value: dict) -> Article:
    return next(entry.article for entry in read_back(json.dumps(value)) if isinstance(entry, Record))


@pytest.mark.parametrize(
    "given", [[], {}, "label", [1, 2, 3], [[1.5, 2.5]], ["a", "b"], [{"name": "x"}], {"lat": 1}]
)
def test_other_fields_do_not_look_like_annotations(given: object) -> None:
    assert not looks_like_annotations("tags", given)


def test_an_own_record_is_read_with_a_field_beside_it_and_loses_nothing() -> None:
    span = {"id": "s1", "start": 0, "end": 10, "label": "PERSON"}
    value = {
        "id": "a1",
        "title": "Talks",
        "text": TEXT,
        "annotator": "ann",
        "state": "done",
        "spans": [span],
        "desk": "sea",
    }
    (record,) = read_back(json.dumps(value))
    assert (record.article.id, record.article.title, record.set.annotator) == ("a1", "Talks", "ann")
    assert (list(record.set.spans), record.set.state, record.article.meta) == (
        ["s1"],
        State.DONE,
        {"desk": "sea"},
    )


def test_a_person_says_which_field_is_which(tmp_path: Path) -> None:
    value = {
        "lead": "Short.",
        "story": {"full": TEXT},
        "slug": "talks",
        "link": "u",
        "coder": "ann",
        "when": "2024-01-23",
    }
    asked = {"text": "story.full", "title": "slug", "url": "link", "annotator": "coder", "published": "when"}
    record, *rest = mapped(tmp_path, value, **asked)
    assert (record.article.text, record.article.title, record.set.annotator) == (TEXT, "talks", "ann")
    assert (record.article.meta["url"], record.article.published, record.article.meta["lead"], rest) == (
        "u",
        "2024-01-23",
        "Short.",
        [],
    )


def test_a_field_that_is_asked_for_and_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    (problem,) = mapped(tmp_path, {"body": TEXT, "slug": "a"}, text="story")
    assert problem.reason == "This record was not taken: there is no field story here; there are body, slug."
    record, notice = mapped(tmp_path, {"body": TEXT, "slug": "a"}, title="headline")
    assert (record.article.text, notice.reason) == (
        TEXT,
        "There is no field headline here; there are body, slug.",
    )


def test_a_line_without_text_names_the_fields_it_has() -> None:
    (problem,) = read_back('{"title": "T", "lead": 3}')
    assert problem.reason == "This record was not taken: it has no text; its fields are title, lead."


def test_the_command_maps_fields(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"lead": TEXT, "slug": "talks"}) + "\n", "utf-8")
    assert run("new", tmp_path / "p", "--schema", "blank") == 0
    told_ = said(capsys, "import", tmp_path / "p", tmp_path / "a.jsonl", "--map", "text=lead,title=slug")
    assert told_["articles"] == 1
    run("export", tmp_path / "p", tmp_path / "out.jsonl", "--format", "jsonl", "--articles", "all")
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["title"] == "talks"


@pytest.mark.parametrize("title", [None, " ", "absent"])
def test_a_line_without_title_is_called_by_its_text(title: str | None) -> None:
    value = {"id": 7, "text": "Oslo hosted Ms. Obi. She left.", "desk": "sea"} | (
        {} if title == "absent" else {"title": title}
    )
    assert article(value).title == "Oslo hosted Ms. Obi."


def test_capitals_of_common_names_do_not_matter() -> None:
    assert article({"Text": TEXT, "Title": "T", "URL": "u", "Author": "Ann"}).meta == {
        "url": "u",
        "author": "Ann",
    }
