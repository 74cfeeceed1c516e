"""Words in the cells of the table: wrapped into so many lines, the last cut; laid out once, then drawn as they are."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText

from annotations.text.controls import unturned
from annotations.text.text import clean
from ui.look.fonts import font
from ui.look.scale import px, scale
from ui.look.scripts import begins_right_to_left, directed

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
    lines = _laid_out(words[:LONGEST], size, weight, round(box.width()), most, scale())
    painter.setFont(_face(size, weight, scale()))
    painter.setPen(colour)
    left, top, high = box.left(), box.top(), px(line)
    for text, wide, tall in lines:
        at = QPointF(left if wide is None else left + wide, top + (high - tall) / 2)
        painter.drawStaticText(at, text)
        top += high
    return len(lines)


@lru_cache(4096)
def _laid_out(
    words: str, size: int, weight: int, width: int, most: int, _: float
) -> tuple[tuple[QStaticText, float | None, float], ...]:
    """Return the lines, each with how far it is moved, if it runs right to left, and its height."""
    made, face, whole = [], font(size, weight), unturned(clean(words))
    is_leftwards = not whole.isascii() and begins_right_to_left(whole)
    for shown in _wrapped(whole, size, weight, width, most):
        text = QStaticText(directed(shown, whole))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        text.prepare(font=face)
        room = text.size()
        made.append((text, max(0.0, width - room.width()) if is_leftwards else None, room.height()))
    return tuple(made)


def _wrapped(words: str, size: int, weight: int, width: int, most: int) -> list[str]:
    """Return the words in at most so many lines of that width in pixels, the last one cut where they are more."""
    left, lines, blank = words.split(), list[str](), _wide(" ", size, weight, scale())
    wide = [_wide(word, size, weight, scale()) for word in left]
    while left and len(lines) < most:
        count, used = 1, wide[0]
        while count < len(left) and used + blank + wide[count] <= width:
            used += blank + wide[count]
            count += 1
        is_last = len(lines) == most - 1 and count < len(left)
        line = " ".join(left if is_last else left[:count])
        if is_last or used > width:
            cut = Qt.TextElideMode.ElideRight
            line = QFontMetricsF(font(size, weight)).elidedText(line, cut, width)
        lines.append(line)
        left, wide = left[count:], wide[count:]
    return lines


@lru_cache(64)
def _face(size: int, weight: int, _: float) -> QFont:
    return font(size, weight)


@lru_cache(4096)
def _wide(word: str, size: int, weight: int, _: float) -> float:
    return QFontMetricsF(font(size, weight)).horizontalAdvance(word)
