"""Claims for fact checking, a line of JSON each: a fact of a group in two articles or more, and what the others say of it.

`docs/exporting.md` has the fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from annotations.articles import published_of
from annotations.compare.comparison import ComparedGroup
from annotations.compare.items import Verdict
from annotations.compare.verdicts.shapes import PlacedFact
from annotations.formats.across.claims_evidence import ClaimEvidence, GroupEvidence, label_of
from annotations.formats.across.clusters import dumped
from annotations.formats.across.leaving import CrossExport
from annotations.formats.base import WROTE, How, Losses, Statement
from annotations.formats.lines.jsonl import evidence
from annotations.formats.writing.output import Output
from annotations.json_fields import Json
from annotations.schema.kinds import implied
from annotations.schema.types import Schema
from annotations.sentences import sentence_of
from annotations.text.sentences import sentences

LEFT = "facts in no group of two articles"


def write(leaving: CrossExport, out: Output, how: How, losses: Losses) -> None:
    """Write a line a claim; facts that no other article reports are left out, and counted."""
    file, lines = out.text(""), ClaimLines(leaving, how.schema)
    wrote = 0
    for line in (one for group in lines.groups for one in lines.of(group)):
        file.write(dumped(line) + "\n")
        wrote += 1
    out.told[WROTE] = {"claim": wrote}
    found = leaving.comparison
    if left := leaving.beside(lines.groups):
        out.told["left_out"] = {LEFT: left}
    lost = {"entities": len(found.entities), "pairs kept apart": len(leaving.held.apart)}
    for kind, count in lost.items():
        if count:
            losses.note(kind, f"{leaving.annotator}: {count:,}", count)


class ClaimLines:
    """The lines of claims; what of an article they all need is found once."""

    def __init__(self, leaving: CrossExport, schema: Schema) -> None:
        self._found, self._schema = leaving.comparison, schema
        self._sentences: dict[str, list[tuple[int, int]]] = {}

    @cached_property
    def groups(self) -> list[ComparedGroup]:
        """Return the groups in two articles or more; articles of one text are one."""
        return [g for g in self._found.groups if len({one.article.text_key for one in g.there}) > 1]

    def of(self, group: ComparedGroup) -> Iterator[Json]:
        """Yield the lines of the group's facts."""
        told_by = GroupEvidence(group)
        for place, one in enumerate(group.there):
            article, told = one.article.article, told_by.on(place)
            day = published_of(article)
            place_of, fact_told = self._place(one), self._told(one)
            yield {
                "claim": place_of["text"] or fact_told,
                "speaker": self._speaker(one) or None,
                "claim_date": day.isoformat() if day else None,
                "reporting_source": str(article.meta.get("source") or "") or None,
                "label": label_of((each.place, each.verdict) for each in told),
                "evidence": [self._evidence(group, each) for each in told],
                **{key: said for key, said in place_of.items() if key != "text"},
                "told": fact_told,
                "type": one.fact.type,
                "group": group.id,
            }

    def _told(self, one: PlacedFact) -> str:
        """Return the fact in the program's words, which tell it from others in its sentence."""
        return sentence_of(one.fact, one.article.text, self._schema, one.article.by_id).words

    def _evidence(self, group: ComparedGroup, told: ClaimEvidence) -> Json:
        said = {"verdict": told.verdict.value, "role": told.role, "reason": told.reason}
        return {**self._place(group.there[told.place]), **said}

    def _place(self, one: PlacedFact) -> Json:
        """Return where the fact stands: its article, and the sentences from its first words to its last."""
        text, start, end = one.article.text, 0, 0
        if one.article.id not in self._sentences:
            self._sentences[one.article.id] = sentences(text)
        if not one.fact.is_empty():
            start, end = evidence(one.fact, self._sentences[one.article.id])
        place = {"start": start, "end": end, "text": text[start:end]}
        return {"article": one.article.id, "fact": one.fact.id, **place}

    def _speaker(self, one: PlacedFact) -> list[str]:
        """Return the words of the fact's sources, innermost first."""
        type_ = self._schema.facts.get(one.fact.type)
        roles = type_.roles if type_ else {}
        found: list[str] = []
        for name, fillers in one.fact.by_role().items():
            role = roles.get(name)
            kind = (role and role.kind) or implied(name, None, ordered=role is not None and role.ordered)
            found += map(one.words, fillers) if kind == "source" else ()
        return found


# --- proof


def said(leaving: CrossExport, how: How) -> Iterator[Statement]:
    """Yield each claim with its label and what is said of it."""
    lines = ClaimLines(leaving, how.schema)
    for group in lines.groups:
        yield from map(_stated, lines.of(group))


def reread(folder: Path) -> Iterator[Statement]:
    """Yield the same from the file; the label is that of the evidence as it is read."""
    (path,) = (path for path in folder.iterdir() if path.is_file())
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            value = json.loads(line)
            told = (((e["article"], e["fact"]), Verdict(e["verdict"])) for e in value["evidence"])
            if (label := label_of(told)) != value["label"]:
                raise ValueError(f"{value['article']}/{value['fact']} is {value['label']}, and not {label}")
            yield _stated(value)


def _stated(line: Mapping[str, Any]) -> Statement:
    return f"claim {line['article']}/{line['fact']}", json.dumps(line, sort_keys=True)
