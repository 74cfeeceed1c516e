"""Articles for benchmarks, made up from a fixed seed: about 3,000 characters and 47 spans each."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

ARTICLES, SPANS = 10_000, 469_000
LABELS = ("GPE", "PERSON", "ORG", "DATE", "NORP", "CARDINAL", "LOC", "FAC", "MONEY", "TIME")
STATUSES = ("confirmed",) * 19 + ("rejected",)
SYLLABLES = [
    "ba",
    "den",
    "for",
    "gar",
    "hel",
    "is",
    "ko",
    "lem",
    "mi",
    "nor",
    "ou",
    "pra",
    "qu",
    "ris",
    "sta",
    "ter",
    "ul",
    "vor",
    "wen",
    "ya",
    "zé",
    "’s",
]
WORDS = 480  # an article


def write(path: Path, *, articles: int = ARTICLES) -> Path:
    """Our own JSONL, one annotator's set an article."""
    with path.open("w", encoding="utf-8") as file:
        for value in records(articles):
            file.write(json.dumps(value, ensure_ascii=False) + "\n")
    return path


def records(articles: int) -> Iterator[dict[str, Any]]:
    """The first `articles` of them, as the record of design section 6."""
    chance = random.Random(7)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(30_000)]
    often = list(
        accumulate(1 / (rank + 10) for rank in range(len(words)))
    )  # Zipf: a few words make most text
    for number in range(articles):
        spans = (number + 1) * SPANS // ARTICLES - number * SPANS // ARTICLES
        yield record(number, chance.choices(words, cum_weights=often, k=WORDS), spans, chance)


def record(number: int, words: list[str], spans: int, chance: random.Random) -> dict[str, Any]:
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    text = " ".join(words)
    first = sorted(chance.sample(range(len(words) - 2), spans))
    bounds = [(starts[at], starts[at + 1 + chance.randrange(2)] - 1) for at in first]
    return {
        "id": f"article-{number:06}",
        "title": f"Made article {number:,}",
        "text": text,
        "meta": {"published": "2024-01-23", "source": "made"},
        "annotator": "anna",
        "state": "done",
        "spans": [span(start, end, text, chance) for start, end in bounds],
        "facts": [],
        "boilerplate": [],
        "comments": [],
    }


def span(start: int, end: int, text: str, chance: random.Random) -> dict[str, Any]:
    return {
        "id": f"{chance.getrandbits(64):016x}",
        "start": start,
        "end": end,
        "label": chance.choice(LABELS),
        "status": chance.choice(STATUSES),
        "origin": "en_news 1.0",
        "score": round(chance.random(), 2),
        "entity": None,
        "text": text[start:end],
    }
