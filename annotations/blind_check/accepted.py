"""The spans that were accepted many at once, going by the edit that did so, and how they are given back.

An edit that confirms one span, or one fact with its fillers, is a decision on what was looked at; one that confirms
several, or labels the same words in several places, may not be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotations import span_verbs
from annotations.blind_check.checked import BlindAnswer, DrawnSpan, SpanKey
from annotations.edits import Change
from annotations.facts import Fact
from annotations.sets import AnnotationSet, Item, State
from annotations.spans import Span, Status


def accepted_in(changes: Iterable[Change], annotator: str) -> Iterator[tuple[str, Span | Fact]]:
    """Yield what an edit confirmed in the annotator's own sets, each with its article; nothing when it is no bulk."""
    found = [
        (change.article, item)
        for change in changes
        if change.annotator == annotator
        for item in _confirmed(change)
    ]
    spans = [item for _, item in found if isinstance(item, Span)]
    facts = [item for _, item in found if isinstance(item, Fact)]
    if len(spans) > 1 and not (len(facts) == 1 and {span.id for span in spans} <= facts[0].span_ids()):
        yield from found


def _confirmed(change: Change) -> Iterator[Span | Fact]:
    before = {(item.kind, item.id) for item in change.removed if _is_confirmed(item)}
    for item in change.added:
        if isinstance(item, Span | Fact) and _is_confirmed(item) and (item.kind, item.id) not in before:
            yield item


def _is_confirmed(item: Item) -> bool:
    return isinstance(item, Span | Fact) and item.status is Status.CONFIRMED


def put_right(made: AnnotationSet, checked: Iterable[DrawnSpan]) -> AnnotationSet:
    """Return the set as the answers have it: other labels given, what is no span rejected.

    What has other bounds stays: which ones it has is said in Annotate.
    """
    for one in checked:
        span = made.spans.get(one.key.id)
        if span is None or (span.start, span.end) != (one.start, one.end) or one.is_right:
            continue
        if one.seen is BlindAnswer.NONE:
            made = span_verbs.reject(made, span)
        elif one.seen is BlindAnswer.LABEL and not _has_twin(made, span, one.given):
            made = span_verbs.relabel(made, span, one.given)
    return made


def given_back(made: AnnotationSet, spans: Iterable[SpanKey], facts: Iterable[str]) -> AnnotationSet:
    """Return the set without those spans, and without those facts that one of them fills: they are to decide again.

    Other facts keep a bare range in place of the span.  A set that was done is started.
    """
    gone = [made.spans[key.id] for key in spans if key.id in made.spans]
    if not gone:
        return made
    ids = {span.id for span in gone}
    fallen = [made.facts[id_] for id_ in facts if id_ in made.facts and made.facts[id_].span_ids() & ids]
    after = made.lacking(*gone, *fallen)
    held = [fact for fact in after.facts.values() if fact.span_ids() & ids]
    after = after.having(*(fact.with_fillers(dict.fromkeys(fact.span_ids() & ids)) for fact in held))
    if made.state is State.DONE:
        after = after.having(replace(made.progress, state=State.STARTED, changed=False))
    return after


def _has_twin(made: AnnotationSet, span: Span, label: str) -> bool:
    return any(
        (one.start, one.end, one.label) == (span.start, span.end, label) for one in made.spans.values()
    )
