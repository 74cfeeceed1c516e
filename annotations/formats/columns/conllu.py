"""CoNLL-U: a line a word, in ten columns or more; entities as tags or brackets in the last column or one of their own.

The text is that of the sentences (`# text`), else the forms with blanks as SpaceAfter says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import BinaryIO

from annotations.formats.columns.brackets import OPEN, NameBrackets
from annotations.formats.columns.coded_lines import BROKEN, CodedLines
from annotations.formats.columns.layout import WORDS
from annotations.formats.columns.tag_words import NAMELESS, NOTHING, SPELLINGS, TagWords
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.json_fields import Json
from annotations.problems import Notice, Problem
from annotations.processes.quick_dataclass import dataclass

NUMBER = re.compile(r"\d+(?:-\d+|\.\d+)?")
COMMENT = re.compile(r"#\s*([^=]*?)\s*(?:=\s*(.*?)\s*)?$", re.DOTALL)
OF_TAGS = ("ner", "ne", "name", "namedentity", "ner_tag")  # names of columns and of fields of the last one
XPOS, MISC, USUAL = 4, 9, 10
NO_WORD = "This line is no word: its first column is no number, or it has no second one."
UNREAD = "Heads, relations and features of words are not read: the text came in, with the entities that the words name."


@dataclass
class WordLines:
    """The lines of one sentence, and what its comments say."""

    words: list[list[str]] = field(default_factory=list)
    text: str = ""
    paragraph: bool = False


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record a document; without `# newdoc` the file is one."""
    coded = CodedLines(file, reading)
    held, sentence, names = Treebank(), WordLines(), ColumnsOfTags()
    for number, line in coded:
        if line is None:
            yield Problem(path, number, BROKEN)
        elif not line.strip():
            held.add(sentence, names)
            sentence = WordLines()
        elif line.startswith("#"):
            name, value = COMMENT.match(line.rstrip("\r\n")).groups("")  # type: ignore[union-attr]
            if name in ("newdoc", "newdoc id"):
                held.add(sentence, names)
                yield from held.record(path)
                held, sentence = Treebank(value, number), WordLines()
            else:
                _say(name, value, sentence, held, names)
        else:
            cells = [cell.strip() for cell in line.split("\t")] if "\t" in line else WORDS.findall(line)
            if len(cells) < 2 or not NUMBER.fullmatch(cells[0]) or not cells[1]:
                yield Problem(path, number, NO_WORD)
                continue
            held.line = held.line or number
            sentence.words.append(cells)
    held.add(sentence, names)
    yield from held.record(path)
    yield from (Notice(path, None, one) for one in (coded.said, UNREAD) if one)


@dataclass
class ColumnsOfTags:
    """The columns beyond the ten that hold tags, and the place of an entity's kind in its bracket."""

    tags: tuple[int, ...] = ()
    kind: int = 1


def _say(name: str, value: str, sentence: WordLines, held: Treebank, names: ColumnsOfTags) -> None:
    """Take in a comment."""
    if name in ("newpar", "newpar id"):
        sentence.paragraph = True
    elif name == "text":
        sentence.text = value
    elif name == "global.Entity":
        fields = value.split("-")
        names.kind = next((n for n, one in enumerate(fields) if one in ("etype", "entity")), 1)
    elif name == "global.columns":
        columns = [one.split(":")[-1].casefold() for one in value.split()]
        names.tags = tuple(n for n, one in enumerate(columns) if one in OF_TAGS)
    elif name.startswith("meta::"):
        held.meta[name.removeprefix("meta::")] = value


class Treebank:
    """One document as its sentences come."""

    def __init__(self, id_: str = "", line: int | None = None) -> None:
        self.meta: Json = {}
        self.line = line
        self._id, self._text, self._glue, self._by_paragraph = id_, "", "", False
        self._brackets, self._spans = NameBrackets(), list[Found]()
        self._tags, self._kind = TagWords(SPELLINGS[0]), 1

    def add(self, sentence: WordLines, names: ColumnsOfTags) -> None:
        """Add a sentence, and make it none."""
        if not sentence.words:
            return
        text, places, glue = _laid_out(sentence)
        self._by_paragraph = self._by_paragraph or sentence.paragraph
        between = "\n\n" if sentence.paragraph else self._glue if self._by_paragraph else "\n"
        self._text += (between if self._text else "") + text
        self._glue, self._kind = glue, names.kind
        base = len(self._text) - len(text)
        words = [
            (cells, (base + start, base + end))
            for cells, (start, end) in zip(sentence.words, places, strict=True)
        ]
        for cells, (start, end) in words:
            self._brackets.word(_misc(cells).get("Entity", ""), start, end)
        plain = [(cells, place) for cells, place in words if cells[0].isdigit()]
        for layer in _layers([cells for cells, _ in plain], names.tags):
            for first, last, label in self._tags.spans(layer):
                self._spans.append(Found(plain[first][1][0], plain[last - 1][1][1], label))

    def record(self, path: Path) -> Iterator[Given | Problem]:
        if self._text:
            kinds = [(start, end, opened.split("-")) for start, end, opened in self._brackets.ended]
            held = [
                Found(start, end, (fields[self._kind] if self._kind < len(fields) else "") or NAMELESS)
                for start, end, fields in kinds
            ]
            title = str(self.meta.pop("title", ""))
            yield Given(self._text, self._id, title, self.meta, spans=[*self._spans, *held], line=self.line)
            if left := self._brackets.left():
                yield Problem(path, self.line, OPEN.format(count=left))


