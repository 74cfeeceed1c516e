"""OpenDocument's .odt: the text of paragraphs, lists and tables in their order, a line each; pages end with a form feed.

Tracked changes are taken as accepted.  Notes stand at the end; what is left out is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.given_titles import about_document
from annotations.formats.documents.packed import LOCKED, PackedXml, local, texts, value
from annotations.formats.documents.plain import article
from annotations.formats.reading.heads import BROKEN
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Notice, Problem
from annotations.text.text import clean

KIND = "OpenDocument file"
DAMAGED = "This is no OpenDocument file (.odt), or it is damaged."
NO_TEXT = "This OpenDocument file has no text; a spreadsheet is saved as .csv, a presentation as .txt."
PAGE_END = "\f"
BLANKS = re.compile(r"[ \t\r\n]+")
BOXES = ("text-box", "custom-shape", "rect", "ellipse")
LEFT = {
    "deletion": "Tracked changes were taken as accepted: what was deleted is left out ({count}).",
    "hidden": "Hidden text was left out ({count}).",
    "placeholder": "The prompts of empty fields were left out ({count}).",
    "annotation": "Comments were left out ({count}).",
    "note": "Footnotes and endnotes stand at the end of the text ({count}).",
    "head": "What stands at the head or foot of every page was left out ({count}).",
}
SKIPPED = {
    "annotation": "annotation",
    "hidden-text": "hidden",
    "hidden-paragraph": "hidden",
    "placeholder": "placeholder",
    "forms": "",
    "sequence-decls": "",
    "variable-decls": "",
    "user-field-decls": "",
    "note-citation": "",
    "title": "",  # of a picture
    "desc": "",
    "index-title-template": "",
}


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article, then what was left out.  UserError when it is no .odt, locked, or has no text."""
    try:
        package = PackedXml(file, kind=KIND, new=".odt")
        if b"encryption-data" in package.content("META-INF/manifest.xml"):
            raise UserError(LOCKED.format(kind=KIND))
        root = package.part("content.xml")
        if root is None:
            raise UserError(DAMAGED)
        text, left = _text(root)
        left["head"] += _heads(package.part("styles.xml"))
        about = texts(package.part("meta.xml"), "title", "initial-creator", "creator", "creation-date")
    except (*BROKEN, KeyError, SyntaxError) as error:
        raise UserError(DAMAGED) from error
    if not text.strip():
        raise UserError(NO_TEXT)
    said = {"creator": about.get("initial-creator", ""), "created": about.get("creation-date", "")}
    title, meta = about_document({**about, **{name: one for name, one in said.items() if one}})
    yield article(path, clean(text), title, meta)
    for name, sentence in LEFT.items():
        if left[name]:
            yield Notice(path, None, sentence.format(count=f"{left[name]:,}"))


def _text(root: Any) -> tuple[str, Counter[str]]:
    """Return the text, and how much was left out or put elsewhere, by name."""
    reader = _OdtText(_with_breaks(root))
    body = next((node for node in root.iter() if local(node) == "body"), ())
    lines = [line for text in body if local(text) == "text" for line in reader.lines(text)]
    notes, reader.notes = reader.notes, []
    for note in notes:
        lines += [line.strip() for line in reader.lines(note) if line.strip()]
    return "\n".join(lines).removeprefix(PAGE_END), reader.left


def _with_breaks(root: Any) -> set[str]:
    """Return the styles of paragraphs that begin a page."""
    styles = (node for node in root.iter() if local(node) == "style")
    return {
        value(style, "name")
        for style in styles
        if any(value(about, "break-before") == "page" for about in style)
    }


def _heads(styles: Any) -> int:
    """Return how many heads and feet of pages have text."""
    found = (
        (node for node in styles.iter() if local(node) in ("header", "footer")) if styles is not None else ()
    )
    return sum(bool("".join(node.itertext()).strip()) for node in found)


class _OdtText:
    """A reader of a document's XML; `left` counts what it leaves out or puts elsewhere, by name."""

    def __init__(self, breaks: Collection[str]) -> None:
        self.left: Counter[str] = Counter()
        self.notes: list[Any] = []
        self._breaks = breaks
        self._boxes: list[Any] = []

    def lines(self, container: Any) -> Iterator[str]:
        """Yield the lines of a body, a list, a cell or a note."""
        for node in container:
            name = local(node)
            if name in ("p", "h"):
                yield self._paragraph(node)
                boxes, self._boxes = self._boxes, []
                for box in boxes:
                    yield from self.lines(box)
            elif name == "table":
                yield from self._rows(node)
            elif name == "tracked-changes":
                self.left["deletion"] += sum(local(one) == "deletion" for one in node.iter())
            elif not self._is_skipped(node):
                yield from self.lines(node)

    def _is_skipped(self, node: Any) -> bool:
        name = local(node)
        kind = SKIPPED.get(name, "hidden" if value(node, "display") == "none" else None)
        if kind:
            self.left[kind] += 1
        return kind is not None

    def _rows(self, table: Any) -> Iterator[str]:
        for node in table:
            if local(node) == "table-row":
                cells = (one for one in node if local(one) in ("table-cell", "covered-table-cell"))
                yield "\t".join(self._cell(cell) for cell in cells)
            else:
                yield from self._rows(node)

    def _cell(self, cell: Any) -> str:
        return " ".join(" ".join(self.lines(cell)).split()) if local(cell) == "table-cell" else ""

    def _paragraph(self, node: Any) -> str:
        broken = PAGE_END if value(node, "style-name") in self._breaks else ""
        return broken + BLANKS.sub(" ", "".join(self._said(node))).strip(" ").translate(KEPT)

    def _said(self, node: Any) -> Iterator[str]:
        """Yield what stands in a paragraph; blanks that are meant stand for themselves until others are folded."""
        yield node.text or ""
        for one in node:
            name = local(one)
            if name in MARKS:
                yield MARKS[name] * _count(one)
            elif name == "note":
                self.left["note"] += 1
                self.notes += [body for body in one if local(body) == "note-body"]
            elif name in BOXES:
                self._boxes.append(one)
            elif name == "ruby-text":
                yield f"({''.join(self._said(one))})"
            elif name and not self._is_skipped(one):
                yield from self._said(one)
            yield one.tail or ""


MARKS = {"s": "\ufdd0", "tab": "\ufdd2", "line-break": "\ufdd3"}  # no characters of any text
KEPT = {0xFDD0: " ", 0xFDD2: "\t", 0xFDD3: "\n", 0xAD: None}
MOST_BLANKS = 1_000


def _count(node: Any) -> int:
    """Return how many blanks a mark stands for."""
    said = value(node, "c", "1")
    return min(int(said), MOST_BLANKS) if said.isascii() and said.isdigit() else 1
