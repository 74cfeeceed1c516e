"""The placing of a foreign file's offsets in its text, proved by the text that the spans quote.

Nothing is guessed: an offset is read in the unit the format has, unless the quotes fit in another reading
alone (the other unit, a byte order mark that was counted, line ends of one character that were two or the
other way round), and a span that fits in none is left out.  Where nothing is quoted and nobody said which unit it is,
it is the other one if the spans begin and end with words in that one alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from annotations.formats.reading.given import Found
from annotations.formats.units import CODE_POINTS, UNITS
from annotations.text.text import Utf16Map, clean

Move = Callable[[int], int | None]
AS_IS, ONE, TWO = "", "line ends counted as one sign", "line ends counted as two signs"
IN_UNIT = {CODE_POINTS: "offsets in code points", "utf16": "offsets in UTF-16 units"}
MARK = "a byte order mark counted"


def moves(text: str, unit: str) -> Iterator[tuple[str, Move]]:
    """Yield the readings of the offsets, the plain one first, each with words for it."""
    yield "", _plain(text, unit)
    others = (
        (used, mark, ends)
        for mark in (False, True)
        for ends in (AS_IS, ONE, TWO)
        for used in (unit, *(other for other in UNITS if other != unit))
    )
    for used, mark, ends in others:
        if (used, mark, ends) == (unit, False, AS_IS) or not _matters(text, ends):
            continue
        said = (IN_UNIT[used] if used != unit else "", MARK if mark else "", ends)
        yield " and ".join(filter(None, said)), _through(text, used, mark, ends)


def _matters(text: str, ends: str) -> bool:
    return ends == AS_IS or ("\r\n" in text if ends == ONE else "\n" in text)


def _plain(text: str, unit: str) -> Move:
    length, units = len(text), Utf16Map(text)
    if unit == CODE_POINTS or not units.differs():
        return lambda i: i if 0 <= i <= length else None

    def move(p: int) -> int | None:
        i = units.from16(p)
        return i if 0 <= i <= length and units.to16(i) == p else None

    return move


def _through(text: str, unit: str, mark: bool, ends: str) -> Move:
    """Return a move from offsets in the text as the other tool saw it to offsets in ours."""
    signs = ["\ufeff"] if mark else []
    ours: list[int | None] = [None] if mark else []
    for i, sign in enumerate(text):
        if sign == "\n" and ends == TWO and text[i - 1 : i] != "\r":
            signs += ["\r", "\n"]
            ours += [i, None]
        elif not (sign == "\n" and ends == ONE and text[i - 1 : i] == "\r"):
            signs.append(sign)
            ours.append(i)
    ours.append(len(text))
    theirs = _plain("".join(signs), unit)

    def move(p: int) -> int | None:
        i = theirs(p)
        return None if i is None else ours[i]

    return move


def placing(text: str, found: Iterable[Found], unit: str, *, by_words: bool = False) -> tuple[str, Move]:
    """Return the reading in which most spans lie where their quotes say: its words, and its move.

    It is the plain one, in words "", unless another fits more of them.  `by_words`: where nothing is quoted, words tell
    the unit.
    """
    spans = list(found)
    readings = moves(text, unit)
    best = next(readings)
    most = _fitting(text, spans, best[1])
    quoted = any(span.quote is not None for span in spans)
    if by_words and not quoted and (other := _by_words(text, spans, unit)):
        return other
    if most == len(spans):
        return best
    for reading in readings:
        if not quoted and (MARK in reading[0] or ONE in reading[0] or TWO in reading[0]):
            continue
        count = _fitting(text, spans, reading[1])
        if count > most:
            best, most = reading, count
    return best


def _by_words(text: str, spans: list[Found], unit: str) -> tuple[str, Move] | None:
    """Return the reading in another unit in which all spans begin and end with words, if most do not in this one."""
    if not spans or not Utf16Map(text).differs():
        return None
    plain = _plain(text, unit)
    for used in (other for other in UNITS if other != unit):
        move = _plain(text, used)
        moved = [one for one in spans if fits(text, one, move) != fits(text, one, plain)]
        odd = sum(not _is_worded(text, one, plain) for one in moved)
        if 2 * odd > len(moved) and all(_is_worded(text, one, move) for one in spans):
            return IN_UNIT[used], move
    return None


def _is_worded(text: str, one: Found, move: Move) -> bool:
    """Return whether the span lies in the text, and begins and ends neither with a blank nor within a word."""
    if (bounds := fits(text, one, move)) is None:
        return False
    start, end = bounds
    cut = any(text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() for at in (start, end))
    return not (cut or text[start].isspace() or text[end - 1].isspace())


def _fitting(text: str, spans: list[Found], move: Move) -> int:
    return sum(fits(text, span, move) is not None for span in spans)


def fits(text: str, span: Found, move: Move) -> tuple[int, int] | None:
    """Return the span's bounds; None unless they make a range whose text is the quote (line ends apart)."""
    start, end = move(span.start), move(span.end)
    if start is None or end is None or start >= end:
        return None
    there = text[start:end]
    if span.quote is None or span.quote == there:
        return start, end
    return (start, end) if _even(clean(span.quote)) == _even(there) else None


def _even(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
