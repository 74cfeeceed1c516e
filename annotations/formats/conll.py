"""CoNLL's columns: a line a token, a blank line after a sentence, `-DOCSTART-` before an article.

Two columns (form, tag) or the four of 2003 (form, part of speech, chunk, tag), parted by one blank.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotations.formats.base import How, Problem, Record
from annotations.formats.building import Given, build
from annotations.formats.output import Output
from annotations.formats.placing import Found
from annotations.formats.tagged import START, article_of, rows, spans_of, tags

TAG = re.compile(r"O|[BILUESM]-.+", re.DOTALL)
UNKNOWN = "-X-"
DOCSTART = START.encode()
FOUR = f"{START} {UNKNOWN} O O"  # to the letter: spaCy's converter knows where an article begins by this line alone


class Columns:
    """A sink with one file a part."""

    def __init__(self, out: Output, scheme: str, fillers: int) -> None:
        self._out, self._scheme, self._between = out, scheme, " ".join(["", *[UNKNOWN] * fillers, ""])
        self._start = FOUR if fillers else f"{START} O"

    def add(self, entry: Record, part: str) -> None:
        lines, spans = rows(entry)
        found = iter(tags(sum(map(len, lines)), spans, self._scheme))
        between = self._between
        pairs = (zip(line, found, strict=False) for line in lines)  # a line takes as many tags as it has tokens
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


def read(path: Path, file: BinaryIO) -> Iterator[Record | Problem]:
    """A record an article, in whichever scheme its tags are; without -DOCSTART- the file is one article."""
    held, known = _Article(), _Tags()
    for number, line in enumerate(file, 1):
        line = line.removeprefix(BOM_UTF8) if number == 1 else line
        if not line.isascii() and not _is_utf8(line):
            yield Problem(path, number, "This line is not UTF-8.")
            continue
        columns = line.split()
        if not columns:
            held.end_sentence()
        elif columns[0] == DOCSTART and held.between:
            yield from held.record(path)
            held = _Article(number, starts=True)
        elif columns[0].startswith(b"#") and not known.has(columns[-1]):
            continue
        elif len(columns) < 2:
            yield Problem(path, number, "This line has no tag.")
        else:
            held.add(columns[0], known[columns[-1]], number)
    yield from held.record(path)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


class _Tags(dict[bytes, str]):
    """The tags of a file, each looked at once; what is none by itself is a label that goes on."""

    def __missing__(self, column: bytes) -> str:
        tag = column.decode()
        self[column] = tag if TAG.fullmatch(tag) else f"I-{tag}"
        return self[column]

    def has(self, column: bytes) -> bool:
        """Whether it is a tag by itself."""
        return self[column] == column.decode()


class _Article:
    """The lines of one article as they come, in bytes: a word a line is too much to be decoded one by one."""

    def __init__(self, line: int | None = None, *, starts: bool = False) -> None:
        self._line = line
        self._lines: list[list[bytes]] = [[]]
        self._tags: list[str] = []
        self.between = not starts  # between two sentences, where an article may start

    def add(self, form: bytes, tag: str, number: int) -> None:
        self._line, self.between = self._line or number, False
        self._lines[-1].append(form)
        self._tags.append(tag)

    def end_sentence(self) -> None:
        self.between = bool(self._tags) or self.between
        if self._lines[-1]:
            self._lines.append([])

    def record(self, path: Path) -> Iterator[Record | Problem]:
        text = b"\n".join(b" ".join(line) for line in self._lines if line).decode()
        if text:
            spans = spans_of(self._tags)
            lines = [line.split(" ") for line in text.split("\n")]
            text, placed = article_of(lines, spans)
            found = [Found(start, end, label) for start, end, label in placed]
            yield from build(path, self._line, Given(text, spans=found))
