"""Single bytes changed anywhere in the file's used pages: none that changes a text or somebody's work stays unseen.

60 of them, drawn anew from the same seed; `--mutations 1000` is the long form.
"""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotations.errors import UserError
from annotations.sets import GOLD, AnnotationSet, Decision, Progress, State
from models.project import Project
from models.queries import articles as article_queries
from models.transfer import checks
from tests.making import annotators_of, edit, put_articles, span
from tests.models.checks.filled import filled
from tests.templates import copied

LONG = "The ferry “Ødis” 🛳 left Oslo for Kiel on Monday, said Ann Lee of Port Lines. " * 80


def worked(folder: Path) -> None:
    """Fill the folder `p`: texts over several pages, adjudicated work with decisions, many edits."""
    project = Project(filled(folder))
    put_articles(project, **{f"long{n}": f"{n} {LONG}" for n in range(4)})
    for n in range(4):
        for at in range(0, 400, 20):
            set_ = project.annotation_set(f"long{n}", "anna").having(span(at, at + 4, "ORG"))
            edit(project, "label", set_)
        gold = [span(5, 9), Decision(f"d{n}", "left", "bound", "so it says", "rex"), Progress(State.REVIEWED)]
        edit(project, "review", AnnotationSet.of(f"long{n}", GOLD, gold), by="rex")
    project.learning.learned("anna", whole=True)
    project.close()


def work(project: Project) -> dict[str, Any]:
    """Return all texts, and all sets on them."""
    ids = article_queries.article_ids(project)
    sets = {
        (id_, who): project.annotation_set(id_, who) for id_ in ids for who in annotators_of(project, id_)
    }
    return {"texts": {id_: project.article(id_).text for id_ in ids}, "sets": sets}


def used_pages(path: Path) -> tuple[int, list[int]]:
    """Return the size of a page, and the places of those in use."""
    with closing(sqlite3.connect(path)) as connection:
        names = ("page_size", "page_count", "freelist_count")
        size, count, free = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
    assert free == 0
    return size, [number * size for number in range(count)]


def outcome(folder: Path) -> tuple[bool, dict[str, Any] | None]:
    """Return whether something is said to be wrong, and the work as it is read; None when it cannot be."""
    try:
        project = Project(folder)
    except (UserError, sqlite3.DatabaseError):
        return True, None
    try:
        return bool(checks.check(project).faults), work(project)
    except (UserError, sqlite3.DatabaseError, ValueError, LookupError, TypeError, AttributeError):
        return bool(checks.check(project).faults), None
    finally:
        project.close()


def test_no_changed_byte_changes_work_unseen(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    folder = copied(tmp_path, worked) / "p"
    path, count = folder / "project.db", request.config.getoption("--mutations")
    whole, (size, pages) = path.read_bytes(), used_pages(path)
    said, before = outcome(folder)
    assert not said
    assert len(before["sets"]) == 10
    draw, unseen = random.Random(13), []
    for _ in range(count):
        at, value = draw.choice(pages) + draw.randrange(size), draw.randrange(1, 256)
        for name in ("project.db-wal", "project.db-shm"):
            (folder / name).unlink(missing_ok=True)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ value]) + whole[at + 1 :])
        said, after = outcome(folder)
        unseen += [(at, value)] if not said and after != before else []
    assert unseen == []
