"""The preview of an export: it says what the export then does, and writes nothing."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from annotations import formats
from annotations.errors import UserError
from annotations.formats.base import How, Record
from annotations.formats.lines.jsonl import read
from annotations.formats.writing.export import export
from annotations.formats.writing.preview import FILE, LINE, preview, refused
from annotations.formats.writing.selection import Choice
from annotations.schema import reader as schema_reader

SCHEMA = schema_reader.parse(schema_reader.shipped("news"))
NAMES = [row.name for row in formats.FORMATS.values() if row.write]
TEXT = "👍 Maria Ruiz of\r\nthe\u2028Navy\xa0left."


def line(id_: str, state: str, text: str = TEXT) -> dict[str, Any]:
    spans = [
        {"start": 2, "end": 12, "label": "PERSON"},
        {"start": 8, "end": 12, "label": "ORG"},
        {"start": 2, "end": 7, "label": "GPE", "status": "rejected"},
    ]
    fact = {"id": "f", "type": "ATTACK", "trigger": [2, 7], "roles": []}
    return {
        "id": id_,
        "text": text,
        "annotator": "anna",
        "state": state,
        "spans": spans,
        "facts": [fact],
        "meta": {"desk": "x"},
    }


def entries(*lines: dict[str, Any]) -> list[Record]:
    file = BytesIO("".join(json.dumps(value) + "\n" for value in lines).encode())
    return [entry for entry in read(Path("in.jsonl"), file) if isinstance(entry, Record)]


SOME = entries(*(line(f"a{n}", "done") for n in range(5)), line("b", "started"))


def shown(out: Path, format: str = "jsonl", some: list[Record] = SOME, **more: Any) -> dict[str, Any]:
    form = formats.FORMATS[format]
    how = How(SCHEMA, form.units[0]) if form.units else How(SCHEMA)
    return preview(some, out, format=format, choice=Choice(), how=how, **more)


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_the_export_then_does_and_writes_nothing(name: str, tmp_path: Path) -> None:
    found = shown(tmp_path / "out", name)
    assert list(tmp_path.iterdir()) == []
    manifest = export(SOME, tmp_path / "out", format=name, schema=SCHEMA, choice=Choice())
    assert [found[key] for key in ("records", "left_out")] == [
        manifest[key] for key in ("records", "left_out")
    ]
    assert found["not_carried"] == manifest["not_carried"]
    leaving = {label: row["leave"] for label, row in found["spans_by_label"].items() if row["leave"]}
    assert leaving == manifest["spans_by_label"]
    assert "a0" in found["sample"] or "Maria" in found["sample"]


def test_counts_stand_beside_what_is_left_out() -> None:
    found = shown(Path("nowhere/out.jsonl"))
    assert found["articles_by_state"] == {
        "done": {"leave": 5, "left_out": 0},
        "started": {"leave": 0, "left_out": 1},
    }
    assert found["spans_by_label"]["PERSON"] == {"leave": 5, "left_out": 1}
    assert found["spans_by_label"]["GPE"] == {"leave": 0, "left_out": 6}
    assert found["facts_by_type"] == {"ATTACK": {"leave": 5, "left_out": 1}}
    assert found["fields"] == ["desk"]


def test_the_sample_is_the_first_lines_of_the_file(tmp_path: Path) -> None:
    found = shown(tmp_path / "out.csv", "csv")
    export(SOME, tmp_path / "out.csv", format="csv", schema=SCHEMA, choice=Choice())
    text = (tmp_path / "out.csv").read_bytes().decode()
    assert text.startswith(found["sample"])
    assert found["sample"].count("Maria Ruiz") >= 3


def test_half_a_megabyte_in_one_line_is_cut(tmp_path: Path) -> None:
    some = entries(*(line(f"a{n}", "done", TEXT + "x" * 500_000) for n in range(3)))
    for name in ("jsonl", "conll", "spacy", "brat"):
        sample = shown(tmp_path / "out", name, some)["sample"]
        assert max(map(len, sample.split("\n"))) <= LINE + FILE
        assert len(sample) <= 10 * FILE


def test_a_file_that_is_no_text_is_said_in_words(tmp_path: Path) -> None:
    sample = shown(tmp_path / "out.spacy", "spacy")["sample"]
    assert "bytes that are no text)\na0\n  2-12 PERSON 'Maria Ruiz'" in sample


def test_a_place_where_nothing_can_be_written_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="This is a folder"):
        shown(tmp_path)


def test_a_strict_export_is_refused_for_its_losses_only() -> None:
    losses = {"scores": {"count": 1_200, "examples": []}}
    assert refused(losses, True) == "the format cannot carry 1,200 scores"
    assert refused(losses, False) == refused({}, True) == ""
