"""What tests of the commands share: they are run here, or as a person types them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import main

ROOT = Path(__file__).parents[3]
_heeded = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # whoever runs the tests may ignore it


def run(*words: object) -> int:
    return main.main([str(word) for word in words])


def said(capsys: pytest.CaptureFixture[str], *words: object, code: int = 0) -> dict:
    """What the command reports as JSON."""
    capsys.readouterr()
    assert run(*words, "--json") == code
    return json.loads(capsys.readouterr().out)


def typed(*words: object, **how) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        _line(words), cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, **how
    )


def begun(*words: object) -> subprocess.Popen[str]:
    """The command in a process of its own, which goes on and can be interrupted."""
    return subprocess.Popen(
        _line(words),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heeded,  # noqa: PLW1509 - no threads here
    )


def _line(words: tuple[object, ...]) -> list[str]:
    return [sys.executable, "main.py", *map(str, words)]
