"""Groups of mixed types in files: a group is of its first fact's type, others stay out of it, and that is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ui.commands.commands import run, said

TEXT = "They met in Oslo. They attacked Lima."
MET, ATTACKED = (5, 8), (23, 31)


def fact(type_: str, at: tuple[int, int], **more: Any) -> dict[str, Any]:
    return {
        "id": f"f-{type_}",
        "type": type_,
        "trigger": list(at),
        "roles": [],
        "status": "confirmed",
        **more,
    }


def groups(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, list[str]]]:
    found = said(capsys, "facts", folder, "--groups", "--annotator", "anna")["groups"]
    return [(one["type"], [f["type"] for f in one["facts"]]) for one in found]


def imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, format_: str, *lines: dict[str, Any]
) -> tuple[Path, str]:
    """The project that the lines were imported into, and what was said of it."""
    file, folder = tmp_path / name, tmp_path / "p"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert run("new", folder) == 0
    assert run("import", folder, file, "--format", format_, "--annotator", "anna") == 0
    captured = capsys.readouterr()
    return folder, captured.out + captured.err


def test_a_fact_of_another_type_in_own_jsonl_is_left_out_of_the_group(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {"id": "a", "text": TEXT, "facts": [fact("MEETING", MET, group="g1")]},
        {"id": "b", "text": TEXT + " Yes.", "facts": [fact("MEETING", MET, group="g1")]},
        {"id": "c", "text": TEXT + " No.", "facts": [fact("ATTACK", ATTACKED, group="g1")]},
    ]
    folder, told = imported(tmp_path, capsys, "own.jsonl", "jsonl", *lines)
    assert "own.jsonl:3: The ATTACK fact f-ATTACK of c was left out of the group g1" in told
    assert groups(folder, capsys) == [("MEETING", ["MEETING", "MEETING"])]
    later = tmp_path / "later.jsonl"
    line = {"id": "d", "text": TEXT + " Later.", "facts": [fact("ATTACK", ATTACKED, group="g1")]}
    later.write_text(json.dumps(line) + "\n", "utf-8")
    assert run("import", folder, later, "--annotator", "anna") == 0
    captured = capsys.readouterr()
    assert "later.jsonl:1: The ATTACK fact f-ATTACK of d" in captured.out + captured.err
    assert groups(folder, capsys) == [("MEETING", ["MEETING", "MEETING"])]


def test_clusters_with_another_type_over_facts_are_of_their_first_fact(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = [{"kind": "article", "id": id_, "text": TEXT + id_} for id_ in "abc"]
    placed = [
        {"article": "a", "fact": "f1", "type": "MEETING", "trigger": {"start": 5, "end": 8}, "roles": {}},
        {"article": "b", "fact": "f2", "type": "MEETING", "trigger": {"start": 5, "end": 8}, "roles": {}},
        {"article": "c", "fact": "f3", "type": "ATTACK", "trigger": {"start": 23, "end": 31}, "roles": {}},
    ]
    group = {"kind": "group", "id": "g", "name": "Talks", "type": "SALE", "by": "anna", "facts": placed}
    folder, told = imported(tmp_path, capsys, "c.jsonl", "clusters", *articles, group)
    assert "c.jsonl:4: The group g is taken as one of MEETING facts" in told
    assert "c.jsonl:4: The ATTACK fact f3 of c was left out of the group g" in told
    assert groups(folder, capsys) == [("MEETING", ["MEETING", "MEETING"])]
    assert said(capsys, "facts", folder, "--annotator", "anna")["counts"]["ATTACK"] == {"confirmed": 1}
