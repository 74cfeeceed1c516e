"""Searches with regular expressions, which may take longer than anybody waits: each article has its time.

Where there is no alarm (Windows) a pattern that never ends holds this process, which its starter has to kill.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotations.edits import Edit
from annotations.errors import UserError
from annotations.json_fields import Json
from annotations.search.hits import FoundPlace
from annotations.search.query import Query, TermKind
from annotations.suggest.time_limit import TooSlowError, within
from models.queries.searching import ProjectSearch, SearchedProject
from models.queries.searching.scope import InScope
from models.store.edit_log import change_json, changes

SECONDS = 2.0  # that an article may take
MOST_STOPPED = 3  # articles after which the search ends
STOPPED = "The regular expression takes too long in the article “{title}”, which was left out."
GIVEN_UP = (
    "The regular expression takes too long, in {many:,} articles by now, the last one “{title}”; the search was ended. "
    "One that repeats what repeats, as (a+)+ does, may never end."
)


class PatternStep(NamedTuple):
    """A step of the search: the places found, how many articles are done, of how many, and a sentence for each left out."""

    places: list[FoundPlace]
    done: int
    of: int
    left_out: tuple[str, ...] = ()


def has_patterns(query: Query) -> bool:
    """Return whether the query has a regular expression."""
    return any(term.kind is TermKind.PATTERN for term in query.terms)


def found_in_time(
    project: SearchedProject, query: Query, annotator: str, *, seconds: float = SECONDS
) -> Iterator[PatternStep]:
    """Yield the steps of the search, in order; an article that takes more than those seconds is left out and named.

    UserError when a value of the query is none, and when MOST_STOPPED articles took too long.  In the main thread only;
    elsewhere nothing takes too long.
    """
    search = ProjectSearch(project, query, annotator)
    done = stopped = 0
    for batch in search.batches():
        done += len(batch)
        try:
            with within(seconds):
                places = search.look(batch)
            yield PatternStep(places, done, len(search.scope))
        except TooSlowError:
            before = done - len(batch)
            for number, (one, some) in enumerate(_one_by_one(search, batch, seconds), 1):
                left_out = (STOPPED.format(title=title_of(project, one)),) if some is None else ()
                stopped += len(left_out)
                yield PatternStep(some or [], before + number, len(search.scope), left_out)
                if stopped == MOST_STOPPED:
                    raise UserError(GIVEN_UP.format(many=stopped, title=title_of(project, one))) from None


def waiting_json(project: SearchedProject) -> list[Json]:
    """Return the edits that wait to be written, for a search in another process, which cannot see them."""
    return [change_json(change) for edit in project.db.unwritten for change in edit.changes]


def take_waiting(project: SearchedProject, waiting: list[Json]) -> None:
    """Show these edits as they wait in another process, in place of those of before.

    DamagedRowError when they cannot be read.
    """
    for edit in list(project.db.unwritten):
        project.db.unwritten.drop(edit)
    if waiting:
        project.db.unwritten.put(Edit("wait", changes(json.dumps(waiting))))


def _one_by_one(
    search: ProjectSearch, batch: Sequence[InScope], seconds: float
) -> Iterator[tuple[InScope, list[FoundPlace] | None]]:
    """Yield each article with what is found in it; None where that took too long."""
    for one in batch:
        try:
            with within(seconds):
                places = search.look([one])
            yield one, places
        except TooSlowError:
            yield one, None


def title_of(project: SearchedProject, article: InScope) -> str:
    """Return the title of the article in one line, its id where it has none."""
    found = project.db.row("SELECT title FROM article WHERE number = ?", (article.number,))
    return " ".join(str(found[0]).split()) if found and found[0].strip() else article.id
