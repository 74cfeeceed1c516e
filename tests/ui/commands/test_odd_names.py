"""Names on the command line with bytes that are no UTF-8: a sentence, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.windows import ARTICLES, SCHEMA, project_with, run

ODD = "an\udcff"


@pytest.mark.parametrize("command", ["lint", "pack", "export", "assign", "import"])
def test_a_name_that_is_no_utf_8_is_told_in_a_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project_with(tmp_path, SCHEMA, ARTICLES, "--as", "suggestions")
    out, new = tmp_path / "out", tmp_path / "new.txt"
    new.write_text("Oslo waits.", "utf-8")
    words = {"pack": [out], "export": [out, "--format", "jsonl", "--articles", "all"], "import": [new]}
    asked = [ODD] if command == "assign" else ["--annotator", ODD]
    assert run(command, folder, *words.get(command, []), *asked) == 1
    err = capsys.readouterr().err
    assert "an\\udcff" in err
    assert "give it another name" in err
    assert not out.exists()


def test_an_export_to_a_name_that_is_no_utf_8_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project_with(tmp_path, SCHEMA, ARTICLES, "--as", "suggestions")
    before = sorted(tmp_path.iterdir())
    assert run("export", folder, tmp_path / f"{ODD}.jsonl", "--format", "jsonl", "--articles", "all") == 1
    assert "give it another name" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before
