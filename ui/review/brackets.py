"""Brackets below the words of a case: a line with the annotator's letter for what each took there.

They are a layer of the article, drawn in the gaps between its lines.  What of a fact all have is underlined in ink.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotations.facts import Fact
from annotations.review.anonymous import letter
from annotations.review.cases import Case
from annotations.sets import Boilerplate
from annotations.spans import Span
from ui.article.article_layout import ArticleLayout
from ui.article.article_view import ArticleView
from ui.look.fonts import font
from ui.look.roles import roles
from ui.look.scale import px

SPACING = 2.2  # of the article's lines, at least: a gap has room for the brackets of two
_FIRST, _LANE = 7, 8  # pixels at 100 % from the words to the first bracket, and on to the next
Bounds = tuple[int, int]


@dataclass(frozen=True)
class TakenRange:
    """The words that one annotator took: a range of the article, and the annotator's place among all."""

    start: int
    end: int
    side: int


@dataclass(frozen=True)
class Evidence:
    """The drawing for a case: brackets, and the trigger and the other words that all have, as lines."""

    brackets: tuple[TakenRange, ...] = ()
    triggers: tuple[Bounds, ...] = ()
    shared: tuple[Bounds, ...] = ()

    def ranges(self) -> list[Bounds]:
        """Return all ranges that are marked."""
        return [*((one.start, one.end) for one in self.brackets), *self.triggers, *self.shared]


def evidence(case: Case | None) -> Evidence:
    """Return what is drawn for the case."""
    if case is None:
        return Evidence()
    items = [case.sides.get(who) for who in case.of]
    if not case.is_fact:
        spans = ((side, item) for side, item in enumerate(items) if isinstance(item, Span | Boilerplate))
        return Evidence(tuple(TakenRange(item.start, item.end, side) for side, item in spans))
    facts = {side: _ranges(item) for side, item in enumerate(items) if isinstance(item, Fact)}
    brackets: list[TakenRange] = []
    lines: dict[bool, list[Bounds]] = {True: [], False: []}
    for name in dict.fromkeys(name for ranges in facts.values() for name in ranges):
        said = {side: ranges.get(name, frozenset()) for side, ranges in facts.items()}
        if len(set(said.values())) == 1 and len(facts) == len(case.of):
            lines[name == ""] += next(iter(said.values()))
            continue
        brackets += [TakenRange(*bounds, side) for side, found in said.items() for bounds in sorted(found)]
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
        view.layers.append(self._paint)

    def show(self, shown: Evidence) -> None:
        """Draw this in place of what was drawn."""
        self.shown = shown
        self._view.viewport().update()

    def _paint(self, painter: QPainter, layout: ArticleLayout, window: QRectF) -> None:
        tops = dict(layout.visible(window.top(), window.height()))
        ink = QColor(roles().ink)
        for bounds, thick in (
            *((bounds, 2.5) for bounds in self.shown.triggers),
            *((bounds, 1.25) for bounds in self.shown.shared),
        ):
            for strip, _, _ in _strips(layout, tops, *bounds):
                painter.fillRect(QRectF(strip.left(), strip.bottom() + 1, strip.width(), thick), ink)
        for bracket in self.shown.brackets:
            strips = list(_strips(layout, tops, bracket.start, bracket.end))
            for strip, begins, ends in strips:
                _draw_bracket(painter, layout, strip, bracket.side, begins=begins, ends=ends)


def _draw_bracket(
    painter: QPainter, layout: ArticleLayout, strip: QRectF, side: int, *, begins: bool, ends: bool
) -> None:
    """Draw the line below one strip of words, with the letter where they begin and a hook where they end."""
    r = roles()
    colour = QColor((r.accent, r.warn, r.good)[side % 3])
    y = strip.bottom() + min(px(_FIRST) + side * px(_LANE), max(4.0, layout.measures.leading - px(4)))
    left = strip.left() + (px(11) if begins else 0)
    right = max(strip.right(), left + px(6))
    painter.setPen(QPen(colour, 1.75))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    if ends:
        painter.drawLine(QPointF(right, y), QPointF(right, y - px(3)))
    if begins:
        painter.setFont(font(9, 700))
        painter.drawText(
            QRectF(strip.left(), y - px(6), px(10), px(12)), Qt.AlignmentFlag.AlignCenter, letter(side)
        )


def _strips(
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
