"""A project for benchmarks of searches: articles of about 1,000 characters, each with 50 spans and 5 facts.

The first half is done by hand, with its suggestions decided; in the rest everything is suggested.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import accumulate

from annotations.facts import Date, Fact, Filler, Number, Role
from annotations.sets import Boilerplate, Progress, State
from annotations.spans import Span, Status
from models.project import Project
from models.store.rows import ITEM_COLUMNS, Row, marks, to_row
from tests.benchmarks.made_articles import LABELS, SYLLABLES

WHO, LENGTH, SPANS, FACTS = "anna", 1_000, 50, 5
RARE = "Kataib"  # a word of one article in a hundred
TYPES = ("ATTACK", "DEATHS", "STATEMENT", "MEETING", "ARREST")
SOURCES = ("made", "Reuters", "BBC", "AFP")


def fill(project: Project, articles: int) -> None:
    """Articles from a fixed seed, written as rows."""
    chance, db = random.Random(11), project.db
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(30_000)]
    often = list(accumulate(1 / (rank + 10) for rank in range(len(words))))
    with db.writing():
        for first in range(1, articles + 1, 1_000):
            numbers = range(first, min(first + 1_000, articles + 1))
            texts = [
                (number, text(number, chance.choices(words, cum_weights=often, k=LENGTH)))
                for number in numbers
            ]
            rows = ((n, f"article-{n:06}", f"Made article {n:,}", meta(n), len(t)) for n, t in texts)
            db.many(
                "INSERT INTO article (number, id, title, meta, length, hash) VALUES (?, ?, ?, ?, ?, '')", rows
            )
            db.many("INSERT INTO article_text VALUES (?, ?)", texts)
            db.many("INSERT INTO article_words (rowid, text) VALUES (?, ?)", texts)
            for number, words_there in texts:
                mark(project, number, words_there, chance, is_done=number * 2 <= articles)


def text(number: int, words: list[str]) -> str:
    """The words up to the length, in sentences; every hundredth article has the rare one."""
    said = " ".join(words)[:LENGTH]
    return (
        f"{said[: LENGTH // 2]} {RARE} {said[LENGTH // 2 + len(RARE) + 2 :]}" if number % 100 == 0 else said
    )


def meta(number: int) -> str:
    return json.dumps(
        {"published": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}", "source": SOURCES[number % 4]}
    )


def mark(project: Project, number: int, text: str, chance: random.Random, *, is_done: bool) -> None:
    """Writes the article's pool and, of one that is done, the set."""
    starts = [0, *(at + 1 for at, sign in enumerate(text[:-1]) if sign == " " != text[at + 1])]
    at = sorted(chance.sample(range(len(starts) - 2), SPANS))
    spans = [span(number, n, starts[one], starts[one + 1] - 1, chance) for n, one in enumerate(at)]
    facts = [fact(number, n, spans[n * 10 : n * 10 + 4], chance) for n in range(FACTS)]
    pool = [*spans, *facts, Boilerplate(0, 40, Status.SUGGESTED)]
    insert = f"INSERT INTO suggestion (article, {ITEM_COLUMNS}) VALUES ({marks(10)})"
    project.db.many(insert, ((number, *to_row(item)) for item in pool))
    if is_done:
        insert = f"INSERT INTO item (article, annotator, {ITEM_COLUMNS}, event) VALUES ({marks(12)})"
        project.db.many(insert, decided(number, [*spans, *facts], chance))


def decided(number: int, suggested: list[Span | Fact], chance: random.Random) -> Iterator[Row]:
    for item in suggested:
        status = "rejected" if chance.random() < 0.05 else "confirmed"
        row = list(to_row(item))
        row[5] = status
        if row[-1] is not None:
            row[-1] = row[-1].replace('"suggested"', f'"{status}"')
        yield (number, WHO, *row, 1)
    yield (number, WHO, *to_row(Progress(State.DONE)), 1)


def span(number: int, n: int, start: int, end: int, chance: random.Random) -> Span:
    label, score = chance.choice(LABELS), round(chance.random(), 2)
    return Span(f"{number:x}-{n}", start, end, label, Status.SUGGESTED, "en_news 1.0", score)


def fact(number: int, n: int, spans: list[Span], chance: random.Random) -> Fact:
    trigger, who, many, when = spans
    day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    roles = (
        Role("agent", (Filler(who.start, who.end, who.id),)),
        Role("count", (Filler(many.start, many.end, many.id, Number(chance.randrange(100))),)),
        Role("time", (Filler(when.start, when.end, when.id, Date(day, day, "day")),)),
    )
    at = (trigger.start, trigger.end)
    return Fact(f"f{number:x}-{n}", TYPES[n], at, roles, (), Status.SUGGESTED, "rule", 0.8)
