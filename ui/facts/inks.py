"""The colours and small shapes of facts in the article: ink on the page and no hue, since hues belong to labels."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPolygonF

from annotations.processes.quick_dataclass import dataclass
from ui.look.roles import Roles, roles
from ui.look.theme import mixed

_RAIL = 0.45  # how much of the page is in connectors: opaque, so that crossings are no darker


@dataclass(frozen=True)
class Inks:
    """The colours in force.

    `faint` is for what nobody has decided, `rail` joins the parts of a fact, `bad` is for what others contradict.
    """

    ink: QColor
    on_ink: QColor
    faint: QColor
    rail: QColor
    page: QColor
    bad: QColor


def inks() -> Inks:
    """Return the colours of the roles in force."""
    return _inks(roles())


@cache
def _inks(of: Roles) -> Inks:
    ink, page = QColor(of.ink), QColor(of.page)
    return Inks(ink, QColor(of.on_ink), QColor(of.text2), mixed(ink, page, _RAIL), page, QColor(of.bad))


def diamond(at: QPointF, out: float) -> QPolygonF:
    """Return the diamond whose corners are so far from its middle."""
    return QPolygonF([at + QPointF(*to) for to in ((0.0, -out), (out, 0.0), (0.0, out), (-out, 0.0))])


def dashes(line: QRectF, dash: float, blank: float) -> list[QRectF]:
    """Return a horizontal line as dashes; as a dashed pen it would take many times as long to draw."""
    count = int((line.width() + blank) / (dash + blank)) + 1
    lefts = (line.left() + n * (dash + blank) for n in range(count))
    made = (QRectF(x, line.top(), min(dash, line.right() - x), line.height()) for x in lefts)
    return [one for one in made if one.width() > 0.5]
