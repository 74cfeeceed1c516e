"""The private temporary file in which an import is laid out before it lands: rows go there in batches."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from annotations.formats import came_from
from annotations.sets import AnnotationSet
from models.store import checksums
from models.store.database import Database
from models.store.landing import DROP_DECIDED, STAGE
from models.store.rows import FIELDS, ITEM_COLUMNS, Row, dump, from_row, marks, pack

BATCH = 5_000  # rows laid out at a time


class Staging:
    """Rows on their way to the project.  `close` it in any case."""

    def __init__(self, database: Database) -> None:
        self.db = database
        self._rows: dict[str, list[Row]] = {"article": [], "work": [], "item": [], "suggestion": []}
        self._is_indexed = False
        database.run("ATTACH DATABASE '' AS stage")
        for statement in STAGE.split(";\n"):
            database.run(statement)

    def close(self) -> None:
        self.db.run("DETACH DATABASE stage")

    def lay(self, table: str, *rows: Row) -> None:
        self._rows[table].extend(rows)

    def lay_work(
        self, work: int, article: int, made: AnnotationSet, rows: list[Row], copy: str | None
    ) -> None:
        """Lay out a set; `rows` are those of its items, in the order of the primary key."""
        self._rows["work"].append((work, article, made.annotator, body(made, rows), copy))
        self._rows["item"].extend((work, *row) for row in rows)

    def flush(self, least: int = 0) -> None:
        """Write what waits if that are at least so many rows."""
        if sum(map(len, self._rows.values())) < least:
            return
        with self.db.reading():
            for table, rows in self._rows.items():
                if rows:
                    self.db.many(f"INSERT INTO stage.{table} VALUES ({marks(len(rows[0]))})", rows)
                rows.clear()

    def index(self) -> None:
        """Make the items of one set quick to find, which few imports need."""
        self.flush()
        if not self._is_indexed:
            self._is_indexed = True
            self.db.run("CREATE INDEX stage.item_of ON item (work, kind, id)")
            self.db.run('CREATE INDEX stage.item_at ON item (work, kind, start, "end")')

    # --- one set that lies here; `index` first

    def work(self, work: int, article: str, annotator: str) -> AnnotationSet:
        """Return the set as it is laid out."""
        return AnnotationSet.of(article, annotator, map(from_row, self._of(work)))

    def write_item(self, work: int, row: Row, old: str | None = None) -> None:
        """Put a row in place of that of the item with the old id, or beside all others."""
        if old is None:
            self.db.run(f"INSERT INTO stage.item VALUES ({marks(len(row) + 1)})", (work, *row))
            return
        fields = ", ".join(f"{field} = ?" for field in FIELDS)
        self.db.run(
            f"UPDATE stage.item SET {fields} WHERE work = ? AND kind = ? AND id = ?",
            (*row, work, row[0], old),
        )

    def close_work(self, work: int, article: str, annotator: str) -> None:
        """Write the set's event anew, of the items that it has now, under that name."""
        made = AnnotationSet(article, annotator)
        values = (annotator, body(made, self._of(work)), work)
        self.db.run("UPDATE stage.work SET annotator = ?, body = ? WHERE n = ?", values)

    def drop_work(self, work: int) -> None:
        self.db.run("DELETE FROM stage.item WHERE work = ?", (work,))
        self.db.run("DELETE FROM stage.work WHERE n = ?", (work,))

    def rename_kept(self, names: Mapping[str, str]) -> None:
        """Put what articles keep for another tool, by annotator, under other names."""
        if all(old == new for old, new in names.items()):
            return
        sql = "SELECT n, title, meta FROM stage.article WHERE instr(meta, ?)"
        for n, title, meta in self.db.rows(sql, (f'"{came_from.CAME_FROM}"',)):
            kept: Mapping[str, Any] = json.loads(meta)
            for old, new in names.items():
                kept = came_from.of_annotator(kept, old, new)
            self.write_details(n, title, kept)

    def write_details(self, n: int, title: str, meta: Mapping[str, Any]) -> None:
        written = dump(dict(meta))
        values = (title, written, checksums.of_details(title, written), n)
        self.db.run("UPDATE stage.article SET title = ?, meta = ?, details_sum = ? WHERE n = ?", values)

    def drop_decided(self, articles: Collection[int]) -> None:
        """Drop the suggestions that all who worked on the article in this import have decided on, of these articles."""
        if not articles:
            return
        self.index()
        self.db.run("CREATE INDEX IF NOT EXISTS stage.work_on ON work (article)")
        self.db.run("CREATE INDEX IF NOT EXISTS stage.suggestion_on ON suggestion (article)")
        with self.db.reading():
            self.db.many(DROP_DECIDED, ((n,) for n in articles))

    def labels(self) -> set[str]:
        """Return the labels of all spans laid out, of sets and of pools."""
        self.flush()
        sql = "SELECT DISTINCT label FROM stage.{} WHERE kind = 'span'"
        return {label for table in ("item", "suggestion") for (label,) in self.db.rows(sql.format(table))}

    def _of(self, work: int) -> list[Row]:
        sql = f"SELECT {ITEM_COLUMNS} FROM stage.item WHERE work = ? ORDER BY kind, id"
        return self.db.rows(sql, (work,))


def body(made: AnnotationSet, rows: list[Row]) -> str | bytes:
    """Return the body of the event by which the set arrives."""
    return pack({"article": made.article, "annotator": made.annotator, "rows": rows}, large=0)
