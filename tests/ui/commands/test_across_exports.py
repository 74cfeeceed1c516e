"""Exports across articles by the command: proved, with the stories that are proposed, and what is left out said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.formats.coref.conll2012 import read_coref
from tests.annotations.formats.across.ecb_reader import clusters
from tests.ui.commands.commands import run, said

RAID = "Carlo Mendez said on Friday that five soldiers were killed when Peru struck Tumbes."
WROTE = {
    "clusters": ["article", "entity", "mention", "fact group", "pair kept apart", "story"],
    "coref": ["chain", "mention"],
    "ecb": ["file", "markable"],
    "claims": ["claim"],
}
LATER = "Peru struck Tumbes and five soldiers were killed, Carlo Mendez said in Lima on Friday."


@pytest.fixture
def raids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project with two articles about one raid, suggestions and proposals."""
    for name, text in (("raid", RAID), ("later", LATER)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    folder = tmp_path / "raids"
    assert run("new", folder) == run("import", folder, tmp_path / "raid.txt", tmp_path / "later.txt") == 0
    assert run("suggest", folder, "--what", "all") == run("compare", folder, "--annotator", "anna") == 0
    capsys.readouterr()
    return folder


def exported(capsys: pytest.CaptureFixture[str], raids: Path, out: str, *words: str) -> dict[str, Any]:
    """The manifest of an export of all that is proposed for anna."""
    return said(
        capsys,
        "export",
        raids,
        raids.parent / out,
        "--annotator",
        "anna",
        "--spans",
        "all",
        "--format",
        *words,
    )


def test_chains_leave_in_two_files_and_those_alone_when_asked_for(
    raids: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    short = exported(capsys, raids, "short.conll", "coref")
    whole = exported(capsys, raids, "whole.conll", "coref", "--singletons")
    assert short["proved"]
    assert whole["proved"]
    assert set(whole["files"]) == {"whole.entities.conll", "whole.groups.conll"}
    assert short["left_out"] or len(short["documents"]) == 1
    assert not whole["left_out"]
    with (raids.parent / "whole.entities.conll").open(encoding="utf-8") as file:
        assert [one.name for one in read_coref(file)]


def test_a_folder_of_ecb_is_read_by_a_reader_of_the_corpus(
    raids: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = exported(capsys, raids, "ecb", "ecb")
    assert made["proved"]
    found = clusters(raids.parent / "ecb")
    peru = next(one for one in found if "Peru" in {words for *_, words in one})
    assert len({name for name, *_ in peru}) == 2
    assert exported(capsys, raids, "ecb", "ecb")["proved"]  # over the earlier one


def test_claims_leave_a_line_a_fact(raids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = exported(capsys, raids, "claims.jsonl", "claims")
    lines = [json.loads(one) for one in (raids.parent / "claims.jsonl").read_text("utf-8").splitlines()]
    assert made["proved"]
    assert len(lines) == sum(made["facts_by_type"].values()) > 1
    assert {one["label"] for one in lines} <= {
        *("Supported", "Refuted", "Conflicting Evidence", "Not Enough Evidence"),
    }  # fmt: skip


def test_a_preview_says_what_is_left_out_and_writes_nothing(
    raids: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = exported(capsys, raids, "not.conll", "coref", "--preview")
    assert found["sample"].startswith("--- ")
    assert not list(raids.parent.glob("not*"))


def test_the_report_says_what_the_documents_are(raids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", raids, raids.parent / "out", "--format", "ecb", "--annotator", "anna") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [one for one in lines if one.startswith("Documents: ")]


def test_the_report_counts_what_is_written(raids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = raids.parent / "o"
    made = {form: exported(capsys, raids, f"o-{form}", form)["wrote"] for form in WROTE}
    assert {form: [*wrote] for form, wrote in made.items()} == WROTE
    claims = (raids.parent / "o-claims").read_text("utf-8").splitlines()
    lines = [json.loads(one) for one in (raids.parent / "o-clusters").read_text("utf-8").splitlines()]
    mentions = sum(len(one.get("mentions", ())) for one in lines)
    assert (made["claims"]["claim"], made["clusters"]["mention"]) == (len(claims), mentions)
    assert sum(made["clusters"].values()) == len(lines) + mentions
    assert made["ecb"]["file"] == len([*(raids.parent / "o-ecb").rglob("*.xml")]) == 2
    said_ = "".join(one.read_text("utf-8") for one in (raids.parent / "o-ecb").rglob("*.xml"))
    assert made["ecb"]["markable"] == said_.count(" m_id=") - said_.count("RELATED_TO=") - said_.count(
        "<source "
    ) - said_.count("<target ")
    stories = [
        story
        for path in raids.parent.glob("o-coref*s*")
        if "manifest" not in path.name
        for story in read_coref(path.open(encoding="utf-8"))
    ]
    assert made["coref"]["mention"] == sum(len(story.mentions) for story in stories) > 0
    words = "export", raids, out, "--annotator", "anna", "--spans", "all", "--format", "claims"
    assert run(*words) == 0
    assert f"Wrote {len(claims)} claims to " in capsys.readouterr().out
    assert run(*words, "--preview") == 0
    assert capsys.readouterr().out.startswith(f"{len(claims)} claims would leave.")


def test_a_file_with_nothing_in_it_is_said(raids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form, said_ in (("claims", "claims"), ("coref", "chains")):
        assert run("export", raids, raids.parent / "none", "--annotator", "ben", "--format", form) == 0
        assert capsys.readouterr().out.startswith(f"Nothing to write: there are no {said_}.")


def test_singletons_are_for_chains_alone(raids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = raids.parent / "out.jsonl"
    assert run("export", raids, out, "--format", "claims", "--singletons") == 2
    assert "--singletons is for coref" in capsys.readouterr().err


def test_an_empty_project_leaves_empty_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", tmp_path / "p") == 0
    capsys.readouterr()
    for form in ("coref", "ecb", "claims"):
        made = said(capsys, "export", tmp_path / "p", tmp_path / f"out-{form}", "--format", form)
        assert (made["proved"], made["records"]) == (True, 0)


@pytest.mark.parametrize("form", ["clusters", "claims", "jsonl"])
def test_an_export_that_is_not_proved_says_so_and_ends_with_a_mistake(
    raids: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    words = "export", raids, raids.parent / "out", "--format", form, "--articles", "all", "--spans", "all"
    assert run(*words) == 0
    assert "Not proved" not in capsys.readouterr().out
    for loaded in (json.JSONDecoder.decode, json.loads):  # a reader that loses the type of facts
        name, of = ("loads", json) if loaded is json.loads else ("decode", json.JSONDecoder)
        monkeypatch.setattr(of, name, lambda *given, read=loaded, **how: _untyped(read(*given, **how)))
    assert run(*words) == 1
    assert capsys.readouterr().out.startswith("Not proved: ")
    assert said(capsys, *words, code=1)["proved"] is False


def _untyped(value: Any) -> Any:
    """The value with every type another."""
    if isinstance(value, list):
        return [_untyped(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: f"{one}X" if name == "type" else _untyped(one) for name, one in value.items()}


def test_a_report_for_all_says_whose_decisions_they_are(
    raids: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for who, is_said in (("all", True), ("anna", False)):
        assert run("export", raids, raids.parent / "o", "--annotator", who, "--format", "clusters") == 0
        assert ("the decisions across articles those of gold" in capsys.readouterr().out) is is_said
