"""Articles to compare, made up from a fixed seed: stories of one to nine articles, with the facts of a few events told anew.

About 3,000 characters, 48 spans and 8 facts each; a story's names, numbers and words come again in its articles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from annotations.articles import Article
from annotations.compare.material import ComparedArticle
from annotations.facts import Fact, Filler, Number, Role
from annotations.spans import Span, Status, derived_id
from tests.benchmarks.made_articles import SYLLABLES

SPANS, FACTS, SENTENCES, WORDS = 48, 8, 32, 14  # an article; words a sentence
EVENTS, NAMES = 6, 14  # a story
TRIGGERS = {
    "ATTACK": ("struck", "hit", "attacked", "bombed"),
    "CASUALTY": ("killed", "wounded", "injured"),
    "DEPLOYMENT": ("sent", "deployed"),
    "STATEMENT": ("said", "denied", "announced"),
}
ROLES = {  # of a type: who, whom, how many
    "ATTACK": ("actor", "target", "count"),
    "CASUALTY": ("cause", "victim", "count"),
    "DEPLOYMENT": ("actor", "unit", "count"),
    "STATEMENT": ("speaker", "topic", ""),
}
LABELS = ("GPE", "PERSON", "ORG", "NORP", "LOC", "FAC")


@dataclass(frozen=True)
class MadeEvent:
    """An event as every article of its story tells it: type, names and number; the words around are others."""

    type: str
    who: tuple[str, str]
    what: str
    where: tuple[str, str]
    number: int


@dataclass
class MadeText:
    """A text as it grows, with its spans."""

    id: str
    words: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)

    def add(self, words: str) -> tuple[int, int]:
        """Add words and a blank; return their bounds."""
        start = self.length
        self.words.append(words)
        self.length += len(words) + 1
        return start, start + len(words)

    def name(self, name: tuple[str, str]) -> Span:
        start, end = self.add(name[0])
        id_ = derived_id(self.id, start, end)
        self.spans.append(Span(id_, start, end, name[1], Status.CONFIRMED, "made"))
        return self.spans[-1]


class Maker:
    """Makes stories from one seed, each with so many names."""

    def __init__(self, seed: int = 7, *, names: int = NAMES) -> None:
        self.chance = random.Random(seed)
        self.names = names
        self.vocabulary = [self._word() for _ in range(30_000)]
        self.often = list(accumulate(1 / (rank + 10) for rank in range(len(self.vocabulary))))

    def articles(self, count: int) -> Iterator[ComparedArticle]:
        """Yield so many articles, story by story."""
        made = 0
        while made < count:
            names = [self._name() for _ in range(self.names)]
            own = self.chance.choices(self.vocabulary, k=40)
            events = [self._event(names) for _ in range(EVENTS)]
            for _ in range(min(self.chance.randint(1, 9), count - made)):
                yield self._article(made, names, own, events)
                made += 1

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 4)))

    def _name(self) -> tuple[str, str]:
        label = self.chance.choice(LABELS)
        words = 1 if label in ("GPE", "NORP", "LOC") else 2
        return " ".join(self._word().capitalize() for _ in range(words)), label

    def _event(self, names: list[tuple[str, str]]) -> MadeEvent:
        who, where = self.chance.sample(names, 2)
        type_ = self.chance.choice(list(TRIGGERS))
        return MadeEvent(type_, who, self.chance.choice(self.vocabulary), where, self.chance.randint(2, 60))

    def _article(
        self, number: int, names: list[tuple[str, str]], own: list[str], events: list[MadeEvent]
    ) -> ComparedArticle:
        text = MadeText(f"article-{number:06}")
        facts: list[Fact] = []
        for place in range(SENTENCES):
            if place % (SENTENCES // FACTS) == 0:
                facts.append(self._told(text, self.chance.choice(events)))
            else:
                text.name(self.chance.choice(names))
            self._fill(text, own)
        for _ in range(SPANS - len(text.spans)):
            text.name(self.chance.choice(names))
        body = " ".join(text.words)
        article = Article(text.id, body, f"Made article {number:,}", {"published": "2024-01-23"})
        return ComparedArticle(article, tuple(text.spans), tuple(facts))

    def _fill(self, text: MadeText, own: list[str]) -> None:
        """Add the rest of a sentence, a third of it the story's own words."""
        words = self.chance.choices(self.vocabulary, cum_weights=self.often, k=WORDS)
        for word in words[:-1]:
            text.add(self.chance.choice(own) if self.chance.random() < 1 / 3 else word)
        text.add(words[-1] + ".")

    def _told(self, text: MadeText, event: MadeEvent) -> Fact:
        """Add the words that tell an event, one time in six with another number; return the fact."""
        who_role, what_role, count_role = ROLES[event.type]
        who = text.name(event.who)
        trigger = text.add(self.chance.choice(TRIGGERS[event.type]))
        roles = [Role(who_role, (Filler(who.start, who.end, who.id),))]
        if count_role:
            number = event.number if self.chance.random() < 5 / 6 else event.number + 1
            value = Number(float(number), "=", f"{event.what}s")
            roles.append(Role(count_role, (Filler(*text.add(str(number)), None, value),)))
        roles.append(Role(what_role, (Filler(*text.add(f"{event.what}s")),)))
        text.add("in")
        where = text.name(event.where)
        roles.append(Role("place", (Filler(where.start, where.end, where.id),)))
        return Fact(derived_id(text.id, "fact", trigger[0]), event.type, trigger, tuple(roles))
