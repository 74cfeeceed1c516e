"""The kinds of roles: a closed list by which suggested facts are filled, whatever a role is called.

A role names its kind in `project.yaml`; a name that implies one need not.  `docs/role-kinds.md` holds the
same table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from annotations.processes.quick_dataclass import dataclass

RoleKind = Literal[
    "agent",
    "speaker",
    "participant",
    "party",
    "buyer",
    "seller",
    "patient",
    "target",
    "victim",
    "unit",
    "item",
    "addressee",
    "counted",
    "instrument",
    "topic",
    "action",
    "cause",
    "purpose",
    "injury",
    "post",
    "organisation",
    "count",
    "amount",
    "time",
    "place",
    "source",
    "other",
]


@dataclass(frozen=True)
class Kind:
    """A row of the table: what fills such a role, and the names besides its own that imply the kind."""

    about: str
    names: tuple[str, ...] = ()


KINDS: Mapping[RoleKind, Kind] = {
    "agent": Kind("who does it", ("actor", "attacker", "perpetrator")),
    "speaker": Kind("who says it first-hand; a type with one is a type of speech"),
    "participant": Kind("each side that meets"),
    "party": Kind("each side that agrees; leaders stand for what they lead"),
    "buyer": Kind("who gets something for money, or gives the money"),
    "seller": Kind("who gives something, or gets the money"),
    "patient": Kind("whom or what it is done to", ("object", "person")),
    "target": Kind("whom or what force or damage is done to"),
    "victim": Kind("who is killed, hurt or taken"),
    "unit": Kind("forces, staff or machines that are sent"),
    "item": Kind("what changes hands"),
    "addressee": Kind("who is told"),
    "counted": Kind("what a total counts", ("what",)),
    "instrument": Kind("the means: a weapon, a tool"),
    "topic": Kind("what is spoken of, met on, agreed on"),
    "action": Kind("what is done in answer to something"),
    "cause": Kind("what it comes from, or answers"),
    "purpose": Kind("what it is to achieve", ("mission",)),
    "injury": Kind("what somebody suffers"),
    "post": Kind("the office that somebody gets or leaves"),
    "organisation": Kind("where the office is"),
    "count": Kind("how many"),
    "amount": Kind("for how much"),
    "time": Kind("when"),
    "place": Kind("where", ("location",)),
    "source": Kind("according to whom, innermost first"),
    "other": Kind("nothing that is proposed"),
}
IMPLIED: Mapping[str, RoleKind] = {name: kind for kind, row in KINDS.items() for name in (kind, *row.names)}
BY_VALUE: Mapping[str | None, RoleKind] = {"number": "count", "date": "time"}
AGENTS: frozenset[RoleKind | None] = frozenset(
    {"agent", "speaker", "participant", "party", "buyer"}
)  # who acts


def implied(name: str, value: str | None, *, ordered: bool) -> RoleKind | None:
    """Return the kind of a role that names none; None when nothing tells it.

    It is told by the name in any case, else a number is a count, a date a time, and fillers in order are
    sources.
    """
    if known := IMPLIED.get(name.lower()):
        return known
    if ordered:
        return "source"
    return BY_VALUE.get(value)
