"""Searches over a project: the places that answer to a query, step by step; docs/search.md says what is found.

The database says in which articles to look and which spans and facts there are; of texts only those few are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Protocol

from annotations.schema.types import Schema
from annotations.search.hits import FoundPlace
from annotations.search.query import Query, SearchTarget
from models.queries.carrying.batches import batches
from models.queries.searching.facts import AskedOfFacts, facts_in
from models.queries.searching.marks import AskedOfMarks
from models.queries.searching.own_work import AnnotatorWork
from models.queries.searching.scope import InScope, in_scope
from models.queries.searching.spans import spans_in
from models.queries.searching.texts import words_in
from models.queries.searching.wanted import WantedTerms
from models.store.database import Database

ROOM, MOST = 50_000, 200  # code points and articles that a step looks at; one article at least
MARKED = 16  # those where spans or facts are looked for


class SearchedProject(Protocol):
    """An open project, as far as searches know it."""

    @property
    def db(self) -> Database: ...

    @property
    def schema(self) -> Schema: ...


class ProjectSearch:
    """A query that is looked for in a project: the articles to look in, and the places in a few of them."""

    def __init__(self, project: SearchedProject, query: Query, annotator: str) -> None:
        """Read the query.  UserError when a value of it is none."""
        self._project, self._query = project, query
        self.annotator = annotator_of(query, annotator)
        self._terms = WantedTerms(query.terms)
        own = AnnotatorWork(project.db, self.annotator)
        self._marks = AskedOfMarks(query, own)
        self._facts = AskedOfFacts(query, self._terms, project.schema)
        self.scope = in_scope(query, self._terms, own)

    def batches(self) -> Iterator[list[InScope]]:
        """Yield the articles in which to look, so many as take a few milliseconds."""
        most = MOST if self._query.target is SearchTarget.WORDS else MARKED
        return batches(self.scope, attrgetter("length"), room=ROOM, most=most)

    def look(self, batch: Sequence[InScope]) -> list[FoundPlace]:
        """Return the places in these articles, in order."""
        own = AnnotatorWork(
            self._project.db, self.annotator
        )  # what waits to be written may be another each time
        if self._query.target is SearchTarget.WORDS:
            return words_in(own, batch, self._query, self._terms)
        if self._query.target is SearchTarget.SPANS:
            return spans_in(own, batch, self._query, self._terms, self._marks)
        return facts_in(own, batch, self._query, self._marks, self._facts)


def found(project: SearchedProject, query: Query, annotator: str) -> Iterator[list[FoundPlace]]:
    """Yield the places that answer, in order, in steps of a few milliseconds; a step may have found none.

    `annotator`: whose work is looked at, unless the query names another.  UserError at once when a value of the query
    is none.  Regular expressions are looked for as they are, and one may never end: see `patterns`.
    """
    search = ProjectSearch(project, query, annotator)
    return map(search.look, search.batches())


def annotator_of(query: Query, annotator: str) -> str:
    """Return whose work the query looks at."""
    named = query.about("annotator")
    return named[0].values[0] if named else annotator
