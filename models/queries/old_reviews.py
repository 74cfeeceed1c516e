"""Reviews of before version 14 made anew from the log, when the project is opened for the first time after that.

What there was when a decision was made is today's work with all later events taken back, but for what changed
names alone.  The table `rebuilding` has the articles that are left, so that a program that is killed goes on later.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from time import monotonic
from typing import Any

from annotations.edits import Change, Edit
from annotations.errors import LOG, UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions
from annotations.review.cases import Item, Ordered, content, ordered_roles
from annotations.review.comparing import confirmed
from annotations.review.rebuilding import Rebuilding, Then
from annotations.review.standing import Standing
from annotations.schema import changes as schema_changes
from annotations.schema import role_changes
from annotations.schema.types import Schema
from annotations.sets import FINISHED, GOLD, AnnotationSet, Mark, State
from models.queries import golds
from models.store.database import Database, stored_set
from models.store.earlier_sets import EarlierSets, SetChange
from models.store.edit_log import History
from models.store.rows import marks

LONGEST = 20.0  # seconds that an opening may take longer
CHUNK = 50  # articles in one transaction
VERB = "keep what decisions saw"
OWN = ("edit", "undo", "redo")  # events of this copy, whose sets were here when they were written


def rebuild(database: Database, history: History, schema: Schema, *, seconds: float = LONGEST) -> None:
    """Make the old decisions of the articles that are left anew, a chunk at a time; what cannot be stays as it is.

    After so many seconds, and on UserError when it cannot be written, the rest is left for the next time: until
    then these decisions stand as they are.
    """
    end = monotonic() + seconds
    total = left = _left(database)
    names, ordered = _names(database), ordered_roles(schema)
    while left and monotonic() < end:
        with database.writing():
            sql = "SELECT number, id FROM rebuilding JOIN article ON number = article ORDER BY number LIMIT ?"
            some = database.rows(sql, (CHUNK,))
            for number, article in some:
                if edit := _edit(database, number, article, names, ordered):
                    history.apply(edit, by=GOLD)
            database.run(
                f"DELETE FROM rebuilding WHERE article IN ({marks(len(some))})",
                tuple(number for number, _ in some),
            )
            left = _left(database)
        logging.getLogger(LOG).info("Reviews of before version 14: %d of %d are done", total - left, total)


def _left(database: Database) -> int:
    row = database.row("SELECT count(*) FROM rebuilding")
    return int(row[0]) if row else 0


def _edit(database: Database, number: int, article: str, names: _Names, ordered: Ordered) -> Edit | None:
    try:
        gold = stored_set(database, article, GOLD)
        after = _rebuilt(database, number, gold, names, ordered)
    except (UserError, LookupError):  # rows or log are damaged: `check` tells
        return None
    return Edit(VERB, (Change.between(gold, after),)) if after is not gold else None


def _rebuilt(
    database: Database, number: int, gold: AnnotationSet, names: _Names, ordered: Ordered
) -> AnnotationSet:
    """Return the gold with what can be made anew, its items as they follow; the same gold where nothing can be."""
    events = _events(database, number, gold)
    states = golds.states_of(database, gold.article)
    sets = {who: stored_set(database, gold.article, who) for who in states}
    since = min((event for event, _ in events.values()), default=0)
    earlier = [
        EarlierSets(database, number, made, since, names.forth, names.events) for made in sets.values()
    ]
    then = {
        id_: Then(event, at, tuple(made.at(event) for made in earlier)) for id_, (event, at) in events.items()
    }
    work = Rebuilding(gold, then, ordered, names.past)
    others = {who for who, state in states.items() if state in FINISHED} - set(work.names)
    made = work.rebuilt(only=bool(others))
    if made is gold or not set(work.names) <= sets.keys():
        return gold
    sides = [sets[who] for who in golds.sides(database, gold.article, made)]
    return _following(Standing(tuple(sides), made, work.compared(sides)), _approval(database, number, gold))


def _following(now: Standing, approval: tuple[str, str]) -> AnnotationSet:
    """Return the gold as it follows, with its approval; one that was approved and does not follow stays as it is."""
    gold = now.gold
    if gold.state is not State.REVIEWED:
        is_out = any(made.state not in FINISHED for made in now.sets)
        return gold if is_out else now.settled()
    if now.open or _said(one.item for one in now.founded) != _said(confirmed(gold)):
        return gold
    at, by = approval
    return decisions.note_approval(now.settled(), now.seal, by=by, at=at)


def _said(items: Iterable[Item]) -> set[tuple[str, Any]]:
    return {(item.kind, content(item)) for item in items}


def _events(database: Database, number: int, gold: AnnotationSet) -> dict[str, tuple[int, str]]:
    """Return number and time of the events of this copy that wrote the old decisions, by their ids."""
    sql = (
        "SELECT item.id, event.number, event.at FROM item JOIN event ON event.number = item.event "
        f"WHERE article = ? AND annotator = '{GOLD}' AND item.kind = 'decision' AND event.kind IN ({marks(3)})"
    )
    held = decisions.decisions(gold)
    rows = database.rows(sql, (number, *OWN))
    return {id_: (event, at) for id_, event, at in rows if decisions.is_old(held[id_])}


def _approval(database: Database, number: int, gold: AnnotationSet) -> tuple[str, str]:
    """Return when the article was approved, and by whom."""
    sql = (
        'SELECT event.at, event."by" FROM item JOIN event ON event.number = item.event '
        f"WHERE article = ? AND annotator = '{GOLD}' AND item.kind = 'progress'"
    )
    at, by = database.row(sql, (number,)) or ("", "")
    return at, by


# --- names that were changed


@dataclass(frozen=True)
class _Names:
    """The changes of names in the schema that are in force, by event, the way there and back; `events`: all such."""

    forth: Mapping[int, SetChange]
    back: Sequence[SetChange]
    events: frozenset[int]

    def past(self, item: Item) -> Sequence[Item]:
        """Return the item under each name that it may have had."""
        found = [item]
        for change in reversed(self.back):
            found += [
                made for one in found if isinstance(made := next(iter(change(_alone(one))), None), Mark)
            ]
            found = list(dict.fromkeys(found))
        return found[1:]


def _names(database: Database) -> _Names:
    forth: dict[int, SetChange] = {}
    back: list[SetChange] = []
    sql = (
        "SELECT recast.event, fate, part, old, new FROM recast JOIN event ON event.number = recast.event "
        "ORDER BY recast.event"
    )
    rows = database.rows(sql)
    for event, fate, part, old, new in rows:
        if fate != "done" or part == "pipeline":
            continue
        if part == "roles":
            type_, old = json.loads(old)
            change = partial(role_changes.carried_role, type_=type_)
        else:
            change = partial(schema_changes.carried, part=part)
        forth[event] = partial(change, old=old, new=new)
        back.append(partial(change, old=new, new=old))
    return _Names(forth, back, frozenset(row[0] for row in rows))


def _alone(item: Item) -> AnnotationSet:
    return AnnotationSet.of("", "", [item])
