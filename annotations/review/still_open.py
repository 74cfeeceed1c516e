"""The sentence on why a review cannot be approved as yet: how many cases are open, and what the first is about."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.facts import Fact
from annotations.review.cases import Case, Difference
from annotations.sets import Boilerplate, Decision, Topic
from annotations.text.text import quoted

WHY = {
    Difference.CLASH: "of which gold would say two things",
    Difference.GONE: "which nobody has any more since it was decided",
}


def still_open(cases: Sequence[Case], conflict: Sequence[Decision], text: str) -> str:
    """Return it for the open cases; `conflict` are the decisions on the first on which reviewers differ.

    Annotators are not named, since a review may be anonymous.
    """
    first, left = cases[0], len(cases)
    number, which = ("1 case is", "") if left == 1 else (f"{left:,} cases are", "the first, ")
    about = _about(first, text)
    why = f", {_why(first, conflict)}" if _why(first, conflict) else ""
    return f"{number} still open in this article: {which}{about}{why}; decide first, then approve."


def _about(case: Case, text: str) -> str:
    """Return the words of the case, of a fact with its type."""
    item = next(iter(case.sides.values()), None) or case.before[-1].made[0]
    if isinstance(item, Topic):
        return f"the topic {item.name}"
    kind = "the boilerplate " if isinstance(item, Boilerplate) else ""
    kind = f"{item.type} " if isinstance(item, Fact) else kind
    return f"{kind}{quoted(text, *case.place)}"


def _why(case: Case, conflict: Sequence[Decision]) -> str:
    """Return why it is open, where it is not only that nobody has decided it."""
    if conflict:
        names = sorted({said.by or "somebody" for said in conflict})
        return f"on which the reviewers {', '.join(names[:-1])} and {names[-1]} differ"
    return WHY.get(case.difference, "which has changed since it was decided" if case.changed else "")
