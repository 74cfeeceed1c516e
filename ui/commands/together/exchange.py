"""The commands of two people: giving out articles, packages and feedback."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from annotations.exchange.suffixes import SUFFIX
from annotations.sets import GOLD
from annotations.text.counts import counted
from models.queries import people, true_golds
from models.settings import Settings, annotator_name
from models.transfer import annotators, assignments, exchange
from models.transfer.merging import Merged
from models.transfer.packs import handing_on
from models.transfer.who import Answers
from ui.commands.base import WAIT, Json, ProjectPath, ShowProgress, Wait, app, opened, report
from ui.commands.progress import ProgressReport
from ui.terminal import complain
from ui.wording import asked, how_to_answer, kept_said, merged, pieces_of_work

Names = Annotated[list[str], typer.Argument(metavar="ANNOTATOR...", help="Their names.")]
Whose = Annotated[str | None, typer.Option("--annotator", help="Whose work: a name, or gold.")]
Out = Annotated[
    Path,
    typer.Argument(metavar="OUT", help=f"The file to write; one called {SUFFIX} opens by a double click."),
]


@app.command()
def assign(
    project: ProjectPath,
    annotators: Names,
    overlap: Annotated[float, typer.Option(help="Per cent of the articles that go to several.")] = 0.0,
    to: Annotated[int, typer.Option(help="To how many each of those goes.")] = 2,
    seed: Annotated[int, typer.Option(help="Another number gives other articles.")] = 0,
    again: Annotated[bool, typer.Option(help="Give out all anew, not only what nobody has.")] = False,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Give articles to annotators; the same names and seed give the same in every copy of the project."""
    names = [annotator_name(name, Settings()) for name in annotators]
    with opened(project, wait=wait) as at, ProgressReport(progress, "assigning"):
        near = [said for n, name in enumerate(names) for said in people.near(at, name, names[:n])]
        given = exchange.assign(at, names, overlap=overlap / 100, to=to, seed=seed, again=again)
        counts = assignments.counts(at)
    each = ", ".join(f"{name} has {count:,}" for name, count in counts.items())
    report(
        {"given": given, "annotators": counts},
        f"Gave out {given:,} articles: {each or 'nobody has any'}.",
        json_ or progress,
    )
    for sentence in near:
        complain(f"factmark: {sentence}")


