"""A project of as many articles as one likes, as lines of our own JSONL: 560 characters and 4 spans each, from a seed.

Of twenty articles eight are new and have suggestions, eleven are done or begun by one of three annotators, one is done by
two of them.  An article depends on its number and the seed alone, so that a smaller project is the beginning of a larger.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from tests.benchmarks.made_articles import SYLLABLES

LENGTH, SPANS = 560, 4  # code points and spans of an article; each span has a sentence
SENTENCE = LENGTH // SPANS
WORDS, NAMES, SOURCES = 300_000, 60_000, 24
LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC")
TOPICS = ("politics", "economy", "shipping", "conflict", "climate", "health", "sport", "law")
BEGIN, DAYS = date(2019, 1, 1), 2_000
RARE, COMMON = "Kataibol", "Monday"  # one article in ten thousand, one in three
WORK = (  # of twenty articles: who did what to each
    *[()] * 8,
    *[(("anna", "done"),)] * 6,
    *[(("ben", "done"),)] * 2,
    *[(("cleo", "done"),)] * 2,
    (("anna", "started"),),
    (("anna", "done"), ("ben", "done")),
)


class MillionMaker:
    """Makes articles from one seed."""

    def __init__(self, seed: int = 7) -> None:
        self.seed = seed
        chance = random.Random(seed)
        self._words = [_word(chance) for _ in range(WORDS)]
        self._often = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))  # Zipf
        self._names = [_name(chance, n) for n in range(NAMES)]
        self._known = list(accumulate(1 / (rank + 50) for rank in range(NAMES)))

    def records(self, articles: int) -> Iterator[dict[str, Any]]:
        """Yield the records of the first so many articles: one for each annotator, one without where nobody worked."""
        for number in range(articles):
            yield from self.article(number)

    def article(self, number: int) -> list[dict[str, Any]]:
        """Return the records of one article."""
        chance = random.Random(self.seed * 1_000_003 + number)
        text, places = self._text(number, chance)
        title = " ".join(chance.choices(self._words, cum_weights=self._often, k=6)).capitalize()
        published = BEGIN + timedelta(days=chance.randrange(DAYS))
        value = {
            "id": f"article-{number:07}",
            "title": f"{title} {number:,}",
            "text": text,
            "meta": {
                "published": published.isoformat(),
                "source": f"Source {int(SOURCES * chance.random() ** 2) + 1}",
                "batch": f"batch {number // 1_000 + 1}",
            },
            "facts": [],
            "boilerplate": [],
            "comments": [],
        }
        topics = [chance.choice(TOPICS)]
        works = WORK[number % len(WORK)]
        if not works:
            spans = self._spans(number, text, places, chance, "suggested")
            return [value | {"annotator": None, "state": "new", "spans": spans}]
        return [
            value
            | {"annotator": who, "state": state, "topics": topics}
            | {"spans": self._spans(number, text, places, chance, state)}
            for who, state in works
        ]

    def _text(self, number: int, chance: random.Random) -> tuple[str, list[tuple[int, int, str]]]:
        """Return four sentences and the bounds and label of the name in each."""
        sentences, places = [], []
        words = chance.choices(self._words, cum_weights=self._often, k=SPANS * 32)
        names = chance.choices(self._names, cum_weights=self._known, k=SPANS)
        for at, (name, label) in enumerate(names):
            rest = words[at * 32 : at * 32 + 32]
            if at == 0 and number % 3 == 0:
                rest[4] = COMMON
            if at == 1 and number % 10_000 == 0:
                rest[5] = RARE
            said = f"{rest[0].capitalize()} {name} {' '.join(rest[1:])}"
            said = said[: SENTENCE - 2].rstrip().ljust(SENTENCE - 2, "e")
            start = at * SENTENCE + len(rest[0]) + 1
            places.append((start, start + len(name), label))
            sentences.append(f"{said}.")
        return " ".join(sentences) + "\n", places

    def _spans(
        self,
        number: int,
        text: str,
        places: list[tuple[int, int, str]],
        chance: random.Random,
        state: str,
    ) -> list[dict[str, Any]]:
        return [
            {
                "id": f"{number:x}-{at}",
                "start": start,
                "end": end,
                "label": label if chance.random() < 0.9 else chance.choice(LABELS),
                "status": _status(at, state, chance),
                "origin": "en_news 1.0.0" if chance.random() < 0.8 else "rule",
                "score": round(chance.random(), 2),
                "entity": None,
                "text": text[start:end],
            }
            for at, (start, end, label) in enumerate(places)
        ]


def write(path: Path, articles: int, *, seed: int = 7) -> Path:
    """Write the records line by line."""
    with path.open("w", encoding="utf-8") as file:
        for value in MillionMaker(seed).records(articles):
            file.write(json.dumps(value, ensure_ascii=False) + "\n")
    return path


def _status(at: int, state: str, chance: random.Random) -> str:
    if state == "suggested" or (state == "started" and at >= SPANS // 2):
        return "suggested"
    return "confirmed" if chance.random() < 0.9 else "rejected"


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))


def _name(chance: random.Random, number: int) -> tuple[str, str]:
    """Return a name of one or two words and its label."""
    words = [_word(chance).capitalize() for _ in range(1 + number % 2)]
    return " ".join(words), LABELS[number % len(LABELS)]
