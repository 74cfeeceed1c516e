"""Gold beside what follows today: what is wrong with the stored sets of an article, and the sets as they should be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from annotations.exchange import merge
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions
from annotations.review.cases import Ordered, ordered_roles
from annotations.review.provenance import by_decisions, provenance
from annotations.review.standing import Standing
from annotations.sets import FINISHED, GOLD, AnnotationSet, State
from annotations.text.counts import counted
from models.queries import golds
from models.queries.people import machines_in
from models.store.articles import named, shown
from models.store.database import HasDatabase, HasRows, stored_set

if TYPE_CHECKING:
    from annotations.formats.base import Record
    from models.project import Project

BACK = "an annotator has the article back"
UNAPPROVED = "it is not approved, and an annotator's work is marked as reviewed"
UNMARKED = "it is approved, and not all work on it is marked as reviewed"
DIFFER = "reviewers differ on what is in it"
MADE_SO = "it was made so before it was packed"
AS_IT_IS = "it is packed as it is, since this project is only read, and put right where it is merged"
WITH_GOLD = (
    "SELECT article.id, title FROM article WHERE EXISTS (SELECT 1 FROM item WHERE item.article = number "
    f"AND annotator = '{GOLD}' AND kind = 'progress') ORDER BY number"
)


APPROVED = (
    "SELECT progress.label, event.kind, "
    "event.number = (SELECT max(event) FROM touched WHERE touched.article = article.number) FROM article "
    f"JOIN item AS progress ON progress.article = article.number AND progress.annotator = '{GOLD}' "
    f"AND progress.kind = 'progress' LEFT JOIN item ON item.article = article.number AND item.annotator = '{GOLD}' "
    "AND item.kind = 'decision' AND item.id = ? LEFT JOIN event ON event.number = item.event WHERE article.id = ?"
)
WORK = (  # whether all of the annotators' work was there before gold's first decision
    "SELECT (SELECT coalesce(max(event), 0) FROM (SELECT event FROM item WHERE item.article = number AND "
    f"annotator != '{GOLD}' AND kind != 'progress' UNION ALL SELECT event FROM tombstone "
    f"WHERE tombstone.article = number AND annotator != '{GOLD}')) < (SELECT min(event) FROM item WHERE "
    f"item.article = number AND annotator = '{GOLD}' AND kind = 'decision') FROM article WHERE article.id = ?"
)


class Approval(Enum):
    """The approval of an article: nobody's, one since which nothing was written there, or one to be looked at."""

    NONE = 0
    HOLDS = 1
    UNSURE = 2


@dataclass(frozen=True)
class TrueGold:
    """The gold of an article as it is stored, and `after`, the sets that should be others.

    `standing` is None where the work that it is of is not here.  `wrong`: why it should be another, a clause
    each.  `open` counts cases, `differing` those among them on which the reviewers `who` differ.
    """

    gold: AnnotationSet
    standing: Standing | None
    after: Mapping[str, AnnotationSet]
    wrong: tuple[str, ...] = ()
    open: int = 0
    differing: int = 0
    who: tuple[str, ...] = ()

    @property
    def now(self) -> AnnotationSet:
        """Return the gold that follows today."""
        return self.after.get(GOLD, self.gold)

    def head(self, name: str) -> str:
        """Return what is wrong as the beginning of a sentence; "" where nothing is."""
        if not self.wrong:
            return ""
        is_closed = self.gold.state is State.REVIEWED and self.now.state is not State.REVIEWED
        than = "was approved" if is_closed else "follows from the annotators' work"
        return f"Gold of {name} is not what {than}: {', and '.join(self.wrong)}"


def with_gold(database: HasRows) -> dict[str, str]:
    """Return the articles that have a gold set in import order, by id, as a sentence names them."""
    return {id_: named(id_, title) for id_, title in database.rows(WITH_GOLD)}


def true_gold(database: HasRows, article: str, ordered: Ordered) -> TrueGold:
    """Return the gold of the article beside what follows; nothing is changed."""
    said = golds.standing(database, article, ordered)
    gold = said.gold if said else stored_set(database, article, GOLD)
    back = golds.is_taken_back(database, gold)
    if said:
        edit = golds.following(said, is_taken_back=back)
    else:
        edit = golds.apart(gold, is_parted_here=False, is_taken_back=back)
    sets = {made.annotator: made for made in (gold, *(said.sets if said else ()))}
    after = {change.annotator: change.applied(sets[change.annotator]) for change in edit.changes}
    conflicts = said.conflicts if said else decisions.differing(gold)
    who = sorted({one.by for group in conflicts.values() for one in group})
    found = TrueGold(
        gold, said, after, (), len(said.open) if said else len(conflicts), len(conflicts), tuple(who)
    )
    return replace(found, wrong=_wrong(found)) if edit else found


