"""The second annotator of the demo, who is not quite of one mind with the first, on spans and on facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from annotations.edits import Edit
from annotations.fact_verbs import fillers_in, with_fillers
from annotations.facts import Fact, Filler, in_text_order
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span, Status
from models.queries import articles as article_queries
from ui.session import Session

SECOND = "second"
MISSED, MISLABELLED, SHORT = 9, 7, 11  # every so many spans
CONFUSED = {
    "GPE": "LOC",
    "ORG": "GPE",
    "PERSON": "ORG",
    "NORP": "GPE",
    "DATE": "TIME",
    "CARDINAL": "QUANTITY",
}
UNSEEN, UNDOUBTED, TURNED = 7, 5, 6  # facts: missed, confirmed though the first one rejected them, otherwise
TURNS = (("time", "source", "target"), ("target", "victim", "time"), ("source", "time", "place"))
# The first attack of the first sample as the second one reads it: the same event, but three roles.
STRUCK = "submarine struck"
STRUCK_ROLES = {
    "target": "Houthi",
    "time": "early on Friday",
    "source": "Harbor Wire",
}


def work_again(session: Session) -> None:
    """Make the second annotator's sets, on every article."""
    if (project := session.project) is None:
        return
    for id_ in article_queries.article_ids(project):
        first = project.annotation_set(id_, session.annotator)
        spans = _spans(first)
        facts = _facts(first, {span.id: span for span in spans}, project.article(id_).text)
        other = AnnotationSet(id_, SECOND).having(*spans, *facts, Progress(State.DONE))
        project.apply(Edit.between("work", AnnotationSet(id_, SECOND), other), by=SECOND)
    session.look_for_others()


def _spans(first: AnnotationSet) -> list[Span]:
    """Return the confirmed spans less some, some with another label, some a little shorter."""
    seen = []
    spans = sorted(first.spans.values(), key=lambda span: (span.start, -span.end, span.label))
    for number, span in enumerate(span for span in spans if span.status is Status.CONFIRMED):
        if number % MISLABELLED == 0:
            span = span.changed(label=CONFUSED.get(span.label, span.label))
        if number % SHORT == 0 and span.end - span.start > 4:
            span = span.changed(end=span.end - 2)
        if number % MISSED:
            seen.append(span)
    return seen


def _facts(first: AnnotationSet, spans: dict[str, Span], text: str) -> Iterator[Fact]:
    """Yield the confirmed facts less some, some with other fillers, and some that the first one rejected."""
    facts = sorted(first.facts.values(), key=in_text_order)
    for status in (Status.CONFIRMED, Status.REJECTED):
        for number, fact in enumerate(fact for fact in facts if fact.status is status):
            fact = fact.with_fillers({id_: spans.get(id_) for id_ in fact.span_ids()})
            if status is Status.REJECTED:
                if number % UNDOUBTED == 0:
                    yield replace(fact, status=Status.CONFIRMED)
            elif _is_struck(fact, text):
                yield _struck(fact, spans, text)
            elif number % TURNED == 1:
                yield _turned(fact, number // TURNED, text)
            elif number % UNSEEN != UNSEEN - 1:
                yield fact


def _is_struck(fact: Fact, text: str) -> bool:
    start = fact.trigger[0] if fact.trigger else 0
    before, _, trigger = STRUCK.rpartition(" ")
    return fact.type == "ATTACK" and text[start - len(before) - 1 : start + len(trigger)] == STRUCK


def _struck(fact: Fact, spans: dict[str, Span], text: str) -> Fact:
    """Return the attack with the roles in which the second one differs, each as the nearest such words."""
    at = (fact.trigger or (0, 0))[0]
    for role, words in STRUCK_ROLES.items():
        start = max(text.rfind(words, 0, at), text.find(words, at), key=lambda place: -abs(place - at))
        twins = (span.id for span in spans.values() if (span.start, span.end) == (start, start + len(words)))
        fact = with_fillers(fact, role, [Filler(start, start + len(words), next(twins, None))])
    return fact


def _turned(fact: Fact, turn: int, text: str) -> Fact:
    """Return the fact with one role otherwise: whom or what it hit in a word less, time or source left out."""
    for role in TURNS[turn % len(TURNS)]:
        if not (there := fillers_in(fact, role)):
            continue
        last, (start, end) = there[-1], (there[-1].start, there[-1].end)
        if role in ("target", "victim"):
            if (space := text[start:end].rfind(" ")) > 0:
                return with_fillers(fact, role, [*there[:-1], Filler(start + space + 1, last.end)])
        elif len(fact.fillers()) > 1:
            return with_fillers(fact, role, there[:-1])
    return fact
