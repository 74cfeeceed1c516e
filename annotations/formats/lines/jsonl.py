"""Our own record: lossless JSONL, one article and one annotation set a line (`docs/record.md`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from annotations import item_json, json_fields
from annotations.articles import Article, article_id
from annotations.facts import Fact
from annotations.formats.base import How, Record, Said
from annotations.formats.documents.titles import find_title, opening
from annotations.formats.lines.beside_text import as_own, is_foreign
from annotations.formats.lines.json_broken import wrong
from annotations.formats.lines.json_stream import DECODER, stream
from annotations.formats.lines.json_values import JsonLines, cleaned, dumped
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.reading.repair import mend
from annotations.formats.units import CODE_POINTS
from annotations.formats.writing.output import Output
from annotations.json_fields import BadItem, Json
from annotations.problems import Notice, Problem, worded
from annotations.sets import AnnotationSet, Boilerplate, Comment, Decision, Item, State
from annotations.spans import Span, Status, derived_id, in_order
from annotations.text.sentences import sentences

if TYPE_CHECKING:
    from annotations.review.provenance import Provenance

ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|\\u[fF][dD][dD][01]")
DEEPEST = 60  # levels of lists and objects in the metadata
MOST_COPIES = 100  # of a record that are read


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield a record a value of the file, usually a line; a bad one is a problem, and the next is read."""
    for entry in stream(path, file, reading):
        if isinstance(entry, Problem):
            yield entry
            continue
        try:
            yield from _read_value(path, reading, *entry)
        except (ValueError, RecursionError) as error:
            yield Problem(path, entry.line, wrong(error))


def _read_value(
    path: Path, reading: HowRead, number: int, value: Any, written: str
) -> Iterator[Record | Problem]:
    if "\ufdd0" in written or "\ufdd1" in written or ESCAPED_SURROGATE.search(written):
        value = cleaned(value)
    if not isinstance(value, dict):
        raise BadItem("it is not an object")
    notices: list[str] = []
    if is_foreign(value, reading.fields):
        value, notices = as_own(value, reading.fields)
    text = json_fields.text(value, "text")
    if not text.strip():
        raise BadItem("it has no text")
    article = _read_article(value, text)
    if how := mend(value, text, reading.unit(CODE_POINTS)):
        yield Notice(path, number, f"The offsets were put right by the text that the spans quote: {how}.")
    problems: list[str] = []
    items = list(_read_items(value, article, problems))
    annotator = json_fields.signed(value, "annotator")
    own, pool = _parted(items)
    state = value.get("state")
    has_set = bool(own or annotator or state not in (None, "", State.NEW))
    said = {name: value.get(name) for name in ("changed", "skipped", "machine")} | {"state": state or None}
    progress = item_json.from_json("progress", said)
    made = AnnotationSet.of(article.id, annotator, [*own, progress]) if has_set else None
    copies = tuple(
        json_fields.named(copy, "a copy") for copy in json_fields.listed(value, "copies")[:MOST_COPIES]
    )
    has_id = bool(value.get("id"))
    plain = not has_id and not items
    yield Record(article, made, pool, plain, path, number, copies=copies, unites=not has_id)
    yield from (Notice(path, number, notice) for notice in notices)
    yield from (Problem(path, number, problem) for problem in problems)


def _parted(items: list[Item]) -> tuple[list[Item], tuple[Span | Fact | Boilerplate, ...]]:
    """Return the decided items, and the suggestions.

    An undecided filler of a confirmed fact is confirmed with it; a fact refers to no other span that is not.
    """
    facts = [item for item in items if isinstance(item, Fact) and item.status is Status.CONFIRMED]
    held = {id_ for fact in facts for id_ in fact.span_ids()}
    own: list[Item] = []
    pool: list[Span | Fact | Boilerplate] = []
    for item in items:
        if not isinstance(item, Span | Fact | Boilerplate) or item.status is not Status.SUGGESTED:
            own.append(item)
        elif item.id not in held:
            pool.append(item)
        else:
            own.append(replace(item, status=Status.CONFIRMED))
    good = {i.id for i in own if isinstance(i, Span) and i.status is Status.CONFIRMED}
    decided = [i.with_fillers(dict.fromkeys(i.span_ids() - good)) if isinstance(i, Fact) else i for i in own]
    return decided, tuple(pool)


