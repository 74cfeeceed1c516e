"""The T lines of one .ann: those that came as they came where the place is the same, and new ones behind their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotations.formats.standoff.ann import BREAK, AnnLine
from annotations.formats.units import Offsets


class Numbers:
    """The next free number of each kind of line."""

    def __init__(self, old: Iterable[AnnLine]) -> None:
        self._last: dict[str, int] = {}
        for line in old:
            digits = line.name[1:]
            if digits.isdecimal() and len(digits) < 10:
                self._last[line.kind] = max(self._last.get(line.kind, 0), int(digits))

    def next(self, kind: str, least: int = 1) -> str:
        """Return a new id of the kind, not below `least`."""
        self._last[kind] = max(self._last.get(kind, 0) + 1, least)
        return f"{kind}{self._last[kind]}"


class Places:
    """The T lines of one article by their ids: of spans by the span's id, of other places by a key that tells them."""

    def __init__(self, text: str, unit: str, old: Iterable[AnnLine], numbers: Numbers) -> None:
        self.lines: dict[str, str] = {}
        self._text, self._at, self._numbers = text, Offsets(text, unit).to, numbers
        self._old = {line.name: line for line in old if line.kind == "T"}
        self._names: dict[str, str] = {}

    def name(self, key: str, start: int, end: int, type_: str, came: str = "") -> str:
        """Return the id of the place; a new line is made of what is not there, under the id that it `came` with."""
        if key not in self._names:
            self._names[key] = name = came or self._numbers.next("T")
            same = self.is_at(name, start, end) and self._old[name].type == type_
            self.lines[name] = self._old[name].raw if same else self._line(name, start, end, type_)
        return self._names[key]

    def known(self, key: str) -> str | None:
        return self._names.get(key)

    def is_at(self, name: str, start: int, end: int) -> bool:
        """Return whether a line that came has that place."""
        return name in self._old and self._old[name].place == (self._at(start), self._at(end))

    def keep(self, name: str) -> str:
        """Return the id of a line that came, which stays as it is."""
        self.lines.setdefault(name, self._old[name].raw)
        return name

    def twins(self, names: dict[str, str], needed: set[str]) -> Iterator[tuple[str, str]]:
        """Yield the lines that say the same as that of a span, which stays as it came, and that span's id.

        `names` are those of lines by span; `needed` are triggers, which are no spans.
        """
        same = {
            (self._old[name].place, self._old[name].type): id_
            for id_, name in names.items()
            if name in self._old and self.lines.get(name) == self._old[name].raw
        }
        for name, line in self._old.items():
            id_ = same.get((line.place, line.type))
            if id_ is not None and name not in self.lines and name not in needed:
                yield self.keep(name), id_

    def _line(self, name: str, start: int, end: int, type_: str) -> str:
        fragments = list(_fragments(self._text, start, end))
        at = ";".join(f"{self._at(left)} {self._at(right)}" for left, right in fragments)
        quote = " ".join(self._text[left:right] for left, right in fragments)
        return f"{name}\t{type_} {at}\t{quote}"


def _fragments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in BREAK.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end
