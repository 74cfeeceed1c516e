"""The suggestions that each annotator's record of an article takes along, where the tool that it came from has a say in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from annotations.facts import Fact
from annotations.formats.base import Format, Record
from annotations.formats.came_from import kept_for
from annotations.sets import AnnotationSet, Boilerplate
from annotations.sheet import Sheet
from annotations.spans import Span, Status

Pool = tuple[Span | Fact | Boilerplate, ...]
Pools = Callable[[Sequence[Record]], Sequence[Pool] | None]  # None: what is undecided for each annotator


def pools_for(form: Format, unit: str) -> Pools:
    """Return how the records of one article divide its suggestions in an export with offsets in that unit."""
    return partial(_pools, form, unit)


def undecided(entries: Sequence[Record]) -> None:
    """Leave each record what is undecided for its annotator."""


def _pools(form: Format, unit: str, entries: Sequence[Record]) -> Sequence[Pool] | None:
    first = entries[0]
    if not (first.pool and (form.pools or form.stands) and kept_for(first.article.meta, "", form.name).tool):
        return None
    return _together(entries) if form.stands is None else _apart([(e, form.stands(e, unit)) for e in entries])


def _together(entries: Sequence[Record]) -> Sequence[Pool]:
    """Return the suggestions that the annotators share.

    That is what any of them has not decided on, less what is each one's own.  What an annotator marked over
    a suggestion does not take it away there.
    """
    left: dict[str, Span | Fact] = {}
    for entry in entries:
        decided = {item.id for item in entry.set or ()}
        items: list[Span | Fact] = [*entry.pool_spans(), *entry.pool_facts()]
        left |= {item.id: item for item in items if item.id not in decided}
    return [tuple(i for i in left.values() if not _owns(one, i.id)) for one in entries]


def _apart(standing: Sequence[tuple[Record, set[str]]]) -> Sequence[Pool]:
    """Return what is undecided for each, less what stands with others alone."""
    somewhere = {id_ for _, ids in standing for id_ in ids}
    pools: list[Pool] = []
    for entry, own in standing:
        sheet = Sheet(entry.pool, entry.set or AnnotationSet(entry.article.id, ""))
        items: list[Span | Fact] = [*sheet.undecided, *sheet.undecided_facts()]
        pools.append(tuple(item for item in items if item.id in own or item.id not in somewhere))
    return pools


def _owns(entry: Record, id_: str) -> bool:
    own = (entry.set.spans.get(id_) or entry.set.facts.get(id_)) if entry.set else None
    return own is not None and own.status is Status.CONFIRMED