def _read_article(value: Json, text: str) -> Article:
    meta = value.get("meta") or {}
    if not isinstance(meta, dict):
        raise BadItem("meta is not an object")
    if not _is_shallow(meta, DEEPEST):
        raise BadItem("its meta is nested too deeply")
    given = value.get("id")
    if not isinstance(given, str | int | None) or isinstance(given, bool):
        raise BadItem("its id is neither text nor a number")
    id_ = article_id(text) if given in (None, "") else str(given)
    given_title = value.get("title")
    title = json_fields.text(value, "title") if given_title is not None else find_title(text) or opening(text)
    return Article(id_, text, title, meta)


def _is_shallow(value: Any, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return levels > 0 and all(_is_shallow(item, levels - 1) for item in inner)


def _read_items(value: Json, article: Article, problems: list[str]) -> Iterator[Item]:
    text, seen = article.text, set()
    for raw in json_fields.listed(value, "spans"):
        span = _placed_span(raw, article, problems)
        if span and span.id in seen:
            problems.append(worded("Two spans have the id {id}; the second was left out.", id=span.id))
        elif span:
            seen.add(span.id)
            yield span
    for kind, name in (("fact", "facts"), ("comment", "comments"), ("decision", "decisions")):
        for number, raw in enumerate(json_fields.listed(value, name)):
            item = _placed_fact(item_json.from_json(kind, raw), article, seen)
            if isinstance(item, Comment | Decision) and not item.id:
                item = replace(item, id=derived_id(article.id, kind, number))
            yield item
    for name in json_fields.listed(value, "topics"):
        yield item_json.from_json("topic", {"name": name})
    for raw in json_fields.listed(value, "boilerplate"):
        start, end = json_fields.bounds(*json_fields.pair(raw[:2] if isinstance(raw, list) else raw))
        status = raw[2] if len(raw) > 2 else None
        if end > len(text):
            raise BadItem(f"the boilerplate {start}-{end} lies behind the text's end")
        yield item_json.from_json("boilerplate", {"start": start, "end": end, "status": status})


def _placed_span(raw: Any, article: Article, problems: list[str]) -> Span | None:
    """Return the span with an id; None, and a problem, when it does not lie where its quote says."""
    if not isinstance(raw, dict):
        problems.append("A span was left out: it is not an object.")
        return None
    try:
        span = item_json.read_span(raw)
    except BadItem as error:
        problems.append(f"A span was left out: {error}.")
        return None
    found, quote = article.text[span.start : span.end], raw.get("text")
    if span.end > len(article.text) or (isinstance(quote, str) and quote != found):
        where = f"{span.start}-{span.end} {span.label}"
        said = "The span {where} was left out: the text there is {there!r}."
        problems.append(worded(said, where=where, there=found[:60]))
        return None
    if span.first and span.first[1] > len(article.text):
        span = replace(span, first=None)
    if span.id:
        return span
    return replace(span, id=derived_id(article.id, span.start, span.end, span.label))


def _placed_fact(item: Item, article: Article, spans: set[str]) -> Item:
    if not isinstance(item, Fact):
        return item
    if any(end > len(article.text) for _, end in item.ranges()):
        raise BadItem(f"a fact {item.type} lies behind the text's end")
    if not item.span_ids() <= spans:
        raise BadItem(f"a fact {item.type} refers to a span that is not there")
    if item.id:
        return item
    return replace(item, id=derived_id(article.id, item.type, item.ranges()))


# --- writing


def write(out: Output, how: How) -> JsonLines:
    """Return a sink with a line a record; nothing is lost."""
    return JsonLines(out, lambda entry: dumped(to_json(entry)))


def to_json(entry: Record) -> Json:
    """Return the record of one article and one annotation set, with the suggestions that go with it."""
    article, made = entry.article, entry.set or AnnotationSet(entry.article.id, "")
    spans = sorted([*made.spans.values(), *entry.pool_spans()], key=in_order)
    facts = [*made.facts.values(), *entry.pool_facts()]
    boilerplate = sorted([*made.boilerplate.values(), *entry.pool_boilerplate()], key=lambda b: b.start)
    value: Json = {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "meta": dict(article.meta),
        "annotator": made.annotator or None,
        "state": made.state.value,
        "spans": [{**item_json.span_json(s), "text": article.text[s.start : s.end]} for s in spans],
        "facts": _facts_json(facts, article.text) if facts else [],
        "boilerplate": [_range_json(b) for b in boilerplate],
        "comments": [item_json.to_json(comment) for comment in made.comments.values()],
    }
    if entry.copies:
        value["copies"] = list(entry.copies)
    if decisions := made.items.get("decision"):
        value["decisions"] = [item_json.to_json(decision) for decision in decisions.values()]
    if made.topics:
        value["topics"] = sorted(made.topics)
    told = {"skipped": made.progress.skipped, "machine": made.progress.machine}
    value |= {name: said for name, said in told.items() if said}
    if entry.provenance:
        _put_provenance(value, made, entry.provenance)
    return {**value, "changed": True} if made.progress.changed else value


def _put_provenance(value: Json, made: AnnotationSet, said: Provenance) -> None:
    """Add to each span and fact of a gold set what it rests on, and to the record what is told of the rest."""
    for name, items in (("spans", made.spans), ("facts", made.facts)):
        for one in value[name]:
            if (item := items.get(one["id"])) and (told := said.of(item)):
                one["provenance"] = told
    value["provenance"] = said.as_json(made)


def _range_json(b: Boilerplate) -> list[Any]:
    return [b.start, b.end] if b.status is Status.CONFIRMED else [b.start, b.end, b.status.value]


def _facts_json(facts: list[Fact], text: str) -> list[Json]:
    bounds = sentences(text)
    in_text_order = sorted(facts, key=lambda fact: (fact.ranges(), fact.id))
    return [{**item_json.fact_json(fact), "evidence": evidence(fact, bounds)} for fact in in_text_order]


def evidence(fact: Fact, bounds: list[tuple[int, int]]) -> list[int]:
    """Return the bounds from the start of the fact's first sentence to the end of its last."""
    ranges = fact.ranges()
    low, high = ranges[0][0], max(end for _, end in ranges)
    touched = [(start, end) for start, end in bounds if start < high and end > low]
    return [min(low, touched[0][0]), max(high, touched[-1][1])] if touched else [low, high]


# --- proof


def said(entry: Record) -> Said:
    """Return the values that the proof compares, as hashes of this process.

    An export of own records must not cost twice.
    """
    spans = frozenset((s.id, s.start, s.end, s.label, s.status.value, s.entity) for s in entry.spans())
    facts = frozenset((f.id, f.type, f.trigger, f.status.value, f.group, _filled(f)) for f in entry.facts())
    gold = _gold_said(to_json(entry)) if entry.provenance else 0
    return hash(entry.article.text), len(entry.article.text), hash(spans) ^ gold, hash(facts)


def reread(file: BinaryIO) -> Iterator[Said]:
    """Yield the values of `said` for a file just written, without the checks that a stranger's file needs."""
    for line in file:
        value = DECODER.decode(line.decode("utf-8"))
        spans = frozenset(
            (s["id"], s["start"], s["end"], s["label"], s["status"], s["entity"]) for s in value["spans"]
        )
        facts = frozenset(
            (f["id"], f["type"], f["trigger"] and (*f["trigger"],), f["status"], f.get("group"), _fillers(f))
            for f in value["facts"]
        )
        gold = _gold_said(value) if "provenance" in value else 0
        yield hash(value["text"]), len(value["text"]), hash(spans) ^ gold, hash(facts)


def _gold_said(value: Json) -> int:
    """Return a hash of all that a record of gold says but its text, which is compared by itself."""
    return hash(json.dumps({**value, "text": ""}, sort_keys=True))


def _filled(fact: Fact) -> tuple[tuple[str, int, int], ...]:
    return tuple((role.role, f.start, f.end) for role in fact.roles for f in role.fillers)


def _fillers(fact: Json) -> tuple[tuple[str, int, int], ...]:
    return tuple((r["role"], f["start"], f["end"]) for r in fact["roles"] for f in r["fillers"])
