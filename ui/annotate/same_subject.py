"""The subject of same mentions: the selection, else the span in focus, else the token under the caret."""

from __future__ import annotations

from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span, Status
from annotations.text.text import trim
from ui.annotate.annotate_keys import Annotating
from ui.annotate.targets import focused


@dataclass(frozen=True)
class Subject:
    """A range of the article at hand, the label to carry on ("": none), and its span's status, if any."""

    start: int
    end: int
    label: str
    status: Status | None = None

    @property
    def is_undecided(self) -> bool:
        return self.status is Status.SUGGESTED


def subject(at: Annotating) -> Subject | None:
    """Return the subject of same mentions; None where there is only white space.

    A range without a span gets the label in hand.
    """
    view, sheet = at.view, at.session.sheet
    span = focused(at.session, view)
    if view.selection is None and span:
        return _of_span(span)
    bounds = trim(view.text, *view.selection) if view.selection else view.article.tokens.at(view.caret)
    if bounds is None:
        return None
    there = [*sheet.confirmed.overlapping(*bounds), *sheet.undecided.overlapping(*bounds)]
    span = next((span for span in there if (span.start, span.end) == bounds), None)
    return _of_span(span) if span else Subject(*bounds, at.label_in_hand)


def _of_span(span: Span) -> Subject:
    return Subject(span.start, span.end, span.label, span.status)
