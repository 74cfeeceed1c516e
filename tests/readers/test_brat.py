"""The grammar of brat's standoff, as its format page gives it, held against every line that was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from expected import BY_ID, MADE, RECORDS, spans

FOLDER = MADE / "brat"
NAME = r"[A-Za-z0-9_-]+"  # of a type, a role or an attribute
GRAMMAR = {
    "T": re.compile(rf"(T\d+)\t({NAME}) (\d+ \d+(?:;\d+ \d+)*)\t(.+)"),
    "E": re.compile(rf"(E\d+)\t({NAME}):(T\d+)((?: {NAME}:[TE]\d+)*)"),
    "A": re.compile(rf"(A\d+)\t({NAME}) ([TERA]\d+)(?: ({NAME}))?"),
    "#": re.compile(rf"(#\d+)\t({NAME}) ([TERA]\d+)\t(.*)"),
}
BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
PATHS = sorted(FOLDER.glob("*.ann"))
SHOWN = sorted(PATHS, key=lambda path: path.stem.startswith("plain"))[:8]  # the nasty ones and some


def matched(path: Path) -> Iterator[re.Match[str]]:
    """Each line of the file as the grammar parts it."""
    raw = path.read_bytes().decode()
    assert raw.endswith("\n")
    for line in raw.split("\n")[:-1]:
        match = GRAMMAR[line[0]].fullmatch(line)
        assert match, line
        yield match


def fragments(offsets: str) -> list[tuple[int, int]]:
    pairs = (piece.split(" ") for piece in offsets.split(";"))
    return [(int(start), int(end)) for start, end in pairs]


def text_of(path: Path) -> str:
    return path.with_suffix(".txt").read_bytes().decode()


def test_there_are_a_text_and_its_annotations_for_every_article() -> None:
    assert {unquote(path.name.removesuffix(".ann")): text_of(path) for path in PATHS} == {
        record["id"]: record["text"] for record in RECORDS
    }


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_every_line_is_one_of_the_grammar_and_no_name_is_given_twice(path: Path) -> None:
    names = [match[1] for match in matched(path)]
    assert len(names) == len(set(names))
    for match in matched(path):
        referred = [match[3]] if match[1][0] in "EA#" else []
        referred += re.findall(r":([TE]\d+)", match[4] or "") if match[1][0] == "E" else []
        assert set(referred) <= set(names)


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_every_quote_is_what_stands_at_the_offsets_and_crosses_no_line(path: Path) -> None:
    text = text_of(path)
    for match in (match for match in matched(path) if match[1].startswith("T")):
        places = fragments(match[3])
        assert places == sorted(places)
        assert all(start < end and not BREAKS.search(text[start:end]) for start, end in places)
        assert " ".join(text[start:end] for start, end in places) == match[4]


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_the_spans_are_those_of_the_record(path: Path) -> None:
    record = BY_ID[unquote(path.stem)]
    labels = {span["label"] for span in record["spans"]}
    found = [(fragments(match[3]), match[2]) for match in matched(path) if match[1].startswith("T")]
    hulls = [(places[0][0], places[-1][1], label) for places, label in found if label in labels]
    assert sorted(hulls) == spans(record)


def test_every_type_that_is_used_stands_in_its_section_of_the_configuration() -> None:
    said = re.split(r"^\[(\w+)\]\n", (FOLDER / "annotation.conf").read_text("utf-8"), flags=re.MULTILINE)
    sections = dict(zip(said[1::2], said[2::2], strict=True))
    assert list(sections) == ["entities", "relations", "events", "attributes"]
    first = {
        name: {line.split("\t")[0] for line in body.split("\n") if line} for name, body in sections.items()
    }
    used = [match for path in PATHS for match in matched(path)]
    events = {match[2] for match in used if match[1].startswith("E")}
    assert events <= first["events"]
    assert {match[2] for match in used if match[1].startswith("T")} - events <= first["entities"]
    assert {match[2] for match in used if match[1].startswith("A")} <= first["attributes"]
