"""The words of the fact builder: its tabs, signs, guidelines, and what it says of a step."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.fact_attributes import ATTRIBUTES
from annotations.fact_draft import Draft, Range
from annotations.fact_signs import SignedWords, refusal, taken
from annotations.fact_verbs import fillers_in
from annotations.facts import Fact
from annotations.schema.kinds import KINDS
from annotations.schema.types import FactType, RoleType
from annotations.text.text import quoted
from annotations.values.kinds import shown as shown_value
from ui.building.role_tabs import Tab
from ui.building.type_chips import TypeChip

NO_TYPES = "The schema has no fact types; Edit, Schema adds some."
NO_TYPE = "The schema has no fact type {name} any more; Edit, Schema can add it."
WHICH = "New fact: which type?"
EMPTY = "A fact needs a trigger or a filler in the text; take one, or press {key:fact_leave}."
TWIN = "There is one already; changing it. {key:fact_second} makes a second."
LEFT = "Left, nothing is changed. {key:undo} brings back what was taken."
NOTHING_UNDONE = "No step was undone; {key:fact_leave} leaves."
NOTHING_TAKEN = "Nothing was taken yet; {key:fact_leave} leaves."
NO_TRIGGER = "No trigger here: {key:fact_trigger} takes the words that state the fact."
NO_TRIGGER_AGAIN = "No trigger: take one, or {key:fact_done} again; the text shows no mark then."
NO_MORE = "There is no sentence {where} this one."
TRIGGER = "trigger: the words that state the fact. Select {which} with {{key:fact_select}}."


def type_chips(types: Sequence[FactType]) -> list[TypeChip]:
    """Return the chips of the types, with their keys."""
    return [TypeChip(type_.name, (type_.key or "").upper(), _type_said(type_)) for type_ in types]


def how_chosen(types: Sequence[FactType]) -> str:
    """Return by which keys one comes to a type of those."""
    if all(type_.key for type_ in types):
        return "press the key of its type"
    letters = "its first letters, then {key:fact_done}"
    return f"its key, or {letters}" if any(type_.key for type_ in types) else letters


def which(types: Sequence[FactType], typed: str, missed: str) -> str:
    """Return the question for the type, with the letters typed so far, those that lead to none, or how one answers."""
    if missed:
        return f"{WHICH} None has “{missed}” in its name."
    how = how_chosen(types)
    return f"{WHICH} “{typed}”" if typed else f"{WHICH} {how[:1].upper()}{how[1:]}."


def tabs(draft: Draft, text: str) -> list[Tab]:
    """Return the tabs of the roles and, as the last, that of the trigger."""
    made = [_tab(role, draft, text) for role in draft.type.roles.values()]
    fact = draft.fact
    words = quoted(text, *fact.trigger) if fact.trigger else "none"
    is_there = fact.trigger is not None
    return [*made, Tab("trigger", int(is_there), not is_there, f"trigger: {words}")]


def lacking(draft: Draft, *, lacks_trigger: bool) -> str:
    """Return the sentence that points out the first needed role that is open, and a trigger that lacks."""
    roles = [list(draft.type.roles)[n] for n in draft.lacking()[:1]]
    if not roles:
        return NO_TRIGGER_AGAIN
    open_ = " and no ".join([*roles, *["trigger"] * lacks_trigger])
    return f"no {open_} yet: fill {'them' if lacks_trigger else 'it'}, or {{key:fact_done}} again"


def guideline(draft: Draft) -> str:
    """Return what the role in hand is for, and what it takes."""
    role = draft.role
    if role is None:
        return TRIGGER.format(which="others" if draft.fact.trigger else "them")
    about = KINDS[role.kind].about if role.kind and role.kind != "other" else ""
    takes = f"{', '.join(role.labels)}, or words without a label" if role.labels else "any words"
    return f"{role.name}: {about}. Takes {takes}." if about else f"{role.name}: {takes}."


def candidate_said(one: SignedWords, draft: Draft, text: str) -> str:
    """Return what a screen reader says of a candidate: sign, words, label, whether it is taken, else why it is not."""
    words = quoted(text, *one.bounds)
    labels = " and ".join(span.label for span in one.spans)
    is_taken = "taken" if one.bounds in taken(draft) else ""
    return ", ".join(filter(None, (one.sign, words, labels, is_taken, refusal(draft, one, text))))


def state_said(draft: Draft, sentence: str, said: str, text: str) -> str:
    """Return the state of the strip for a screen reader: the fact, the role in hand with its words, what was said last."""
    in_hand = tabs(draft, text)[draft.hand].said
    return "; ".join(
        filter(None, (f"{draft.type.name}: {sentence}", f"current role: {in_hand}", said or guideline(draft)))
    )


def first_line(fact: Fact, text: str, *, is_new: bool) -> str:
    """Return the foot's words for the fact that is built."""
    quote = f" {quoted(text, *fact.trigger)}" if fact.trigger else ""
    return f"{'New fact: ' if is_new else 'Changing '}{fact.type}{quote}"


def attributes(fact: Fact) -> str:
    """Return in words what the fact states beside its roles; "" for a plain one."""
    return ", ".join(said for name, value in fact.attributes if (said := ATTRIBUTES[name].words(value)))


def use(text: str, bounds: Range) -> str:
    """Return the word of the button that takes selected words."""
    return f"Use {quoted(text, *bounds)}"


def _tab(role: RoleType, draft: Draft, text: str) -> Tab:
    fillers = fillers_in(draft.fact, role.name)
    if not fillers:
        state = "needed, open" if role.required else "open"
        return Tab(role.name, 0, role.required, f"{role.name}, {state}")
    words = ", ".join(
        quoted(text, f.start, f.end) + ("" if f.value is None else f" = {shown_value(f.value)}")
        for f in fillers
    )
    return Tab(role.name, len(fillers), False, f"{role.name}: {words}")


def _type_said(type_: FactType) -> str:
    key = f", key {type_.key.upper()}" if type_.key else ""
    return f"{type_.name}{key}\n{type_.guideline}".strip()
