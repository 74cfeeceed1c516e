"""A fact being built: its type, its trigger, the fillers role by role, and the way back.

Each step gives the next draft, which knows the one before; nothing is written until somebody is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from annotations.fact_attributes import AttributeValue
from annotations.fact_verbs import emptied, filled, fillers_in
from annotations.facts import Fact, Filler, Value
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import FactType, RoleType
from annotations.spans import Span, new_id
from annotations.text.sentences import sentences
from annotations.text.tokens import tokens
from annotations.text.word_forms import Form, index
from annotations.values.kinds import VALUE_KINDS, Reference

Range = tuple[int, int]
AROUND = 4_000  # code points on each side in which sentences are looked for
LONGEST = 3  # words of a trigger


@dataclass(frozen=True)
class Draft:
    """A fact as far as it is built, with the draft before it.

    `hand` is the place in hand: the type's roles in their order, and behind them the trigger.
    """

    fact: Fact
    type: FactType
    hand: int = 0
    before: Draft | None = None

    @property
    def role(self) -> RoleType | None:
        """Return the role in hand; None when the trigger is in hand."""
        roles = list(self.type.roles.values())
        return roles[self.hand] if self.hand < len(roles) else None

    @property
    def there(self) -> tuple[Filler, ...]:
        """Return the fillers of the role in hand; a trigger as a bare range."""
        if role := self.role:
            return fillers_in(self.fact, role.name)
        return (Filler(*self.fact.trigger),) if self.fact.trigger else ()

    def lacking(self) -> list[int]:
        """Return the places of the required roles without a filler."""
        roles = enumerate(self.type.roles.values())
        return [n for n, role in roles if role.required and not fillers_in(self.fact, role.name)]


@dataclass(frozen=True)
class Nearby:
    """The material for a fact: the text, the sentences round a place in it, and the spans in them."""

    text: str
    sentences: Sequence[Range]
    spans: Sequence[Span]
    published: date | None = None
    language: str = "en"

    def sentence(self, at: Range) -> Range:
        """Return the sentence that the range begins in; the range itself when there is none."""
        return next((s for s in self.sentences if s[0] <= at[0] < s[1]), at)


def sentences_near(text: str, at: Range) -> list[Range]:
    """Return the sentences round the range, in text order.

    Far ones are left out, and the outermost may be cut short.
    """
    low = max(0, at[0] - AROUND)
    return [(start + low, end + low) for start, end in sentences(text[low : at[1] + AROUND])]


def sentence_beside(text: str, bounds: Range, step: int) -> Range:
    """Return the sentence after (1) or before (-1) that one; that one itself at an end of the text."""
    start, end = bounds
    if step > 0:
        found = ((max(s, end), e) for s, e in sentences_near(text, (end, end)) if e > end)
    else:
        found = ((s, min(e, start)) for s, e in reversed(sentences_near(text, (start, start))) if s < start)
    return next(found, bounds)


# --- how it begins


def begun(type_: FactType, trigger: Range | None, *, by: str) -> Draft:
    """Return the draft of a new fact by that annotator, its first role in hand."""
    return Draft(Fact(new_id(), type_.name, trigger, origin=by), type_)


def resumed(fact: Fact, type_: FactType, role: str | None = None) -> Draft:
    """Return a draft that changes the fact; in hand is that role, else its first open required one, else the first."""
    draft = Draft(fact, type_)
    names = list(type_.roles)
    return replace(draft, hand=names.index(role) if role in names else next(iter(draft.lacking()), 0))


def the_same(facts: Iterable[Fact], draft: Draft) -> Fact | None:
    """Return the fact that has the draft's trigger and type already, if one has."""
    fact = draft.fact
    alike = (one for one in facts if one.type == fact.type and one.trigger == fact.trigger)
    return next(alike, None) if fact.trigger else None


def trigger_of(type_: FactType, nearby: Nearby, at: Range) -> Range | None:
    """Return the trigger word at the place, else the first of its sentence that no span covers, if any."""
    found = triggers(type_, nearby.text, nearby.sentence(at))
    here = (word for word in found if word[0] <= at[0] < word[1])
    free = (word for word in found if not any(s.start < word[1] and s.end > word[0] for s in nearby.spans))
    return next(here, None) or next(free, None)


