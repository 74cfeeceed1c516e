"""The log of errors: its owner's alone, bounded, and nothing lost when several programs write it at once."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_architecture import ROOT
from ui import error_log

WRITER = """
import sys
from ui import error_log
error_log.LARGEST, error_log.KEPT = 2_000, 60
for n in range(40):
    error_log.log_error(f"<{sys.argv[1]}-{n}> " + "x" * 60)
"""
BROKEN = """
from ui import error_log
error_log.log_errors()
{}["odd\\x1b"]
"""
COMMAND = """
import sys
from ui.commands.base import app
from ui.commands.run import run_command
@app.command("broken")
def broken():
    raise KeyError("odd")
sys.exit(run_command(["broken"]))
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("errors*.log"))


def test_the_log_goes_round(own_settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(error_log, "LARGEST", 200)
    for n in range(9):
        error_log.log_error(f"{n} {'x' * 120}")
    assert names(own_settings) == ["errors.1.log", "errors.2.log", "errors.log"]
    assert [path.read_text("utf-8").split()[1] for path in error_log.log_files()] == ["6", "7", "8"]
    assert max(path.stat().st_size for path in error_log.log_files()) <= 200


def test_one_error_never_fills_more_than_a_file(own_settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(error_log, "LARGEST", 2_000)
    error_log.log_error("x" * 1_000_000)
    log = error_log.log_path()
    assert log.stat().st_size < 2_000
    assert log.read_text("utf-8").endswith("(cut)\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_log_is_its_owners_alone(own_settings: Path) -> None:
    error_log.ErrorLog().handle(logging.LogRecord("a", logging.ERROR, "", 0, "odd\x1b", None, None))
    found = {oct(path.stat().st_mode & 0o777) for path in own_settings.iterdir()}
    assert (found, oct(own_settings.stat().st_mode & 0o777)) == ({"0o600"}, "0o700")
    assert error_log.log_path().read_text("utf-8").splitlines()[1] == "odd\\u001b"


def test_programs_that_write_and_rename_at_once_lose_nothing(own_settings: Path) -> None:
    words = [[sys.executable, "-c", WRITER, name] for name in ("a", "b", "c")]
    running = [subprocess.Popen(one, cwd=ROOT) for one in words]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    found = "".join(path.read_text("utf-8") for path in own_settings.glob("errors*.log"))
    assert len(names(own_settings)) > 3
    assert [f"<{one}-{n}>" in found for one in "abc" for n in range(40)] == [True] * 120


@pytest.mark.skipif(os.name == "nt", reason="Windows locks otherwise")
def test_a_lock_that_is_held_costs_no_error(own_settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    monkeypatch.setattr(error_log, "PATIENCE", 0.05)
    monkeypatch.setattr(error_log, "LARGEST", 100)
    error_log.log_error("first" * 15)
    with (own_settings / "errors.lock").open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        error_log.log_error("second" * 10)
    assert names(own_settings) == ["errors.log"]
    assert "second" in error_log.log_path().read_text("utf-8")


def test_an_error_that_no_command_caught_is_a_sentence_and_its_traceback_is_in_the_log(
    own_settings: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BROKEN], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (1, "", False)
    assert " report report.zip` packs them" in done.stderr
    assert "Something went wrong that should not have (KeyError: 'odd\\x1b')" in done.stderr
    assert "Traceback" in error_log.log_path().read_text("utf-8")


def test_an_error_in_a_real_command_is_a_sentence_too(own_settings: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COMMAND], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "Something went wrong that should not have (KeyError: 'odd')" in done.stderr
    assert "Traceback" in error_log.log_path().read_text("utf-8")
