"""Words for cases: what each annotator says there, line by line, and what was decided.

Lines of two readings that differ are told apart by a character, not by a colour.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotations.fact_attributes import in_words
from annotations.facts import Fact, Filler
from annotations.review import decisions
from annotations.review.cases import Case, Difference
from annotations.sets import Decision
from annotations.spans import Span
from annotations.text.text import quoted
from annotations.values import kinds

NOTHING = "nothing"
DIFFERS = "≠ "


def lines(item: Span | Fact | None, text: str) -> list[str]:
    """Return the lines that an item says: label and words, or type, trigger, roles and attributes."""
    if item is None:
        return [NOTHING]
    if isinstance(item, Span):
        return [item.label, quoted(text, item.start, item.end)]
    said = [item.type, f"trigger {quoted(text, *item.trigger)}" if item.trigger else "no trigger"]
    for role in item.roles:
        said.append(f"{role.role} {', '.join(_filler(filler, text) for filler in role.fillers)}")
    return [*said, ", ".join(in_words(item.attributes))]


def told_apart(one: Sequence[str], others: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines, with `DIFFERS` before each that another reading lacks."""
    return [line if all(line in other for other in others) else DIFFERS + line for line in one]


def _filler(filler: Filler, text: str) -> str:
    words = quoted(text, filler.start, filler.end)
    return words if filler.value is None else f"{words} ({kinds.told(filler.value)})"


def short(item: Span | Fact | None) -> str:
    if item is None:
        return NOTHING
    return item.label if isinstance(item, Span) else item.type


def place(case: Case, text: str) -> str:
    return quoted(text, *case.place)


def difference(case: Case) -> str:
    """Return what is to be decided, in a few words."""
    if case.difference is Difference.AGREED:
        return "all agree"
    if case.difference is not Difference.ONLY:
        return f"{case.difference} {'differ' if 'bounds' in case.difference else 'differs'}"
    there = next(iter(case.sides))
    return f"only {there}" if len(case.of) > 1 else f"right as {there} has it?"


def decided(said: Decision | None, taken: Sequence[Span | Fact]) -> str:
    """Return what was decided, why, and by whom; "" when nothing was."""
    if said is None:
        return ""
    if said.choice == decisions.NEITHER:
        words = "nothing here"
    elif said.choice.startswith(f"{decisions.OTHER} "):
        words = f"a third way, {short(next(iter(taken), None))}"
    else:
        words = said.choice.removeprefix(f"{decisions.TAKE} ")
    why = ": ".join(filter(None, (said.reason, said.note)))
    return f"✓ {words}{f' ({why})' if why else ''}{f', {said.by}' if said.by else ''}"
