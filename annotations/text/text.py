"""The text of an article: its paragraphs, snapping and trimming of ranges, and UTF-16 offsets.

Every offset is a code point, every range half-open. `Utf16Map` is the only place where UTF-16 exists in our
code.
"""

from __future__ import annotations

from bisect import bisect_left

from annotations.text.regex import regex
from annotations.text.tokens import token_at, tokens

_SEPARATORS = "\n\r\u2029\u0085\v\f"  # not U+2028: that is a line break inside a paragraph
_SEPARATOR = regex(rf"\r\n|[{_SEPARATORS}]")
_UNWANTED = regex("[\ud800-\udfff\ufdd0\ufdd1]")
_ASTRAL = regex("[\U00010000-\U0010ffff]")

# Closing marks, each with the marks that open it.
_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“„", "’": "‘‚", "»": "«"} | {
    '"': '"',
    "'": "'",
    "」": "「",
    "』": "『",
}
QUOTE = 40  # code points that a sentence or a name shows at most
_CLOSING = frozenset(",;:.!?…，、；：。！？").union(_PAIRS)
_OPENING = frozenset("".join(_PAIRS.values()))
_EDGES = _CLOSING | _OPENING


def paragraphs(text: str) -> list[tuple[int, int]]:
    r"""Return the bounds of the paragraphs in order, without separators.

    The separators are CRLF, LF, CR, U+2029, U+0085, VT and FF; n separators make n + 1 paragraphs; one
    without text is (i, i), so between two there is always one separator.

    >>> paragraphs("Title\r\n\nText\n")
    [(0, 5), (7, 7), (8, 12), (13, 13)]
    """
    ends = [match.span() for match in _SEPARATOR.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return list(zip(starts, [*(start for start, _ in ends), len(text)], strict=True))


def paragraph_of(text: str, i: int) -> tuple[int, int]:
    """Return the bounds of the paragraph that holds offset `i`; a separator belongs to the one it ends."""
    if text[max(0, i - 1) : i + 1] == "\r\n":
        i -= 1
    start = 0
    for separator in _SEPARATORS:
        start = max(start, text.rfind(separator, start, i) + 1)
    end = _SEPARATOR.search(text, i)
    return start, end.start() if end else len(text)


def crosses_paragraph(text: str, start: int, end: int) -> bool:
    """Return whether a paragraph separator lies in the range."""
    return _SEPARATOR.search(text, start, end) is not None


def snap(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the smallest run of tokens that covers the range less outer white space.

    None for white space.
    """
    quote = text[start:end]
    first = start + len(quote) - len(quote.lstrip())
    last = start + len(quote.rstrip()) - 1
    left, right = token_at(text, first), token_at(text, max(first, last))
    return (left[0], right[1]) if left and right and first <= last else None


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the range less outer white space, closing marks at its end and opening ones at its start.

    Kept: a mark that is part of a token ("U.S."), one whose partner is in the range, and a range of marks
    alone. None when the range is white space.
    """
    words = tokens(text, start, end)
    if not words:
        return None
    forms = [text[left:right] for left, right in words]
    first, last = 0, len(words)
    if not all(_EDGES.issuperset(form) for form in forms):
        while _CLOSING.issuperset(forms[last - 1]) and not _is_opened(forms[first:last]):
            last -= 1
        while forms[first] in _OPENING and not _is_closed(forms[first:last]):
            first += 1
    return words[first][0], words[last - 1][1]


def _is_opened(forms: list[str]) -> bool:
    """Return whether the last form closes what one before it opened."""
    closing, before = forms[-1], forms[:-1]
    opened = sum(form in _PAIRS.get(closing, "") for form in before)
    if _PAIRS.get(closing) == closing:
        return opened % 2 == 1
    return opened > before.count(closing)


def _is_closed(forms: list[str]) -> bool:
    """Return whether a form after the first closes it."""
    return any(forms[0] in _PAIRS.get(form, "") for form in forms[1:])


def quoted(text: str, start: int, end: int) -> str:
    """Return the words of the range in quotation marks, white space folded, shortened."""
    quote = " ".join(text[start:end].split())
    return f"“{quote if len(quote) <= QUOTE else quote[: QUOTE - 1] + '…'}”"


def clean(text: str) -> str:
    """Return the text with U+FFFD for lone surrogates, U+FDD0 and U+FDD1, which Qt would drop or rewrite."""
    return text if text.isascii() else _UNWANTED.sub("\ufffd", text)


class Utf16Map:
    """A map between the offsets of one text and UTF-16 units, in which Qt counts."""

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._astral16 = [position + n for n, position in enumerate(self._astral)]

    def differs(self) -> bool:
        """Return whether any offset differs in UTF-16 units."""
        return bool(self._astral)

    def to16(self, i: int) -> int:
        """Return the number of UTF-16 units before code point `i`."""
        return i + bisect_left(self._astral, i)

    def from16(self, p: int) -> int:
        """Return the number of code points before UTF-16 unit `p`; inside a pair, those before the pair."""
        return p - bisect_left(self._astral16, p)
