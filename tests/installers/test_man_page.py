"""The man page: every command and option that `--help` has, as roff that nothing warns of."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from installers.man_page import lines, man_page, term
from ui.commands.run import MODULES

COMMANDS = [name for names in MODULES.values() for name in names]


@pytest.fixture(scope="module")
def page() -> str:
    return man_page("1.2.3", "2026-11-30")


@pytest.fixture(scope="module")
def shown(page: str) -> str:
    """The page as a terminal has it, with what groff warns of."""
    if not shutil.which("groff"):
        pytest.skip("groff is not here")
    words = ["groff", "-man", "-ww", "-Tutf8", "-K", "utf8", "-P-cbou", "-rLL=400n"]
    done = subprocess.run(words, input=page, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_a_section(page: str, command: str) -> None:
    name = command.replace("-", "\\-")
    assert page.count(f"\n.SS \\fBfactmark {name}\\fR ") == 1


def test_the_page_reads_as_the_help_does(shown: str) -> None:
    assert "factmark import [OPTIONS] PROJECT FILE..." in shown
    assert "factmark search [OPTIONS] PROJECT [LINE]" in shown
    assert "--split str" in shown
    assert "Shares, such as 80/10/10: train, dev, test." in shown
    assert "factmark 1.2.3" in shown


def test_no_word_of_the_help_is_a_request() -> None:
    assert list(lines(".csv or 'x' or \\n")) == ["\\&.csv or \\(aqx\\(aq or \\en"]
    assert list(lines("")) == ["\\&"]
    assert all(len(line) < 80 for line in lines("a long sentence " * 20))


def test_what_is_typed_is_bold_and_its_place_slanted() -> None:
    assert term("--wait SECONDS") == "\\fB\\-\\-wait\\fR \\fISECONDS\\fR"
    assert term("--json / --no-json") == "\\fB\\-\\-json\\fR / \\fB\\-\\-no\\-json\\fR"
