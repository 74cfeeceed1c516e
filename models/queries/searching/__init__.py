"""Searches over a project: the places that answer to a query, step by step; docs/search.md says what is found.

The database says in which articles to look and which spans and facts there are; of texts only those few are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from annotations.schema.types import Schema
from annotations.search.hits import FoundPlace
from annotations.search.query import Query, SearchTarget
from models.queries.searching.facts import AskedOfFacts, facts_in
from models.queries.searching.marks import AskedOfMarks
from models.queries.searching.own_work import OwnWork
from models.queries.searching.scope import InScope, in_scope
from models.queries.searching.spans import spans_in
from models.queries.searching.texts import MOST, batches, words_in
from models.queries.searching.wanted import WantedTerms
from models.store.database import Database

MARKED = 40  # articles with spans or facts that a step looks at


class SearchedProject(Protocol):
    """An open project, as far as searches know it."""

    @property
    def db(self) -> Database: ...

    @property
    def schema(self) -> Schema: ...


def found(project: SearchedProject, query: Query, annotator: str) -> Iterator[list[FoundPlace]]:
    """Yield the places that answer, in order, in steps of a few milliseconds; a step may have found none.

    `annotator`: whose work is looked at, unless the query names another.  UserError at once when a value of the query
    is none.  Regular expressions are looked for as they are: one may never end (see `patterns`).
    """
    terms, who = WantedTerms(query.terms), annotator_of(query, annotator)
    own = OwnWork(project.db, who)
    look, most = _look(project, query, terms, own)
    return _steps(project, who, batches(in_scope(query, terms, own), most=most), look)


def annotator_of(query: Query, annotator: str) -> str:
    """Return whose work the query looks at."""
    named = query.about("annotator")
    return named[0].values[0] if named else annotator


def _look(
    project: SearchedProject, query: Query, terms: WantedTerms, own: OwnWork
) -> tuple[Callable[[OwnWork, Sequence[InScope]], list[FoundPlace]], int]:
    """Return what finds the places in a few articles, and how many they may be."""
    if query.target is SearchTarget.WORDS:
        return lambda now, batch: words_in(now, batch, query, terms), MOST
    marks = AskedOfMarks(query, own)
    if query.target is SearchTarget.SPANS:
        return lambda now, batch: spans_in(now, batch, query, terms, marks), MARKED
    facts = AskedOfFacts(query, terms, project.schema)
    return lambda now, batch: facts_in(now, batch, query, terms, marks, facts), MARKED


def _steps(
    project: SearchedProject,
    who: str,
    some: Iterator[list[InScope]],
    look: Callable[[OwnWork, Sequence[InScope]], list[FoundPlace]],
) -> Iterator[list[FoundPlace]]:
    for batch in some:
        yield look(OwnWork(project.db, who), batch)  # what waits to be written may be another since
