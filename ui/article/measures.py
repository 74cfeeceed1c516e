"""Measures: the fonts of the article and every distance that follows from them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QPalette, QTextCharFormat

from annotations.processes.quick_dataclass import dataclass
from ui.look.scale import scale
from ui.look.theme import dimmed

Badges = Literal["inline", "above"]
SYSTEM = "system"  # the family that the desktop has for its windows
GENERAL = QFontDatabase.SystemFont.GeneralFont

BOX = 2.0  # how far the innermost box stands off the text, above and below
LANE = 3.0  # how far a box stands off the box inside it
PAD = 3.0  # blank between the text, or an inner box, and the side of a box
TIGHT = 1.0  # the same where no room can be made: in text of mixed direction
GAP = 4.0  # blank before a badge
MARGIN = 28.0  # room left and right of the text: no less than the boxes that spill into it
_DRAWN = 16  # pixels of the font in which the marks of facts were drawn
_COLUMN = 112  # average characters in the longest line that is still read with ease


@dataclass(frozen=True)
class Looks:
    """The looks that may be chosen: font ("" for the window's), size in points, line spacing, badges, hues.

    A spacing of 1.0 is solid.
    """

    family: str = ""
    size: float = 12.0
    spacing: float = 1.5
    badges: Badges = "inline"
    hues: Mapping[str, int] = field(default_factory=dict)

    def measures(self, font: QFont, page: QPalette) -> Measures:
        """Return the distances in that font at the chosen size."""
        sized = QFont(font)
        if self.family:
            sized.setFamily(
                QFontDatabase.systemFont(GENERAL).family() if self.family == SYSTEM else self.family
            )
        sized.setPointSizeF(self.size * scale())
        return Measures(sized, spacing=self.spacing, badges=self.badges, page=QPalette(page))


class Measures:
    """The distances that follow from a font, in pixels."""

    def __init__(self, font: QFont, *, spacing: float, badges: Badges, page: QPalette) -> None:
        self.font, self.spacing, self.badges, self._page = font, spacing, badges, page
        self.badge_font = QFont(font)
        self.badge_font.setPointSizeF(max(6.0, font.pointSizeF() * 0.66))
        self.badge_font.setBold(True)
        self._text, self._badge = QFontMetricsF(font), QFontMetricsF(self.badge_font)
        self.unit = max(0.7, QFontInfo(font).pixelSize() / _DRAWN)  # what a pixel of these marks is
        self.line_height = self._text.height()
        self.leading = self.line_height * max(0.0, spacing - 1.0)
        self.badge_height = math.ceil(self._badge.height()) + 1
        self.badge_ascent = self._badge.ascent()
        self.character = self._text.averageCharWidth() * 1.02
        self.blank = self._text.horizontalAdvance(" ")
        self.paragraph_gap = float(round(self.line_height * 0.55))  # as high as a blank line
        self._widths: dict[str, float] = {}
        self._formats: dict[int, QTextCharFormat] = {}

    def column(self, viewport_width: float) -> float:
        """Return the width of the text in a window of that width."""
        return max(60.0, min(viewport_width - 2 * MARGIN, _COLUMN * self.character))

    def badge_width(self, label: str) -> float:
        if label not in self._widths:
            natural = min(self._badge.horizontalAdvance(label), self.character * 18)
            self._widths[label] = math.ceil(natural) + 9.0
        return self._widths[label]

    def elided(self, label: str, width: float) -> str:
        """Return the label as it fits into a badge of that width."""
        return self._badge.elidedText(label, Qt.TextElideMode.ElideRight, width - 7)

    def room(self, pixels: float) -> QTextCharFormat:
        """Return the format that widens a cluster by whole pixels: blank behind it, without a character."""
        extra = math.ceil(pixels)
        if extra not in self._formats:
            made = QTextCharFormat()
            made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            made.setFontLetterSpacing(extra)
            self._formats[extra] = made
        return self._formats[extra]

    def dimmed(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(dimmed(self._page))
        return made

    def estimate(self, characters: int, spans: int, width: float) -> float:
        """Return the likely height of a chunk that has not been laid out, from counts alone."""
        if not characters:
            return self.paragraph_gap
        inline = self.badges == "inline"
        lines = max(1, math.ceil((characters * self.character + spans * inline * 7 * self.character) / width))
        above = self.badge_height if not inline and spans else 0
        return math.ceil(lines * (self.line_height + self.leading + above))
