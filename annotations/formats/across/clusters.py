"""Entities, groups, verdicts and stories as lines of JSON, with the texts: what an annotator says across articles, whole.

`docs/record.md` has the shapes.  The lines come in this order: articles, entities, groups, pairs kept apart, stories.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from annotations.compare.comparison import ComparedEntity, ComparedGroup, JudgedRow, Mention
from annotations.compare.finding_again import FoundAgain
from annotations.compare.items import KeptApart, Story, Verdict
from annotations.compare.material import ComparedArticle
from annotations.compare.verdicts.shapes import PlacedFact, RoleVerdict
from annotations.fact_attributes import attributes_json
from annotations.facts import Filler
from annotations.formats.across.leaving import CrossExport
from annotations.formats.base import WROTE, How, Losses
from annotations.formats.lines.jsonl import evidence
from annotations.formats.writing.output import Output
from annotations.json_fields import Json
from annotations.schema.kinds import implied
from annotations.schema.types import Schema
from annotations.text.sentences import sentences
from annotations.values import kinds

SUGGESTED, CONFIRMED = "suggested", "confirmed"
KINDS = {  # of lines, each as a report has it
    "article": "article",
    "entity": "entity",
    "mention": "mention",
    "group": "fact group",
    "apart": "pair kept apart",
    "story": "story",
}
LEFT = "facts in no group of several"
BESIDE = ("modality", "negated")  # attributes of a fact that have their own place


def write(leaving: CrossExport, out: Output, how: How, losses: Losses) -> None:
    """Write all lines to the one file; facts that stand alone are left out, and counted."""
    file, wrote = out.text(""), Counter(dict.fromkeys(KINDS.values(), 0))
    for line in lines(leaving, how.schema):
        file.write(dumped(line) + "\n")
        wrote[KINDS[line["kind"]]] += 1
        wrote["mention"] += len(line.get("mentions", ()))
    out.told[WROTE] = dict(wrote)
    if left := leaving.beside(leaving.comparison.groups):
        out.told["left_out"] = {LEFT: left}


def dumped(value: Json) -> str:
    """Return the value as a line of JSON; halves of surrogates, which UTF-8 has not, are escaped."""
    line = json.dumps(value, ensure_ascii=False)
    return line if _is_utf8(line) else json.dumps(value)


def _is_utf8(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True


def lines(leaving: CrossExport, schema: Schema) -> Iterator[Json]:
    """Yield the objects, each of which becomes a line."""
    found = leaving.comparison
    yield from map(article_line, found.articles)
    yield from (entity_line(one, leaving) for one in found.entities)
    told = _GroupLines(leaving, schema)
    yield from map(told.line, found.groups)
    yield from (apart_line(one, leaving.annotator) for one in kept_apart(leaving))
    yield from (story_line(one, leaving.annotator if is_made else None) for one, is_made in leaving.stories)


def article_line(one: ComparedArticle) -> Json:
    article = one.article
    return {
        "kind": "article",
        "id": article.id,
        "title": article.title,
        "published": article.published or None,
        "published_trusted": article.published_trusted,
        "text": article.text,
    }


# --- entities


def entity_line(entity: ComparedEntity, leaving: CrossExport) -> Json:
    item = entity.item
    line: Json = {
        "kind": "entity",
        "id": entity.id,
        "name": entity.name,
        "label": entity.label,
        "status": entity.status.value,
        "outside": (item and item.outside) or None,
        "by": leaving.annotator if item else None,
        "score": round(entity.score, 4),
        "reasons": list(entity.reasons),
        "related": list(_related(entity, leaving)),
        "kept_apart": [
            {"entity": other, "by": leaving.annotator, "note": note} for other, note in entity.apart
        ],
        "mentions": [mention_json(one) for one in entity.mentions],
    }
    return {**line, "note": item.note} if item and item.note else line


def mention_json(mention: Mention) -> Json:
    return {
        "article": mention.article,
        "span": mention.span,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "label": mention.label,
        "status": mention.status.value,
        "member": CONFIRMED if mention.is_settled else SUGGESTED,
    }


def _related(entity: ComparedEntity, leaving: CrossExport) -> Iterator[Json]:
    """Yield what the entity is to others: people of one, within one; a person's statements first."""
    held = leaving.held
    made = dict.fromkeys(
        (held.now(one.to), one.how)
        for one in sorted(held.relations, key=lambda one: one.id)
        if held.now(one.from_) == entity.id != held.now(one.to)
        and leaving.comparison.entity(held.now(one.to))
    )
    yield from ({"entity": to, "how": how, "by": leaving.annotator} for to, how in made)
    for to, how, is_first in entity.related:
        if is_first and (to, how) not in made and leaving.comparison.entity(to):
            yield {"entity": to, "how": how, "by": None}


# --- groups


