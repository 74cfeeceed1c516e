"""Work of one annotator on one article that comes in several records: what is laid out already takes in the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from annotations.facts import Fact
from annotations.problems import Worded, worded
from annotations.sets import AnnotationSet, Boilerplate, Item, Progress, State
from annotations.spans import Span, Status, derived_id
from models.store.rows import ITEM_COLUMNS, from_row, to_row
from models.store.staging import Staging

BOTH = (
    "{what} is confirmed in one record of {who} on {article} and rejected in another: it counts as confirmed."
)
FACTS = (
    "CREATE TABLE IF NOT EXISTS stage.fact_said (work INTEGER, said TEXT, id TEXT, PRIMARY KEY (work, said))"
)
STATES = list(State)  # the further, the later


class Uniting:
    """The sets that took in others; `bodies` at the end."""

    def __init__(self, stage: Staging) -> None:
        self._stage = stage
        self._grown: set[int] = set()

    def add(self, work: int, made: AnnotationSet) -> Iterator[Worded]:
        """Lay the items of the set beside those of the work, each once; yield a sentence for each that was decided twice."""
        self._stage.index()
        if work not in self._grown:
            self._grown.add(work)
            self._note_facts(work, made.article)
        ids: dict[str, str] = {}  # the ids of spans that are there already, by those that come
        for item in sorted(made, key=lambda item: isinstance(item, Fact)):
            old = self._like(work, item)
            if isinstance(item, Span):
                ids[item.id] = old.id if old else self._free(work, item)
                item = replace(item, id=ids[item.id])
            elif isinstance(item, Fact):
                item = replace(_moved(item, ids), id=old.id if old else self._free(work, item))
                self._say_fact(work, item)
            elif old is None:
                item = _with_id(item, self._free(work, item))
            if old is None:
                self._stage.write_item(work, to_row(item))
                continue
            both = _both(old, item)
            if both != old:
                self._stage.write_item(work, to_row(both), old.id)
            if {_status(old), _status(item)} == {Status.CONFIRMED, Status.REJECTED}:
                yield worded(BOTH, what=_named(item), who=made.annotator, article=made.article)

    def bodies(self, name: Callable[[int], tuple[str, str]]) -> None:
        """Write the events of the sets that took in others; `name` tells article and annotator of each."""
        for work in self._grown:
            self._stage.close_work(work, *name(work))

    def has(self, work: int) -> bool:
        return work in self._grown

    def drop(self, work: int) -> None:
        self._grown.discard(work)

    def _like(self, work: int, item: Item) -> Any:
        """Return the item of the work that is the same but for its id, or for what was decided on it."""
        values: tuple[Any, ...]
        if isinstance(item, Fact):
            sql, values = (
                "id = (SELECT id FROM stage.fact_said WHERE work = ? AND said = ?)",
                (work, _said(item)),
            )
        elif isinstance(item, Span):
            sql, values = 'start = ? AND "end" = ? AND label = ?', (item.start, item.end, item.label)
        else:
            sql, values = "id = ?", (item.id,)
        sql = f"SELECT {ITEM_COLUMNS} FROM stage.item WHERE work = ? AND kind = ? AND {sql}"
        found = [from_row(row) for row in self._stage.db.rows(sql, (work, item.kind, *values))]
        alike = isinstance(item, Fact | Span | Progress | Boilerplate)
        return next((one for one in found if alike or one == item), None)

    def _free(self, work: int, item: Item) -> str:
        """Return the item's id, or one made of it when another item of the work has that."""
        sql, id_, number = "SELECT 1 FROM stage.item WHERE work = ? AND kind = ? AND id = ?", item.id, 1
        while self._stage.db.row(sql, (work, item.kind, id_)):
            number += 1
            id_ = derived_id(item.id, number)
        return id_

    def _note_facts(self, work: int, article: str) -> None:
        self._stage.db.run(FACTS)
        for fact in self._stage.work(work, article, "").facts.values():
            self._say_fact(work, fact)

    def _say_fact(self, work: int, fact: Fact) -> None:
        self._stage.db.run(
            "INSERT OR IGNORE INTO stage.fact_said VALUES (?, ?, ?)", (work, _said(fact), fact.id)
        )


def _said(fact: Fact) -> str:
    """Return what a fact states, as a key: two with the same are one."""
    roles = [
        (role.role, sorted((f.start, f.end, repr(f.value)) for f in role.fillers)) for role in fact.roles
    ]
    return derived_id(fact.type, fact.trigger, sorted(roles), fact.attributes)


def _moved(fact: Fact, ids: Mapping[str, str]) -> Fact:
    """Return the fact with its fillers on the spans that were there already."""
    roles = (
        replace(role, fillers=tuple(replace(f, span=ids.get(f.span or "", f.span)) for f in role.fillers))
        for role in fact.roles
    )
    return replace(fact, roles=tuple(roles))


def _both(old: Any, new: Any) -> Any:
    """Return what two items that are the same say together: what is confirmed counts, and the furthest progress."""
    if isinstance(old, Progress) and isinstance(new, Progress):
        state = max(old.state, new.state, key=STATES.index)
        return Progress(
            state, old.changed or new.changed, old.skipped if new.skipped else "", old.machine and new.machine
        )
    if _status(new) is Status.CONFIRMED and _status(old) is Status.REJECTED:
        return new
    return old


def _status(item: Any) -> Status | None:
    return getattr(item, "status", None)


def _with_id(item: Any, id_: str) -> Any:
    return item if item.id == id_ else replace(item, id=id_)


def _named(item: Any) -> str:
    if isinstance(item, Fact):
        return f"The fact {item.type}"
    return f"{item.label if isinstance(item, Span) else 'Boilerplate'} {item.start}-{item.end}"