def _misc(cells: list[str]) -> dict[str, str]:
    held = cells[MISC] if len(cells) > MISC else "_"
    pairs = (one.partition("=") for one in held.split("|"))
    return {name if equals else "": value if equals else name for name, equals, value in pairs}


def _laid_out(sentence: WordLines) -> tuple[str, list[tuple[int, int]], str]:
    """Return the sentence's text, the place of each of its lines in it, and what follows it."""
    forms, within = [], ""  # (form, what follows) of what is written; words within another are not
    last = 0
    for cells in sentence.words:
        first, dash, to = cells[0].partition("-")
        if dash:
            last = int(to[:9])
        if "." not in cells[0] and (dash or int(first[:9]) > last):
            forms.append((cells[1], _after(_misc(cells))))
    text, places = _found_in(sentence.text, forms) or _joined(forms)
    return text, list(_by_line(sentence, places)), forms[-1][1] if forms else within


def _after(misc: dict[str, str]) -> str:
    """Return what stands behind a word."""
    breaks = misc.get("SpacesAfter", "").count("\\n")
    if breaks:
        return "\n" * min(2, breaks)
    return "" if misc.get("SpaceAfter") == "No" else " "


def _found_in(text: str, forms: list[tuple[str, str]]) -> tuple[str, list[tuple[int, int]]] | None:
    """Return the text and the places of the forms in it; None when they are not all there, one behind the other."""
    places, at = [], 0
    for form, _ in forms:
        start = text.find(form, at)
        if start < 0 or text[at:start].strip():
            return None
        at = start + len(form)
        places.append((start, at))
    return (text, places) if places and not text[at:].strip() else None


def _joined(forms: list[tuple[str, str]]) -> tuple[str, list[tuple[int, int]]]:
    text, places = "", []
    for form, after in forms:
        places.append((len(text), len(text) + len(form)))
        text += form + (after and " ")
    return text.rstrip(" "), places


def _by_line(sentence: WordLines, places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the place of each line: words within another have that one's or their part of it; what is not written none."""
    rest, last, there, at = iter(places), 0, (0, 0), -1
    for number, cells in enumerate(sentence.words):
        first, dash, to = cells[0].partition("-")
        if "." in cells[0]:
            yield there[1], there[1]
        elif dash or int(first[:9]) > last:
            there = next(rest)
            last = int(to[:9]) if dash else last
            parts = sentence.words[number + 1 : number + 1 + last - int(first[:9]) + 1] if dash else []
            at = there[0] if cells[1] == "".join(part[1] for part in parts) else -1
            yield there
        elif at < 0:
            yield there
        else:
            yield at, at + len(cells[1])
            at += len(cells[1])


def _layers(words: list[list[str]], extra: tuple[int, ...]) -> Iterator[list[str]]:
    """Yield the layers of tags of the words: columns of their own, part-of-speech tags that are such, fields of the last."""
    for column in sorted({*extra, *range(USUAL, max(map(len, words), default=0))} - {MISC}):
        cells = [_cell(cells, column) for cells in words]
        if column in extra or all(one in NOTHING or SPELLINGS[0].fullmatch(one) for one in cells):
            yield cells
    if all(_cell(cells, XPOS) in NOTHING or SPELLINGS[0].fullmatch(_cell(cells, XPOS)) for cells in words):
        yield [_cell(cells, XPOS) for cells in words]
    fields = [_misc(cells) for cells in words]
    keys = dict.fromkeys(key for one in fields for key, value in one.items() if _is_of_tags(key, value))
    yield from ([one.get(key, "O") for one in fields] for key in keys)


def _cell(cells: list[str], column: int) -> str:
    return cells[column] if column < len(cells) else "_"


def _is_of_tags(key: str, value: str) -> bool:
    return key.casefold() in OF_TAGS or bool(SPELLINGS[0].fullmatch(value))
