"""The reader of brat's standoff: spans, events, relations, attributes and notes; the rest is kept for the way back.

A discontinuous span is read as its hull, the stretch from its first fragment to its last, and listed.  A relation is a
fact whose roles are head and child; an event that is an argument of another stands there by its trigger.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from itertools import islice, pairwise
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from annotations.errors import UserError
from annotations.fact_attributes import AttributeValue
from annotations.facts import Fact, Filler, Role
from annotations.formats.arcs import CHILD, HEAD
from annotations.formats.came_from import Kept
from annotations.formats.columns.coded_lines import CodedLines
from annotations.formats.reading.encoding import decode_said, encoding_of, is_wide, said_of
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.reading.offsets import Move, fits, placing
from annotations.formats.standoff.ann import (
    BREAKS,
    AnnLine,
    Nameless,
    by_head,
    circles,
    parse,
    role_of,
    stated_by,
)
from annotations.formats.standoff.ann_frames import BARE
from annotations.formats.standoff.brat import BRAT
from annotations.formats.standoff.conf import type_name
from annotations.formats.units import CODE_POINTS
from annotations.problems import Notice, Problem, worded

MOST = 5  # events of a circle that are named
MARK = "\ufeff"  # a byte order mark, which is none of the text
NO_TEXT = "This line is not in the encoding of the file."
NOT_KEPT = "Not kept for the way back to brat: {what}."
RENAMED = (
    "brat has no names of types with other signs than A-Z, 0-9, - and _; these leave with _ in them: {names}."
)
NO_LINE = "This line is no line of brat's."
NAMELESS = "A fact was left out: it, or a role of it, has no name."
MENDED = "The spans of {id} were put right by the text they quote: {how}."
PIECES = "{id} {type} {where} is in pieces; it was read as {start}-{end}."
KEPT = "Lines that Factmark shows nowhere are kept for the way back to brat: {kinds}."
CIRCLE = "{ids} are arguments of one another in a circle; they are kept so."
MISPLACED = "The line {id} was left out: the text there is {there!r}, not {quote!r}."
NO_RANGE = "The line {id} was left out: it is no range of the text."
TWICE = "The line {id} was left out: there is another of that id before it."
LOOSE = "{id} lacks its {role}: {end} is no range or event of this file, or was left out."
NO_END = "The relation {id} was left out: {end} is no range or event of this file, or was left out."


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield one record: the .ann, or the .txt that it belongs to, may be given."""
    whole = _content(path.with_suffix(".txt"), "the text that these annotations belong to")
    lines = _content(path.with_suffix(".ann"), "the annotations of this text")
    text, guessed = decode_said(whole, reading)
    encoding = encoding_of(whole, reading)
    name, _, annotator = path.stem.partition("~")
    raw = _lines(lines, encoding, reading)
    said = _Said(path.with_suffix(".ann"), text.removeprefix(MARK), raw, reading.unit(CODE_POINTS))
    facts = list(said.facts())  # before what is kept, since some are left out
    kept = Kept(BRAT, {}, {"lines": [line.raw for line in said.lines]}, said.items())
    spans = said.spans()
    yield Given(
        said.text,
        unquote(name),
        annotator=unquote(annotator),
        spans=spans,
        facts=facts,
        kept=kept,
        names_file=True,
    )
    yield from said_of(path, guessed)
    if said.mended:
        yield Notice(path, None, worded(MENDED, id=unquote(name), how=said.mended))
    yield from said.problems
    yield from said.notices()
    if gone := ", ".join(_not_kept(whole, lines, encoding)):
        yield Notice(path, None, worded(NOT_KEPT, what=gone))


