"""Words in the cells of the table: wrapped into so many lines, the last cut, measured once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from annotations.text.text import clean
from ui.look.fonts import font
from ui.look.scale import px, scale
from ui.look.scripts import directed

_FLAGS = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
LONGEST = 400  # code points of a text that is looked at: no cell shows more


def write(
    painter: QPainter,
    box: QRectF,
    words: str,
    size: int,
    weight: int,
    colour: str,
    *,
    most: int = 1,
    line: int = 18,
) -> int:
    """Write the words from the top of the box on, in `most` lines of that height at 100 %; return how many it took."""
    lines = wrapped(words, size, weight, round(box.width()), most)
    painter.setFont(font(size, weight))
    painter.setPen(QColor(colour))
    for n, shown in enumerate(lines):
        at = QRectF(box.left(), box.top() + n * px(line), box.width() + 2, px(line))
        painter.drawText(at, _FLAGS, directed(shown, clean(words[:LONGEST])))
    return len(lines)


def wrapped(words: str, size: int, weight: int, width: int, most: int) -> list[str]:
    """Return the words in at most so many lines of that width in pixels, the last one cut where they are more."""
    return list(_wrapped(clean(words[:LONGEST]), size, weight, width, most, scale()))


@lru_cache(8192)
def _wrapped(words: str, size: int, weight: int, width: int, most: int, _: float) -> tuple[str, ...]:
    metrics = QFontMetricsF(font(size, weight))
    left, lines = words.split(), list[str]()
    while left and len(lines) < most - 1:
        count = 1
        while count < len(left) and metrics.horizontalAdvance(" ".join(left[: count + 1])) <= width:
            count += 1
        lines.append(metrics.elidedText(" ".join(left[:count]), Qt.TextElideMode.ElideRight, width))
        left = left[count:]
    if left:
        lines.append(metrics.elidedText(" ".join(left), Qt.TextElideMode.ElideRight, width))
    return tuple(lines)
