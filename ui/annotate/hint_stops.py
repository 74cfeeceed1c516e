"""The places where a name may be missing, as stops of Tab between the suggestions."""

from __future__ import annotations

from collections.abc import Sequence

Range = tuple[int, int]


def hint_beside(hints: Sequence[Range], here: int, step: int, before: int | None = None) -> Range | None:
    """Return the next hint that begins at `here` or behind, or with step -1 the last that begins ahead of it.

    `before`: where the next other stop is, which comes first unless the hint lies ahead of it; None for no other.

    >>> hints = [(10, 14), (30, 35)]
    >>> hint_beside(hints, 12, 1), hint_beside(hints, 12, 1, before=20), hint_beside(hints, 12, -1)
    ((30, 35), None, (10, 14))
    """
    if step > 0:
        return next(
            (hint for hint in hints if hint[0] >= here and (before is None or hint[0] < before)), None
        )
    back = (hint for hint in reversed(hints) if hint[0] < here and (before is None or hint[0] > before))
    return next(back, None)
