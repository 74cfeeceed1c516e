"""The sentence of the article that the builder shows: its candidates with their signs, and the words selected in it."""

from __future__ import annotations

from annotations import fact_signs as signs
from annotations.fact_draft import Nearby, Range, sentence_beside
from annotations.fact_signs import SignedWords
from annotations.facts import Fact
from annotations.text.text import trim
from ui.building.choosing import WordChoice, stepped
from ui.building.writing import Workplace
from ui.facts.fact_place import nearby
from ui.session import Session

READ = 1_000  # code points on each side of a place in which noun phrases are looked for


class SentenceInHand:
    """The sentence in hand; the signs of each that was in hand are kept until the fact is done."""

    def __init__(self, session: Session, at: Workplace) -> None:
        self._session, self._at = session, at
        self.bounds: Range = (0, 0)
        self.choice: WordChoice | None = None
        self._near: Range = (0, 0)
        self._dealt: dict[Range, list[SignedWords]] = {}
        self._by_hand: set[Range] = set()
        self._material: Nearby | None = None
        self._phrases: list[Range] | None = None  # of the sentence in hand

    def begin(self, at: Range) -> None:
        """Take the sentence at a place in hand, and forget all signs."""
        self._dealt, self._by_hand, self.choice = {}, set(), None
        self._near = at
        self.forget()
        self.bounds = nearby(self._session, self._at.sheet, at).sentence(at)

    def forget(self) -> None:
        """Look anew at what the article has."""
        self._material = self._phrases = None

    def step(self, step: int) -> bool:
        """Take the sentence after (1) or before (-1) in hand; return whether there is one."""
        found = sentence_beside(self._session.text, self.bounds, step)
        if found == self.bounds:
            return False
        self.bounds, self.choice = found, None
        self.forget()
        return True

    def go_to(self, place: int) -> None:
        """Take the sentence with that place of the text in hand, if there is one."""
        found = nearby(self._session, self._at.sheet, (place, place)).sentence((place, place))
        if not self.bounds[0] <= place < self.bounds[1] and found[0] < found[1]:
            self.bounds, self.choice = found, None
            self.forget()

    def at(self, place: int) -> SignedWords | None:
        """Return the innermost candidate at that place of the text, if it was dealt."""
        there = [one for one in self._dealt.get(self.bounds, ()) if one.start <= place < one.end]
        return min(there, key=lambda one: one.end - one.start, default=None)

    @property
    def material(self) -> Nearby:
        """Return the text and the spans round the sentence."""
        if self._material is None:
            self._material = nearby(self._session, self._at.sheet, self.bounds)
        return self._material

    def candidates(self, fact: Fact) -> list[SignedWords]:
        """Return the candidates of the sentence with their signs."""
        near = self._near if self.bounds[0] <= self._near[0] < self.bounds[1] else self.bounds[:1] * 2
        if self._phrases is None:
            self._phrases = self._noun_phrases(near)
        found = signs.found_in(self.material, self.bounds, fact, self._phrases, self._by_hand)
        self._dealt[self.bounds] = signs.dealt(found, near, self._dealt.get(self.bounds, ()))
        return self._dealt[self.bounds]

    def signed(self, sign: str) -> SignedWords | None:
        """Return the candidate that has the sign, if one was dealt it."""
        return next((one for one in self._dealt.get(self.bounds, ()) if one.sign == sign), None)

    def add(self, bounds: Range) -> None:
        """Have words that were selected by hand as a candidate from now on."""
        self._by_hand.add(bounds)

    def _noun_phrases(self, near: Range) -> list[Range]:
        """Return the noun phrases of the sentence, if the proposals of facts read its language."""
        from annotations.suggest.facts.grammar.noun_phrases import noun_phrases  # slow to load

        project = self._session.project
        if project is None or project.schema.language != "en":
            return []
        low, high = max(self.bounds[0], near[0] - READ), min(self.bounds[1], near[1] + READ)
        return noun_phrases(self._session.text, (low, high), self.material.spans)

    # --- words selected in it

    @property
    def chosen(self) -> Range | None:
        """Return the words selected, without blanks at their ends."""
        return trim(self._session.text, *self.choice.bounds) if self.choice else None

    def choose(self, bounds: Range | None) -> None:
        """Select these words, or none."""
        self.choice = WordChoice(bounds, bounds) if bounds else None

    def select(self, tokens: list[Range], step: int, *, extends: bool) -> None:
        """Select the next word (1) or the one before (-1), or up to it; the first is the one beside the trigger."""
        text = self._session.text
        words = [word for word in tokens if any(map(str.isalnum, text[slice(*word)]))]
        near = self._near if self.bounds[0] <= self._near[0] < self.bounds[1] else (self.bounds[0],) * 2
        self.choice = stepped(words, self.choice, step, near, extends=extends)
