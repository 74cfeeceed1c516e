"""A blind check as it is written: a draw is begun or made longer, answers are kept at once, an outcome is one edit."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from secrets import randbelow

from annotations.blind_check.accepted import given_back, put_right
from annotations.blind_check.checked import (
    FURTHER,
    WANTED,
    BlindAnswer,
    BlindCheck,
    CheckOutcome,
    SpanKey,
    drawn_from,
)
from annotations.edits import CLOSED, Edit
from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import AnnotationSet
from models.project import Project
from models.queries.blind_check.bulk import BulkAccepted, bulk
from models.queries.blind_check.stored import blind_check, open_check
from models.queries.people import machines
from models.store.database import number_of

SEEDS = 2**31
NOTHING = "Nothing that {name} accepted many at once is left to check."
NO_PERSON = "What {name}, a machine, says is not taken back here: `suggest --as-annotator` writes it anew."
GOES_ON = "There is a blind check of {name}'s work already that goes on: end that first."


VERBS = {
    CheckOutcome.KEPT: "put right by a blind check",
    CheckOutcome.TAKEN_BACK: "take back what was accepted in bulk",
}


@dataclass(frozen=True)
class CheckEnding:
    """The end of a check: its outcome, and the one edit that it needs.

    How many spans that puts right, how many it gives back, and on how many articles nothing can be done in review.
    """

    check: BlindCheck
    outcome: CheckOutcome
    edit: Edit
    put_right: int = 0
    given_back: int = 0
    closed: int = 0


def begin(
    project: Project, annotator: str, count: int, *, wanted: float = WANTED, seed: int | None = None
) -> BlindCheck:
    """Begin a check of so many spans; of all when there are no more.  UserError when there is none, or one goes on.

    `wanted`: the share, 0..1, that should be right.
    """
    if open_check(project, annotator):
        raise UserError(GOES_ON.format(name=annotator), where=project.folder)
    found, seed = bulk(project, annotator), randbelow(SEEDS) if seed is None else seed
    if not found.spans:
        raise UserError(NOTHING.format(name=annotator), where=project.folder)
    with project.db.writing():
        row = project.db.row("SELECT ifnull(max(number), 0) + 1 FROM blind_check") or (1,)
        values = (
            row[0],
            annotator,
            seed,
            len(found.spans),
            found.upto,
            wanted,
            _now(),
            CheckOutcome.OPEN.value,
        )
        project.db.run("INSERT INTO blind_check VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)", values)
        _lay(project, row[0], found, drawn_from(found.spans, count, seed=seed))
    return blind_check(project, row[0])


def go_on(project: Project, check: BlindCheck, to: int = FURTHER) -> BlindCheck:
    """Draw further spans from the same ones until there are so many; return the check as it is then."""
    before, found = len(check.drawn), bulk(project, check.annotator, check.upto)
    more = drawn_from(found.spans, max(0, to - before), seed=check.seed, before=before)
    with project.db.writing():
        _lay(project, check.number, found, more, before)
    return blind_check(project, check.number)


def answer(
    project: Project, check: BlindCheck, place: int, seen: BlindAnswer | None, given: str = "", *, by: str
) -> None:
    """Keep what somebody says of the drawn span at that place; None takes their word back."""
    values = (
        seen.value if seen else "",
        given,
        by if seen else "",
        _now() if seen else "",
        check.number,
        place,
    )
    sql = 'UPDATE blind_answer SET seen = ?, given = ?, "by" = ?, at = ? WHERE number = ? AND place = ?'
    with project.db.writing():
        project.db.run(sql, values)


def planned(project: Project, check: BlindCheck, outcome: CheckOutcome) -> CheckEnding:
    """Return how the check would end: what it found wrong is put right, and nothing else where the rest is kept.

    Else all that it was drawn from, but what it asked about, is to decide again.  Sets in review stay as they are.
    UserError when it is a machine's work that is to be taken back.
    """
    if check.annotator in machines(project):
        if outcome is CheckOutcome.TAKEN_BACK:
            raise UserError(NO_PERSON.format(name=check.annotator))
        return CheckEnding(check, outcome, Edit(VERBS[outcome]))
    found = (
        bulk(project, check.annotator, check.upto) if outcome is CheckOutcome.TAKEN_BACK else BulkAccepted()
    )
    gone: dict[str, list[SpanKey]] = {}
    for key in found.spans:
        gone.setdefault(key.article, []).append(key)
    said = [one for one in check.drawn if one.seen]
    wanted = dict.fromkeys([*gone, *(one.key.article for one in said)])
    sets = [project.annotation_set(article, check.annotator) for article in wanted]
    free = [made for made in sets if made.state not in CLOSED]
    put = [(made, put_right(made, (one for one in said if one.key.article == made.article))) for made in free]
    back = [
        (before, given_back(made, gone.get(made.article, ()), found.facts.get(made.article, ())))
        for before, made in put
    ]
    counts = _differing(put), sum(len(made.spans) - len(after.spans) for made, after in back)
    return CheckEnding(check, outcome, Edit.over(VERBS[outcome], back), *counts, len(sets) - len(free))


def end(project: Project, ending: CheckEnding, *, by: str) -> None:
    """Write the edit and the outcome.  StaleEdit when the sets have changed since it was planned."""
    with project.db.writing():
        project.apply(ending.edit, by=by)
        row = project.db.row("SELECT max(number) FROM event WHERE \"by\" = ? AND kind = 'edit'", (by,))
        event = row[0] if row and ending.edit else 0
        sql = "UPDATE blind_check SET outcome = ?, event = ? WHERE number = ?"
        project.db.run(sql, (ending.outcome.value, event, ending.check.number))


def _differing(pairs: Iterable[tuple[AnnotationSet, AnnotationSet]]) -> int:
    return sum(after.spans[id_] != span for before, after in pairs for id_, span in before.spans.items())


def _lay(
    project: Project, number: int, found: BulkAccepted, keys: Collection[SpanKey], before: int = 0
) -> None:
    rows = (
        (number, before + place, number_of(project.db, key.article), key.id, *found.spans[key])
        for place, key in enumerate(keys)
    )
    sql = "INSERT INTO blind_answer VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '', '')"
    project.db.many(sql, rows)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
