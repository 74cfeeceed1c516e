"""The command for a project's own list: shown, checked, filled from files and from what is confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.suggest.pattern_lines import FILE
from tests.templates import copied
from tests.ui.commands.commands import run, said
from tests.ui.windows import SCHEMA
from ui.project.messages import is_report

LIST = '{"label": "GPE", "pattern": "Oslo"}\nno pattern\n{"label": "NONE", "pattern": "Bergen"}\n{"label": "ORG", "pattern": [{"IS_ALPHA": true}]}\n'
TEXT = "The Navy left Oslo. Oslo waits. The Navy is back, said Navy.\n"
SPANS = [
    (4, 8, "ORG"),
    (14, 18, "GPE"),
    (20, 24, "GPE"),
    (36, 40, "ORG"),
    (55, 59, "PERSON"),
    (51, 54, "NOTE"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with confirmed spans, and no list as yet."""
    return copied(tmp_path, confirmed) / "p"


def confirmed(place: Path) -> None:
    import json

    spans = [{"start": start, "end": end, "label": label} for start, end, label in SPANS]
    record = {"id": "a", "title": "A", "text": TEXT, "annotator": "anna", "spans": spans}
    (place / "schema.yaml").write_text(SCHEMA, "utf-8")
    (place / "a.jsonl").write_text(json.dumps(record), "utf-8")
    assert run("new", place / "p", "--schema", place / "schema.yaml") == 0
    assert run("import", place / "p", place / "a.jsonl") == 0


def listed(folder: Path) -> str:
    return (folder / FILE).read_text("utf-8")


def test_each_line_is_shown_and_what_is_wrong_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / FILE).write_text(LIST, "utf-8")
    found = said(capsys, "lists", folder, code=1)
    assert is_report(["lists"], found)
    assert [(row["line"], row["label"], row["words"]) for row in found["rows"]] == [
        (1, "GPE", "Oslo"),
        (2, "", "no pattern"),
        (3, "NONE", "Bergen"),
        (4, "ORG", '[{"IS_ALPHA": true}]'),
    ]
    assert found["rows"][0]["wrong"] == ""
    told = ["This line is not JSON.", "There is no label NONE", "This pattern matches nearly everything"]
    for row, sentence in zip(found["rows"][1:], told, strict=True):
        assert row["wrong"].startswith(sentence)
    assert f"{FILE}:2: This line is not JSON." in found["problems"][0]


def test_only_problems_are_shown_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / FILE).write_text(LIST, "utf-8")
    assert [row["line"] for row in said(capsys, "lists", folder, "--problems", code=1)["rows"]] == [2, 3, 4]


def test_there_may_be_no_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("lists", folder) == 0
    assert capsys.readouterr().out.endswith("The list is empty.\n")
    assert not (folder / FILE).exists()


def test_a_file_is_added_and_lines_that_are_left_out_are_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / FILE).write_text(LIST, "utf-8")
    (tmp_path / "list.csv").write_text("wording,label\nOslo,GPE\nNavy,ORG\nx,NONE\n--,ORG\n", "utf-8")
    assert run("lists", folder, "--add", tmp_path / "list.csv") == 1
    out, errors = capsys.readouterr()
    assert "2 wordings, 2 lines left out." in out
    assert "1 line added" in out
    assert "list.csv:4: There is no label NONE" in errors
    assert "list.csv:5: This wording is punctuation alone" in errors
    assert listed(folder) == LIST + '{"label": "ORG", "pattern": "Navy"}\n'


def test_a_text_needs_a_label(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.txt").write_text("Bergen\n", "utf-8")
    assert run("lists", folder, "--add", tmp_path / "list.txt") == 1
    assert "The list names no labels" in capsys.readouterr().err
    assert run("lists", folder, "--add", tmp_path / "list.txt", "--label", "GPE") == 0
    assert listed(folder) == '{"label": "GPE", "pattern": "Bergen"}\n'


def test_what_is_confirmed_is_shown_by_label_with_its_count(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / FILE).write_text('{"label": "GPE", "pattern": "Oslo"}\n', "utf-8")
    found = said(capsys, "lists", folder, "--confirmed")
    assert is_report(["lists"], found)
    told = [(one["label"], one["wording"], one["confirmed"], one["doubtful"]) for one in found["confirmed"]]
    assert told == [
        ("PERSON", "Navy", 1, "confirmed as ORG too, 2 times"),
        ("ORG", "Navy", 2, ""),
        ("NOTE", "aid", 1, ""),
    ]
    assert listed(folder) == '{"label": "GPE", "pattern": "Oslo"}\n'


def test_what_is_confirmed_and_in_no_doubt_is_added(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "lists", folder, "--add-confirmed")["added"] == 3
    assert '"Navy"}' in listed(folder)
    assert "PERSON" not in listed(folder)
    assert said(capsys, "lists", folder, "--add-confirmed")["added"] == 0


@pytest.mark.parametrize("made", ["folder", "bytes"])
def test_a_list_that_cannot_be_read_is_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], made: str
) -> None:
    (folder / FILE).mkdir() if made == "folder" else (folder / FILE).write_bytes(b"\xff\xff")
    capsys.readouterr()
    assert run("lists", folder) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
