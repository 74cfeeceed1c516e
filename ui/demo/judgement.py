"""The judgement of the demo's annotator on suggested facts: rules of thumb, and what the samples say to a reader.

A fact is confirmed when somebody who does not see the article would understand it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.fact_attributes import Modality
from annotations.fact_verbs import fillers_in, incomplete
from annotations.facts import Fact, Filler
from annotations.schema.types import Schema
from annotations.sheet import Sheet
from annotations.text.sentences import sentences
from annotations.text.text import paragraph_of

Range = tuple[int, int]
Changes = dict[str, tuple[Range, ...]]  # by role, what fills it now

SHIPS = ("Galaxy Leader", "Rubymar", "True Confidence", "Marlin Luanda")
# Where a rule of thumb would confirm what the article does not say, by the words round the trigger.
WRONG = (
    "contributed reporting",
    "Minor damage",
    "danger of sinking",
    "payment of public salaries",
    "if three had died",
    "number of injured began",
    "neither proved nor withdrawn",
    "are said to be wounded",
    "entry said 16 targets were struck",
    "answer to their own capitals",
)
# What a reader sees and the rules did not: the words round the trigger, a role, and what fills it.
SEEN = (
    ("British forces hit", "actor", ("U.S.", "British")),
    ("a submarine struck Houthi", "target", ("Houthi missile, drone and radar sites",)),
    ("a submarine struck Houthi", "place", ("Yemen",)),
    ("weapons were destroyed by", "cause", ("United States", "United Kingdom")),
    ("could count three craters", "source", ("visitor",)),
    ("A Huthi guard said", "speaker", ("Huthi guard",)),
    ("are meeting in New York", "place", ("New York",)),
    ("did go down", "source", ()),
)
REFERENTS = re.compile(rf"\b(?:council|group|forum|{'|'.join(SHIPS)})\b")
PRONOUNS = {"he", "she", "it", "they", "we", "you"}
# Nouns of people and bodies that speak; other words that no label names do not.
SPEAKERS = re.compile(
    r"\b(?:agency|agents?|aides?|authority|department|forum|group|guard|managers?|navy|nurse|office|officials?|owner"
    r"|residents?|senators|source|spokesman|surgeon|worker)$",
    re.IGNORECASE,
)
NAMED = ("PERSON", "ORG", "GPE", "NORP")
PLANS = (Modality.PLANNED, Modality.SPECULATED)


class Judgement:
    """The annotator's judgement on the facts of an article, as its sheet is at the time."""

    def __init__(self, sheet: Sheet, text: str, schema: Schema) -> None:
        self._sheet, self._text, self._schema = sheet, text, schema

    def on(self, fact: Fact) -> Changes | None:
        """Return what is to be changed in the fact so that it can be confirmed; None to reject it."""
        changes = {**self._resolved(fact), **self._victim(fact), **self._seen(fact)}
        if any(self._is_at(fact, words) for words in WRONG) or not self._is_whole(fact, changes):
            return None
        return changes if self._is_sensible(fact, changes) else None

    # --- what is changed

    def _seen(self, fact: Fact) -> Changes:
        rows = ((role, every) for near, role, every in SEEN if self._is_at(fact, near))
        return {role: tuple(self._nearest(fact, words) for words in every) for role, every in rows}

    def _resolved(self, fact: Fact) -> Changes:
        """Return the names for pronouns that a reader understands, by role."""
        found = ((role.role, self._meant(role.fillers[0])) for role in fact.roles if len(role.fillers) == 1)
        return {role: (meant,) for role, meant in found if meant}

    def _meant(self, filler: Filler) -> Range | None:
        """Return the name that "it" stands for, or the "he" behind something quoted; None of other words."""
        start, words = filler.start, self._words(filler)
        if words == "it":
            low = self._sentence(start)[0]
            before = [match.span() for match in REFERENTS.finditer(self._text, low, start)]
            return before[-1] if before else None
        if words == "he" and self._text[:start].rstrip()[-1:] in (",", '"', "”"):
            people = [span for span in self._sheet.confirmed if span.label == "PERSON" and span.end <= start]
            return (people[-1].start, people[-1].end) if people else None
        return None

    def _victim(self, fact: Fact) -> Changes:
        """Return the victims that the sentence names for another number: five fighters killed and six wounded."""
        if fact.type != "CASUALTY" or fillers_in(fact, "victim"):
            return {}
        here = self._sentence(self._at(fact))
        others = (
            fillers_in(other, "victim")
            for other in self._sheet.facts()
            if other.type == fact.type and here[0] <= self._at(other) < here[1]
        )
        return next(({"victim": ((some[0].start, some[0].end),)} for some in others if some), {})

    # --- what is confirmed

    def _is_whole(self, fact: Fact, changes: Changes) -> bool:
        """Return whether no needed role is open, or one that a reader can do without."""
        still_open = [role for role in incomplete(fact, self._schema.facts[fact.type]) if role not in changes]
        if fact.type == "ATTACK" and still_open == ["actor"]:
            return any(fillers_in(fact, role) for role in ("count", "time", "place", "source"))
        if fact.type == "CASUALTY" and still_open == ["count"]:
            return fact.modality is Modality.DENIED
        return not still_open or (fact.type == "CASUALTY" and still_open == ["victim"])

    def _is_sensible(self, fact: Fact, changes: Changes) -> bool:
        left = [
            (role.role, filler) for role in fact.roles if role.role not in changes for filler in role.fillers
        ]
        if any(self._words(filler).lower() in PRONOUNS for role, filler in left if role != "addressee"):
            return False
        if fact.type == "STATEMENT":
            return all(self._speaks(filler) for role, filler in left if role == "speaker")
        if fact.type == "MEETING":
            sides = fillers_in(fact, "participant")
            return len(sides) > 1 or self._words(sides[0]).endswith("s")
        return fact.type != "ATTACK" or fact.modality not in PLANS

    def _speaks(self, filler: Filler) -> bool:
        words, span = self._words(filler), self._sheet.get(filler.span) if filler.span else None
        return bool(span and span.label in NAMED) or words.isupper() or bool(SPEAKERS.search(words))

    # --- where it stands

    def _at(self, fact: Fact) -> int:
        return fact.place[0]

    def _words(self, filler: Filler) -> str:
        return self._text[filler.start : filler.end]

    def _is_at(self, fact: Fact, words: str) -> bool:
        """Return whether the fact's trigger stands in a place with these words."""
        return any(start <= self._at(fact) < start + len(words) for start in self._places(words))

    def _nearest(self, fact: Fact, words: str) -> Range:
        start = min(self._places(words), key=lambda start: abs(start - self._at(fact)))
        return start, start + len(words)

    def _places(self, words: str) -> Iterator[int]:
        return (match.start() for match in re.finditer(re.escape(words), self._text))

    def _sentence(self, at: int) -> Range:
        low, high = paragraph_of(self._text, at)
        found = [(low + start, low + end) for start, end in sentences(self._text[low:high])]
        return next((bounds for bounds in found if bounds[0] <= at < bounds[1]), (low, high))
