"""A first look into a file before it is imported: its first articles as they would come in, and what its fields become."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations import formats
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.came_from import seen
from annotations.formats.lines import json_values
from annotations.formats.lines.beside_text import OWN
from annotations.formats.reading import fields
from annotations.formats.reading.detect import Detected
from annotations.formats.reading.encoding import GUESSED
from annotations.formats.reading.how_read import AS_IT_IS, HowRead, Source
from annotations.json_fields import Json
from annotations.problems import Noted, Notice, Problem
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import PROJECT

if TYPE_CHECKING:
    from annotations.formats.tables.table import NamedTable

MOST, SECONDS = 200, 3.0  # records of a file that are looked at, and how long
SHOWN = 3  # articles of a file
LEAST = 20  # code points of a value that may be the beginning of a text
SAMPLE = 80  # code points of a field's value
OPENING = 400  # code points of an article's text
METADATA, WORK, NOWHERE = "metadata", "annotations", ""
TABLES = ("conll", "conll2003", "biluo", "iob1", "conllu", "conll2012", "tagged")  # of tokens
TOLD_BY_TEXT = (
    "txt",
    "html",
    "markdown",
    "eml",
    *TABLES,
)  # formats whose encoding may have to be guessed, as FREE are
FREE = ("csv", "xlsx", "jsonl")  # formats whose fields may have any name


@dataclass(frozen=True)
class FieldSeen:
    """A field of a file: its name, its first value, and what it becomes: one of OURS, METADATA, WORK or NOWHERE."""

    name: str
    sample: str
    becomes: str


@dataclass(frozen=True)
class FirstLook:
    """The outcome of a look: the file's format and why it is that one, its fields, and its first articles.

    `looked_at`: how many records; `is_whole`: there are no more.  `is_known`: what the fields
    become was chosen for files like it before.  `notices`: what would be taken otherwise than it stands
    there; `left_out`: what would not come in.
    """

    file: str
    format: str = ""
    reason: str = ""
    fields: list[FieldSeen] = field(default_factory=list)
    articles: list[Json] = field(default_factory=list)
    looked_at: int = 0
    is_whole: bool = True
    is_guessed: bool = False
    is_known: bool = False
    notices: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def asks(self) -> bool:
        """Return whether a person is to say what becomes of a field, or in which encoding the file is."""
        becomes = {one.becomes for one in self.fields}
        if self.is_known:
            return False
        may_be_text = any(len(one.sample) >= LEAST for one in self.fields)
        return self.is_guessed or METADATA in becomes or ("text" not in becomes and may_be_text)

    def as_json(self) -> Json:
        return {**asdict(self), "asks": self.asks}


def look(source: Source, how: HowRead = AS_IT_IS, *, is_known: bool = False) -> FirstLook:
    """Return what the file's first records would be, read as asked."""
    told: list[Detected] = []
    changed, refused, records = Noted(), Noted(), list[Record]()
    until, is_whole = time.monotonic() + SECONDS, True
    for entry in formats.read(source, how, told.append):
        if isinstance(entry, Notice):
            changed.add(entry)
        elif isinstance(entry, Problem):
            refused.add(entry)
        elif entry.article.id != PROJECT:
            records.append(entry)
        if len(records) + len(refused) >= MOST or time.monotonic() > until:
            is_whole = False
            break
    name, reason = told[0] if told else (how.format, "it was asked for")
    guessed = any(one.kind.startswith(GUESSED) for one in changed)
    return FirstLook(
        str(source.name),
        name,
        reason,
        list(_fields(source.path, name, how, records)),
        [_article(one) for one in records[:SHOWN]],
        len(records),
        is_whole,
        guessed,
        is_known,
        changed.lines(),
        refused.lines(),
    )


