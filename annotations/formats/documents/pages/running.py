"""Running heads and feet and page numbers: lines at the edge of pages that stand so on others too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from statistics import median

from annotations.formats.documents.pages.order import PdfLine

EDGE = 4  # parts of lines, from the top and from the foot, among which they are looked for
SAME = 4.0  # points by which they may stand higher or lower
LEAST = 3  # pages that a running head stands on; on two, when there are only two or three
APART = 1.5  # of its size: the least distance of one from the page's text
LARGE = 1.3  # of the page's usual size: what is larger is a headline
BAND = 0.15  # of the page's height, in which they stand
NUMBER = re.compile(
    r"\W*(?:\w{1,12}\W{1,2})?(?:\d{1,4}|[ivxlcIVXLC]{1,8})(?:\W{1,3}\w{1,4}\W{1,3}\d{1,4})?\W*"
)
DIGITS = re.compile(r"\d+|\b[ivxlcIVXLC]{1,8}\b")
Page = tuple[list[PdfLine], float]  # parts of lines, and the height


def running(pages: Sequence[Page]) -> list[set[int]]:
    """Return for each page the numbers of those of its lines that are a running head or foot."""
    keys = [{n: _key(lines[n].text) for n in _edges(lines, height)} for lines, height in pages]
    places: dict[str, Counter[int]] = {}
    for (lines, _), page in zip(pages, keys, strict=True):
        for n, key in page.items():
            places.setdefault(key, Counter())[round(lines[n].y / SAME)] += 1
    least = LEAST if len(pages) > LEAST else 2
    found = []
    for (lines, _), page in zip(pages, keys, strict=True):
        often = {n for n, key in page.items() if _often(places[key], lines[n]) >= least}
        usual = median(line.size for line in lines) if often else 0
        often = {n for n in often if lines[n].size < LARGE * usual}
        found.append(_outer(lines, often) | _outer(lines, often, from_foot=True))
    return found


def _outer(lines: Sequence[PdfLine], often: Collection[int], *, from_foot: bool = False) -> set[int]:
    """Return those that stand outside of all other lines, with a gap before these."""
    made: list[int] = []
    inner: PdfLine | None = None
    for n in reversed(range(len(lines))) if from_foot else range(len(lines)):
        if n not in often:
            inner = lines[n]
            break
        made.append(n)
    while made and inner and abs(lines[made[-1]].y - inner.y) < APART * lines[made[-1]].size:
        inner = lines[made.pop()]
    return set(made)


def _often(at: Counter[int], line: PdfLine) -> int:
    """Return on how many pages the line stands at about its height."""
    place = round(line.y / SAME)
    return at[place - 1] + at[place] + at[place + 1]


def _edges(lines: Sequence[PdfLine], height: float) -> list[int]:
    """Return the numbers of the lines that may be a head or foot."""
    last = len(lines)
    outer = [n for n in range(last) if n < EDGE or n >= last - EDGE]
    low, high = BAND * height, (1 - BAND) * height
    return [n for n in outer if lines[n].y < low or lines[n].y > high]


def _key(text: str) -> str:
    """Return what the line has in common with its like on other pages."""
    return "#" if NUMBER.fullmatch(text) else DIGITS.sub("#", text).casefold()