class _GroupLines:
    """The lines of groups; what of an article they all need is found once."""

    def __init__(self, leaving: CrossExport, schema: Schema) -> None:
        self._leaving, self._schema = leaving, schema
        self._sentences: dict[str, list[tuple[int, int]]] = {}

    def line(self, group: ComparedGroup) -> Json:
        item, who = group.item, self._leaving.annotator
        line: Json = {
            "kind": "group",
            "id": group.id,
            "name": group.name,
            "type": group.type,
            "status": group.status.value,
            "by": who if item else None,
            "score": round(group.score, 4),
            "reasons": list(group.reasons),
            "kept_apart": [
                {"fact": own, "other": other, "by": who, "note": note} for own, other, note in group.apart
            ],
            "facts": [self._fact(one.fact, one.is_settled) for one in group.facts if one.fact],
            "verdict": group.verdict.value,
            "verdicts": [verdict_json(row, who) for row in judged_rows(group, self._leaving)],
        }
        return {**line, "note": item.note} if item and item.note else line

    def _fact(self, placed: PlacedFact, is_settled: bool) -> Json:
        fact, article = placed.fact, placed.article
        if article.id not in self._sentences:
            self._sentences[article.id] = sentences(article.text)
        type_ = self._schema.facts.get(fact.type)
        roles, sources = fact.by_role(), list[Filler]()
        for name, fillers in roles.items():
            role = type_.roles.get(name) if type_ else None
            kind = (role and role.kind) or implied(name, None, ordered=role is not None and role.ordered)
            sources += fillers if kind == "source" else ()
        start, end = fact.trigger or (0, 0)
        said = attributes_json(fact.attributes)
        return {
            "article": article.id,
            "fact": fact.id,
            "type": fact.type,
            "trigger": {"start": start, "end": end, "text": article.text[start:end]}
            if fact.trigger
            else None,
            "evidence": evidence(fact, self._sentences[article.id]),
            "modality": fact.modality.value,
            "negated": fact.negated,
            "status": fact.status.value,
            "source": [{"text": placed.words(one), "entity": self._entity(placed, one)} for one in sources],
            "roles": {
                name: [self._filler(placed, one) for one in fillers] for name, fillers in roles.items()
            },
            "member": CONFIRMED if is_settled else SUGGESTED,
            **{name: value for name, value in said.items() if name not in BESIDE and value},
        }

    def _filler(self, placed: PlacedFact, filler: Filler) -> Json:
        return {
            "start": filler.start,
            "end": filler.end,
            "text": placed.words(filler),
            "entity": self._entity(placed, filler),
            "value": kinds.to_json(filler.value) if filler.value is not None else None,
        }

    def _entity(self, placed: PlacedFact, filler: Filler) -> str | None:
        return self._leaving.comparison.entity_of.get(placed.mention(filler) or "")


def judged_rows(group: ComparedGroup, leaving: CrossExport) -> list[JudgedRow]:
    """Return the group's verdicts, and behind them those of a person on roles that have no value any more."""
    there = {row.role for row in group.verdicts}
    silent = tuple(range(len(group.there)))
    judged = sorted(leaving.held.judged(group.id).items())
    lost = [JudgedRow(RoleVerdict(r, Verdict.SILENT, "", (), silent), j) for r, j in judged if r not in there]
    return [*group.verdicts, *lost]


def verdict_json(row: JudgedRow, who: str) -> Json:
    """Return a verdict on a role; one that a person gave on other values says on which."""
    computed, judged = row.computed, row.judged
    line: Json = {
        "role": row.role,
        "verdict": row.verdict.value,
        "reason": judged.reason if judged else computed.reason,
        "by": who if judged else None,
        "computed": computed.computed.value,
        "silent": list(computed.silent),
        "values": [{"shown": one.shown, "facts": list(one.facts)} for one in computed.values],
        "pairs": [
            {"a": one.a, "b": one.b, "verdict": one.verdict.value, "reason": one.reason}
            for one in computed.pairs
        ],
    }
    return {**line, "decided_on": list(judged.values)} if judged and judged.values != computed.shown else line


# --- what was kept apart, and stories


def kept_apart(leaving: CrossExport) -> list[KeptApart]:
    """Return all that is kept apart, entities and facts by the ids that they have now."""
    held, places = leaving.held, FoundAgain(leaving.comparison.articles)
    found: dict[str, KeptApart] = {}
    for item in held.apart:
        if item.of == "entity":
            ids = held.now(item.one), held.now(item.other)
        else:
            ids = places.kept_fact(item, True) or item.one, places.kept_fact(item, False) or item.other
        (one, a), (other, b) = sorted(zip(ids, item.said, strict=True))
        made = KeptApart(item.of, one, other, (a, b), item.note)
        if one != other:
            found.setdefault(made.id, made)
    return list(found.values())


def apart_line(item: KeptApart, who: str) -> Json:
    return {
        "kind": "apart",
        "of": item.of,
        "one": item.one,
        "other": item.other,
        "said": [list(one) for one in item.said],
        "by": who,
        "note": item.note,
    }


def story_line(story: Story, who: str | None) -> Json:
    return {
        "kind": "story",
        "id": story.id,
        "name": story.name,
        "status": CONFIRMED if who else SUGGESTED,
        "by": who,
        "articles": list(story.articles),
    }
