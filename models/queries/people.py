"""The people of a project: their names, those so near that they may be one person's by a slip, and where they worked."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.plain_names import same_but_for_looks
from annotations.sets import GOLD
from models.store.database import Database, HasDatabase, HasRows

KEPT = 10_000  # events
MACHINE = "kind = 'progress' AND instr(body, '\"machine\":') > 0"  # as the index item_machine has it


def people(database: HasRows) -> list[str]:
    """Return everybody who has work or articles in the project, in alphabetical order."""
    sql = (
        "SELECT annotator FROM item WHERE kind = 'progress' UNION SELECT annotator FROM assignment ORDER BY 1"
    )
    return [name for (name,) in database.rows(sql) if name != GOLD]


def machines(project: HasDatabase) -> dict[str, str]:
    """Return the annotators that are machines, each with the pipeline of one of its sets."""
    return machines_in(project.db)


def machines_in(database: HasRows) -> dict[str, str]:
    """Return the annotators that are machines, each with the pipeline of one of its sets."""
    sql = f"SELECT DISTINCT annotator FROM item INDEXED BY item_machine WHERE {MACHINE}"
    one = f"SELECT json_extract(body, '$.machine') FROM item INDEXED BY item_machine WHERE {MACHINE} AND annotator = ? LIMIT 1"
    return {name: str(database.rows(one, (name,))[0][0]) for (name,) in sorted(database.rows(sql))}


def works_by_hand(database: Database, name: str) -> bool:
    """Return whether somebody of that name has a part in the project that is no machine's."""
    asked = (
        f"item WHERE annotator = ? AND kind = 'progress' AND NOT ({MACHINE})",
        "project_item WHERE annotator = ?",
        "assignment WHERE annotator = ?",
        'event WHERE "by" = ?',
    )
    return any(database.row(f"SELECT 1 FROM {where} LIMIT 1", (name,)) for where in asked)


def pointed_out(database: Database, name: str, beside: Iterable[str] = ()) -> list[str]:
    """Return a sentence for each name, here or `beside` it, that a new one only looks unlike.

    One that is here itself is not new.
    """
    if database.row("SELECT 1 FROM item WHERE annotator = ? AND kind = 'progress' LIMIT 1", (name,)):
        return []
    there = [*people(database), *beside, GOLD]
    return [
        f"{name} is a new name beside {other}: the two differ in capitals, blanks or the form of letters only, "
        "so look whether they are one person."
        for other in dict.fromkeys([] if name in there else there)
        if same_but_for_looks(name, other)
    ]


def looking_like(project: HasDatabase, name: str) -> list[str]:
    """Return a sentence for each other name here that a name which was just given only looks unlike."""
    there = [*people(project.db), GOLD]
    return [
        f"{name} and {other} differ in capitals, blanks or the form of letters only."
        for other in there
        if same_but_for_looks(name, other)
    ]


def near(project: HasDatabase, name: str, beside: Iterable[str] = ()) -> list[str]:
    """Return the same of an open project."""
    return pointed_out(project.db, name, beside)


class WorkedIn:
    """The copies of the project in which events were pressed; the last ones that were looked up are kept."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[int, tuple[str, str, int]] = {}  # copy, by whom, number or 0 of what was imported

    def of(self, annotator: str, events: set[int]) -> tuple[str, ...]:
        """Return where the annotator worked, going by the events of a set; of gold, where anybody did."""
        sql = "SELECT coalesce(copy, ''), \"by\", CASE kind WHEN 'base' THEN 0 ELSE lamport END FROM event WHERE number = ?"
        if len(self._known) > KEPT:  # each set that was imported has an event of its own
            self._known.clear()
        for number in events - self._known.keys():
            self._known[number] = self._database.row(sql, (number,)) or ("", "", 0)
        said = (self._known[number] for number in events)
        return tuple(
            sorted({copy for copy, by, number in said if copy and (not number or annotator in (by, GOLD))})
        )
