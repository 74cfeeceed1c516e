"""How the sentence of the builder is drawn: boxes and brackets with signs, the trigger, what is selected."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotations.fact_draft import Range
from annotations.fact_signs import SignedWords
from annotations.processes.quick_dataclass import dataclass
from ui.building.flow import Flow, Item
from ui.building.stretches import BOX, ROW, Boxes, Stretch
from ui.look.fonts import font
from ui.look.roles import roles
from ui.look.scale import px

WORDS = 15  # pixels at 100 %


@dataclass(frozen=True)
class SignRow:
    """A sentence with its candidates as the role in hand sees them: which it takes, which are in it.

    `chosen` is what is selected, `pressed` the candidate that was refused.
    """

    text: str = ""
    bounds: Range = (0, 0)
    candidates: tuple[SignedWords, ...] = ()
    fits: frozenset[Range] = frozenset()
    taken: frozenset[Range] = frozenset()
    trigger: Range | None = None
    chosen: Range | None = None
    pressed: Range | None = None


def paint(painter: QPainter, flow: Flow, boxes: Boxes, shown: SignRow, rows: range) -> None:
    """Paint those rows, from the top left of the first row of all."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_chosen(painter, flow, shown)
    for level in sorted({*flow.levels}, reverse=True):  # boxes last, over the tint of what lies round them
        for n, one in enumerate(shown.candidates):
            if flow.levels[n] == level:
                _paint_stretch(painter, Stretch(boxes[n], level, flow.right_to_left), shown, one)
    owners = _owners(shown.candidates)
    for item in flow.items:
        if item.line in rows:
            if item.is_text:
                _paint_words(painter, flow, item, shown, owners)
            elif item.is_sign and item.candidate is not None:
                one = shown.candidates[item.candidate]
                _paint_sign(painter, item, shown, one, is_behind=flow.levels[item.candidate] > 0)
    if shown.trigger:
        painter.setPen(QPen(QColor(roles().ink), px(2)))
        for row, left, right in flow.strips(*shown.trigger):
            painter.drawLine(QLineF(left, px(ROW) * row + px(24), right, px(ROW) * row + px(24)))


def _paint_chosen(painter: QPainter, flow: Flow, shown: SignRow) -> None:
    if shown.chosen is None:
        return
    r = roles()
    painter.setBrush(QColor(r.accent_tint))
    painter.setPen(QPen(QColor(r.accent), 2) if r.is_plain else QPen(Qt.PenStyle.NoPen))
    for row, left, right in flow.strips(*shown.chosen):
        painter.drawRect(QRectF(left - 2, px(ROW) * row + px(1), right - left + 4, px(26)))


def _paint_stretch(painter: QPainter, stretch: Stretch, shown: SignRow, one: SignedWords) -> None:
    """Paint the box of a candidate, or its bracket; what goes on in another row is open there."""
    r, is_taken = roles(), one.bounds in shown.taken
    edge = r.accent if is_taken else r.edge if one.bounds in shown.fits else r.line
    if one.bounds == shown.pressed:
        edge = r.warn
    pen = QPen(QColor(edge), 2.0 if is_taken and r.is_plain else 1.5 if is_taken else 1.0)
    for area, line in stretch.pieces():
        if is_taken:
            painter.fillPath(area, QColor(r.accent_tint))
        elif not stretch.level and shown.chosen is None:
            painter.fillPath(area, QColor(r.page))
        painter.strokePath(line, pen)


def _paint_sign(painter: QPainter, item: Item, shown: SignRow, one: SignedWords, *, is_behind: bool) -> None:
    r, is_taken, is_open = roles(), one.bounds in shown.taken, one.bounds in shown.fits
    if not one.sign:
        return
    plate = QRectF(item.x + px(3 if is_behind else 4), px(ROW) * item.line + px(BOX[0] + 4), px(16), px(16))
    is_solid = is_taken or (is_open and bool(one.spans))
    if is_taken or is_open:
        painter.setBrush(QColor(r.accent if is_taken else r.ink) if is_solid else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(Qt.PenStyle.NoPen) if is_solid else QPen(QColor(r.text2), 1))
        half = 0.0 if is_solid else 0.5
        painter.drawRoundedRect(plate.adjusted(half, half, -half, -half), px(4), px(4))
    painter.setFont(font(11, 600, tabular=True))
    words = r.text if is_open else r.text2
    painter.setPen(QColor(r.on_accent if is_taken else r.on_ink if is_solid else words))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, one.sign)


def _paint_words(painter: QPainter, flow: Flow, item: Item, shown: SignRow, owners: list[Range]) -> None:
    r = roles()
    inner = next((place for place in owners if place[0] <= item.start and item.end <= place[1]), None)
    is_grey = inner is not None and inner not in shown.fits and inner not in shown.taken
    is_trigger = shown.trigger is not None and shown.trigger[0] <= item.start and item.end <= shown.trigger[1]
    painter.setFont(font(WORDS, 700 if is_trigger else 400))
    painter.setPen(QColor(r.text2 if is_grey else r.text))
    box = QRectF(item.x, px(ROW) * item.line + px(BOX[0]), item.width + px(8), px(BOX[1] - BOX[0]))
    flags = int(Qt.AlignmentFlag.AlignVCenter.value) | int(Qt.TextFlag.TextSingleLine.value)
    painter.drawText(box, flags | int(Qt.AlignmentFlag.AlignLeft.value), flow.text_of(item, shown.text))


def _owners(candidates: Iterable[SignedWords]) -> list[Range]:
    """Return the bounds of the candidates, inner ones first."""
    return sorted((one.bounds for one in candidates), key=lambda bounds: bounds[1] - bounds[0])
