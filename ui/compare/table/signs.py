"""The signs of verdicts: a drawing each, in an open ring while computed, on a full disc when a person judged."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache

from annotations.compare.items import Verdict
from ui.look.icons import icon
from ui.look.roles import roles
from ui.look.scale import px

DRAWN: Mapping[Verdict, tuple[str, str]] = {  # icon and role of its colour
    Verdict.SAME: ("equal", "good"),
    Verdict.COMPATIBLE: ("equal-approximately", "text2"),
    Verdict.DIFFERS: ("equal-not", "warn"),
    Verdict.CONTRADICTS: ("x", "bad"),
    Verdict.SILENT: ("minus", "text2"),
}
SIDE = 16  # pixels at 100 %, of the ring


def draw_sign(
    painter: QPainter, left: float, middle: float, verdict: Verdict, *, is_judged: bool = False
) -> None:
    """Draw the sign of the verdict, from `left` on and about the height `middle`."""
    side = px(SIDE)
    name, colour = DRAWN[verdict][0], getattr(roles(), DRAWN[verdict][1])
    ratio = painter.device().devicePixelRatio()
    key, made = f"sign {name} {colour} {roles().page} {is_judged} {side} {ratio}", QPixmap()
    if not QPixmapCache.find(key, made):
        made = _blank(side, side, ratio)
        _draw(made, name, colour, side, is_judged=is_judged)
        QPixmapCache.insert(key, made)
    painter.drawPixmap(QPointF(left, middle - side / 2), made)


def draw_frame(painter: QPainter, rect: QRect, *, is_proposed: bool, is_marked: bool) -> None:
    """Draw the frame of the head of a row: dashed while it is proposed, tinted while it is marked."""
    r, ratio = roles(), painter.device().devicePixelRatio()
    key = f"frame {r.scheme} {is_proposed} {is_marked} {rect.width()} {rect.height()} {ratio} {px(6)}"
    made = QPixmap()
    if not QPixmapCache.find(key, made):
        made = _blank(rect.width(), rect.height(), ratio)
        on = QPainter(made)
        on.setRenderHint(QPainter.RenderHint.Antialiasing)
        way = Qt.PenStyle.DashLine if is_proposed else Qt.PenStyle.SolidLine
        thick = 2 if is_marked and r.is_plain else 1.25
        on.setPen(QPen(QColor(r.accent if is_marked else r.edge), thick, way))
        on.setBrush(QColor(r.accent_tint if is_marked else r.card))
        box = QRectF(0, 0, rect.width(), rect.height())
        on.drawRoundedRect(box.adjusted(3, 3, -3, -3), px(6), px(6))
        on.end()
        QPixmapCache.insert(key, made)
    painter.drawPixmap(rect.topLeft(), made)


def _blank(width: int, height: int, ratio: float) -> QPixmap:
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made


def _draw(made: QPixmap, name: str, colour: str, side: int, *, is_judged: bool) -> None:
    ratio = made.devicePixelRatio()
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.25))
    painter.setBrush(QColor(colour) if is_judged else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(side / 2, side / 2), side / 2 - 0.75, side / 2 - 0.75)
    inner = px(SIDE - 6)
    picture = icon(name, roles().page if is_judged else colour, inner, ratio=ratio)
    painter.drawPixmap(QPointF((side - inner) / 2, (side - inner) / 2), picture)
    painter.end()
