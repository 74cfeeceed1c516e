"""The fitting of a record to WebAnno's TSV: white space round a token, or between two, is not told there."""

from __future__ import annotations

from dataclasses import replace

from annotations.facts import Fact, Filler
from annotations.formats.base import How, Losses, Record
from annotations.formats.columns.webanno_kept import layout_of
from annotations.formats.uima.marked import count_values
from annotations.formats.writing.alignment import Tokens
from annotations.sets import AnnotationSet, Item
from annotations.spans import Span, in_order

Place = tuple[int, int]


def fit(entry: Record, how: How, losses: Losses) -> Record:
    """Return the record with all ranges on tokens, or on parts of them."""
    count_values(entry, losses)
    layout, _ = layout_of(entry)
    items: list[Item] = [*_spans(entry, layout.tokens, losses)]
    for fact in entry.facts():
        made = _fitted(fact, layout.tokens)
        if made != fact:
            losses.note("facts off the tokens", f"{entry.article.id}: {fact.type}", facts=[fact.id])
        items += [] if made.is_empty() else [made]
    items += [item for item in entry.set or () if not isinstance(item, Span | Fact)]
    whose = entry.set.annotator if entry.set else ""
    return replace(entry, set=AnnotationSet.of(entry.article.id, whose, items) if items else None, pool=())


def _spans(entry: Record, tokens: Tokens, losses: Losses) -> list[Span]:
    made: dict[tuple[int, int, str], Span] = {}
    for span in sorted(entry.spans(), key=in_order):
        place, said = (
            _on_tokens(tokens, (span.start, span.end)),
            f"{entry.article.id} {span.start}-{span.end}",
        )
        if place is None:
            losses.note("spans without a token", f"{said} {span.label}")
            continue
        if place != (span.start, span.end):
            losses.note("spans off the tokens", f"{said} {span.label}")
        if (*place, span.label) in made:
            losses.note("spans twice at one place", f"{said} {span.label}")
        else:
            made[*place, span.label] = span.at(*place)
    return list(made.values())


def _on_tokens(tokens: Tokens, place: Place) -> Place | None:
    """Return the range without the white space round it; None when there is nothing else."""
    first, last = tokens.covered(*place)
    if first == last:
        return None
    return max(place[0], tokens.starts[first]), min(place[1], tokens.ends[last - 1])


def _fitted(fact: Fact, tokens: Tokens) -> Fact:
    trigger = _on_tokens(tokens, fact.trigger) if fact.trigger else None
    roles = tuple(
        replace(role, fillers=tuple(one for filler in role.fillers if (one := _filler(filler, tokens))))
        for role in fact.roles
    )
    return replace(fact, trigger=trigger, roles=roles)


def _filler(filler: Filler, tokens: Tokens) -> Filler | None:
    place = _on_tokens(tokens, (filler.start, filler.end))
    return replace(filler, start=place[0], end=place[1], value=None) if place else None
