"""The look at what a fault has left: what the project says, what lies at OUT, and whether all of it is whole."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

from annotations.errors import UserError
from models.project import Project
from models.store import backup
from models.transfer.checks import check
from tests.faults.operations import FOREIGN, is_old, next_run
from tests.making import annotators_of

LEFT = re.compile(r"/\.factmark-[^/]*$|^\.factmark-[^/]*$|\.part(-\w+)?$|^p/project\.db-\w+$")
MINE = ".factmark-mine"  # a folder of a person's own
VOLATILE = ("made", "since_last_export")  # in a manifest
Seen = dict[str, Any]


def seen(place: Path) -> Seen:
    """Return what the folder holds.  UserError when the project cannot be opened."""
    project = Project(place / "p")
    try:
        ids = [row[0] for row in project.db.rows("SELECT id FROM article ORDER BY number")]
        found: Seen = {
            "articles": project.db.rows("SELECT id, title, meta, hash FROM article ORDER BY number"),
            "texts": [project.article(id_).text for id_ in ids],
            "labels": sorted(project.schema.labels),
            "pools": {id_: sorted(map(repr, project.pool(id_))) for id_ in ids},
            "sets": {
                f"{who} on {id_}": sorted(map(repr, project.annotation_set(id_, who)))
                for id_ in ids
                for who in annotators_of(project, id_)
            },
            "undo": [project.history.next_undo(who) for who in ("anna", "ben", "carl")],
            "faults": check(project).sentences,
        }
    finally:
        project.close()
    return found | outs(place)


def outs(place: Path) -> Seen:
    """Return what lies at OUT, and how many copies made by hand there are."""
    file, folder = place / "out.jsonl", place / "brat"
    copies = backup.copies(place / "p").values()
    return {
        "file": file.read_text("utf-8") if file.exists() else None,
        "folder": {
            str(path.relative_to(folder)): _said(path) for path in folder.rglob("*") if path.is_file()
        },
        "copies": sum(copy.reason == backup.BY_HAND for copy in copies),
    }


def _said(path: Path) -> Any:
    if path.name != "manifest.json":
        return sha256(path.read_bytes()).hexdigest()
    return {name: value for name, value in json.loads(path.read_bytes()).items() if name not in VOLATILE}


def differing(one: Seen, other: Seen) -> str:
    """Return in what the two differ, in a line; "" when they are alike."""
    names = [name for name in one | other if one.get(name) != other.get(name)]
    return "; ".join(f"{name}: {one.get(name)!r:.200} is not {other.get(name)!r:.200}" for name in names)


def unwhole(place: Path) -> list[str]:
    """Return what is wrong beside the project itself: copies, manifests, files that are not ours."""
    found = []
    for name in FOREIGN:
        path = place / name
        if not path.is_file() or path.read_text() != f"{name} is somebody's own\n":
            found.append(f"{name} was touched")
    for path in backup.copies(place / "p"):
        found += [f"{path.name}: {said}" for said in backup.problems(path)]
    manifest = place / "out.jsonl.manifest.json"
    if manifest.exists() and "files" not in json.loads(manifest.read_bytes()):
        found.append("the manifest beside out.jsonl is no manifest")
    for name, entry in _named(place / "brat" / "manifest.json"):
        path = place / "brat" / name
        if not path.is_file() or sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            found.append(f"{name} of the exported folder is not what its manifest says")
    return found


def _named(manifest: Path) -> list[tuple[str, Any]]:
    return list(json.loads(manifest.read_bytes())["files"].items()) if manifest.exists() else []


def litter(place: Path) -> list[str]:
    """Go on as anybody would, days later, when anything was left; return what stands in the way, and what stays."""
    if not _left(place):
        return []
    is_old(place, days=2)
    try:
        next_run(place)
    except UserError as error:
        return [f"the next run: {error}"]
    return [f"left: {name}" for name in _left(place)]


def _left(place: Path) -> list[str]:
    """Return what of ours lies about that only a program at work has."""
    names = [path.relative_to(place).as_posix() for path in place.rglob("*")]
    ours = [name for name in names if LEFT.search(name) and name not in FOREIGN and not name.startswith(MINE)]
    return [name for name in ours if not _is_spent(place / name)]


def _is_spent(path: Path) -> bool:
    """Return True for a journal that SQLite has done with, or had not begun: it takes no notice of it."""
    return path.name.endswith("-journal") and not path.read_bytes()[:8].strip(b"\0")
