"""A regular expression that waits for its first use is one like any."""

from __future__ import annotations

import copy
import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotations.text.regex import regex

ROOT = Path(__file__).parents[3]
COUNTED = """
import re, sys
compiled, plain = [], re.compile
def counted(pattern, flags=0):
    caller = sys._getframe(1).f_globals.get("__name__", "")
    if caller.split(".")[0] in ("annotations", "models", "ui"):
        compiled.append(f"{caller}: {pattern}")
    return plain(pattern, flags)
re.compile = counted
import ui.app
print(*compiled, sep="\\n")
"""


def test_it_finds_and_replaces_as_a_compiled_one_does() -> None:
    words = regex(r"(?P<word>[a-z]+)(\d)?", re.IGNORECASE)
    plain = re.compile(r"(?P<word>[a-z]+)(\d)?", re.IGNORECASE)
    for text in ("", "One two3 - ", "٣ 😀é\u0301 \ud800x", "a" * 1000):
        assert words.findall(text) == plain.findall(text)
        assert [found.span("word") for found in words.finditer(text, 1)] == [
            found.span("word") for found in plain.finditer(text, 1)
        ]
        assert words.sub(r"<\1>", text) == plain.sub(r"<\1>", text)
        assert bool(words.fullmatch(text)) == bool(plain.fullmatch(text))
    assert (words.pattern, words.flags, words.groups) == (plain.pattern, plain.flags, plain.groups)


def test_bytes_have_theirs() -> None:
    assert regex(rb"\s+").split(b"one  two") == [b"one", b"two"]


def test_it_is_copied_before_and_after_its_first_use() -> None:
    digits = regex(r"\d+")
    for _ in range(2):
        assert copy.deepcopy(digits).findall("1 22") == ["1", "22"] == digits.findall("1 22")


def test_what_is_wrong_with_it_is_said_at_its_first_use() -> None:
    wrong = regex("(")
    for _ in range(2):
        with pytest.raises(re.error, match="missing"):
            wrong.search("")


def test_nothing_of_ours_compiles_one_while_the_window_is_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNTED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["", ""]
