"""`suggest --jobs`: the same rows as one process writes; what was found before a stop is kept, and the next run goes on."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from models.project import Project
from models.queries.articles import unsuggested
from tests.ui.commands.commands import begun, run, said
from tests.ui.commands.suggesting.parts import made, rows

MANY = 500
PATTERNS = '{"label": "ORG", "pattern": "Navy"}\n{"label": "PERSON", "stop": "Anna Lee"}\n{broken\n'


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = made(tmp_path_factory.mktemp("jobs") / "p", 45)
    (folder / "patterns.jsonl").write_text(PATTERNS, "utf-8")
    return folder


def copy_of(project: Path, folder: Path) -> Path:
    return Path(shutil.copytree(project, folder))


def test_two_processes_write_the_same_rows_as_one(project: Path, tmp_path: Path, capsys) -> None:
    one, two = copy_of(project, tmp_path / "one"), copy_of(project, tmp_path / "two")
    alone = said(capsys, "suggest", one, "--what", "all", code=1)
    together = said(capsys, "suggest", two, "--what", "all", "--jobs", "2", code=1)
    assert together == alone
    assert (alone["articles"], alone["problems"]) == (45, ["patterns.jsonl:3: This line is not JSON."])
    assert alone["suggestions"] > 150 < alone["facts"] * 5
    assert rows(one) == rows(two)


def test_facts_alone_and_on_the_annotators_own_spans(project: Path, tmp_path: Path, capsys) -> None:
    one = copy_of(project, tmp_path / "one")
    run("suggest", one)
    two = copy_of(one, tmp_path / "two")
    alone = said(capsys, "suggest", one, "--what", "facts")
    assert alone["facts"] > 40
    assert said(capsys, "suggest", two, "--what", "facts", "--jobs", "2") == alone
    assert rows(one) == rows(two)


def test_a_machines_work_and_again_where_no_pipeline_is_wanted(project: Path, tmp_path: Path, capsys) -> None:
    one, two = copy_of(project, tmp_path / "one"), copy_of(project, tmp_path / "two")
    words = ("--pipeline", "none", "--what", "all", "--again")
    for more in ((), ("--as-annotator", "robo")):
        alone = said(capsys, "suggest", one, *words, *more, code=1)
        assert said(capsys, "suggest", two, *words, *more, "--jobs", "2", code=1) == alone
    assert alone["spans"] > 20
    assert rows(one) == rows(two)
    assert items(one) == items(two)


def items(folder: Path) -> list:
    project = Project(folder)
    try:
        return project.db.rows("SELECT article, annotator, kind, id, body FROM item ORDER BY 1, 2, 3, 4")
    finally:
        project.close()


@pytest.mark.parametrize("jobs", ["x", "-1", "1.5", "²"])
def test_no_number_of_processes_is_wrong_words(project: Path, capsys, jobs: str) -> None:
    assert run("suggest", project, "--jobs", jobs) == 2
    assert "--jobs is a number of processes, or auto" in " ".join(
        capsys.readouterr().err.replace("│", " ").split()
    )


def test_ctrl_c_ends_it_and_the_next_run_goes_on(tmp_path: Path, capsys) -> None:
    folder = made(tmp_path / "p", MANY)
    with begun("suggest", folder, "--jobs", "2", "--progress") as process:
        after_a_chunk(process.stdout)
        since = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        took = time.monotonic() - since
    told = json.loads(out.splitlines()[-1])
    assert (process.returncode, err, told["stopped"], told["of"]) == (130, "", True, MANY)
    assert 0 < told["articles"] < MANY
    assert took < 10  # a second on a machine that is idle
    assert lacking(folder) == MANY - told["articles"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_run_that_is_killed_leaves_no_process_and_keeps_what_was_done(tmp_path: Path, capsys) -> None:
    folder = made(tmp_path / "p", MANY)
    with begun("suggest", folder, "--jobs", "2", "--progress") as process:
        done = after_a_chunk(process.stdout)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=30)  # ends when the last process that has its output does
    left = lacking(folder)
    assert 0 < left <= MANY - done
    assert said(capsys, "suggest", folder, "--pipeline", "none")["articles"] == left


def lacking(folder: Path) -> int:
    """How many articles no pipeline has looked through."""
    project = Project(folder)
    try:
        return len(unsuggested(project))
    finally:
        project.close()


def after_a_chunk(lines) -> int:
    """How many looks were done at the first line that tells of any."""
    return next(done for done in (json.loads(line)["done"] for line in lines) if done)


def test_a_suggester_of_ones_own_is_refused_in_a_sentence(tmp_path: Path, capsys) -> None:
    from models.settings import config_folder

    folder = made(tmp_path / "p", 1)
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "settings.yaml").write_text("suggesters:\n  mine:\n    command: [cat]\n", "utf-8")
    assert run("suggest", folder, "--pipeline", "mine", "--jobs", "2") == 1
    assert "one process runs at a time: leave --jobs out" in capsys.readouterr().err
