"""A damaged database, read as far as it goes: from a copy, row by row and from both ends, with its log beside its rows."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import field
from pathlib import Path

from annotations.articles import Article, article_id
from annotations.errors import UserError
from annotations.facts import Fact
from annotations.files.there import is_file
from annotations.formats.base import Record
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import AnnotationSet, Boilerplate, Item
from annotations.spans import Hint, Rival, Span
from models.checks.articles import made
from models.checks.bounds import beyond
from models.checks.faults import UNREADABLE, lenient
from models.checks.file import BUILT, as_built
from models.checks.logged import Log
from models.store import presence
from models.store.articles import named, shown
from models.store.database import Database
from models.store.migrations import MIGRATIONS
from models.store.rows import ITEM_COLUMNS, Row, dump, to_row

NUMBERED = {"article": "number", "article_text": "article", "item": "article", "touched": "article"}


@dataclass
class Ruins:
    """The database at `path`, a copy of `source` that nobody else has; `lost` says, article by article, what could not be read.

    `backups`: where texts are looked for that are damaged here.
    """

    path: Path
    source: Path
    backups: Collection[Path] = ()
    lost: list[str] = field(default_factory=list)
    assigned: dict[str, list[str]] = field(default_factory=dict)

    def records(self) -> Iterator[Record]:
        """Yield a record for each article and set.  UserError when SQLite cannot open the file at all."""
        _mend_schema(self.path)
        database = self._opened()
        try:
            with lenient(database):
                log = Log(database)
                for number in range(1, self._last(database) + 1):
                    yield from self._of_article(database, log, number)
        finally:
            database.close()

    def _opened(self) -> Database:
        """Open the copy.  UserError of the file that it is a copy of."""
        try:
            return Database(self.path)
        except presence.Lost as error:
            raise presence.lost(self.source, error.found) from error
        except UserError as error:
            raise UserError(error.sentence, where=self.source) from error

    def _last(self, database: Database) -> int:
        """Return the greatest number of an article that any table knows."""
        found = [0]
        for table, column in NUMBERED.items():
            for order in ("", "DESC"):
                sql = f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY {column} {order}"
                found += [row[0] for row in self._read(database, sql) if isinstance(row[0], int)]
        return max(one for one in found if one < 10_000_000)

    def _of_article(self, database: Database, log: Log, number: int) -> Iterator[Record]:
        rows = self._read(database, "SELECT id, title, meta, hash FROM article WHERE number = ?", number)
        texts = self._read(database, "SELECT text FROM article_text WHERE article = ?", number)
        if not rows and not texts:
            return
        id_, title, meta, hash_ = rows[0] if rows else ("", "", "{}", "")
        name = named(id_, str(title)) if rows else f"article number {number}, whose id and title are lost"
        text = self._text(texts[0][0] if texts else None, str(hash_), name)
        if text is None:
            return
        article = Article(clean(str(id_)) or article_id(text), clean(text), clean(str(title)), _meta(meta))
        pool = tuple(self._pool(database, number, article, name))
        people = "SELECT annotator FROM item WHERE article = ?1 UNION SELECT annotator FROM touched WHERE article = ?1"
        annotators = [row[0] for row in self._read(database, people, number) if isinstance(row[0], str)]
        sets = [self._set(database, log, number, article, one, name) for one in annotators]
        for place, found in enumerate([one for one in sets if len(one)] or [None]):
            copies = self._copies(database, number, found.annotator) if found else ()
            yield Record(article, set=found, pool=() if place else pool, file=name, copies=copies)
        given = self._read(database, "SELECT annotator FROM assignment WHERE article = ?", number)
        if given:
            self.assigned[article.id] = [clean(str(row[0])) for row in given]

    def _text(self, text: object, hash_: str, name: str) -> str | None:
        """Return the text, of a backup where it is damaged here; None when it is lost."""
        if isinstance(text, str) and (not hash_ or article_id(text) == hash_):
            return text
        for path in self.backups:
            if (found := _text_in(path, hash_)) is not None:
                self.lost.append(f"{name}: the text was damaged; it came from the backup {path.name}.")
                return found
        if not isinstance(text, str) or not text.strip():
            self.lost.append(f"{name}: the text is lost, and the article with it.")
            return None
        self.lost.append(f"{name}: the text is not the one its hash was made of; look through it.")
        return text

    def _pool(
        self, database: Database, number: int, article: Article, name: str
    ) -> Iterator[Span | Fact | Boilerplate]:
        sql = f"SELECT {ITEM_COLUMNS} FROM suggestion WHERE article = ? AND kind IN ('span', 'fact', 'boilerplate')"
        rows = self._from_both_ends(database, sql, number)
        read = (made(row, pooled=True) for row in rows)
        kept = _within((item for item in read if item is not None), len(article.text))
        if len(kept) < len(rows):
            self.lost.append(f"{name}: {len(rows) - len(kept)} suggestions are lost.")
        yield from (item for item in kept if isinstance(item, Span | Fact | Boilerplate))

    def _copies(self, database: Database, number: int, annotator: str) -> tuple[str, ...]:
        """Return the ids of the copies in which the set was worked on, as far as they can be read."""
        events = "SELECT event FROM item WHERE article = ?1 AND annotator = ?2"
        touched = "SELECT event FROM touched WHERE article = ?1 AND annotator = ?2"
        sql = (
            "SELECT DISTINCT copy FROM event WHERE copy IS NOT NULL AND (kind = 'base' OR lamport = 0 OR \"by\" = ?2) "
            f"AND number IN ({events} UNION {touched})"
        )
        rows = self._read(database, sql, number, annotator)
        return tuple(sorted(clean(row[0]) for row in rows if isinstance(row[0], str)))

    def _set(
        self, database: Database, log: Log, number: int, article: Article, annotator: str, name: str
    ) -> AnnotationSet:
        """Return the set of the rows, or of the log where that has as much or more."""
        sql = f"SELECT {ITEM_COLUMNS} FROM item WHERE article = ? AND annotator = ?"
        rows = self._from_both_ends(database, sql, number, annotator)
        read = [item for item in map(made, rows) if item is not None]
        whose, length = shown(f"{annotator}'s work"), len(article.text)
        there = _within(read, length)
        logged: list[Item] = []
        with suppress(*UNREADABLE):
            logged = _within(log.replayed(number, article.id, annotator)[0], length)
        if len(there) < len(rows) and len(logged) < len(rows):
            self.lost.append(f"{name}: {len(rows) - len(there)} items of {whose} are lost.")
        if len(logged) >= len(there):
            if AnnotationSet.of("", "", logged) != AnnotationSet.of("", "", there):
                self.lost.append(f"{name}: {whose} was damaged, and is what the log says.")
            return AnnotationSet.of(article.id, clean(annotator), logged)
        self.lost.append(f"{name}: {whose} is not what the log says; it is what the rows say.")
        return AnnotationSet.of(article.id, clean(annotator), there)

    def _from_both_ends(self, database: Database, sql: str, *values: object) -> list[Row]:
        """Return what can be read going up and, past a damaged page, going down."""
        rows = [
            row
            for order in ("kind, id", "kind DESC, id DESC")
            for row in self._read(database, f"{sql} ORDER BY {order}", *values)
        ]
        return list(dict.fromkeys(rows))

    def _read(self, database: Database, sql: str, *values: object) -> list[Row]:
        """Return the rows before the first one that cannot be read."""
        rows: list[Row] = []
        with suppress(*UNREADABLE):
            rows.extend(database.run(sql, values))
        return rows


def copied(database: Path, folder: Path) -> Path:
    """Copy a database, with what its write-ahead log holds, into the folder; return the copy.  UserError when there is none."""
    presence.require(database)
    for path in (database, database.with_name(f"{database.name}-wal")):
        if is_file(path):
            shutil.copyfile(path, folder / path.name)
    return folder / database.name


def clean(text: str) -> str:
    """Return the text with a mark in place of each byte that was no UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _within(items: Iterable[Item | Hint | Rival], length: int) -> list[Item]:
    """Return the items that lie within a text of that length, and hold no odd bytes."""
    return [
        item
        for item in items
        if not isinstance(item, Hint | Rival) and beyond(item, length) is None and _is_utf8(item)
    ]


