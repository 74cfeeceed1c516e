"""The reader of WebAnno TSV 3: named entities and the layers of a project's own, with their slots and relations.

The text is rebuilt from the sentences and their offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from annotations.errors import UserError
from annotations.formats.columns.webanno_cells import Cells
from annotations.formats.columns.webanno_kept import SentencePlace, TsvLayout, kept_of
from annotations.formats.columns.webanno_layers import layers_of, plain
from annotations.formats.reading.encoding import decode_said, said_of
from annotations.formats.reading.given import Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.reading.offsets import IN_UNIT, moves
from annotations.formats.uima.told import left_out, not_kept, told
from annotations.formats.units import UNITS, UTF16, Offsets
from annotations.formats.writing.alignment import Tokens
from annotations.problems import Notice, Problem
from annotations.processes.quick_dataclass import dataclass

ROW = re.compile(  # a token's number, bounds and form, then no annotations, or cells
    r"(\d+-\d+(?:\.\d+)?)\t(\d{1,12})-(\d{1,12})\t([^\t]*)(?:((?:\t_)*\t?)|\t(.*))"
)
TEXT = "#Text="
LONGEST = 5_000_000  # characters of a text, the line breaks included that stand for what the file leaves out
TOO_LONG = f"This file is not read: its offsets tell of a text of more than {LONGEST:,} characters."
OLD = re.compile(r"#FORMAT=WebAnno TSV 3\.\d+\s*")
OTHER = (
    "This is WebAnno's TSV of an older version, which has no offsets and is not read; open it in INCEpTION, and export the "
    "document as UIMA CAS JSON or WebAnno TSV 3."
)


@dataclass
class SaidSentence:
    """A sentence as it stands in the file; `notes` are lines before it, `tokens` the bounds of tokens."""

    notes: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    tokens: list[tuple[int, int]] = field(default_factory=list)
    form: str = ""  # of its first token


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield one record.  The file's name tells article and annotator: ID.tsv or ID~ANNOTATOR.tsv."""
    unit = reading.unit(UTF16)
    whole, guessed = decode_said(file.read(), reading)
    lines = whole.replace("\r\n", "\n").split("\n")
    if not OLD.fullmatch(lines[0]):
        raise UserError(OTHER)
    head = list(takewhile(lambda line: line.startswith("#") and not line.startswith(TEXT), lines))
    cells, problems = Cells(layers_of(head)), list[Problem]()
    said = _sentences(path, lines, len(head), cells, problems)
    used, text, starts = _whole(said, unit)
    name, _, annotator = path.stem.partition("~")
    found = told(cells.marks(text), "webanno")
    kept = kept_of(_layout(head, said, starts, text, used, cells), found.items)
    yield Given(
        text,
        unquote(name),
        annotator=unquote(annotator),
        spans=found.spans,
        facts=found.facts,
        unit=used,
        kept=kept,
        names_file=True,
    )
    yield from said_of(path, guessed)
    if used != unit:
        yield Notice(path, None, f"The text could be put together with {IN_UNIT[used]} only.")
    if not kept.work:
        yield Notice(path, None, not_kept("webanno"))
    yield from (Notice(path, None, one) for one in (*left_out(cells.left, "webanno"), *found.said))
    yield from (Problem(path, None, one) for one in found.lost)
    yield from problems


def _sentences(
    path: Path, lines: list[str], first: int, cells: Cells, problems: list[Problem]
) -> list[SaidSentence]:
    """Return the sentences; what stands in the cells of their tokens goes into `cells`."""
    said: list[SaidSentence] = []
    notes: list[str] = []
    for number, line in enumerate(lines[first:], first + 1):
        if line.startswith(TEXT):
            if not said or said[-1].tokens:
                said.append(SaidSentence(notes))
                notes = []
            said[-1].texts.append(plain(line.removeprefix(TEXT)))
        elif line.startswith("#"):
            notes.append(line)
        elif line.strip():
            try:
                _read_row(line, said, cells)
            except ValueError:
                problems.append(Problem(path, number, "This line is no line of WebAnno's."))
    return said


def _read_row(line: str, said: list[SaidSentence], cells: Cells) -> None:
    """Take in a line of a token.  ValueError when it is no such line."""
    match = ROW.fullmatch(line)
    if match is None or not said:
        raise ValueError(line)
    unit, left, right, form, nothing, held = match.groups()
    place = int(left), int(right)
    cells.units[unit] = place
    if "." not in unit:
        if not said[-1].tokens:
            said[-1].form = form
        said[-1].tokens.append(place)
    if nothing is None:
        cells.add(unit, form, held.split("\t"))


def _forms(sentence: SaidSentence) -> tuple[str, str]:
    """Return how the first token may be written: as it is, or with escapes."""
    return sentence.form, plain(sentence.form)


def _whole(said: list[SaidSentence], unit: str) -> tuple[str, str, list[int]]:
    """Return the unit in which the sentences fit one behind the other, the given one first; the text; their starts.

    The text between two sentences is not in the file: line breaks stand for it.
    """
    for used in (unit, *(other for other in UNITS if other != unit)):
        pieces, starts, length, count, fits = list[str](), list[int](), 0, 0, True
        for sentence in said:
            whole = "\n".join(sentence.texts)
            at = Offsets(whole, used).to
            lead = next((n for form in _forms(sentence) if (n := whole.find(form)) >= 0), -1)
            start = sentence.tokens[0][0] if sentence.tokens else length + at(max(lead, 0))
            gap = start - at(max(lead, 0)) - length
            fits = fits and lead >= 0 and gap >= 0
            length += max(gap, 0) + at(len(whole))
            if length > LONGEST:
                raise UserError(TOO_LONG)
            starts.append(count + max(gap, 0))
            count = starts[-1] + len(whole)
            pieces += ["\n" * gap, whole]
        if fits:
            return used, "".join(pieces), starts
    raise UserError("The offsets of the tokens do not fit the sentences; the file was changed by hand.")


def _layout(
    head: list[str], said: list[SaidSentence], starts: list[int], text: str, unit: str, cells: Cells
) -> TsvLayout | None:
    """Return how the file is laid out, in code points; None when a token does not lie in the text."""
    _, move = next(moves(text, unit))
    places, count = list[SentencePlace](), 0
    for start, one in zip(starts, said, strict=True):
        length = len("\n".join(one.texts))
        places.append(SentencePlace(start, start + length, count, count + len(one.tokens), tuple(one.notes)))
        count += len(one.tokens)
    bounds = [(move(start), move(end)) for one in said for start, end in one.tokens]
    held = [(move(start), move(end), n, cell) for start, end, n, cell in cells.left_cells]
    if any(None in one[:2] for one in (*bounds, *held)):
        return None
    tokens = Tokens(
        [start for start, _ in bounds if start is not None], [end for _, end in bounds if end is not None]
    )
    kept = [(start, end, n, cell) for start, end, n, cell in held if start is not None and end is not None]
    return TsvLayout(places, tokens, head, kept)
