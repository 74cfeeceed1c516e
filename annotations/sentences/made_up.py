"""A made-up fact of a type, to show how facts of it are told: its roles are filled by their own names."""

from __future__ import annotations

from annotations.facts import Fact, Filler, Role
from annotations.schema.kinds import RoleKind
from annotations.schema.types import FactType, RoleType

COUNTED: tuple[RoleKind, ...] = (
    "counted",
    "victim",
    "target",
    "unit",
    "patient",
    "item",
)  # what a count is of
APART = " .\n\n"  # between words, so that none comes with others into the sentence


def made_up(type_: FactType, *, least: bool = False) -> tuple[Fact, str]:
    """Return a fact of the type and the text that it stands in.

    The type's first trigger states it, and every role is filled once, or (`least`) those that are required: hunter by
    `[hunter]`.

    >>> made_up(FactType("CATCH", triggers=("catch",), roles={"hunter": RoleType("hunter")}))[1]
    'catch .\\n\\n[hunter]'
    """
    trigger = type_.triggers[0] if type_.triggers else ""
    text, filled = trigger, {}
    after_count = False
    for role in _in_text([role for role in type_.roles.values() if role.required or not least]):
        words = f"[{role.name}]"
        text += (" " if after_count else APART) if text else ""
        filled[role.name] = Role(role.name, (Filler(len(text), len(text) + len(words)),))
        text, after_count = text + words, role.kind == "count"
    roles = tuple(filled[name] for name in type_.roles if name in filled)
    return Fact("made-up", type_.name, (0, len(trigger)) if trigger else None, roles), text


def _in_text(roles: list[RoleType]) -> list[RoleType]:
    """Return the roles as the text has them: a count directly before what it counts, or else last."""
    counts = [role for role in roles if role.kind == "count"]
    others = [role for role in roles if role.kind != "count"]
    of = next((role for kind in COUNTED for role in others if role.kind == kind), None)
    at = others.index(of) if of else len(others)
    return [*others[:at], *counts[:1], *others[at:], *counts[1:]]
