"""The commands for datasets: what formats there are, and the export."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer

from annotations import formats, splitting
from annotations.errors import UserError
from annotations.formats.base import MISALIGNED, OVERLAPS, UNITS, Format, How
from annotations.formats.choice import ARTICLES, SPANS, Choice
from annotations.formats.export import Plan
from annotations.formats.export import export as write_export
from models import exports, queries
from models.project import Project
from ui.cli import Json, ProjectPath, ShowProgress, among, app, opened, report
from ui.progress import Progress


@app.command()
def export(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; a folder for some formats.")],
    format: Annotated[str, typer.Option(help="The format; see `formats`.")],
    annotator: Annotated[str, typer.Option(help="A name, gold, or all.")] = "all",
    articles: Annotated[str, typer.Option(help="done, reviewed or all.")] = "done",
    spans: Annotated[str, typer.Option(help="confirmed, suggested or all.")] = "confirmed",
    boilerplate: Annotated[bool, typer.Option(help="Spans that lie in boilerplate too.")] = False,
    offsets: Annotated[
        str | None, typer.Option(help="codepoints or utf16; else as the format has it.")
    ] = None,
    overlaps: Annotated[
        str, typer.Option(help="longest, priority (the schema's order) or keep.")
    ] = "longest",
    misaligned: Annotated[str, typer.Option(help="Spans off the tokens: cover or drop.")] = "cover",
    split: Annotated[str | None, typer.Option(help="Shares, such as 80/10/10: train, dev, test.")] = None,
    seed: Annotated[int, typer.Option(help="Another seed, another split.")] = 0,
    group_by: Annotated[
        str | None, typer.Option(help="A metadata field whose articles stay together; else source and date.")
    ] = None,
    strict: Annotated[bool, typer.Option(help="Write nothing when something cannot be carried.")] = False,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Write a dataset, read it again to prove it, and, beside it, its manifest."""
    among("--articles", articles, ARTICLES)
    among("--spans", spans, SPANS)
    among("--format", format, formats.names(to="write"))
    among("--overlaps", overlaps, OVERLAPS)
    among("--misaligned", misaligned, MISALIGNED)
    unit = _unit(formats.FORMATS[format], offsets)
    parted = splitting.parse(split, seed, group_by or "") if split else None
    choice = Choice(annotator, articles, spans, boilerplate)
    with opened(project) as at, Progress(progress, "exporting") as ticking:
        ticking.total = queries.count_records(at.db, annotator)
        how = How(at.schema, unit, overlaps, misaligned)
        manifest = _export(at, out, format, choice, how, parted, strict=strict, tick=ticking.tick)
    report(manifest, exported(manifest, out), json_ or progress)


def _export(
    at: Project,
    out: Path,
    format: str,
    choice: Choice,
    how: How,
    split: splitting.Split | None,
    *,
    strict: bool,
    tick: Callable[[], None],
) -> dict[str, Any]:
    """Writes the files; then the project remembers what left, and on which side."""
    sides, about = exports.sides(at.db, split, queries.records(at.db, choice.annotator), choice) if split else (None, None)
    kind = " ".join(
        [format, choice.annotator, choice.articles, choice.spans, split.name if split else ""]
    ).strip()
    with closing(exports.Leaving(at.db, kind)) as leaving:
        plan = Plan(
            sides,
            more=lambda: {"split": about, "since_last_export": leaving.changes()},
            strict=strict,
            wrote=leaving.note,
        )
        found = queries.records(at.db, choice.annotator)
        manifest = write_export(
            found, out, format=format, schema=at.schema, choice=choice, tick=tick, how=how, plan=plan
        )
        leaving.keep()
    if split and sides is not None:
        exports.keep_sides(at.db, split, sides)
    return manifest


def _unit(form: Format, asked: str | None) -> str:
    """UserError when the format does not count its offsets in the unit that is asked for."""
    if asked is not None:
        among("--offsets", asked, UNITS)
        if asked not in form.units:
            raise UserError(f"{form.name} has no offsets in {asked}; leave out --offsets.")
        return asked
    return form.units[0] if form.units else UNITS[0]


def exported(manifest: dict[str, Any], out: Path) -> str:
    """What an export did, in words."""
    spans = sum(manifest["spans_by_label"].values())
    lines = [f"Wrote {manifest['records']:,} records with {spans:,} spans to {out}."]
    left = ", ".join(f"{count:,} {reason}" for reason, count in manifest["left_out"].items())
    lines += [f"Left out: {left}."] if left else []
    for kind, lost in manifest["not_carried"].items():
        lines.append(f"Not carried: {lost['count']:,} {kind}, as {'; '.join(lost['examples'][:2])}")
    if split := manifest["split"]:
        lines.append(
            "Split: " + ", ".join(f"{side} {n:,}" for side, n in split["articles"].items()) + " articles."
        )
        lines += [f"Leak: {leak}" for leak in split["leaks"]]
    since = {name: one["count"] for name, one in manifest["since_last_export"].items() if one["count"]}
    lines += [
        "Since the last such export: " + ", ".join(f"{n:,} {name}" for name, n in since.items())
    ] * bool(since)
    return "\n".join(lines)


@app.command("formats")
def formats_(json_: Json = False) -> None:
    """List the formats: what each reads, writes and carries, and how it counts offsets."""
    rows = [format_row(form) for form in formats.FORMATS.values()]
    head = ("name", "reads", "writes", "overlaps", "facts", "attributes", "offsets", "about")
    table = [head, *(tuple(_word(row[name]) for name in head) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = [
        "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]
    report({"formats": rows}, "\n".join(lines), json_)


def format_row(form: Format) -> dict[str, Any]:
    """What the list says of a format."""
    return {
        "name": form.name,
        "reads": bool(form.read),
        "writes": bool(form.write),
        "overlaps": bool(form.write) and form.overlaps,
        "facts": bool(form.facts),
        "attributes": form.attributes,
        "offsets": form.unit(),
        "about": form.about,
    }


def _word(value: Any) -> str:
    return ("yes" if value else "") if isinstance(value, bool) else str(value)
