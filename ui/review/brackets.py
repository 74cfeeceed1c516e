"""Brackets below the words of a case: a line for each reading, with the letter of the first who took it.

They are a layer of the article, drawn in the gaps between its lines.  What of a fact all have is underlined in ink.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import Case
from annotations.sets import Boilerplate
from annotations.spans import Span
from ui.article.article_layout import ArticleLayout
from ui.article.article_view import ArticleView
from ui.look.fonts import font
from ui.look.roles import roles
from ui.look.scale import px
from ui.review.votes import sign, votes

SPACING = 2.2  # of the article's lines, at least: a gap has room for the brackets of two
_FIRST, _LANE = 10, 9  # pixels at 100 % from the words to the first bracket, and on to the next
Bounds = tuple[int, int]


@dataclass(frozen=True)
class TakenRange:
    """The words of one reading: a range of the article, the reading's place among all, and its sign."""

    start: int
    end: int
    side: int
    sign: str = ""


@dataclass(frozen=True)
class Evidence:
    """The drawing for a case: brackets, and the trigger and the other words that all have, as lines."""

    brackets: tuple[TakenRange, ...] = ()
    triggers: tuple[Bounds, ...] = ()
    shared: tuple[Bounds, ...] = ()

    def ranges(self) -> list[Bounds]:
        """Return all ranges that are marked."""
        return [*((one.start, one.end) for one in self.brackets), *self.triggers, *self.shared]


def evidence(case: Case | None, letters: Mapping[str, str]) -> Evidence:
    """Return what is drawn for the case; `letters`: those of the annotators."""
    if case is None:
        return Evidence()
    each = votes(case)
    signs = [sign(vote, letters) for vote in each]
    if not case.is_fact:
        spans = [
            (side, vote.item) for side, vote in enumerate(each) if isinstance(vote.item, Span | Boilerplate)
        ]
        if len(spans) > 2 and len({(item.start, item.end) for _, item in spans}) == 1:
            return Evidence()  # the boxes, one in the other, say it all
        return Evidence(tuple(TakenRange(item.start, item.end, side, signs[side]) for side, item in spans))
    facts = {side: _ranges(vote.item) for side, vote in enumerate(each) if isinstance(vote.item, Fact)}
    brackets: list[TakenRange] = []
    lines: dict[bool, list[Bounds]] = {True: [], False: []}
    for name in dict.fromkeys(name for ranges in facts.values() for name in ranges):
        said = {side: ranges.get(name, frozenset()) for side, ranges in facts.items()}
        if len(set(said.values())) == 1 and len(facts) == len(each):
            lines[name == ""] += next(iter(said.values()))
            continue
        for side, found in said.items():
            brackets += [TakenRange(*bounds, side, signs[side]) for bounds in sorted(found)]
        if name == "":
            lines[True] += {bounds for found in said.values() for bounds in found}
    return Evidence(tuple(dict.fromkeys(brackets)), tuple(lines[True]), tuple(lines[False]))


def _ranges(fact: Fact) -> dict[str, frozenset[Bounds]]:
    """Return the ranges of the fact by role; those of the trigger under ""."""
    found = {"": frozenset([fact.trigger])} if fact.trigger else {}
    for role in fact.roles:
        found[role.role] = frozenset((filler.start, filler.end) for filler in role.fillers)
    return found


class Brackets:
    """The layer of an article view that draws the evidence of the case in hand."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self.shown = Evidence()
        self.is_away: Callable[[], bool] = lambda: False  # while other marks have their place
        view.layers.append(self._paint)

    def show(self, shown: Evidence) -> None:
        """Draw this in place of what was drawn."""
        self.shown = shown
        self._view.viewport().update()

    def _paint(self, painter: QPainter, layout: ArticleLayout, window: QRectF) -> None:
        if self.is_away():
            return
        tops = dict(layout.visible(window.top(), window.height()))
        ink = QColor(roles().ink)
        for bounds, thick in (
            *((bounds, 2.5) for bounds in self.shown.triggers),
            *((bounds, 1.25) for bounds in self.shown.shared),
        ):
            for strip, _, _ in strips_in_view(layout, tops, *bounds):
                painter.fillRect(QRectF(strip.left(), strip.bottom() + 1, strip.width(), thick), ink)
        brackets = laned(_joined(self.shown.brackets))
        lanes = 1 + max((lane for _, lane in brackets), default=0)
        room = max(4.0, layout.measures.leading - px(4) - px(_FIRST))
        pitch = min(float(px(_LANE)), room / max(1, lanes - 1))
        for bracket, lane in brackets:
            strips = list(strips_in_view(layout, tops, bracket.start, bracket.end))
            for strip, begins, ends in strips:
                _draw_bracket(painter, strip, bracket, lane * pitch, begins=begins, ends=ends)


def _joined(brackets: Sequence[TakenRange]) -> list[TakenRange]:
    """Return one bracket for all of the same bounds, with all their signs."""
    found: dict[Bounds, list[TakenRange]] = {}
    for one in brackets:
        found.setdefault((one.start, one.end), []).append(one)
    return [replace(each[0], sign=" ".join(one.sign for one in each)) for each in found.values()]


def laned(brackets: Sequence[TakenRange]) -> list[tuple[TakenRange, int]]:
    """Return the brackets, each with its lane: the first in which none lies that has words in common with it."""
    found: list[tuple[TakenRange, int]] = []
    for one in sorted(brackets, key=lambda bracket: bracket.side):
        taken = {lane for other, lane in found if other.start < one.end and one.start < other.end}
        found.append((one, next(lane for lane in range(len(taken) + 1) if lane not in taken)))
    return found


def _draw_bracket(
    painter: QPainter, strip: QRectF, of: TakenRange, lane: float, *, begins: bool, ends: bool
) -> None:
    """Draw the line below one strip of words, with the sign where they begin and a hook where they end."""
    r, high, face = roles(), px(12), font(9, 700)
    colour = QColor((r.accent, r.warn, r.good)[of.side % 3])
    y = strip.bottom() + px(_FIRST) + lane
    wide = QFontMetricsF(face).horizontalAdvance(of.sign) + px(4)
    left = strip.left() + (wide if begins else 0)
    right = max(strip.right(), left + px(6))
    painter.setPen(QPen(colour, 1.75))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    if ends:
        painter.drawLine(QPointF(right, y), QPointF(right, y - px(3)))
    if begins:
        painter.setFont(face)
        at = QRectF(strip.left(), y - high / 2, wide - px(2), high)
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, of.sign)


def strips_in_view(
    layout: ArticleLayout, tops: dict[int, float], start: int, end: int
) -> Iterator[tuple[QRectF, bool, bool]]:
    """Yield the range's rectangles in view, with whether the range begins and whether it ends there."""
    for index in range(layout.index_of(start), layout.index_of(max(start, end - 1)) + 1):
        if index not in tops:
            continue
        chunk, first = layout.chunk(index), layout.start(index)
        last = first + len(chunk.text)
        strips: Sequence[QRectF] = chunk.strips(max(start, first) - first, min(end, last) - first)
        for n, strip in enumerate(strips):
            is_last = n == len(strips) - 1 and end <= last
            yield strip.translated(0.0, tops[index]), n == 0 and start >= first, is_last
