"""Reports of one event in marked texts, and what a person said of them, on their way into an export."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from annotations.articles import Article
from annotations.compare.items import (
    CompareItem,
    Entity,
    FactGroup,
    Grouped,
    Member,
    Story,
    key_of,
)
from annotations.compare.material import ComparedArticle
from annotations.compare.proposed import Proposals
from annotations.facts import Fact, Filler, Role
from annotations.formats import FORMATS
from annotations.formats.across.leaving import CrossExport, leaving
from annotations.formats.base import AcrossFormat, How, Losses
from annotations.formats.writing.output import Output
from annotations.schema.reader import parse, shipped
from annotations.sets import PROJECT, AnnotationSet
from annotations.spans import Span
from annotations.values.kinds import VALUE_KINDS, Reference

MARK = re.compile(r"\[(?P<words>[^\]|]*)\|(?P<name>\w+)(?::(?P<label>\w+))?\]")
NEWS = parse(shipped("news"))


def article(id_: str, marked: str, *facts: Fact, **meta: object) -> ComparedArticle:
    """The article of a marked text: `[Ann|ann:PERSON]` is a mention of ann, `[struck|t]` is the trigger t of facts."""
    text, at, spans = "", 0, []
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        start, at = len(text), mark.end()
        text += mark["words"]
        if mark["label"]:
            spans.append(Span(f"{mark['name']}.{start}", start, len(text), mark["label"]))
    return ComparedArticle(Article(id_, text + marked[at:], id_, meta), tuple(spans), facts)


def fact(text: str, id_: str, type_: str, trigger: str | None, **fillers: str) -> Fact:
    """A fact whose trigger and fillers are the first such words of the text, numbers read as the program reads them."""
    known = NEWS.facts[type_].roles
    roles = []
    for name, words in fillers.items():
        start = text.index(words)
        kind = known[name].value if name in known else None
        value = VALUE_KINDS[kind].found(words, Reference(None, "")) if kind else None
        roles.append(Role(name, (Filler(start, start + len(words), None, value),)))
    at = (text.index(trigger), text.index(trigger) + len(trigger)) if trigger else None
    return Fact(id_, type_, at, tuple(roles))


def with_facts(one: ComparedArticle, *facts: Fact) -> ComparedArticle:
    return ComparedArticle(one.article, one.spans, facts)


def members(articles: Iterable[ComparedArticle]) -> list[CompareItem]:
    """Entities as the marks say: mentions of one name are of one."""
    found: dict[str, Entity] = {}
    items: list[CompareItem] = []
    for one in articles:
        for key, span in one.mentions():
            name = span.id.partition(".")[0]
            found.setdefault(name, Entity(f"e-{name}", name, span.label))
            items.append(Member(key, f"e-{name}", span.start, span.end, span.label))
    return [*found.values(), *items]


def grouped(articles: Iterable[ComparedArticle], groups: Mapping[str, Sequence[str]]) -> list[CompareItem]:
    """Groups of facts by their ids."""
    items: list[CompareItem] = []
    for name, ids in groups.items():
        there = [(one, fact) for one in articles for fact in one.facts if fact.id in ids]
        items.append(FactGroup(name, name, there[0][1].type))
        items += [Grouped(key_of(one.id, f.id), name, f.type, f.trigger) for one, f in there]
    return items


def crossed(
    articles: Sequence[ComparedArticle], items: Iterable[CompareItem] = (), *stories: Story
) -> CrossExport:
    """What leaves of the articles, as ann said it."""
    said = AnnotationSet.of(PROJECT, "ann", [*items, *stories])
    made = [(story, True) for story in stories]
    return leaving(articles, said, Proposals(), NEWS, spans="confirmed", stories=made)


def across(format: str) -> AcrossFormat:
    found = FORMATS[format].across
    assert found
    return found


def exported(
    what: CrossExport, folder: Path, format: str, *, singletons: bool = True, misaligned: str = "cover"
) -> tuple[Path, Losses, Output]:
    """The staged files of an export, not yet in place, and what they do not carry; proved."""
    how, losses = How(NEWS, misaligned=misaligned, singletons=singletons), Losses()
    output = Output(folder / "out.txt", folder=FORMATS[format].folder)
    output.start()
    across(format).write(what, output, how, losses)
    output.close()
    told = list(across(format).said(what, how))
    assert len(dict(told)) == len(told)
    assert dict(across(format).reread(output.stage)) == dict(told)
    return output.stage, losses, output
