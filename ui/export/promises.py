"""The promises of an export: what will be done before it is, with a tick only once it was."""

from __future__ import annotations

from pathlib import Path

from ui.look.layouts import column, row
from ui.look.lines import Elided
from ui.look.marks import Card, Symbol

WILL = (
    "Will be written whole, or not at all",
    "Will be read again and compared: every record",
    "A list of what is in it and what was left out will lie beside it",
)
WHOLE = "Written whole"
PROVED = "Read again and compared: every record says what was to be written"
NOT_PROVED = "Read again: some records say something else, as said above"


class Promises(Card):
    """Three lines, each with its state."""

    def __init__(self) -> None:
        self._lines = [(Symbol("circle-dashed", size=14), Elided(px=13)) for _ in WILL]
        lines = []
        for symbol, words in self._lines:
            line = row(symbol, gap=8)
            line.add(words, 1)
            lines.append(line)
        super().__init__(column(*lines, gap=6, margins=(16, 10, 16, 10)))
        self.promise()

    def promise(self) -> None:
        """Say what will be done."""
        for (symbol, words), will in zip(self._lines, WILL, strict=True):
            symbol.show_icon("circle-dashed", "text2")
            words.setText(will)

    def keep(self, out: Path, *, is_proved: bool) -> None:
        """Tick what was done: nothing of it is said before."""
        manifest = f"The list of what is in it lies beside it: {out.name}.manifest.json"
        done = ((WHOLE, True), (PROVED if is_proved else NOT_PROVED, is_proved), (manifest, True))
        for (symbol, words), (said, is_so) in zip(self._lines, done, strict=True):
            symbol.show_icon("check" if is_so else "circle-alert", "good" if is_so else "bad")
            words.setText(said)

    def said(self) -> list[str]:
        """Return the lines, with a tick before what was done."""
        return [("✓ " if symbol.shows == "check" else "") + words.text() for symbol, words in self._lines]
