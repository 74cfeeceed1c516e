"""The program: a command's module is enough for it, and what is no command is told among all."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.ui.commands.commands import ROOT
from ui.commands.run import MODULES, program


@pytest.mark.parametrize("name", MODULES)
def test_a_module_brings_the_commands_that_the_table_says(name: str) -> None:
    rows = program().registered_commands
    here = [row for row in rows if row.callback.__module__ == f"ui.commands.{name}"]
    assert tuple(row.name or row.callback.__name__ for row in here) == MODULES[name]


def test_one_command_loads_less_than_all_and_is_named_all_the_same() -> None:
    code = """
import sys
from ui.commands.run import run_command
print(run_command(["check", "nowhere"]), "ui.commands.training" in sys.modules)
print(run_command(["chek", "nowhere"]), "ui.commands.training" in sys.modules)
"""
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["1 False", "2 True"]
    assert "This is no Factmark project" in done.stderr or "nowhere" in done.stderr
    assert "No such command 'chek'" in done.stderr


def test_whoever_stops_a_command_before_it_begins_hears_no_traceback() -> None:
    code = """
import signal, sys
class Stopping:
    def find_spec(self, name, path, target=None):
        if name == "ui.commands.base":
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Stopping())
import main
print(main.main(["stats", "nowhere"]))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("130\n", "factmark: Stopped.\n")