@app.command()
def pack(
    project: ProjectPath,
    out: Out,
    annotator: Whose = None,
    whole: Annotated[
        bool,
        typer.Option("--project", help="The whole project, with everybody's work, to be opened elsewhere."),
    ] = False,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Write one annotator's work as a package, to be merged into another copy of the project, or the project itself."""
    if whole == (annotator is not None):
        raise typer.BadParameter("Say --annotator NAME, or --project for all of it.")
    if annotator is None:
        _pack_project(project, out, json_=json_, progress=progress)
        return
    name = annotator if annotator == GOLD else annotator_name(annotator, Settings())
    with opened(project) as at, ProgressReport(progress, "packing"):
        kept = list[Path]()
        gold = true_golds.put_right(at) if name == GOLD else []
        manifest = exchange.pack(at, out, name, kept=kept.append)
    pieces = manifest.sets - manifest.given
    said = f"Packed {pieces_of_work(pieces)} of {name} in {out}.{kept_said(map(str, kept))}"
    result = {"package": str(out), "annotator": name, "sets": pieces, **_set_aside(kept)}
    report({**result, **({"gold": gold} if gold else {})}, "\n".join([said, *gold]), json_ or progress)


def _pack_project(project: Path, out: Path, *, json_: bool, progress: bool) -> None:
    with opened(project) as at, ProgressReport(progress, "packing"):
        kept = list[Path]()
        packed = handing_on.pack(at, out, kept=kept.append)
    many = counted(packed.articles, "article")
    result = {"package": str(out), "project": packed.project, "articles": packed.articles}
    said = f"Packed the project with {many} in {out}.{kept_said(map(str, kept))}"
    report({**result, **_set_aside(kept)}, said, json_ or progress)


@app.command()
def unpack(
    package: Annotated[Path, typer.Argument(metavar="PACK", help="What `pack --project` wrote.")],
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project's folder, which is made.")],
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Make a project of a packed one, in a new folder."""
    with ProgressReport(progress, "unpacking"):
        packed = handing_on.unpack(package, project)
    said = f"Made {project}: {packed.project}, with {counted(packed.articles, 'article')}."
    result = {"project": str(project), "name": packed.project, "articles": packed.articles}
    report(result, said, json_ or progress)


@app.command()
def merge(
    project: ProjectPath,
    package: Annotated[
        Path, typer.Argument(metavar="PACKAGE", help="What `pack` or `feedback` wrote, with whatever suffix.")
    ],
    same: Annotated[
        list[str] | None,
        typer.Option(
            "--same-person", metavar="NAME", help="This name is one person, here and in the package."
        ),
    ] = None,
    rename: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=NEW", help="This name is somebody else in the package, called NEW here."),
    ] = None,
    by: Annotated[str | None, typer.Option(hidden=True, help="Who merges.")] = None,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Bring a package in: of each item the later one stays; what does not fit is named and skipped.

    Work of one name from two copies is left out, with exit code 1, until you say whether that is one person.
    """
    answers = Answers(same=same or (), renames=dict(map(_renamed, rename or ())))
    with opened(project, wait=wait) as at, ProgressReport(progress, "merging") as ticking:

        def tick(sets: int) -> None:
            ticking.total = sets
            ticking.tick()

        name = annotator_name(by, Settings())
        done = handing_on.merge(at, package, by=name, tick=tick, answers=answers)
    said = _merged_json(done)
    report(said, "\n".join(merged(said)), json_ or progress)
    for one in said["asked"]:
        complain(f"factmark: {asked(one)} {how_to_answer(one)}")
    if done.asked:
        raise typer.Exit(1)


@app.command("rename-annotator")
def rename_annotator(
    project: ProjectPath,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The name until now.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The name from now on, which nobody has.")],
    by: Annotated[str | None, typer.Option(hidden=True, help="Who renames.")] = None,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Give an annotator another name in sets, history, reviews and assignments, behind a backup.

    What comes later from the copies that they worked in gets the new name too.
    """
    settings = Settings()
    to, presser = annotator_name(new, settings), annotator_name(by, settings)
    with opened(project, wait=wait) as at, ProgressReport(progress, "renaming"):
        done = annotators.rename(at, old, to, by=presser)
        near = people.looking_like(at, to)
    said = f"{old} is {to} now: {pieces_of_work(done.sets)}. The project as it was: {done.copy.name}."
    if presser == old:
        said += f" You still work as {old}: change your name in the settings, or with --annotator."
    report({"old": old, "new": to, "sets": done.sets, "backup": str(done.copy)}, said, json_ or progress)
    for sentence in near:
        complain(f"factmark: {sentence}")


@app.command()
def feedback(
    project: ProjectPath,
    annotator: Annotated[str, typer.Argument(metavar="ANNOTATOR", help="Whose work was reviewed.")],
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help="A .md or .json file to read, else a package to merge.")
    ],
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Tell an annotator what the review changed and why."""
    name = annotator_name(annotator, Settings())
    with opened(project) as at, ProgressReport(progress, "writing"):
        kept = list[Path]()
        hidden = at.schema.anonymous
        found = exchange.write_feedback(at, out, name, is_anonymous=hidden, kept=kept.append)
    counts = {"articles": len(found.articles), "items": found.items, "kept": found.kept}
    corrected = sum(count for _, _, count in found.counts())
    where = counted(len(found.articles), "article")
    said = f"Wrote {out}: {counted(corrected, 'correction')} in {where}."
    result = {"feedback": str(out), **counts, "corrections": corrected, **_set_aside(kept)}
    report(result, said + kept_said(map(str, kept)), json_ or progress)


def _set_aside(kept: list[Path]) -> dict[str, list[str]]:
    return {"set_aside": list(map(str, kept))} if kept else {}


def _merged_json(done: Merged) -> dict[str, Any]:
    return {
        "sets": done.sets,
        "unchanged": done.unchanged,
        "items": {"added": done.added, "changed": done.changed, "deleted": done.deleted},
        "mapped": [{"theirs": theirs, "ours": ours} for theirs, ours in done.mapped],
        "skipped": [{"id": id_, "title": title, "why": why} for id_, title, why in done.skipped],
        "notices": done.notices,
        "labels_added": done.labels_added,
        "assigned": done.assigned,
        "asked": [asdict(question) for question in done.asked],
        "renamed": [{"old": old, "new": new} for old, new in done.renamed.items()],
    }


def _renamed(words: str) -> tuple[str, str]:
    """Return name and new name of NAME=NEW.  A usage error when it is not that."""
    old, equals, new = words.partition("=")
    if not equals or not old.strip():
        raise typer.BadParameter(f"--rename is NAME=NEW, not {words}.")
    return old.strip(), annotator_name(new, Settings())
