"""Renames and removals of roles, in the pools and when they are taken back; `recasts` writes the rest."""

from __future__ import annotations

import json

from annotations.schema import role_changes
from annotations.schema.types import Schema
from models.queries import undecided_counts
from models.queries.role_renames import pooled_with
from models.store import checksums
from models.store.database import Database
from models.store.rows import to_row


def after_latest(
    database: Database, schema: Schema, kept: tuple[Schema, Schema], old: str, new: str, *, redone: bool
) -> Schema:
    """Return the schema after an undo or redo of what `kept` says of a role before and after.

    `old`: fact type and role, as JSON.
    """
    before, after = kept
    type_, role = json.loads(old)
    if redone:
        rename_pooled(database, type_, role, new)
        return after if schema == before else schema
    if new:  # of a role that was removed nobody knows what filled it in suggestions
        rename_pooled(database, type_, new, role)
    if schema == after:
        return before
    return role_changes.put_role_back(schema, type_, before.facts[type_].roles[role])


def rename_pooled(database: Database, type_: str, old: str, new: str) -> None:
    """Carry the role in the pools along; a suggestion that says nothing without it goes."""
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