def types_at(types: Iterable[FactType], nearby: Nearby, at: Range) -> list[FactType]:
    """Return the types, those first whose trigger word is at the place; else in their order."""

    def is_elsewhere(type_: FactType) -> bool:
        found = triggers(type_, nearby.text, nearby.sentence(at))
        return not any(start <= at[0] < end for start, end in found)

    return sorted(types, key=is_elsewhere)


def triggers(type_: FactType, text: str, bounds: Range) -> list[Range]:
    """Return the ranges of the type's triggers in the sentence, in any form; of two at a place the longer."""
    known, words = index(type_.triggers), tokens(text, *bounds)
    found: list[Range] = []
    for n in range(len(words)):
        if (not found or words[n][0] >= found[-1][1]) and (end := _longest(known, text, words[n:])):
            found.append((words[n][0], end))
    return found


def _longest(known: Mapping[str, list[Form]], text: str, words: Sequence[Range]) -> int:
    """Return the end of the longest known form that begins with the first word; 0 when there is none."""
    for count in range(min(LONGEST, len(words)), 0, -1):
        said = " ".join(text[start:end] for start, end in words[:count])
        if said.lower() in known:
            return words[count - 1][1]
    return 0


# --- the steps


def take(draft: Draft, filler: Filler, nearby: Nearby) -> Draft:
    """Return the draft with the filler in the role in hand, or without it if it was there.

    A number or date gets its value at once.  Where the role can have one filler, the next open one is in hand
    then.
    """
    role, fact = draft.role, draft.fact
    bounds = filler.start, filler.end
    if role is None:
        made = _next(draft, replace(fact, trigger=None if fact.trigger == bounds else bounds))
        return replace(made, hand=_next_open(made)) if made.fact.trigger else made
    if any((old.start, old.end) == bounds for old in draft.there):
        return _next(draft, emptied(fact, role.name, filler))
    made = _next(draft, filled(fact, role, replace(filler, value=value_of(role, nearby, bounds))))
    return replace(made, hand=_next_open(made)) if role.most == 1 else made


def without(draft: Draft) -> Draft:
    """Return the draft with nothing in the role in hand."""
    if not draft.there:
        return draft
    if draft.role is None:
        return _next(draft, replace(draft.fact, trigger=None))
    return _next(draft, emptied(draft.fact, draft.role.name))


def saying(draft: Draft, **said: AttributeValue) -> Draft:
    """Return the draft with these values of the fact's attributes."""
    fact = draft.fact.stating(**said)
    return draft if fact == draft.fact else _next(draft, fact)


def beside(draft: Draft, step: int) -> Draft:
    """Return the draft with the next role (1) or the one before (-1) in hand, round the end, never the trigger."""
    count = len(draft.type.roles)
    if not count:
        return draft
    if draft.hand >= count:
        return in_hand(draft, 0 if step > 0 else count - 1)
    return in_hand(draft, (draft.hand + step) % count)


def in_hand(draft: Draft, place: int) -> Draft:
    """Return the draft with that role in hand, or the trigger behind the last."""
    return draft if place == draft.hand else replace(draft, hand=place)


def value_of(role: RoleType, nearby: Nearby, bounds: Range) -> Value | None:
    """Return the value that the words state, None when they state none or the role takes none."""
    if role.value is None:
        return None
    ahead = nearby.text[max(0, bounds[0] - 20) : bounds[0]].split()
    at = Reference(nearby.published, ahead[-1] if ahead else "", language=nearby.language)
    return VALUE_KINDS[role.value].found(nearby.text[slice(*bounds)], at)


def undecided_in(fact: Fact, spans: Iterable[Span]) -> list[Span]:
    """Return the spans that fill the fact, out of these undecided ones."""
    ids = fact.span_ids()
    return [span for span in spans if span.id in ids]


def _next(draft: Draft, fact: Fact) -> Draft:
    return replace(draft, fact=fact, before=draft)


def _next_open(draft: Draft) -> int:
    """Return the place of the next role without a filler, else the one in hand."""
    roles = list(draft.type.roles)
    onward = [*range(draft.hand + 1, len(roles)), *range(draft.hand)]
    return next((n for n in onward if not fillers_in(draft.fact, roles[n])), draft.hand)
