"""Another name for an annotator, in all that a project holds: sets, log, reviews, assignments, and later packages.

In one transaction, behind a backup, and on no undo stack. The log's events are rewritten, so that it still says
all that the sets are, and undo goes on under the new name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations import item_json
from annotations.errors import UserError
from annotations.formats.came_from import CAME_FROM, of_annotator
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import Ordered, ordered_roles
from annotations.review.renaming import item_renamed
from annotations.sets import Item
from models.queries import review_names
from models.store import backup, checksums
from models.store.database import OF_ARTICLES, OF_PROJECT, Database
from models.store.edit_log import log
from models.store.rows import (
    DAMAGED,
    FIELDS,
    LARGE,
    UNREAD,
    DamagedRowError,
    columns,
    dump,
    from_row,
    pack,
    to_row,
    unpack,
)
from models.transfer import who

if TYPE_CHECKING:
    from models.project import Project

NAMED = {  # the columns that hold names
    "item": "annotator",
    "tombstone": "annotator",
    "touched": "annotator",
    "project_item": "annotator",
    "project_tombstone": "annotator",
    "project_touched": "annotator",
    "assignment": "annotator",
    "event": '"by"',
    "tally": "annotator",
    "tallied": "annotator",
    "undecided": "annotator",
    "wording": "annotator",
    "trigger_word": "annotator",
    "stand": "annotator",
    "stand_due": "annotator",
    "verdict": "annotator",
    "fact_verdict": "annotator",
    "exported": "annotator",
    "known": "name",
    "same_person": "name",
    "renamed": "new",
    "blind_check": "annotator",
    "blind_answer": '"by"',
}
WORK = (
    "item",
    "tombstone",
    "project_item",
    "project_tombstone",
    "event",
    "assignment",
)  # where somebody is who has a part in the project
BACK = (  # deletions of what is there again under an id that it had before
    "DELETE FROM {1} WHERE EXISTS (SELECT 1 FROM {0} i WHERE i.article = {1}.article "
    "AND i.annotator = {1}.annotator AND i.kind = {1}.kind AND i.id = {1}.id)"
)
SETS = "SELECT count(DISTINCT article) FROM item WHERE annotator = ?"


@dataclass(frozen=True)
class _Name:
    """The old name and the new one; `moved`: the stamps of decisions that are others with it."""

    old: str
    new: str
    ordered: Ordered
    moved: Mapping[str, str]

    def item(self, item: Item, article: str) -> Item:
        return item_renamed(item, self.old, self.new, article=article, ordered=self.ordered, moved=self.moved)


@dataclass(frozen=True)
class NewName:
    """The report of a renaming: the backup made before, and how many sets have the new name."""

    copy: Path
    sets: int


def is_there(database: Database, name: str) -> bool:
    """Return whether somebody of that name has a part in the project."""
    tables = ((table, NAMED[table]) for table in WORK)
    return any(
        database.row(f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", (name,)) for table, column in tables
    )


def rename(project: Project, old: str, new: str, *, by: str) -> NewName:
    """Give an annotator another name; later packages of their copies get it too.

    UserError when nobody has the old name, or somebody has the new one; then nothing is changed.
    """
    database = project.db
    database.require_writable()
    if not is_there(database, old):
        raise UserError(f"Nobody called {old} has a part in this project.", where=project.folder)
    if is_there(database, new):
        said = f"There is {new} in this project already, and two annotators are never made one: choose another name."
        raise UserError(said, where=project.folder)
    project.learning.forget()
    copy = backup.save(database, project.folder, why="before-renaming")
    with database.writing():
        _rename(database, old, new, ordered_roles(project.schema))
        log(database, by=by, kind="rename", verb=f"rename {old} to {new}", body="[]")
    (sets,) = database.row(SETS, (new,)) or (0,)
    return NewName(copy, int(sets))


def _rename(database: Database, old: str, new: str, ordered: Ordered) -> None:
    copies = who.copies_here(database, old) - {""}
    name = _Name(old, new, ordered, review_names.moved(database, old, new, ordered))
    bodies = list(_rewritten(database, name))
    database.many("UPDATE event SET body = ? WHERE number = ?", bodies)
    for table in ("item", "suggestion"):
        _rename_in_rows(database, table, name)
    for table, column in NAMED.items():
        database.run(f"UPDATE OR REPLACE {table} SET {column} = ? WHERE {column} = ?", (new, old))
    _rename_in_kept(database, old, new)
    for tables in (OF_ARTICLES, OF_PROJECT):
        database.run(BACK.format(*tables))
    database.many("INSERT OR REPLACE INTO renamed VALUES (?, ?, ?)", ((old, one, new) for one in copies))
    database.run("DELETE FROM renamed WHERE old = new")


def _rename_in_kept(database: Database, old: str, new: str) -> None:
    """Rename in what articles keep of a tool's file, by annotator."""
    sql = "SELECT number, title, meta FROM article WHERE instr(meta, ?) > 0"
    for number, title, meta in database.rows(sql, (f'"{CAME_FROM}"',)):
        made = of_annotator(kept := json.loads(meta), old, new)
        if made is not kept:
            written = dump(dict(made))
            sum_ = checksums.of_details(title, written)
            database.run(
                "UPDATE article SET meta = ?, details_sum = ? WHERE number = ?", (written, sum_, number)
            )


