"""The E and R lines of one .ann: those that came as they came where nothing changed, and new ones behind their numbers.

An argument that is a bare range at another event's trigger is that event, as brat has it, unless that would make a
circle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from annotations.facts import Fact, Filler
from annotations.formats.arcs import CHILD, HEAD
from annotations.formats.standoff.ann import ARGUMENTS, AnnLine, Ends, by_head, role_of
from annotations.formats.standoff.ann_places import Numbers, Places
from annotations.processes.quick_dataclass import dataclass

BARE = "Range"  # the type of an argument that is no span
FAR = 1_000  # events that are looked through for a circle


@dataclass
class AnnFrame:
    """An event or relation on its way out: its id, the line that it came with, and the ids of its fillers.

    `ends`: None where something else stands than came.  `whole`: all that came is there.
    """

    fact: Fact
    name: str
    came: AnnLine | None
    ends: list[str | None] = field(default_factory=list)
    whole: bool = False

    @property
    def is_relation(self) -> bool:
        return self.fact.trigger is None

    def fillers(self) -> list[tuple[str, Filler]]:
        """Return the fillers with their roles, in the order of `ends`."""
        return [(role.role, filler) for role in self.fact.roles for filler in role.fillers]


class Frames:
    """The events and relations of one article.

    `lines`: of those that came, by id; `line` makes them.
    """

    def __init__(self, old: Iterable[AnnLine], places: Places, numbers: Numbers) -> None:
        self.came = {line.name: line for line in old if line.kind in "ER"}
        self._places, self._numbers = places, numbers
        self._owners: Mapping[str, str] = {}
        self._frames: dict[str, AnnFrame] = {}  # by id
        self._events: dict[tuple[int, int], str] = {}  # by trigger
        self._refers: dict[str, set[str]] = {}  # ids of events, by the event that they are arguments of

    def take(
        self, facts: Iterable[Fact], names: Mapping[str, str], owners: Mapping[str, str]
    ) -> list[AnnFrame]:
        """Return the frames of the facts; `names` are the ids that they came with.

        `owners` are the spans of T lines that came, by their ids.
        """
        self._owners = owners
        for fact in facts:
            kind = "E" if fact.trigger else "R"
            came = self.came.get(names.get(fact.id, ""))
            if came is not None and (came.kind != kind or came.name in self._frames):
                came = None
            frame = AnnFrame(fact, came.name if came else self._numbers.next(kind), came)
            self._frames[frame.name] = frame
            if fact.trigger and all((one.start, one.end) != fact.trigger for one in fact.fillers()):
                self._events.setdefault(fact.trigger, frame.name)
        for frame in self._frames.values():
            self._match(frame)
        return list(self._frames.values())

    def _match(self, frame: AnnFrame) -> None:
        """Find which of the arguments that came are still there."""
        left: dict[str, list[str]] = {}
        for role, end in _roles(frame.came):
            left.setdefault(role, []).append(end)
        for role, filler in frame.fillers():
            there = left.get(role, [])
            found = next((n for n, end in enumerate(there) if self._stands(end, filler)), None)
            frame.ends.append(None if found is None else there.pop(found))
        frame.whole = not any(left.values()) and None not in frame.ends
        self._refers[frame.name] = {end for end in frame.ends if end in self._frames}

    def _stands(self, end: str, filler: Filler) -> bool:
        """Return whether the filler is what the id stands for."""
        if end in self._owners or end not in self._frames:
            if owner := self._owners.get(end):
                return filler.span == owner
            return filler.span is None and self._places.is_at(end, filler.start, filler.end)
        return filler.span is None and self._frames[end].fact.trigger == (filler.start, filler.end)

    def line(self, frame: AnnFrame) -> str:
        """Return the line, with T lines made of what it needs."""
        fact, came = frame.fact, frame.came
        trigger, same = self._trigger(frame)
        ends = [
            self._kept(end) if end else self._new(frame, filler)
            for end, (_, filler) in zip(frame.ends, frame.fillers(), strict=True)
        ]
        if came is not None and frame.whole and same and came.type == fact.type:
            return came.raw
        if frame.is_relation:
            first, second = self._arguments(frame)
            return f"{frame.name}\t{fact.type} {first}:{ends[0]} {second}:{ends[1]}"
        numbers: dict[str, int] = {}
        arguments = [f"{fact.type}:{trigger}"]
        for (role, _), end in zip(frame.fillers(), ends, strict=True):
            numbers[role] = numbers.get(role, 0) + 1
            arguments.append(f"{role}{numbers[role] if numbers[role] > 1 else ''}:{end}")
        return f"{frame.name}\t{' '.join(arguments)}"

    def _trigger(self, frame: AnnFrame) -> tuple[str, bool]:
        """Return the id of the trigger, and whether it is the one that came."""
        fact, came = frame.fact, frame.came
        if fact.trigger is None:
            return "", True
        if came and came.type == fact.type and self._places.is_at(came.trigger, *fact.trigger):
            return self._kept(came.trigger), True
        return self._places.name(f"{frame.name}/t", *fact.trigger, fact.type), False

    def _kept(self, end: str) -> str:
        return end if end in self._frames else self._places.keep(end)

    def _new(self, frame: AnnFrame, filler: Filler) -> str:
        if filler.span and (known := self._places.known(filler.span)):
            return known
        event = self._events.get((filler.start, filler.end))
        if event and filler.span is None and not self._reaches(event, frame.name):
            self._refers[frame.name].add(event)
            return event
        key = filler.span or f"{frame.name}/{filler.start}-{filler.end}"
        return self._places.name(key, filler.start, filler.end, BARE)

    def _reaches(self, event: str, other: str) -> bool:
        """Return whether the other is the event or, however deep, an argument of it."""
        seen, left = {event}, [event]
        while left and len(seen) < FAR:
            name = left.pop()
            if name == other:
                return True
            left += self._refers.get(name, set()) - seen
            seen |= self._refers.get(name, set())
        return bool(left)

    def _arguments(self, frame: AnnFrame) -> tuple[str, str]:
        """Return the names of a relation's arguments: its own, else those of one of its type, else brat's."""
        alike = (line for line in self.came.values() if line.kind == "R" and line.type == frame.fact.type)
        came = frame.came or next(alike, None)
        first, second = by_head(came.ends) if came else ((name, "") for name in ARGUMENTS)
        return first[0], second[0]


def _roles(came: AnnLine | None) -> Ends:
    """Return the roles and ends of a line that came, as facts have them."""
    if came is None:
        return ()
    if came.kind == "R":
        return tuple(zip((HEAD, CHILD), (end for _, end in by_head(came.ends)), strict=True))
    return tuple((role_of(role), end) for role, end in came.ends)
