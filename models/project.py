"""The open project: a folder with `project.yaml` and `project.db`, and the only way to change either.

Everything that people decide goes through `apply`, `undo` and `redo`; pools, imports and article details,
which are on no undo stack, have methods of their own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any, TypeVar

from annotations.articles import Article, Asked
from annotations.edits import Edit
from annotations.errors import UserError
from annotations.facts import Fact
from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from annotations.schema.types import Schema
from annotations.sets import AnnotationSet
from annotations.sheet import Pooled, Sheet
from annotations.span_index import SpanIndex
from annotations.spans import Span
from annotations.suggest.mentions import Learned
from models.queries import doubt_queue, learned_wordings, schema_renames, undecided_counts
from models.queries.doubt_queue import Doubtful, Key, Queue
from models.queries.schema_renames import Recast
from models.store import backup
from models.store.database import Database, dump, stored_pool, stored_set
from models.store.edit_log import History
from models.store.migrations import migrate
from models.store.project_file import ProjectFile, write_whole
from models.transfer.imports import Arrivals

SCHEMA_FILE, DATABASE_FILE = "project.yaml", "project.db"
Made = TypeVar("Made")


class Project:
    """An open project.  `close` it when done; several may be open at once, also on the same folder."""

    def __init__(self, folder: Path) -> None:
        """Opens it.  UserError when the folder is no project, or its schema or database cannot be read."""
        self.folder = folder
        if not (folder / SCHEMA_FILE).is_file():
            raise UserError(
                f"This is no Factmark project: there is no {SCHEMA_FILE} in it. Make one with `new`.",
                where=folder,
            )
        self._file = ProjectFile(folder / SCHEMA_FILE)
        self.db = Database(folder / DATABASE_FILE)
        try:
            migrate(self.db, folder / DATABASE_FILE)
        except (UserError, sqlite3.DatabaseError):
            self.db.close()
            raise
        self.history = History(self.db)
        self._queue = Queue(self.db)
        self._site_lines: dict[str, frozenset[str]] = {}

    @classmethod
    def create(cls, folder: Path, schema: Schema) -> Project:
        """Makes the folder and opens it.  UserError when something is there already."""
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UserError("There is something there already; choose another folder.", where=folder)
        text = schema_writer.dump(schema)
        schema_reader.parse(text)  # what cannot be read back is not written
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(folder / SCHEMA_FILE, text)
        except OSError as error:
            raise UserError(f"The project cannot be made: {error.strerror}.", where=folder) from error
        return cls(folder)

    def close(self) -> None:
        self.db.close()

    def version(self) -> int:
        """A number that changes when another program or window writes to the project."""
        row = self.db.row("PRAGMA data_version")
        return int(row[0]) if row else 0

    # --- what annotators decide

    def apply(self, edit: Edit, *, by: str) -> None:
        """Writes the edit.  StaleEdit when it was made against rows that have changed since."""
        self.history.apply(edit, by=by)
        self._queue.take_in(edit)

    def undo(self, by: str) -> Edit | None:
        """Takes back the annotator's latest edit; what was done, or None.  StaleEdit as `apply`.

        The schema goes along when that edit renamed something in it.
        """
        self._queue.restart()
        return self._with_schema(lambda: self.history.undo(by))

    def redo(self, by: str) -> Edit | None:
        self._queue.restart()
        return self._with_schema(lambda: self.history.redo(by))

    # --- articles

    def article(self, id_: str) -> Article:
        """UserError when there is none of that id."""
        row = self.db.row(
            "SELECT id, text, title, meta FROM article JOIN article_text ON article = number WHERE id = ?",
            (id_,),
        )
        if row is None:
            raise UserError(f"There is no article {id_} in the project.")
        return Article(row[0], row[1], row[2], json.loads(row[3]))

    def describe(self, id_: str, *, title: str, meta: dict[str, Any]) -> None:
        """Sets an article's title and metadata.  UserError when there is none of that id."""
        number = self._number(id_)
        with self.db.writing():
            self.db.run(
                "UPDATE article SET title = ?, meta = ? WHERE number = ?", (title, dump(meta), number)
            )

    def remove_article(self, id_: str) -> Path:
        """Removes the article with all sets on it; the backup that was made before.

        Edits that touched it can no longer be undone.
        """
        number = self._number(id_)
        copy = backup.save(self.db, self.folder, why="before-removal")
        with self.db.writing():
            self.db.run(
                "INSERT INTO article_words (article_words, rowid, text) "
                "SELECT 'delete', article, text FROM article_text WHERE article = ?",
                (number,),
            )
            self.db.run(
                "UPDATE event SET fate = 'gone' WHERE kind = 'edit' AND number IN "
                "(SELECT event FROM touched WHERE article = ?)",
                (number,),
            )
            self.db.run("DELETE FROM article WHERE number = ?", (number,))
        return copy

    # --- sets and pools

    def annotators(self, article: str) -> list[str]:
        """Who has a set on the article, in alphabetical order."""
        sql = "SELECT DISTINCT annotator FROM item WHERE article = ? ORDER BY annotator"
        return [row[0] for row in self.db.rows(sql, (self._number(article),))]

    def annotation_set(self, article: str, annotator: str) -> AnnotationSet:
        return stored_set(self.db, article, annotator)

    def pool(self, article: str) -> list[Pooled]:
        """The article's suggested spans and facts, what was found to be boilerplate, hints and rivals."""
        return stored_pool(self.db, article)

    def set_pools(self, pools: Iterable[tuple[str, Iterable[Pooled]]], *, by: str) -> None:
        """Replaces spans, boilerplate, hints and rivals in the pools, in one transaction; `by` is the pipeline.

        An article that was removed meanwhile is passed over.
        """
        self._queue.restart()
        with self.db.writing():
            for article, spans in pools:
                row = self.db.row("SELECT number FROM article WHERE id = ?", (article,))
                if row is not None:
                    self._set_pool(row[0], spans, by)

    def set_facts(self, pools: Iterable[tuple[str, Iterable[Fact]]]) -> None:
        """Replaces the suggested facts of each article, in one transaction; spans and the rest stay.

        An article that was removed meanwhile is passed over.  With a schema that proposes facts they have been
        looked for now, even where there is none.
        """
        looked_for = int(self.schema.proposes_facts)
        with self.db.writing():
            for article, facts in pools:
                row = self.db.row("SELECT number FROM article WHERE id = ?", (article,))
                if row is not None:
                    self.db.run("DELETE FROM suggestion WHERE article = ? AND kind = 'fact'", row)
                    doubt_queue.put(self.db, row[0], facts)
                    self.db.run("UPDATE article SET proposed = ? WHERE number = ?", (looked_for, *row))

    def learned(self, annotator: str, *, whole: bool = False) -> Learned:
        """What the annotator's decisions teach.

        Takes in some of what is new in the log, or all of it (`whole`), which may take long after an import.
        """
        most = 500 if whole else learned_wordings.STEP
        while learned_wordings.learn(self.db, most, changed=self._queue.restart) and whole:
            continue
        return learned_wordings.learned(self.db, annotator)

    def doubtful(self, annotator: str, most: int, passed: Collection[Key] = ()) -> list[Doubtful]:
        """What is most doubtful among all that the annotator has not decided, less what is in `passed`."""
        learned_wordings.learn(self.db, changed=self._queue.restart)
        return self._queue.head(annotator, most, passed)

    def asked(self, article: Article) -> Asked:
        """The article as it is given to a pipeline, with the lines that its source's pages share."""
        source = str(article.meta.get("source") or "")
        if source not in self._site_lines:
            self._site_lines[source] = learned_wordings.site_lines(self.db, source)
        return Asked(article.id, article.text, article.title, self._site_lines[source])

    def keep_tally(self, article: str, annotator: str, undecided: SpanIndex) -> None:
        """Keep how much the annotator has left on the article, unless somebody else is writing just now."""
        undecided_counts.keep_tally(self.db, article, annotator, undecided)

    def sheet(self, article: str, annotator: str) -> Sheet:
        return Sheet(self.pool(article), self.annotation_set(article, annotator))

    def arrivals(self, *, by: str, annotator: str | None = None, as_suggestions: bool = False) -> Arrivals:
        """An import in the making; see there."""
        self._queue.restart()
        return Arrivals(self.db, by=by, annotator=annotator, as_suggestions=as_suggestions)

    def replaced(self) -> None:
        """Rows were written that no edit of this window made: what is remembered of them is forgotten."""
        self._queue.restart()

    # --- schema

    @property
    def schema(self) -> Schema:
        return self._file.schema

    def set_schema(self, schema: Schema) -> None:
        """Writes `project.yaml` whole; the old file is kept in `backups/`."""
        self._file.write(schema)

    def add_labels(self, names: Iterable[str]) -> list[str]:
        """Adds the labels that the schema lacks, without keys; their names."""
        return self._file.add_labels(names)

    def reread_schema(self) -> bool:
        """Takes in what a person has changed in `project.yaml`; whether there was anything."""
        return self._file.reread()

    def recast(self, made: Recast, *, by: str) -> None:
        """Writes a rename or merge: schema, sets and pools.  On UserError all are as they were."""

        def write() -> Edit:
            self.history.apply(made.edit, by=by)
            schema_renames.carry_pools(self.db, made)
            if made.edit:
                schema_renames.keep(self.db, made, before=self.schema)
            self.set_schema(made.schema)
            return made.edit

        self._all_or_nothing(write)

    def _with_schema(self, step: Callable[[], Edit | None]) -> Edit | None:
        """Undoes or redoes, and takes the schema to where it was then."""

        def write() -> Edit | None:
            edit = step()
            schema = schema_renames.followed(self.db, self.schema) if edit else self.schema
            if schema != self.schema:
                self.set_schema(schema)
            return edit

        return self._all_or_nothing(write)

    def _all_or_nothing(self, write: Callable[[], Made]) -> Made:
        """Writes to database and schema; the schema is written last and put back when the database fails."""
        before = self.schema
        try:
            with self.db.writing():
                return write()
        except UserError:
            if self.schema is not before:
                self.set_schema(before)
            raise

    def _number(self, article: str) -> int:
        row = self.db.row("SELECT number FROM article WHERE id = ?", (article,))
        if row is None:
            raise UserError(f"There is no article {article} in the project.")
        return int(row[0])

    def _set_pool(self, number: int, items: Iterable[Pooled], by: str) -> None:
        self.db.run("UPDATE article SET suggested = ?, proposed = 0 WHERE number = ?", (by, number))
        kinds = "('span', 'boilerplate', 'hint', 'rival')"
        self.db.run(f"DELETE FROM suggestion WHERE article = ? AND kind IN {kinds}", (number,))
        items = list(items)
        undecided_counts.count_again(self.db, number, [item for item in items if isinstance(item, Span)])
        doubt_queue.put(self.db, number, items)
