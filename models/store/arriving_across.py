"""Statements across articles as an import brings them, by the ids of this project.

It lands behind the log, as sets do, and an edit counts more: what an annotator has said here stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from annotations import item_json
from annotations.compare.items import (
    Entity,
    FactGroup,
    Grouped,
    KeptApart,
    Member,
    Story,
    article_of,
    id_of,
    key_of,
)
from annotations.compare.statements import Statements, agree, kept
from annotations.edits import CLOSED
from annotations.facts import Fact
from annotations.formats.across.group_types import left_out
from annotations.formats.base import Record
from annotations.json_fields import BadItem
from annotations.problems import Notice, Problem, worded
from annotations.sets import GOLD, PROJECT, AnnotationSet, Item
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from models.store.database import Database, number_of, stamps_of, stored_pool, stored_set, tables
from models.store.edit_log import log
from models.store.import_report import ImportReport
from models.store.rows import ITEM_COLUMNS, marks, pack, to_row

INSERT = f"INSERT INTO {{}} (article, annotator, {ITEM_COLUMNS}, event) VALUES ({marks(12)})"
OTHERWISE = "{who} says otherwise across articles here, and that stays: {count} statements of the files were left out."
NOWHERE = "{count} statements of {who} across articles were left out: the mentions or facts are not among {who}'s here."
UNFIT = "An entity or group was left out: {why}."
Place = tuple[Any, ...]


def without_ids(made: AnnotationSet) -> AnnotationSet:
    """Return the set without the ids of entities and groups in its spans and facts: the project set has them."""
    spans = (replace(one, entity=None) for one in made.spans.values() if one.entity)
    return made.having(*spans, *(replace(one, group=None) for one in made.facts.values() if one.group))


class ArrivingAcross:
    """Arrivals so far.  Articles and marks of files that fill in what is missing may have other ids here."""

    def __init__(self, database: Database, report: ImportReport) -> None:
        self._db, self._report = database, report
        self._came: dict[str, dict[tuple[str, str], tuple[str, Item]]] = {}  # by annotator; with the file
        self._added: dict[tuple[str, str], list[Item]] = {}  # by article and annotator
        self._articles: dict[tuple[str, str], str] = {}  # by file and its id
        self._marks: dict[tuple[str, str], str] = {}  # by file and its key
        self._types: dict[str, dict[str, str]] = {}  # of groups, by annotator

    def annotators(self) -> list[str]:
        return sorted(self._came)

    def follow(self, entry: Record, id_: str) -> None:
        """Note that the article of the file has that id here, none where it was refused."""
        if entry.fills:
            self._articles[str(entry.file), entry.article.id] = id_

    def take(self, entry: Record, who: str) -> None:
        """Take in what a file says of no article."""
        self._keep(who, str(entry.file), entry.set or ())

    def article(self, entry: Record, their_id: str, *, is_fresh: bool) -> Record:
        """Return the record of an article as it is to land; what its spans and facts say of entities and groups is kept."""
        if entry.fills and not is_fresh:
            entry = self._filling(entry, their_id)
        made, file = entry.set, str(entry.file)
        if made is None:
            return entry
        marks_ = [*made, *entry.pool]
        spans = [one for one in marks_ if isinstance(one, Span) and one.entity]
        facts = [one for one in marks_ if isinstance(one, Fact) and one.group]
        there = [one for one in spans if one.status is not Status.REJECTED]
        self._keep(made.annotator, file, (Entity(one.entity or "") for one in there))
        self._keep(made.annotator, file, (_member(entry, one) for one in there))
        told = [one for one in facts if one.status is not Status.REJECTED]
        grouped = [one for one in told if self._is_of_type(entry, made.annotator, one)]
        self._keep(made.annotator, file, (FactGroup(one.group or "", "", one.type) for one in grouped))
        self._keep(made.annotator, file, (_grouped(entry, one) for one in grouped))
        if not spans and not facts:
            return entry
        return replace(entry, set=without_ids(made), pool=tuple(map(_bare, entry.pool)))

    def _is_of_type(self, entry: Record, who: str, fact: Fact) -> bool:
        """Return whether the fact is of its group's type: as the group is here, else as the first fact of it came."""
        group = fact.group or ""
        type_ = self._types_of(who).setdefault(group, fact.type)
        if fact.type != type_:
            said = left_out(fact.type, fact.id, entry.article.id, group, type_)
            self._report.changed.add(Notice(entry.file, entry.line, said))
        return fact.type == type_

    def _types_of(self, who: str) -> dict[str, str]:
        """Return the types of the annotator's groups, by id."""
        if who not in self._types:
            groups = stored_set(self._db, PROJECT, who).items.get(FactGroup.kind, {}).values()
            self._types[who] = {one.id: one.type for one in groups if isinstance(one, FactGroup) and one.type}
        return self._types[who]

    def land(self, by: str) -> None:
        """Write what is new, within a transaction; sets on articles first."""
        for (article, who), items in self._added.items():
            self._write(article, who, items, by)
            self._report.sets += 1
        for who, came in self._came.items():
            self._land(who, came, by)

    # --- articles that are here already

    def _filling(self, entry: Record, their_id: str) -> Record:
        """Return the record with what is missing here alone; other ids of what is not are noted."""
        made, id_, file = entry.set, entry.article.id, str(entry.file)
        who = made.annotator if made else ""
        mine = stored_set(self._db, id_, who) if who else AnnotationSet(id_, "")
        sheet, pool = Sheet(stored_pool(self._db, id_), mine), stored_pool(self._db, id_)
        seen = [*mine.spans.values(), *mine.facts.values(), *sheet, *sheet.facts()]
        seen += [one for one in pool if isinstance(one, Span | Fact)]
        there: dict[Place, Span | Fact] = {}
        for one in seen:
            there.setdefault(_place(one), one)
        own: list[Item] = []
        rest: list[Span | Fact] = []
        for one in (*(made or ()), *entry.pool):
            if not isinstance(one, Span | Fact):
                continue
            known = there.get(_place(one))
            is_own = one.status is not Status.SUGGESTED
            if known is not None:
                self._marks[file, key_of(their_id, one.id)] = key_of(id_, known.id)
            if known is None or (is_own and not len(mine) and known.id not in mine.spans):
                self._marks[file, key_of(their_id, one.id)] = key_of(id_, one.id)
                (own if is_own else rest).append(one)
        own, rest = self._bound(own, entry, there), self._bound(rest, entry, there)
        if not len(mine):
            kept = made and made.lacking(*made.spans.values(), *made.facts.values()).having(*own)
            return replace(entry, set=kept if own else None, pool=tuple(rest))
        if own and mine.state not in CLOSED:
            gone = self._gone(id_, who)
            self._added[id_, who] = [one for one in own if (one.kind, one.id) not in gone]
        return replace(entry, set=None, pool=tuple(rest))

    def _bound(self, marks_: list[Any], entry: Record, there: dict[Place, Span | Fact]) -> list[Any]:
        """Return the marks, facts with the spans that stand here in place of the file's."""
        spans = {one.id: one for one in (*(entry.set or ()), *entry.pool) if isinstance(one, Span)}
        own = {one.id for one in marks_ if isinstance(one, Span)}
        moved = {
            id_: known if isinstance(known, Span) and known.status is Status.CONFIRMED else None
            for id_, one in spans.items()
            if id_ not in own
            for known in [there.get(_place(one))]
        }
        return [one.with_fillers(moved) if isinstance(one, Fact) else one for one in marks_]

    def _gone(self, article: str, who: str) -> set[tuple[str, str]]:
        sql = f"SELECT kind, id FROM {tables(article).tombstone} WHERE article = ? AND annotator = ?"
        return {(kind, id_) for kind, id_ in self._db.rows(sql, (number_of(self._db, article), who))}

    # --- landing

    def _keep(self, who: str, file: str, items: Iterable[Item]) -> None:
        for item in items:
            try:
                item_json.from_json(item.kind, item_json.to_json(item))
            except BadItem as error:
                self._report.refused.add(Problem(file, None, worded(UNFIT, why=str(error))))
                continue
            self._came.setdefault(who, {}).setdefault((item.kind, item.id), (file, item))

    def _land(self, who: str, came: dict[tuple[str, str], tuple[str, Item]], by: str) -> None:
        here = Statements(stored_set(self._db, PROJECT, who), stamps_of(self._db, who))
        places, told, fresh = _Marks(self._db, who), Counter[str](), dict[tuple[str, str], Item]()
        types = self._types_of(who)
        for _, item in came.values():
            if isinstance(item, FactGroup) and item.type:
                types.setdefault(item.id, item.type)
        for file, item in came.values():
            made = self._here(file, item)
            if made is None or (isinstance(made, Member | Grouped) and not places.has(made)):
                told[NOWHERE] += 1
                continue
            made = here.now(made)
            is_other = isinstance(made, Grouped) and types.get(made.group, made.type) != made.type
            if is_other:
                told[OTHERWISE] += 1
            elif (known := here.like(made)) is None:
                fresh.setdefault((made.kind, made.id), made)
            elif not agree(known, made):
                told[OTHERWISE] += 1
        for sentence, count in told.items():
            self._report.changed.note(worded(sentence, who=who, count=count))
        if fresh:
            self._write(PROJECT, who, fresh.values(), by)
            self._report.across += len(fresh)
        elif came:
            self._report.already.append(f"{who}'s work across articles")

    def _here(self, file: str, item: Item) -> Item | None:
        """Return the item with the ids of articles and marks here; None where its article was refused."""
        if isinstance(item, Member | Grouped):
            key = self._key(file, item.id)
            return replace(item, id=key) if key else None
        if isinstance(item, KeptApart) and item.of == "fact":
            keys = [self._key(file, key) or key for key in (item.one, item.other)]
            return kept(item, *keys)
        if isinstance(item, Story):
            ids = (self._articles.get((file, id_), id_) for id_ in item.articles)
            return replace(item, articles=tuple(dict.fromkeys(filter(None, ids))))
        return item

    def _key(self, file: str, key: str) -> str:
        """Return the key here of a mention or fact of the file, "" where its article was refused."""
        if known := self._marks.get((file, key)):
            return known
        article = self._articles.get((file, article_of(key)), article_of(key))
        return key_of(article, id_of(key)) if article else ""

    def _write(self, article: str, who: str, items: Iterable[Item], by: str) -> None:
        """Write the items as an event that brings them, beside what is there."""
        into, number = tables(article), number_of(self._db, article)
        rows = sorted((to_row(item) for item in items), key=lambda row: row[:2])
        body = pack({"article": article, "annotator": who, "rows": rows}, large=0)
        event = log(self._db, by=by, kind="base", verb="import", body=body)
        key = (number, who)
        self._db.many(INSERT.format(into.item), ((*key, *row, event) for row in rows))
        gone = f"DELETE FROM {into.tombstone} WHERE article = ? AND annotator = ? AND kind = ? AND id = ?"
        self._db.many(gone, ((*key, *row[:2]) for row in rows))
        self._db.run(f"INSERT OR IGNORE INTO {into.touched} VALUES (?, ?, ?)", (*key, event))
        self._db.run("UPDATE tally SET undecided = NULL WHERE article = ? AND annotator = ?", key)


