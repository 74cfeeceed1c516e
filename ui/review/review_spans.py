"""The spans that an article shows in a review: the sides of open cases, what is decided or agreed.

Whose a box is stands in its badge, as a letter beside the label: colour is never the only cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from annotations.facts import Fact
from annotations.review.adjudication import Adjudication
from annotations.review.cases import Case, Difference
from annotations.review.founded import Footing
from annotations.schema.types import Schema
from annotations.spans import Span, Status
from ui.review.votes import LETTERS, sign, votes

SIDE, GOLD, AGREED = "{} {}", "✓ {}", "= {}"  # of a side: the reading's sign and the label


def hues(schema: Schema) -> dict[str, int]:
    """Return the hue of each label with each of those characters."""
    marks = (f"{one}{more}" for one in LETTERS for more in ("", "+"))
    signs = (*(SIDE.format(mark, "{}") for mark in marks), GOLD, AGREED)
    return {sign.format(label.name): label.hue for label in schema.labels.values() for sign in signs}


def shown(
    work: Adjudication, cases: Sequence[Case], at: Case | None, letters: Mapping[str, str]
) -> dict[str, tuple[Span, str]]:
    """Return the spans to show, by an id of their own, each with the key of its case.

    Facts have brackets; what all agree on among the words of the one in hand is shown with it.
    """
    found: dict[str, tuple[Span, str]] = {}
    for case in cases:
        for span in () if case.is_fact else _of_case(work, case, letters):
            found[span.id] = span, case.key
    for one in work.standing.founded:
        if one.how is Footing.IMPORTED and isinstance(one.item, Span):
            made = _marked(one.item, GOLD, one.how.value)
            found[made.id] = made, ""
    taken = {(span.start, span.end) for span, _ in found.values()}
    for span in _in_fact(work, at):
        if (span.start, span.end) not in taken:
            found[span.id] = span, ""
    return found


def agreed(work: Adjudication, shown: Sequence[Span]) -> list[Span]:
    """Return the spans on which all agree, but for those whose words have a box that is shown."""
    taken = {(span.start, span.end) for span in shown}
    found = (item for item in work.comparison.agreed if isinstance(item, Span))
    return [span for span in found if (span.start, span.end) not in taken]


def _in_fact(work: Adjudication, at: Case | None) -> Iterator[Span]:
    """Yield the agreed spans that lie in what the fact in hand says."""
    if at is None or not at.is_fact:
        return
    ranges = [bounds for item in at.sides.values() if isinstance(item, Fact) for bounds in item.ranges()]
    for item in work.comparison.agreed:
        if isinstance(item, Span) and any(item.start < end and start < item.end for start, end in ranges):
            yield _marked(item, AGREED, "agreed")


def _of_case(work: Adjudication, case: Case, letters: Mapping[str, str]) -> Iterator[Span]:
    if case.difference is Difference.AGREED and case.key not in work.decided:
        yield from _spans(work, case, AGREED)
    elif case.difference is Difference.ADDED or case.key in work.decided:
        yield from _spans(work, case, GOLD)
    else:
        for vote in votes(case):
            if isinstance(vote.item, Span):
                made = _marked(vote.item, SIDE.format(sign(vote, letters), "{}"), f"{vote.place}-{case.key}")
                yield replace(made, status=Status.SUGGESTED)


def _spans(work: Adjudication, case: Case, sign: str) -> Iterator[Span]:
    for item in work.taken(case):
        if isinstance(item, Span):
            yield replace(_marked(item, sign, case.key), status=Status.CONFIRMED)


def _marked(span: Span, sign: str, prefix: str) -> Span:
    return replace(span, id=f"{prefix}-{span.id}", label=sign.format(span.label))


def changed(old: Mapping[str, Span], new: Mapping[str, tuple[Span, str]]) -> tuple[list[str], list[Span]]:
    """Return the ids of spans to remove and the spans to add, for `ArticleView.change_spans`."""
    gone = [id_ for id_, span in old.items() if id_ not in new or new[id_][0] != span]
    return gone, [span for id_, (span, _) in new.items() if old.get(id_) != span]
