"""Renames and merges in the schema: what they would do to the sets and pools of a project.

One edit over all sets, also those in review, with the decisions on them; `transfer.recasts` writes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import cast

from annotations.edits import Edit
from annotations.processes.quick_dataclass import dataclass
from annotations.schema import changes as schema_changes
from annotations.schema.changes import WORDS, Part
from annotations.schema.types import Schema
from annotations.sets import AnnotationSet
from models.store.database import Database, HasDatabase

KINDS: Mapping[Part, str] = {"labels": "span", "facts": "fact"}


@dataclass(frozen=True)
class Recast:
    """A planned rename or merge: the schema after it, and the edit.

    `carried` counts spans or facts by annotator, `pooled` suggestions.
    """

    part: Part
    old: str
    new: str
    schema: Schema
    edit: Edit
    carried: Mapping[str, int]
    pooled: int


def plan(project: HasDatabase, schema: Schema, part: Part, old: str, new: str, *, merging: bool) -> Recast:
    """Plan the renaming of `old` to `new`, or its merging into `new`.  UserError when it cannot be done."""
    from models.queries import recast_sets  # few change a name

    change = schema_changes.merge if merging else schema_changes.rename
    after = change(schema, part, old, new)
    new = new if merging else _added(schema, after, part)
    made = recast_sets.carried(
        project.db,
        _sets_with(project.db, part, old),
        lambda one: schema_changes.carried(one, part, old, new),
        (schema, after),
        old,
        fresh="" if merging or _sets_with(project.db, part, new) else new,
    )
    verb = f"{'merge' if merging else 'rename'} {WORDS[part]} {old} {'into' if merging else 'to'} {new}"
    return Recast(
        part=part,
        old=old,
        new=new,
        schema=after,
        edit=Edit(verb, tuple(made.changes)),
        carried=_counts(made.sets, part, old),
        pooled=_pooled(project.db, part, old),
    )


def _sets_with(database: Database, part: Part, name: str) -> list[tuple[str, str]]:
    """Return article and annotator of every set that uses the name, also as what a span was at first."""
    sql = (
        "SELECT DISTINCT article.id, annotator FROM item JOIN article ON article.number = item.article "
        "WHERE kind = ? AND (label = ? OR (kind = 'span' AND json_extract(body, '$.first[2]') = ?))"
    )
    return cast(list[tuple[str, str]], database.rows(sql, (KINDS[part], name, name)))


def _counts(sets: list[AnnotationSet], part: Part, name: str) -> Counter[str]:
    counts = Counter[str]()
    for made in sets:
        names = (
            [span.label for span in made.spans.values()]
            if part == "labels"
            else [fact.type for fact in made.facts.values()]
        )
        counts[made.annotator] += names.count(name)
    return +counts


def _pooled(database: Database, part: Part, name: str) -> int:
    row = database.row("SELECT count(*) FROM suggestion WHERE kind = ? AND label = ?", (KINDS[part], name))
    return row[0] if row else 0


def _added(before: Schema, after: Schema, part: Part) -> str:
    """Return the name that a rename gave, blanks folded."""
    old, new = (schema.labels if part == "labels" else schema.facts for schema in (before, after))
    return next(name for name in new if name not in old)