class _Marks:
    """The spans and facts by key that an annotator can say something of; gold of those of everybody."""

    def __init__(self, database: Database, who: str) -> None:
        self._db, self._who = database, who
        self._known: dict[str, set[tuple[str, str]]] = {}

    def has(self, item: Member | Grouped) -> bool:
        article, kind = article_of(item.id), "span" if isinstance(item, Member) else "fact"
        if article not in self._known:
            number = number_of(self._db, article)
            whose, values = ("", ()) if self._who == GOLD else ("AND annotator = ?", (self._who,))
            sql = (
                f"SELECT kind, id FROM item WHERE article = ? {whose} UNION ALL "
                "SELECT kind, id FROM suggestion WHERE article = ?"
            )
            self._known[article] = {(k, i) for k, i in self._db.rows(sql, (number, *values, number))}
        return (kind, id_of(item.id)) in self._known[article]


def _place(one: Span | Fact) -> Place:
    if isinstance(one, Span):
        return "span", one.start, one.end, one.label
    return "fact", one.type, one.trigger, () if one.trigger else tuple(one.ranges())


def _member(entry: Record, span: Span) -> Member:
    return Member(key_of(entry.article.id, span.id), span.entity or "", span.start, span.end, span.label)


def _grouped(entry: Record, fact: Fact) -> Grouped:
    return Grouped(key_of(entry.article.id, fact.id), fact.group or "", fact.type, fact.trigger)


def _bare(item: Any) -> Any:
    if isinstance(item, Span) and item.entity:
        return replace(item, entity=None)
    return replace(item, group=None) if isinstance(item, Fact) and item.group else item
