"""A project handed on as one file: packed with all work in it, and made a project again at another place.

A pack of a project that is here already is merged: its articles that are not here are added, then everybody's work.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations import whole_files
from annotations.errors import UserError, cause
from annotations.exchange import manifests, packed_sets, project_pack
from annotations.exchange.package import LARGEST, SETS
from annotations.exchange.packed_sets import PackedSet
from annotations.exchange.project_pack import DATABASE, LISTS, SCHEMA, TEXTS, PackedProject
from annotations.files.there import is_file
from annotations.formats.base import Record
from annotations.private_files import private_folder
from annotations.sets import GOLD
from annotations.stages import Stage
from annotations.text.counts import counted
from models.project import Project
from models.queries import articles as article_queries
from models.queries import true_golds
from models.store import backup
from models.store.database import OF_ARTICLES, OF_PROJECT
from models.transfer import assignments, exchange, packing
from models.transfer.exchange import Kept
from models.transfer.merging import Merged
from models.transfer.who import Answers

TOO_MUCH = (
    "There is more work in this project than can be merged at once: have it packed annotator by annotator."
)


def pack(project: Project, out: Path, *, kept: Kept = lambda path: None) -> PackedProject:
    """Write the whole project as one file, with everybody's work; return what it says of itself.

    Backups and the pipelines trained in the project stay here.  Anything at `out` but a pack of a project of that name
    stays, under another name.  UserError when it cannot be written.
    """
    packed = _said_of(project)
    with (
        exchange.keeping(out, lambda there: _is_such_a_pack(there, packed), "packed project", kept),
        whole_files.writing(out) as made,
    ):
        folder = made.with_name("project")  # in the stage, which is removed in any case
        _copy(project, folder)
        project_pack.write(made, packed, folder)
    return packed


def unpack(path: Path, folder: Path) -> PackedProject:
    """Make a project of the pack at a new folder, whole or not at all; return what is in it.

    UserError when it is refused, or something is at the folder already.
    """
    try:
        whole_files.require_room(folder)
        private_folder(folder.parent)
        stage = Stage(folder)
        try:
            with closing(_unpacked(path, stage.new)) as project:
                packed = _said_of(project)
            with suppress(FileNotFoundError):
                folder.rmdir()
            whole_files.put_folder(stage, folder, lambda there: None)
        finally:
            stage.close()
    except sqlite3.Error as error:
        raise project_pack.refused(path, f"its database cannot be read ({error})") from error
    except OSError as error:
        raise UserError(f"The project cannot be made: {cause(error)}.", where=folder) from error
    return packed


def merge(project: Project, path: Path, *, by: str, tick: Callable[[int], None], answers: Answers) -> Merged:
    """Merge a package into the project as `exchange.merge` does, or a pack: then its articles that are not here come first."""
    if not manifests.is_project(path):
        return exchange.merge(project, path, by=by, tick=tick, answers=answers)
    project.db.require_writable()
    with _opened(path) as theirs, exchange.refusing(path):
        people = _people(theirs)
        sets = _sets_of(theirs, people, path)
        manifest = exchange.manifest_of(theirs, people, sets)
        new = [id_ for id_ in article_queries.article_ids(theirs) if not _is_here(project, id_)]
        bring = partial(exchange.merge_sets, project, manifest, sets, by=by, tick=tick, answers=answers)
        if not new:
            return bring()
        arrivals = project.arrivals(by=by)
        try:
            arrivals.take(Record(theirs.article(id_)) for id_ in new)
            backup.save(project.db, project.folder, why="before-merge")
            with project.together():
                report = arrivals.land()
                done = bring(is_saved=True)
        finally:
            arrivals.close()
    done.notices[:0] = [
        f"{counted(report.articles, 'article')} added that the project had not.",
        *report.changed,
    ]
    return done


# --- how a project is copied, and made anew


def _copy(project: Project, folder: Path) -> None:
    """Put into a new folder what a pack holds."""
    private_folder(folder)
    backup.write(project.db.connection, folder, why="packed").replace(folder / DATABASE)
    (folder / backup.BACKUPS).rmdir()
    whole_files.write_whole(folder / SCHEMA, project.schema_text, private=True)
    for name in LISTS:
        if is_file(project.folder / name):
            whole_files.copy_whole(project.folder / name, folder / name, private=True)


def _unpacked(path: Path, folder: Path) -> Project:
    """Unpack it into a new folder, and return the project that is there then, open."""
    private_folder(folder)
    project_pack.unpack(path, folder)
    if found := backup.problems(folder / DATABASE):
        raise project_pack.refused(path, f"its database is damaged ({found[0]})")
    try:
        return Project(folder)
    except UserError as error:
        raise project_pack.refused(path, error.sentence.removesuffix(".")) from error


@contextmanager
def _opened(path: Path) -> Iterator[Project]:
    """Hold the project of a pack open, at a place that is gone at the end."""
    with (
        TemporaryDirectory(prefix="factmark-", ignore_cleanup_errors=True) as place,
        closing(_unpacked(path, Path(place, "project"))) as project,
    ):
        yield project


# --- what is in it


def _said_of(project: Project) -> PackedProject:
    """Return what a pack of the project says of itself."""
    texts = project.db.rows("SELECT hash FROM article ORDER BY number LIMIT ?", (TEXTS,))
    return PackedProject(
        project.schema.name,
        project.schema.hash(),
        len(article_queries.article_ids(project)),
        tuple(name for name in _people(project) if name != GOLD),
        tuple(hash_ for (hash_,) in texts),
    )


def _people(project: Project) -> list[str]:
    """Return everybody with work in the project or articles of it, gold too."""
    tables = [table for one in (OF_ARTICLES, OF_PROJECT) for table in (one.item, one.tombstone)]
    sql = " UNION ".join(f"SELECT annotator FROM {table}" for table in tables)
    return sorted({*(row[0] for row in project.db.rows(sql)), *assignments.annotators(project)})


def _sets_of(theirs: Project, people: list[str], path: Path) -> list[PackedSet]:
    """Return everybody's sets, read and bounded as a package's are: a database is as hostile as one."""
    if GOLD in people:
        true_golds.put_right(theirs)
    sets, left = list[PackedSet](), LARGEST[SETS]
    for made in (made for name in people for made in packing.packed(theirs.db, name)):
        line = packed_sets.to_line(made)
        left -= len(line)
        if left < 0:
            raise UserError(TOO_MUCH, where=path)
        sets.append(packed_sets.from_line(line))
        packed_sets.check_names(sets[-1])
    return sets


def _is_here(project: Project, article: str) -> bool:
    return project.db.row("SELECT 1 FROM article WHERE id = ?", (article,)) is not None


def _is_such_a_pack(path: Path, packed: PackedProject) -> bool:
    """Return True for a pack of a project of the same name, some texts of which are the same where it has any."""
    try:
        there = project_pack.read(path)
    except UserError:
        return False
    is_known = bool({*there.texts} & {*packed.texts}) or not there.texts
    return there.project == packed.project and is_known
