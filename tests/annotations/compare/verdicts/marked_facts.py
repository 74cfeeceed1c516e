"""Facts of marked sentences: "[two=pair:count] [!died]" has the trigger "died", and a filler that is a mention.

Ahead of it may stand "@2024-05-03", the article's trusted date, and "(denied)" or "(negated)".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from annotations.articles import Article
from annotations.compare.items import How, key_of
from annotations.compare.material import ComparedArticle
from annotations.compare.verdicts.computing import compute_verdicts
from annotations.compare.verdicts.shapes import KnownEntities, PlacedFact, RoleVerdict
from annotations.facts import Fact, Filler, Role, Value
from annotations.schema.reader import parse, shipped
from annotations.schema.types import Schema
from annotations.spans import Span
from annotations.values.kinds import VALUE_KINDS, Reference

MARK = re.compile(
    r"\[(?P<trigger>!)?(?P<words>[^\]=:]*(?::\d\d[^\]=:]*)?)(?:=(?P<entity>\w+))?(?::(?P<role>\w+))?\]"
)
AHEAD = re.compile(r"(?:@(?P<date>[\d-]+) )?(?:\((?P<stance>\w+)\) )?")
NO_META: Mapping[str, object] = {}
RELATED: dict[tuple[str, str], How] = {
    ("peru_navy", "peru"): "body of",
    ("peruvians", "peru"): "people of",
    ("lima", "peru"): "within",
    ("cusco", "peru"): "within",
}


@cache
def news() -> Schema:
    """Return the shipped schema."""
    return parse(shipped("news"))


def told(
    type_: str, marked: str, *, id_: str = "a", meta: Mapping[str, object] = NO_META, whole: str = ""
) -> PlacedFact:
    """Return the fact that the marked words tell, its numbers and dates read as the program reads them.

    `whole`: a text in which the words stand once; else they are all of it.
    """
    ahead = AHEAD.match(marked)
    published, stance = (ahead["date"], ahead["stance"]) if ahead else (None, None)
    rest = marked[ahead.end() if ahead else 0 :]
    said, marks = _unmarked(rest)
    text, by = (whole, whole.index(said)) if whole else (said, 0)
    spans = [Span(f"{who}-{start + by}", start + by, end + by, "ORG") for who, _, start, end in marks if who]
    day = date.fromisoformat(published) if published else None
    filled = tuple(
        Role(
            role,
            (
                Filler(
                    start,
                    end,
                    f"{who}-{start}" if who else None,
                    _value(type_, role, text, (start, end), day),
                ),
            ),
        )
        for who, role, start, end in ((who, role, start + by, end + by) for who, role, start, end in marks)
        if role
    )
    trigger = next(((start + by, end + by) for _, role, start, end in marks if not role), None)
    fact = Fact(id_, type_, trigger, filled)
    if stance:
        fact = fact.stating(negated=True) if stance == "negated" else fact.stating(modality=stance)
    dated = {"published": published, "published_trusted": True} if published else {}
    article = Article(id_, text, meta={**meta, **dated})
    return PlacedFact(ComparedArticle(article, tuple(spans), (fact,)), fact)


def _unmarked(marked: str) -> tuple[str, list[tuple[str | None, str | None, int, int]]]:
    """Return the words without marks, and the entity, role and bounds of each mark; no role is the trigger."""
    text, at, marks = "", 0, []
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        marks.append((mark["entity"], mark["role"], len(text), len(text) + len(mark["words"])))
        text, at = text + mark["words"], mark.end()
    return text + marked[at:], marks


def _value(type_: str, role: str, text: str, at: tuple[int, int], published: date | None) -> Value | None:
    known = news().facts.get(type_)
    kind = known.roles[role].value if known and role in known.roles else None
    before = (text[: at[0]].split() or [""])[-1]
    return VALUE_KINDS[kind].found(text[slice(*at)], Reference(published, before)) if kind else None


def known_of(facts: Sequence[PlacedFact]) -> KnownEntities:
    """Return the entities that the marked sentences name."""
    of = {
        key_of(fact.article.id, span.id): span.id.rpartition("-")[0]
        for fact in facts
        for span in fact.article.spans
    }
    return KnownEntities(of, {id_: id_ for id_ in of.values()}, RELATED)


def verdicts(type_: str, *marked: str) -> dict[str, RoleVerdict]:
    """Return the verdicts, by role, on the facts that the marked sentences tell."""
    facts = [told(type_, one, id_=f"article{n}") for n, one in enumerate(marked)]
    return {row.role: row for row in compute_verdicts(facts, news().facts.get(type_), known_of(facts))}
