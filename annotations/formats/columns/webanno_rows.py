"""The rows of a WebAnno TSV: a line a token, and a line for each part of one that an annotation covers alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from annotations.formats.columns.webanno_kept import TsvLayout
from annotations.formats.columns.webanno_layers import (
    BLANK,
    FEATURE,
    HEAD,
    NOTHING,
    NULL,
    RELATION,
    ROLE,
    Column,
    Layer,
    escaped,
    word,
)
from annotations.formats.uima.layers import TOKEN, LayerMark
from annotations.formats.units import Offsets

Unit = tuple[int, int, int]  # a token, start and end


class TsvRows:
    """The rows of one file."""

    def __init__(self, layout: TsvLayout, layers: Sequence[Layer], marks: Sequence[LayerMark]) -> None:
        self._layout, self._layers = layout, layers
        self._by_key = {mark.key: mark for mark in marks}
        self._units = {mark.key: self._covered(mark) for mark in marks}
        self._cells: dict[Unit, dict[tuple[str, bool], list[LayerMark]]] = {}
        for mark in sorted(marks, key=_place):
            units = self._units[mark.ends[1]][:1] if mark.ends else self._units[mark.key]
            for unit in units:
                self._cells.setdefault(unit, {}).setdefault((mark.layer, mark.ends is not None), []).append(
                    mark
                )
        self._kept: dict[tuple[int, int], dict[int, str]] = {}
        for start, end, column, cell in layout.cells:
            self._kept.setdefault((start, end), {})[column] = cell
        self._parts = self._parts_by_token()
        self._names = self._named()
        self._numbers = self._numbered(marks)
        self._blank = f"{NOTHING}\t" * sum(len(layer.columns) for layer in layers)

    def _covered(self, mark: LayerMark) -> list[Unit]:
        """Return the tokens, and parts of tokens, that the mark covers."""
        tokens = self._layout.tokens
        return [
            (n, max(mark.start, tokens.starts[n]), min(mark.end, tokens.ends[n]))
            for n in range(*tokens.covered(mark.start, mark.end))
        ]

    def _parts_by_token(self) -> dict[int, list[Unit]]:
        tokens, parts = self._layout.tokens, dict[int, set[Unit]]()
        kept = [(n, *place) for place in self._kept for n in range(*tokens.covered(*place))[:1]]
        for unit in (*self._cells, *(one for units in self._units.values() for one in units), *kept):
            if unit[1:] != (tokens.starts[unit[0]], tokens.ends[unit[0]]):
                parts.setdefault(unit[0], set()).add(unit)
        return {n: sorted(found, key=lambda unit: (unit[1], -unit[2])) for n, found in parts.items()}

    def _named(self) -> dict[Unit, str]:
        """Return the numbers of tokens and parts, of those that have annotations."""
        names: dict[Unit, str] = {}
        used = {unit[0] for units in self._units.values() for unit in units} | self._parts.keys()
        for number, place in enumerate(self._layout.sentences, 1):
            for n in range(place.first, place.last):
                if n in used:
                    name = f"{number}-{n - place.first + 1}"
                    names[n, self._layout.tokens.starts[n], self._layout.tokens.ends[n]] = name
                    names |= {unit: f"{name}.{m}" for m, unit in enumerate(self._parts.get(n, ()), 1)}
        return names

    def _numbered(self, marks: Sequence[LayerMark]) -> dict[str, str]:
        """Return the marks' numbers: those that they had, "" where one had none and needs none."""
        spans = [mark for mark in sorted(marks, key=_place) if mark.ends is None and mark.layer != TOKEN]
        had = {mark.key: mark.held.get("n") for mark in spans}
        counts = Counter(had.values())
        taken = {key: n for key, n in had.items() if isinstance(n, str) and n.isdecimal() and counts[n] == 1}
        last = max((int(n) for n in taken.values()), default=0)
        for mark in spans:
            alone = len(self._units[mark.key]) == 1 and all(
                len(self._cells[unit][mark.layer, False]) == 1 for unit in self._units[mark.key]
            )
            if mark.key not in taken and had[mark.key] == "" and alone:
                taken[mark.key] = ""
            elif mark.key not in taken:
                last += 1
                taken[mark.key] = str(last)
        return taken

    # --- lines

    def of_token(
        self, n: int, name: str, bounds: tuple[int, int], text: str, offsets: Offsets
    ) -> Iterator[str]:
        """Yield the line of the token, whose bounds in the file are given, then those of its parts."""
        start, end = self._layout.tokens.starts[n], self._layout.tokens.ends[n]
        line = self._line((n, start, end))
        yield f"{name}\t{bounds[0]}-{bounds[1]}\t{_form(text[start:end])}\t{line}"
        for number, unit in enumerate(self._parts.get(n, ()), 1):
            _, start, end = unit
            place = f"{offsets.to(start)}-{offsets.to(end)}"
            yield f"{name}.{number}\t{place}\t{_form(text[start:end])}\t{self._line(unit)}"

    def _line(self, unit: Unit) -> str:
        kept = self._kept.get(unit[1:], {}) if self._kept else {}
        if unit not in self._cells and not kept:
            return self._blank
        found, at = list[str](), 0
        for layer in self._layers:
            marks = self._cells.get(unit, {}).get((layer.name, layer.kind == RELATION), [])
            for column in layer.columns:
                cells = [self._cell(column, mark) for mark in marks] if layer.is_read() else []
                found.append("|".join(cells) or kept.get(at, NOTHING))
                at += 1
        return "\t".join([*found, ""])

    def _cell(self, column: Column, mark: LayerMark) -> str:
        number = self._number(mark.key)
        if column.kind == HEAD and mark.ends:
            return self._head(*mark.ends)
        if column.kind in (FEATURE, BLANK):
            none = mark.held.get("none")
            if column.feature not in mark.features and isinstance(none, list) and column.feature in none:
                return NOTHING
            return _value(mark.features.get(column.feature)) + number
        slots = [slot for slot in mark.slots if slot.feature == column.feature]
        if column.kind == ROLE:
            return (";".join(_value(slot.role) for slot in slots) or NOTHING) + number
        return ";".join(self._first(slot.target) + self._number(slot.target) for slot in slots) or NULL

    def _head(self, head: str, child: str) -> str:
        numbers = self._numbers.get(head, ""), self._numbers.get(child, "")
        said = f"[{numbers[0] or 0}_{numbers[1] or 0}]" if any(numbers) else ""
        return self._first(head) + said

    def _first(self, key: str) -> str:
        return self._names[self._units[key][0]]

    def _number(self, key: str) -> str:
        number = self._numbers.get(key, "")
        return f"[{number}]" if number else ""


def _place(mark: LayerMark) -> tuple[int, int]:
    """Return the order of annotations on one token: that of the file they came from, then that in which they were made."""
    at = mark.held.get("at")
    return (0, at) if isinstance(at, int) else (1, 0)


def _value(value: Any) -> str:
    if value is None or value == "":
        return NULL
    return (
        word(value)
        if isinstance(value, str)
        else escaped(str(value).lower() if value in (True, False) else str(value))
    )


def _form(word: str) -> str:
    """Return a token as it stands in its line: as it is, but for what would end the cell."""
    return word if word.isprintable() else word.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
