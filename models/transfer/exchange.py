"""The exchange of work between copies of a project: articles given out, sets packed and merged.

None of it is on the undo stack; a merge makes a backup first.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Never

from annotations import whole_files
from annotations.errors import LOG, UserError, attempted, cause, kind_of
from annotations.exchange import assignment, feedback_sets, package
from annotations.exchange.packed_sets import PackedSet
from annotations.exchange.suffixes import MARKDOWN, READABLE
from annotations.exchange.who import people_of
from annotations.files.there import is_file, is_there
from annotations.review.cases import ordered_roles
from annotations.review.feedback import Feedback, feedback
from annotations.review.feedback_markdown import as_markdown
from annotations.sets import GOLD
from models.queries import articles as article_queries
from models.queries import review_queue
from models.queries.gold_keeper import Followed
from models.store import backup
from models.transfer import assignments, packing, who
from models.transfer.merging import Merged, Merging
from models.transfer.who import Answers, Arrival

if TYPE_CHECKING:
    from models.project import Project

# What a package raises that fits neither itself nor the rows here; errors of the database have sentences of their own.
UNFIT = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
MAY_BE_DAMAGED = "This package was not taken: it may be damaged ({kind}). Nothing was changed."
Kept = Callable[[Path], None]  # is told under which name a file stays that was there and is not ours


def assign(
    project: Project,
    annotators: Sequence[str],
    *,
    overlap: float = 0.0,
    to: int = 2,
    seed: int = 0,
    again: bool = False,
) -> int:
    """Give out the articles that nobody has yet, or all of them anew (`again`); return how many.

    See `assigning.assign`.
    """
    ids = article_queries.article_ids(project) if again else assignments.unassigned(project)
    assignments.replace(project, assignment.assign(ids, annotators, overlap=overlap, to=to, seed=seed))
    return len(ids)


def pack(
    project: Project,
    out: Path,
    *annotators: str,
    articles: Sequence[str] | None = None,
    kept: Kept = lambda path: None,
) -> package.Manifest:
    """Write the annotators' sets, or those on some articles, as a package; return what it says of itself.

    Anything at `out` but such a package stays, under another name.  UserError when there is nothing to pack.
    """
    sets = [made for who in annotators for made in packing.packed(project.db, who, articles)]
    if not sets:
        raise UserError(f"{' and '.join(annotators)} has no work in this project.", where=project.folder)
    return _write_package(project, out, annotators, sets, kept)


def _write_package(
    project: Project, out: Path, annotators: Sequence[str], sets: Sequence[PackedSet], kept: Kept
) -> package.Manifest:
    manifest = manifest_of(project, annotators, sets)
    with keeping(out, lambda there: _is_such_a_package(there, manifest), "package", kept):
        package.write(out, manifest, sets)
    return manifest


def manifest_of(project: Project, annotators: Sequence[str], sets: Sequence[PackedSet]) -> package.Manifest:
    """Return what a package of these sets says of itself."""
    known, same = who.said_of(project.db, people_of(sets))
    return replace(
        package.Manifest.of(project.schema, annotators, len(sets)),
        known=known,
        same=same,
        given=sum(not made.state for made in sets),
    )


def merge(
    project: Project,
    path: Path,
    *,
    by: str,
    tick: Callable[[int], None] = lambda sets: None,
    answers: Answers | None = None,
) -> Merged:
    """Merge a package into the project, behind a backup; return what it did.  Not on the undo stack.

    `tick` is called after each set, with how many there are.  Labels that the schema lacks are added without
    keys.  Work of a name that may be two people's is left out, unless `answers` or earlier ones say who that is.
    UserError when the package is refused; then the project is as it was.
    """
    project.db.require_writable()

    def refuse(kind: str) -> Never:
        raise UserError(MAY_BE_DAMAGED.format(kind=kind), where=path)

    manifest, sets = attempted(lambda: package.read(path), refuse, f"While {path} was read")
    with refusing(path):
        return merge_sets(project, manifest, sets, by=by, tick=tick, answers=answers or Answers())


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Have what nobody foresaw of the file be a UserError; its traceback goes to the log."""
    try:
        yield
    except UNFIT as error:
        logging.getLogger(LOG).exception("While %s was merged", path)
        raise UserError(MAY_BE_DAMAGED.format(kind=kind_of(error)), where=path) from error


