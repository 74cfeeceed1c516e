"""CoNLL's columns: a line a token, a blank line after a sentence, `-DOCSTART-` before an article.

Two columns (form, tag) or the four of 2003 (form, part of speech, chunk, tag), parted by one blank.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotations.formats.base import How, Record
from annotations.formats.columns.tagged import START, places, spans_of, tags
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.writing.output import Output
from annotations.problems import Problem

TAG = re.compile(r"O|[BILUESM]-.+", re.DOTALL)
UNKNOWN = "-X-"
DOCSTART, COMMENT = START.encode(), ord("#")
FOUR = f"{START} {UNKNOWN} O O"  # to the letter: spaCy's converter knows where an article begins by this line alone


class Columns:
    """A sink with one file a part."""

    def __init__(self, out: Output, scheme: str, fillers: int) -> None:
        self._out, self._scheme, self._between = out, scheme, " ".join(["", *[UNKNOWN] * fillers, ""])
        self._start = FOUR if fillers else f"{START} O"

    def add(self, entry: Record, part: str) -> None:
        lines = entry.tokenized.lines
        found = iter(tags(sum(map(len, lines)), entry.tokenized.spans, self._scheme))
        between = self._between
        pairs = (
            zip(line, found, strict=False) for line in lines
        )  # a line takes as many tags as it has tokens
        told = ("".join([f"{form}{between}{tag}\n" for form, tag in line]) for line in pairs)
        self._out.text(part).write(f"{self._start}\n\n" + "\n".join(told) + "\n")

    def close(self) -> None:
        for part in self._out.parts:
            self._out.text(part)


def _columns(scheme: str, fillers: int = 0) -> Callable[[Output, How], Columns]:
    return lambda out, how: Columns(out, scheme, fillers)


write_2003 = _columns("bio", 2)
write_bio = _columns("bio")
write_biluo = _columns("biluo")
write_iob1 = _columns("iob1")


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record an article, its tags in any scheme; without -DOCSTART- the file is one article."""
    known = _Tags()
    held = _Article(known)
    for number, line in enumerate(file, 1):
        columns = line.removeprefix(BOM_UTF8).split() if number == 1 else line.split()
        if not line.isascii() and not _is_utf8(line):
            yield Problem(path, number, "This line is not UTF-8.")
        elif not columns:
            held.end_sentence()
        elif columns[0] == DOCSTART and held.is_between():
            yield from held.record(path)
            held = _Article(known, number)
        elif columns[0][0] == COMMENT and not known.has(columns[-1]):
            continue
        elif len(columns) < 2:
            yield Problem(path, number, "This line has no tag.")
        else:
            held.add(columns, number)
    yield from held.record(path)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


class _Tags(dict[bytes, str]):
    """The tags of a file, each parsed once; a column that is no tag by itself, as PER, is read as I-PER."""

    def __missing__(self, column: bytes) -> str:
        tag = column.decode()
        self[column] = tag if TAG.fullmatch(tag) else f"I-{tag}"
        return self[column]

    def has(self, column: bytes) -> bool:
        """Return whether the column is a tag as it stands."""
        return self[column] == column.decode()


class _Article:
    """The lines of one article as they are read: their columns in bytes, none for the end of a sentence."""

    def __init__(self, known: _Tags, line: int | None = None) -> None:
        self._known, self._line, self._starts = known, line, line is not None
        self._rows: list[list[bytes]] = []

    def add(self, columns: list[bytes], number: int) -> None:
        if not self._rows:
            self._line = self._line or number
        self._rows.append(columns)

    def end_sentence(self) -> None:
        if self._rows and self._rows[-1]:
            self._rows.append([])

    def is_between(self) -> bool:
        """Return whether the article is between two sentences, where another may start."""
        return not self._rows[-1] if self._rows else not self._starts

    def record(self, path: Path) -> Iterator[Given | Problem]:
        words = b" ".join([row[0] if row else b"" for row in self._rows]).strip().decode()
        if words:
            spans = spans_of([self._known[row[-1]] for row in self._rows if row])
            text = words.replace("  ", "\n")
            found = [Found(*place) for place in places(text.replace("\n", " ").split(" "), spans)]
            yield Given(text, spans=found, line=self._line)
