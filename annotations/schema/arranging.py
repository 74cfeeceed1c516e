"""Lines of a file put in another order, each with the comment above it; blank lines stay where they part groups."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class EntryLines:
    """The lines of an entry, and what stands between it and the one before; `column` is where it begins."""

    before: str
    body: str
    column: int

    @property
    def head(self) -> str:
        """Return the lines of comment straight above the entry."""
        lines = self.before.splitlines(keepends=True)
        count = len(lines)
        while count and lines[count - 1].startswith(f"{' ' * self.column}#"):
            count -= 1
        return "".join(lines[count:])


def arranged(pieces: list[EntryLines], final: list[tuple[int | None, str]]) -> str:
    """Return the lines: each of `final` is what an entry becomes, with its place among `pieces`, None for a new one.

    Pieces that are not in `final` go.
    """
    heads = _own_heads(pieces)
    gaps = [piece.before.removesuffix(head) for piece, head in zip(pieces, heads, strict=True)]
    blank = Counter(gap for gap in gaps[:0:-1] if not gap.strip())
    between = blank.most_common(1)[0][0] if blank else ""  # as before most of them, else before the last
    staying = _in_order([place for place, _ in final if place is not None])
    made, last = [gaps[0]], -1
    for place, text in final:
        gap = between
        if place is not None and place in staying:
            passed = gaps[max(last, 0) + 1 : place + 1]
            gap, last = _joined(passed) if place else between, place
        is_first = len(made) == 1
        made += ["" if is_first and not gap.strip() else gap, heads[place] if place is not None else "", text]
    rest = _joined(gaps[max(last, 0) + 1 :])
    return "".join([*made, rest if rest.strip() else ""])


def _own_heads(pieces: list[EntryLines]) -> list[str]:
    """Return the comment above each entry, "" where it is about those that follow too."""
    ends = [bool(piece.before) for piece in pieces[1:]] + [True]
    return [piece.head if end else "" for piece, end in zip(pieces, ends, strict=True)]


def _joined(gaps: list[str]) -> str:
    """Return the comments of several gaps, else the widest."""
    return "".join(gap for gap in gaps if gap.strip()) or max(gaps, key=len, default="")


def _in_order(places: list[int]) -> set[int]:
    """Return as many of the places as there are in rising order."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    found = set[int]()
    one = ends[-1] if ends else None
    while one is not None:
        found.add(one)
        one = before[one]
    return found