def merge_sets(
    project: Project,
    manifest: package.Manifest,
    sets: list[PackedSet],
    *,
    by: str,
    tick: Callable[[int], None],
    answers: Answers,
    is_saved: bool = False,
) -> Merged:
    """Plan the merge of a package's sets, and write it in one transaction, behind a backup unless that `is_saved`."""
    project.learning.restart()
    arrival = Arrival(project.db, manifest, sets, answers, ordered_roles(project.schema))
    merging = Merging(project.db, arrival.sets)
    if merging and not is_saved:
        backup.save(project.db, project.folder, why="before-merge")
    with project.together():
        done = merging.write(by=by, tick=lambda: tick(len(merging))) if merging else merging.done
        done.notices += told(project.golds.follow(merging.articles, came=merging.golds))
        done.notices[:0] = [*arrival.notices, *manifest.differences(project.schema, done.types, done.roles)]
        done.labels_added = project.add_labels(done.labels)
        arrival.remember()
    done.asked, done.renamed = arrival.asked, arrival.renamed
    return done


def told(followed: Iterable[Followed]) -> list[str]:
    """Return a sentence for every article whose review the merge has opened again."""
    said = []
    for one in followed:
        if one.differing:
            cases = "a case" if one.differing == 1 else f"{one.differing:,} cases"
            said.append(
                f"On {one.article} reviewers differ in {cases}: the two golds are not united; decide in Review."
            )
        if one.is_reopened:
            why = "" if one.differing else ": work on it has changed"
            said.append(f"{one.article} was reviewed and is in review again{why}.")
    return said


def write_feedback(
    project: Project,
    out: Path,
    annotator: str,
    *,
    is_anonymous: bool = False,
    kept: Kept = lambda path: None,
) -> Feedback:
    """Write what a review changed for the annotator, in the format that the name of `out` asks for; return it.

    Markdown or JSON by the name's ending, else a package: see `feedback_sets.of_article`.  `is_anonymous`: with
    nobody's name but the annotator's.  Anything at `out` but such feedback stays, under another name.  UserError when there is
    none, or it cannot be written.
    """
    if out.suffix.lower() not in READABLE:
        return _pack_feedback(project, out, annotator, is_anonymous, kept)
    found = review_queue.feedback(project, annotator, ordered_roles(project.schema))
    if not found.articles:
        raise UserError(f"Nothing of {annotator}'s work has been reviewed yet.", where=project.folder)
    found = found.unnamed() if is_anonymous else found
    text = (
        as_markdown(found)
        if out.suffix.lower() in MARKDOWN
        else json.dumps(found.as_json(), ensure_ascii=False, indent=1)
    )
    with keeping(out, lambda there: _head(there.read_bytes()) == _head(text.encode()), "feedback", kept):
        whole_files.write_whole(out, text)
    return found


def _pack_feedback(project: Project, out: Path, annotator: str, is_anonymous: bool, kept: Kept) -> Feedback:
    """Write what is over of the reviews of the annotator's work as a package; return the feedback in it."""
    ordered = ordered_roles(project.schema)
    with project.db.reading():
        mine = list(packing.packed(project.db, annotator))
        gold = {made.article: made for made in packing.packed(project.db, GOLD)}
    each = [
        feedback_sets.of_article(made, gold.get(made.article), is_anonymous=is_anonymous, ordered=ordered)
        for made in mine
    ]
    sets = [made for sent in each for made in sent]
    if not sets:
        why = "No review of {}'s work is over and none was returned, so there is nothing to pack."
        raise UserError(why.format(annotator), where=project.folder)
    _write_package(project, out, (annotator, GOLD), sets, kept)
    reviewed = [review_queue.corrected(project, annotator, sent[0].article, ordered) for sent in each if sent]
    is_over = {made.article for made in sets if made.annotator == GOLD}
    told = (one if one.article in is_over else replace(one, corrections=()) for one in reviewed)
    found = feedback(annotator, told)
    return found.unnamed() if is_anonymous else found


@contextmanager
def keeping(out: Path, is_ours: Callable[[Path], bool], what: str, kept: Kept) -> Iterator[None]:
    """Keep what is at `out` under another name, unless it is ours, and tell so when `out` was written."""
    try:
        target = whole_files.free_target(out)
        name = whole_files.keep_aside(target) if is_file(target) and not is_ours(target) else None
        try:
            yield
        except BaseException:
            if name is not None and is_there(target) and os.path.samefile(name, target):
                name.unlink()
            raise
    except OSError as error:
        raise UserError(f"The {what} cannot be written: {cause(error)}.", where=out) from error
    if name is not None:
        kept(name)


def _is_such_a_package(path: Path, manifest: package.Manifest) -> bool:
    """Return True for a package of the same annotators' work in the same project."""
    try:
        there, _ = package.read(path)
    except UserError:
        return False
    return (there.project, there.annotators) == (manifest.project, manifest.annotators)


def _head(text: bytes) -> bytes:
    """Return what feedback begins with: that it is one, or a brace, and whose it is."""
    return b"".join(text.splitlines(keepends=True)[: 2 if text.startswith(b"{") else 1])
