"""Proposals as the project keeps them: a pool, nobody's, that each search replaces whole."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from annotations.compare.proposed import (
    Proposals,
    ProposedEntity,
    ProposedGroup,
    ProposedRelation,
    ProposedStory,
)
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import GOLD
from models.project import Project
from models.queries.comparing.gathering import ALL
from models.queries.comparing.steps import Steps, answer
from models.store.database import Database
from models.store.rows import UNREAD, DamagedRowError, Row, dump

KINDS = {
    "entity": ProposedEntity,
    "relation": ProposedRelation,
    "group": ProposedGroup,
    "story": ProposedStory,
}
DAMAGED = "The proposals across articles cannot be read: have them made anew (`compare --again`)."
SEARCH = "search"
AT_ONCE = 300  # proposals that are read in one step


@dataclass(frozen=True)
class Search:
    """The last search: for whom, when (UTC, ISO 8601), over how many articles, and what their material was."""

    annotator: str
    at: str
    articles: int
    material: str


def put(project: Project, found: Proposals, annotator: str, material: str) -> None:
    """Replace the proposals, in one transaction; `material`: what `material_of` gave before the search."""
    count = project.db.row("SELECT count(*) FROM article")
    search = Search(
        annotator, datetime.now(UTC).isoformat(timespec="microseconds"), count[0] if count else 0, material
    )
    rows: list[tuple[str, int, str, str]] = [(SEARCH, 0, "", dump(asdict(search)))]
    lists: tuple[tuple[str, Iterable[Any]], ...] = (
        ("entity", found.entities),
        ("relation", found.relations),
        ("group", found.groups),
        ("story", found.stories),
    )
    for kind, ones in lists:
        rows += [(kind, n, getattr(one, "id", ""), dump(asdict(one))) for n, one in enumerate(ones)]
    project.db.require_writable()
    with project.db.writing():
        project.db.run("DELETE FROM proposal")
        project.db.many("INSERT INTO proposal VALUES (?, ?, ?, ?)", rows)


def stored(project: Project) -> Proposals:
    """Return the proposals.  DamagedRowError when they cannot be read."""
    return answer(reading(project))


def reading(project: Project) -> Steps[Proposals]:
    """Give the proposals as `stored`, read a few at a step."""
    found: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    sql = "SELECT kind, body FROM proposal WHERE kind <> ? ORDER BY kind, place"
    try:
        for n, (kind, body) in enumerate(project.db.rows(sql, (SEARCH,)), 1):
            found[kind].append(KINDS[kind](**{name: _value(said) for name, said in json.loads(body).items()}))
            if n % AT_ONCE == 0:
                yield
    except UNREAD as error:
        raise DamagedRowError(DAMAGED) from error
    return Proposals(*(tuple(found[kind]) for kind in ("entity", "relation", "group", "story")))


def last_search(project: Project) -> Search | None:
    """Return the last search, None while there was none."""
    row = project.db.row("SELECT body FROM proposal WHERE kind = ?", (SEARCH,))
    try:
        return Search(**json.loads(row[0])) if row else None
    except UNREAD as error:
        raise DamagedRowError(DAMAGED) from error


def searched_for(project: Project) -> str:
    """Return the annotator that the last search was for, "" while there was none."""
    last = last_search(project)
    return last.annotator if last else ""


def is_current(project: Project, annotator: str, *, decisions: bool = True) -> bool:
    """Return whether a search for the annotator would find what is there: nothing it is made of has changed since.

    Without `decisions` those across articles may have changed: they take nothing away.
    """
    last, now = last_search(project), material_of(project.db, annotator)
    if last is None or last.annotator != annotator:
        return False
    return last.material == now if decisions else last.material.split()[0] == now.split()[0]


def material_of(database: Database, annotator: str) -> str:
    """Return two checksums, of what a search for the annotator is made of: articles, pools and sets; decisions."""
    sums = "number, hash" if annotator == GOLD else "number, hash, details_sum, pool_sum"
    seen = [database.rows(f"SELECT {sums} FROM article ORDER BY number")]
    seen += [_counted(database, table, annotator) for table in ("item", "tombstone")]
    return f"{_digest([annotator, seen])} {_digest(written_across(database, annotator))}"


def written_across(database: Database, annotator: str) -> list[list[Row]]:
    """Return what changes with every decision of the annotator across articles: how many there are, and the last."""
    return [_counted(database, table, annotator) for table in ("project_item", "project_tombstone")]


def _counted(database: Database, table: str, annotator: str) -> list[Row]:
    whose, values = ("", ()) if annotator == ALL else ("WHERE annotator = ?", (annotator,))
    sql = f"SELECT annotator, count(*), max(event) FROM {table} {whose} GROUP BY annotator ORDER BY annotator"
    return database.rows(sql, values)


def _digest(value: Any) -> str:
    return blake2b(dump(value).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _value(said: Any) -> Any:
    return tuple(said) if isinstance(said, list) else said
