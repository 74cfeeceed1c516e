"""The open project: a folder with `project.yaml` and `project.db`, and the only way to change either.

Everything that people decide goes through `apply`, `undo` and `redo`; pools, imports and article details,
which are on no undo stack, have methods of their own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import AbstractContextManager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.articles import Article
from annotations.edits import Edit
from annotations.errors import UserError, cause, unread
from annotations.facts import Fact
from annotations.files.there import is_file, is_folder, is_there
from annotations.private_files import private_folder
from annotations.schema.types import Schema
from annotations.sets import AnnotationSet
from annotations.sheet import Pooled, Sheet
from annotations.whole_files import write_whole
from models.queries import undecided_counts
from models.queries.gold_keeper import GoldKeeper
from models.store import articles, copy_id, presence
from models.store.database import Database, shown_set, stored_pool
from models.store.edit_log import History
from models.store.migrations import migrate
from models.store.project_file import News, ProjectFile
from models.store.schema_writes import SchemaWrites
from models.transfer.late import LateWrites

if TYPE_CHECKING:
    from models.queries.learning import Learning
    from models.queries.role_renames import RoleRecast
    from models.queries.schema_renames import Recast
    from models.queries.training.switch import PipelineSwitch
    from models.transfer.imports import Arrivals
    from models.transfer.recasts import Recasts

SCHEMA_FILE, DATABASE_FILE = "project.yaml", "project.db"


def _learning(project: Project) -> Learning:
    """Return what the project's decisions teach, which nobody asks before its window is there."""
    from models.queries.learning import Learning

    return Learning(project.db)


def _recasting(project: Project) -> Recasts:
    """Return what renames and removes in the schema, which few do."""
    from models.transfer.recasts import Recasts

    return Recasts(project.db, project.history, project._file, project._writes, project.golds)


