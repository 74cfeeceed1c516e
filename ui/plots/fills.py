"""The looks of bars: each part has a role's colour and a pattern, so that no two differ in colour alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotations.processes.quick_dataclass import dataclass
from ui.look.roles import roles
from ui.look.scale import px

SOLID, HATCHED, HOLLOW, BARRED, RULED = "solid", "hatched", "hollow", "barred", "ruled"
APART = 5  # pixels at 100 %, between two lines of a pattern
SIDE = 12  # and of the sample beside a name


@dataclass(frozen=True)
class Fill:
    """The look of a part: a role's colour, and one of LINES, or solid."""

    role: str
    pattern: str = SOLID

    def sample(self, painter: QPainter, at: QPointF) -> float:
        """Draw a piece of it, from the point `at` to the right and about its height; return its width."""
        self.draw(painter, QRectF(at.x(), at.y() - px(SIDE) / 2, px(SIDE), px(SIDE)))
        return px(SIDE)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Fill the box.

        Lines are cut to the box here: a brush with a pattern, and a clip, are lost in a drawing for SVG.
        """
        r, colour = roles(), QColor(getattr(roles(), self.role))
        is_hollow = self.pattern == HOLLOW
        painter.setPen(QPen(colour, 1) if is_hollow else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(r.card) if is_hollow else colour)
        inner = (
            box.adjusted(0.5, 0.5, -0.5, -0.5) if is_hollow and min(box.width(), box.height()) > 2 else box
        )
        painter.drawRect(inner)
        if draw := LINES.get(self.pattern):
            painter.setPen(QPen(colour if is_hollow else QColor(r.card), 1.25))
            painter.drawLines(list(draw(inner, px(APART))))


def hatching(box: QRectF, apart: float) -> Iterator[QLineF]:
    """Yield lines at 45 degrees over the box, so far apart across."""
    place = (box.left() + box.top()) // apart * apart + apart
    while place < box.right() + box.bottom():  # along each of them x + y is the same
        left, right = max(box.left(), place - box.bottom()), min(box.right(), place - box.top())
        if right > left:
            yield QLineF(left, place - left, right, place - right)
        place += apart


def rungs(box: QRectF, apart: float) -> Iterator[QLineF]:
    """Yield level lines over the box."""
    place = box.bottom() - apart
    while place > box.top() + 1:
        yield QLineF(box.left(), place, box.right(), place)
        place -= apart


def dots(box: QRectF, apart: float) -> Iterator[QLineF]:
    """Yield short upright lines in the box, as many as fit."""
    place = box.left() + apart
    middle, half = box.center().y(), min(2.0, box.height() / 4)
    while place < box.right() - 1:
        yield QLineF(place, middle - half, place, middle + half)
        place += apart


def rules(box: QRectF, apart: float) -> Iterator[QLineF]:
    """Yield upright lines over the box."""
    place = box.left() + apart / 2
    while place < box.right() - 1:
        yield QLineF(place, box.top(), place, box.bottom())
        place += apart / 1.5


LINES = {HATCHED: hatching, BARRED: rungs, HOLLOW: dots, RULED: rules}
FILLS: Mapping[str, Fill] = {
    "taken": Fill("accent"),
    "corrected": Fill("warn", HATCHED),
    "rejected": Fill("edge", HOLLOW),
    "spans": Fill("accent"),
    "facts": Fill("ink", BARRED),
    "added": Fill("good", BARRED),
    "odd": Fill("bad", RULED),
}


def fill_of(names: Sequence[str], place: int) -> Fill:
    """Return the look of the part at that place; after the last of the names the first comes again."""
    return FILLS[names[place % len(names)]]
