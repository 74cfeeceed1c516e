"""The size of the window: one number that all lengths are multiplied by."""

from __future__ import annotations

_scale = 1.0


def scale() -> float:
    """Return the size in force; 1.0 is 100 %."""
    return _scale


def set_scale(value: float) -> None:
    """Put another size in force for what is laid out from now on."""
    global _scale
    _scale = value


def px(length: float) -> int:
    """Return so many pixels at 100 % as pixels at the size in force."""
    return round(length * _scale)
