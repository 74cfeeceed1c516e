"""An import: records are checked and laid out in a private temporary file, then land in one transaction.

Until they land the project is not touched, so a cancelled import leaves nothing, and the window goes on
saving while a command reads ten thousand articles.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from annotations.articles import article_id
from annotations.errors import UserError
from annotations.facts import Fact
from annotations.formats import came_from
from annotations.formats.longer_ids import is_longer, longer_ids
from annotations.problems import Notice, Problem, worded
from annotations.sets import PROJECT, AnnotationSet
from annotations.spans import Span, Status
from models.queries import people
from models.queries.doubt import doubt_queue
from models.queries.gold_keeper import GoldKeeper
from models.store import checksums, copy_id
from models.store.arriving_across import ArrivingAcross
from models.store.arriving_works import ArrivingWorks, Came
from models.store.database import Database
from models.store.import_report import ImportReport
from models.store.landing import LAND
from models.store.rows import dump
from models.store.schema_writes import SchemaWrites
from models.store.staging import BATCH, Staging

if TYPE_CHECKING:
    from annotations.formats.base import Record

__all__ = ["Arrivals", "ImportReport"]

IMPORTED = "imported"  # the origin of a span whose file names none
TWIN = "{id} has the same text as {twin}: kept as a second article."
LONGER = "{file} is the article {longer}, by its folder: {id} is the id of another text already."


class Arrivals:
    """An import in the making: it collects records, `land` writes them.  `close` it in any case."""

    def __init__(
        self,
        database: Database,
        writes: SchemaWrites,
        golds: GoldKeeper,
        *,
        by: str,
        annotator: str | None,
        as_suggestions: bool,
    ) -> None:
        """Begin an import with nothing in it; `by` imports, `annotator` overrides whose sets they are."""
        self._db, self._by, self._annotator, self._as_suggestions = database, by, annotator, as_suggestions
        self._writes, self._golds = writes, golds
        self.report = ImportReport()
        self._articles: dict[str, tuple[int, str]] = {}  # id -> number here, hash
        self._hashes: dict[str, str] = {}  # hash -> id
        self._there: set[int] = set()  # the numbers of those the project has
        self._again: set[int] = set()  # the numbers of those of which a further record came
        self._stage = Staging(database)
        self._works = ArrivingWorks(self._stage, self.report, by)
        self._across = ArrivingAcross(database, self.report)

    def close(self) -> None:
        self._stage.close()

    def take(self, entries: Iterable[Record | Problem], tick: Callable[[], None] = lambda: None) -> None:
        """Lay out the records in the temporary file.  `tick` is called after each."""
        for entry in entries:
            if isinstance(entry, Notice):
                self.report.changed.add(entry)
            elif isinstance(entry, Problem):
                self.report.refused.add(entry)
            else:
                self._take(entry)
            tick()
        self._stage.flush()

    def land(self, *, add_labels: bool = False) -> ImportReport:
        """Write all records in one transaction, and with it the labels that the schema lacks, if wanted.

        UserError when an article arrived otherwise meanwhile.
        """
        self._works.settle()
        self._stage.drop_decided(self._again)
        self.report.labels = self._stage.labels()
        with self._writes.together():
            whose = sorted({*self._works.annotators(), *self._across.annotators()})
            for number, name in enumerate(whose):
                self.report.changed.note(*people.pointed_out(self._db, name, whose[:number]))
            sql = "SELECT s.id FROM stage.article s JOIN main.article m ON m.id = s.id WHERE s.number IS NULL"
            if self._db.row(sql):
                raise UserError("Somebody else imported the same articles meanwhile; nothing was imported.")
            names = {"event": "coalesce(max(number), 0)", "lamport": "coalesce(max(lamport), 0)"}
            row = self._db.row(f"SELECT {', '.join(names.values())} FROM event") or (0, 0)
            now = datetime.now(UTC).isoformat(timespec="milliseconds")
            values: dict[str, Any] = {
                "event": row[0],
                "lamport": row[1],
                "at": now,
                "by": self._by,
                "copy": copy_id.stored(self._db),
            }
            for statement in LAND:
                self._db.connection.execute(statement, values)
            self._across.land(self._by)
            pooled = "SELECT a.number FROM stage.article a WHERE n IN (SELECT article FROM stage.suggestion)"
            checksums.seal_pools(self._db, (row[0] for row in self._db.rows(pooled)))
            known = (
                "SELECT a.id FROM stage.article a JOIN stage.work w ON w.article = a.n WHERE a.text IS NULL"
            )
            self._golds.follow(row[0] for row in self._db.rows(known))
            if add_labels:
                self.report.labels_added = self._writes.add_labels(self.report.labels)
        return self.report

    def _take(self, entry: Record) -> None:
        if entry.article.id == PROJECT:
            if entry.set and not self._as_suggestions:
                self._across.take(entry, self._annotator or entry.set.annotator or self._by)
            return
        if entry.fills and entry.set and not entry.set.annotator:
            entry = replace(entry, set=replace(entry.set, annotator=self._by))
        is_signed = bool(self._annotator or (entry.set and entry.set.annotator))
        entry = self._as_asked(entry)
        found, their_id = self._article(entry), entry.article.id
        self._across.follow(entry, found[1].article.id if found else "")
        if found is None:
            return
        n, entry = found
        entry = self._across.article(entry, their_id, is_fresh=n not in self._there)
        if entry.set is not None:
            self._works.take(self._came(entry, n, entry.set, is_signed=is_signed))
        rows = doubt_queue.rows(self._db, entry.article.text, entry.pool)
        self._stage.lay("suggestion", *((n, *row) for row in rows))
        self._stage.flush(BATCH)

    def _came(self, entry: Record, n: int, made: AnnotationSet, *, is_signed: bool) -> Came:
        copy = entry.copies[0] if len(entry.copies) == 1 else None
        unites = entry.unites or not is_signed
        return Came(made, n, n not in self._there, entry.file, entry.line, unites, is_signed, copy)

    def _as_asked(self, entry: Record) -> Record:
        """Return the record with its set under the right annotator, or in the pool when that is wanted."""
        made = entry.set
        if made and self._as_suggestions:
            own = (item for item in made if isinstance(item, Span | Fact))
            kept = (_origin(item) for item in own if item.status is not Status.REJECTED)
            pool = tuple(replace(item, status=Status.SUGGESTED) for item in kept)
            return replace(entry, set=None, pool=entry.pool + pool)
        pool = tuple(_origin(item) for item in entry.pool)
        if made is None:
            return replace(entry, pool=pool)
        annotator = self._annotator or made.annotator or self._works.standing(entry.file)
        items: tuple[Span | Fact, ...] = (*made.spans.values(), *made.facts.values())
        named = (_origin(item) for item in items if not item.origin)
        signed = replace(made, annotator=annotator).having(*named)
        if annotator != made.annotator and made.progress.machine:  # somebody takes a machine's work over
            signed = signed.having(replace(made.progress, machine=""))
        meta = came_from.of_annotator(entry.article.meta, made.annotator, annotator)
        return replace(entry, article=replace(entry.article, meta=meta), set=signed, pool=pool)

    def _article(self, entry: Record) -> tuple[int, Record] | None:
        """Return the number here of the record's article, and the record as it is of that.

        None when it was refused or skipped.
        """
        article, hash_ = entry.article, article_id(entry.article.text)
        known = self._articles.get(article.id) or self._known(article.id)
        if known is None:
            twin = self._hashes.get(hash_) or self._id_of_text(hash_)
            if twin and entry.plain:
                self.report.already.append(f"{entry.file}: {article.title or article.id}")
                return None
            if twin and (entry.fills or (entry.unites and article.id == hash_)):  # its file gives no id
                return self._article(_of_article(entry, twin))
            return self._new_article(entry, hash_, twin), entry
        if known[1] != hash_ and entry.names_file:
            return self._article(_of_article(entry, self._longer_id(entry, hash_)))
        if entry.fills and known[1] == hash_:
            return known[0], entry
        if entry.unites:
            self._again.add(known[0])
        if known[1] != hash_:
            self._refuse(entry, worded("There is an article {id} with another text already.", id=article.id))
            return None
        if entry.set is None and (entry.plain or not entry.pool):
            self.report.already.append(f"{entry.file}: {article.title or article.id}")
            return None
        self._keep(entry, known[0])
        return known[0], entry

    def _longer_id(self, entry: Record, hash_: str) -> str:
        """Return the id for a record whose file's name is another text's id: that of its text, or a free one."""
        id_ = entry.article.id
        for longer in longer_ids(id_, entry.file):
            known = self._articles.get(longer) or self._known(longer)
            if known and known[1] == hash_:
                return longer
            if known is None:
                break
        rows = self._db.rows("SELECT id FROM main.article WHERE hash = ?", (hash_,))
        there = [self._hashes.get(hash_, ""), *(str(row[0]) for row in rows)]
        if twin := next((one for one in there if is_longer(one, id_)), ""):
            return twin  # another annotator's work, in a folder of its own
        self.report.changed.note(worded(LONGER, file=entry.file, id=id_, longer=longer))
        return longer

    def _new_article(self, entry: Record, hash_: str, twin: str | None) -> int:
        article, n = entry.article, len(self._articles) + 1
        if twin:
            said = worded(TWIN, id=article.id, twin=twin)
            self.report.changed.add(Notice(entry.file, entry.line, said))
        self._articles[article.id], self._hashes[hash_] = (n, hash_), article.id
        meta = dump(dict(article.meta))
        sum_ = checksums.of_details(article.title, meta)
        row = (n, None, article.id, article.title, meta, len(article.text), hash_, article.text, sum_)
        self._stage.lay("article", row)
        self.report.articles += 1
        return n

    def _keep(self, entry: Record, n: int) -> None:
        """Keep with the article what the record has for the tool that it came from, beside what it keeps already."""
        if came_from.CAME_FROM not in entry.article.meta:
            return
        self._stage.flush()
        sql = """SELECT coalesce(s.title, m.title), coalesce(s.meta, m.meta) FROM stage.article s
        LEFT JOIN main.article m ON m.number = s.number WHERE s.n = ?"""
        title, meta = self._db.row(sql, (n,)) or ("", "{}")
        kept = came_from.together(loaded := json.loads(meta), entry.article.meta)
        if kept is not loaded:
            self._stage.write_details(n, title, kept)

    def _known(self, id_: str) -> tuple[int, str] | None:
        """Return the number here and the hash of an article that the project has; None when it has none."""
        row = self._db.row("SELECT number, hash FROM main.article WHERE id = ?", (id_,))
        if row is None:
            return None
        n = len(self._articles) + 1
        self._articles[id_] = (n, row[1])
        self._there.add(n)
        self._stage.lay("article", (n, row[0], id_, *(None,) * 6))
        return n, row[1]

    def _id_of_text(self, hash_: str) -> str | None:
        row = self._db.row("SELECT id FROM main.article WHERE hash = ?", (hash_,))
        return str(row[0]) if row else None

    def _refuse(self, entry: Record, reason: str) -> None:
        self.report.refused.add(Problem(entry.file, entry.line, reason))


def _of_article(entry: Record, id_: str) -> Record:
    """Return the record as one of the article of that id, which has the same text."""
    made = entry.set and AnnotationSet(id_, entry.set.annotator, entry.set.items)
    return replace(entry, article=replace(entry.article, id=id_), set=made)


def _origin(item: Any) -> Any:
    """Return the item with the origin that says it came by import, when it has none."""
    if isinstance(item, Span | Fact) and not item.origin:
        return replace(item, origin=IMPORTED)
    return item
