"""Units of offsets, and the offsets of one text in the unit that a file wants."""

from __future__ import annotations

from annotations.text.text import Utf16Map

CODE_POINTS, UTF16 = "codepoints", "utf16"
UNITS = (CODE_POINTS, UTF16)


class Offsets:
    """The offsets of one text in a file's unit.

    `unit`: one of UNITS.
    """

    def __init__(self, text: str, unit: str) -> None:
        self._units = None if unit == CODE_POINTS else Utf16Map(text)

    def of(self, places: list[int]) -> list[int]:
        """Return the code points in the file's unit."""
        return [self._units.to16(i) for i in places] if self._units and self._units.differs() else places

    def to(self, i: int) -> int:
        """Return code point `i` in the file's unit."""
        return self._units.to16(i) if self._units else i
