"""The tasks of Prodigy's that a record came as, and what of the article's suggestions stands in them."""

from __future__ import annotations

from annotations.formats.arcs import Arc, arcs_of
from annotations.formats.base import Record
from annotations.formats.came_from import PARTS, kept_for
from annotations.formats.tools.prodigy_reading import PRODIGY
from annotations.formats.tools.prodigy_tasks import Task, task_of, unpacked
from annotations.formats.units import Offsets
from annotations.sets import GOLD
from annotations.spans import Status

ArcPlace = tuple[str, tuple[int, int], tuple[int, int]]  # its label, and the bounds of its ends


def came_as(entry: Record) -> tuple[list[Task], bool]:
    """Return the tasks that are kept for the record, and whether they are its annotator's own.

    They are not where only the annotators' work came, and the record is the outcome.
    """
    whose = entry.set.annotator if entry.set else ""
    work = kept_for(entry.article.meta, whose, PRODIGY).work
    came = work.get(PARTS)
    raws = [unpacked(kept, entry.article.text) for kept in (came if isinstance(came, list) else ())]
    return [task_of(raw) for raw in raws if raw is not None], whose != GOLD or work.get("whose") == GOLD


def standing(entry: Record, unit: str) -> set[str]:
    """Return the ids of the suggestions that stand in an ignored task of the record's annotator."""
    came, is_own = came_as(entry)
    ignored = [task for task in came if is_own and task.status is Status.SUGGESTED]
    if not ignored:
        return set()
    at = Offsets(entry.article.text, unit).to
    places = {place for task in ignored for place in task.places}
    arcs = {place_of(arc) for task in ignored for arc in task.arcs}
    found = {one.id for one in entry.pool_spans() if (at(one.start), at(one.end), one.label) in places}
    for fact in entry.pool_facts():
        ends = (
            (arc.label, (at(arc.head.start), at(arc.head.end)), (at(arc.child.start), at(arc.child.end)))
            for arc in arcs_of(fact)
        )
        if all(one in arcs for one in ends):
            found.add(fact.id)
    return found


def place_of(arc: Arc) -> ArcPlace:
    return arc.label, (arc.head.start, arc.head.end), (arc.child.start, arc.child.end)
