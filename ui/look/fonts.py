"""The window's type: four faces of Inter, which lie in `ui/look/inter/`, at the size in force."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

from ui.look.scale import px as scaled

FOLDER = Path(__file__).parent / "inter"
FAMILY = "Inter"


@cache
def load() -> bool:
    """Register the faces with the application, once; False if one cannot be read."""
    return all(QFontDatabase.addApplicationFont(str(face)) >= 0 for face in sorted(FOLDER.glob("*.ttf")))


def font(px: float = 13, weight: int = 400, *, tabular: bool = False, italic: bool = False) -> QFont:
    """Return a font so many pixels high at 100 %; without Inter, it is of the application's family.

    The digits of a tabular one are equally wide, for numbers that stand under each other.
    """
    return QFont(_made(max(1, scaled(px)), weight, tabular, italic))


@cache
def _made(pixels: int, weight: int, tabular: bool, italic: bool) -> QFont:
    """Return the font, made once: a feature costs more than all the rest, and a pane asks for a hundred."""
    made = QFont()
    if load():
        made.setFamily(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def is_drawn(character: str) -> bool:
    """Return if any font of this machine has the character: without one, a box is drawn in its place."""
    layout = QTextLayout(character, font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())
