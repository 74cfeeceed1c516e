"""A bad line of `patterns.jsonl` costs itself alone: the good ones are used, whichever pipeline there is."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from annotations.suggest.pattern_lines import FILE
from annotations.suggest.patterns import UNGIVEN
from annotations.suggest.worker import Jobs, serve

GOOD = b'{"label": "PERSON", "pattern": "Peter"}'
BOM = b"\xef\xbb\xbf"
TEXT = f"Here {'a' * 40}b and Peter met."


def tokens(*made: dict[str, Any]) -> bytes:
    return json.dumps({"label": "PERSON", "pattern": made}).encode()


NO_PATTERN = {
    b"broken": "This line is not JSON.",
    b"{": "This line is not JSON.",
    BOM + GOOD: "This line is not JSON.",
    b"\x00": "This line is not JSON.",
    b'{"label": "PERSON", "pattern": "M\xfcller"}': "This line is not UTF-8.",
    b"[]": "A pattern is written",
    b'{"pattern": "x"}': "A pattern is written",
    b'{"label": 3, "pattern": "x"}': "A pattern is written",
    b'{"label": "PERSON", "pattern": 7}': "A pattern is written",
    b'{"label": "PERSON", "pattern": "..."}': "This wording is punctuation alone",
    tokens({"LOWER": {"BAD": "x"}}): "This is no token pattern",
    tokens({"LOWER": "x", "OP": "9"}): "This is no token pattern",
    tokens({"_": {"x": 1}}): "This is no token pattern",
    tokens({"TEXT": {"REGEX": "("}}): "This is no token pattern",
    tokens({"TEXT": {"REGEX": "^(a+)+$"}}): "This pattern takes too long",
    tokens({"IS_ALPHA": True}): "This pattern matches nearly everything",
    tokens({"POS": "NOUN"}): UNGIVEN,
    tokens({"POS": "NOUN", "OP": "+"}): UNGIVEN,
}


def replies(folder: Path, pipeline: str, *lines: bytes) -> tuple[list[str], list[str]]:
    """What is suggested by the patterns of those lines, and the sentences told."""
    (folder / FILE).write_bytes(b"\n".join(lines))
    request = {"id": 1, "job": "suggest", "pipeline": pipeline, "folder": str(folder), "labels": ["PERSON"]}
    out = io.StringIO()
    serve([json.dumps({**request, "articles": [{"id": "a", "text": TEXT}]})], out)
    first, *troubles, done = map(json.loads, out.getvalue().splitlines())
    assert done["done"]
    spans = first["items"].get("span", [])
    found = [TEXT[one["start"] : one["end"]] for one in spans if one["origin"] == "pattern"]
    return found, [one["trouble"] for one in troubles]


@pytest.mark.parametrize("pipeline", ["none", "rules"])
@pytest.mark.parametrize(("line", "sentence"), NO_PATTERN.items())
def test_a_bad_line_is_told_with_its_number_and_the_good_ones_are_used(
    tmp_path: Path, line: bytes, sentence: str, pipeline: str
) -> None:
    found, (said,) = replies(tmp_path, pipeline, BOM, line, GOOD)
    assert found == ["Peter"]
    assert said.startswith(f"{FILE}:2: {sentence}")


def test_all_kinds_at_once_leave_the_good_lines(tmp_path: Path) -> None:
    found, told = replies(tmp_path, "en_news", BOM + GOOD, *NO_PATTERN, b"\r", GOOD)
    assert found == ["Peter"]
    assert {said.partition(": ")[2][:20] for said in told} == {said[:20] for said in NO_PATTERN.values()}


@pytest.mark.parametrize("lines", [[b""], [BOM], [BOM + GOOD], [b'{"label": "NOT_KNOWN", "pattern": "met"}']])
def test_an_empty_file_a_mark_of_utf_8_and_a_label_unknown_stop_nothing(
    tmp_path: Path, lines: list[bytes]
) -> None:
    expected = ["Peter"] if GOOD in lines[0] else []
    assert replies(tmp_path, "none", *lines) == (expected, [])


def test_a_file_that_cannot_be_read_is_told_and_the_rules_still_suggest(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    request = {"pipeline": "rules", "folder": str(tmp_path), "labels": ["GPE"]}
    first, told = Jobs().suggest({**request, "articles": [{"id": "a", "text": "Oslo is in Norway."}]})
    assert first["items"]["span"]
    assert told["trouble"].startswith(f"{FILE}: The patterns cannot be read")
