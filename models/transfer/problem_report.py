"""The part of a report of a problem that is about a project: what a check finds, counted, and the schema without texts.

No text, title, guideline, trigger, annotator's name or folder is in it.
"""

from __future__ import annotations

import sqlite3
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotations import sets
from annotations.files.there import is_there
from annotations.schema.types import FactType, Label, Schema, TopicType
from models.project import DATABASE_FILE, Project
from models.store import backup
from models.store.rows import STATUS
from models.transfer import checks

SECONDS = 120.0  # for the check
STEPS = 1_000  # of SQLite between two looks whether it is too late
FILES = tuple(f"{DATABASE_FILE}{end}" for end in ("", "-wal", "-shm"))
TABLES = ("article", "item", "suggestion", "event", "tombstone", "assignment")
KINDS = "SELECT kind, status, count(*) FROM item GROUP BY kind, status"


def checked(project: Project, *, seconds: float = SECONDS) -> dict[str, Any]:
    """Return how many faults of each kind a check finds; `finished` is False when there was no time for all of it."""
    late, connection = threading.Event(), project.db.connection

    def stop() -> None:
        late.set()
        connection.interrupt()  # within a statement; the next ones see `late`

    connection.set_progress_handler(late.is_set, STEPS)
    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        found = checks.check(project)
    except sqlite3.OperationalError:
        if not late.is_set():
            raise
    finally:
        timer.cancel()
        timer.join()
        connection.set_progress_handler(None, 0)
    if late.is_set():  # what was not looked at would count as broken
        return {"finished": False, "seconds": seconds}
    return {
        "finished": True,
        "whole": not found.faults,
        "faults": dict(Counter(fault.kind for fault in found.faults)),
        "mendable": found.mendable,
        "notices": len(found.notices),
        "without_checksums": found.unsealed,
    }


def sizes(project: Project) -> dict[str, Any]:
    """Return how much there is of what, in the project and on the disk."""
    database = project.db
    items: Counter[str] = Counter()
    for kind, status, many in database.rows(KINDS):
        items[_kind(kind, status)] += many
    return {
        "database_version": database.rows("PRAGMA user_version")[0][0],
        "bytes": {
            name: (project.folder / name).stat().st_size for name in FILES if is_there(project.folder / name)
        },
        "rows": {table: database.rows(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES},
        "items": dict(items),
        "annotators": database.rows("SELECT count(DISTINCT annotator) FROM item")[0][0],
        "longest_article": database.rows("SELECT coalesce(max(length), 0) FROM article")[0][0],
        "backups": len(backup.copies(project.folder)),
    }


def _kind(kind: object, status: object) -> str:
    """Return the words for an item's kind and status; in a damaged project anything may stand there."""
    is_known = kind in sets.KINDS and (status is None or status in STATUS)
    return f"{kind} {status or ''}".strip() if is_known else "other"


def bare(schema: Schema) -> dict[str, Any]:
    """Return the schema's names and settings; of every text only that there is one."""
    return {
        "language": schema.language,
        "labels": {name: _label(label) for name, label in schema.labels.items()},
        "facts": {name: _fact_type(type_) for name, type_ in schema.facts.items()},
        "topics": {name: _topic(topic) for name, topic in schema.topics.items()},
        "reasons": len(schema.reasons),
    }


def _label(label: Label) -> dict[str, Any]:
    return {
        "key": label.key,
        "hue": label.hue,
        "archived": label.archived,
        "guideline": len(label.guideline),
    }


def _topic(topic: TopicType) -> dict[str, Any]:
    return {"key": topic.key, "guideline": len(topic.guideline)}


def _fact_type(type_: FactType) -> dict[str, Any]:
    roles = {
        name: {
            "labels": list(role.labels),
            "required": role.required,
            "most": role.most,
            "value": role.value,
            "ordered": role.ordered,
            "kind": role.kind,
        }
        for name, role in type_.roles.items()
    }
    return {
        "key": type_.key,
        "archived": type_.archived,
        "guideline": len(type_.guideline),
        "triggers": len(type_.triggers),
        "roles": roles,
    }


def about(folder: Path, tick: Callable[[], None], *, seconds: float = SECONDS) -> dict[str, Any]:
    """Return what a report says of the project in the folder: `schema`, `project`, `check`.  UserError when it cannot be opened.

    `tick` is called after each of the three.
    """
    project = Project(folder)
    parts: dict[str, Callable[[], dict[str, Any]]] = {
        "schema": lambda: bare(project.schema),
        "project": lambda: sizes(project),
        "check": lambda: checked(project, seconds=seconds),
    }
    found: dict[str, Any] = {}
    try:
        for name, make in parts.items():
            try:
                found[name] = make()
            except sqlite3.Error as error:
                found[name] = {"failed": type(error).__name__}
            tick()
    finally:
        project.close()
    return found
