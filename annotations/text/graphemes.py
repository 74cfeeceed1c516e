"""Grapheme clusters: the code points that a reader takes for one character.

Extended clusters of Unicode UAX 29 by the categories `unicodedata` knows. Left out, as too rare in news:
prepended marks (GB9b) and Indic conjuncts (GB9c).
"""

from __future__ import annotations

from unicodedata import category

from annotations.text.regex import regex

_ZWJ = "\u200d"
# Extending code points whose category does not say so: ZWNJ, ZWJ, half-width voicing marks, Thai and Lao am.
_EXTENDING = frozenset("\u200c\u200d\uff9e\uff9f\u0e33\u0eb3")
_MODIFIERS_AND_TAGS = regex("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
# For a class of a regular expression: the blocks in which emoji and other small pictures lie.
PICTOGRAPHS = (
    "\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_PICTOGRAPH = regex(f"[\u00a9\u00ae{PICTOGRAPHS}]")
_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))


def grapheme_step(text: str, i: int, step: int) -> int:
    """Return the next (step +1) or previous (step -1) cluster bound from code point `i`, within the text."""
    j = i + step
    while inside_grapheme(text, j):
        j += step
    return min(max(j, 0), len(text))


def inside_grapheme(text: str, i: int) -> bool:
    """Return whether offset `i` lies inside a cluster: before a mark, in a ZWJ family, a flag, CRLF."""
    if not 0 < i < len(text):
        return False
    left, right = text[i - 1], text[i]
    if left < "\u0300" and right < "\u0300":
        return left == "\r" and right == "\n"
    if _is_control(left) or _is_control(right):
        return False
    return _extends(right) or _joins_hangul(left, right) or _joins_family(text, i) or _halves_flag(text, i)


def _extends(char: str) -> bool:
    return category(char)[0] == "M" or char in _EXTENDING or _MODIFIERS_AND_TAGS.match(char) is not None


def _is_control(char: str) -> bool:
    kind = category(char)
    return kind in ("Cc", "Zl", "Zp", "Cs") or (kind == "Cf" and not _extends(char))


def _joins_family(text: str, i: int) -> bool:
    """Return whether GB11 holds: pictograph, extenders, ZWJ, pictograph."""
    if text[i - 1] != _ZWJ or not _PICTOGRAPH.match(text[i]):
        return False
    j = i - 2
    while j > 0 and text[j] != _ZWJ and _extends(text[j]):
        j -= 1
    return j >= 0 and _PICTOGRAPH.match(text[j]) is not None


def _halves_flag(text: str, i: int) -> bool:
    """Return whether GB12 or GB13 holds: an odd number of flag letters is before `i`, and one after it."""
    return text[i] in _FLAG_LETTERS and _flag_letters_before(text, i) % 2 == 1


def _flag_letters_before(text: str, i: int) -> int:
    """Return how many flag letters stand right before `i`.

    Looks back in growing steps, as slicing is quicker than a loop.
    """
    size = 64
    while True:
        head = text[max(0, i - size) : i]
        count = len(head) - len(head.rstrip(_FLAG_LETTERS))
        if count < size:
            return count
        size *= 8


def _joins_hangul(left: str, right: str) -> bool:
    """Return whether GB6, GB7 or GB8 holds: which parts of a syllable may follow which."""
    return (_hangul(left), _hangul(right)) in _HANGUL_PAIRS


_HANGUL_PAIRS = frozenset(
    (left, right)
    for left, followers in {"L": "L V LV LVT", "LV": "V T", "V": "V T", "LVT": "T", "T": "T"}.items()
    for right in followers.split()
)


def _hangul(char: str) -> str:
    """Return the part of a Hangul syllable that `char` is: L, V, T, LV or LVT; "" when it is not Hangul."""
    if "\uac00" <= char <= "\ud7a3":
        return "LVT" if (ord(char) - 0xAC00) % 28 else "LV"
    if "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c":
        return "L"
    if "\u1160" <= char <= "\u11a7" or "\ud7b0" <= char <= "\ud7c6":
        return "V"
    return "T" if "\u11a8" <= char <= "\u11ff" or "\ud7cb" <= char <= "\ud7fb" else ""
