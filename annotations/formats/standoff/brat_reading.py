"""The reader of brat's standoff: spans, events, relations, attributes and notes; the rest is counted.

A discontinuous span is read as its hull, the stretch from its first fragment to its last, and listed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from annotations.errors import UserError
from annotations.fact_attributes import ATTRIBUTES, Flag, OneOf, lines
from annotations.facts import Fact, Filler, Role
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.reading.offsets import moves
from annotations.formats.standoff.brat import BARE, BREAKS, spelled
from annotations.formats.units import CODE_POINTS
from annotations.problems import Notice, Problem

SYNONYMS = {"Negation": "Negated"}  # what brat's own examples call it
DIGITS = re.compile(r"\d+$")


@dataclass
class _Said:
    """The content of one .ann, by id."""

    places: dict[str, Found] = field(default_factory=dict)
    fragments: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    events: dict[str, tuple[str, list[tuple[str, str]]]] = field(default_factory=dict)  # trigger, (role, end)
    facts: dict[str, Fact] = field(default_factory=dict)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)  # name, whose, value
    notes: list[tuple[str, str, str]] = field(default_factory=list)  # likewise
    others: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield one record: the .ann, or the .txt that it belongs to, may be given."""
    unit = reading.unit(CODE_POINTS)
    text = _content(path.with_suffix(".txt"), "the text that these annotations belong to")
    lines = _content(path.with_suffix(".ann"), "the annotations of this text")
    said = _Said()
    for number, line in enumerate(lines.split("\n"), 1):
        if line.strip():
            _read_line(path, number, line.removesuffix("\r"), said)
    name, _, annotator = path.stem.partition("~")
    events = {end for trigger, ends in said.events.values() for end in (trigger, *(end for _, end in ends))}
    triggers = {trigger for trigger, _ in said.events.values()}
    spans = [
        one  # but for triggers and bare ranges, which only an event needs
        for key, one in said.places.items()
        if key not in events or not (one.label == BARE or key in triggers)
    ]
    given = Given(text, unquote(name), "", {}, unquote(annotator), None, spans, list(_facts(said)), unit)
    yield replace(given, text=text.removeprefix("\ufeff"))  # a byte order mark is none of the text
    yield from said.problems
    yield from _notices(path, text, said, unit)


def _content(path: Path, what: str) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise UserError(f"There is no {path.name} beside it, {what}.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{path.name} is not UTF-8.") from error


def _read_line(path: Path, number: int, line: str, said: _Said) -> None:
    name, _, rest = line.partition("\t")
    head, _, tail = rest.partition("\t")
    parts = head.split()
    try:
        if name.startswith("T"):
            _place(name, head, tail, said)
        elif name.startswith("E"):
            ends = [tuple(part.split(":", 1)) for part in parts]
            said.events[name] = (ends[0][1], [(DIGITS.sub("", role) or role, end) for role, end in ends[1:]])
            said.facts[name] = Fact("", ends[0][0])
        elif name.startswith("R"):
            ends = [tuple(part.split(":", 1)) for part in parts[1:]]
            said.events[name] = ("", [(role, end) for role, end in ends])
            said.facts[name] = Fact("", parts[0])
        elif name.startswith(("A", "M")):
            said.attributes.append((parts[0], parts[1], parts[2] if len(parts) > 2 else ""))
        elif name.startswith("#") and parts[0] in {spelled(row.name) for row in lines()}:
            said.notes.append((parts[0], parts[1], tail))
        else:
            said.others[name[:1]] += 1
    except (ValueError, IndexError):
        said.problems.append(Problem(path, number, "This line is no line of brat's."))


def _place(name: str, head: str, quote: str, said: _Said) -> None:
    type_, _, offsets = head.partition(" ")
    fragments = [tuple(map(int, part.split())) for part in offsets.split(";")]
    if not type_ or any(len(pair) != 2 or not 0 <= pair[0] < pair[1] for pair in fragments):
        raise ValueError
    start, end = min(pair[0] for pair in fragments), max(pair[1] for pair in fragments)
    said.places[name] = Found(start, end, type_, quote if len(fragments) == 1 else None, name)
    if len(fragments) > 1:
        said.fragments[name] = [(pair[0], pair[1]) for pair in fragments]


def _facts(said: _Said) -> Iterator[Fact]:
    about: dict[str, list[tuple[str, str]]] = {}  # attributes and notes, by the event they are on
    for kind, whose, value in (*said.attributes, *said.notes):
        about.setdefault(whose, []).append((SYNONYMS.get(kind, kind), value))
    for name, (trigger, ends) in said.events.items():
        place = said.places.get(trigger)
        roles: dict[str, list[Filler]] = {}
        for role, end in ends:
            held = said.places.get(end) or said.places.get(said.events.get(end, ("", []))[0])
            if held:
                roles.setdefault(role, []).append(Filler(held.start, held.end, held.key))
        fact = replace(
            said.facts[name],
            trigger=(place.start, place.end) if place else None,
            roles=tuple(Role(role, tuple(fillers)) for role, fillers in roles.items()),
        )
        for kind, value in about.get(name, ()):
            fact = _with(fact, kind, value)
        yield fact


def _with(fact: Fact, kind: str, value: str) -> Fact:
    row = next((row for row in ATTRIBUTES.values() if spelled(row.name) == kind), None)
    if row is None or (isinstance(row.kind, OneOf) and value not in row.kind.of):
        return fact  # somebody else's
    return fact.stating(**{row.name: True if isinstance(row.kind, Flag) else row.kind.read(row.name, value)})


def _notices(path: Path, text: str, said: _Said, unit: str) -> Iterator[Notice]:
    hulls = [key for key, fragments in said.fragments.items() if _is_gapped(text, fragments, unit)]
    for key in hulls:
        one = said.places[key]
        where = ";".join(f"{start} {end}" for start, end in said.fragments[key])
        yield Notice(
            path, None, f"{key} {one.label} {where} is in pieces; it was read as {one.start}-{one.end}."
        )
    lost = [kind for kind, whose, _ in said.attributes if whose not in said.events]
    said.others.update("A" for _ in lost)
    if said.others:
        kinds = ", ".join(f"{count} of kind {kind}" for kind, count in sorted(said.others.items()))
        yield Notice(path, None, f"Lines that Factmark has no place for were left out: {kinds}.")


def _is_gapped(text: str, fragments: list[tuple[int, int]], unit: str) -> bool:
    """Return whether more than line breaks lies between the fragments."""
    _, move = next(moves(text, unit))
    ordered = sorted(fragments)
    for (_, end), (start, _) in pairwise(ordered):
        left, right = move(end), move(start)
        if left is None or right is None or text[left:right].strip(BREAKS):
            return True
    return False