def _wrong(found: TrueGold) -> tuple[str, ...]:
    if found.standing is None:
        return (DIFFER,)
    is_other = found.now.state is not found.gold.state
    if is_other and any(made.state not in FINISHED for made in found.standing.sets):
        return (BACK,)
    said = tuple(found.standing.wrong())
    if said or not (is_other or found.after.keys() - {GOLD}):
        return said
    return (UNMARKED if found.now.state is State.REVIEWED else UNAPPROVED,)


class GoldsLeaving:
    """The check of gold on its way out: the sets that follow today leave, and `as_json` says what was not so.

    `states` are those in which sets leave.
    """

    def __init__(self, project: HasDatabase, ordered: Ordered, states: Collection[State]) -> None:
        self._db, self._ordered, self._states = project.db, ordered, states
        self._told: dict[str, dict[str, Any]] = {}
        self._machines = frozenset(machines_in(project.db))

    def as_json(self) -> dict[str, Any]:
        """Return what is to be said of gold, an article each, under "gold"; {} where all is as it should be."""
        return {"gold": list(self._told.values())} if self._told else {}

    def checked(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the records, those of articles with gold as they follow today; gold with its provenance."""
        names = with_gold(self._db)
        if not names:
            yield from records
            return
        for article, group in groupby(records, key=lambda entry: entry.article.id):
            if article not in names:
                yield from group
                continue
            entries = list(group)
            approval = self._approval(article)
            if approval is Approval.HOLDS:
                yield from map(self._held, entries)
            elif approval is Approval.NONE and all(map(self._stays, entries)):
                yield from entries
            else:
                found = true_gold(self._db, article, self._ordered)
                yield from (self._followed(entry, found, names[article]) for entry in entries)

    def _approval(self, article: str) -> Approval:
        """Return what is known of the article's approval before its sets are compared."""
        row = self._db.row(APPROVED, (decisions.approval_id(article), article))
        state, kind, is_last = row or (State.NEW, None, False)
        if kind is None and state != State.REVIEWED:
            return Approval.NONE
        return Approval.HOLDS if kind == "edit" and is_last and state == State.REVIEWED else Approval.UNSURE

    def _stays(self, entry: Record) -> bool:
        """Return whether a record of an article that nobody has approved leaves, or stays, as it is."""
        made = entry.set
        if made is None or made.annotator != GOLD:
            return made is None or made.state is not State.REVIEWED
        return made.state not in self._states and not decisions.differing(made)

    def _held(self, entry: Record) -> Record:
        """Return the record of an article on which nothing was written since it was approved."""
        made = entry.set
        if made is None or made.annotator != GOLD:
            return entry
        row = self._db.row(WORK, (entry.article.id,))
        with_machine = not self._machines.isdisjoint(
            decisions.sides_of(made)[0]
        )  # of what kind, its work tells
        told = by_decisions(made) if row and row[0] and not with_machine else None
        if told is None:
            told = provenance(made, golds.standing(self._db, entry.article.id, self._ordered))
        return replace(entry, provenance=told)

    def _followed(self, entry: Record, found: TrueGold, name: str) -> Record:
        if entry.set is None:
            return entry
        who, made = entry.set.annotator, entry.set
        if who in found.after:
            made = merge.bare(found.after[who])
        if who == GOLD and made.state is not State.REVIEWED:
            made = decisions.without_approval(
                made
            )  # it is no more, which a copy without the work cannot tell
        if who == GOLD or who in found.after:
            self._tell(entry.article.id, name, found, made)
        return replace(entry, set=made, provenance=provenance(made, found.standing) if who == GOLD else None)

    def _tell(self, article: str, name: str, found: TrueGold, made: AnnotationSet) -> None:
        leaves, is_gold = made.state in self._states, made.annotator == GOLD
        said = []
        if head := found.head(name):
            said.append(f"{head}; {'it leaves as it follows today' if leaves else 'it is left out'}.")
        if is_gold and found.differing:
            end = "its gold leaves without that" if leaves else "its gold is left out"
            cases, names = counted(found.differing, "case"), " and ".join(map(shown, found.who))
            said.append(f"On {name} {names} differ in {cases}, to be decided in Review; {end}.")
        if is_gold and leaves and (left := found.open - found.differing):
            are = "is" if left == 1 else "are"
            said.append(f"On {name} {counted(left, 'case')} {are} open; its gold leaves without that.")
        if said and (is_gold or article not in self._told):
            self._told[article] = {
                "article": article,
                "state": made.state.value,
                "leaves": leaves,
                "open": found.open,
                "differing": found.differing,
                "said": said,
            }


# --- into a package


def put_right(project: Project) -> list[str]:
    """Make gold what follows, unless the project is only read; return a sentence for each article where it was not.

    UserError while another program writes.
    """
    ordered = ordered_roles(project.schema)
    found = {
        article: head
        for article, name in with_gold(project.db).items()
        if (head := true_gold(project.db, article, ordered).head(name))
    }
    if found and not project.read_only:
        project.golds.follow(found)
    return [f"{head}; {AS_IT_IS if project.read_only else MADE_SO}." for head in found.values()]
