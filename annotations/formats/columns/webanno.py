"""WebAnno TSV 3.3, as INCEpTION writes it: a line a token, offsets in UTF-16 units.

The text stands in `#Text=` lines, the spans in the layer NamedEntity; a span of several tokens has one number
on all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from annotations.formats.base import How, Record
from annotations.formats.units import Offsets
from annotations.formats.writing.alignment import Tokens, own_tokens
from annotations.formats.writing.output import Output
from annotations.spans import in_order
from annotations.text.sentences import sentences

FORMAT = "#FORMAT=WebAnno TSV 3.3"
CORE = "de.tudarmstadt.ukp.dkpro.core.api."
LAYER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
RESERVED = re.compile(r"[\\\[\]|_;*]|->")
UNFIT = r"[\x00-\x1f\x7f\x85\u2028\u2029]+"  # characters that a value must not have


class Tables:
    """A sink with a file an article."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._how = out, how

    def add(self, entry: Record, part: str) -> None:
        whose = entry.set.annotator if entry.set else ""
        path = self._out.article_file(part, entry.article.id, whose, (".tsv",))
        path = path.with_name(path.name + ".tsv")
        path.write_text("\n".join([*table(entry, self._how.offsets), ""]), "utf-8", newline="")
        self._out.wrote(path)

    def close(self) -> None:
        """Do nothing: nothing is left to write."""


def write(out: Output, how: How) -> Tables:
    return Tables(out, how)


def table(entry: Record, unit: str) -> list[str]:
    """Return the lines of the file."""
    text, tokens = entry.article.text, own_tokens(entry.article.text)
    offsets, cells = Offsets(text, unit), _cells(entry, tokens)
    starts, ends = offsets.of(tokens.starts), offsets.of(tokens.ends)
    words = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    if RESERVED.search(text):
        words = list(map(_word, words))
    rows = list(zip(starts, ends, words, cells, strict=True))
    lines = [FORMAT, f"#T_SP={LAYER}|value", ""]
    for number, (start, end, first, last) in enumerate(_sentences(text, tokens), 1):
        lines += ["", *(f"#Text={escaped(line)}" for line in text[start:end].split("\n"))]
        lines += [
            f"{number}-{n}\t{left}-{right}\t{word}\t{cell}\t"
            for n, (left, right, word, cell) in enumerate(rows[first:last], 1)
        ]
    return lines


def _cells(entry: Record, tokens: Tokens) -> list[str]:
    """Return the cell of each token; every span is numbered, so that two on one token stay two."""
    cells = [""] * len(tokens.starts)
    for number, span in enumerate(sorted(entry.spans(), key=in_order), 1):
        for n in range(*tokens.covered(span.start, span.end)):
            cells[n] += f"{'|' if cells[n] else ''}{_word(span.label)}[{number}]"
    return [cell or "_" for cell in cells]


def _sentences(text: str, tokens: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """Yield bounds that divide the text, each piece beginning at a token, with the numbers of its tokens.

    White space behind a sentence belongs to it, but for line breaks alone, which a gap in the offsets stands
    for.
    """
    firsts = {bisect_left(tokens.starts, start) for start, _ in sentences(text)} - {0, len(tokens.starts)}
    cuts = [0, *sorted(firsts), len(tokens.starts)]
    for first, last in pairwise(cuts):
        start = tokens.starts[first] if first else 0
        end = tokens.starts[last] if last < len(tokens.starts) else len(text)
        gap = len(text[start:end]) - len(text[start:end].rstrip())
        is_plain = last < len(tokens.starts) and text[end - gap : end] == "\n" * gap
        yield start, end - gap if is_plain else end, first, last


def escaped(value: str) -> str:
    shown = RESERVED.sub(lambda match: "\\" + match[0], value)
    return shown.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


_word = lru_cache(maxsize=1 << 14)(escaped)  # a text says the same words again
ESCAPES = {"t": "\t", "n": "\n", "r": "\r"}
ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)


def plain(value: str) -> str:
    """Return the value that `escaped` was given."""
    if "\\" not in value:
        return value
    return ESCAPED.sub(lambda match: ESCAPES.get(match[1], match[1]), value)


PART = re.compile(r"((?:\\.|[^\\|\[])*)(?:\[(\d+)\])?(?:\||\Z)", re.DOTALL)


def parts(cell: str) -> Iterator[tuple[str, str]]:
    """Yield the values that lie on one token: label and number ("" where it has none)."""
    at = 0
    while at < len(cell):
        match = PART.match(cell, at)
        if match is None:
            raise ValueError(cell)
        if match[1] != "_":
            yield plain(match[1]), match[2] or ""
        at = match.end()
