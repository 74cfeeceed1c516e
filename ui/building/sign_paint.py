"""How the sentence of the builder is drawn: boxes with signs, the trigger, what is selected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotations.fact_draft import Range
from annotations.fact_signs import SignedWords
from ui.building.flow import Flow, Item
from ui.look.fonts import font
from ui.look.roles import roles
from ui.look.scale import px

ROW = 32  # pixels at 100 %
WORDS = 15  # and of the words


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


Boxes = list[list[tuple[int, float, float]]]


def paint(painter: QPainter, flow: Flow, boxes: Boxes, shown: SignRow, rows: range) -> None:
    """Paint those rows, from the top left of the first row of all."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_chosen(painter, flow, shown)
    for n, one in enumerate(shown.candidates):
        _paint_box(painter, boxes[n], shown, one, has_inner=_has_inner(shown.candidates, n))
    owners = _owners(shown.candidates)
    for item in flow.items:
        if item.line in rows:
            if item.is_text:
                _paint_words(painter, flow, item, shown, owners)
            elif item.is_sign and item.candidate is not None:
                _paint_sign(painter, item, shown, shown.candidates[item.candidate])
    if shown.trigger:
        painter.setPen(QPen(QColor(roles().ink), px(2)))
        for row, left, right in flow.strips(*shown.trigger):
            painter.drawLine(QLineF(left, px(ROW) * row + px(26), right, px(ROW) * row + px(26)))


def _paint_chosen(painter: QPainter, flow: Flow, shown: SignRow) -> None:
    if shown.chosen is None:
        return
    r = roles()
    painter.setBrush(QColor(r.accent_tint))
    painter.setPen(QPen(QColor(r.accent), 2) if r.is_plain else QPen(Qt.PenStyle.NoPen))
    for row, left, right in flow.strips(*shown.chosen):
        painter.drawRect(QRectF(left - 2, px(ROW) * row + px(2), right - left + 4, px(28)))


def _paint_box(
    painter: QPainter,
    strips: Iterable[tuple[int, float, float]],
    shown: SignRow,
    one: SignedWords,
    *,
    has_inner: bool,
) -> None:
    r, is_taken = roles(), one.bounds in shown.taken
    is_open = one.bounds in shown.fits
    edge = r.accent if is_taken else r.edge if is_open else r.line
    if one.bounds == shown.pressed:
        edge = r.warn
    painter.setPen(QPen(QColor(edge), 2.0 if is_taken and r.is_plain else 1.5 if is_taken else 1.0))
    painter.setBrush(QColor(r.accent_tint) if is_taken else Qt.BrushStyle.NoBrush)
    rise = px(3) if has_inner else 0
    for row, left, right in strips:
        box = QRectF(left, px(ROW) * row + px(4) - rise, right - left, px(24) + 2 * rise)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(5), px(5))


def _paint_sign(painter: QPainter, item: Item, shown: SignRow, one: SignedWords) -> None:
    r, is_taken, is_open = roles(), one.bounds in shown.taken, one.bounds in shown.fits
    if not one.sign:
        return
    plate = QRectF(item.x + px(4), px(ROW) * item.line + px(8), px(16), px(16))
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
    box = QRectF(item.x, px(ROW) * item.line + px(4), item.width + px(8), px(24))
    flags = int(Qt.AlignmentFlag.AlignVCenter.value) | int(Qt.TextFlag.TextSingleLine.value)
    painter.drawText(box, flags | int(Qt.AlignmentFlag.AlignLeft.value), flow.text_of(item, shown.text))


def _owners(candidates: Iterable[SignedWords]) -> list[Range]:
    """Return the bounds of the candidates, inner ones first."""
    return sorted((one.bounds for one in candidates), key=lambda bounds: bounds[1] - bounds[0])


def _has_inner(candidates: tuple[SignedWords, ...], n: int) -> bool:
    after = candidates[n + 1] if n + 1 < len(candidates) else None
    return after is not None and after.end <= candidates[n].end
