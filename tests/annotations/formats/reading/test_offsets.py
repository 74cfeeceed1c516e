"""Offsets of other tools' files: read in their unit, put right by the quotes, or left out and listed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.reading.given import Found
from annotations.formats.reading.how_read import HowRead
from annotations.formats.reading.offsets import fits, placing
from annotations.formats.units import CODE_POINTS, UTF16
from annotations.problems import Notice
from tests.strategies import ranges, texts

TEXT = "👍🏽 Maria Ruiz\r\nleft 🛳 Oslo\r\ntoday."
UNITS = {CODE_POINTS: lambda text: len(text), UTF16: lambda text: len(text.encode("utf-16-le")) // 2}
SHIFTS = {
    "as it is": lambda text: text,
    "line ends of one sign": lambda text: text.replace("\r\n", "\n"),
    "a mark before it": lambda text: "\ufeff" + text,
}


def task(words: list[str], counted, seen) -> dict:
    """A task whose offsets were counted so in what another tool saw of the text."""
    spans = []
    for word in words:
        start = seen(TEXT[: TEXT.index(word)])
        place = counted(start), counted(start + word)
        spans.append({"start": place[0], "end": place[1], "label": "A", "text": word})
    return {"text": TEXT, "spans": spans}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("shift", SHIFTS)
def test_offsets_that_the_quotes_prove_wrong_are_put_right_and_reported(unit, shift, tmp_path: Path) -> None:
    value = task(["Maria Ruiz", "Oslo", "today"], UNITS[unit], SHIFTS[shift])
    (tmp_path / "p.jsonl").write_text(json.dumps(value), "utf-8")
    entry, *notices = read(tmp_path / "p.jsonl", HowRead("prodigy"))
    assert sorted(TEXT[s.start : s.end] for s in entry.spans()) == ["Maria Ruiz", "Oslo", "today"]
    assert len(notices) == ((unit, shift) != (CODE_POINTS, "as it is"))
    assert all(isinstance(one, Notice) and "put right" in str(one) for one in notices)


def test_line_ends_of_two_signs_in_a_text_of_one_are_recognised() -> None:
    text = "One\nTwo\nThree"
    how, move = placing(text, [Found(10, 15, "A", "Three")], CODE_POINTS)
    assert (how, move(10), move(15)) == ("line ends counted as two signs", 8, 13)


def test_a_span_that_fits_nowhere_is_listed_with_its_line_and_never_guessed(tmp_path: Path) -> None:
    spans = [
        {"start": 0, "end": 4, "label": "A", "text": "Oslo"},
        {"start": 5, "end": 9, "label": "A", "text": "left"},
    ]
    (tmp_path / "p.jsonl").write_text("\n" + json.dumps({"text": "Anna left Oslo.", "spans": spans}))
    entry, problem = read(tmp_path / "p.jsonl", HowRead("prodigy"))
    assert [(s.start, s.end) for s in entry.spans()] == [(5, 9)]
    assert str(problem).endswith(
        "p.jsonl:2: The span 0-4 A was left out: the text there is 'Anna', not 'Oslo'."
    )


def test_doccanos_offsets_are_utf16_units_unless_they_cannot_be(tmp_path: Path) -> None:
    lines = [{"text": "👍 Bob", "label": [[3, 6, "A"]]}, {"text": "a👍", "label": [[1, 2, "A"]]}]
    (tmp_path / "d.jsonl").write_text("\n".join(map(json.dumps, lines)))
    first, second, notice = read(tmp_path / "d.jsonl", HowRead("doccano"))
    assert [(s.start, s.end) for s in first.spans()] == [(2, 5)]
    assert [(s.start, s.end) for s in second.spans()] == [(1, 2)]
    assert "offsets in code points" in str(notice)


@given(texts.flatmap(lambda text: st.tuples(st.just(text), ranges(len(text)))), st.sampled_from(list(UNITS)))
def test_an_offset_in_the_files_unit_is_found_again(case: tuple, unit: str) -> None:
    text, (start, end) = case
    found = Found(UNITS[unit](text[:start]), UNITS[unit](text[:end]), "A", text[start:end])
    how, move = placing(text, [found], unit)
    assert (how, fits(text, found, move)) == ("", (start, end))


@given(texts.flatmap(lambda text: st.tuples(st.just(text), ranges(len(text)))), st.sampled_from(list(UNITS)))
def test_what_is_placed_is_what_was_quoted(case: tuple, unit: str) -> None:
    text, (start, end) = case
    found = Found(start + 1, end + 1, "A", text[start:end])
    bounds = fits(text, found, placing(text, [found], unit)[1])
    there = found.quote if bounds is None else text[slice(*bounds)]
    assert re.sub("\r\n?", "\n", there) == re.sub("\r\n?", "\n", found.quote)


def test_a_record_without_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text('{"text": " "}\n{"text": "Yes."}')
    problem, entry = read(tmp_path / "p.jsonl", HowRead("prodigy"))
    assert (problem.line, isinstance(entry, Record)) == (1, True)


def test_own_records_with_shifted_offsets_are_put_right_with_their_facts(tmp_path: Path) -> None:
    text = "👍 Bob left Oslo."
    spans = [{"id": "b", "start": 3, "end": 6, "label": "PERSON", "text": "Bob"}]
    roles = [{"role": "who", "fillers": [{"span": "b", "start": 3, "end": 6}]}]
    facts = [{"id": "f", "type": "MOVE", "trigger": [7, 11], "roles": roles}]
    value = {"id": "a", "text": text, "spans": spans, "facts": facts, "boilerplate": [[12, 16]]}
    (tmp_path / "own.jsonl").write_text(json.dumps(value))
    notice, entry = read(tmp_path / "own.jsonl")
    (fact,) = entry.facts()
    assert (text[slice(*fact.trigger)], text[fact.fillers()[0].start :][:3]) == ("left", "Bob")
    assert [text[s.start : s.end] for s in entry.spans()] == ["Bob"]
    assert "offsets in UTF-16 units" in str(notice)
