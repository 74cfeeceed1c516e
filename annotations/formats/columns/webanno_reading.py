"""The reader of WebAnno TSV 3.x: NamedEntity and the layers of a project's own.

The text is rebuilt from the sentences and their offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from annotations.errors import UserError
from annotations.formats.columns.webanno import CORE, LAYER, parts, plain
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.reading.offsets import IN_UNIT
from annotations.formats.units import UNITS, UTF16, Offsets
from annotations.problems import Notice, Problem

UNMARKED = re.compile(r"\d+-\d+(?:\.\d+)?\t\d+-\d+\t[^\t]*(?:\t_)*\t?")  # a token without a span
KINDS = ("#T_SP=", "#T_CH=", "#T_RL=")
LONGEST = 5_000_000  # characters of a text, the line breaks included that stand for what the file leaves out
TOO_LONG = f"This file is not read: its offsets tell of a text of more than {LONGEST:,} characters."
VALUES = ("value", "label", "entity", "kind", "category")  # features that hold a span's label


@dataclass
class _Sentence:
    texts: list[str] = field(default_factory=list)
    first: tuple[int, str] | None = None  # start and form of its first token


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield one record.  The file's name tells article and annotator: ID.tsv or ID~ANNOTATOR.tsv."""
    unit = reading.unit(UTF16)
    try:
        lines = file.read().decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise UserError("The file is not UTF-8.") from error
    said: list[_Sentence] = []
    found: dict[tuple[int, str], Found] = {}
    problems: list[Problem] = []
    columns = list(_columns(lines))
    for number, line in enumerate(lines, 1):
        if said and said[-1].first and UNMARKED.fullmatch(line):
            continue  # as most lines are
        try:
            _read_line(line, columns, said, found)
        except ValueError:
            problems.append(Problem(path, number, "This line is no line of WebAnno's."))
    used, text = _whole(said, unit)
    name, _, annotator = path.stem.partition("~")
    spans = list(found.values())
    yield Given(text, unquote(name), "", {}, unquote(annotator), None, spans, (), used)
    left = sorted({layer.rpartition(".")[2] for layer, _ in columns} - _wanted(columns))
    if left:
        yield Notice(path, None, f"Layers that Factmark has no place for were left out: {', '.join(left)}.")
    if used != unit:
        yield Notice(path, None, f"The text could be put together with {IN_UNIT[used]} only.")
    yield from problems


def _columns(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield for each column behind the token its layer, and whether it holds that layer's labels."""
    for line in takewhile(lambda line: not line.startswith("#Text="), lines):
        kind = next((kind for kind in KINDS if line.startswith(kind)), None)
        if kind is None:
            continue
        layer, *features = line.removeprefix(kind).split("|")
        named = [name for name in VALUES if name in features] or features[:1]
        wanted = kind == KINDS[0] and (layer == LAYER or not layer.startswith(CORE))
        yield from ((layer, wanted and feature == named[0]) for feature in features)


def _wanted(columns: list[tuple[str, bool]]) -> set[str]:
    return {layer.rpartition(".")[2] for layer, is_label in columns if is_label}


def _read_line(
    line: str, columns: list[tuple[str, bool]], said: list[_Sentence], found: dict[tuple[int, str], Found]
) -> None:
    if line.startswith("#Text="):
        if not said or said[-1].first:
            said.append(_Sentence())
        said[-1].texts.append(plain(line.removeprefix("#Text=")))
        return
    if not line.strip() or line.startswith("#"):
        return
    if not said:
        raise ValueError(line)
    start, end, form, cells = _row(line)
    said[-1].first = said[-1].first or (start, form)
    for number, ((_, is_label), cell) in enumerate(zip(columns, cells, strict=False)):
        for order, (label, id_) in enumerate(parts(cell) if is_label and cell != "_" else ()):
            key = (number, id_ or f"{start}-{end}/{order}")
            before = found.get(key)
            if before:
                low, high = min(before.start, start), max(before.end, end)
                found[key] = replace(before, start=low, end=high, quote=None)
            else:
                found[key] = Found(start, end, label, form, f"{number}/{key[1]}")


def _row(line: str) -> tuple[int, int, str, list[str]]:
    """Return start and end, the form, and the values of the columns.  ValueError when the line is no row."""
    name, place, form, *cells = line.split("\t")
    sentence, _, token = name.partition("-")
    start, _, end = place.partition("-")
    if not (sentence + token.replace(".", "", 1)).isdigit():
        raise ValueError(line)
    return int(start), int(end), plain(form), cells


def _whole(said: list[_Sentence], unit: str) -> tuple[str, str]:
    """Return the unit in which the sentences fit one behind the other, the given one first, and the text.

    The text between two sentences is not in the file: line breaks stand for it.
    """
    for used in (unit, *(other for other in UNITS if other != unit)):
        pieces, length, fits = [], 0, True
        for sentence in said:
            whole = "\n".join(sentence.texts)
            at = Offsets(whole, used).to
            start, form = sentence.first or (length, "")
            lead = whole.find(form)
            gap = start - at(max(lead, 0)) - length
            fits = fits and lead >= 0 and gap >= 0
            length += max(gap, 0) + at(len(whole))
            if length > LONGEST:
                raise UserError(TOO_LONG)
            pieces += ["\n" * gap, whole]
        if fits:
            return used, "".join(pieces)
    raise UserError("The offsets of the tokens do not fit the sentences; the file was changed by hand.")
