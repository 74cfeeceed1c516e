"""Content of a WebAnno TSV that goes back into one: its head, its sentences and tokens, and the cells of layers that are not read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from typing import Any

from annotations.formats.base import Record
from annotations.formats.came_from import NOTHING, Kept, kept_for
from annotations.formats.uima.layers import TOOL
from annotations.formats.writing.alignment import Tokens, own_tokens
from annotations.json_fields import Json
from annotations.processes.quick_dataclass import dataclass
from annotations.text.sentences import sentences

MOST = 100_000  # tokens whose bounds are kept
Cell = tuple[int, int, int, str]  # start, end, column, what stands there


@dataclass(frozen=True)
class SentencePlace:
    """The place of a sentence: its bounds, the numbers of its tokens, half-open, and lines before it."""

    start: int
    end: int
    first: int
    last: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class TsvLayout:
    """The lines of a file: code points of the text."""

    sentences: list[SentencePlace]
    tokens: Tokens
    head: list[str] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)


def kept_of(layout: TsvLayout | None, items: Mapping[str, Json]) -> Kept:
    """Return what goes back; of a very long text its items alone."""
    if layout is None or len(layout.tokens.starts) > MOST:
        return Kept(TOOL, items=items)
    bounds = [[s.start, s.end, s.last - s.first, *s.notes] for s in layout.sentences]
    tokens = [place for both in zip(layout.tokens.starts, layout.tokens.ends, strict=True) for place in both]
    work = {"head": layout.head, "sentences": bounds, "tokens": tokens, "cells": [*map(list, layout.cells)]}
    return Kept(TOOL, work={"tsv": work}, items=items)


def layout_of(entry: Record) -> tuple[TsvLayout, Kept]:
    """Return how the record's file is to be laid out, as it came if it came so, and what is kept of it."""
    kept, text = kept_for_work(entry), entry.article.text
    try:
        return _as_it_came(kept.work["tsv"], text), kept
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        tokens = own_tokens(text)
        return TsvLayout(list(_sentences(text, tokens)), tokens), kept


def kept_for_work(entry: Record) -> Kept:
    """Return what is kept of the work for INCEpTION."""
    return kept_for(entry.article.meta, entry.set.annotator if entry.set else "", TOOL) or NOTHING


def _as_it_came(work: Any, text: str) -> TsvLayout:
    """Return the layout that is kept.  ValueError and the like when it is none of this text."""
    places = [0, *map(int, work["tokens"])]
    starts, ends = places[1::2], places[2::2]
    said, count = list[SentencePlace](), 0
    for start, end, number, *notes in work["sentences"]:
        said.append(SentencePlace(start, end, count, count + number, tuple(map(_note, notes))))
        count += number
    bounds = [0, *(place for one in said for place in (one.start, one.end))]
    fits = all(a <= b for a, b in pairwise(places)) and all(a <= b for a, b in pairwise(bounds))
    if not fits or len(starts) != len(ends) or count != len(starts) or max(*bounds, *places) > len(text):
        raise ValueError(text[:20])
    gaps = zip([0, *(one.end for one in said)], [*(one.start for one in said), len(text)], strict=True)
    if any(text[left:right].strip("\n") for left, right in gaps):
        raise ValueError(text[:20])
    head = [_note(line) for line in work["head"]]
    if not head[0].startswith("#FORMAT=WebAnno TSV 3."):
        raise ValueError(head[0])
    cells = [(int(start), int(end), int(n), _line(cell)) for start, end, n, cell in work["cells"]]
    return TsvLayout(said, Tokens(starts, ends), head, cells)


def _line(value: Any) -> str:
    if not isinstance(value, str) or {*"\t\n\r"} & {*value}:
        raise ValueError(value)
    return value


def _note(value: Any) -> str:
    """Return a line that is no token's and no sentence's.  ValueError when it may be."""
    if not _line(value).startswith("#") or value.startswith("#Text="):
        raise ValueError(value)
    return str(value)


def _sentences(text: str, tokens: Tokens) -> Iterator[SentencePlace]:
    """Yield sentences that divide the text, each beginning at a token.

    White space behind a sentence belongs to it, but for line breaks alone, which a gap in the offsets stands
    for.
    """
    firsts = {bisect_left(tokens.starts, start) for start, _ in sentences(text)} - {0, len(tokens.starts)}
    cuts: Sequence[int] = [0, *sorted(firsts), len(tokens.starts)]
    for first, last in pairwise(cuts):
        start = tokens.starts[first] if first else 0
        end = tokens.starts[last] if last < len(tokens.starts) else len(text)
        gap = len(text[start:end]) - len(text[start:end].rstrip())
        is_plain = last < len(tokens.starts) and text[end - gap : end] == "\n" * gap
        yield SentencePlace(start, end - gap if is_plain else end, first, last)
