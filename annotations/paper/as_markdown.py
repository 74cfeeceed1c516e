"""Blocks as Markdown: nothing of the data is markup in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from annotations.paper.blocks import (
    AuthorBlank,
    Block,
    Cell,
    PaperHeading,
    PaperList,
    PaperTable,
    PaperText,
)
from annotations.paper.quotes import WorkQuote
from annotations.text.controls import markdown

_LEADS = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")  # at the start of a line these begin a list or a heading


def as_markdown(blocks: Iterable[Block]) -> str:
    """Return the document, a block a paragraph."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def line(text: str) -> str:
    """Return the text as a line of its own that begins nothing.

    >>> line("1. a|b")
    '1\\\\. a\\\\|b'
    """
    return _LEADS.sub(
        lambda found: found[0] + "\\" if found[0][0].isdigit() else "\\" + found[0], markdown(text.strip())
    )


def quoted(quote: WorkQuote) -> str:
    """Return the quote with its words in bold, which HTML says whatever stands beside them."""
    told = f" ({markdown(quote.told)})" if quote.told else ""
    return f"{markdown(quote.before)}<b>{markdown(quote.words)}</b>{markdown(quote.after)}{told}"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, PaperHeading):
        yield f"{'#' * block.level} {markdown(block.text)}"
    elif isinstance(block, PaperText):
        yield line(block.text)
    elif isinstance(block, AuthorBlank):
        yield f"**\\[AUTHOR: {markdown(block.asks)}\\]**"
    elif isinstance(block, PaperList):
        yield from (f"- {line(item)}" for item in block.items)
    else:
        yield from _table(block)


def _table(table: PaperTable) -> Iterator[str]:
    yield f"{line(table.caption)}:"
    yield ""
    yield _row(map(markdown, table.header))
    left = {*range(table.names), *table.wide}
    yield _row("---" if place in left else "---:" for place in range(len(table.header)))
    for row in table.rows:
        yield _row(map(_cell, row))


def _cell(cell: Cell) -> str:
    return markdown(cell) if isinstance(cell, str) else quoted(cell)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
