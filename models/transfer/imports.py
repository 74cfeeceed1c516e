"""An import: records are checked and laid out in a private temporary file, then land in one transaction.

Until they land the project is not touched, so a cancelled import leaves nothing, and the window goes on
saving while a command reads ten thousand articles.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from annotations.articles import article_id
from annotations.errors import UserError
from annotations.facts import Fact
from annotations.formats import came_from
from annotations.problems import Noted, Notice, Problem, worded
from annotations.sets import AnnotationSet
from annotations.spans import Span, Status
from models.queries import people
from models.queries.doubt import doubt_queue
from models.queries.gold_keeper import GoldKeeper
from models.store import checksums, copy_id
from models.store.database import Database, stored_set
from models.store.landing import LAND, STAGE
from models.store.rows import Row, dump, marks, pack, to_row
from models.store.schema_writes import SchemaWrites

if TYPE_CHECKING:
    from annotations.formats.base import Record

BATCH = 5_000  # rows laid out at a time
IMPORTED = "imported"  # the origin of a span whose file names none
TWICE = "{who}'s work on {article} is twice in these files."
OTHER = "{who} has other work on {article} already; name another annotator with --annotator."
TWIN = "{id} has the same text as {twin}: kept as a second article."


@dataclass
class ImportReport:
    """The report of an import: what came, what was there already, and what could not come."""

    articles: int = 0
    sets: int = 0
    already: list[str] = field(default_factory=list)  # what was there before, unchanged
    changed: Noted = field(default_factory=Noted)  # what was taken otherwise than it stands in a file
    refused: Noted = field(default_factory=Noted)
    labels: set[str] = field(default_factory=set)  # all that occur
    labels_added: list[str] = field(default_factory=list)

    @property
    def notices(self) -> list[str]:
        return self.changed.lines()

    @property
    def problems(self) -> list[Problem]:
        """Return what could not come; of very many of one kind in a file the first."""
        return [*self.refused]


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
        self._fresh: set[int] = set()  # the numbers of those the project has not
        self._works: dict[tuple[str, str], int] = {}
        self._rows: dict[str, list[Row]] = {"article": [], "work": [], "item": [], "suggestion": []}
        database.run("ATTACH DATABASE '' AS stage")
        for statement in STAGE.split(";\n"):
            database.run(statement)

    def close(self) -> None:
        self._db.run("DETACH DATABASE stage")

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
        self._flush(0)

    def land(self, *, add_labels: bool = False) -> ImportReport:
        """Write all records in one transaction, and with it the labels that the schema lacks, if wanted.

        UserError when an article arrived otherwise meanwhile.
        """
        with self._writes.together():
            whose = sorted({annotator for _, annotator in self._works})
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
        entry = self._as_asked(entry)
        n = self._article(entry)
        if n is None:
            return
        if entry.set is not None:
            self._set(entry, n, entry.set)
        rows = doubt_queue.rows(self._db, entry.article.text, entry.pool)
        self._rows["suggestion"].extend((n, *row) for row in rows)
        self.report.labels.update(span.label for span in entry.pool_spans())
        self._flush(BATCH)

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
        annotator = self._annotator or made.annotator or self._by
        items: tuple[Span | Fact, ...] = (*made.spans.values(), *made.facts.values())
        named = (_origin(item) for item in items if not item.origin)
        signed = replace(made, annotator=annotator).having(*named)
        meta = came_from.of_annotator(entry.article.meta, made.annotator, annotator)
        return replace(entry, article=replace(entry.article, meta=meta), set=signed, pool=pool)

    def _article(self, entry: Record) -> int | None:
        """Return the number here of the record's article; None when the record was refused or skipped."""
        article, hash_ = entry.article, article_id(entry.article.text)
        known = self._articles.get(article.id) or self._known(article.id)
        if known is None:
            twin = self._hashes.get(hash_) or self._id_of_text(hash_)
            if twin and entry.plain:
                self.report.already.append(f"{entry.file}: {article.title or article.id}")
                return None
            return self._new_article(entry, hash_, twin)
        if known[1] != hash_:
            self._refuse(entry, worded("There is an article {id} with another text already.", id=article.id))
            return None
        if entry.set is None and (entry.plain or not entry.pool):
            self.report.already.append(f"{entry.file}: {article.title or article.id}")
            return None
        self._keep(entry, known[0])
        return known[0]

    def _new_article(self, entry: Record, hash_: str, twin: str | None) -> int:
        article, n = entry.article, len(self._articles) + 1
        if twin:
            said = worded(TWIN, id=article.id, twin=twin)
            self.report.changed.add(Notice(entry.file, entry.line, said))
        self._articles[article.id], self._hashes[hash_] = (n, hash_), article.id
        self._fresh.add(n)
        meta = dump(dict(article.meta))
        sum_ = checksums.of_details(article.title, meta)
        row = (n, None, article.id, article.title, meta, len(article.text), hash_, article.text, sum_)
        self._rows["article"].append(row)
        self.report.articles += 1
        return n

    def _keep(self, entry: Record, n: int) -> None:
        """Keep with the article what the record has for the tool that it came from, beside what it keeps already."""
        if came_from.CAME_FROM not in entry.article.meta:
            return
        self._flush(0)
        sql = """SELECT coalesce(s.title, m.title), coalesce(s.meta, m.meta) FROM stage.article s
        LEFT JOIN main.article m ON m.number = s.number WHERE s.n = ?"""
        title, meta = self._db.row(sql, (n,)) or ("", "{}")
        kept = came_from.together(loaded := json.loads(meta), entry.article.meta)
        if kept is not loaded:
            sql = "UPDATE stage.article SET title = ?, meta = ?, details_sum = ? WHERE n = ?"
            written = dump(dict(kept))
            self._db.run(sql, (title, written, checksums.of_details(title, written), n))

    def _known(self, id_: str) -> tuple[int, str] | None:
        """Return the number here and the hash of an article that the project has; None when it has none."""
        row = self._db.row("SELECT number, hash FROM main.article WHERE id = ?", (id_,))
        if row is None:
            return None
        n = len(self._articles) + 1
        self._articles[id_] = (n, row[1])
        self._rows["article"].append((n, row[0], id_, *(None,) * 6))
        return n, row[1]

    def _id_of_text(self, hash_: str) -> str | None:
        row = self._db.row("SELECT id FROM main.article WHERE hash = ?", (hash_,))
        return str(row[0]) if row else None

    def _set(self, entry: Record, n: int, made: AnnotationSet) -> None:
        key = (made.article, made.annotator)
        if key in self._works:
            self._refuse(entry, worded(TWICE, who=made.annotator, article=made.article))
        elif there := self._there(n, made):
            if there == made:
                self.report.already.append(
                    f"{entry.file}:{entry.line}: {made.annotator}'s work on {made.article}"
                )
            else:
                self._refuse(entry, worded(OTHER, who=made.annotator, article=made.article))
        else:
            self._works[key] = work = len(self._works) + 1
            rows = sorted(map(to_row, made))  # in the order of the primary key
            body = pack({"article": made.article, "annotator": made.annotator, "rows": rows}, large=0)
            copy = entry.copies[0] if len(entry.copies) == 1 else None
            self._rows["work"].append((work, n, made.annotator, body, copy))
            self._rows["item"].extend((work, *row) for row in rows)
            self.report.labels.update(span.label for span in made.spans.values())
            self.report.sets += 1

    def _there(self, n: int, made: AnnotationSet) -> AnnotationSet | None:
        if n in self._fresh:
            return None
        there = stored_set(self._db, made.article, made.annotator)
        return there if len(there) else None

    def _refuse(self, entry: Record, reason: str) -> None:
        self.report.refused.add(Problem(entry.file, entry.line, reason))

    def _flush(self, least: int) -> None:
        if sum(map(len, self._rows.values())) < least:
            return
        with self._db.reading():
            for table, rows in self._rows.items():
                if rows:
                    self._db.many(f"INSERT INTO stage.{table} VALUES ({marks(len(rows[0]))})", rows)
                rows.clear()


def _origin(item: Any) -> Any:
    """Return the item with the origin that says it came by import, when it has none."""
    if isinstance(item, Span | Fact) and not item.origin:
        return replace(item, origin=IMPORTED)
    return item
