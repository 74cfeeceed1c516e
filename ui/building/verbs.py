"""The verbs of the fact builder, as the foot shows them, and what the foot says of the fact that is built."""

from __future__ import annotations

from ui.fixed_keys import ARROWS, FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb
from ui.keys_in_force import IN_FORCE


def cap(name: str, place: int | None = None) -> str:
    """Return the key of a fixed key as a cap has it: the shortest, or the one at that place."""
    keys = FIXED[name].keys
    said = spelled(keys if place is None else [keys[place]])
    return " ".join(ARROWS.get(part, part) for part in said.split(" "))


BUILDING = (
    Verb("build_done", "Done", "check", cap("fact_done")),
    Verb("build_next_role", "Next role", "arrow-right", cap("fact_on")),
    Verb("build_select", "Select words", "plus", cap("fact_select", 3)),
    Verb("build_leave", "Leave", "x", cap("fact_leave")),
    Verb("build_empty", "Empty role", "minus", cap("fact_empty", 0)),
    Verb("build_modality", "Modality", "info", cap("fact_modality")),
    Verb("build_negate", "Negated", "equal-not", cap("fact_negated")),
    Verb("build_note", "Note", "pencil", cap("fact_note")),
)
WITHOUT_TRIGGER = (
    BUILDING[0],
    Verb("build_trigger", "Trigger", "diamond", cap("fact_trigger")),
    *BUILDING[1:-1],  # the last row of the strip has the note too
)
CHOOSING = (
    Verb("build_done", "Take this type", "check", cap("fact_done")),
    Verb("build_next_role", "Next type", "arrow-right", cap("fact_on")),
    Verb("build_leave", "Leave", "x", cap("fact_leave")),
)


def choosing(first: str, how: str) -> InFocus:
    """Return what the foot says while the type is to be chosen; `how` one comes to it."""
    return InFocus("builder", first, IN_FORCE.fill(how), "diamond", CHOOSING)


def in_focus(first: str, *, has_trigger: bool = True) -> InFocus:
    """Return what the foot says while a fact is built."""
    if not has_trigger:
        return InFocus("builder", first, "no trigger yet", "diamond", WITHOUT_TRIGGER)
    return InFocus("builder", first, "press a sign to take its words", "diamond", BUILDING)
