"""The fields of `clusters` that no import takes, for its proof: as the comparison says them, and as the lines have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotations.compare.comparison import ComparedEntity, ComparedGroup
from annotations.compare.verdicts.shapes import PlacedFact
from annotations.facts import Filler
from annotations.formats.across.leaving import CrossExport
from annotations.formats.base import Statement
from annotations.formats.lines.jsonl import evidence
from annotations.json_fields import Json
from annotations.schema.kinds import implied
from annotations.schema.types import Schema
from annotations.text.sentences import sentences

TAKEN = frozenset(  # by an import, or compared part by part
    ("kind", "id", "mentions", "facts", "verdicts", "said", "one", "other", "of")
)
OF_FACTS = ("trigger", "evidence", "source", "member")
OF_VERDICTS = ("verdict", "reason", "by", "decided_on")


def fields_said(leaving: CrossExport, schema: Schema) -> Iterator[Statement]:
    """Yield each field of entities, groups and stories with what the project says."""
    who = leaving.annotator
    for entity in leaving.comparison.entities:
        yield from _named(f"entity {entity.id}", _entity(entity, leaving))
        for one in entity.mentions:
            words = _words(leaving, one.article, one.start, one.end)
            yield f"text and member of {one.key}", (words, _word(one.is_settled))
    facts = _FactFields(leaving, schema)
    for group in leaving.comparison.groups:
        yield from _named(f"group {group.id}", _group(group, who))
        for place, placed in enumerate(group.there):
            yield from _named(
                f"fact {place} of {group.id}", facts.fields(placed, group.facts[place].is_settled)
            )
        judged = leaving.held.judged(group.id)
        for row in group.verdicts:
            said = judged.get(row.role)
            yield from _named(
                f"verdict {group.id}/{row.role}",
                {
                    "verdict": (said.verdict if said else row.computed.computed).value,
                    "reason": said.reason if said else row.computed.reason,
                    "by": who if said else None,
                    "decided_on": [*said.values] if said and said.values != row.computed.shown else None,
                },
            )
        for role in sorted(judged.keys() - {row.role for row in group.verdicts}):
            said = judged[role]
            decided_on = [*said.values] or None
            told = {"verdict": said.verdict.value, "reason": said.reason, "by": who, "decided_on": decided_on}
            yield from _named(f"verdict {group.id}/{role}", told)
    for story, is_made in leaving.stories:
        told = {"name": story.name, "status": _word(is_made), "by": who if is_made else None}
        yield from _named(f"story {story.id}", {**told, "articles": list(story.articles)})


def fields_read(line: Json) -> Iterator[Statement]:
    """Yield the same of a line."""
    kind, id_ = line["kind"], line.get("id")
    if kind not in ("entity", "group", "story"):
        return
    yield from _named(f"{kind} {id_}", {name: said for name, said in line.items() if name not in TAKEN})
    for one in line.get("mentions", ()):
        yield f"text and member of {one['article']}/{one['span']}", (one["text"], one["member"])
    for place, one in enumerate(line.get("facts", ())):
        fields = {name: one[name] for name in OF_FACTS}
        fields["roles"] = {
            role: [(filler["text"], filler["entity"]) for filler in fillers]
            for role, fillers in one["roles"].items()
        }
        yield from _named(f"fact {place} of {id_}", {"key": f"{one['article']}/{one['fact']}", **fields})
    for one in line.get("verdicts", ()):
        yield from _named(f"verdict {id_}/{one['role']}", {name: one.get(name) for name in OF_VERDICTS})


def _words(leaving: CrossExport, article: str, start: int, end: int) -> str:
    """Return the words of the article there."""
    found = leaving.comparison.article(article)
    return found.text[start:end] if found else ""


def _word(is_settled: bool) -> str:
    return "confirmed" if is_settled else "suggested"


def _named(of: str, fields: Json) -> Iterator[Statement]:
    return ((f"{name} of {of}", said) for name, said in fields.items() if said != "" or name != "note")


def _entity(entity: ComparedEntity, leaving: CrossExport) -> Json:
    item, who, found, held = entity.item, leaving.annotator, leaving.comparison, leaving.held
    by_person = sorted(
        (one.id, held.now(one.to), one.how) for one in held.relations if held.now(one.from_) == entity.id
    )
    made = dict.fromkeys((to, how) for _, to, how in by_person if to != entity.id and found.entity(to))
    proposed = [
        (to, how)
        for to, how, is_first in entity.related
        if is_first and (to, how) not in made and found.entity(to)
    ]
    related = [*((*one, who) for one in made), *((*one, None) for one in proposed)]
    return {
        "name": entity.name,
        "label": entity.label,
        "status": _word(item is not None),
        "outside": item.outside or None if item else None,
        "by": who if item else None,
        "score": round(entity.score, 4),
        "reasons": list(entity.reasons),
        "related": [{"entity": to, "how": how, "by": by} for to, how, by in related],
        "kept_apart": [{"entity": other, "by": who, "note": note} for other, note in entity.apart],
        "note": item.note if item else "",
    }


def _group(group: ComparedGroup, who: str) -> Json:
    item = group.item
    return {
        "name": group.name,
        "type": group.type,
        "status": _word(item is not None),
        "by": who if item else None,
        "score": round(group.score, 4),
        "reasons": list(group.reasons),
        "kept_apart": [
            {"fact": own, "other": other, "by": who, "note": note} for own, other, note in group.apart
        ],
        "verdict": group.verdict.value,
        "note": item.note if item else "",
    }


class _FactFields:
    """The fields of facts; what of an article they all need is found once."""

    def __init__(self, leaving: CrossExport, schema: Schema) -> None:
        self._entity_of, self._schema = leaving.comparison.entity_of, schema
        self._sentences: dict[str, list[tuple[int, int]]] = {}

    def fields(self, placed: PlacedFact, is_settled: bool) -> Json:
        fact, article = placed.fact, placed.article
        if article.id not in self._sentences:
            self._sentences[article.id] = sentences(article.text)
        trigger, roles = fact.trigger, fact.by_role()
        sources = [one for name in roles if self._is_source(fact.type, name) for one in roles[name]]
        return {
            "key": f"{article.id}/{fact.id}",
            "trigger": trigger
            and {"start": trigger[0], "end": trigger[1], "text": article.text[trigger[0] : trigger[1]]},
            "evidence": list(evidence(fact, self._sentences[article.id])),
            "source": [
                dict(zip(("text", "entity"), self._told(placed, one), strict=True)) for one in sources
            ],
            "member": _word(is_settled),
            "roles": {name: [self._told(placed, one) for one in fillers] for name, fillers in roles.items()},
        }

    def _is_source(self, type_: str, name: str) -> bool:
        of = self._schema.facts.get(type_)
        role = of.roles.get(name) if of else None
        return ((role and role.kind) or implied(name, None, ordered=bool(role and role.ordered))) == "source"

    def _told(self, placed: PlacedFact, filler: Filler) -> tuple[str, Any]:
        words = placed.article.text[filler.start : filler.end]
        return words, self._entity_of.get(placed.mention(filler) or "")
