"""Headlines and dates beside what other tools marked: they are the article's title and day, and go back as they came."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.lines.json_values import flat_meta
from annotations.formats.reading.how_read import HowRead
from tests.making import TEXT

BESIDE = {"headline": "Talks in Oslo", "date": "Tue, 23 Jan 2024 10:00:00 +0100"}
MARKS: dict[str, dict[str, Any]] = {
    "doccano": {"text": TEXT, "label": [[0, 4, "PERSON"]], **BESIDE},
    "spacy-json": {"text": TEXT, "entities": [[0, 4, "PERSON"]], **BESIDE},
    "label-studio": {"data": {"text": TEXT, **BESIDE}, "annotations": []},
    "prodigy": {"text": TEXT, "spans": [], "answer": "accept", "meta": BESIDE},
    "argilla": {"text": TEXT, "annotation": [], "metadata": BESIDE, "status": "Default", "prediction": None},
}


def record(folder: Path, value: dict[str, Any]) -> Record:
    (folder / "a.jsonl").write_text(json.dumps(value), "utf-8")
    found = [entry for entry in read(folder / "a.jsonl") if isinstance(entry, Record)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("tool", MARKS)
def test_a_headline_and_a_date_of_a_tool_are_title_and_day_and_stay_in_the_metadata(
    tool: str, tmp_path: Path
) -> None:
    found = record(tmp_path, MARKS[tool]).article
    assert (found.title, found.published, found.published_trusted) == ("Talks in Oslo", "2024-01-23", False)
    assert BESIDE.items() <= found.meta.items()


def test_a_date_under_the_name_of_ours_goes_back_as_it_came(tmp_path: Path) -> None:
    came = {"text": TEXT, "label": [], "published": BESIDE["date"]}
    found = record(tmp_path, came)
    assert (found.article.published, found.article.published_trusted) == ("2024-01-23", False)
    assert flat_meta(found, ())["published"] == BESIDE["date"]


def test_what_is_no_date_stays_what_it_is(tmp_path: Path) -> None:
    found = record(tmp_path, {"text": TEXT, "label": [], "date": "03/04/2024", "published": "in spring"})
    assert (found.article.meta["date"], found.article.published) == ("03/04/2024", "in spring")


@pytest.mark.parametrize(("unit", "start"), [("utf16", 3), ("codepoints", 2)])
def test_the_unit_that_is_asked_for_holds_for_our_own_records(unit: str, start: int, tmp_path: Path) -> None:
    value = {"text": "😀 Ann lives.", "spans": [{"start": start, "end": start + 3, "label": "PER"}]}
    (tmp_path / "a.jsonl").write_text(json.dumps(value), "utf-8")
    (found,) = read(tmp_path / "a.jsonl", HowRead(offsets=unit))
    assert isinstance(found, Record)
    assert [found.article.text[one.start : one.end] for one in found.spans()] == ["Ann"]


def test_an_offset_within_a_character_of_two_units_loses_its_span_alone(tmp_path: Path) -> None:
    value = {
        "text": "😀 Ann",
        "spans": [{"start": 1, "end": 3, "label": "A"}, {"start": 3, "end": 6, "label": "B"}],
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(value), "utf-8")
    found, problem = read(tmp_path / "a.jsonl", HowRead(offsets="utf16"))
    assert isinstance(found, Record)
    assert ([one.label for one in found.spans()], "left out" in problem.reason) == (["B"], True)
