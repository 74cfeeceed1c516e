"""The times and places that belong to a trigger.

What stands right behind a noun is its own; else those of the clause count, the nearest first, and what opens
the sentence.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.facts import roles
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.phrases import SPEECH, Phrase, Phrases
from annotations.suggest.facts.grammar.syntax import event, hangs_on
from annotations.suggest.facts.roles import AREAS, Frame
from annotations.suggest.facts.word_lists import REMOVING, TO_PLACE

LASTING = frozenset({"for", "within", "until", "of"})  # what they bring says how long, not when
REFERRING = frozenset(
    {"ago", "last", "past", "next", "earlier", "later", "previous", "recent", "this", "these", "coming"}
)
UNITS = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
DATELINE = 10  # phrases


@dataclass
class Around:
    """One draft with its sentence; `triggers` are the phrases that hold one, `published` a trusted date."""

    made: Phrases
    draft: FactCandidate
    frame: Frame
    triggers: set[int]
    text: str
    published: date | None

    def fill(self) -> None:
        """Put times and places into the draft."""
        made, draft = self.made, self.draft
        self._behind()
        placed = self.frame.place is not None and self.frame.place.name in draft.roles
        dateline = self._dateline()
        for n in sorted(range(len(made)), key=lambda at: abs(at - draft.n)):
            if made[n].kind != "noun" or n < dateline or self._is_told(n) or self._is_owners(n):
                continue
            if not (self._belongs(n) or self._opens(n)):
                continue
            if made[n].tag == "time":
                if draft.is_speech or not self._is_of_speech(n):
                    self._time(made[n])
            elif not placed and not self._is_taken(n):
                self._place(n)

    def _behind(self) -> None:
        """Put in the times and places right behind the trigger, up to the next."""
        for n in range(self.draft.n + 1, len(self.made)):
            phrase = self.made[n]
            if phrase.kind != "noun" or n in self.triggers or self._is_told(n):
                return
            if hangs_on(self.made, n, self._event) is False:
                continue
            if phrase.tag == "time":
                self._time(phrase)
            else:
                self._place(n)

    @cached_property
    def _event(self) -> set[int]:
        return event(self.made, [self.draft.n, *self.draft.groups])

    @cached_property
    def _clauses(self) -> set[int]:
        """Return the clauses that tell the event: all, when the sentence tells no other."""
        own = {self.made[at].clause for at in (self.draft.n, *self.draft.groups)} | self._brought()
        other = any(p.kind == "verb" and p.is_finite and p.clause not in own for p in self.made)
        return own if other else {phrase.clause for phrase in self.made}

    def _is_told(self, n: int) -> bool:
        """Return whether the phrase lies in what is said: behind the verb of speech, past another subject."""
        if not self.draft.is_speech or n <= self.draft.n:
            return False
        bare = [p for p in self.made[self.draft.n + 1 : n] if p.kind != "noun" or self._is_bare(p)]
        may_pass = self.draft.lemma == "tell" or self.made[n].tag == "time"
        return bool(bare) and not (may_pass and len(bare) == 1 and bare[0].kind == "noun")

    def _is_bare(self, phrase: Phrase) -> bool:
        return not phrase.prep and phrase.tag != "time"

    def _is_owners(self, n: int) -> bool:
        """Return whether the time owns something else than the event: "Thursday's vote was condemned"."""
        behind = self.made[n + 1] if n + 1 < len(self.made) else self.made[n]
        owns = self.made[n].head.tag == "poss" or behind.tag == "poss"
        return owns and n + 1 != self.draft.n

    def _belongs(self, n: int) -> bool:
        """Return whether the phrase tells of the event, by the parse, else by its clause."""
        said = hangs_on(self.made, n, self._event)
        return self.made[n].clause in self._clauses if said is None else said

    def is_own(self, n: int) -> bool:
        """Return whether the phrase tells of the event, and no other trigger stands nearer to it."""
        own = {self.draft.n, *self.draft.groups}
        nearest = min(own | self.triggers, key=lambda at: (abs(at - n), at))
        return nearest in own and self._belongs(n)

    def _time(self, phrase: Phrase) -> None:
        """Put in the date or time of the phrase, one of each."""
        said = set(phrase.text.split())
        if phrase.prep in LASTING or (said & UNITS and not said & REFERRING):
            return  # "for 30 days"
        when = roles.times(phrase, self.published, text=self.text)
        label = phrase.spans()[0].label if phrase.spans() else ""
        if self.frame.time and when and label not in self.draft.timed:
            self.draft.timed.add(label)
            self.draft.put(self.frame.time, when)

    def _is_of_speech(self, n: int) -> bool:
        """Return whether a verb of speech stands right beside the time: "the army said on Tuesday"."""
        beside = (self.made[at] for at in (n - 1, n + 1) if 0 <= at < len(self.made))
        return any(p.kind == "verb" and p.lemmas & SPEECH for p in beside)

    def _place(self, n: int) -> None:
        phrase = self.made[n]
        goes = phrase.prep == "to" and self.draft.takes("unit")
        goes = goes or (phrase.prep == "to" and self.draft.lemma == "visit")
        goes = goes or (phrase.prep == "from" and self.draft.lemma in REMOVING)
        if self._is_of_another(n):
            return
        if self.frame.place and (phrase.prep in TO_PLACE or goes):
            named = self.made[n + 1] if n + 1 < len(self.made) else phrase
            found = (
                roles.places(named, self.frame.place) if named.prep == "of" and phrase.text in AREAS else []
            )
            self.draft.put(self.frame.place, *(found or roles.places(phrase, self.frame.place)))

    def _is_of_another(self, n: int) -> bool:
        """Return whether the place says where something else is: "a firm with 300 staff in Ostia", "said ... in Ostia"."""
        between = self.made[self.draft.n + 1 : n]
        if self.draft.is_speech and any(p.kind != "noun" for p in between):
            return True
        before = self.made[n - 1] if n - 1 > self.draft.n else None
        if before is None or before.kind != "noun" or before.prep != "with" or before.tag == "time":
            return False
        fills = [f for fillers in self.draft.roles.values() for f in fillers]
        if any(f.start < before.end and before.start < f.end for f in fills):
            return False
        places = any(span.label in roles.PLACES for span in before.spans()) or before.text in roles.SITES
        return not (places or any(before is one for one in self.draft.nouns))

    def _is_taken(self, n: int) -> bool:
        """Return whether the phrase stands behind another trigger's noun, or is no place of what is said."""
        if self.draft.is_speech and n < self.draft.n:
            return True
        at = n - 1
        while at > self.draft.n and self.made[at].kind != "verb":
            at -= 1
        other = at > self.draft.n and at in self.triggers and at not in self.draft.groups
        if other and not self.made[at].is_finite:
            return self.made[at].passive  # "missiles launched at the base": its own place
        at = n - 1
        while at >= 0 and self.made[at].kind != "verb" and at != self.draft.n:
            if self.made[at].tag in ("stop", "quote"):
                return self.draft.is_speech
            own = any(self.made[at] is one for one in self.draft.nouns)
            if self.made[at].kind == "noun" and at in self.triggers and not own:
                return True
            at -= 1
        return False

    def _brought(self) -> set[int]:
        """Return the clause behind "when": what is done and what it is done by share place and time."""
        if not (self.draft.takes("target") or self.draft.takes("victim")):
            return set()
        for phrase in self.made[self.draft.n + 1 :]:
            if phrase.kind == "mark" and phrase.tag not in ("comma", "conj"):
                return {phrase.clause} if phrase.text in ("when", "after", "as") else set()
        return set()

    def _dateline(self) -> int:
        """Return where the story begins behind "OSTIA, Sept 3 -"; 0 without such a line."""
        if self.made[0].tag == "time" and ":" in self.made[0].text and not self.made[0].prep:
            return 1  # "21:30" over a post
        for n, phrase in enumerate(self.made[:DATELINE]):
            if phrase.kind == "verb":
                break
            if phrase.kind == "mark" and phrase.text in ("-", "–", "—"):
                return n
        return 0

    def _opens(self, n: int) -> bool:
        """Return whether the phrase stands at the start of the sentence, ahead of any verb."""
        return not any(phrase.kind == "verb" for phrase in self.made[:n]) and self.made[n].clause == 0
