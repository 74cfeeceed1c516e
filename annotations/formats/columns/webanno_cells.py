"""The cells of a WebAnno TSV, and the annotations that they tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import zip_longest
from typing import Any

from annotations.formats.columns.webanno_layers import (
    FEATURE,
    HEAD,
    NOTHING,
    RELATION,
    ROLE,
    TARGET,
    Column,
    Layer,
    divided,
    plain,
    value_of,
)
from annotations.formats.uima.layers import TOKEN, LayerMark, Slot
from annotations.processes.quick_dataclass import dataclass

Reference = tuple[str, str, str]  # a token's number, an annotation's number or "", its layer


@dataclass
class Cells:
    """The content of the cells.

    `units`: the bounds of tokens and their parts, by their numbers.  `left`: how many cells the layers have that are not
    read, and `left_cells` these: start, end, column, cell.
    """

    layers: list[Layer]
    units: dict[str, tuple[int, int]] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    left_cells: list[tuple[int, int, int, str]] = field(default_factory=list)
    _marks: dict[str, LayerMark] = field(default_factory=dict)
    _by_number: dict[str, str] = field(default_factory=dict)
    _by_unit: dict[str, list[str]] = field(default_factory=dict)
    _slots: list[tuple[LayerMark, str, str | None, Reference]] = field(default_factory=list)
    _ends: list[tuple[LayerMark, Reference, Reference]] = field(default_factory=list)

    def add(self, unit: str, form: str, cells: list[str]) -> None:
        """Take in the cells of a token or a part of one.  ValueError when they are none."""
        at = 0
        for number, layer in enumerate(self.layers):
            own = cells[at : at + len(layer.columns)]
            if any(cell not in ("", NOTHING) for cell in own):
                if layer.is_read():
                    read = self._relations if layer.kind == RELATION else self._spans
                    read(number, layer, unit, form, own)
                else:
                    self.left[layer.name] = self.left.get(layer.name, 0) + 1
                    held = [(at + n, cell) for n, cell in enumerate(own) if cell not in ("", NOTHING)]
                    self.left_cells += [(*self.units[unit], n, cell) for n, cell in held]
            at += len(layer.columns)

    def _spans(self, number: int, layer: Layer, unit: str, form: str, cells: list[str]) -> None:
        for place, parts in enumerate(_stacked(cells)):
            told = list(zip(layer.columns, parts, strict=False))
            named = (value_of(part)[1] for column, part in told if column.kind != TARGET)
            own = next(filter(None, named), "")
            key = f"{number}/{own or f'{unit}/{place}'}"
            start, end = self.units[unit]
            if key in self._marks:
                mark = self._marks[key]
                mark.start, mark.end, mark.quote = min(mark.start, start), max(mark.end, end), None
                continue
            features = _features(told)
            mark = LayerMark(key, layer.name, start, end, layer.label, features, quote=form)
            none = [one.feature for one, part in told if one.kind == FEATURE and part == NOTHING]
            mark.held = {"n": own, "at": len(self._marks), **({"none": none} if none else {})}
            self._marks[key] = mark
            self._by_unit.setdefault(unit, []).append(key)
            if own:
                self._by_number[own] = key
            self._slots += [(mark, *slot) for slot in _slots(told)]

    def _relations(self, number: int, layer: Layer, unit: str, form: str, cells: list[str]) -> None:
        for place, parts in enumerate(_stacked(cells)):
            told = list(zip(layer.columns, parts, strict=False))
            key = f"{number}/{unit}/{place}"
            mark = LayerMark(key, layer.name, *self.units[unit], layer.label, _features(told), ends=("", ""))
            mark.held = {"at": len(self._marks)}
            self._marks[key] = mark
            for column, part in told:
                if column.kind == HEAD:
                    head, source, target = value_of(part)
                    ends = (head or "", source, column.type), (unit, target, column.type)
                    self._ends.append((mark, *ends))

    def marks(self, text: str) -> list[LayerMark]:
        """Return the annotations, with what their slots and relations refer to."""
        more: dict[str, LayerMark] = {}
        for mark, feature, role, reference in self._slots:
            mark.slots.append(Slot(feature, role, self._key(reference, more)))
        for mark, head, child in self._ends:
            mark.ends = self._key(head, more), self._key(child, more)
        for mark in self._marks.values():
            if mark.quote is not None and "\\" in mark.quote and mark.quote not in text:
                mark.quote = plain(mark.quote)
        return [*self._marks.values(), *more.values()]

    def _key(self, reference: Reference, more: dict[str, LayerMark]) -> str:
        """Return the key of the annotation that is meant; a token alone is one of its own, added to `more`."""
        unit, number, layer = reference
        if number not in ("", "0"):
            return self._by_number.get(number, "")
        here = self._by_unit.get(unit, [])
        of_layer = [key for key in here if self._marks[key].layer == layer]
        of_any = here if layer.startswith("uima.") else []
        if key := next(iter((*of_layer, *of_any)), ""):
            return key
        if unit not in self.units:
            return ""
        return more.setdefault(unit, LayerMark(f"token {unit}", TOKEN, *self.units[unit])).key


def _stacked(cells: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the parts of the cells, annotation by annotation."""
    return zip_longest(*(divided(cell or NOTHING, "|") for cell in cells), fillvalue=NOTHING)


def _features(told: list[tuple[Column, str]]) -> dict[str, Any]:
    values = {one.feature: value_of(part)[0] for one, part in told if one.kind == FEATURE}
    return {feature: value for feature, value in values.items() if value is not None}


def _slots(told: list[tuple[Column, str]]) -> Iterator[tuple[str, str | None, Reference]]:
    """Yield the feature, the role and what is referred to of each slot."""
    roles: list[str | None] = []
    for column, part in told:
        if column.kind == ROLE:
            roles = [value_of(one)[0] for one in divided(part, ";")]
        elif column.kind == TARGET:
            for role, one in zip_longest(roles, divided(part, ";")):
                unit, number, _ = value_of(one or NOTHING)
                if unit is not None:
                    yield column.feature, role, (unit, number, column.type)
            roles = []
