"""The cards of an article's facts, one a fact, in text order.

A card is made anew only when its fact, or the label of a filler, differs from before; of an edit only the facts
that it touched are looked at.  Its sentence is put together when it is first asked for: most are never seen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import cached_property

from annotations.fact_attributes import ATTRIBUTES
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.sentences import Sentence, open_needed, sentence_of
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.text.sentences import sentences
from annotations.text.text import paragraph_of, quoted

Bounds = tuple[int, int]
LONGEST = 400  # code points of the article's sentence that are shown on either side of the fact


@dataclass(frozen=True)
class FactCard:
    """A fact as shown.

    `labels` are those of its fillers, `missing` the needed roles that are open, `at` the bounds of the sentence of
    the article that its trigger, or else its first filler, stands in.
    """

    fact: Fact
    labels: tuple[str, ...]
    trigger: str
    missing: tuple[str, ...]
    at: Bounds
    text: str = field(repr=False)
    schema: Schema = field(repr=False)
    spans: Mapping[str, Span] = field(repr=False)  # those of its fillers, by id
    told: Sentence | None = field(default=None, repr=False)  # the sentence, when the card before had the same

    @property
    def is_suggested(self) -> bool:
        return self.fact.status is Status.SUGGESTED

    @property
    def lacks(self) -> str:
        """Return in words which needed roles are open, "" for none."""
        return f"no {', '.join(self.missing)}" if self.missing else ""

    @property
    def score(self) -> str:
        """Return how sure the suggestion is, "" when nothing says so."""
        return f"{self.fact.score:.0%}" if self.is_suggested and self.fact.score is not None else ""

    @cached_property
    def sentence(self) -> Sentence:
        return self.told or sentence_of(self.fact, self.text, self.schema, self.spans)

    @property
    def evidence(self) -> str:
        """Return the article's sentence."""
        start, end = self.fact.place
        low, high = max(self.at[0], start - LONGEST), min(self.at[1], end + LONGEST)
        return " ".join(self.text[low:high].split())

    def __str__(self) -> str:
        score = self.score.replace("%", " per cent")
        stated = (ATTRIBUTES[name].words(value) for name, value in self.fact.compared())
        state = ", ".join(filter(None, (self.fact.type, self.fact.status.value, score, *stated)))
        return ", ".join(filter(None, (f"{state}: {self.sentence.words}", self.lacks)))


class CardMaker:
    """The maker of an article's cards, which keeps those that still hold."""

    def __init__(self, text: str, schema: Schema) -> None:
        self._text, self._schema = text, schema
        self._cards: list[FactCard] = []
        self._kept: dict[str, FactCard] = {}
        self._sheet: Sheet | None = None  # what the cards are of
        self._touched: dict[str, None] = {}  # ids of facts whose cards are looked at again
        self._sentences: dict[Bounds, list[Bounds]] = {}  # by paragraph

    def touch(self, ids: Iterable[str]) -> None:
        """Forget the cards of facts that an edit in the sheet touched: see `Seen.facts`."""
        self._touched.update(dict.fromkeys(ids))

    def cards(self, sheet: Sheet) -> list[FactCard]:
        """Return the cards of all facts that the annotator sees, in text order."""
        facts = sheet.facts()
        if sheet is not self._sheet:
            self._sheet, self._touched = sheet, dict.fromkeys(fact.id for fact in facts)
        elif not self._touched:
            return self._cards
        for id_ in self._touched:
            if fact := sheet.fact(id_):
                self._kept[id_] = self._card(fact, sheet)
        self._touched = {}
        self._cards = [self._kept[fact.id] for fact in facts]
        return self._cards

    def _card(self, fact: Fact, sheet: Sheet) -> FactCard:
        spans = {f.span: span for f in fact.fillers() if f.span and (span := sheet.get(f.span))}
        labels = tuple(spans[f.span].label if f.span in spans else "" for f in fact.fillers())
        old = self._kept.get(fact.id)
        if old and old.labels == labels and (old.fact is fact or old.fact == fact):
            return old
        trigger = quoted(self._text, *fact.trigger) if fact.trigger else ""
        missing, at = open_needed(fact, self._schema), self.sentence_at(fact.place[0])
        is_same = old is not None and old.labels == labels and _says_the_same(old.fact, fact)
        told = vars(old).get("sentence") if is_same else None
        return FactCard(fact, labels, trigger, missing, at, self._text, self._schema, spans, told)

    def sentence_at(self, offset: int) -> Bounds:
        """Return the bounds of the article's sentence there; between two it is the one before."""
        low, high = paragraph_of(self._text, min(offset, len(self._text)))
        if (low, high) not in self._sentences:
            found = [(low + start, low + end) for start, end in sentences(self._text[low:high])]
            self._sentences[low, high] = found or [(low, high)]
        here = self._sentences[low, high]
        return here[max(0, bisect_right(here, offset, key=lambda bounds: bounds[0]) - 1)]

    def sentence_after(self, bounds: Bounds) -> Bounds | None:
        """Return the bounds of the next sentence; None for the last one's."""
        end = bounds[1]
        while end < len(self._text) and self._text[end].isspace():
            end += 1
        return self.sentence_at(end) if end < len(self._text) else None


def _says_the_same(old: Fact, new: Fact) -> bool:
    """Return whether only the decision differs: a sentence takes longer to make than all the rest of a card."""
    return replace(old, status=new.status, score=new.score, origin=new.origin) == new
