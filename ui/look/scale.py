"""Scale: the one number by which every distance and every size of text in the window is multiplied."""

from __future__ import annotations

LEAST, MOST = 80, 200  # per cent
_in_force = [1.0]


def scale() -> float:
    """Return the number in force; 1.0 is 100 %."""
    return _in_force[0]


def put_in_force(per_cent: float) -> None:
    """Have `scale` return that share, kept within its bounds; `ui/look/apply.py` shows it."""
    _in_force[0] = max(LEAST, min(per_cent, MOST)) / 100


def px(pixels: float) -> int:
    """Return the pixels of a distance that has that many at 100 %; what is more than none stays so."""
    return max(1, round(pixels * _in_force[0])) if pixels > 0 else round(pixels * _in_force[0])
