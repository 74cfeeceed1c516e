"""Articles to compare, written in a line: "[Rebels=ORG:actor] [!struck] [a depot:target] in [Zahir=GPE:place]."

A `!` marks a trigger, whose type comes behind it ("[!struck=ATTACK]"); fillers belong to the trigger that comes next, or
to the last one where none does.  A name's label makes it a span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from annotations.articles import Article, published_of
from annotations.compare.groups.proposing import propose_groups
from annotations.compare.material import ComparedArticle, Settled
from annotations.compare.names.proposing import propose_entities
from annotations.compare.proposed import ProposedGroup
from annotations.facts import Fact, Filler, Role
from annotations.schema.reader import parse, shipped
from annotations.schema.types import Schema
from annotations.spans import Span
from annotations.values.kinds import VALUE_KINDS, Reference

MARK = re.compile(r"\[(?P<trigger>!)?(?P<words>[^\]=:]*)(?:=(?P<label>\w+))?(?::(?P<role>\w+))?\]")
Found = tuple[int, int, str | None, str]  # bounds, label, role


@cache
def news() -> Schema:
    """The shipped schema."""
    return parse(shipped("news"))


def told(id_: str, *sentences: str, title: str = "", published: str = "") -> ComparedArticle:
    """The article of the marked sentences, a fact a trigger; a date of publication is a trusted one."""
    text, spans, facts = "", list[Span](), list[Fact]()
    meta = {"published": published, "published_trusted": True} if published else {}
    for marked in sentences:
        words, triggers, fillers = _read(marked, len(text))
        text += words + "\n"
        spans += [Span(f"s{start}", start, end, label) for start, end, label, _ in fillers if label]
        for place, (start, end, type_, _) in enumerate(triggers):
            own = [one for one in fillers if one[3] and _trigger_of(one, triggers) == place]
            facts.append(Fact(f"f{start}", type_ or "ATTACK", (start, end), _roles(own, text, type_, meta)))
    return ComparedArticle(Article(id_, text, title, meta), tuple(spans), tuple(facts))


def groups_of(articles: Iterable[ComparedArticle], settled: Settled | None = None) -> list[ProposedGroup]:
    """The groups proposed for the articles, with the entities that are proposed for them."""
    known, settled = list(articles), settled or Settled()
    entities, _ = propose_entities(known, settled)
    return propose_groups(known, news(), {key: one.id for one in entities for key in one.mentions}, settled)


def triggers(group: ProposedGroup, articles: Iterable[ComparedArticle]) -> list[str]:
    """The facts of a group as "article: trigger"."""
    said = {
        key: f"{one.id}: {one.text[slice(*fact.trigger)] if fact.trigger else ''}"
        for one in articles
        for key, fact in one.keyed_facts()
    }
    return [said[key] for key in group.facts]


def _read(marked: str, begin: int) -> tuple[str, list[Found], list[Found]]:
    text, at, triggers_, fillers = "", 0, list[Found](), list[Found]()
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        start, at = begin + len(text), mark.end()
        text += mark["words"]
        kept = triggers_ if mark["trigger"] else fillers
        kept.append((start, begin + len(text), mark["label"], mark["role"] or ""))
    return text + marked[at:], triggers_, fillers


def _trigger_of(filler: Found, triggers_: list[Found]) -> int:
    """The place of the last trigger before the filler, where there is one, else of the first."""
    before = [place for place, one in enumerate(triggers_) if one[0] < filler[0]]
    return before[-1] if before else 0


def _roles(own: list[Found], text: str, type_: str | None, meta: Mapping[str, object]) -> tuple[Role, ...]:
    kinds = news().facts[type_ or "ATTACK"].roles
    at = Reference(published_of(Article("", "", "", meta)), "", "rule")
    roles: dict[str, list[Filler]] = {}
    for start, end, label, role in own:
        kind = kinds[role].value
        value = VALUE_KINDS[kind].found(text[start:end], at) if kind else None
        roles.setdefault(role, []).append(Filler(start, end, f"s{start}" if label else None, value))
    return tuple(Role(role, tuple(fillers)) for role, fillers in roles.items())