def _content(path: Path, what: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(f"There is no {path.name} beside it, {what}.") from error


def _lines(content: bytes, encoding: str, reading: HowRead) -> list[str | None]:
    """Return the lines of an .ann, None for one that is no text; where it is not UTF-8, it is in its text's encoding."""
    if not (reading.encoding or _is_utf8(content) or is_wide(content)):
        reading = replace(reading, encoding=encoding)
    return [line and line.rstrip("\r\n") for _, line in CodedLines(BytesIO(content), reading)]


def _is_utf8(content: bytes) -> bool:
    with suppress(UnicodeDecodeError):
        return "\0" not in content.decode()
    return False


def _not_kept(whole: bytes, lines: bytes, encoding: str) -> Iterator[str]:
    """Yield what of the two files is not kept for the way back, in words."""
    marked = any(one.startswith(BOM_UTF8) for one in (whole, lines))
    if b"\r\n" in lines:
        yield "line ends of two characters"
    lines = lines.removeprefix(BOM_UTF8)
    if lines.strip() and any(not line.strip() for line in lines.removesuffix(b"\n").split(b"\n")):
        yield "blank lines"
    if marked:
        yield "a byte order mark"
    if not encoding.startswith("utf-8"):
        yield "the encoding, since UTF-8 leaves"


class _Said:
    """The content of one .ann; `problems` say what of it was left out."""

    def __init__(self, path: Path, text: str, raw: Sequence[str | None], unit: str) -> None:
        self.problems: list[Problem] = []
        self._path, self.text = path, text
        numbered = list(self._parsed(raw))
        self._numbers = {line.name: number for number, line in numbered}
        bounds = {line.name: line for _, line in numbered if line.kind == "T"}
        found = {name: _found(line) for name, line in bounds.items()}
        self.mended, self._move = placing(text, found.values(), unit)
        self._pieces = [line for line in bounds.values() if len(line.fragments) > 1]
        self._places = dict(self._placed(found))
        self.lines = [line for _, line in numbered if line.kind != "T" or line.name in self._places]
        self._frames = {line.name: line for line in self.lines if line.kind in "ER"}
        self._needed = {end for line in self._frames.values() for _, end in line.ends}
        self._triggers = {line.trigger for line in self._frames.values()}

    def _refuse(self, number: int | None, reason: str) -> None:
        self.problems.append(Problem(self._path, number, reason))

    def _parsed(self, raw: Sequence[str | None]) -> Iterator[tuple[int, AnnLine]]:
        seen: set[str] = set()
        for number, one in enumerate(raw, 1):
            if one is None:
                self._refuse(number, NO_TEXT)
                continue
            if not one.strip():
                continue
            try:
                line = parse(one)
            except ValueError as error:
                self._refuse(number, NAMELESS if isinstance(error, Nameless) else NO_LINE)
                continue
            if line.kind in "TER" and line.name in seen:
                self._refuse(number, worded(TWICE, id=line.name))
                continue
            seen.add(line.name)
            yield number, line

    def _placed(self, found: dict[str, Found]) -> Iterator[tuple[str, Found]]:
        for name, one in found.items():
            if bounds := fits(self.text, one, self._move):
                yield name, replace(one, start=bounds[0], end=bounds[1])
                continue
            start, end = self._move(one.start), self._move(one.end)
            said = worded(NO_RANGE, id=name)
            if start is not None and end is not None and start < end:
                there, quote = self.text[start:end][:60], (one.quote or "")[:60]
                said = worded(MISPLACED, id=name, there=there, quote=quote)
            self._refuse(self._numbers[name], said)

    def spans(self) -> list[Found]:
        """Return the spans: all places but triggers and bare ranges, which only an event or relation needs."""
        bare = {name for name, one in self._places.items() if one.label == BARE and name in self._needed}
        return [one for name, one in self._places.items() if name not in bare | self._triggers]

    def items(self) -> dict[str, str]:
        """Return the ids of all that may be spans or facts."""
        return {name: name for name in (*self._places, *self._frames)}

    def facts(self) -> Iterator[Fact]:
        """Yield the facts; of an argument that is not there a problem is noted, and of a relation that lacks one."""
        stated = self._stated()
        lost: set[str] = set()
        for name, line in self._frames.items():
            made = self._relation(line) if line.kind == "R" else self._event(line)
            if made is None:
                lost.add(name)
            else:
                yield made.stating(**stated.get(name, {}))
        self.lines = [line for line in self.lines if line.name not in lost]

    def _event(self, line: AnnLine) -> Fact:
        trigger = self._filler(line.trigger)
        if trigger is None:
            self._refuse(
                self._numbers[line.name], worded(LOOSE, id=line.name, role="trigger", end=line.trigger)
            )
        roles: dict[str, list[Filler]] = {}
        for argument, end in line.ends:
            if filler := self._filler(end):
                roles.setdefault(role_of(argument), []).append(filler)
            else:
                self._refuse(self._numbers[line.name], worded(LOOSE, id=line.name, role=argument, end=end))
        made = tuple(Role(role, tuple(fillers)) for role, fillers in roles.items())
        return Fact(line.name, line.type, (trigger.start, trigger.end) if trigger else None, made)

    def _relation(self, line: AnnLine) -> Fact | None:
        ends = by_head(line.ends)
        head, child = (self._filler(end) for _, end in ends)
        if head and child:
            return Fact(line.name, line.type, None, (Role(HEAD, (head,)), Role(CHILD, (child,))))
        missing = ends[0][1] if head is None else ends[1][1]
        self._refuse(self._numbers[line.name], worded(NO_END, id=line.name, end=missing))
        return None

    def _filler(self, end: str) -> Filler | None:
        """Return the place of that id, of an event its trigger's; None when there is none."""
        held = self._places.get(end)
        if held is None and end in self._frames:
            held = self._places.get(self._frames[end].trigger)
        return Filler(held.start, held.end, held.key) if held else None

    def _stated(self) -> dict[str, dict[str, AttributeValue]]:
        """Return the attributes of facts by the fact's id; the first line of several counts."""
        found: dict[str, dict[str, AttributeValue]] = {}
        for line in self.lines:
            if (said := stated_by(line)) and line.about[0] in self._frames:
                found.setdefault(line.about[0], {}).setdefault(*said)
        return found

    def notices(self) -> Iterator[Notice]:
        """Yield what was taken otherwise than it stands there."""
        for line in self._pieces:
            one = self._places.get(line.name)
            if one and _is_gapped(self.text, line, self._move):
                where = ";".join(f"{start} {end}" for start, end in line.fragments)
                said = worded(PIECES, id=line.name, type=line.type, where=where, start=one.start, end=one.end)
                yield Notice(self._path, self._numbers[line.name], said)
        for ids in circles({name: [end for _, end in line.ends] for name, line in self._frames.items()}):
            said = worded(CIRCLE, ids=" and ".join(ids[:MOST]) + (" …" if len(ids) > MOST else ""))
            yield Notice(self._path, self._numbers[ids[0]], said)
        if kinds := self._unseen():
            told = ", ".join(f"{count} of kind {kind}" for kind, count in sorted(kinds.items()))
            yield Notice(self._path, None, worded(KEPT, kinds=told))
        types = dict.fromkeys(line.type for line in self.lines if line.kind in "TER")
        if odd := ", ".join(islice((name for name in types if type_name(name) != name), MOST)):
            yield Notice(self._path, None, worded(RENAMED, names=odd))

    def _unseen(self) -> Counter[str]:
        """Return how many lines of each kind nothing in Factmark shows."""
        seen: set[tuple[str, str]] = set()
        kinds: Counter[str] = Counter()
        for line in self.lines:
            said = stated_by(line)
            if said and line.about[0] in self._frames and (line.about[0], said[0]) not in seen:
                seen.add((line.about[0], said[0]))
            elif line.kind not in "TER":
                kinds[line.kind] += 1
        return kinds


def _found(line: AnnLine) -> Found:
    quote = line.text if len(line.fragments) == 1 else None
    return Found(*line.place, line.type, quote, line.name)


def _is_gapped(text: str, line: AnnLine, move: Move) -> bool:
    """Return whether more than line breaks lies between the fragments."""
    for (_, end), (start, _) in pairwise(sorted(line.fragments)):
        left, right = move(end), move(start)
        if left is None or right is None or text[left:right].strip(BREAKS):
            return True
    return False
