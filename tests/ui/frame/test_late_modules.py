"""Modules that wait run once, when they are first asked, and are then like any."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ui.frame.late_modules import Later, put_off

ROOT = Path(__file__).parents[3]


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a module that says in `heard` when it runs, and fails the first time."""
    source = "heard.append(1)\nif len(heard) == 1:\n    raise LookupError\nword, __all__ = 'word', ['word']\n"
    (tmp_path / "waits_here.py").write_text(source)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "waits_here", raising=False)
    return "waits_here"


def test_a_module_runs_when_a_name_is_asked_for_and_again_when_that_failed(module: str) -> None:
    put_off(module)
    waiting = sys.modules.pop(module)
    waiting.heard = []  # type: ignore[attr-defined]
    assert waiting.__file__
    assert not hasattr(waiting, "__path__")
    assert not waiting.heard
    with pytest.raises(LookupError):
        waiting.word  # noqa: B018
    assert (waiting.word, waiting.word, len(waiting.heard)) == ("word", "word", 2)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        waiting.nothing  # noqa: B018


def test_a_module_that_is_there_already_or_nowhere_is_left_alone() -> None:
    plain = sys.modules["json"]
    put_off("json")
    put_off("no_such_module_anywhere")
    assert sys.modules["json"] is plain
    assert "no_such_module_anywhere" not in sys.modules


def test_a_module_that_asks_itself_while_it_runs_gets_no_name_that_it_has_not_yet() -> None:
    names: dict[str, object] = {"__name__": "circle"}

    def run() -> None:
        with pytest.raises(AttributeError):
            later("word")
        names["word"] = 1

    later = Later(names, run)
    assert later("word") == 1


def test_a_function_that_is_taken_without_asking_runs_the_module() -> None:
    names: dict[str, object] = {"__name__": "taken"}
    Later(names, lambda: names.update(double=lambda number: 2 * number), ["double"])
    double = names["double"]
    assert callable(double)
    assert double(2) == double(2) == 4
    assert "__getattr__" not in names


def test_modules_that_a_window_seldom_needs_wait_and_work() -> None:
    lines = """
import sys
from ui.frame.quick_libraries import SELDOM, load_libraries
load_libraries()
import ui.app
print({len(vars(sys.modules[name])) for name in SELDOM} < set(range(12)))
from socket import *
import calendar, ipaddress, platform, socket, uuid, yaml
print(AF_INET is socket.AF_INET, tuple(map(int, calendar.monthrange(2024, 2))), uuid.UUID(int=1).hex, bool(platform.python_version()))
print(calendar.monthrange.__module__, {type(one).__name__ for one in (calendar, platform, socket, uuid)})
print(yaml.safe_load("{a: 1.5, b: yes, c: 2024-01-02, d: 0x1F}"), yaml.load("a: 1", yaml.SafeLoader))
try:
    yaml.load("a: \\x00", yaml.SafeLoader)
except yaml.YAMLError as error:
    print(error.reason)
"""
    command = [sys.executable, "-c", lines]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said == [
        "True",
        "True (3, 29) 00000000000000000000000000000001 True",
        "calendar {'module'}",
        "{'a': 1.5, 'b': True, 'c': datetime.date(2024, 1, 2), 'd': 31} {'a': 1}",
        "special characters are not allowed",
    ]