def _is_utf8(item: Item) -> bool:
    try:
        dump(to_row(item)).encode()
    except UnicodeEncodeError:
        return False
    return True


def _meta(meta: object) -> Mapping[str, object]:
    try:
        found = json.loads(clean(str(meta)))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _text_in(path: Path, hash_: str) -> str | None:
    """Return the text with that hash in a backup; None when it has none, or cannot be read."""
    sql = "SELECT text FROM article JOIN article_text ON article = number WHERE hash = ?"
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
        for (text,) in connection.execute(sql, (hash_,)):
            if isinstance(text, str) and article_id(text) == hash_:
                return text
    return None


def _mend_schema(path: Path) -> None:
    """Write the statements of our own tables anew where they are damaged: SQLite reads nothing with one that is.

    Triggers, views and foreign tables go: with one the copy would not be opened.
    """
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = 1")
        version = _version(connection)
        rows = [(sql, name, sql) for name, sql in as_built(version).items()]
        connection.executemany("UPDATE sqlite_master SET sql = ? WHERE name = ? AND sql IS NOT ?", rows)
        built = connection.execute("SELECT rowid, CAST(sql AS BLOB) FROM sqlite_master WHERE sql IS NOT NULL")
        active = [(row,) for row, sql in built.fetchall() if not presence.is_passive(sql)]
        connection.executemany("DELETE FROM sqlite_master WHERE rowid = ?", active)


def _version(connection: sqlite3.Connection) -> int:
    """Return the version that the tables are of, and write that where the file says another; else what it says."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    there = dict(connection.execute(BUILT).fetchall())
    fitting = next((one for one in range(len(MIGRATIONS), 0, -1) if as_built(one) == there), version)
    if fitting != version:
        connection.execute(f"PRAGMA user_version = {fitting}")
    return int(fitting)
