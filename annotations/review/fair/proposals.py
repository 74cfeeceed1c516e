"""Proposals for a case, each with its reason: by votes, of two by what was decided before; all else is a draw."""

from __future__ import annotations

from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import Case, Difference, Item, Known, same
from annotations.review.fair.votes import vote
from annotations.spans import Span

DRAW = "a draw: {} of {} stand on each side"
ONE_EACH = "a draw: one against one"
MARKED = "one against nothing: what is marked"
BEFORE = "decided so {} before"
KEPT = "as it was decided before a side changed"
OWN = "own work"


@dataclass(frozen=True)
class Proposal:
    """A proposal: the item, where None stands for no item; the reason in words; and whether it is none, but a draw."""

    item: Item | None
    why: str = ""
    is_draw: bool = False


def proposal(case: Case, text: str, known: Known = lambda wording, label: 0) -> Proposal:
    """Return what to propose: the reading that most have; of two, what `known` has seen more often.

    Where one of two has something and nothing tells them apart, that is proposed; all else is a draw.
    """
    if case.changed and (kept := _as_before(case)):
        return kept
    found = vote(case)
    leading = case.sides.get(found.who)
    if len(case.of) == 1 or case.difference in (Difference.AGREED, Difference.GONE):
        return Proposal(leading)
    if found.is_alone:
        said = "have it" if leading else "have nothing here"
        return Proposal(leading, f"{found.votes} of {len(case.of)} {said}")
    if len(case.of) > 2:
        return Proposal(None, DRAW.format(found.votes, len(case.of)), is_draw=True)
    return _of_two(case, text, known)


def _as_before(case: Case) -> Proposal | None:
    """Return what was decided before a side changed, if somebody still has it."""
    made = case.changed.made if case.changed else ()
    said = made[0] if made else None
    fits = (
        (item for item in map(case.sides.get, case.of) if same(item, said, case.ordered))
        if len(made) < 2
        else iter(())
    )
    return next((Proposal(item, KEPT) for item in fits), None)


def _of_two(case: Case, text: str, known: Known) -> Proposal:
    """Return what to propose where one stands against one."""
    items = list(case.sides.values())
    spans = [item for item in items if isinstance(item, Span)]
    seen = {span: known(text[span.start : span.end], span.label) for span in spans}
    often = sorted(spans, key=seen.__getitem__, reverse=True)
    counts = [seen[span] for span in often] + [0]
    if often and counts[0] > counts[1]:
        other = f", the other {_times(counts[1])}" * (len(often) > 1)
        return Proposal(often[0], BEFORE.format(_times(counts[0])) + other)
    if len(items) == 1:
        return Proposal(items[0], MARKED)
    return Proposal(None, ONE_EACH, is_draw=True)


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count:,} times")


# --- one's own work


def is_own(case: Case, by: str) -> bool:
    """Return whether the reviewer is one of those who are compared."""
    return by in case.of


def noted(case: Case, by: str, note: str = "") -> str:
    """Return the note of a decision, which says when the reviewer decided on work of their own."""
    return "; ".join(filter(None, (note, OWN * is_own(case, by))))