class Project:
    """An open project: its schema and database, and every change to either.

    `close` it when done; several may be open at once, also on the same folder.

    `golds`: what keeps gold true; `history`: what there is to undo; `learning`: what its decisions teach; `late`: what is still to be written;
    `read_only`: why it is open for reading alone, "" where it can be changed: a change raises ReadOnly then.
    """

    learning = cached_property(_learning)
    _recasts = cached_property(_recasting)

    def __init__(self, folder: Path, *, wait: float | None = None, reading: str = "") -> None:
        """Open the project in the folder; `wait` is how many seconds another writer is waited for, else five.

        `reading`: why it is only to be read, whether or not it could be written.

        UserError when the folder is no project, or its schema or database cannot be read.
        """
        self.folder = folder
        try:
            if not is_file(folder / SCHEMA_FILE):
                raise UserError(_no_project(folder), where=folder)
        except OSError as error:
            raise UserError(f"The project cannot be opened: {unread(error)}.", where=folder) from error
        self._file = ProjectFile(folder / SCHEMA_FILE)
        self.db = Database(folder / DATABASE_FILE, wait=wait, reading=reading)
        self.read_only = self.db.read_only
        try:
            migrate(self.db, folder / DATABASE_FILE)
        except (UserError, sqlite3.DatabaseError):
            self.db.close()
            raise
        if not self.db.read_only:
            copy_id.keep(self.db)
        self.history = History(self.db)
        self._writes = SchemaWrites(self.db, self._file)
        self._writes.finish()  # what a program that was killed has left
        self.golds = GoldKeeper(self.db, self.history, self._file)
        self.late = LateWrites(
            self.db, self.history, lambda edit: self.learning.take_in(edit), self._writes, self.golds
        )
        if not self.db.read_only and self.db.row("SELECT 1 FROM rebuilding"):
            _rebuild(self)

    @classmethod
    def create(cls, folder: Path, schema: Schema, *, text: str = "") -> Project:
        """Create a project in a new folder and open it; `text` is a `project.yaml` that it begins with.

        UserError when something is there already.
        """
        if is_there(folder) and not _is_free(folder):
            raise UserError("There is something there already; choose another folder.", where=folder)
        from annotations.schema.rewriting import rewritten  # most projects are made already

        text = rewritten(text, schema)
        try:
            private_folder(folder)
            database = Database(folder / DATABASE_FILE, new=True)
            try:
                migrate(database, folder / DATABASE_FILE)
            finally:
                database.close()
            # last: a folder is a project, whose database must be there, once this is
            write_whole(folder / SCHEMA_FILE, text, private=True)
        except OSError as error:
            raise UserError(f"The project cannot be made: {cause(error)}.", where=folder) from error
        return cls(folder)

    def close(self) -> None:
        self.db.close()

    def version(self) -> tuple[int, int]:
        """Return a value that changes when another program or window writes to the project."""
        return self.db.version()

    # --- what annotators decide

    def apply(self, edit: Edit, *, by: str) -> None:
        """Write the edit.  StaleEdit when it was made against rows that have changed since."""
        self.history.apply(edit, by=by)
        self.golds.after(edit, is_settled=True)
        self.learning.take_in(edit)

    def undo(self, by: str, *, only: int | None = None) -> Edit | None:
        """Take back the annotator's latest edit; return what was done, or None.  StaleEdit as `apply`.

        The schema goes along when that edit renamed something in it.  `only`: it must be of that event.
        """
        self.learning.restart()
        return self._recasts.undo(by, only=only)

    def redo(self, by: str, *, only: int | None = None) -> Edit | None:
        """Redo the annotator's latest undone edit, with the schema as `undo`; return it, or None."""
        self.learning.restart()
        return self._recasts.redo(by, only=only)

    # --- articles

    def article(self, id_: str) -> Article:
        """Return the article.  UserError when there is none of that id."""
        return articles.stored_article(self.db, id_)

    def describe(self, id_: str, *, title: str, meta: dict[str, Any]) -> None:
        """Set an article's title and metadata.  UserError when there is none of that id."""
        articles.describe(self.db, id_, title, meta)

    def remove_article(self, id_: str) -> Path:
        """Remove the article with all sets on it; return the backup that was made before.

        Edits that touched it can no longer be undone.
        """
        self.db.require_writable()
        return articles.remove(self.db, self.folder, id_)

    def arrivals(self, *, by: str, annotator: str | None = None, as_suggestions: bool = False) -> Arrivals:
        """Return a new import with nothing in it; for the arguments see `Arrivals`."""
        from models.transfer.imports import Arrivals

        self.db.require_writable()
        self.learning.restart()
        return Arrivals(
            self.db, self._writes, self.golds, by=by, annotator=annotator, as_suggestions=as_suggestions
        )

    # --- sets and pools

    def annotation_set(self, article: str, annotator: str) -> AnnotationSet:
        """Return one annotator's set on the article, with edits that wait; empty when there is none."""
        return shown_set(self.db, article, annotator)

    def pool(self, article: str) -> list[Pooled]:
        """Return the article's pool: suggested spans and facts, found boilerplate, hints and rivals."""
        return stored_pool(self.db, article)

    def sheet(self, article: str, annotator: str) -> Sheet:
        """Return the article as the annotator sees it: the pool under their set."""
        return Sheet(self.pool(article), self.annotation_set(article, annotator))

    def set_pools(self, pools: Iterable[tuple[str, Iterable[Pooled]]], *, by: str) -> int:
        """Replace all of the articles' pools but facts, in one transaction; return how many spans that put there.

        These are spans, boilerplate, hints and rivals; `by` is the pipeline: by none, what was imported stays.
        An article that was removed meanwhile is passed over.
        """
        from models.transfer import pools as pool_writer

        self.learning.restart()
        return pool_writer.put(self.db, pools, by=by)

    def set_facts(self, pools: Iterable[tuple[str, Iterable[Fact]]], *, by: str = "") -> None:
        """Replace the suggested facts of each article, in one transaction; spans and the rest stay.

        An article that was removed meanwhile is passed over.  With a schema that proposes facts they count
        as looked for now, even where there is none.
        """
        from models.transfer import pools as pool_writer

        self.learning.restart()
        pool_writer.put_facts(self.db, pools, by=by, looked_for=self.schema.proposes_facts)

    def keep_tally(self, article: str, annotator: str, sheet: Sheet) -> None:
        """Store how much the annotator has left on the article.  Busy at once while somebody else is writing."""
        undecided_counts.keep_tally(self.db, article, annotator, sheet)

    # --- schema

    @property
    def schema(self) -> Schema:
        return self._file.schema

    @property
    def schema_text(self) -> str:
        """Return `project.yaml` as it was when it could be read last, with what a person wrote beside the schema."""
        return self._file.text

    def set_schema(self, schema: Schema) -> None:
        """Write `project.yaml` whole; the old file is kept in `backups/`."""
        self.db.require_writable()
        self.db.place.require()
        self._writes.catch_up()
        self._file.write(schema)

    def together(self) -> AbstractContextManager[None]:
        """Hold one transaction over database and schema.  UserError when it fails; both are as they were then."""
        return self._writes.together()

    def add_labels(self, names: Iterable[str]) -> list[str]:
        """Add the labels that the schema lacks, without keys; return their names."""
        return self._writes.add_labels(names)

    def reread_schema(self) -> bool:
        """Take in what a person has changed in `project.yaml`; return True when there was anything."""
        self._writes.catch_up()
        return self._file.reread()

    def schema_news(self) -> list[News]:
        """Return what there is to tell of `project.yaml`, each once: a mistake in it, its end, its mending."""
        said, self._file.news = self._file.news, []
        return said

    def recast(self, made: Recast | RoleRecast | PipelineSwitch, *, by: str) -> None:
        """Write a rename, merge or removal to schema, sets and pools, or another pipeline to the schema, as one step.

        On UserError all are as they were.
        """
        self._recasts.write(made, by=by)


def folder_of(path: Path) -> Path:
    """Return the project's folder where the path is a main file of one, as a person opens it, else the path."""
    return path.parent if path.name in (SCHEMA_FILE, DATABASE_FILE) else path


def _rebuild(project: Project) -> None:
    """Make decisions of before version 14 anew; what cannot be written now is left for the next time."""
    from models.queries import old_reviews  # once in a project's life

    with suppress(UserError):
        old_reviews.rebuild(project.db, project.history, project.schema)


def _is_free(folder: Path) -> bool:
    """Return whether a project can be made there: it is empty, or a `new` was killed before there was a project."""
    if not is_folder(folder):
        return False
    left = {f"{DATABASE_FILE}{tail}" for tail in ("", "-wal", "-shm", "-journal")}
    names = {path.name for path in folder.iterdir()}
    return not names or (names <= left and presence.is_unused(folder / DATABASE_FILE))


def _no_project(folder: Path) -> str:
    """Return why the folder, which has no `project.yaml`, is no project, and what can be done about it."""
    said = f"This is no Factmark project: there is no {SCHEMA_FILE} in it."
    if not is_file(folder / DATABASE_FILE):
        return f"{said} Make one with `new`."
    copies = sorted((folder / "backups").glob("project-*.yaml"), key=lambda path: path.stat().st_mtime)
    if copies:
        return f"{said} Its database is there: copy {copies[-1]} to {folder / SCHEMA_FILE}, or write that file anew."
    return f"{said} Its database is there: look for a copy of {SCHEMA_FILE}, or write that file anew."
