"""A fact being built: its type, its trigger, the fillers role by role, and the way back.

Each step gives the next draft, which knows the one before; nothing is written until somebody is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from annotations.fact_verbs import candidates, emptied, filled, filler_of, fillers_in
from annotations.facts import Fact, Filler, Value
from annotations.schema.types import FactType, RoleType
from annotations.spans import Span, new_id
from annotations.text.sentences import sentences
from annotations.text.tokens import tokens
from annotations.text.word_forms import Form, index
from annotations.values.kinds import VALUE_KINDS, Reference

Range = tuple[int, int]
AROUND = 4_000  # code points on each side in which sentences are looked for
OFFERED = 9  # as many as there are digits
LONGEST = 3  # words of a trigger


@dataclass(frozen=True)
class Draft:
    """A fact as far as it is built, with the draft before it.

    `hand` is the slot in hand: 0 the trigger, then the type's roles in their order.  `near`: the range that
    the candidates are near to.  `more`: the next filler is added to those there and replaces none.
    """

    fact: Fact
    type: FactType
    near: Range
    hand: int = 0
    more: bool = False
    before: Draft | None = None

    @property
    def role(self) -> RoleType | None:
        """Return the role in hand; None when the trigger is in hand."""
        return list(self.type.roles.values())[self.hand - 1] if self.hand else None

    @property
    def there(self) -> tuple[Filler, ...]:
        """Return the fillers in the slot in hand; a trigger as a bare range."""
        if role := self.role:
            return fillers_in(self.fact, role.name)
        return (Filler(*self.fact.trigger),) if self.fact.trigger else ()


@dataclass(frozen=True)
class Nearby:
    """The material for a fact: the text, the sentences round a place in it, and the spans in them."""

    text: str
    sentences: Sequence[Range]
    spans: Sequence[Span]
    published: date | None = None

    def sentence(self, at: Range) -> Range:
        """Return the sentence that the range begins in; the range itself when there is none."""
        return next((s for s in self.sentences if s[0] <= at[0] < s[1]), at)


def sentences_near(text: str, at: Range) -> list[Range]:
    """Return the sentences round the range, in text order.

    Far ones are left out, and the outermost may be cut short.
    """
    low = max(0, at[0] - AROUND)
    return [(start + low, end + low) for start, end in sentences(text[low : at[1] + AROUND])]


# --- how it begins


def begun(type_: FactType, near: Range, trigger: Range | None, *, by: str) -> Draft:
    """Return the draft of a new fact by that annotator, its first role in hand."""
    fact = Fact(new_id(), type_.name, trigger, origin=by)
    return Draft(fact, type_, near, hand=min(1, len(type_.roles)))


def resumed(fact: Fact, type_: FactType, role: str = "") -> Draft:
    """Return a draft that changes the fact; in hand is that role, else its first open required one, else its first."""
    names = list(type_.roles)
    if role in names:
        return Draft(fact, type_, fact.trigger or fact.ranges()[0], hand=names.index(role) + 1)
    still_open = (
        n for n, name in enumerate(names) if type_.roles[name].required and not fillers_in(fact, name)
    )
    return Draft(fact, type_, fact.trigger or fact.ranges()[0], hand=min(next(still_open, 0) + 1, len(names)))


def trigger_of(type_: FactType, nearby: Nearby, at: Range) -> Range | None:
    """Return the trigger word at the place, else the first of its sentence that no span covers, if any."""
    found = triggers(type_, nearby.text, nearby.sentence(at))
    here = (word for word in found if word[0] <= at[0] < word[1])
    free = (word for word in found if not any(s.start < word[1] and s.end > word[0] for s in nearby.spans))
    return next(here, None) or next(free, None)


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


# --- what can be taken


@dataclass(frozen=True)
class Offer:
    """A page of candidates for the slot in hand, for the digit keys.

    `fillers` are those from place `first` on, of `of` in all.
    """

    fillers: Sequence[Filler] = ()
    first: int = 0
    of: int = 0

    @property
    def has_more(self) -> bool:
        """Return whether there are more candidates than these."""
        return self.of > len(self.fillers)


def offered(draft: Draft, nearby: Nearby, page: int = 0) -> Offer:
    """Return a page of candidates, one a digit key, nearest first; after the last page comes the first."""
    found = _takeable(draft, nearby)
    first = page * OFFERED % max(OFFERED, -(-len(found) // OFFERED) * OFFERED)
    return Offer(found[first : first + OFFERED], first, len(found))


def _takeable(draft: Draft, nearby: Nearby) -> list[Filler]:
    """Return the spans that the role in hand allows, or words for a trigger, nearest first."""
    if draft.role is None:
        words = (word for bounds in nearby.sentences for word in triggers(draft.type, nearby.text, bounds))
        return [Filler(*word) for word in sorted(words, key=lambda w: _away(w, draft.near))]
    return list(map(filler_of, candidates(draft.role, nearby.spans, nearby.sentences, draft.near)))


def as_filler(draft: Draft, nearby: Nearby, bounds: Range) -> Filler:
    """Return the span with those bounds that the role in hand allows as a filler, else the bare range."""
    role = draft.role
    fitting = (s for s in nearby.spans if role and (not role.labels or s.label in role.labels))
    span = next((s for s in fitting if (s.start, s.end) == bounds), None)
    return filler_of(span) if span else Filler(*bounds)


def _away(word: Range, at: Range) -> tuple[int, int]:
    return max(word[0] - at[1], at[0] - word[1], 0), word[0]


# --- the steps


def take(draft: Draft, filler: Filler, nearby: Nearby) -> Draft:
    """Return the draft with the filler in the slot in hand; it replaces the last one unless `more` is set.

    A filler that is there already is taken out.  A number or date gets its value at once.
    """
    role, fact = draft.role, draft.fact
    bounds = filler.start, filler.end
    if role is None:
        return _next(draft, replace(fact, trigger=None if fact.trigger == bounds else bounds))
    if any((old.start, old.end) == bounds for old in draft.there):
        return _next(draft, emptied(fact, role.name, filler))
    if draft.there and not draft.more:
        fact = emptied(fact, role.name, draft.there[-1])
    return _next(draft, filled(fact, role, replace(filler, value=value_of(role, nearby, bounds))))


def dropped(draft: Draft) -> Draft:
    """Return the draft without the last filler of the slot in hand."""
    if not draft.there:
        return draft
    if draft.role is None:
        return _next(draft, replace(draft.fact, trigger=None))
    return _next(draft, emptied(draft.fact, draft.role.name, draft.there[-1]))


def one_more(draft: Draft) -> Draft:
    """Return the draft that adds the next filler to those in the slot and replaces none."""
    return replace(draft, more=True, before=draft) if draft.there and not draft.more else draft


def beside(draft: Draft, step: int) -> Draft:
    """Return the draft with the next slot (1) or the one before (-1) in hand, round the end."""
    return in_hand(draft, (draft.hand + step) % (len(draft.type.roles) + 1))


def in_hand(draft: Draft, slot: int) -> Draft:
    return draft if slot == draft.hand else replace(draft, hand=slot, more=False, before=draft)


def value_of(role: RoleType, nearby: Nearby, bounds: Range) -> Value | None:
    """Return the value that the words state, None when they state none or the role takes none."""
    if role.value is None:
        return None
    ahead = nearby.text[max(0, bounds[0] - 20) : bounds[0]].split()
    at = Reference(nearby.published, ahead[-1] if ahead else "")
    return VALUE_KINDS[role.value].found(nearby.text[slice(*bounds)], at)


def undecided_in(fact: Fact, spans: Iterable[Span]) -> list[Span]:
    """Return the spans that fill the fact, out of these undecided ones."""
    ids = fact.span_ids()
    return [span for span in spans if span.id in ids]


def _next(draft: Draft, fact: Fact) -> Draft:
    return replace(draft, fact=fact, more=False, before=draft)
