"""The text of Word's XML: what stands in the document when its tracked changes are accepted, a line a paragraph.

A row of a table is a line with tabs.  Text boxes come behind their paragraph, notes at the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import Any

from annotations.formats.documents.packed import child, local, value

PAGE_END = "\f"
OFF = ("0", "false", "off")
DELETED = ("del", "moveFrom", "delText", "delInstrText", "cellDel")
SKIPPED = frozenset(
    (*DELETED, "instrText", "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr")
)
SYMBOLS = {
    "Symbol": dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
    | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
    | {0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈"},
    "Wingdings": {0x4A: "☺", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFC: "✓", 0xFE: "☑"},
}


class WordText:
    """A reader of one document's XML; `left` counts what it leaves out or puts elsewhere, by name."""

    def __init__(self, hidden: Collection[str] = ()) -> None:
        """Begin; `hidden` are the styles whose text is hidden."""
        self.left: Counter[str] = Counter()
        self.notes: list[tuple[str, str]] = []  # kind and id of footnotes and endnotes, in order
        self._hidden = frozenset(hidden)
        self._boxes: list[Any] = []
        self._fields: list[bool] = []  # of each field that is open, whether its result has begun

    def lines(self, container: Any) -> Iterator[str]:
        """Yield the lines of a body, a cell, a note or a text box."""
        kept = ""
        for block in self._blocks(container):
            if local(block) == "tbl":
                yield from self._rows(block)
                continue
            text = kept + self._paragraph(block)
            kept = ""
            if self._is_joined(block):
                kept = text
            else:
                yield text
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                yield from self.lines(box)
        if kept:
            yield kept

    def _blocks(self, container: Any) -> Iterator[Any]:
        """Yield paragraphs and tables, those in content controls and the like included."""
        for node in container:
            name = local(node)
            if name in ("p", "tbl"):
                yield node
            elif name == "sdt":
                yield from self._controlled(node, self._blocks)
            elif name == "AlternateContent":
                yield from self._blocks(_choice(node))
            elif name == "altChunk":
                self.left["embedded document"] += 1
            elif name in SKIPPED:
                self.left["tracked change"] += name in DELETED
            elif len(node):
                yield from self._blocks(node)

    def _controlled(self, node: Any, inside: Callable[[Any], Iterator[Any]]) -> Iterator[Any]:
        """Yield what stands in a content control; nothing when it shows no more than its prompt."""
        shown = child(node, "sdtPr", "showingPlcHdr")
        if shown is not None and value(shown, "val") not in OFF:
            self.left["prompt"] += 1
        elif (content := child(node, "sdtContent")) is not None:
            yield from inside(content)

    def _rows(self, table: Any) -> Iterator[str]:
        for row in self._inside(table, "tr"):
            if child(row, "trPr", "del") is not None:
                self.left["tracked change"] += 1
                continue
            yield "\t".join(self._cell(cell) for cell in self._inside(row, "tc"))

    def _inside(self, container: Any, name: str) -> Iterator[Any]:
        """Yield the rows of a table or the cells of a row, those in content controls included."""
        for node in container:
            if local(node) == name:
                yield node
            elif local(node) == "sdt":
                yield from self._controlled(node, lambda content: self._inside(content, name))
            elif local(node) not in SKIPPED and len(node):
                yield from self._inside(node, name)

    def _cell(self, cell: Any) -> str:
        """Return a cell on one line; "" for one that goes on with that above or before it."""
        about = child(cell, "tcPr")
        for merged in ("vMerge", "hMerge"):
            mark = child(about, merged) if about is not None else None
            if mark is not None and value(mark, "val", "continue") == "continue":
                return ""
        return " ".join(" ".join(self.lines(cell)).split())

    def _is_joined(self, paragraph: Any) -> bool:
        """Return whether the paragraph's end was deleted, so that it goes on with the next."""
        marks = child(paragraph, "pPr", "rPr")
        return marks is not None and any(local(mark) in ("del", "moveFrom") for mark in marks)

    def _paragraph(self, paragraph: Any) -> str:
        style = child(paragraph, "pPr", "pStyle")
        if style is not None and value(style, "val") in self._hidden:
            self.left["hidden text"] += 1
            return ""
        return "".join(self._said(paragraph))

    def _said(self, node: Any) -> Iterator[str]:
        """Yield what stands in a paragraph, a run or anything in them."""
        for one in node:
            name = local(one)
            if name in SKIPPED:
                self.left["tracked change"] += name in DELETED
            elif name == "r":
                yield from self._run(one)
            elif name == "t":
                yield "" if self._in_instruction() else (one.text or "")
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.append((name.removesuffix("Reference"), value(one, "id")))
            elif name == "fldChar":
                self._field(value(one, "fldCharType"))
            elif name == "sdt":
                yield from self._controlled(one, self._said)
            elif name == "AlternateContent":
                yield from self._said(_choice(one))
            elif name == "txbxContent":
                self._boxes.append(one)
            elif name == "rt":
                yield f"({''.join(self._said(one))})"
            else:
                yield self._mark(name, one)
                yield from self._said(one)

    def _run(self, run: Any) -> Iterator[str]:
        hidden, style = child(run, "rPr", "vanish"), child(run, "rPr", "rStyle")
        is_hidden = hidden is not None and value(hidden, "val") not in OFF
        if is_hidden or (style is not None and value(style, "val") in self._hidden):
            self.left["hidden text"] += 1
            return
        yield from self._said(run)

    def _mark(self, name: str, node: Any) -> str:
        """Return what a tag without text of its own stands for."""
        if name == "tab":
            return "\t"
        if name == "br":
            return PAGE_END if value(node, "type") == "page" else "\n"
        if name == "cr":
            return "\n"
        if name == "noBreakHyphen":
            return "-"
        if name == "sym":
            return self._symbol(node)
        if name in ("chart", "relIds", "OLEObject"):
            self.left["chart, diagram or other object"] += 1
        return ""

    def _symbol(self, node: Any) -> str:
        try:
            code = int(value(node, "char", "0"), 16)
        except ValueError:
            return ""
        if not 0xF000 <= code <= 0xF0FF:
            return chr(code) if 0x20 <= code < 0xD800 else ""
        known = SYMBOLS.get(value(node, "font"), {})
        if code - 0xF000 not in known:
            self.left["symbol"] += 1
        return known.get(code - 0xF000, "\ufffd")

    def _field(self, step: str) -> None:
        if step == "begin":
            self._fields.append(False)
        elif self._fields and step == "separate":
            self._fields[-1] = True
        elif self._fields and step == "end":
            self._fields.pop()

    def _in_instruction(self) -> bool:
        return not all(self._fields)


def _choice(node: Any) -> Any:
    """Return the first of what a program may choose from, and so the newest; what is told twice is read once."""
    return next(iter(node), ())


def hidden_styles(styles: Any) -> set[str]:
    """Return the names of the styles whose text is hidden."""
    found = set()
    for style in styles if styles is not None else ():
        hidden = child(style, "rPr", "vanish")
        if local(style) == "style" and hidden is not None and value(hidden, "val") not in OFF:
            found.add(value(style, "styleId"))
    return found
