"""Agreement of two annotators on spans: F1 by exact bounds, by overlap, and whatever the label.

F1 is the same whichever of the two is taken as the reference; precision and recall are not given for that
reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from annotations.spans import Span

Row = list[float]  # hit, marked, right, found
Mark = tuple[int, int, str]
Matches = Callable[[set[Mark], set[Mark]], Row]


def exact(ours: set[Mark], theirs: set[Mark]) -> Row:
    """Return the row of exact matches: same start, end and label."""
    both = len(ours & theirs)
    return [both, len(ours), both, len(theirs)]


def overlap(ours: set[Mark], theirs: set[Mark]) -> Row:
    """Return the row of overlaps: marks with a character in common; the marks given are of one label."""
    return [_touched(ours, theirs), len(ours), _touched(theirs, ours), len(theirs)]


def _touched(marks: Iterable[Mark], others: Iterable[Mark]) -> int:
    """Return how many of the marks share a character with any of the others."""
    united = merged((start, end) for start, end, _ in others)
    count, at = 0, 0
    for start, end, _ in sorted(marks):
        while at < len(united) and united[at][1] <= start:
            at += 1
        count += at < len(united) and united[at][0] < end
    return count


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges in order, those that share a character made one; ranges that only touch stay two."""
    done: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if done and start < done[-1][1]:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((start, end))
    return done


def label_rows(
    ours: Sequence[Span], theirs: Sequence[Span], labels: Sequence[str], matches: Matches
) -> list[Row]:
    """Return a row for each label, in the order of `labels`."""
    mine, others = _by_label(ours), _by_label(theirs)
    return [matches(mine.get(label, set()), others.get(label, set())) for label in labels]


def unlabelled_row(ours: Iterable[Span], theirs: Iterable[Span]) -> Row:
    """Return the row of exact matches whatever the label: same start and end."""
    return exact({(s.start, s.end, "") for s in ours}, {(s.start, s.end, "") for s in theirs})


def summed(rows: Sequence[Row]) -> Row:
    return [sum(column) for column in zip(*rows, strict=True)] if rows else [0, 0, 0, 0]


def _by_label(spans: Iterable[Span]) -> dict[str, set[Mark]]:
    marks: dict[str, set[Mark]] = {}
    for span in spans:
        marks.setdefault(span.label, set()).add((span.start, span.end, span.label))
    return marks
