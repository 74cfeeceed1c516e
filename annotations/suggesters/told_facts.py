"""The facts of a suggester as suggestions: on the spans there are, with values read, beside those of the rules."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.articles import Article, published_of
from annotations.facts import Fact, Filler, Role, in_text_order
from annotations.schema.types import RoleType, Schema
from annotations.sheet import Sheet, touches
from annotations.spans import Span, Status, derived_id
from annotations.suggesters.answers import FactDraft
from annotations.suggesters.quotes import Range
from annotations.values.kinds import VALUE_KINDS, Reference

BEFORE = 20  # code points before a wording that help to read its value


def told(
    article: Article, drafts: Iterable[FactDraft], sheet: Sheet, schema: Schema, origin: str
) -> list[Fact]:
    """Return the drafts as suggested facts, in text order; none whose trigger stands in boilerplate.

    A filler with the bounds of a span that the sheet's annotator sees is that span, else a bare range.
    """
    outside = (draft for draft in drafts if not touches(sheet.boilerplate, *draft.trigger))
    made = (_fact(article, draft, sheet, schema, origin) for draft in outside)
    return sorted(made, key=in_text_order)


def beside(facts: list[Fact], others: Iterable[Fact]) -> list[Fact]:
    """Return the facts, and of the others those that none of them tells: of another type, or another trigger."""
    known: dict[str, list[Range]] = {}
    for fact in facts:
        known.setdefault(fact.type, []).extend([fact.trigger] if fact.trigger else [])
    more = [other for other in others if not _is_told(other, known.get(other.type, []))]
    return sorted([*facts, *more], key=in_text_order)


def _is_told(fact: Fact, triggers: list[Range]) -> bool:
    if fact.trigger is None:
        return False
    start, end = fact.trigger
    return any(start < right and left < end for left, right in triggers)


def _fact(article: Article, draft: FactDraft, sheet: Sheet, schema: Schema, origin: str) -> Fact:
    types = schema.facts[draft.type].roles
    roles = tuple(
        Role(name, tuple(_filler(article, at, types[name], sheet) for at in found))
        for name, found in draft.fillers.items()
    )
    id_ = derived_id(article.id, "fact", draft.type, *draft.trigger)
    score = None if draft.score is None else round(draft.score, 4)
    return Fact(id_, draft.type, draft.trigger, roles, draft.attributes, Status.SUGGESTED, origin, score)


def _filler(article: Article, at: Range, role: RoleType, sheet: Sheet) -> Filler:
    span, value = _span(at, role, sheet), None
    if role.value:
        before = article.text[max(0, at[0] - BEFORE) : at[0]].split()
        reference = Reference(published_of(article), before[-1] if before else "")
        value = VALUE_KINDS[role.value].found(article.text[slice(*at)], reference)
    return Filler(*at, span.id if span else None, value)


def _span(at: Range, role: RoleType, sheet: Sheet) -> Span | None:
    """Return the span with those bounds, one with a label that the role takes if there is any."""
    seen = [*sheet.confirmed.overlapping(*at), *sheet.undecided.overlapping(*at)]
    here = [span for span in seen if (span.start, span.end) == at]
    return next((span for span in here if span.label in role.labels), here[0] if here else None)
