"""Work on a small project, done twice: by the program, and as a plain book of what became of each span.

The book is kept by what a person does, not by what the database holds, so that figures can be counted from it anew.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotations import span_verbs
from annotations.articles import Article
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span, Status
from models.project import Project
from models.transfer.machines import machine_sets
from tests.making import arrive, edit, small_project, span

PLACES, LABELS, PEOPLE, ARTICLES = 8, ("PERSON", "ORG", "GPE"), ("anna", "ben"), ("a", "b", "c")
TEXT = " ".join(f"w{n}" for n in range(PLACES + 4))
ORIGINS = ("en_news 1.0", "rule", "seen 3 times")
BEGIN = datetime(2024, 1, 30, 22, tzinfo=UTC)


@dataclass(frozen=True)
class Booked:
    """A span as the book has it: what was suggested, what it is now, and whether it came with a file."""

    said: tuple[int, int, str] | None  # None: made by hand
    now: tuple[int, int, str]
    status: Status
    origin: str
    score: float | None = None
    came: bool = False

    @property
    def fate(self) -> str:
        if self.came:
            return "imported"
        if self.said is None:
            return "by_hand"
        if self.status is Status.REJECTED:
            return "rejected"
        label, bounds = self.said[2] != self.now[2], self.said[:2] != self.now[:2]
        return {(False, False): "taken", (True, False): "relabelled", (False, True): "bounds"}.get(
            (label, bounds), "both"
        )


Book = dict[tuple[str, str, str], Booked]  # by article, annotator, span


def pool() -> dict[str, Span]:
    """The suggestions of every article."""
    made = {}
    for n in range(PLACES):
        score = None if n == 3 else round(0.1 + n * 0.11, 2)
        one = Span(f"p{n}", 3 * n, 3 * n + 2, LABELS[n % 3], Status.SUGGESTED, ORIGINS[n % 3], score)
        made[one.id] = one
    return made


class Simulated:
    """A project in work; `steps` are times, in seconds, between one edit and the next."""

    def __init__(self, folder: Path) -> None:
        self.project: Project = small_project(folder)
        self.book: Book = {}
        self.times: list[tuple[str, float]] = []  # who pressed, and when
        self._undo: dict[str, list[Book]] = {who: [] for who in PEOPLE}
        self._pool, self._clock = pool(), 0.0
        arrive(self.project, *(Record(Article(id_, TEXT + id_, id_)) for id_ in ARTICLES))
        self.project.set_pools([(id_, self._pool.values()) for id_ in ARTICLES], by="en_news 1.0")

    def bring(self, who: str, article: str) -> None:
        """Import a set of theirs, of the last places."""
        spans = [
            span(3 * PLACES, 3 * PLACES + 2, "GPE", f"i{who}", origin="imported"),
            span(3 * PLACES + 3, 3 * PLACES + 5, "ORG", f"j{who}", origin="en_news 1.0", score=0.9),
        ]
        made = AnnotationSet.of(article, who, [*spans, Progress(State.STARTED)])
        arrive(self.project, Record(Article(article, TEXT + article, article), made), annotator=who)
        for one in spans:
            place = (one.start, one.end, one.label)
            self.book[article, who, one.id] = Booked(
                place, place, one.status, one.origin, one.score, came=True
            )

    def machine(self, name: str, article: str) -> None:
        """Have a machine annotate the article, which is no person's work."""
        spans = [replace(one, status=Status.CONFIRMED) for one in self._pool.values()]
        made = AnnotationSet.of(article, name, [*spans, Progress(State.DONE, machine="en_news 1.0")])
        machine_sets.write(self.project, [made], by="anna", name=name)
        self._pressed("anna", 1.0)
        for undone in self._undo.values():
            undone.clear()

    def act(self, who: str, article: str, verb: str, n: int, other: int, wait: float) -> None:
        """Do what the verb says with the span of that number, if that can be done."""
        made = self.project.annotation_set(article, who)
        try:
            after, book = self._after(made, verb, n, other)
        except UserError:
            return
        if after is None or after == made:
            return
        before = deepcopy(self.book)
        edit(self.project, verb, after)
        self.book = book
        self._undo[who].append(before)
        self._pressed(who, wait)

    def undo(self, who: str, wait: float) -> None:
        """Take back their latest edit; a book of each person's own, since nobody changes another's set."""
        if not self._undo[who]:
            return
        assert self.project.undo(who)
        before = self._undo[who].pop()
        others = {key: one for key, one in self.book.items() if key[1] != who}
        self.book = {**others, **{key: one for key, one in before.items() if key[1] == who}}
        self._pressed(who, wait)

    def _after(self, made: AnnotationSet, verb: str, n: int, other: int) -> tuple[AnnotationSet | None, Book]:
        if verb == "change brought":
            return self._change_brought(made, other)
        book, key = dict(self.book), (made.article, made.annotator, f"p{n % PLACES}")
        suggestion = self._pool[key[2]]
        now = made.spans.get(key[2], suggestion)
        place = (suggestion.start, suggestion.end, suggestion.label)
        booked = book.get(key, Booked(place, place, Status.SUGGESTED, suggestion.origin, suggestion.score))
        start, end, label = booked.now
        if verb == "confirm":
            book[key] = replace(booked, status=Status.CONFIRMED)
            return span_verbs.confirm(made, now), book
        if verb == "reject":
            book[key] = replace(booked, now=place, status=Status.REJECTED)
            return span_verbs.reject(made, now), book
        if verb == "relabel":
            book[key] = replace(booked, now=(start, end, LABELS[other % 3]), status=Status.CONFIRMED)
            return span_verbs.relabel(made, now, LABELS[other % 3]), book
        if verb == "move":
            end = place[1] - other % 2
            book[key] = replace(booked, now=(start, end, label), status=Status.CONFIRMED)
            return span_verbs.move(made, now, start, end, text=TEXT), book
        if verb == "finish":
            return span_verbs.finish(made), book
        return self._by_hand(made, book, n, other)

    def _change_brought(self, made: AnnotationSet, other: int) -> tuple[AnnotationSet | None, Book]:
        id_ = f"i{made.annotator}"
        if id_ not in made.spans:
            return None, self.book
        one, key = made.spans[id_], (made.article, made.annotator, id_)
        label = LABELS[other % 3]
        after = span_verbs.relabel(made, one, label) if other < 4 else span_verbs.reject(made, one)
        now = (one.start, one.end, label if other < 4 else "GPE")
        status = Status.CONFIRMED if other < 4 else Status.REJECTED
        return after, {**self.book, key: replace(self.book[key], now=now, status=status)}

    def _by_hand(
        self, made: AnnotationSet, book: Book, n: int, other: int
    ) -> tuple[AnnotationSet | None, Book]:
        start = 3 * (n % PLACES)
        after = span_verbs.label(made, start, start + 1, LABELS[other % 3], text=TEXT)
        [new] = after.spans.keys() - made.spans.keys() or [""]
        if new:
            book[made.article, made.annotator, new] = Booked(
                None, (start, start + 1, LABELS[other % 3]), Status.CONFIRMED, made.annotator
            )
        return (after if new else None), book

    def _pressed(self, who: str, wait: float) -> None:
        """Give the last event its time."""
        self._clock += wait
        self.times.append((who, self._clock))
        at = (BEGIN + timedelta(seconds=self._clock)).isoformat(timespec="milliseconds")
        self.project.db.run("UPDATE event SET at = ? WHERE number = (SELECT max(number) FROM event)", (at,))

    def fates(self, *people: str) -> Counter[tuple[str, str]]:
        """How many spans of theirs have which fate, by the label suggested."""
        mine = (one for (_, who, _), one in self.book.items() if who in people)
        return Counter(((one.said or one.now)[2], one.fate) for one in mine)
