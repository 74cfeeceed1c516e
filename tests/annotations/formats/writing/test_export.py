"""An export: the file and its manifest, written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from annotations.articles import Article
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.columns import hf
from annotations.formats.writing.export import Plan, export
from annotations.formats.writing.selection import Choice
from annotations.sets import AnnotationSet, Progress, State
from tests.making import SMALL, TEXT, span

DONE = AnnotationSet.of("a", "anna", [span(0, 10), span(28, 32, "GPE"), Progress(State.DONE)])
RECORDS = [Record(Article("a", TEXT, "T"), DONE), Record(Article("b", "Other."), None)]


def write(out: Path, records=RECORDS, **choice: str) -> dict:
    return export(iter(records), out, format="jsonl", schema=SMALL, choice=Choice(**choice))


def broken() -> Iterator[Record]:
    yield RECORDS[0]
    raise UserError("The disk fell off.")


def test_the_manifest_says_what_is_in_the_file(tmp_path: Path) -> None:
    manifest = write(tmp_path / "sub" / "p.jsonl")
    content = (tmp_path / "sub" / "p.jsonl").read_bytes()
    assert json.loads((tmp_path / "sub" / "p.jsonl.manifest.json").read_text("utf-8")) == manifest
    assert manifest["files"] == {"p.jsonl": {"sha256": sha256(content).hexdigest(), "bytes": len(content)}}
    assert (manifest["records"], manifest["spans_by_label"]) == (1, {"GPE": 1, "PERSON": 1})
    assert manifest["left_out"] == {"articles new": 1}
    assert (manifest["labels"], manifest["schema_hash"]) == (["PERSON", "ORG", "GPE"], SMALL.hash())
    assert (manifest["annotator"], manifest["articles"], manifest["spans"]) == ("all", "done", "confirmed")


def test_each_record_is_a_line_that_ends_in_lf(tmp_path: Path) -> None:
    write(tmp_path / "p.jsonl", articles="all")
    content = (tmp_path / "p.jsonl").read_bytes()
    assert (content.count(b"\n"), content.count(b"\r"), content[-1:]) == (2, 0, b"\n")


def test_a_failed_export_leaves_the_old_file_and_nothing_half_written(tmp_path: Path) -> None:
    out = tmp_path / "p.jsonl"
    out.write_text("old")
    with pytest.raises(UserError, match="fell off"):
        write(out, broken())
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir() if path.is_file()] == [
        ("p.jsonl", "old")
    ]


@pytest.mark.parametrize("name", ["folder", "file/p.jsonl"])
def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("old")
    with pytest.raises(UserError):
        write(tmp_path / name)
    assert (tmp_path / "file").read_text() == "old"


def test_a_manifest_that_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "p.jsonl"
    out.write_text("old")
    (tmp_path / "p.jsonl.manifest.json").mkdir()
    with pytest.raises(UserError):
        write(out)
    assert out.read_text() == "old"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("name", ["jsonl", "brat", "hf"])
def test_every_record_that_is_proved_ticks(tmp_path: Path, name: str) -> None:
    ticks: list[int] = []  # how many there are, at each
    plan = Plan(proving=lambda count: lambda: ticks.append(count))
    choice = Choice(articles="all")
    export(RECORDS, tmp_path / "p", format=name, schema=SMALL, choice=choice, plan=plan)
    assert ticks == [len(RECORDS)] * len(RECORDS)


def test_what_a_format_cannot_carry_is_in_the_manifest(tmp_path: Path) -> None:
    made = AnnotationSet.of("a", "anna", [span(2, 8), Progress(State.DONE)])
    records = [Record(Article("a", TEXT), made)]
    manifest = export(records, tmp_path / "p", format="prodigy", schema=SMALL, choice=Choice())
    examples = ["a 2-8 PERSON 'ria Ru'"]
    assert manifest["not_carried"] == {"spans off the tokens": {"count": 1, "examples": examples}}


def test_a_parquet_file_that_says_something_else_is_found(tmp_path: Path) -> None:
    export(RECORDS, tmp_path / "p", format="hf", schema=SMALL, choice=Choice(articles="all"))
    rows, parquet = tmp_path / "p" / "train.jsonl", tmp_path / "p" / "train.parquet"
    whole = rows.read_text("utf-8")
    assert hf.same(rows, parquet)
    for other in (whole.replace('"tokens": ["', '"tokens": ["x', 1), whole.partition("\n")[2], ""):
        rows.write_text(other, "utf-8")
        assert not hf.same(rows, parquet)
