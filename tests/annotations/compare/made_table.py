"""Groups of facts made by hand, as the tests of the table compare them."""

from __future__ import annotations

from dataclasses import replace

from annotations.articles import Article
from annotations.compare.comparison import ComparedGroup, CrossComparison, GroupedFact, JudgedRow
from annotations.compare.items import FactGroup, JudgedRole, Verdict
from annotations.compare.material import ComparedArticle
from annotations.compare.table import ComparedTable
from annotations.compare.verdicts.computing import compute_verdicts
from annotations.compare.verdicts.shapes import KnownEntities, PlacedFact
from annotations.facts import Fact, Filler, Number, Role
from annotations.schema.types import FactType, RoleType, Schema

SCHEMA = Schema(
    "Made", facts={"HURT": FactType("HURT", roles={"count": RoleType("count"), "victim": RoleType("victim")})}
)


def article(id_: str, number: int, thing: str, **meta: str) -> ComparedArticle:
    """An article that says of so many things that they were hurt, once."""
    text = f"{number} {thing} were hurt."
    start, end = len(f"{number} "), len(f"{number} {thing}")
    roles = (
        Role("count", (Filler(0, start - 1, None, Number(number, "=", thing)),)),
        Role("victim", (Filler(start, end),)),
    )
    trigger = text.index("hurt")
    fact = Fact("f", "HURT", (trigger, trigger + 4), roles)
    return ComparedArticle(Article(id_, text, f"{id_} says", meta), (), (fact,))


def group(
    name: str,
    *articles: ComparedArticle,
    score: float = 0.5,
    is_said: bool = False,
    judged: Verdict | None = None,
) -> ComparedGroup:
    """The group of the facts of those articles, the first role judged so."""
    placed = [PlacedFact(one, one.facts[0]) for one in articles]
    rows = [JudgedRow(row) for row in compute_verdicts(placed, SCHEMA.facts["HURT"], KnownEntities())]
    if judged:
        rows[0] = replace(rows[0], judged=JudgedRole(name, rows[0].role, judged, "", rows[0].computed.shown))
    facts = tuple(GroupedFact(one.key, one.article.id, "HURT", one, is_said) for one in placed)
    item = FactGroup(name, name, "HURT") if is_said else None
    return ComparedGroup(name, name, "HURT", facts, tuple(rows), item, score)


def table(*groups: ComparedGroup, articles: tuple[ComparedArticle, ...]) -> ComparedTable:
    return ComparedTable(CrossComparison("anna", articles, groups=groups), SCHEMA)
