"""What two people (or more) have marked, made by hand or by chance, for the tests of agreement."""

from __future__ import annotations

import random
from collections.abc import Sequence

from annotations.agreement.compared import Compared
from annotations.agreement.report import Agreement
from annotations.facts import Fact
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span

LABELS = ("PERSON", "ORG", "GPE")
WORDS = " ".join(f"word{n:02}" for n in range(40))  # 40 tokens of 6 code points, 7 apart
Mark = tuple[int, int, str]


def made(
    article: str, who: str, marks: Sequence[Mark], *facts: Fact, state: State = State.DONE
) -> AnnotationSet:
    spans = [Span(f"{who}{n}", *mark) for n, mark in enumerate(marks)]
    return AnnotationSet.of(article, who, [*spans, *facts, Progress(state)])


def article(text: str = WORDS, id_: str = "a", **marks: Sequence[Mark]) -> Compared:
    """An article with the spans of each annotator."""
    return Compared(id_, text, {who: made(id_, who, said) for who, said in marks.items()})


def by_chance(articles: int, who: Sequence[str] = ("anna", "ben"), seed: int = 3) -> list[Compared]:
    """Articles on which the annotators mostly say the same."""
    chance = random.Random(seed)
    return [article(id_=f"a{n}", **_marks(chance, who)) for n in range(articles)]


def _marks(chance: random.Random, who: Sequence[str]) -> dict[str, list[Mark]]:
    base = [(7 * at, 7 * at + 6 + 7 * chance.randrange(2), chance.choice(LABELS)) for at in range(0, 38, 3)]
    return {name: [_heard(chance, mark) for mark in base if chance.random() < 0.8] for name in who}


def _heard(chance: random.Random, mark: Mark) -> Mark:
    start, end, label = mark
    wide = end + 7 if chance.random() < 0.15 and end + 7 <= len(WORDS) else end
    return start, wide, chance.choice(LABELS) if chance.random() < 0.2 else label


def token_labels(one: Compared) -> dict[str, list[str]]:
    """The labels of all tokens by annotator, token by token: of the longest span there, of equals the earlier."""

    def said(spans: Sequence[Span], start: int, end: int) -> str:
        there = [s for s in spans if s.start < end and start < s.end]
        return max(there, key=lambda s: (s.end - s.start, -s.start, s.label)).label if there else "O"

    return {who: [said(spans, *bounds) for bounds in one.tokens] for who, spans in one.spans.items()}


def figures(articles: Sequence[Compared], *who: str, **how: int) -> dict:
    return Agreement(articles, who or ("anna", "ben"), **{"times": 50, **how}).as_json()
