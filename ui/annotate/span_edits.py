"""The edits of an annotator to the spans of the article at hand, each named for the undo menu."""

from __future__ import annotations

from collections.abc import Collection

from annotations import fact_verbs, span_verbs
from annotations.errors import STALE
from annotations.facts import Fact
from annotations.sets import AnnotationSet
from annotations.spans import Span, Status
from annotations.text.text import quoted
from ui.session import Session


class SpanEdits:
    """The edits to spans; each returns whether it was done; when not, a notice said why."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def confirm(self, spans: list[Span]) -> bool:
        return self._session.do("confirm", spans, lambda at: span_verbs.confirm(at, *spans))

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
        self._session.look_for_others()
        sheet, facts = self._session.sheet, [i for i in confirm if isinstance(i, Fact)]
        if any(sheet.fact(one.id) != one for one in (*confirm, *reject) if isinstance(one, Fact)):
            self._session.failed.emit(STALE.format(verb="it"))
            return False
        filling = {span.id: span for fact in facts for span in sheet.fillers_of(fact)}
        spans = [i for i in confirm if isinstance(i, Span)] + [*filling.values()]
        gone = [i for i in reject if isinstance(i, Span) and i.id not in filling]

        def finished(at: AnnotationSet) -> AnnotationSet:
            at = span_verbs.reject(span_verbs.confirm(at, *spans), *gone)
            for fact in facts:
                at = fact_verbs.confirm_fact(at, fact)
            at = fact_verbs.reject_fact(at, *(i for i in reject if isinstance(i, Fact)))
            return span_verbs.finish(at)

        return self._session.do("finish article", [], finished, about=[*spans, *gone])

    def reopen(self) -> bool:
        return self._session.do("reopen article", [], span_verbs.reopen)
