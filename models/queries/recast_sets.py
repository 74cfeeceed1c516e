"""The sets that a rename, merge or removal in the schema changes: everybody's, gold and its decisions among them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import field

from annotations.edits import Change
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import ordered_roles
from annotations.review.recasting import Change as Recasting
from annotations.review.recasting import recast
from annotations.schema.types import Schema
from annotations.sets import GOLD, AnnotationSet
from models.queries import golds
from models.queries.gold_keeper import with_gold
from models.store.database import Database, stored_set

Which = tuple[str, str]  # article and annotator


@dataclass
class Carried:
    """The sets that are changed, as they are before, and the changes of these and of gold."""

    sets: list[AnnotationSet] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def carried(
    database: Database,
    which: Iterable[Which],
    change: Recasting,
    schemas: tuple[Schema, Schema],
    name: str,
    *,
    fresh: str = "",
) -> Carried:
    """Return what the change of the name does to those sets, and to the gold of their articles.

    Gold whose decisions alone say the name is changed too.  `schemas`: before and after; `fresh`: the new name
    where no set has it.
    """
    made = Carried()
    by_article: dict[str, list[str]] = {}
    for article, annotator in which:
        by_article.setdefault(article, []).append(annotator)
    for article in _decided_on(database, name):
        by_article.setdefault(article, [])
    reviewed = set(with_gold(database, by_article))
    is_plain = bool(fresh) and not _decided_on(database, fresh)
    ordered = ordered_roles(schemas[0]), ordered_roles(schemas[1])
    for article, annotators in by_article.items():
        gold = stored_set(database, article, GOLD) if article in reviewed else None
        if gold is None:
            sets = {who: stored_set(database, article, who) for who in annotators}
        else:
            sides = golds.sides(database, article, gold)
            sets = {who: stored_set(database, article, who) for who in (*annotators, *sides)}
            after = recast(gold, change, [sets[who] for who in sides], *ordered, is_plain=is_plain)
            made.changes.append(Change.between(gold, after))
        made.sets += (sets[who] for who in annotators)
        made.changes += (
            Change.between(one, change(one)) for who, one in sets.items() if gold is None or who != GOLD
        )
    made.changes = [one for one in made.changes if one.removed or one.added]
    return made


def _decided_on(database: Database, name: str) -> list[str]:
    """Return the articles with a decision that says the name."""
    sql = (
        "SELECT DISTINCT article.id FROM item JOIN article ON article.number = item.article "
        f"WHERE annotator = '{GOLD}' AND kind = 'decision' AND instr(body, ?) > 0"
    )
    return [row[0] for row in database.rows(sql, (json.dumps(name, ensure_ascii=False),))]
