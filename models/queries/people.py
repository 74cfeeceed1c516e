"""The people of a project: their names, those so near that they may be one person's by a slip, and where they worked."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.plain_names import same_but_for_looks
from annotations.sets import GOLD
from models.store.database import Database, HasDatabase


def people(database: Database) -> list[str]:
    """Return everybody who has work or articles in the project, in alphabetical order."""
    sql = (
        "SELECT annotator FROM item WHERE kind = 'progress' UNION SELECT annotator FROM assignment ORDER BY 1"
    )
    return [name for (name,) in database.rows(sql) if name != GOLD]


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
    """The copies of the project in which events were pressed, each looked up once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[int, tuple[str, str, int]] = {}  # copy, by whom, number or 0 of what was imported

    def of(self, annotator: str, events: set[int]) -> tuple[str, ...]:
        """Return where the annotator worked, going by the events of a set; of gold, where anybody did."""
        sql = "SELECT coalesce(copy, ''), \"by\", CASE kind WHEN 'base' THEN 0 ELSE lamport END FROM event WHERE number = ?"
        for number in events - self._known.keys():
            self._known[number] = self._database.row(sql, (number,)) or ("", "", 0)
        said = (self._known[number] for number in events)
        return tuple(
            sorted({copy for copy, by, number in said if copy and (not number or annotator in (by, GOLD))})
        )
