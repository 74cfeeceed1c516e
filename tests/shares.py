"""A kind of value that the program does not know, as a row of the table: a share in per cent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotations.errors import UserError
from annotations.json_fields import BadItem, Json
from annotations.values.kinds import Reference, ValueKind


@dataclass(frozen=True)
class Share:
    """So many per cent."""

    of_hundred: int


def _found(wording: str, at: Reference) -> Share | None:
    match = re.search(r"(\d+) ?(?:%|percent)", wording)
    return Share(int(match[1])) if match else None


def _typed(typed: str, at: Reference) -> Share:
    if found := _found(typed, at):
        return found
    raise UserError(f"“{typed}” is no share; type one like 60 %.")


def _read(fields: Json) -> Share:
    if type(fields["share"]) is not int:
        raise BadItem("the share of a value is no whole number")
    return Share(fields["share"])


SHARE = ValueKind(
    "share",
    Share,
    found=_found,
    typed=_typed,
    shown=lambda value: f"{value.of_hundred} %",
    told=lambda value: f"{value.of_hundred} % of all",
    retyped=lambda value: f"{value.of_hundred} %",
    meaning=lambda value: value,
    field="share",
    written=lambda value: {"share": value.of_hundred},
    read=_read,
)
