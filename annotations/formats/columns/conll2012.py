"""CoNLL 2012 and OntoNotes: `#begin document (name); part 000`, a line a word, names as `(ORG*`, `*`, `*)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from annotations.errors import UserError
from annotations.formats.columns.brackets import OPEN, NameBrackets, is_bracketed
from annotations.formats.columns.coded_lines import BROKEN, CodedLines
from annotations.formats.columns.layout import WORDS
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Notice, Problem

BEGIN = re.compile(r"#\s*begin document\b(.*)$", re.IGNORECASE | re.DOTALL)
WORD, NAMES, FIRST = 3, 10, 4  # columns from 0: the word, the names, the first behind the word
SAMPLE = 2_000  # lines by which the column of names is told, where there are fewer than OntoNotes has
HIDDEN = "[WORD]"
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
WORDLESS = (
    "This file of OntoNotes has [WORD] in place of its words. Put them in with the scripts of CoNLL 2012 "
    "(skeleton2conll), and import the files that those write."
)
SHORT = "This line is no word: it has fewer columns than the fourth, which is the word."
UNREAD = (
    "Coreference, predicates, speakers and sentence structure are not read: the text and its names came in."
)
NAMELESS = "No column of this file holds names as (ORG*: the text came in without spans."


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record a part of a document."""
    coded = CodedLines(file, reading)
    rows = [WORDS.findall(line) for line in coded.first(SAMPLE) if not line.startswith("#")]
    if any(HIDDEN in row[WORD : WORD + 1] for row in rows):
        raise UserError(WORDLESS)
    names = _names(rows)
    held = _Part("", None)
    for number, line in coded:
        row = WORDS.findall(line) if line else []
        if line is None:
            yield Problem(path, number, BROKEN)
        elif not row:
            held.end_sentence()
        elif match := BEGIN.match(line.strip()):
            yield from held.record(path)
            held = _Part(_document(match[1].strip()), number)
        elif line.startswith("#"):
            continue
        elif len(row) <= WORD:
            yield Problem(path, number, SHORT)
        else:
            held.add(_word(row[WORD]), row[names] if names is not None and names < len(row) else "")
    yield from held.record(path)
    said = (coded.said, NAMELESS if names is None else UNREAD)
    yield from (Notice(path, None, one) for one in said if one)


def _names(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the column of names: OntoNotes' own, else the last of names in brackets."""
    full = [row for row in rows if len(row) > WORD]
    width = min(map(len, full), default=0)
    if width > NAMES and is_bracketed(row[NAMES] for row in full):
        return NAMES
    columns = range(width - 1, FIRST - 1, -1)
    return next((n for n in columns if is_bracketed(row[n] for row in full) and _are_names(full, n)), None)


def _are_names(rows: Sequence[Sequence[str]], column: int) -> bool:
    """Return whether the brackets name no arguments, phrases or chains of coreference."""
    held = {name for row in rows for name in re.findall(r"\(([^()*]+)", row[column])}
    return not any(re.match(r"\d|ARG|V$|TOP|S$|NP$|R-|C-", name) for name in held)


def _word(word: str) -> str:
    """Return the word as it was written: brackets, and marks that the corpus has behind a stroke."""
    return BRACKETS.get(word, word[1:] if len(word) == 2 and word[0] == "/" and word[1] in ".?-!," else word)


def _document(said: str) -> str:
    """Return the document that a line begins, with its part: `(name); part 000`, in whose place some have less."""
    name, part, words = said, "", said.split()
    if len(words) > 1 and words[-2].lower() == "part" and words[-1].isdecimal():
        name, part = said[: said.rindex(words[-2])], words[-1]
    name = name.rstrip().rstrip(" ;").removeprefix("(").removesuffix(")").strip()
    return " ".join(filter(None, (name, part)))


class _Part:
    """One part of a document as its words come."""

    def __init__(self, name: str, line: int | None) -> None:
        self._name, self._line = name, line
        self._sentences: list[list[str]] = [[]]
        self._brackets, self._at = NameBrackets(), 0

    def add(self, word: str, cell: str) -> None:
        self._sentences[-1].append(word)
        self._brackets.word(cell, self._at, self._at + len(word))
        self._at += len(word) + 1

    def end_sentence(self) -> None:
        if self._sentences[-1]:
            self._sentences.append([])

    def record(self, path: Path) -> Iterator[Given | Problem]:
        text = "\n".join(map(" ".join, filter(None, self._sentences)))
        if text:
            spans = [Found(*place) for place in self._brackets.ended]
            yield Given(text, self._name, spans=spans, line=self._line)
            if left := self._brackets.left():
                yield Problem(path, self._line, OPEN.format(count=left))
