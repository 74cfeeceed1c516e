"""Who does what in a sentence, asked of its phrases: the one door to how a sentence is built.

A parse answers where it knows the phrase that is asked about, else the place of the phrases does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from annotations.propose import by_place
from annotations.propose.by_parse import ByParse
from annotations.propose.phrases import Phrase, Phrases


@dataclass(frozen=True, slots=True)
class Syntax:
    """The phrases `made` of one sentence and what they are to each other; a phrase is named by its number."""

    made: Phrases
    parse: ByParse

    def subject(self, n: int) -> Phrases:
        """The noun phrases that are the subject of verb group `n`, coordinated ones all."""
        return self.parse.subject(n) or by_place.subject(self.made, n)

    def object_of(self, n: int) -> Phrases:
        """The noun phrases that are the object of verb group `n`, coordinated ones all; none of a passive."""
        return self.parse.object_of(n) if self.parse.knows(n) else by_place.object_of(self.made, n)

    def adjuncts(self, n: int) -> Iterable[Phrase]:
        """The phrases that a preposition adds to phrase `n`, coordinated ones all, each with its preposition."""
        if not self.parse.knows(n):
            return by_place.adjuncts(self.made, n)
        return self.parse.adjuncts(n, self.verb_of(n) if self.made[n].kind == "noun" else None)

    def verb_of(self, n: int) -> int | None:
        """The verb group that noun phrase `n` is the object of."""
        return self._verb(n, self.parse.object_of) if self.parse.knows(n) else by_place.verb_of(self.made, n)

    def verb_behind(self, n: int) -> int | None:
        """The verb group that noun phrase `n` is the subject of."""
        return (
            self._verb(n, self.parse.subject) if self.parse.knows(n) else by_place.verb_behind(self.made, n)
        )

    def event(self, groups: Iterable[int]) -> set[int]:
        """The phrases that tell one event, with the verb groups that they complete; those of `groups` among them."""
        return {one for n in groups for one in (n, *self.parse.wholes(n))}

    def hangs_on(self, n: int, event: set[int]) -> bool | None:
        """Whether phrase `n` belongs to the event and to no verb below it; None when only its place can tell."""
        nearest = (at for at in self.parse.over(n) if at in event or self.made[at].kind == "verb")
        return next((at in event for at in nearest), None)

    def _verb(self, n: int, nouns: Callable[[int], Phrases]) -> int | None:
        """The first verb group that has phrase `n` among those nouns, to the parse."""
        known = (at for at, phrase in enumerate(self.made) if phrase.kind == "verb" and self.parse.knows(at))
        return next((at for at in known if any(one is self.made[n] for one in nouns(at))), None)
