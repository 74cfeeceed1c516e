"""Rows that are not as we write them: whoever reads one says so in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.project import Project
from models.store.rows import DamagedRowError
from tests.making import TEXT, edit, put_articles, small_project, span
from tests.ui.windows import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = small_project(tmp_path / "p")
    put_articles(project, a=TEXT)
    edit(project, "label", project.annotation_set("a", "anna").having(span(0, 10)))
    project.db.run("UPDATE item SET kind = 'fact' WHERE kind = 'span'")
    project.db.run("UPDATE event SET body = '[{}]' WHERE kind = 'edit'")
    project.close()
    return tmp_path / "p"


def test_a_damaged_row_and_event_are_told_in_a_sentence(folder: Path) -> None:
    project = Project(folder)
    with pytest.raises(
        DamagedRowError, match=r"The fact .* cannot be read\. Its file is damaged: `check` says"
    ):
        project.annotation_set("a", "anna")
    with pytest.raises(DamagedRowError, match="An event in the project's log cannot be read"):
        project.undo("anna")
    project.close()


@pytest.mark.parametrize("command", ["lint", "facts"])
def test_a_command_that_meets_one_says_so(
    folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, folder, "--annotator", "anna") == 1
    assert "cannot be read. Its file is damaged" in capsys.readouterr().err
