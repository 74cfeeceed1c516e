"""Proposed facts in words, on sentences of our own with the entities of a small made-up world."""

from __future__ import annotations

from annotations.articles import Article
from annotations.facts import Fact
from annotations.schema import reader as schema_reader
from annotations.spans import Span
from annotations.suggest.facts import propose
from tests.making import span

NEWS = schema_reader.parse(schema_reader.shipped("news"))
LABELS = {
    "GPE": ("Norland", "Sudland", "Ostia"),
    "PERSON": ("Ann Lee", "Bo Kim"),
    "ORG": ("the Navy", "Wire One"),
}
LABELS |= {
    "DATE": ("Tuesday", "Jan. 24"),
    "FAC": ("Fort Hill",),
    "CARDINAL": ("three", "At least two", "More than 60"),
}
LABELS |= {"NORP": ("Sudlanders",), "WEAPON": ("two missiles", "rockets"), "TIME": ("12:15 a.m.",)}
LABELS |= {"MONEY": ("$5 million",), "TITLE": ("Minister",)}


def spans(text: str) -> list[Span]:
    """A span wherever a known wording stands."""
    found = ((text.find(quote), quote, label) for label, quotes in LABELS.items() for quote in quotes)
    return [span(at, at + len(quote), label) for at, quote, label in found if at >= 0]


def facts(text: str, **meta: object) -> list[Fact]:
    return propose(Article("a", text, meta=meta), spans(text), NEWS)


def roles(text: str, type_: str = "ATTACK") -> dict[str, list[str]]:
    """The first fact of the type, in words."""
    fact = next(fact for fact in facts(text) if fact.type == type_)
    return {role.role: [text[f.start : f.end] for f in role.fillers] for role in fact.roles}
