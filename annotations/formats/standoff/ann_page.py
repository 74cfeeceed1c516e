"""The lines of one .ann: those that came from brat as they came, where nothing changed, and what is new behind them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from annotations.fact_attributes import ATTRIBUTES, AttributeValue, Flag, TextLine
from annotations.formats.base import Record
from annotations.formats.came_from import Kept
from annotations.formats.standoff.ann import AnnLine, parse, spelled, stated_by
from annotations.formats.standoff.ann_frames import AnnFrame, Frames
from annotations.formats.standoff.ann_places import Numbers, Places
from annotations.spans import in_order

DEEP = 4  # steps from a note to what it is about, over attributes and references


def ann_lines(entry: Record, unit: str, kept: Kept) -> Iterator[str]:
    """Yield the lines of the record's .ann; of an article that is new to brat: spans, then each fact with what it needs."""
    page = _Page(entry, unit, kept)
    yield from page.lines()


class _Page:
    """One .ann in the making."""

    def __init__(self, entry: Record, unit: str, kept: Kept) -> None:
        self._old = list(_parsed(kept.work.get("lines")))
        self._numbers = Numbers(self._old)
        self._places = Places(entry.article.text, unit, self._old, self._numbers)
        self._frames = Frames(self._old, self._places, self._numbers)
        self._written: dict[str, str] = {}  # lines of events and relations that came, by id
        self._about: dict[int, str] = {}  # lines of attributes and notes that came, by number
        self._decided: set[int] = set()  # the numbers of those that are about facts that are there
        self._new: list[str] = []
        self._present: set[str] = set()  # the ids of events and relations that are there
        self._lines_about: dict[str, list[int]] = {}
        self._by_name: dict[str, int] = {}
        for number, line in enumerate(self._old):
            self._by_name.setdefault(line.name, number)
            if stated_by(line):
                self._lines_about.setdefault(line.about[0], []).append(number)
        self._write(entry, {id_: name for id_, name in kept.items.items() if isinstance(name, str)})

    def _write(self, entry: Record, names: dict[str, str]) -> None:
        spans: dict[str, str] = {}  # their lines, by our id
        taken: set[str] = set()
        known = {line.name for line in self._old if line.kind == "T"}
        for span in sorted(entry.spans(), key=in_order):
            came = names.get(span.id, "")
            came = came if came in known and came not in taken else ""
            spans[span.id] = self._places.name(span.id, span.start, span.end, span.label, came)
            taken.add(came)
        owners = {name: id_ for id_, name in spans.items()}
        triggers = {line.trigger for line in self._frames.came.values()}
        owners |= dict(self._places.twins(spans, triggers))
        for frame in self._frames.take(entry.facts(), names, owners):
            first = 0 if self._old else len(self._new) + 1
            line = self._frames.line(frame)
            self._present.add(frame.name)
            if frame.came:
                self._written[frame.name] = line
            else:
                self._new.append(line)
            self._write_attributes(frame, first)

    def _write_attributes(self, frame: AnnFrame, first: int) -> None:
        """Write a line for each attribute that is not plain; new ones are numbered by place in the table from `first` on."""
        stated, same = dict(frame.fact.attributes), dict[str, bool]()
        left = dict(stated)
        for number in self._lines_about.get(frame.name, ()) if frame.came else ():
            line, said = self._old[number], stated_by(self._old[number])
            if said is None:
                continue
            self._decided.add(number)
            name, value = said
            if name not in same:
                same[name] = stated.get(name) == value
                if same[name]:
                    self._about[number] = line.raw
                elif name in stated and line.type == spelled(name):
                    self._about[number] = _attribute(line.name, frame.name, name, stated[name])
                else:
                    continue
                left.pop(name)
            elif same[name]:
                self._about[number] = line.raw
        for place, name in enumerate(ATTRIBUTES):
            if name in left:
                mark = "#" if isinstance(ATTRIBUTES[name].kind, TextLine) else "A"
                new = self._numbers.next(mark, first + place if first else 1)
                self._new.append(_attribute(new, frame.name, name, left[name]))

    def lines(self) -> Iterator[str]:
        """Yield all lines: those that came in their order, then new places, then new events with their attributes."""
        places, frames = dict(self._places.lines), dict(self._written)
        for number, line in enumerate(self._old):
            if line.kind == "T":
                made = places.pop(line.name, None)
            elif line.kind in "ER":
                made = frames.pop(line.name, None)
            elif number in self._decided:
                made = self._about.get(number)
            else:
                made = self._other(line)
            if made is not None:
                yield made
        yield from places.values()
        yield from self._new

    def _other(self, line: AnnLine) -> str | None:
        """Return a line that nothing in Factmark shows; None when what it is about is gone."""
        there = [id_ for id_ in line.about if self._is_there(id_)]
        if len(there) == len(line.about):
            return line.raw
        return f"*\t{line.type} {' '.join(there)}" if line.kind == "*" and len(there) > 1 else None

    def _is_there(self, id_: str) -> bool:
        for _ in range(DEEP):
            number = self._by_name.get(id_)
            if number is None:
                return True  # of the whole text, or of what never was there
            if (line := self._old[number]).kind in "TER":
                return id_ in self._places.lines or id_ in self._present
            if number in self._decided:
                return number in self._about
            if not line.about:
                return True
            id_ = line.about[0]
        return True


def _attribute(id_: str, whose: str, name: str, value: AttributeValue) -> str:
    kind = ATTRIBUTES[name].kind
    said = f"\t{value}" if isinstance(kind, TextLine) else "" if isinstance(kind, Flag) else f" {value}"
    return f"{id_}\t{spelled(name)} {whose}{said}"


def _parsed(lines: Any) -> Iterator[AnnLine]:
    """Yield the lines that are kept; what is none, as of an article's metadata that somebody wrote, is passed over."""
    for line in lines if isinstance(lines, list) else ():
        with suppress(ValueError, AttributeError):
            yield parse(line)
