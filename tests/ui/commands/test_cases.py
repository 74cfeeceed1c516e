"""Small inputs that came out wrong in other tools, or here, come out right."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from annotations import formats
from tests.ui.commands.cases import CASES, CHECKS, ELSEWHERE, FOLDER, HOLDS, Outcome, memory_of, wrong
from tests.ui.commands.commands import ROOT, run

SHARED = ROOT.parent / "shared"  # articles that are not ours to pass on, and what their titles must be
NO_TITLE = ("Advertisement", "Published", "Updated", "By ")


def outcome_of(
    case: str, folder: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...] = ()
) -> Outcome:
    """Run a case's commands in a copy of its files; what came of them."""
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    imported, told = 0, ""
    capsys.readouterr()
    for command in CASES[case]["commands"]:
        words = shlex.split(command)
        code = run(*words, *(options if words[0] == "import" else ()))
        out = capsys.readouterr()
        if words[0] == "import":
            imported, told = code, out.out + out.err
    return Outcome(folder, imported, told)


@pytest.mark.parametrize("case", CASES)
def test_a_case_comes_out_right(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    right = CASES[case]["right"]
    (tmp_path / "run").mkdir()
    monkeypatch.chdir(tmp_path / "run")
    monkeypatch.setenv("COLUMNS", "1000")
    outcome = outcome_of(case, tmp_path / "run", capsys)
    found = wrong(outcome, right)
    if found and "else_options" in right:
        (tmp_path / "else").mkdir()
        monkeypatch.chdir(tmp_path / "else")
        found = wrong(outcome_of(case, tmp_path / "else", capsys, tuple(right["else_options"])), right)
    assert found == [], outcome.said
    assert "Traceback" not in outcome.said


@pytest.mark.parametrize("case", [name for name, case in CASES.items() if "memory_mb" in case["right"]])
def test_a_case_takes_no_more_memory_than_it_may(case: str, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    new, imported, *_ = (shlex.split(command) for command in CASES[case]["commands"])
    memory_of(tmp_path, *new)
    assert 0 < memory_of(tmp_path, *imported) <= CASES[case]["right"]["memory_mb"]


def test_every_key_of_a_right_value_is_checked() -> None:
    keys = {key for case in CASES.values() for key in case["right"]}
    assert keys <= {*CHECKS, *ELSEWHERE}
    records = [one for case in CASES.values() for one in case["right"].get("records", [])]
    assert {key for record in records for key in record} <= {*HOLDS}
    assert len(CASES) > 50


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="The shared articles lie beside the program, which is not so here."
)
@pytest.mark.parametrize("article", ["001", "002", "003"])
def test_the_shared_articles_get_their_headline_or_their_first_words(article: str) -> None:
    cases = json.loads((SHARED / "cases" / "cases.json").read_text("utf-8"))
    words = next(case["words"] for case in cases if case["case"] == "titles-of-articles")
    headlines = dict(re.findall(r"(\d{3}): the title has “(.+?)”", words))
    (path,) = (SHARED / "articles").glob(f"{article}_*.txt")
    (record,) = formats.read(path)
    title = record.article.title.rstrip("…")
    assert headlines.get(article, title) in title
    assert title in " ".join(record.article.text.split())
    assert not title.startswith(NO_TITLE)
    assert article in headlines or len(title.split()) > 4
