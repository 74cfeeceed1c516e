"""The verbs: the actions of an annotator on a set, each a pure function from one annotation set to the next.

A verb never asks where a span came from: a suggestion that is acted on is copied into the set with its id,
and one that is rejected stays there as rejected, so that it is not offered again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotations.edits import check_open
from annotations.errors import UserError
from annotations.facts import Fact
from annotations.sets import AnnotationSet, Boilerplate, Progress, State, Topic
from annotations.spans import Span, Status, new_id
from annotations.text.text import crosses_paragraph, trim


def confirm(to: AnnotationSet, *spans: Span) -> AnnotationSet:
    """Return the set with the spans confirmed as they are."""
    return to.having(*(replace(span, status=Status.CONFIRMED) for span in spans))


def reject(to: AnnotationSet, *spans: Span) -> AnnotationSet:
    """Return the set without the spans; a suggested one stays, rejected, as it was first suggested."""
    gone = [span for span in spans if span.origin == to.annotator and span.id in to.spans]
    own = {span.id for span in gone}
    kept = (_as_suggested(span) for span in spans if span.id not in own)
    after = to.lacking(*gone).having(*(replace(span, status=Status.REJECTED) for span in kept))
    return _refill(after, {span.id: None for span in spans})


def relabel(to: AnnotationSet, span: Span, label: str) -> AnnotationSet:
    """Return the set with the span relabelled and confirmed.

    UserError when an equal span has the label already.
    """
    return _put(to, span.changed(label=label))


def move(to: AnnotationSet, span: Span, start: int, end: int, *, text: str) -> AnnotationSet:
    """Return the set with the span moved to other bounds and confirmed; id, origin and facts stay.

    UserError as `label` says.  A span that came over a paragraph break may get shorter step by step.
    """
    if not 0 <= start < end <= len(text):
        raise UserError("A span needs at least one character; delete it with {key:reject} instead.")
    if not span.start <= start < end <= span.end:
        _within_a_paragraph(text, start, end)
    moved = span.changed(start=start, end=end)
    return _refill(_put(to, moved), {span.id: moved})


def label(to: AnnotationSet, start: int, end: int, name: str, *, text: str) -> AnnotationSet:
    """Return the set with a new span by its annotator, trimmed of white space and closing punctuation.

    A rejected span with the same bounds and label is confirmed instead.  UserError when nothing is left of
    the new one, when it runs over a paragraph break, or when it is there already.
    """
    bounds = trim(text, start, end)
    if bounds is None:
        raise UserError("There is nothing but white space here to label.")
    _within_a_paragraph(text, *bounds)
    made = Span(new_id(), bounds[0], bounds[1], name, origin=to.annotator)
    rejected = (twin for twin in _twins(to, made) if twin.status is Status.REJECTED)
    return _put(to, next(rejected, made))


def put_fact(to: AnnotationSet, fact: Fact, undecided: Iterable[Span] = ()) -> AnnotationSet:
    """Return the set with the fact confirmed, and its fillers that are still undecided confirmed too.

    A filler whose span is not confirmed then stays as a bare range.  UserError when nothing in the text holds
    the fact.
    """
    return put_facts(to, [(fact, undecided)])


def put_facts(to: AnnotationSet, facts: Iterable[tuple[Fact, Iterable[Span]]]) -> AnnotationSet:
    """Return the set with the facts confirmed, each with its undecided spans: see `put_fact`."""
    some = [(fact, fact.span_ids(), undecided) for fact, undecided in facts]
    if any(fact.is_empty() for fact, *_ in some):
        raise UserError("A fact needs a trigger or a filler in the text.")
    to = confirm(to, *(span for _, ids, undecided in some for span in undecided if span.id in ids))
    return to.having(*(replace(_held(to, fact), status=Status.CONFIRMED) for fact, *_ in some))


def _held(to: AnnotationSet, fact: Fact) -> Fact:
    """Return the fact with its fillers where the set's confirmed spans are, bare ranges for the others."""
    spans = {id_: to.spans.get(id_) for id_ in fact.span_ids()}
    return fact.with_fillers(
        {id_: span if span and span.status is Status.CONFIRMED else None for id_, span in spans.items()}
    )


