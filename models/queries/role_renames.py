"""Roles of a fact type renamed or removed: what that would do to the facts of a project.

One edit over all sets, also those in review, with the decisions on them; `transfer.recasts` writes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import ClassVar, Literal, cast

from annotations.edits import Edit
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.schema import role_changes
from annotations.schema.types import Schema
from annotations.text.counts import counted
from models.queries import recast_sets
from models.store.database import Database, HasDatabase
from models.store.rows import ITEM_COLUMNS, from_row

HOLDS = "EXISTS (SELECT 1 FROM json_each(body, '$.roles') AS one WHERE json_extract(one.value, '$.role') = ?)"


@dataclass(frozen=True)
class RoleRecast:
    """A planned rename of a role, or its removal (`new` is ""): the schema after it, and the edit.

    `carried` counts facts by annotator, `articles` those they lie in, `fillers` what fills the role in them;
    `emptied` facts that say nothing without it and go; `pooled` counts suggestions.
    """

    part: ClassVar[Literal["roles"]] = "roles"

    type: str
    old: str
    new: str
    schema: Schema
    edit: Edit
    carried: Mapping[str, int]
    articles: int
    fillers: int
    emptied: int
    pooled: int

    def told(self) -> str:
        """Return in a sentence or two how much of everybody's work is changed."""
        facts = sum(self.carried.values())
        said = f"No fact has {self.old}."
        if facts:
            lost = f"{'loses' if facts == 1 else 'lose'} {counted(self.fillers, 'filler')}"
            does = f"{_is(facts)} changed" if self.new else lost
            said = f"{counted(facts, 'fact')} of {counted(self.articles, 'article')} {does}."
        if self.emptied:
            says, goes = ("says", "goes") if self.emptied == 1 else ("say", "go")
            said += f" {counted(self.emptied, 'fact')} that {says} nothing without it {goes}."
        if self.pooled:
            said += f" {counted(self.pooled, 'suggestion')} {_is(self.pooled)} changed too."
        return said


def plan_role(project: HasDatabase, schema: Schema, type_: str, old: str, new: str) -> RoleRecast:
    """Plan the renaming of the fact type's role, or its removal where `new` is "".

    UserError when it cannot be done.
    """
    if new:
        after = role_changes.rename_role(schema, type_, old, new)
        new = next(name for name in after.facts[type_].roles if name not in schema.facts[type_].roles)
    else:
        after = role_changes.remove_role(schema, type_, old)
    found = recast_sets.carried(
        project.db,
        _sets_with(project.db, type_, old),
        lambda one: role_changes.carried_role(one, type_, old, new),
        (schema, after),
        old,
        fresh="" if _sets_with(project.db, type_, new) else new,
    )
    verb = f"rename role {old} of {type_} to {new}" if new else f"remove role {old} of {type_}"
    facts = [(one, fact) for one in found.sets for fact in one.facts.values() if _is_meant(fact, type_, old)]
    return RoleRecast(
        type=type_,
        old=old,
        new=new,
        schema=after,
        edit=Edit(verb, tuple(found.changes)),
        carried=Counter(one.annotator for one, _ in facts),
        articles=len({one.article for one, _ in facts}),
        fillers=sum(len(role.fillers) for _, fact in facts for role in fact.roles if role.role == old),
        emptied=sum(role_changes.with_role_renamed(fact, old, new).is_empty() for _, fact in facts),
        pooled=len(pooled_with(project.db, type_, old)),
    )


def pooled_with(database: Database, type_: str, role: str) -> list[tuple[int, Fact]]:
    """Return the suggested facts of the type that have the role, with the numbers of their articles."""
    sql = f"SELECT article, {ITEM_COLUMNS} FROM suggestion WHERE kind = 'fact' AND label = ? AND {HOLDS}"
    rows = database.rows(sql, (type_, role))
    return [(row[0], cast(Fact, from_row(row[1:]))) for row in rows]


def _sets_with(database: Database, type_: str, role: str) -> list[tuple[str, str]]:
    """Return article and annotator of every set with a fact of the type that has the role."""
    sql = (
        "SELECT DISTINCT article.id, annotator FROM item JOIN article ON article.number = item.article "
        f"WHERE kind = 'fact' AND label = ? AND {HOLDS}"
    )
    return cast(list[tuple[str, str]], database.rows(sql, (type_, role)))


def _is_meant(fact: Fact, type_: str, role: str) -> bool:
    return fact.type == type_ and role_changes.has_role(fact, role)


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
