"""Facts as JSON lines, a line a fact: type, roles with text and value, attributes, and its sentence.

The first fact of an article and annotator carries the article's text, so that the file can be read by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from annotations import item_json, json_fields
from annotations.articles import Article
from annotations.facts import Fact
from annotations.formats.base import How, Losses, Record
from annotations.formats.lines.json_values import dumped, parsed
from annotations.formats.lines.jsonl import evidence
from annotations.formats.reading.given import Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.units import CODE_POINTS
from annotations.formats.writing.output import Output
from annotations.item_json import read_fact
from annotations.json_fields import Json
from annotations.problems import Problem
from annotations.sets import AnnotationSet
from annotations.text.sentences import sentences


class FactLines:
    """A sink with a line a fact."""

    def __init__(self, out: Output) -> None:
        self._out = out

    def add(self, entry: Record, part: str) -> None:
        file, bounds = self._out.text(part), sentences(entry.article.text)
        whose = {"article": entry.article.id, "annotator": entry.set.annotator if entry.set else ""}
        facts = sorted(entry.facts(), key=lambda fact: (fact.ranges(), fact.id))
        for number, fact in enumerate(facts):
            value = {**whose, **fact_json(fact, entry.article, bounds)}
            text = {} if number else {"title": entry.article.title, "text": entry.article.text}
            file.write(dumped({**value, **text}) + "\n")

    def close(self) -> None:
        for part in self._out.parts:
            self._out.text(part)


def write(out: Output, how: How) -> FactLines:
    return FactLines(out)


def fit(entry: Record, how: How, losses: Losses) -> Record | None:
    """Return the record with its facts alone; None when it has none."""
    facts = [replace(fact, roles=tuple(r for r in fact.roles if r.fillers)) for fact in entry.facts()]
    held = {id_ for fact in facts for id_ in fact.span_ids()}
    lone = [span for span in entry.spans() if span.id not in held]
    kept = len(entry.spans()) - len(lone)
    for kind, count in (("spans that fill no role", len(lone)), ("labels of spans that fill a role", kept)):
        if count:
            losses.note(kind, f"{entry.article.id}: {count}", count)
    if not facts:
        losses.note("articles without facts", entry.article.id)
        return None
    bare = [fact.with_fillers(dict.fromkeys(held)) for fact in facts]
    whose = entry.set.annotator if entry.set else ""
    return replace(entry, set=AnnotationSet.of(entry.article.id, whose, bare), pool=())


def fact_json(fact: Fact, article: Article, bounds: list[tuple[int, int]]) -> Json:
    """Return the fact as JSON, with the text of trigger, fillers and evidence beside their offsets."""
    value, text = item_json.fact_json(fact), article.text
    start, end = evidence(fact, bounds)
    for role in value["roles"]:
        for filler in role["fillers"]:
            filler["text"] = text[filler["start"] : filler["end"]]
            del filler["span"]
    quote = {"trigger_text": text[slice(*fact.trigger)]} if fact.trigger else {}
    return {**value, **quote, "evidence": {"start": start, "end": end, "text": text[start:end]}}


# --- reading


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record for the facts that follow one text."""
    unit = reading.unit(CODE_POINTS)
    line = 0
    first: Json = {}
    facts: list[Fact] = []
    for entry in parsed(path, file, lambda value: (read_fact(value), _whose(value)), reading):
        if isinstance(entry, Problem):
            yield entry
            continue
        number, value, (fact, whose) = entry
        if value.get("text"):
            if first:
                yield _given(first, facts, unit).on(line)
            line, first, facts = number, value, []
        elif not first or whose != _whose(first):
            yield Problem(path, number, "This fact's article has no line with its text before it.")
            continue
        facts.append(fact)
    if first:
        yield _given(first, facts, unit).on(line)


def _whose(value: Json) -> tuple[str, str]:
    return json_fields.text(value, "article"), json_fields.text(value, "annotator")


def _given(value: Json, facts: list[Fact], unit: str) -> Given:
    id_, annotator = _whose(value)
    title: Any = value.get("title") or ""
    return Given(json_fields.text(value, "text"), id_, str(title), {}, annotator, facts=facts, unit=unit)
