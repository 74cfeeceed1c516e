"""Icons: the drawings of Lucide in `ui/look/lucide/`, in one colour, as sharp as the screen is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap, QPixmapCache

FOLDER = Path(__file__).parent / "lucide"
_STROKE = 1.5  # width of a line in pixels at a size of 24; it grows with the root of the size, so small icons stay firm


def icon(name: str, colour: str | QColor, size: int = 16, *, ratio: float | None = None) -> QPixmap:
    """Return a square picture with sides of `size` pixels; KeyError if there is no icon of that name.

    It is drawn at the ratio of the screen that is given, else at the highest of all screens.
    """
    ratio, ink, made = ratio or _highest_ratio(), QColor(colour), QPixmap()
    key = f"icon {name} {ink.rgba():x} {size} {ratio}"
    if not QPixmapCache.find(key, made):
        made = _drawn(name, ink, size, ratio)
        QPixmapCache.insert(key, made)
    return made


def _drawn(name: str, ink: QColor, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # a command that draws nothing does without

    width = _STROKE * (24 / size) ** 0.5
    drawing = _file(name).replace("currentColor", ink.name()).replace('-width="2"', f'-width="{width:.2f}"')
    side = round(size * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(ink.alphaF())
    QSvgRenderer(drawing.encode()).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@cache
def _file(name: str) -> str:
    try:
        return (FOLDER / f"{name}.svg").read_text("utf-8")
    except FileNotFoundError:
        raise KeyError(name) from None


def _highest_ratio() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
