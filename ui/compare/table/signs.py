"""The signs of verdicts: a drawing each, in an open ring while computed, in a full one when a person judged."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

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
    name, role = DRAWN[verdict]
    colour, side = getattr(roles(), role), px(SIDE)
    at = QPointF(left + side / 2, middle)
    painter.setPen(QPen(QColor(colour), 1.25))
    painter.setBrush(QColor(colour) if is_judged else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, side / 2 - 0.75, side / 2 - 0.75)
    inner = px(SIDE - 6)
    picture = icon(name, roles().page if is_judged else colour, inner)
    painter.drawPixmap(QPointF(at.x() - inner / 2, at.y() - inner / 2), picture)