def _rename_in_rows(database: Database, table: str, name: _Name) -> None:
    """Rename in what the items of a table say; whose they are is a column."""
    whose = "annotator" if table == "item" else "NULL"
    sql = f"SELECT article.id, article, {whose}, {columns(table)} FROM {table} JOIN article ON number = article WHERE "
    sql += (
        "(kind = 'span' AND origin = ?) OR (kind IN ('fact', 'comment') AND instr(body, ?) > 0) "
        "OR (kind = 'decision' AND (instr(body, ?) > 0 OR instr(body, '\"settles\":') > 0))"
    )
    place, sealed = f"article = ? AND {whose} IS ? AND kind = ? AND id = ?", set[int]()
    setting = ", ".join(f"{field} = ?" for field in FIELDS)
    for id_, article, annotator, *row in database.rows(sql, (name.old, *[review_names.needle(name.old)] * 2)):
        item = from_row(tuple(row))
        made = name.item(item, id_)
        if made is not item:
            key = (article, annotator, item.kind, item.id)
            database.run(f"UPDATE {table} SET {setting} WHERE {place}", (*to_row(made), *key))
            sealed.add(article)
    if table == "suggestion":
        checksums.seal_pools(database, sealed)


def _rewritten(database: Database, name: _Name) -> Iterator[tuple[str | bytes, int]]:
    """Yield the events whose changes say the old name, with the new one in it.  DamagedRowError as `changes`."""
    needles = review_names.needle(name.old), '"settles":'
    for number, body in database.run("SELECT number, body FROM event WHERE body != '[]' ORDER BY number"):
        if isinstance(body, bytes) or any(needle in body for needle in needles):
            try:
                said = unpack(body)
                made = [_change(one, name) for one in said] if isinstance(said, list) else _change(said, name)
            except UNREAD as error:
                raise DamagedRowError(f"An event in the project's log cannot be read. {DAMAGED}") from error
            if made != said:
                yield pack(made, large=0 if isinstance(body, bytes) else LARGE), number


def _change(said: dict[str, Any], name: _Name) -> dict[str, Any]:
    """Return a change as the log has it, with the new name: its items are objects by kind, or rows."""
    made = {**said, "annotator": name.new if said["annotator"] == name.old else said["annotator"]}
    article = said["article"]
    for field in said.keys() & {"removed", "added", "rows"}:
        items = said[field]
        if isinstance(items, dict):
            named = (name.item(item, article) for item in item_json.items_from_json(items))
            made[field] = item_json.items_json(named)
        else:
            made[field] = [list(to_row(name.item(from_row(tuple(row)), article))) for row in items]
    return made