def drop_fact(to: AnnotationSet, *facts: Fact) -> AnnotationSet:
    """Return the set without the facts; a suggested one stays, rejected, with bare fillers."""
    gone = [fact for fact in facts if fact.origin == to.annotator and fact.id in to.facts]
    own = {fact.id for fact in gone}
    kept = (fact.with_fillers(dict.fromkeys(fact.span_ids())) for fact in facts if fact.id not in own)
    return to.lacking(*gone).having(*(replace(fact, status=Status.REJECTED) for fact in kept))


def mark_boilerplate(to: AnnotationSet, start: int, end: int) -> AnnotationSet:
    """Return the set with the range marked as boilerplate."""
    return to.having(Boilerplate(start, end))


def unmark_boilerplate(
    to: AnnotationSet, marks: Iterable[Boilerplate], start: int, end: int
) -> AnnotationSet:
    """Return the set with no boilerplate in [start, end); the rest of the marks that it touches stays."""
    for mark in marks:
        if mark.start < end and mark.end > start:
            rest = ((mark.start, min(start, mark.end)), (max(end, mark.start), mark.end))
            own = mark.status is Status.CONFIRMED
            to = to.lacking(mark) if own else to.having(replace(mark, status=Status.REJECTED))
            to = to.having(*(Boilerplate(low, high) for low, high in rest if low < high))
    return to


def toggle_topic(to: AnnotationSet, name: str) -> AnnotationSet:
    """Return the set with that topic added, or removed when it is there."""
    return to.lacking(to.topics[name]) if name in to.topics else to.having(Topic(name))


def skip(to: AnnotationSet, reason: str) -> AnnotationSet:
    """Return the set marked as skipped for that reason; the work on it stays.

    UserError without a reason, or in review.
    """
    check_open(to)
    reason = " ".join(reason.split())
    if not reason:
        raise UserError("Say in a word or two why the article is skipped.")
    state = State.STARTED if to.state is State.NEW else to.state
    return to.having(replace(to.progress, state=state, skipped=reason))


def finish(to: AnnotationSet) -> AnnotationSet:
    """Return the set marked as done and no longer skipped.  UserError when it is in review."""
    check_open(to)
    return to.having(Progress(State.DONE))


def reopen(to: AnnotationSet) -> AnnotationSet:
    """Return the set marked as started again and no longer skipped.  UserError when it is in review."""
    check_open(to)
    return to.having(Progress(State.STARTED))


def _put(to: AnnotationSet, span: Span) -> AnnotationSet:
    """Return the set with the span confirmed; UserError when another has its bounds and label."""
    if any(twin.status is Status.CONFIRMED for twin in _twins(to, span)):
        raise UserError(f"This is labelled {span.label} already.")
    return confirm(to, span)


def _twins(to: AnnotationSet, span: Span) -> list[Span]:
    """Return the other spans of the set with its bounds and label."""
    said = (span.start, span.end, span.label)
    return [s for s in to.spans.values() if (s.start, s.end, s.label) == said and s.id != span.id]


def _as_suggested(span: Span) -> Span:
    start, end, label = span.first or (span.start, span.end, span.label)
    return replace(span, start=start, end=end, label=label, first=None)


def _within_a_paragraph(text: str, start: int, end: int) -> None:
    if crosses_paragraph(text, start, end):
        raise UserError("A span cannot run over a paragraph break; label each part by itself.")


def _refill(to: AnnotationSet, spans: Mapping[str, Span | None]) -> AnnotationSet:
    """Return the set with its facts' fillers where their spans are now; bare ranges for spans gone."""
    for fact in to.facts.values():
        if fact.span_ids() & spans.keys():
            to = to.having(fact.with_fillers(spans))
    return to
