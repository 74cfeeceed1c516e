"""The copy of the log: frames and classes stay, and nothing that could be a text, a name or a folder."""

from __future__ import annotations

import sys
import traceback

import pytest

from annotations.processes.door import HOME
from annotations.schema import reader as schema_reader
from ui.trouble.log_copy import copied, plain

HOSTILE = """Traceback (most recent call last):
  File "/home/anna/Oslo waits.py", line 3, in Oslo
    Oslo waits for rain.
  File "/home/anna/site-packages/secret.py", line 555, in Oslo
    secret
ValueError: Oslo waits: 'rain' on 12 November
    Oslo waits, indented
  File "a", line 1, in b
Oslo.Waits.Error: rain
Ångström 雨 🌧 +47 555 0199
"""


def raised() -> str:
    try:
        schema_reader.parse("labels: {Oslo waits: 3}", "/home/anna/secret.yaml")
    except Exception:  # noqa: BLE001
        return f"2026-11-28T10:00:00+00:00\n{traceback.format_exc()}"
    raise AssertionError("it was read")


def test_frames_of_the_program_stay_with_their_lines_of_source() -> None:
    found = list(copied(raised().splitlines()))
    assert found[:2] == ["2026-11-28T10:00:00+00:00", "Traceback (most recent call last):"]
    assert any(line.startswith('  File "annotations/schema/') and ", in " in line for line in found)
    assert any(line.strip().startswith("raise UserError(") or "raise " in line for line in found)
    assert "annotations.errors.UserError:" in found[-1]


def test_frames_of_a_frozen_program_stay_too_which_are_told_from_its_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = list(copied(raised().splitlines()))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert list(copied(raised().replace(f"{HOME}/", "").splitlines())) == here


def test_what_an_error_quotes_goes() -> None:
    said = "\n".join(copied(raised().splitlines()))
    assert [word for word in ("Oslo", "waits", "secret", "anna", "/home") if word in said] == []


def test_a_text_that_looks_like_a_traceback_goes() -> None:
    said = "\n".join(copied(HOSTILE.splitlines()))
    hidden = ("Oslo", "Waits", "rain", "anna", "secret", "ngstr", "雨", "🌧", "555 0199", "November", "12")
    assert [word for word in hidden if word in said] == []
    assert "ValueError:" in said


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("'NoneType' object has no attribute 'label'", "'NoneType' object has no attribute '…'"),
        ("list index out of range", "list index out of range"),
        ("Maria Ruiz left Oslo", "…"),
    ],
)
def test_words_of_the_list_stay(words: str, kept: str) -> None:
    assert plain(words) == kept
