"""The marks of the triggers in a chunk: where the lines and diamonds of facts are, in its own coordinates.

One line is below a trigger, however many facts have it; each fact has a diamond of its own at its beginning.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Status
from ui.article.chunk_layout import ChunkLayout
from ui.article.chunk_lines import Line
from ui.article.measures import BOX, LANE

# in units of the article's font, which are pixels at its initial size
SIDE, STEP, IN = 7.0, 8.5, 3.5  # a diamond's; from one to the next; from the words' beginning to the first
_BELOW, _CLEAR = 3.75, 2.5  # from the words, or the box round them, to the line's middle
_ABOVE, _ASIDE, _DEEP, _LEAST = 1.0, 4.0, 6.0, 24.0  # a pointer may be so far off; least width of the whole


@dataclass(frozen=True, slots=True)
class Trigger:
    """A range that is the trigger of facts: their ids, and which of them somebody confirmed."""

    start: int
    end: int
    facts: tuple[tuple[str, bool], ...]

    def without(self, id_: str | None) -> Trigger:
        """Return the trigger of the other facts."""
        return Trigger(self.start, self.end, tuple(fact for fact in self.facts if fact[0] != id_))


@dataclass(frozen=True, slots=True)
class TriggerMark:
    """The mark of a trigger below one visual line, `down` from it; only where it begins there are diamonds."""

    trigger: Trigger
    line: Line
    left: float
    right: float
    down: float
    begins: bool
    right_to_left: bool

    @property
    def y(self) -> float:
        return math.floor(self.line.bottom + self.down) + 0.5

    def diamonds(self, count: int, unit: float) -> list[QPointF]:
        """Return the middles of so many diamonds, closer to one another where the words are short."""
        if not self.begins:
            return []
        room = max(0.0, self.right - self.left - SIDE * unit)
        step = min(STEP * unit, room / (count - 1)) if count > 1 else 0.0
        way, side = (-1.0, self.right) if self.right_to_left else (1.0, self.left)
        return [QPointF(side + way * (IN * unit - 0.5 + n * step), self.y) for n in range(count)]

    def stretch(self, count: int, unit: float) -> tuple[float, float]:
        """Return left and right of the line beside so many diamonds; as long as nothing when they fill it."""
        taken = ((count - 1) * STEP + SIDE + 2.0) * unit if self.begins else 0.0
        if self.right_to_left:
            return self.left, max(self.left, self.right - taken)
        return min(self.right, self.left + taken), self.right

    def room(self, unit: float) -> QRectF:
        """Return where a pointer touches the mark."""
        left, right = self.left - _ASIDE * unit, self.right + _ASIDE * unit
        more = max(0.0, _LEAST * unit - (right - left))
        left, right = (left - more, right) if self.right_to_left else (left, right + more)
        top = min(self.line.bottom - _ABOVE * unit, self.y - _DEEP * unit)
        return QRectF(left, top, right - left, self.y + _DEEP * unit - top)


def triggers_of(facts: Iterable[Fact]) -> list[Trigger]:
    """Return the triggers of the facts in text order, each once."""
    with_one = sorted((fact for fact in facts if fact.trigger), key=_trigger)
    return [
        Trigger(*at, tuple((fact.id, fact.status is Status.CONFIRMED) for fact in together))
        for at, together in groupby(with_one, _trigger)
    ]


def within(triggers: Sequence[Trigger], start: int, end: int) -> list[Trigger]:
    """Return those of the triggers, given in text order, that begin within a range."""
    first = bisect_left(triggers, start, key=lambda trigger: trigger.start)
    last = bisect_left(triggers, end, key=lambda trigger: trigger.start)
    return list(triggers[first:last])


def marks_in(chunk: ChunkLayout, start: int, triggers: Iterable[Trigger], unit: float) -> list[TriggerMark]:
    """Return the marks of the triggers that begin in a chunk; `start`: its first offset."""
    end = start + len(chunk.text)
    return [
        mark
        for trigger in triggers
        for mark in _marks(chunk, trigger, trigger.start - start, min(trigger.end, end) - start, unit)
    ]


def _marks(chunk: ChunkLayout, trigger: Trigger, start: int, end: int, unit: float) -> Iterable[TriggerMark]:
    right, strips = chunk.flow.right_to_left, chunk.strips(start, end)
    top = strips[0].top() if strips else 0.0
    beginning = [strip for strip in strips if strip.top() == top][-1 if right else 0 :][:1]
    for strip in strips:
        number = chunk.flow.line_at(strip.center().y())
        out = [
            BOX + LANE * box.piece.lane
            for box in chunk.boxes
            if box.line == number and box.left < strip.right() and box.right > strip.left()
        ]
        down = max(_BELOW * unit, max(out) + _CLEAR * unit if out else 0.0)
        yield TriggerMark(
            trigger, chunk.lines[number], strip.left(), strip.right(), down, strip in beginning, right
        )


def _trigger(fact: Fact) -> tuple[int, int]:
    return fact.trigger or (0, 0)
