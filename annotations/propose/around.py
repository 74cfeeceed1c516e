"""When and where: the times and places that belong to a trigger.

What stands right behind a noun is its own; else the clause's count, the nearest first, and what opens the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from annotations.propose import roles
from annotations.propose.draft import Draft
from annotations.propose.lists import TO_PLACE
from annotations.propose.phrases import Phrase, Phrases
from annotations.propose.roles import Frame
from annotations.propose.syntax import Syntax


@dataclass
class Around:
    """One draft with its sentence; `triggers` are the phrases that hold one, `published` a trusted date."""

    syntax: Syntax
    draft: Draft
    frame: Frame
    triggers: set[int]
    text: str
    published: date | None

    @property
    def made(self) -> Phrases:
        return self.syntax.made

    def fill(self) -> None:
        """Puts times and places into the draft."""
        made, draft = self.made, self.draft
        self._behind()
        placed = self.frame.place is not None and self.frame.place.name in draft.roles
        for n in sorted(range(len(made)), key=lambda at: abs(at - draft.n)):
            if made[n].kind != "noun" or not (self._belongs(n) or self._opens(n)):
                continue
            if made[n].tag == "time":
                self._time(made[n])
            elif not placed and not self._is_taken(n):
                self._place(made[n])

    def _behind(self) -> None:
        """Times and places right behind the trigger, up to the next."""
        for n in range(self.draft.n + 1, len(self.made)):
            phrase = self.made[n]
            if phrase.kind != "noun" or n in self.triggers:
                return
            if self.syntax.hangs_on(n, self._event) is False:
                continue
            if phrase.tag == "time":
                self._time(phrase)
            else:
                self._place(phrase)

    @cached_property
    def _event(self) -> set[int]:
        return self.syntax.event([self.draft.n, *self.draft.groups])

    @cached_property
    def _clauses(self) -> set[int]:
        """The clauses that tell the event: all, when the sentence tells no other."""
        own = {self.made[at].clause for at in (self.draft.n, *self.draft.groups)}
        other = any(p.kind == "verb" and p.is_finite and p.clause not in own for p in self.made)
        return own if other else {phrase.clause for phrase in self.made}

    def _belongs(self, n: int) -> bool:
        """Whether the phrase tells of the event, by the parse, else by its clause."""
        said = self.syntax.hangs_on(n, self._event)
        return self.made[n].clause in self._clauses if said is None else said

    def _time(self, phrase: Phrase) -> None:
        """The date or time of the phrase, one of each."""
        when = roles.times(phrase, self.published, text=self.text)
        label = phrase.spans()[0].label if phrase.spans() else ""
        if self.frame.time and when and label not in self.draft.timed:
            self.draft.timed.add(label)
            self.draft.put(self.frame.time, when)

    def _place(self, phrase: Phrase) -> None:
        goes = phrase.prep == "to" and "unit" in self.draft.type.roles
        if self.frame.place and (phrase.prep in TO_PLACE or goes):
            self.draft.put(self.frame.place, *roles.places(phrase, self.frame.place))

    def _is_taken(self, n: int) -> bool:
        """Whether the phrase stands behind another trigger's noun, or is no place of what is said."""
        if self.draft.is_speech and n < self.draft.n:
            return True
        at = n - 1
        while at >= 0 and self.made[at].kind != "verb" and at != self.draft.n:
            if self.made[at].tag in ("stop", "quote"):
                return self.draft.is_speech
            if self.made[at].kind == "noun" and at in self.triggers:
                return True
            at -= 1
        return False

    def _opens(self, n: int) -> bool:
        """Whether the phrase stands at the start of the sentence, ahead of any verb."""
        return not any(phrase.kind == "verb" for phrase in self.made[:n]) and self.made[n].clause == 0
