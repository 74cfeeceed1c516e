"""The float of the jump: the letters typed so far, how many words in view begin so, and the keys that count."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.keys_in_force import IN_FORCE
from ui.look.layouts import row
from ui.look.lines import Elided, Words
from ui.look.marks import Card

_EDGE = 12  # pixels between the float and the edge of the text


class JumpFloat(Card):
    """One line over the lower end of the text, or the upper when the word that was found lies there."""

    def __init__(self, text: QWidget) -> None:
        self.typed, self.said = Words(weight=600), Elided(px=12, role="text2")
        self.typed.setAccessibleName("Letters typed")
        line = row(gap=12, margins=(12, 6, 12, 6))
        line.add(self.typed)
        line.add(self.said, 1)
        super().__init__(line, floats=True)
        self.setParent(text)
        self._text = text
        self.hide()

    def tell(self, typed: str, found: int, refused: str = "") -> None:
        """Show what is typed and how many words begin so; `refused` is a letter with which none goes on."""
        self.typed.setText(typed or "…")
        if refused:
            said = f"No word in view begins “{typed}{refused}”; {{key:find}} finds in the whole article"
        elif not typed:
            said = "First letters of a word in view"
        else:
            said = f"{found:,} in view · {{key:jump}} next · a digit labels · {{key:jump_end}} stays · {{key:jump_back}} goes back"
        self.said.setText(IN_FORCE.fill(said))

    def keep_off(self, place: QRect) -> None:
        """Lie at the end of the text where that place is not, no wider than the text."""
        room = self._text.size()
        wanted = super().sizeHint() + QSize(
            self.said.fontMetrics().horizontalAdvance(self.said.text()) + 2, 0
        )
        self.resize(min(wanted.width(), room.width() - 2 * _EDGE), wanted.height())
        self.move(_EDGE, room.height() - self.height() - _EDGE)
        if self.geometry().adjusted(0, -_EDGE, 0, 0).intersects(place):
            self.move(_EDGE, _EDGE)
