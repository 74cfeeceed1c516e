"""The spans that an article shows in a review: the sides of open cases, what is decided or agreed.

Whose a box is stands in its badge, as a character beside the label: colour is never the only cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from annotations.facts import Fact
from annotations.review.adjudication import Adjudication
from annotations.review.cases import Case, Difference
from annotations.schema.types import Schema
from annotations.spans import Span, Status

LEFT, RIGHT, GOLD, AGREED = "◀ {}", "{} ▶", "✓ {}", "= {}"
SIGNS = (LEFT, RIGHT, GOLD, AGREED)


def hues(schema: Schema) -> dict[str, int]:
    """Return the hue of each label with each of those characters."""
    return {sign.format(label.name): label.hue for label in schema.labels.values() for sign in SIGNS}


def shown(work: Adjudication, cases: Sequence[Case], at: Case | None) -> dict[str, tuple[Span, str]]:
    """Return the spans to show, by an id of their own, each with the key of its case."""
    found: dict[str, tuple[Span, str]] = {}
    for case in cases:
        if case.is_fact and case is not at:
            continue  # its ranges are in the way of the others until it is in hand
        for span in _of_case(work, case):
            found[span.id] = span, case.key
    own = {item.id for case in cases for item in work.taken(case)}
    for span in work.gold.spans.values():
        if span.id not in own and work.is_added(span):
            made = _marked(span, GOLD, "added")
            found[made.id] = made, ""
    return found


def _of_case(work: Adjudication, case: Case) -> Iterator[Span]:
    if case.difference is Difference.AGREED and case.key not in work.decided:
        for item in work.taken(case):
            yield from _spans(item, AGREED, case.key)
    elif case.key in work.decided:
        for item in work.taken(case):
            yield from _spans(item, GOLD, case.key)
    else:
        for number, who in enumerate(case.of):
            if who in case.sides:
                sign = (LEFT, RIGHT)[number] if number < 2 else f"{{}} ▶ {who}"
                yield from _spans(case.sides[who], sign, f"{number}-{case.key}", is_open=True)


def _spans(item: Span | Fact, sign: str, prefix: str, *, is_open: bool = False) -> Iterator[Span]:
    """Yield the item as spans: of a fact, its trigger and fillers under the names of their roles."""
    status = Status.SUGGESTED if is_open else Status.CONFIRMED
    if isinstance(item, Span):
        yield replace(_marked(item, sign, prefix), status=status)
        return
    held = [(item.type, *item.trigger)] if item.trigger else []
    held += [(role.role, filler.start, filler.end) for role in item.roles for filler in role.fillers]
    for number, (name, start, end) in enumerate(held):
        yield Span(f"{prefix}-{item.id}-{number}", start, end, sign.format(name), status)


def _marked(span: Span, sign: str, prefix: str) -> Span:
    return replace(span, id=f"{prefix}-{span.id}", label=sign.format(span.label))


def changed(old: Mapping[str, Span], new: Mapping[str, tuple[Span, str]]) -> tuple[list[str], list[Span]]:
    """Return the ids of spans to remove and the spans to add, for `ArticleView.change_spans`."""
    gone = [id_ for id_, span in old.items() if id_ not in new or new[id_][0] != span]
    return gone, [span for id_, (span, _) in new.items() if old.get(id_) != span]
