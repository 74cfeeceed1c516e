"""Who does what in a sentence, asked of its phrases: the one door to how a sentence is built."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotations.propose import by_place
from annotations.propose.phrases import Phrase, Phrases


@dataclass(frozen=True, slots=True)
class Syntax:
    """The phrases `made` of one sentence and what they are to each other; a phrase is named by its number."""

    made: Phrases

    def subject(self, n: int) -> Phrases:
        """The noun phrases that are the subject of verb group `n`, coordinated ones all."""
        return by_place.subject(self.made, n)

    def object_of(self, n: int) -> Phrases:
        """The noun phrases that are the object of verb group `n`, coordinated ones all; none of a passive."""
        return by_place.object_of(self.made, n)

    def adjuncts(self, n: int) -> Iterable[Phrase]:
        """The phrases that a preposition adds to phrase `n`, coordinated ones all, each with its preposition."""
        return by_place.adjuncts(self.made, n)

    def verb_of(self, n: int) -> int | None:
        """The verb group that noun phrase `n` is the object of."""
        return by_place.verb_of(self.made, n)

    def verb_behind(self, n: int) -> int | None:
        """The verb group that noun phrase `n` is the subject of."""
        return by_place.verb_behind(self.made, n)
