"""The project to which a file of Factmark's belongs: it has texts that the file is about.

Copies of a project share no id, and a package may come from somebody who never had a file of ours; texts they share.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from annotations.errors import UserError
from annotations.exchange import manifests, package, project_pack
from annotations.files.there import is_file
from annotations.processes.quick_dataclass import dataclass
from models.project import DATABASE_FILE
from models.queries.recent_progress import recent_progress
from models.store import opening
from models.store.rows import marks

TEXTS = project_pack.TEXTS  # hashes of texts that are looked for


@dataclass(frozen=True)
class Sent:
    """A file that somebody sent: whether it is a whole project, that one's name, whose work, and some of its texts.

    `count`: of articles in a project, of pieces of work in a package.
    """

    is_project: bool
    project: str
    annotators: tuple[str, ...]
    count: int
    texts: tuple[str, ...]


def look(path: Path) -> Sent:
    """Return what the file says of itself.  UserError when it is none of ours, or refused."""
    if manifests.kind(path) == manifests.PROJECT:
        packed = project_pack.read(path)
        return Sent(True, packed.project, packed.annotators, packed.articles, packed.texts[:TEXTS])
    manifest, texts = package.glance(path, TEXTS)
    return Sent(False, manifest.project, manifest.annotators, manifest.sets - manifest.given, tuple(texts))


def find(sent: Sent, folders: Iterable[Path]) -> Path | None:
    """Return the folder of the project that it belongs to, None when it is none of these.

    Of several that have texts of it, those of its name go first, then those with the most texts, then the first.
    Work that is about no article belongs where the name is the same.
    """
    is_about_none = not sent.texts and not sent.is_project
    found = [
        (_is_called(folder, sent.project), _texts_in(folder, sent.texts), folder)
        for folder in dict.fromkeys(folders)
    ]
    known = [one for one in found if one[1] or (is_about_none and one[0])]
    return max(known, key=lambda one: one[:2])[2] if known else None


def _texts_in(folder: Path, texts: tuple[str, ...]) -> int:
    """Count the texts that the project in the folder has; 0 where it cannot be looked at."""
    path = folder / DATABASE_FILE
    with suppress(OSError, UserError, *opening.ERRORS):
        if texts and is_file(path):
            with closing(opening.read_alone(path, "it is only looked at", wait=0)) as opened:
                sql = f"SELECT count(DISTINCT hash) FROM article WHERE hash IN ({marks(len(texts))})"
                return int(opened.db.connection().execute(sql, texts).fetchone()[0])
    return 0


def _is_called(folder: Path, name: str) -> bool:
    found = recent_progress(folder, "")
    return found is not None and found.name == " ".join(name.split())
