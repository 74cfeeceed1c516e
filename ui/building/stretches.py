"""The lines of a box or bracket: round the words or below them, strip by strip where it runs over several rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from annotations.processes.quick_dataclass import dataclass
from ui.look.scale import px

ROW = 32  # pixels at 100 %
BOX = 2, 26  # top and bottom of a box in its row
BRACKETS = 28, 31  # where the brackets of either level have their line
TICK = 4  # how far the ends of a bracket stand up
Strip = tuple[int, float, float]  # row, left, right
Boxes = list[list[Strip]]


@dataclass(frozen=True)
class Stretch:
    """A box (level 0) or bracket over its strips."""

    strips: Sequence[Strip]
    level: int
    right_to_left: bool = False

    def pieces(self) -> Iterator[tuple[QPainterPath, QPainterPath]]:
        """Return area and line of each strip, which is closed only where the stretch begins and ends."""
        last = len(self.strips) - 1
        for n, (row, left, right) in enumerate(self.strips):
            closed = (n == last, n == 0) if self.right_to_left else (n == 0, n == last)
            top = px(ROW) * row
            box = QRectF(left, top + px(BOX[0]), right - left, px(BOX[1] - BOX[0])).adjusted(
                0.5, 0.5, -0.5, -0.5
            )
            if self.level:
                yield _plain(box), _bracket(box, top + px(BRACKETS[self.level - 1]) + 0.5, *closed)
            else:
                yield _plain(box), _box(box, *closed)


def _plain(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, px(5), px(5))
    return path


def _box(box: QRectF, is_left_closed: bool, is_right_closed: bool) -> QPainterPath:
    if is_left_closed and is_right_closed:
        return _plain(box)
    path = QPainterPath()
    for x, other, is_closed in (
        (box.left(), box.right(), is_left_closed),
        (box.right(), box.left(), is_right_closed),
    ):
        middle, r = (x + other) / 2, px(5) if x < other else -px(5)
        path.moveTo(middle, box.top())
        if is_closed:
            path.lineTo(x + r, box.top())
            path.quadTo(x, box.top(), x, box.top() + abs(r))
            path.lineTo(x, box.bottom() - abs(r))
            path.quadTo(x, box.bottom(), x + r, box.bottom())
        else:
            path.lineTo(x, box.top())
            path.moveTo(x, box.bottom())
        path.lineTo(middle, box.bottom())
    return path


def _bracket(box: QRectF, y: float, is_left_closed: bool, is_right_closed: bool) -> QPainterPath:
    path = QPainterPath(QPointF(box.left() + 1, y - px(TICK) if is_left_closed else y))
    path.lineTo(box.left() + 1, y)
    path.lineTo(box.right() - 1, y)
    if is_right_closed:
        path.lineTo(box.right() - 1, y - px(TICK))
    return path
