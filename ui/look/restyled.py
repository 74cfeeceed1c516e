"""The list of widgets and layouts with sizes or colours of their own, each told when others are in force."""

from __future__ import annotations

from typing import Protocol
from weakref import WeakSet


class Restyled(Protocol):
    """A widget or layout that can take the scale and colours in force."""

    def restyle(self) -> None:
        """Take the scale and colours in force."""


_ALL: WeakSet[Restyled] = WeakSet()


def follow(one: Restyled) -> None:
    """Have it restyled now, and whenever scale or colours change."""
    _ALL.add(one)
    one.restyle()


def restyle_all() -> None:
    """Restyle all that follow."""
    for one in list(_ALL):
        try:
            one.restyle()
        except RuntimeError:  # Qt has deleted it, and Python has not as yet
            _ALL.discard(one)
