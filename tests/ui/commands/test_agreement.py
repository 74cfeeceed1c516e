"""The command that measures agreement: the same in any order of the names, of finished work, in three formats."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest

from tests.ui.commands.commands import run, said

TEXT = "Turin Roux Holt Marta Genoa ran to and by of in on at for off. " * 2
WORK = {
    "x": [(0, 5, "GPE"), (6, 10, "GPE"), (11, 15, "GPE"), (16, 21, "GPE"), (22, 27, "GPE"), (28, 31, "GPE")],
    "y": [(0, 5, "GPE"), (6, 10, "GPE"), (11, 15, "ORG"), (16, 21, "GPE"), (22, 27, "GPE")],
    "z": [(16, 21, "ORG")],
}


def record(who: str, id_: str = "a1", state: str = "done", batch: str = "pilot") -> dict:
    spans = [{"start": start, "end": end, "label": label} for start, end, label in WORK[who]]
    meta = {"batch": batch}
    return {"id": id_, "text": TEXT.strip(), "annotator": who, "state": state, "spans": spans, "meta": meta}


def project(folder: Path, *records: dict) -> Path:
    lines = folder / "work.jsonl"
    lines.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    assert run("new", folder / "p", "--schema", "blank") == run("import", folder / "p", lines) == 0
    return folder / "p"


@pytest.fixture
def three(tmp_path: Path) -> Path:
    return project(tmp_path, *(record(who) for who in WORK))


def test_every_order_of_the_names_gives_the_same_figures(three: Path, capsys) -> None:
    found = [said(capsys, "agreement", three, *names) for names in permutations(WORK)]
    for name in ("kappa", "kappa_without_o", "light", "fleiss", "fleiss_without_o"):
        assert len({one["tokens"][name] for one in found}) == 1
    assert found[0]["tokens"]["kappa"] == pytest.approx(0.348095)


def test_unfinished_work_is_compared_when_all_is_asked_for(tmp_path: Path, capsys) -> None:
    there = project(tmp_path, record("x"), record("y"), record("z", state="started"))
    assert [pair["annotators"] for pair in said(capsys, "agreement", there, "x", "y", "z")["pairs"]] == []
    found = said(capsys, "agreement", there, "x", "y", "z", "--articles", "all")
    assert (len(found["pairs"]), found["articles"]) == (3, {"started": 1})
    assert run("agreement", there, "x", "z") == 1
    assert "two of x, z have finished" in capsys.readouterr().err


def test_batches_and_days_are_told_apart(three: Path, capsys) -> None:
    found = said(capsys, "agreement", three, "x", "y", "--by", "batch", "--by", "date", "--first-pass")
    assert [(group["name"], group["compared"]) for group in found["by"]["batch"]] == [("pilot", 1)]
    assert len(found["by"]["date"]) == 1
    assert found["asked"] == {"articles": "done", "first_pass": True}


@pytest.mark.parametrize(
    ("format", "line"),
    [
        ("text", "Tokens: Light’s kappa              0.348"),
        ("markdown", "| Tokens: Light’s kappa | 0.348 |  |"),
        ("latex", r"Tokens: Light's kappa & 0.348 &  \\"),
    ],
)
def test_the_tables_come_as_text_markdown_and_latex(format: str, line: str, three: Path, capsys) -> None:
    capsys.readouterr()
    assert run("agreement", three, *WORK, "--format", format) == 0
    assert line in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    "words", [("--by", "week"), ("--articles", "new"), ("--format", "html")], ids="=".join
)
def test_what_is_not_offered_exits_with_2(words: tuple[str, str], three: Path) -> None:
    assert run("agreement", three, "x", "y", *words) == 2
