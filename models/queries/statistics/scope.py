"""Whose work is counted, and from which days: names and instants as the database has them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from annotations.errors import UserError
from annotations.schema.types import Schema
from annotations.statistics.shapes import EVERYONE, Scope
from models.queries.people import machines_in, people
from models.store.database import HasRows

NO_DAY = "{} is no day: write it like 2024-01-23."
BACKWARDS = "{} is after {}: name the earlier day first."
MACHINE = "{} is a machine here ({}): what it annotated is no decision to be counted."


class HasWork(Protocol):
    """An open project, or its file as it is read beside it, as far as statistics know it."""

    @property
    def db(self) -> HasRows: ...

    @property
    def schema(self) -> Schema: ...


def names_of(rows: HasRows, annotator: str) -> list[str]:
    """Return whose work is meant: of EVERYONE all people, neither gold nor machines.  UserError of a machine."""
    machines = machines_in(rows)
    if annotator in machines:
        raise UserError(MACHINE.format(annotator, machines[annotator]))
    return [name for name in people(rows) if name not in machines] if annotator == EVERYONE else [annotator]


def instants(scope: Scope) -> tuple[str, str]:
    """Return from when and before when work counts, as the log writes it; "" of an open end.

    UserError when one of the scope's days is none, or the last lies before the first.
    """
    ends = _begin(scope.since, 0), _begin(scope.until, 1)
    if scope.since and scope.until and scope.since > scope.until:
        raise UserError(BACKWARDS.format(scope.since, scope.until))
    return ends


def _begin(day: str, later: int) -> str:
    """Return when that day of this computer's time zone begins, or one `later`."""
    if not day:
        return ""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        raise UserError(NO_DAY.format(day))
    try:
        said = date.fromisoformat(day)
    except ValueError as error:
        raise UserError(NO_DAY.format(day)) from error
    try:
        local = datetime.combine(said + timedelta(days=later), time()).astimezone()
        return local.astimezone(UTC).isoformat(timespec="milliseconds")
    except (ValueError, OverflowError, OSError):
        return day  # the first and last days of the calendar, which no instant of a log lies on
