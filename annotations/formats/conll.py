"""CoNLL's columns: a line a token, a blank line after a sentence, `-DOCSTART-` before an article.

Two columns (form, tag) or the four of 2003 (form, part of speech, chunk, tag), parted by one blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotations.formats.base import How, Problem, Record
from annotations.formats.building import Given, build
from annotations.formats.output import Output
from annotations.formats.placing import Found
from annotations.formats.tagged import START, article_of, rows, spans_of, tags

TAG = re.compile(r"O|[BILUESM]-.+", re.DOTALL)
GAP = re.compile(r"[ \t]+")
UNKNOWN = "-X-"
FOUR = f"{START} {UNKNOWN} O O"  # to the letter: spaCy's converter knows where an article begins by this line alone


class Columns:
    """A sink with one file a part."""

    def __init__(self, out: Output, scheme: str, fillers: int) -> None:
        self._out, self._scheme, self._between = out, scheme, " ".join(["", *[UNKNOWN] * fillers, ""])
        self._start = FOUR if fillers else f"{START} O"

    def add(self, entry: Record, part: str) -> None:
        file = self._out.text(part)
        lines, spans = rows(entry)
        found = iter(tags(sum(map(len, lines)), spans, self._scheme))
        file.write(f"{self._start}\n\n")
        for line in lines:
            file.writelines(f"{form}{self._between}{next(found)}\n" for form in line)
            file.write("\n")

    def close(self) -> None:
        for part in self._out.parts:
            self._out.text(part)


def _columns(scheme: str, fillers: int = 0) -> Callable[[Output, How], Columns]:
    return lambda out, how: Columns(out, scheme, fillers)


write_2003 = _columns("bio", 2)
write_bio = _columns("bio")
write_biluo = _columns("biluo")
write_iob1 = _columns("iob1")


def read(path: Path, file: BinaryIO) -> Iterator[Record | Problem]:
    """A record an article, in whichever scheme its tags are; without -DOCSTART- the file is one article."""
    held = _Article()
    for number, line in enumerate(file, 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            yield Problem(path, number, "This line is not UTF-8.")
            continue
        columns = GAP.split(text.strip(" \t"))
        if columns == [""]:
            held.end_sentence()
        elif columns[0] == START and held.between:
            yield from held.record(path)
            held = _Article(number, starts=True)
        elif not TAG.fullmatch(columns[-1]) and columns[0].startswith("#"):
            continue
        elif len(columns) < 2:
            yield Problem(path, number, "This line has no tag.")
        else:
            held.add(columns[0], columns[-1], number)
    yield from held.record(path)


class _Article:
    """The lines of one article as they come."""

    def __init__(self, line: int | None = None, *, starts: bool = False) -> None:
        self._line = line
        self._lines: list[list[str]] = [[]]
        self._tags: list[str] = []
        self.between = not starts  # between two sentences, where an article may start

    def add(self, form: str, tag: str, number: int) -> None:
        self._line, self.between = self._line or number, False
        self._lines[-1].append(form)
        self._tags.append(tag if TAG.fullmatch(tag) else f"I-{tag}")

    def end_sentence(self) -> None:
        self.between = bool(self._tags) or self.between
        if self._lines[-1]:
            self._lines.append([])

    def record(self, path: Path) -> Iterator[Record | Problem]:
        lines = [line for line in self._lines if line]
        if lines:
            text, spans = article_of(lines, spans_of(self._tags))
            found = [Found(start, end, label) for start, end, label in spans]
            yield from build(path, self._line, Given(text, spans=found))
