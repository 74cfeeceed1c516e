"""Types of groups as files tell them: a group is of one type, and what goes against that is taken otherwise, and said."""

from __future__ import annotations

from pathlib import Path

from annotations.json_fields import Json, listed, text
from annotations.problems import Notice, Problem, Worded, worded

LEFT_OUT = (
    "The {type} fact {fact} of {id} was left out of the group {group}, which is of {other} facts: "
    "a group has one type."
)
TAKEN_AS = "The group {group} is taken as one of {type} facts, as its first fact is, and not of {told}."


def left_out(type_: str, fact: str, id_: str, group: str, other: str) -> Worded:
    """Return the sentence on a fact of an article that is of another type than its group."""
    return worded(LEFT_OUT, type=type_, fact=fact, id=id_, group=group, other=other)


def of_first_fact(value: Json, group: str) -> tuple[Json, list[Worded]]:
    """Return the line of a group with the type of its first fact, and a sentence where it told another."""
    facts = [one for one in listed(value, "facts") if isinstance(one, dict)]
    types = [type_ for one in facts if isinstance(type_ := one.get("type"), str) and type_.strip()]
    told = text(value, "type")
    type_ = types[0] if types else told
    said = [worded(TAKEN_AS, group=group, type=type_, told=told)] if told not in ("", type_) else []
    return {**value, "type": type_}, said


def problem(path: Path, line: int, said: Worded) -> Problem:
    """Return the sentence with its place: a notice where all was taken, though otherwise than it stands there."""
    return (Notice if said.kind in (LEFT_OUT, TAKEN_AS) else Problem)(path, line, said)
