"""Who is who at a merge: whose work a package brings under a name, what people have said of that, and what is asked.

See annotations/exchange/who.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field, replace
from itertools import islice

from annotations.errors import UserError
from annotations.exchange import who
from annotations.exchange.package import Manifest
from annotations.exchange.packed_sets import PackedSet
from annotations.exchange.who import Pair, Pairs, Upto
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import Ordered
from annotations.sets import GOLD
from models.queries.people import pointed_out
from models.store.database import Database
from models.store.rows import marks
from models.transfer.packing import state_of

PRESSED = "kind IN ('edit', 'undo', 'redo', 'merged') AND lamport > 0"
LOOKED_AT = 200  # events of a name that are looked up here


@dataclass(frozen=True)
class Answers:
    """The answers to what merges ask: names that are one person, and names that become others here."""

    same: Collection[str] = ()
    renames: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Unsaid:
    """A name whose work was left out until somebody says who that is.

    `here` and `there`: how many sets it has here and in the package.  `called`: the name that the package's work
    has here already, "" where it is not here.
    """

    name: str
    here: int
    there: int
    called: str = ""


def known(database: Database) -> dict[str, dict[str, int]]:
    """Return by name how far its work in each copy is known here."""
    found: dict[str, dict[str, int]] = {}
    rows = database.rows(
        f"SELECT \"by\", coalesce(copy, ''), max(lamport) FROM event WHERE {PRESSED} GROUP BY 1, 2 "
        "UNION ALL SELECT name, copy, upto FROM known"
    )
    for name, copy, upto in rows:
        here = found.setdefault(name, {})
        here[copy] = max(upto, here.get(copy, 0))
    return found


def same_people(database: Database) -> dict[str, set[Pair]]:
    """Return by name the copies in which it is one person, as somebody said."""
    found: dict[str, set[Pair]] = {}
    for name, *pair in database.rows("SELECT name, one, other FROM same_person"):
        found.setdefault(name, set()).add(frozenset(pair))
    return found


def said_of(
    database: Database, names: Collection[str]
) -> tuple[tuple[tuple[str, str, int], ...], tuple[tuple[str, str, str], ...]]:
    """Return what a package says of the names: the fields `known` and `same` of its manifest."""
    upto = (
        (name, copy, number)
        for name, found in sorted(known(database).items())
        for copy, number in sorted(found.items())
        if name in names and copy
    )
    rows = database.rows("SELECT name, one, other FROM same_person ORDER BY name, one, other")
    return tuple(upto), tuple((name, one, other) for name, one, other in rows if name in names)


class Arrival:
    """The sets of a package under the names that they have here; `asked` are the names that were left out.

    `renamed`: names that became others, each with its new one; `notices`: sentences on names that are near others.
    """

    def __init__(
        self,
        database: Database,
        manifest: Manifest,
        sets: list[PackedSet],
        answers: Answers,
        ordered: Ordered,
    ) -> None:
        """Sort the sets.  UserError when an answer is about nobody in the package, or a new name is taken."""
        self._db, self._answers = database, answers
        self._known, self._same = known(database), same_people(database)
        self._theirs: dict[str, Upto] = {
            name: who.joined(manifest.upto(name), who.upto_of(sets, name)) for name in who.people_of(sets)
        }
        self._copies = {name: self._copies_of(sets, name) for name in self._theirs}
        self._check_answers(sets)
        self.renamed = {old: new for old in self._theirs if (new := self._new_name(old)) != old}
        for old, new in self.renamed.items():
            sets = [who.renamed_set(made, old, new, ordered=ordered) for made in sets]
            self._theirs[new] = who.joined(self._theirs.pop(old), self._theirs.get(new, {}))
        self._pairs: dict[str, set[Pair]] = {}  # what is to be remembered
        for name, one, other in manifest.same:
            self._pairs.setdefault(self.renamed.get(name, name), set()).add(frozenset((one, other)))
        found = [
            self._question(name, [made for made in sets if _is_of(made, name)])
            for name in sorted(self._theirs)
        ]
        self.asked = [question for question in found if question]
        out = {question.name for question in self.asked}
        self.sets = [
            replace(made, assigned=tuple(name for name in made.assigned if name not in out))
            for made in sets
            if not any(_is_of(made, name) for name in out)
        ]
        self._taken = self._theirs.keys() - out
        self.notices = [
            said
            for number, name in enumerate(sorted(self._taken))
            for said in pointed_out(database, name, sorted(self._taken)[:number])
        ]

    def remember(self) -> None:
        """Write what was said, and how far the names' work in other copies is known now."""
        for name in self._taken:
            ours = self._known.get(name, {})
            news = ((name, c, n) for c, n in self._theirs[name].items() if c and n > ours.get(c, 0))
            self._db.many("INSERT OR REPLACE INTO known VALUES (?, ?, ?)", news)
            pairs = ((min(pair), max(pair)) for pair in self._pairs.get(name, ()))
            rows = ((name, *pair) for pair in pairs)
            self._db.many("INSERT OR IGNORE INTO same_person VALUES (?, ?, ?)", rows)
        for old, new in self.renamed.items():
            copies = ((old, copy, new) for copy in self._copies[old])
            self._db.many("INSERT OR REPLACE INTO renamed VALUES (?, ?, ?)", copies)

    def _copies_of(self, sets: Iterable[PackedSet], name: str) -> set[str]:
        """Return the copies that the name's work in the package is from, and none of its work here is."""
        events = (event for made in sets if made.annotator == name for event in made.events.values())
        there = {*self._theirs[name], *(event.copy for event in events if not event.lamport)}
        return there - copies_here(self._db, name) - {""}

    def _check_answers(self, sets: Iterable[PackedSet]) -> None:
        renames = self._answers.renames
        for name in (*self._answers.same, *renames):
            if name not in self._theirs:
                raise UserError(f"There is no work of {name} in this package.")
        for old, new in renames.items():
            if new in self._theirs and new not in renames:
                raise UserError(f"{new} has work in the package too; choose another name for {old}.")
            if new != self._called(old, sets) and sets_of(self._db, new):
                raise UserError(f"{new} has work here already; choose another name for {old}.")

    def _new_name(self, name: str) -> str:
        """Return what the name is called here: as is said now, or was said of a copy that it is from."""
        if name in self._answers.renames:
            return self._answers.renames[name]
        for copy in sorted(self._copies[name]):
            if row := self._db.row("SELECT new FROM renamed WHERE old = ? AND copy = ?", (name, copy)):
                return str(row[0])
        return name

    def _question(self, name: str, sets: list[PackedSet]) -> Unsaid | None:
        """Return what is to be asked of the name; None when nothing is, or it was said."""
        there = sum(bool(made.state) for made in sets)
        if called := self._called(name, sets):
            return Unsaid(name, sets_of(self._db, called), there, called)
        ours, theirs = self._known.get(name, {}), self._theirs[name]
        pairs = who.apart(ours, theirs).union(*(self._torn(made) for made in sets if made.annotator == name))
        said = self._same.get(name, set()) | self._pairs.get(name, set())
        pairs = who.unsettled(pairs, ours, theirs, said)
        old = next((old for old, new in self.renamed.items() if new == name), name)
        if pairs and old not in self._answers.same:
            return Unsaid(name, sets_of(self._db, name), there)
        self._pairs.setdefault(name, set()).update(map(frozenset, pairs))
        return None

    def _called(self, name: str, sets: Iterable[PackedSet]) -> str:
        """Return the other name that the same work has here; "" when there is none."""
        events = (
            uuid for made in sets for uuid, event in made.events.items() if event.by == name and event.lamport
        )
        some = list(islice(events, LOOKED_AT))
        sql = f'SELECT "by" FROM event WHERE uuid IN ({marks(len(some))}) AND "by" != ? LIMIT 1'
        row = self._db.row(sql, (*some, name))
        return str(row[0]) if row else ""

    def _torn(self, made: PackedSet) -> Pairs:
        if not who.has_old(made):
            return set()
        sql = "SELECT number FROM article WHERE hash = ? ORDER BY id = ? DESC, number"
        row = self._db.row(sql, (made.hash, made.article))
        return who.torn(*state_of(self._db, row[0], made.annotator), made) if row else set()


def copies_here(database: Database, name: str) -> set[str]:
    """Return the copies that the name's work here is from; "" where they are not known."""
    rows = database.rows(
        "SELECT DISTINCT coalesce(event.copy, '') FROM item JOIN event ON event.number = item.event "
        "WHERE annotator = ? AND (event.kind = 'base' OR lamport = 0)",
        (name,),
    )
    return {*known(database).get(name, {}), *(copy for (copy,) in rows)}


def sets_of(database: Database, name: str) -> int:
    """Count the articles on which the name has work; also those on which it decided, of a reviewer."""
    (count,) = database.row(
        "SELECT count(DISTINCT article) FROM item WHERE annotator = ? OR (annotator = ? AND event IN "
        '(SELECT number FROM event WHERE "by" = ?))',
        (name, GOLD, name),
    ) or (0,)
    return int(count)


def _is_of(made: PackedSet, name: str) -> bool:
    """Return whether the set is the name's, or gold in which it decided."""
    return name in who.people_of([made])
