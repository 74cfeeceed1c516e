"""The rows of the same facts: each in its context, what it is now and what it would be, and vetoes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotations.same_mentions import Fate
from annotations.spans import Status
from models.queries.same_facts import FactHit
from ui.same.same_hits import Hits


class FactHits(Hits):
    """The facts that the decision would change, and those that must be left out, with the reason."""

    def __init__(self) -> None:
        super().__init__()
        self.verdict, self._was = Status.CONFIRMED, Status.SUGGESTED

    def begin_with(self, was: Status) -> None:
        """Empty the list, and forget the vetoes; `was` is what the fact that is carried is itself."""
        self._asked.clear()
        self.verdict, self._was = Status.CONFIRMED, was
        self.clear()

    def judge(self, verdict: Status) -> None:
        """Show the same facts under another decision."""
        self.beginResetModel()
        self.verdict = verdict
        self._rows = self._weighed(self._hits)
        self.endResetModel()

    def now(self, hit: Any) -> str:
        return str(hit.fact.status)

    def _weighed(self, hits: Sequence[Any]) -> list[tuple[Any, Fate]]:
        return [(hit, fate) for hit in hits if (fate := self._weigh(hit))]

    def _weigh(self, hit: FactHit) -> Fate | None:
        """Return what the decision would do; None when it is so already.

        A fact that was confirmed is deleted only when somebody asks, unless the decision is about such a one.
        """
        is_own = hit.fact.status is Status.CONFIRMED
        if self.verdict is Status.CONFIRMED:
            return None if is_own else Fate(not hit.reason, not hit.reason, hit.reason or "confirmed")
        offered = not is_own or self._was is Status.CONFIRMED
        return Fate(not hit.reason, offered and not hit.reason, hit.reason or "no fact")
