"""The command `report`: what is in it, what never is, and that it is its owner's alone."""

from __future__ import annotations

import json
import logging
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from annotations.articles import Article
from annotations.formats.base import Record
from models.project import Project
from models.settings import Settings
from models.transfer import problem_report
from tests.ui.windows import project_with, run
from ui.error_log import ErrorLog
from ui.help.version import version

SCHEMA = """
name: Harbour files
labels:
  SHIP: {key: "1", hue: 210, guideline: "Guidance: any vessel, Maersk too."}
facts:
  SINKING: {key: s, guideline: "Guidance on sinking.", triggers: [founder], roles: {what: {required: true}}}
"""
TEXT = "Kestrel sank off Bergen."
ARTICLE = {
    "id": "harbour-17",
    "title": "Loss of Kestrel",
    "text": TEXT,
    "annotator": "wilhelmina",
    "state": "done",
    "spans": [{"start": 0, "end": 7, "label": "SHIP"}],
    "meta": {"byline": "Jorun Dahl"},
}
SECRETS = (
    "Kestrel",
    "Bergen",
    "Loss of",
    "wilhelmina",
    "Jorun",
    "harbour",
    "Harbour",
    "Guidance",
    "Maersk",
    "founder",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_with(tmp_path, SCHEMA, [ARTICLE])


def packed(folder: Path | None, out: Path, *words: str) -> dict[str, str]:
    assert run("report", *([folder] if folder else []), out, *words) == 0
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def check_of(files: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["check.json"])
    return found


def leaks(files: dict[str, str], folder: Path) -> list[str]:
    said = "\n".join([*files, *files.values()])
    return [word for word in (*SECRETS, str(folder), str(Path.home()), "/tmp") if word in said]


def test_a_report_holds_what_helps(folder: Path, tmp_path: Path) -> None:
    files = packed(folder, tmp_path / "r.zip")
    assert list(files) == [
        "READ-ME.txt",
        *("versions.json", "log.txt", "settings.json", "schema.json", "project.json", "check.json"),
    ]
    assert check_of(files) | {"finished": True, "whole": True, "faults": {}} == check_of(files)
    assert json.loads(files["schema.json"])["labels"]["SHIP"]["guideline"] == 33
    assert json.loads(files["project.json"])["items"] == {"span confirmed": 1, "progress": 1}
    assert json.loads(files["versions.json"])["Factmark"] == version()


def test_nothing_of_the_work_is_in_a_report(folder: Path, tmp_path: Path) -> None:
    Settings().set(annotator="wilhelmina", font="Sans", keys={"wilhelmina": ["F9"], "undo": ["F8"]})
    Settings().opened(folder)
    Settings().trust_pipeline("a" * 64, folder)
    Settings().set(suggesters={"mine": {"command": ["python", "wilhelmina.py"]}})
    Settings().agree("python wilhelmina.py")
    run("backup", folder)
    said = f"{folder}/project.db: “Loss of Kestrel” of wilhelmina: {TEXT!r}"
    ErrorLog().handle(logging.LogRecord("a", logging.ERROR, "", 0, said, None, None))
    files = packed(folder, tmp_path / "r.zip")
    assert leaks(files, folder) == []
    assert json.loads(files["settings.json"]) == {"font": "Sans", "keys": {"undo": ["F8"]}}


def test_what_is_wrong_is_counted_and_not_quoted(folder: Path, tmp_path: Path) -> None:
    project = Project(folder)
    with project.db.writing():
        project.db.run("UPDATE article_text SET text = 'Kestrel sank.'")
        project.db.run("UPDATE item SET kind = 'Kestrel', status = 'Bergen' WHERE kind = 'progress'")
    project.close()
    files = packed(folder, tmp_path / "r.zip")
    assert check_of(files)["whole"] is False
    assert sum(check_of(files)["faults"].values()) >= 2
    assert leaks(files, folder) == []


@pytest.mark.parametrize("name", ["project.db", "project.yaml"])
def test_a_project_that_cannot_be_opened_is_reported_too(
    folder: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text("Kestrel: [Bergen", "utf-8")
    files = packed(folder, tmp_path / "r.zip")
    assert check_of(files)["opened"] is False
    assert "could not be opened" in capsys.readouterr().err
    assert leaks(files, folder) == []


def test_a_report_needs_no_project(tmp_path: Path) -> None:
    files = packed(None, tmp_path / "r.zip", "--json")
    assert list(files) == ["READ-ME.txt", "versions.json", "log.txt", "settings.json"]


def test_a_check_that_takes_long_ends_and_says_so(project: Project) -> None:
    arrivals = project.arrivals(by="anna")
    arrivals.take(Record(Article(f"a{n}", f"Oslo waits {n}. " * 2000, "", {})) for n in range(300))
    arrivals.land()
    arrivals.close()
    assert problem_report.checked(project, seconds=0.01) == {"finished": False, "seconds": 0.01}
    assert problem_report.checked(project)["whole"] is True


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_report_is_its_owners_alone(folder: Path, tmp_path: Path) -> None:
    packed(folder, tmp_path / "r.zip")
    assert oct((tmp_path / "r.zip").stat().st_mode & 0o777) == "0o600"


@pytest.mark.parametrize("out", ["project.db", "backups/r.zip", ""])
def test_a_report_is_never_written_over_a_project(
    folder: Path, out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", folder) == 0  # a copy of a project gets an id of its own when it is opened
    before = (folder / "project.db").read_bytes()
    assert run("report", folder, folder / out) == 1
    assert capsys.readouterr().err.startswith("factmark: ")
    assert (folder / "project.db").read_bytes() == before
