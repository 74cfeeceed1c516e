"""The command that looks for slips, as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.templates import copied
from tests.ui.commands.commands import run, said

TEXT = "The Navy left Oslo.\nOslo waits, said the Navy."
SCHEMA = """
name: Lint
pipeline: none
labels: {ORG: {}, GPE: {}, OLD: {archived: true}}
facts: {STATEMENT: {roles: {speaker: {labels: [ORG]}}}}
"""
FACT = {
    "id": "f",
    "type": "STATEMENT",
    "roles": [{"role": "speaker", "fillers": [{"span": "o", "start": 20, "end": 24}]}],
}
SPANS = [(4, 8, "ORG"), (14, 24, "GPE"), (14, 18, "GPE"), (14, 18, "OLD"), (32, 35, "ORG"), (36, 41, "ORG")]


def record(id_: str, annotator: str, spans: list[tuple[int, int, str]], **more) -> dict:
    items = [{"start": start, "end": end, "label": label} for start, end, label in spans]
    return {"id": id_, "title": f"The {id_}", "text": TEXT, "annotator": annotator, "spans": items, **more}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path, faulty) / "p"


def faulty(place: Path) -> None:
    oslo = {"id": "o", "start": 20, "end": 24, "label": "GPE"}
    anna = record("a", "anna", SPANS, facts=[FACT])
    anna["spans"].append(oslo)
    lines = [
        anna,
        record("b", "anna", [(14, 18, "ORG")]),
        record("b", "bob", [(14, 18, "GPE"), (20, 24, "GPE")]),
    ]
    (place / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    (place / "schema.yaml").write_text(SCHEMA, "utf-8")
    assert run("new", place / "p", "--schema", place / "schema.yaml") == 0
    assert run("import", place / "p", place / "a.jsonl") == 0


def found(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> dict:
    return said(capsys, "lint", folder, *words)


def test_every_kind_of_slip_is_reported_with_its_place(capsys, folder: Path) -> None:
    rows = found(capsys, folder, "--annotator", "anna")["findings"]
    said = {(row["article"], row["start"], row["look"]) for row in rows}
    assert said >= {
        ("a", 14, "paragraph"),
        ("a", 14, "two ways"),
        ("a", 14, "archived label"),
        ("a", 36, "white space"),
        ("a", 20, "role"),
        ("a", 32, "off tokens"),
        ("b", 20, "repeat"),
    }


def test_a_finding_says_all_that_is_needed_to_go_there(capsys, folder: Path) -> None:
    (row,) = (row for row in found(capsys, folder)["findings"] if row["look"] == "role")
    sentence = "“Oslo”, the speaker of STATEMENT, is GPE; it may be ORG."
    place = {"article": "a", "title": "The a", "annotator": "anna", "start": 20, "end": 24, "item": "f"}
    assert row == {**place, "look": "role", "words": "“Oslo”", "sentence": sentence}


def test_a_wording_is_held_against_the_other_articles_of_its_annotator(capsys, folder: Path) -> None:
    rows = [row for row in found(capsys, folder)["findings"] if row["look"] == "two ways"]
    assert "“Oslo” is ORG here and GPE 2 times elsewhere." in {row["sentence"] for row in rows}
    assert "bob" not in {row["annotator"] for row in rows}


def test_sound_work_gives_no_findings(capsys, folder: Path) -> None:
    assert found(capsys, folder, "--annotator", "bob") == {"findings": [], "counts": {}}
    assert found(capsys, folder, "--annotator", "nobody") == {"findings": [], "counts": {}}


def test_without_json_each_finding_is_a_line_and_each_look_is_counted(capsys, folder: Path) -> None:
    assert run("lint", folder) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "a:14-24: “Oslo. Oslo” runs over a paragraph break." in lines
    assert "1 of: a span over a paragraph break" in lines
    assert run("lint", folder, "--annotator", "bob") == 0
    assert capsys.readouterr().out == "Nothing was found.\n"


def test_progress_comes_as_json_lines_before_the_report(capsys, folder: Path) -> None:
    capsys.readouterr()
    assert run("lint", folder, "--progress") == 0
    *steps, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert (steps[-1]["done"], steps[-1]["of"]) == (6, 6)
    assert last["counts"]["role"] == 1


def test_a_folder_that_is_no_project_is_the_users_error(capsys, tmp_path: Path) -> None:
    assert run("lint", tmp_path) == 1
    assert "no Factmark project" in capsys.readouterr().err
