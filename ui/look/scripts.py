"""Writing of other kinds: which way a line runs, scripts that no font of this machine has, and pictographs in titles."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from annotations.text.regex import regex
from ui.look.fonts import is_drawn

_RANGES = (
    (0x0530, 0x058F, "Armenian"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0700, 0x074F, "Syriac"),
    (0x0750, 0x077F, "Arabic"),
    (0x0780, 0x07BF, "Thaana"),
    (0x07C0, 0x07FF, "N'Ko"),
    (0x08A0, 0x08FF, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0A80, 0x0AFF, "Gujarati"),
    (0x0B00, 0x0B7F, "Odia"),
    (0x0B80, 0x0BFF, "Tamil"),
    (0x0C00, 0x0C7F, "Telugu"),
    (0x0C80, 0x0CFF, "Kannada"),
    (0x0D00, 0x0D7F, "Malayalam"),
    (0x0D80, 0x0DFF, "Sinhala"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Lao"),
    (0x0F00, 0x0FFF, "Tibetan"),
    (0x1000, 0x109F, "Burmese"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1100, 0x11FF, "Korean"),
    (0x1200, 0x139F, "Ethiopic"),
    (0x1780, 0x17FF, "Khmer"),
    (0x1800, 0x18AF, "Mongolian"),
    (0x2D30, 0x2D7F, "Tifinagh"),
    (0x3040, 0x30FF, "Japanese"),
    (0x3130, 0x318F, "Korean"),
    (0x3400, 0x9FFF, "Chinese"),
    (0xAC00, 0xD7AF, "Korean"),
    (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFDFF, "Arabic"),
    (0xFE70, 0xFEFC, "Arabic"),
    (0x20000, 0x323AF, "Chinese"),
)
_FIRST = [first for first, _, _ in _RANGES]
_EAST_ASIAN = {"Chinese", "Japanese", "Korean"}

_BASE = "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001fbff]"
_AFTER = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
_PICTOGRAPH = regex(f"{_BASE}{_AFTER}(?:\u200d{_BASE}{_AFTER})*")


def begins_right_to_left(text: str) -> bool:
    """Return whether the first letter with a direction is right-to-left.

    >>> begins_right_to_left("(א Oslo"), begins_right_to_left("Oslo א"), begins_right_to_left("...")
    (True, False, False)
    """
    strong = (kind for char in text if (kind := unicodedata.bidirectional(char)) in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def directed(line: str, whole: str = "") -> str:
    """Return the line as it is to be drawn: one of right-to-left words runs that way, with what cuts it at its left end.

    `whole`: what the line is a part of, which says how it runs.
    """
    if line.isascii() and whole.isascii():
        return line
    return f"\u2067{line}\u2069" if begins_right_to_left(whole or line) else line


def missing_scripts(text: str) -> list[str]:
    """Return the names of the scripts in the text that no font of this machine has, in order of the alphabet."""
    if text.isascii():
        return []
    letters: dict[str, str] = {}  # script -> its first letter in the text
    for character in sorted(set(text)):
        script = _script(character)
        if script and character.isalpha():
            letters.setdefault(script, character)
    return sorted(script for script, letter in letters.items() if not is_drawn(letter))


def package_of(script: str) -> str:
    """Return the package of Debian and Ubuntu whose fonts have that script."""
    return "fonts-noto-cjk" if script in _EAST_ASIAN else "fonts-noto-core"


def without_pictographs(title: str) -> str:
    """Return the title without the pictographs that no font of this machine has, unless nothing were left."""
    if title.isascii():
        return title
    kept = _PICTOGRAPH.sub(lambda found: found[0] if all(map(_shown, found[0])) else "", title)
    return title if kept == title else " ".join(kept.split()) or title


def _script(character: str) -> str | None:
    row = bisect_right(_FIRST, ord(character)) - 1
    if row < 0 or ord(character) > _RANGES[row][1]:
        return None
    return _RANGES[row][2]


def _shown(character: str) -> bool:
    """Return if a part of a pictograph is drawn; what only changes the one before it need not be."""
    return not re.fullmatch(_BASE, character) or is_drawn(character)
