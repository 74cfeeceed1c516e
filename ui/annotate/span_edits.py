"""The edits of an annotator to the spans of the article at hand, each named for the undo menu."""

from __future__ import annotations

from collections.abc import Collection

from annotations import fact_verbs, span_verbs
from annotations.errors import STALE
from annotations.facts import Fact
from annotations.sets import AnnotationSet
from annotations.spans import Span, Status, in_order
from annotations.text.text import quoted
from ui.session import Session
from ui.wording import spans_and_facts


class SpanEdits:
    """The edits to spans; each returns whether it was done; when not, a notice said why."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def confirm(self, spans: list[Span], facts: Collection[Fact] = ()) -> bool:
        """Confirm the spans and, in the same edit, the facts with the undecided spans that fill them."""
        if not facts:
            return self._session.do("confirm", spans, lambda at: span_verbs.confirm(at, *spans))
        if not self._are_as_shown(facts):
            return False
        spans = self._with_fillers(spans, facts)
        verb = f"confirm {spans_and_facts(len(spans), len(facts))}"
        return self._session.do(verb, [], lambda at: _confirmed(at, spans, facts), about=spans)

    def reject(self, spans: list[Span]) -> bool:
        verb = "reject" if spans and spans[0].status is Status.SUGGESTED else "delete"
        return self._session.do(verb, spans, lambda at: span_verbs.reject(at, *spans))

    def relabel(self, span: Span, label: str) -> bool:
        return self._session.do(f"label {label}", [span], lambda at: span_verbs.relabel(at, span, label))

    def move(self, span: Span, start: int, end: int) -> bool:
        return self._session.do(
            "move", [span], lambda at: span_verbs.move(at, span, start, end, text=self._session.text)
        )

    def label(self, start: int, end: int, label: str) -> bool:
        """Make a new span."""
        verb = f"label {label} {quoted(self._session.text, start, end)}"
        return self._session.do(
            verb, [], lambda at: span_verbs.label(at, start, end, label, text=self._session.text)
        )

    def mark_boilerplate(self, start: int, end: int) -> bool:
        verb = f"mark as boilerplate {quoted(self._session.text, start, end)}"
        return self._session.do(verb, [], lambda at: span_verbs.mark_boilerplate(at, start, end))

    def unmark_boilerplate(self, start: int, end: int) -> bool:
        verb, marks = f"take as article {quoted(self._session.text, start, end)}", self._session.sheet.marks()
        return self._session.do(verb, [], lambda at: span_verbs.unmark_boilerplate(at, marks, start, end))

    def finish(self, *, confirm: Collection[Span | Fact] = (), reject: Collection[Span | Fact] = ()) -> bool:
        """Finish the article; in the same edit those suggestions are decided, and with a fact the spans that fill it."""
        facts = [one for one in confirm if isinstance(one, Fact)]
        unlike = [one for one in reject if isinstance(one, Fact)]
        if not self._are_as_shown([*facts, *unlike]):
            return False
        spans = self._with_fillers([one for one in confirm if isinstance(one, Span)], facts)
        kept = {span.id for span in spans}
        gone = [one for one in reject if isinstance(one, Span) and one.id not in kept]

        def finished(at: AnnotationSet) -> AnnotationSet:
            at = span_verbs.reject(_confirmed(at, spans, facts), *gone)
            return span_verbs.finish(fact_verbs.reject_fact(at, *unlike))

        return self._session.do("finish article", [], finished, about=[*spans, *gone])

    def reopen(self) -> bool:
        return self._session.do("reopen article", [], span_verbs.reopen)

    def _are_as_shown(self, facts: Collection[Fact]) -> bool:
        self._session.look_for_others()
        if all(self._session.sheet.fact(one.id) == one for one in facts):
            return True
        self._session.failed.emit(STALE.format(verb="it"))
        return False

    def _with_fillers(self, spans: list[Span], facts: Collection[Fact]) -> list[Span]:
        """Return the spans and the undecided ones that fill the facts, each once, in text order."""
        filling = (span for fact in facts for span in self._session.sheet.fillers_of(fact))
        return sorted({span.id: span for span in (*spans, *filling)}.values(), key=in_order)


def _confirmed(at: AnnotationSet, spans: Collection[Span], facts: Collection[Fact]) -> AnnotationSet:
    at = span_verbs.confirm(at, *spans)
    for fact in facts:
        at = fact_verbs.confirm_fact(at, fact)
    return at