def may_ask(source: Source, how: HowRead = AS_IT_IS) -> bool:
    """Return whether there may be something to ask of the file; without reading it."""
    try:
        name = how.format or formats.detected(source.path).name
    except UserError:
        return False
    return name in FREE or name in TOLD_BY_TEXT


def names_in(source: Source, how: HowRead = AS_IT_IS) -> dict[str, str]:
    """Return the names of the fields of a file whose fields may have any name, each with its first value."""
    try:
        name = how.format or formats.detected(source.path).name
        return dict(_samples(source.path, name, how)) if name in FREE else {}
    except (UserError, OSError):
        return {}


def _fields(path: Path, name: str, how: HowRead, records: list[Record]) -> Iterator[FieldSeen]:
    """Yield the fields of a file whose fields may have any name, with what they become."""
    if name not in FREE:
        return
    samples = dict(_samples(path, name, how))
    named = fields.named(samples, how.fields)
    ours = {theirs: one for one, theirs in named.items()}
    kept = {key for record in records for key in record.article.meta}
    for theirs, sample in samples.items():
        becomes = ours.get(theirs, NOWHERE)
        if not becomes and _is_work(theirs, name, samples, named):
            becomes = WORK
        elif not becomes and (theirs in kept or ("text" not in named and name != "jsonl")):
            becomes = METADATA  # of a table whose text is not known all but that would be
        yield FieldSeen(theirs, sample, becomes)


def _is_work(field: str, name: str, fields: Collection[str], named: dict[str, str]) -> bool:
    """Return whether the field is read as the work of annotators, or tells of it, as its format has it."""
    if name == "jsonl":
        return field in OWN
    from annotations.formats.tables import csv_spans
    from annotations.formats.tables.table import NamedTable

    is_of_spans = csv_spans.is_of_spans(NamedTable([*fields], named, iter(())))
    return is_of_spans and field.strip().lower() in csv_spans.COLUMNS


def _samples(path: Path, name: str, how: HowRead) -> Iterator[tuple[str, str]]:
    """Yield the names of the fields, each with its first value, shortened."""
    found: dict[str, str] = {}
    rows: Iterator[Mapping[str, Any]] = (
        _json_rows(path, how) if name == "jsonl" else _table_rows(path, name, how)
    )
    for row in rows:
        for key, value in row.items():
            if key and not found.get(key):
                said = value if isinstance(value, str) else json_values.dumped(value)
                found[key] = " ".join(said[: 4 * SAMPLE].split())[:SAMPLE]
    yield from found.items()


def _json_rows(path: Path, how: HowRead) -> Iterator[Mapping[str, Any]]:
    with path.open("rb") as file:
        count = 0
        for entry in json_values.values(path, file, how):
            if isinstance(entry, tuple):
                yield entry[1]
                count += 1
            if count == SHOWN:
                return


def _table_rows(path: Path, name: str, how: HowRead) -> Iterator[Mapping[str, Any]]:
    from annotations.formats.tables import csv_spans, excel

    how = replace(how, fields={})  # what is asked for need not be there
    with path.open("rb") as file:
        if name == "xlsx":
            yield from _first_rows(excel.table_in(path, file, how)[0])
            return
        with csv_spans.table_in(path, file, how) as (table, _):
            yield from _first_rows(table)


def _first_rows(table: NamedTable) -> Iterator[Mapping[str, Any]]:
    yield dict.fromkeys(table.names, "")
    rows = (row.cells for row in table.rows if not isinstance(row, Problem))
    yield from islice(rows, SHOWN)


def _article(record: Record) -> Json:
    article = record.article
    hidden = ("published", "published_trusted", "found", "file")
    return {
        "title": article.title,
        "published": article.published,
        "text": article.text[:OPENING],
        "length": len(article.text),
        "meta": {k: str(v)[:SAMPLE] for k, v in seen(article.meta).items() if k not in hidden},
        "annotator": record.set.annotator if record.set else "",
        "spans": len(record.spans()),
        "facts": len(record.facts()),
    }
