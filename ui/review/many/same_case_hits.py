"""The rows of the same cases: each in its context, what is said there and what would be taken, and vetoes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotations.carrying.hits import Fate
from ui.review.case_words import short
from ui.same.same_hits import Hits


class CaseHits(Hits):
    """The cases that the decision would decide."""

    def __init__(self) -> None:
        super().__init__()
        self.takes = ""  # what is taken, in a word; "" while nobody has said

    def begin_with(self, takes: str) -> None:
        """Empty the list, and forget the vetoes."""
        self._asked.clear()
        self.takes = takes
        self.clear()

    def take_instead(self, takes: str) -> None:
        """Show the same cases under another decision."""
        self.beginResetModel()
        self.takes = takes
        self._rows = self._weighed(self._hits)
        self.endResetModel()

    def now(self, hit: Any) -> str:
        return "  |  ".join(sorted(short(item) for item in hit.case.readings()))

    def _weighed(self, hits: Sequence[Any]) -> list[tuple[Any, Fate]]:
        fate = Fate(True, bool(self.takes), self.takes or "open")
        return [(hit, fate) for hit in hits]
