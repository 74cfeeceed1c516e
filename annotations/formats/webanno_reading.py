"""Reads WebAnno TSV 3.x: the text from its sentences and their offsets, the spans of NamedEntity and of layers of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from annotations.errors import UserError
from annotations.formats.base import UNITS, UTF16, Notice, Problem, Record
from annotations.formats.building import Given, build
from annotations.formats.placing import IN_UNIT, Found
from annotations.formats.units import Offsets
from annotations.formats.webanno import CORE, LAYER, parts, plain

ROW = re.compile(r"(\d+)-(\d+)(?:\.\d+)?\t(\d+)-(\d+)\t([^\t]*)\t?(.*)", re.DOTALL)
KINDS = ("#T_SP=", "#T_CH=", "#T_RL=")
VALUES = ("value", "label", "entity", "kind", "category")  # features that hold a span's label


@dataclass
class _Sentence:
    texts: list[str] = field(default_factory=list)
    rows: list[tuple[int, int, str, bool]] = field(default_factory=list)  # start, end, form, a whole token


def read(path: Path, file: BinaryIO, unit: str = UTF16) -> Iterator[Record | Problem]:
    """One record.  The file's name says whose: ID.tsv or ID~ANNOTATOR.tsv."""
    try:
        lines = file.read().decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise UserError("The file is not UTF-8.") from error
    said: list[_Sentence] = []
    found: dict[tuple[int, str], Found] = {}
    problems: list[Problem] = []
    columns = list(_columns(lines))
    for number, line in enumerate(lines, 1):
        try:
            _read_line(line, columns, said, found)
        except ValueError:
            problems.append(Problem(path, number, "This line is no line of WebAnno's."))
    used, text = _whole(said, unit)
    name, _, annotator = path.stem.partition("~")
    spans = list(found.values())
    yield from build(
        path, None, Given(text, unquote(name), "", {}, unquote(annotator), None, spans, (), used)
    )
    left = sorted({layer.rpartition(".")[2] for layer, _ in columns} - _wanted(columns))
    if left:
        yield Notice(path, None, f"Layers that Factmark has no place for were left out: {', '.join(left)}.")
    if used != unit:
        yield Notice(path, None, f"The text could be put together with {IN_UNIT[used]} only.")
    yield from problems


def _columns(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """For each column behind the token its layer, and whether it holds that layer's labels."""
    for line in lines:
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
        if not said or said[-1].rows:
            said.append(_Sentence())
        said[-1].texts.append(plain(line.removeprefix("#Text=")))
        return
    if not line.strip() or line.startswith("#"):
        return
    row = ROW.fullmatch(line)
    if row is None or not said:
        raise ValueError(line)
    start, end, form = int(row[3]), int(row[4]), plain(row[5])
    said[-1].rows.append((start, end, form, "." not in line.partition("\t")[0]))
    for number, ((_, is_label), cell) in enumerate(zip(columns, row[6].split("\t"), strict=False)):
        for order, (label, id_) in enumerate(parts(cell) if is_label else ()):
            key = (number, id_ or f"{start}-{end}/{order}")
            before = found.get(key)
            if before:
                bounds = min(before.start, start), max(before.end, end)
                found[key] = Found(*bounds, before.label, None, before.key)
            else:
                found[key] = Found(start, end, label, form, f"{number}/{key[1]}")


def _whole(said: list[_Sentence], unit: str) -> tuple[str, str]:
    """The unit in which the sentences fit one behind the other, the given one first, and the text.

    What lies between two sentences is not in the file: line breaks stand for it.
    """
    for used in (unit, *(other for other in UNITS if other != unit)):
        text, fits = "", True
        for sentence in said:
            whole = "\n".join(sentence.texts)
            start, _, form, _ = sentence.rows[0] if sentence.rows else (0, 0, "", True)
            length = Offsets(text, used).to(len(text))
            lead = whole.find(form)
            begin = start - Offsets(whole, used).to(max(lead, 0)) if sentence.rows else length
            gap = begin - length
            fits = fits and lead >= 0 and gap >= 0
            text += "\n" * gap + whole
        if fits:
            return used, text
    raise UserError("The offsets of the tokens do not fit the sentences; the file was changed by hand.")
