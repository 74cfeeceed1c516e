"""The reader of tables of tokens: a line a token, tags in one or more columns, a blank line after a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from annotations.formats.columns.coded_lines import BROKEN, CodedLines
from annotations.formats.columns.layout import WORDS, Layout, layout
from annotations.formats.columns.tag_words import TagWords
from annotations.formats.columns.tagged import START, places
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Notice, Problem

SAMPLE = 20_000  # lines by which the layout is told
COMMENT = "#"
HEADER = "The first line was taken for the names of the columns."
NO_TOKEN, NO_TAG = "This line has no token.", "This line has no tag."


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record an article, its tags in any scheme; without -DOCSTART- the file is one article."""
    coded = CodedLines(file, reading)
    lines = [line for line in coded.first(SAMPLE) if not _starts(line)]
    told = layout([line for line in lines if not _may_be_comment(line)] or lines, reading.columns)
    tags = TagWords(told.way)
    yield from _articles(path, coded, told, tags)
    said = [coded.said, told.choice(), HEADER if told.header else "", *tags.notices()]
    yield from (Notice(path, None, one) for one in said if one)


def _articles(path: Path, coded: CodedLines, told: Layout, tags: TagWords) -> Iterator[Given | Problem]:
    held, before = _Article(tags, len(told.tags)), told.header
    for number, line in coded:
        if line is None:
            yield Problem(path, number, BROKEN)
        elif not line.strip():
            held.end_sentence()
        elif _starts(line) and held.is_between():
            yield from held.record()
            held = _Article(tags, len(told.tags), number, _named(line))
        elif before:
            before = False
        else:
            cells = told.cells(line)
            why = _missing(cells, told)
            if _is_comment(cells, why, tags, told):
                continue
            if why:
                yield Problem(path, number, why)
            else:
                if told.sentence is not None:
                    held.begin_sentence(cells[told.sentence])
                held.add(cells[told.token], [cells[column] for column in told.tags], number)
    yield from held.record()


def _starts(line: str) -> bool:
    return line.lstrip().startswith(START) and WORDS.findall(line)[0] == START


def _named(line: str) -> str:
    """Return the name that the line before an article gives it, "" when there is none."""
    words = [word.strip("()") for word in WORDS.findall(line)[1:]]
    return " ".join(word for word in words if word.strip("-").casefold() not in ("x", "o", "", "_"))


def _may_be_comment(line: str) -> bool:
    return line.startswith(COMMENT)


def _missing(cells: list[str], told: Layout) -> str:
    if len(cells) < 2 or max(told.tags) >= len(cells):
        return NO_TAG
    return "" if cells[told.token] else NO_TOKEN


def _is_comment(cells: list[str], why: str, tags: TagWords, told: Layout) -> bool:
    if not cells or not cells[0].startswith(COMMENT):
        return False
    return bool(why) or not any(tags.holds(cells[column]) for column in told.tags)


class _Article:
    """The tokens of one article as they are read, and the tags of the sentence that is read."""

    def __init__(self, tags: TagWords, layers: int, line: int | None = None, name: str = "") -> None:
        self._tags, self._line, self._starts, self._name = tags, line, line is not None, name
        self._sentences: list[list[str]] = []
        self._layers: list[list[str]] = [[] for _ in range(layers)]
        self._forms: list[str] = []
        self._count, self._sentence = 0, ""
        self._spans: list[tuple[int, int, str]] = []

    def add(self, form: str, tags: list[str], number: int) -> None:
        self._line = self._line or number
        self._forms.append(form)
        for layer, tag in zip(self._layers, tags, strict=True):
            layer.append(tag)

    def begin_sentence(self, name: str) -> None:
        """End the sentence when the next token is of one with another name."""
        if name and name != self._sentence:
            self.end_sentence()
            self._sentence = name

    def end_sentence(self) -> None:
        if not self._forms:
            return
        for layer in self._layers:
            found = self._tags.spans(layer)
            self._spans += [(first + self._count, last + self._count, label) for first, last, label in found]
            layer.clear()
        self._sentences.append(self._forms)
        self._count += len(self._forms)
        self._forms = []

    def is_between(self) -> bool:
        """Return whether the article is between two sentences, where another may start."""
        return not self._forms and (bool(self._sentences) or not self._starts)

    def record(self) -> Iterator[Given | Problem]:
        self.end_sentence()
        if self._sentences:
            forms = [form for sentence in self._sentences for form in sentence]
            text = "\n".join(map(" ".join, self._sentences))
            found = [Found(*place) for place in places(forms, self._spans)]
            said = {"document": self._name} if self._name.isdigit() else {}
            yield Given(text, "" if said else self._name, meta=said, spans=found, line=self._line)
