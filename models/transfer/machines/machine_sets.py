"""A machine as an annotator: its finished sets, written as one edit of the person who asked for them."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.edits import CLOSED, Change, Edit
from annotations.errors import UserError
from annotations.sets import AnnotationSet
from models.project import Project
from models.queries import articles as article_queries
from models.queries import people

MIXED = "{name} has a part in this project that is no machine's, and the two are never mixed: choose another name."


def require_free(project: Project, name: str, me: str) -> None:
    """Raise UserError when somebody works under that name, so that no machine can; `me` is who works now."""
    if name == me or people.works_by_hand(project.db, name):
        raise UserError(MIXED.format(name=name), where=project.folder)


def to_be_annotated(project: Project, name: str, *, again: bool) -> tuple[list[str], int]:
    """Return the articles on which the machine of that name is to have a set, and how many of its sets stay.

    These are the articles without one; `again`: all but those where its set is in review.
    """
    sql = "SELECT article.id, label FROM item JOIN article ON number = article WHERE annotator = ? AND kind = 'progress'"
    there = {id_ for id_, state in project.db.rows(sql, (name,)) if not again or state in CLOSED}
    return [id_ for id_ in article_queries.article_ids(project) if id_ not in there], len(there)


def write(project: Project, sets: Iterable[AnnotationSet], *, by: str, name: str) -> int:
    """Write the sets in place of those of the same name, as one edit; return how many differ from what was there.

    Such an edit takes out and brings in whole sets, so that it says by itself that they are a machine's.
    """
    changes = []
    for made in sets:
        before = project.annotation_set(made.article, name)
        if before != made:
            changes.append(Change(made.article, name, removed=tuple(before), added=tuple(made)))
    project.apply(Edit(f"suggest as {name}", tuple(changes)), by=by)
    return len(changes)
