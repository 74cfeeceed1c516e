"""The places that a search found as hits to act on: read in steps, and the one edit over all their sets."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import Protocol

from annotations.carrying.carried import CarriedDecision, Extent
from annotations.carrying.found import found_hits
from annotations.carrying.hits import Hit
from annotations.edits import Change, Edit
from annotations.fact_verbs import incomplete
from annotations.facts import Fact
from annotations.schema.types import FactType, Schema
from annotations.search.hits import FoundPlace
from annotations.search.query import SearchTarget
from annotations.sheet import Sheet
from models.queries.carrying import carry
from models.queries.carrying.batches import batches
from models.queries.searching.nearby import sheets_at
from models.queries.searching.own_work import AnnotatorWork
from models.store.database import Database, shown_set, stored_pool

ROOM, MOST = 100_000, 40  # code points of text and articles that a step looks through; one article at least
ARTICLES = "SELECT id, number, title, length FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number"
TEXTS = "SELECT article, text FROM article_text WHERE article IN (SELECT value FROM json_each(?))"
Article = tuple[str, int, str, int]  # id, number, title, length


class ActedOn(Protocol):
    """An open project, as far as acting on hits knows it."""

    @property
    def db(self) -> Database: ...

    @property
    def schema(self) -> Schema: ...


def find(
    project: ActedOn, found: Iterable[FoundPlace], annotator: str, *, extent: Extent = Extent.WORDS
) -> Iterator[list[Hit]]:
    """Yield the places as hits, in the order of articles, in steps of a few milliseconds.

    Those of articles that are gone are left out.  `extent`: what of each may be made boilerplate.
    """
    places: dict[str, list[FoundPlace]] = defaultdict(list)
    for place in found:
        places[place.article].append(place)
    articles = project.db.rows(ARTICLES, (json.dumps([*places]),))
    for batch in batches(articles, itemgetter(3), room=ROOM, most=MOST):
        yield _hits(project, batch, places, annotator, extent)


def edit(
    project: ActedOn, verb: str, chosen: Sequence[Hit], decision: CarriedDecision, *, annotator: str
) -> Edit:
    """Return one edit that carries the decision to these hits.  StaleEdit when one is not as it was found."""
    made = changes(project, verb, chosen, decision, annotator=annotator)
    return Edit(verb, tuple(change for some in made for change in some))


def changes(
    project: ActedOn, verb: str, chosen: Sequence[Hit], decision: CarriedDecision, *, annotator: str
) -> Iterator[tuple[Change, ...]]:
    """Yield the changes of that edit, a few articles at a time.  StaleEdit as `edit`."""
    places = defaultdict(list)
    for hit in chosen:
        places[hit.article].append(_place(hit, annotator))

    def again(articles: Iterable[str]) -> Iterator[list[Hit]]:
        some = (place for article in articles for place in places[article])
        return find(project, some, annotator, extent=decision.extent)

    return carry.changes(project, verb, chosen, decision, again=again, annotator=annotator)


def _place(hit: Hit, annotator: str) -> FoundPlace:
    """Return the place of a hit that is open."""
    if hit.fact:
        said = (hit.fact.type, str(hit.fact.status))
        return FoundPlace(*hit.place, SearchTarget.FACTS, annotator, hit.item, *said)
    if hit.item:
        said = (hit.seen[0].label, str(hit.seen[0].status))
        return FoundPlace(*hit.place, SearchTarget.SPANS, annotator, hit.item, *said)
    return FoundPlace(*hit.place, SearchTarget.WORDS, annotator)


def _hits(
    project: ActedOn,
    batch: Sequence[Article],
    places: dict[str, list[FoundPlace]],
    annotator: str,
    extent: Extent,
) -> list[Hit]:
    texts: dict[int, str] = dict(project.db.rows(TEXTS, (json.dumps([number for _, number, *_ in batch]),)))
    sheets = _sheets(project.db, batch, places, annotator)
    made: list[Hit] = []
    for id_, number, title, _ in batch:
        made += found_hits(
            texts[number],
            places[id_],
            sheets[number],
            title=title or id_,
            lacking=partial(_lacking, project.schema),
            extent=extent,
        )
    return made


def _sheets(
    database: Database, batch: Sequence[Article], places: dict[str, list[FoundPlace]], annotator: str
) -> dict[int, Sheet]:
    """Return the sheets by the article's number: whole where there are facts, else as far as it matters."""
    some, ids, sheets = {}, {}, {}
    for id_, number, *_ in batch:
        if any(place.target is SearchTarget.FACTS for place in places[id_]):
            sheets[number] = Sheet(stored_pool(database, id_), shown_set(database, id_, annotator))
        else:
            ids[number], some[number] = id_, [(place.start, place.end) for place in places[id_]]
    return sheets | sheets_at(AnnotatorWork(database, annotator), some, ids=ids)


def _lacking(schema: Schema, fact: Fact) -> list[str]:
    return incomplete(fact, schema.facts.get(fact.type) or FactType(fact.type))
