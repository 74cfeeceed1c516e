"""The stories of the gold: several articles on one event, with their entities, facts, groups and verdicts.

Wordings stand in the files, never offsets.  A wording is found as whole words; `word#2` is its 2nd occurrence
and "near [word] by" the bracketed words in that context.  `word#*` among mentions is every occurrence that lies
in no other mention, and `all:` in place of an article has such wordings of every article.  Without `#`, a
mention or trigger is the first occurrence, a filler the one nearest the trigger.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from annotations.articles import Article, published_of
from annotations.fact_attributes import stated
from annotations.facts import Fact, Filler, Role
from annotations.schema.reader import parse, shipped
from annotations.schema.types import Schema
from annotations.spans import Span, derived_id
from annotations.values.kinds import VALUE_KINDS, Reference

GOLD_FOLDER = Path(__file__).with_name("gold")
KEPT_FOLDER = Path(__file__).with_name("gold_kept")  # nothing is tuned on it
VERDICTS = ("silent", "same", "compatible", "differs", "contradicts")
NAMING = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "LAW")
LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader  # ten times as quick
EVERY = "#*"
CLOCK = r"\d[:.]\d\d|[ap]\.?m\b|o'clock|noon|midnight|morning|afternoon|evening|night|dawn|dusk|GMT|hours"
MONEY_WORDS = r"[$€£¥₹]|\b(?:euros?|dollars?|pounds?|yen|rupees?|kronor|crowns?|rand|pesos?|baht|lei|leva)\b"
OTHER_LABELS = {"instrument": "WEAPON", "post": "TITLE", "amount": "MONEY"}  # of fillers that name nothing


@dataclass(frozen=True)
class GoldArticle:
    """An article, its spans and facts; `entity_of` the spans and `group_of` the facts, by id."""

    article: Article
    spans: tuple[Span, ...]
    facts: tuple[Fact, ...]
    entity_of: Mapping[str, str]
    group_of: Mapping[str, str]

    def wording(self, start: int, end: int) -> str:
        return self.article.text[start:end]


@dataclass(frozen=True)
class GoldStory:
    """A story: `entities` are labels by name; `verdicts` are words by group and role.

    A verdict is the gravest, from same to contradicts, of all pairs of the group's facts that stand in different
    articles; `apart` are pairs of groups or of entities that look alike and are not one.
    """

    name: str
    articles: tuple[GoldArticle, ...]
    entities: Mapping[str, str]
    verdicts: Mapping[str, Mapping[str, str]]
    apart: tuple[tuple[str, str], ...]

    def groups(self) -> dict[str, list[tuple[GoldArticle, Fact]]]:
        """Return the facts of every group with their articles, in the order of the file."""
        found: dict[str, list[tuple[GoldArticle, Fact]]] = {}
        for article in self.articles:
            for fact in article.facts:
                found.setdefault(article.group_of[fact.id], []).append((article, fact))
        return found


@dataclass(frozen=True)
class NamePair:
    """Two names with their labels, and whether they name one thing."""

    one: str
    label: str
    other: str
    other_label: str
    same: bool


@cache
def news() -> Schema:
    return parse(shipped("news"), "news.yaml")


@cache
def stories(folder: Path = GOLD_FOLDER) -> tuple[GoldStory, ...]:
    """Return every story of the folder, by file name."""
    return tuple(read_story(path) for path in sorted(folder.glob("*.yaml")))


def name_pairs(folder: Path = GOLD_FOLDER) -> list[NamePair]:
    """Return the pairs of names of the folder's `names.tsv`."""
    lines = (folder / "names.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line]
    said = {"same": True, "different": False}
    return [NamePair(one, label, other, its, said[verdict]) for one, label, other, its, verdict in rows]


def read_story(path: Path) -> GoldStory:
    """Return the story of that file.  ValueError for a wording that its article has not."""
    fields = yaml.load(path.read_text("utf-8"), LOADER)
    entities = {one["name"]: one["label"] for one in fields["entities"]}
    articles = [_article(path.stem, one) for one in fields["articles"]]
    return GoldStory(
        path.stem,
        tuple(_marked(key, article, fields) for key, article in articles),
        entities,
        fields["verdicts"],
        tuple((one, other) for one, other in fields["apart"]),
    )


def occurrences(text: str, wording: str) -> list[tuple[int, int]]:
    """Return where the words stand in the text, whole; of "in [the] lot" the bracketed ones."""
    before, open_, rest = wording.partition("[")
    inside, _, after = rest.partition("]") if open_ else (wording, "", "")
    before = before if open_ else ""
    pattern = "".join(_whole(part) for part in (before, inside, after) if part)
    starts = [match.start() + len(before) for match in re.finditer(pattern, text)]
    return [(start, start + len(inside)) for start in starts]


def _whole(words: str) -> str:
    """Return a pattern for the words that begins and ends where a word does."""
    first = r"(?<!\w)" if re.match(r"\w", words) else ""
    last = r"(?!\w)" if re.search(r"\w$", words) else ""
    return first + re.escape(words) + last


def found(text: str, wording: str, near: tuple[int, int] | None = None) -> tuple[int, int]:
    """Return the bounds of a wording of the file.  ValueError when it does not occur."""
    plain, marked, number = str(wording).rpartition("#")
    plain, nth = (plain, int(number)) if marked else (str(wording), 0)
    places = occurrences(text, plain)
    if len(places) < max(nth, 1):
        raise ValueError(f"{wording!r} does not occur in: {text[:60]}...")
    if nth or near is None:
        return places[max(nth, 1) - 1]
    return min(places, key=lambda place: max(place[0] - near[1], near[0] - place[1]))


def _article(story: str, fields: Mapping[str, Any]) -> tuple[str, Article]:
    meta = {
        "source": fields["source"],
        "published": str(fields["published"]),
        "published_trusted": fields["trusted"],
    }
    return fields["id"], Article(f"{story}-{fields['id']}", fields["text"], fields["title"], meta)


def _marked(key: str, article: Article, fields: Mapping[str, Any]) -> GoldArticle:
    named = _mentions(key, article, fields["entities"])
    spans = {(span.start, span.end): span for span, _ in named}
    facts: list[Fact] = []
    groups: dict[str, str] = {}
    for one in (one for one in fields["facts"] if one["in"] == key):
        facts.append(_fact(article, one, spans))
        groups[facts[-1].id] = one["group"]
    in_order = sorted(spans.values(), key=lambda span: (span.start, -span.end))
    entity_of = {span.id: entity for span, entity in named}
    return GoldArticle(
        article, tuple(in_order), tuple(_tied(fact, spans) for fact in facts), entity_of, groups
    )


def _tied(fact: Fact, spans: Mapping[tuple[int, int], Span]) -> Fact:
    """Return the fact whose fillers refer to the spans of their bounds, those made for other facts too."""

    def filler(old: Filler) -> Filler:
        span = spans.get((old.start, old.end))
        return replace(old, span=span.id if span else None)

    return replace(
        fact, roles=tuple(Role(role.role, tuple(map(filler, role.fillers))) for role in fact.roles)
    )


def _mentions(key: str, article: Article, entities: list[dict[str, Any]]) -> list[tuple[Span, str]]:
    """Return the mentions of the article: those of one occurrence first, then the longest of the others."""
    single: list[tuple[Span, str]] = []
    every: list[tuple[bool, str, str, str]] = []
    for entity in entities:
        for where in (key, "all"):
            for said in entity["mentions"].get(where, ()):
                named = said if isinstance(said, dict) else {"text": said}
                wording, label = str(named["text"]), named.get("label", entity["label"])
                if where == "all" or wording.endswith(EVERY):
                    every.append((where == "all", wording.removesuffix(EVERY), label, entity["name"]))
                else:
                    single.append((_span(article, found(article.text, wording), label), entity["name"]))
    taken = list(single)
    for _, wording, label, name in sorted(every, key=lambda one: (-len(one[1]), one[0])):
        for place in occurrences(article.text, wording):
            if not any(place[0] < span.end and span.start < place[1] for span, _ in taken):
                taken.append((_span(article, place, label), name))
    return taken


def _span(article: Article, at: tuple[int, int], label: str) -> Span:
    return Span(derived_id("gold", article.id, *at, label), *at, label, origin="gold")


def _fact(article: Article, fields: Mapping[str, Any], spans: dict[tuple[int, int], Span]) -> Fact:
    trigger = found(article.text, fields["trigger"])
    roles = tuple(
        Role(role, tuple(_filler(article, fields["type"], role, said, trigger, spans) for said in fillers))
        for role, fillers in fields["roles"].items()
    )
    attributes = stated(
        modality=fields.get("modality", "asserted"), negated=bool(fields.get("negated", False))
    )
    made = derived_id("gold", article.id, fields["type"], *trigger, fields["group"])
    return Fact(made, fields["type"], trigger, roles, attributes, origin="gold")


def _filler(
    article: Article,
    type_: str,
    role: str,
    said: object,
    trigger: tuple[int, int],
    spans: dict[tuple[int, int], Span],
) -> Filler:
    """Return a filler; a span of its bounds is made for a date, count, post or the like."""
    named: Mapping[str, Any] = said if isinstance(said, dict) else {"text": said}
    start, end = found(article.text, str(named["text"]), near=trigger)
    wording = article.text[start:end]
    label = named.get("label") or _label(role, wording)
    if label and (start, end) not in spans:
        spans[start, end] = _span(article, (start, end), label)
    kind = news().facts[type_].roles[role].value
    before = article.text[:start].split()[-1:]
    at = Reference(published_of(article), before[0] if before else "")
    value = VALUE_KINDS[kind].found(wording, at) if kind else None
    return Filler(start, end, None, value)


def _label(role: str, wording: str) -> str | None:
    """Return the label of a filler that names nothing, None for bare words."""
    if role == "time":
        return "TIME" if re.search(CLOCK, wording) else "DATE"
    if role in ("count", "amount"):
        if re.search(MONEY_WORDS, wording, re.IGNORECASE):
            return "MONEY"
        return "PERCENT" if re.search(r"%|per ?cent", wording) else "CARDINAL"
    if role == "victim" and re.fullmatch(r"[\d,]+", wording):
        return "CARDINAL"
    return OTHER_LABELS.get(role)
