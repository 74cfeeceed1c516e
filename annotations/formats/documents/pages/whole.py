"""The text of a PDF put together of its pages: paragraphs that run over a page's end whole, heads and feet between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from typing import NamedTuple

from annotations.formats.documents.pages.hyphens import SOFT, KnownWords
from annotations.formats.documents.pages.order import PdfLine, lines_of, page_order
from annotations.formats.documents.pages.paragraphs import Paragraph, goes_on, paragraphs
from annotations.formats.documents.pages.running import Page, running
from annotations.formats.documents.pages.sheets import PdfSheet
from annotations.processes.quick_dataclass import dataclass

PAGE_END = "\f"
SMALL = 0.93  # of the page's usual size: a note, which does not interrupt what runs over the page's end
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x00": None}
)


class PdfText(NamedTuple):
    """The text, where its pages begin, and the bounds of running heads, feet and page numbers, in code points."""

    text: str
    pages: list[int]
    furniture: list[tuple[int, int]]


@dataclass
class _Block:
    """A paragraph of the text, or a head or foot; the numbers of pages that begin with one of its lines, by line."""

    paragraph: Paragraph
    is_furniture: bool = False
    starts: dict[int, int] = field(default_factory=dict)


@dataclass
class _PageText:
    """A page's lines, and those that run from its foot to its head or the like."""

    lines: list[PdfLine]
    turned: list[PdfLine]
    height: float


class PdfPages:
    """The pages of a PDF, as they come; `text` puts them together."""

    def __init__(self) -> None:
        self._pages: list[_PageText] = []

    def add(self, sheet: PdfSheet | None) -> bool:
        """Take in a page, None when it could not be read; return whether it has text."""
        if sheet is None:
            self._pages.append(_PageText([], [], 0))
            return False
        lines = [_plain(line) for line in lines_of(sheet.pieces)]
        turned = [_plain(line) for line in lines_of(sheet.turned)]
        self._pages.append(_PageText(lines, turned, sheet.height))
        return bool(lines or turned)

    def __len__(self) -> int:
        return len(self._pages)

    def text(self) -> PdfText:
        edges: list[Page] = [(page.lines, page.height) for page in self._pages]
        found = running(edges)
        words = KnownWords(line.text for page in self._pages for line in page.lines)
        made = _Text(words)
        blocks: list[_Block] = []
        for number, (page, apart) in enumerate(zip(self._pages, found, strict=True)):
            blocks = made.page(blocks, list(_blocks(page, apart)), number)
        made.write(blocks)
        return PdfText("".join(made.parts), made.pages, made.furniture)


def _plain(line: PdfLine) -> PdfLine:
    """Return the line in plain letters: ligatures apart, soft hyphens only at its end."""
    text = line.text.translate(LIGATURES)
    if SOFT in text:
        text = text[:-1].replace(SOFT, "") + text[-1]
    return line._replace(text=text) if text else line._replace(text=" ")


def _blocks(page: _PageText, apart: set[int]) -> Iterator[_Block]:
    """Yield what stands on the page, in order: heads, paragraphs, feet, then what is turned."""
    aside = [page.lines[n] for n in sorted(apart)]
    yield from _furniture(line for line in aside if line.y > page.height / 2)
    own = [line for n, line in enumerate(page.lines) if n not in apart]
    for column in page_order(own, page.height):
        yield from map(_Block, paragraphs(column))
    yield from _furniture(line for line in aside if line.y <= page.height / 2)
    if page.turned:
        yield from (_Block(Paragraph([line], True, True)) for line in page.turned)


def _furniture(lines: Iterable[PdfLine]) -> Iterator[_Block]:
    return (_Block(Paragraph([line], True, True), is_furniture=True) for line in lines)


class _Text:
    """The text so far, and what is to be said of it."""

    def __init__(self, words: KnownWords) -> None:
        self._words = words
        self.parts: list[str] = []
        self.pages: list[int] = []
        self.furniture: list[tuple[int, int]] = []
        self._at = 0

    def page(self, before: list[_Block], blocks: list[_Block], number: int) -> list[_Block]:
        """Take in a page behind the blocks of the one before; return the blocks that are not written yet."""
        blocks = _run_on(blocks)
        open_, first = _open(before), _first(blocks)
        if open_ is not None and first is not None and goes_on(open_.paragraph, first.paragraph):
            open_.starts[len(open_.paragraph.lines)] = number
            _lengthen(open_, first)
            heads = blocks[: blocks.index(first)]
            rest = [one for one in before if one is not open_]
            place = before.index(open_)
            joined = [*rest[:place], open_, *rest[place:], *heads]
            if len(blocks) == len(heads) + 1:
                return joined
            self.write(joined)
            self._add("\n")
            return blocks[len(heads) + 1 :]
        self.write(before)
        if number:
            self._add(PAGE_END)
        self.pages.append(self._at)
        return blocks

    def write(self, blocks: Sequence[_Block]) -> None:
        for n, block in enumerate(blocks):
            if n:
                self._add("\n")
            start = self._at
            self._add(self._joined(block))
            if block.is_furniture:
                self.furniture.append((start, self._at))

    def _joined(self, block: _Block) -> str:
        text, before = "", 0
        for n, line in enumerate(block.paragraph.lines):
            text, before = self._words.joined(text, line.text), len(text)
            if n in block.starts:
                self.pages.append(self._at + min(before + 1, len(text)))
        return text[:-1] if text.endswith(SOFT) else text

    def _add(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self._at += len(text)


def _run_on(blocks: list[_Block]) -> list[_Block]:
    """Return the blocks with those put together that run on from one column to the next."""
    made: list[_Block] = []
    for block in blocks:
        last = made[-1] if made else None
        if (
            last
            and not (last.is_furniture or block.is_furniture)
            and goes_on(last.paragraph, block.paragraph)
        ):
            _lengthen(last, block)
        else:
            made.append(block)
    return made


def _lengthen(block: _Block, by: _Block) -> None:
    below = by.paragraph
    block.paragraph = Paragraph([*block.paragraph.lines, *below.lines], block.paragraph.begins, below.ends)


def _open(blocks: list[_Block]) -> _Block | None:
    """Return the last paragraph of a page's own text, when it may go on: not a note below it, nor a foot."""
    own = [block for block in blocks if not block.is_furniture]
    if not own:
        return None
    usual = max(own, key=lambda one: sum(len(line.text) for line in one.paragraph.lines)).paragraph.size
    large = [block for block in own if block.paragraph.size >= SMALL * usual]
    last = large[-1]
    return last if not last.paragraph.ends else None


def _first(blocks: list[_Block]) -> _Block | None:
    return next((block for block in blocks if not block.is_furniture), None)
