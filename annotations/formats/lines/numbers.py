"""FreshNumbers for what has none yet in a tool's file: never one that something in the record at hand has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from annotations.json_fields import Json


class FreshNumbers:
    """The numbers of one kind of thing in one export."""

    def __init__(self) -> None:
        self._last = 0

    def seen(self, numbers: Iterable[Any]) -> None:
        """Give no number any more that is not larger than these."""
        self._last = max([self._last, *(one for one in numbers if type(one) is int)])

    def fresh(self, known: Any = None) -> Any:
        """Return what is known, else a number that nothing seen has."""
        if known is not None:
            self.seen([known])
            return known
        self._last += 1
        return self._last

    def having(self, more: Mapping[str, Any] | None) -> Json:
        """Return the fields with their id, or with a fresh one where there are none."""
        return dict(more) if more is not None else {"id": self.fresh()}
