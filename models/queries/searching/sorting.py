"""Found places in another order: by the words to the left or right, by the words, title, date or label.

Each is given its key once, article after article, and the keys are merged while they are asked for: neither the first
page nor the last one waits for all of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from itertools import islice

from annotations.errors import UserError
from annotations.search.hits import FoundPlace
from annotations.search.query import SearchTarget
from models.queries.searching import SearchedProject
from models.queries.searching.contexts import labels_now
from models.queries.searching.letters import BLANK, MARK, folded
from models.queries.searching.nearby import sheets_at
from models.queries.searching.own_work import AnnotatorWork
from models.store.rows import Row

MOST = 500_000  # places: 250 bytes each while they are sorted
TOO_MANY = "Only {most:,} hits can be sorted at once, and {many:,} were found; ask for less, or leave them in the order of articles."
WIDE = 60  # code points by which contexts are told apart
STEP, RUN = 2_000, 20_000  # places that a step looks at, and that are sorted at a time
Keyed = tuple[str, int, FoundPlace]  # the key, then the place among those given
Key = Callable[
    [FoundPlace, Row, str], str
]  # of a place in an article (number, title, date) of that folded text
ARTICLES = (
    "SELECT id, number, title, json_extract(meta, '$.published'), {text} FROM article "
    "JOIN article_text ON article = number WHERE id IN (SELECT value FROM json_each(:ids))"
)


def _left(place: FoundPlace, _: Row, text: str) -> str:
    words = text[max(0, place.start - WIDE) : place.start].replace(MARK, "").split(BLANK)
    return BLANK.join(filter(None, reversed(words)))


def _right(place: FoundPlace, _: Row, text: str) -> str:
    return BLANK.join(text[place.end : place.end + WIDE].replace(MARK, "").split())


def _words(place: FoundPlace, _: Row, text: str) -> str:
    return BLANK.join(text[place.start : min(place.end, place.start + WIDE)].replace(MARK, "").split())


KEYS: dict[str, Key] = {
    "left": _left,
    "right": _right,
    "words": _words,
    "article": lambda _, article, __: " ".join(article[1].casefold().split()),
    "date": lambda _, article, __: str(article[2] or "\U0010ffff"),
    "label": lambda place, _, __: place.label,
}
OF_TEXT = ("left", "right", "words")


def sorted_places(
    project: SearchedProject, places: Sequence[FoundPlace], by: str
) -> Iterator[list[FoundPlace]]:
    """Yield the places in that order, in steps of a few milliseconds; at first empty ones, while they are read.

    `by`: one of KEYS; those that are alike stay in the order given, what has no date comes last.  Places of articles
    that are gone are left out.  UserError when there are more than MOST.
    """
    if len(places) > MOST:
        raise UserError(TOO_MANY.format(most=MOST, many=len(places)))
    return _steps(project, places, by)


def _steps(project: SearchedProject, places: Sequence[FoundPlace], by: str) -> Iterator[list[FoundPlace]]:
    runs, run = list[list[Keyed]](), list[Keyed]()
    for at in range(0, len(places), STEP):
        run += _keyed(project, places[at : at + STEP], at, by)
        if len(run) >= RUN:
            runs.append(sorted(run))
            run = []
        yield []
    ordered = merge(*runs, sorted(run))
    while step := [keyed[2] for keyed in islice(ordered, STEP)]:
        yield step


def _keyed(project: SearchedProject, places: Sequence[FoundPlace], first: int, by: str) -> Iterator[Keyed]:
    """Yield these places with their keys; `first` is the place of the first one among all."""
    key = KEYS[by]
    own = AnnotatorWork(project.db, places[0].annotator)
    sql = ARTICLES.replace("{text}", "text" if by in OF_TEXT else "''")
    ids = json.dumps([*{place.article for place in places}])
    articles: dict[str, Row] = {row[0]: row[1:] for row in own.rows(sql, ids=ids)}
    if by == "label" and places[0].target is SearchTarget.WORDS:
        key = _label_now(own, places, articles)
    texts = dict[str, str]()
    for number, place in enumerate(places, first):
        if article := articles.get(place.article):
            if place.article not in texts:
                texts[place.article] = folded(article[3])
            yield key(place, article, texts[place.article]), number, place


def _label_now(own: AnnotatorWork, places: Sequence[FoundPlace], articles: dict[str, Row]) -> Key:
    """Return the key of words: the labels that stand on them now, those around them behind the same on them."""
    at: dict[int, list[tuple[int, int]]] = {}
    for place in places:
        if article := articles.get(place.article):
            at.setdefault(article[0], []).append((place.start, place.end))
    sheets = sheets_at(own, at)
    return lambda place, article, _: ", ".join(
        f"{one.label} {'in' * one.is_around}{'?' * one.is_open}"
        for one in labels_now(sheets[article[0]], place)
    )
