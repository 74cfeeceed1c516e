"""Renames, merges and removals in the schema, written: sets, pools and `project.yaml` change together, or nothing does.

Sets change by an edit in the log, pools outside of it; what undo needs to know of the schema is kept with the
event.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from annotations.edits import Edit
from annotations.schema import changes as schema_changes
from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from annotations.schema.changes import Part
from annotations.schema.types import Schema
from models.queries.gold_keeper import GoldKeeper
from models.queries.schema_renames import KINDS, Recast
from models.store import checksums
from models.store.database import Database
from models.store.edit_log import History
from models.store.project_file import ProjectFile
from models.store.rows import dump, to_row
from models.store.schema_writes import SchemaWrites

if TYPE_CHECKING:
    from models.queries.role_renames import RoleRecast
    from models.queries.training.switch import PipelineSwitch

Made = TypeVar("Made")


class Recasts:
    """The edits of one open project that may take its schema along."""

    def __init__(
        self, database: Database, history: History, file: ProjectFile, writes: SchemaWrites, golds: GoldKeeper
    ) -> None:
        self._db, self._history, self._file, self._writes = database, history, file, writes
        self._golds = golds

    def write(self, made: Recast | RoleRecast | PipelineSwitch, *, by: str) -> None:
        """Write a rename, merge or removal to schema, sets and pools, or another pipeline to the schema.

        On UserError all are as they were.
        """

        def write() -> None:
            self._history.apply(made.edit, by=by)
            if made.part == "pipeline":
                self._history.note(made.edit.verb, by=by)
            elif made.part == "roles":
                _rename_pooled_role(self._db, made.type, made.old, made.new)
            else:
                _rename_pooled(self._db, made.part, made.old, made.new)
            if made.edit or made.part == "pipeline":
                _keep(self._db, made, before=self._file.schema)
            self._writes.want(made.schema)

        self._all_or_nothing(write)

    def undo(self, by: str, *, only: int | None = None) -> Edit | None:
        """Take back the annotator's latest edit, and the schema to where it was then."""
        return self._all_or_nothing(lambda: self._followed(self._history.undo(by, only=only)))

    def redo(self, by: str, *, only: int | None = None) -> Edit | None:
        """Redo the annotator's latest undone edit, and take the schema to where it was then."""
        return self._all_or_nothing(lambda: self._followed(self._history.redo(by, only=only)))

    def _followed(self, edit: Edit | None) -> Edit | None:
        schema = self._file.schema if edit is None else _after_latest(self._db, self._file.schema)
        if schema != self._file.schema:
            self._writes.want(schema)
        self._golds.after(edit, schema=schema)
        return edit

    def _all_or_nothing(self, write: Callable[[], Made]) -> Made:
        with self._writes.together():
            return write()


def _keep(database: Database, made: Recast | RoleRecast | PipelineSwitch, *, before: Schema) -> None:
    """Note what the latest event did to the schema."""
    texts = (schema_writer.dump(before), schema_writer.dump(made.schema))
    old = dump([made.type, made.old]) if made.part == "roles" else made.old
    row = (made.part, old, made.new, *texts)
    database.run("INSERT INTO recast SELECT max(number), ?, ?, ?, ?, ? FROM event", row)


def _after_latest(database: Database, schema: Schema) -> Schema:
    """Return the schema after the latest event, an undo or redo: another one when that was of a recast.

    One that was changed since is left alone, but for the name that spans or facts have again.
    """
    row = database.row(
        "SELECT event.kind, part, old, new, before, after FROM event JOIN recast ON recast.event = event.of "
        "WHERE event.number = (SELECT max(number) FROM event)"
    )
    if row is None:
        return schema
    kind, part, old, new, *texts = row
    if part == "pipeline":
        was, wanted = (old, new) if kind == "redo" else (new, old)
        return schema.using(wanted) if schema.pipeline == was else schema
    before, after = map(schema_reader.parse, texts)
    if part == "roles":
        return _role_after_latest(database, schema, (before, after), old, new, redone=kind == "redo")
    names = before.labels if part == "labels" else before.facts
    if kind == "redo":
        _rename_pooled(database, part, old, new)
        return after if schema == before else schema
    if new not in names:  # it was a rename; of a merge nobody knows which suggestions were which
        _rename_pooled(database, part, new, old)
    return before if schema == after else schema_changes.put_back(schema, part, names[old])


def _rename_pooled(database: Database, part: Part, old: str, new: str) -> None:
    kind = KINDS[part]
    sql = "SELECT DISTINCT article FROM suggestion WHERE kind = ? AND label = ?"
    numbers = [row[0] for row in database.rows(sql, (kind, old))]
    database.run(
        "UPDATE tally SET undecided = NULL WHERE article IN "
        "(SELECT article FROM suggestion WHERE kind = ? AND label = ?)",
        (kind, old),
    )
    if part == "labels":
        database.run(
            "DELETE FROM suggestion WHERE kind = 'span' AND label = ? AND EXISTS (SELECT 1 FROM suggestion AS other "
            "WHERE other.article = suggestion.article AND other.kind = 'span' AND other.label = ? "
            'AND other.start = suggestion.start AND other."end" = suggestion."end")',
            (old, new),
        )
    database.run(
        "UPDATE suggestion SET label = ?, body = CASE kind WHEN 'fact' THEN json_set(body, '$.type', ?) ELSE body END "
        "WHERE kind = ? AND label = ?",
        (new, new, kind, old),
    )
    checksums.seal_pools(database, numbers)


def _role_after_latest(
    database: Database, schema: Schema, kept: tuple[Schema, Schema], old: str, new: str, *, redone: bool
) -> Schema:
    """Return the schema after an undo or redo of what `kept` says of a role before and after.

    `old`: fact type and role, as JSON.
    """
    from annotations.schema import role_changes  # few change a role

    before, after = kept
    type_, role = json.loads(old)
    if redone:
        _rename_pooled_role(database, type_, role, new)
        return after if schema == before else schema
    if new:  # of a role that was removed nobody knows what filled it in suggestions
        _rename_pooled_role(database, type_, new, role)
    if schema == after:
        return before
    return role_changes.put_role_back(schema, type_, before.facts[type_].roles[role])


def _rename_pooled_role(database: Database, type_: str, old: str, new: str) -> None:
    """Carry the role in the pools along; a suggestion that says nothing without it goes."""
    from annotations.schema import role_changes
    from models.queries import undecided_counts
    from models.queries.role_renames import pooled_with

    numbers = set[int]()
    for number, fact in pooled_with(database, type_, old):
        numbers.add(number)
        made = role_changes.with_role_renamed(fact, old, new)
        place = (number, fact.id)
        if made.is_empty():
            database.run("DELETE FROM suggestion WHERE article = ? AND kind = 'fact' AND id = ?", place)
        else:
            sql = "UPDATE suggestion SET body = ? WHERE article = ? AND kind = 'fact' AND id = ?"
            database.run(sql, (to_row(made)[-1], *place))
    for number in numbers:
        undecided_counts.count_again(database, number)
    checksums.seal_pools(database, sorted(numbers))
