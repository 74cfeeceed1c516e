"""Plain doubt: one sentence for people on why a suggestion is doubtful, as the heaviest reason has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Hint, Span
from annotations.suggest.doubt import Weighing, contesting

LOW = 0.6  # a score below which the pipeline itself is unsure
TIMES = {1: "once", 2: "twice"}


@dataclass(frozen=True)
class GivenLabels:
    """How often a wording was confirmed, by label: by the annotator who asks, and by everybody together."""

    own: Mapping[str, int] = field(default_factory=dict)
    all: Mapping[str, int] = field(default_factory=dict)


NEVER_GIVEN = GivenLabels()


def plain_reason(
    item: Span | Hint | Fact, given: GivenLabels = NEVER_GIVEN, weighing: Weighing | None = None
) -> str:
    """Return the sentence; `weighing` knows the item's article, where more than its score may speak against it."""
    if isinstance(item, Hint):
        return f"A name may be missing here: {item.score:.0%} sure."
    if isinstance(item, Span):
        if other := contesting(item.label, given.all):
            mine = given.own.get(other, 0) > 0
            return f"{_sure(item)}; elsewhere {'you called it' if mine else 'it was called'} {other}."
        if weighing and (said := _here(item, weighing)):
            return said
    taken = given.own.get(item.label, 0) if isinstance(item, Span) else 0
    more = f"You took it as {item.label} {times(taken)}." if taken and isinstance(item, Span) else ""
    if item.score is not None and item.score < LOW:
        return f"{_finder(item)} unsure: {item.score:.0%}. {more}".rstrip()
    return f"{_sure(item)}. {more or 'Nothing like it was decided yet.'}"


def times(count: int) -> str:
    """Return how often, in words.

    >>> times(1), times(2), times(14)
    ('once', 'twice', '14 times')
    """
    return TIMES.get(count, f"{count:,} times")


def _here(span: Span, weighing: Weighing) -> str:
    """Return what speaks against the span within its article, "" for nothing."""
    if rival := next(iter(weighing.rivals(span)), None):
        same = (rival.start, rival.end) == (span.start, span.end)
        words = "" if same else f" for “{' '.join(weighing.text[rival.start : rival.end].split())}”"
        return f"{_sure(span)}; {rival.origin or 'another'} says {rival.label}{words}."
    if other := weighing.other_label(span):
        return f"{_sure(span)}; in the same article it is suggested as {other} too."
    if odd := weighing.odd_bounds(span):
        return f"Unsure where it begins or ends: {odd[0][:1].lower()}{odd[0][1:]}"
    return ""


def _sure(item: Span | Fact) -> str:
    return "No score" if item.score is None else f"{item.score:.0%} sure"


def _finder(item: Span | Fact) -> str:
    return "The rules are" if item.origin.split(" ")[0] == "rule" else "The pipeline is"
