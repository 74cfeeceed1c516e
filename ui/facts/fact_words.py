"""The words for a fact being built: the strip's chips and lines, names in the article, the edit's name."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.fact_draft import Draft, Offer
from annotations.fact_verbs import fillers_in, incomplete
from annotations.facts import Fact, Filler
from annotations.schema.types import FactType, RoleType
from annotations.sheet import Sheet
from annotations.spans import Status
from annotations.text.text import quoted
from annotations.values import kinds
from ui.facts.fact_chips import FactMark
from ui.facts.fact_painter import Shown
from ui.fixed_keys import FIXED
from ui.widgets.chips import Chip
from ui.wording import called

(MORE,) = FIXED["fact_more_numbers"].keys
WHICH = "New fact: which type?"
TYPES_HINT = "Press a type's key, or {key:fact_on} and {key:fact_done}. {key:fact_leave} leaves."
HINT = (
    "A digit takes, {key:fact_more_numbers} shows the next nine, {key:fact_more} adds one more, {key:fact_empty} takes"
    " out, {key:fact_on} goes to the next role; {key:fact_select} select words, which {key:fact_done} takes."
    " {key:fact_done} is done, {key:fact_leave} goes a step back."
)


def head(draft: Draft, text: str) -> str:
    """Return the fact in words, and which parts it lacks."""
    lacking = incomplete(draft.fact, draft.type)
    said = f"incomplete: {' and '.join(lacking)} open" if lacking else "complete"
    return f"{called(draft.fact, text)} - {said}"


def types(found: Sequence[FactType], in_hand: int) -> list[Chip]:
    """Return the chips of the fact types, with their keys."""
    return [
        Chip(f"{(type_.key or '').upper()}  {type_.name}".strip(), _type_said(type_), n == in_hand)
        for n, type_ in enumerate(found)
    ]


def slots(draft: Draft, text: str) -> list[Chip]:
    """Return the chips of the roles with their words, then that of the trigger."""
    fact, in_hand = draft.fact, draft.role
    made = [
        _slot(role, fillers_in(fact, role.name), role is in_hand, text) for role in draft.type.roles.values()
    ]
    words = quoted(text, *fact.trigger) if fact.trigger else "none"
    return [*made, Chip(f"trigger: {words}", f"trigger: {words}", in_hand is None)]


def offers(offer: Offer, draft: Draft, sheet: Sheet, text: str) -> list[Chip]:
    """Return a chip for what each digit takes: words and label, ticked if taken already.

    If there are more, the last chip is that of the key for the next ones.
    """
    there = {(filler.start, filler.end) for filler in draft.there}
    made = []
    for n, filler in enumerate(offer.fillers, 1):
        span = sheet.get(filler.span) if filler.span else None
        words = f"{n}  {quoted(text, filler.start, filler.end)}{f' {span.label}' if span else ''}"
        tick = " ✓" if (filler.start, filler.end) in there else ""
        made.append(Chip(words + tick, words + (", taken" if tick else "")))
    if offer.has_more:
        shown = f"{offer.first + 1}-{offer.first + len(offer.fillers)} of {offer.of}"
        made.append(Chip(f"{MORE}  {shown} ›", f"{shown}; {MORE} shows the next"))
    return made


def marked(fact: Fact | None, numbered: Sequence[tuple[int, int]] = ()) -> Shown:
    """Return the marks of the fact in the article."""
    if fact is None:
        return Shown(numbered=numbered)
    trigger = [FactMark(*fact.trigger, fact.type, True)] if fact.trigger else []
    fillers = [
        FactMark(filler.start, filler.end, role.role) for role in fact.roles for filler in role.fillers
    ]
    return Shown([*trigger, *fillers], numbered, fact.status is Status.SUGGESTED)


def _slot(role: RoleType, fillers: Sequence[Filler], in_hand: bool, text: str) -> Chip:
    if not fillers:
        is_open = f"{role.name}, required, open" if role.required else f"{role.name}, open"
        return Chip(f"{role.name} ✱ open" if role.required else role.name, is_open, in_hand)
    words = ", ".join(quoted(text, filler.start, filler.end) + _value(filler) for filler in fillers)
    return Chip(f"{role.name}: {words}", f"{role.name}: {words}", in_hand)


def _value(filler: Filler) -> str:
    return "" if filler.value is None else f" = {kinds.shown(filler.value)}"


def _type_said(type_: FactType) -> str:
    key = f", key {type_.key.upper()}" if type_.key else ""
    return f"{type_.name}{key}\n{type_.guideline}".strip()
