"""The merging of a package: of each item the later one stays, in one transaction that the log describes.

The events of the other copy are kept by uuid and number, without their bodies, so that what was merged can be
packed and merged again as if it had been written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field

from annotations.compare.told import told
from annotations.errors import UserError
from annotations.exchange import merge
from annotations.exchange.feedback_sets import set_of
from annotations.exchange.merge import Key, Stamped
from annotations.exchange.packed_sets import PackedSet
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import GOLD, PROJECT, AnnotationSet
from models.store.database import NO_ARTICLE, Database, stamps_of, stored_set, tables
from models.store.edit_log import log
from models.store.rows import ITEM_COLUMNS, marks, pack, to_row
from models.transfer.packing import State, state_of
from models.transfer.who import Unsaid

PLACE = "article = ? AND annotator = ? AND kind = ? AND id = ?"
EVENT = f'INSERT INTO event (uuid, lamport, at, "by", kind, verb, body, copy) VALUES ({marks(8)})'
INSERT = f"INSERT INTO {{}} (article, annotator, {ITEM_COLUMNS}, event) VALUES ({marks(12)})"


@dataclass
class Merged:
    """The report of a merge; `mapped` are (their article, ours), `skipped` (article, title, why)."""

    sets: int = 0
    unchanged: int = 0
    added: int = 0
    changed: int = 0
    deleted: int = 0
    mapped: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[tuple[str, str, str]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)  # all that came
    types: set[str] = field(default_factory=set)
    roles: set[tuple[str, str]] = field(default_factory=set)  # each with its fact type
    labels_added: list[str] = field(default_factory=list)
    assigned: int = 0  # articles given out, counted for each to whom they are
    asked: list[Unsaid] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)  # names that became others


@dataclass(frozen=True)
class Planned:
    """The items that enter one set of this project."""

    number: int
    article: str
    packed: PackedSet
    ours: State
    news: dict[Key, Stamped]


class Merging:
    """A merge in the making: plans what a package brings, then writes it."""

    def __init__(self, database: Database, sets: Iterable[PackedSet]) -> None:
        """Plan the merge of those sets.

        UserError when an item lies behind its article's end: the package was tampered with.
        """
        self._db, self._sets = database, list(sets)
        self._events: dict[str, int] = {}
        self._plan()

    def __len__(self) -> int:
        """Count the sets that there are to write."""
        return len(self._planned)

    @property
    def articles(self) -> list[str]:
        """Return the articles of this project that something comes in to."""
        return list(dict.fromkeys(one.article for one in self._planned if one.article != PROJECT))

    @property
    def golds(self) -> dict[str, AnnotationSet]:
        """Return the gold that comes in, as the package has it, by article of this project."""
        came = (one for one in self._planned if one.packed.annotator == GOLD and one.article != PROJECT)
        return {one.article: set_of(one.packed) for one in came}

    def __bool__(self) -> bool:
        """Return whether there is anything to write."""
        return bool(self._planned or self._given)

    def write(self, *, by: str, tick: Callable[[], None] = lambda: None) -> Merged:
        """Write the merge in one transaction; `tick` is called after each set.

        UserError when that cannot be done; then nothing was changed.
        """
        with self._db.writing():
            if self._last_event() != self._seen:
                self._plan()
            for planned in self._planned:
                self._write(planned, by)
                tick()
            self._db.many("INSERT OR IGNORE INTO assignment VALUES (?, ?)", self._given)
        self.done.assigned = len(self._given)
        return self.done

    def _plan(self) -> None:
        self.done, self._planned = Merged(), []
        self._given: dict[tuple[int, str], None] = {}
        self._seen, taken = self._last_event(), set[tuple[int, str]]()
        for packed in self._sets:
            found = self._article(packed)
            if found is not None and (found[0], packed.annotator) in taken:
                why = "another article of the package has its text"
                self.done.skipped.append((packed.article, packed.title, why))
            elif found is not None:
                taken.add((found[0], packed.annotator))
                number, article, length = found
                if packed.reach() > length:
                    raise UserError(
                        f"This package says things behind the end of {article}; nothing was changed."
                    )
                ours, _ = state_of(self._db, number, packed.annotator)
                news = merge.winners(ours, packed.state)
                if news:
                    self._planned.append(
                        Planned(number=number, article=article, packed=packed, ours=ours, news=news)
                    )
                self.done.unchanged += not news and bool(packed.state)
                self._assign(number, packed)

    def _assign(self, number: int, packed: PackedSet) -> None:
        """Plan to give out the article as the package says; what is given here stays."""
        here = {
            name for (name,) in self._db.rows("SELECT annotator FROM assignment WHERE article = ?", (number,))
        }
        self._given |= {(number, name): None for name in packed.assigned if name not in here}

    def _article(self, packed: PackedSet) -> tuple[int, str, int] | None:
        """Return number, id and length of the article with that text: of that id, else the only other one.

        A project set is of none.
        """
        if packed.article == PROJECT:
            return NO_ARTICLE, PROJECT, 0
        sql = "SELECT number, id, length FROM article WHERE hash = ? ORDER BY id = ? DESC, number"
        rows = self._db.rows(sql, (packed.hash, packed.article))
        if rows and (rows[0][1] == packed.article or len(rows) == 1):
            if rows[0][1] != packed.article:
                self.done.mapped.append((packed.article, rows[0][1]))
            return rows[0][0], rows[0][1], rows[0][2]
        known = self._db.row("SELECT 1 FROM article WHERE id = ?", (packed.article,))
        why = "it has another text here" if known else "it is not in this project"
        why = "several articles here have its text, none its id" if rows else why
        self.done.skipped.append((packed.article, packed.title, why))
        return None

    def _write(self, planned: Planned, by: str) -> None:
        key, into = (planned.number, planned.packed.annotator), tables(planned.article)
        removed, added = [], []
        for (kind, id_), news in planned.news.items():
            old = planned.ours.get((kind, id_))
            event = self._event(planned.packed, news.stamp.event)
            self._db.run(f"DELETE FROM {into.item} WHERE {PLACE}", (*key, kind, id_))
            self._db.run(f"DELETE FROM {into.tombstone} WHERE {PLACE}", (*key, kind, id_))
            if news.item is None:
                self._db.run(f"INSERT INTO {into.tombstone} VALUES (?, ?, ?, ?, ?)", (*key, kind, id_, event))
            else:
                self._db.run(INSERT.format(into.item), (*key, *to_row(news.item), event))
            was = old.item if old else None
            if was != news.item:
                removed += [to_row(was)] if was else []
                added += [to_row(news.item)] if news.item else []
                self._count(was is not None, news.item is not None)
        said = {"article": planned.article, "annotator": key[1], "removed": removed, "rows": added}
        if removed or added:
            number = log(self._db, by=by, kind="merge", verb="merge", body=pack(said))
            self._db.run(f"INSERT INTO {into.touched} VALUES (?, ?, ?)", (*key, number))
            self._db.run("UPDATE tally SET undecided = NULL WHERE article = ? AND annotator = ?", key)
        self._report(stored_set(self._db, planned.article, key[1]), bool(removed or added))

    def _count(self, was: bool, is_: bool) -> None:
        self.done.added += is_ and not was
        self.done.changed += is_ and was
        self.done.deleted += was and not is_

    def _report(self, made: AnnotationSet, changed: bool) -> None:
        self.done.sets += changed
        self.done.unchanged += not changed
        self.done.labels |= {span.label for span in made.spans.values()}
        self.done.types |= {fact.type for fact in made.facts.values()}
        self.done.roles |= {(fact.type, role.role) for fact in made.facts.values() for role in fact.roles}
        if made.article == PROJECT:
            overruled = told(made, stamps_of(self._db, made.annotator))
            self.done.notices += [f"{made.annotator} across articles: {said}" for said in overruled]
        if lost := merge.dangling(made):
            facts = "1 fact refers" if lost == 1 else f"{lost} facts refer"
            self.done.notices.append(
                f"{made.annotator} on {made.article}: {facts} to a span deleted in the other copy; its place is kept."
            )

    def _event(self, packed: PackedSet, uuid: str) -> int:
        """Return the number here of the other copy's event."""
        if uuid not in self._events:
            row = self._db.row("SELECT number FROM event WHERE uuid = ?", (uuid,))
            self._events[uuid] = row[0] if row else self._foreign(packed, uuid)
        return self._events[uuid]

    def _foreign(self, packed: PackedSet, uuid: str) -> int:
        event = packed.events[uuid]
        values = (uuid, event.lamport, event.at, event.by, "merged", event.verb, "[]", event.copy or None)
        return int(self._db.run(EVENT, values).lastrowid or 0)

    def _last_event(self) -> int:
        row = self._db.row("SELECT max(number) FROM event")
        return int((row and row[0]) or 0)
