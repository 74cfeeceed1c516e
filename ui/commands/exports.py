"""The commands for datasets: what formats there are, and the export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from annotations import formats
from annotations.errors import UserError
from annotations.formats.base import MISALIGNED, OVERLAPS, Format, How, Record
from annotations.formats.units import UNITS
from annotations.formats.writing import split as splitting
from annotations.formats.writing.across import export_across, preview_across
from annotations.formats.writing.export import Plan
from annotations.formats.writing.export import export as write_export
from annotations.formats.writing.preview import preview as show
from annotations.formats.writing.preview import refused
from annotations.formats.writing.selection import ARTICLES, SPANS, Choice
from annotations.formats.writing.soft_labels import side_by_side
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import ordered_roles
from models.project import Project
from models.queries import articles as article_queries
from models.queries.comparing import leaving, own_ids
from models.queries.people import machines
from models.queries.true_golds import GoldsLeaving
from models.transfer import exports
from ui.commands.base import WAIT, Json, ProjectPath, ShowProgress, Wait, among, app, opened, report
from ui.commands.comparing import unknown, whose
from ui.commands.progress import ProgressReport
from ui.export.export_words import Wanted, previewed, proved_or_not

NOT_NOTED = (
    "The export is written, whole. In the project is not noted what left, by which the next export would be "
    "compared and split: {why}"
)
Soft = Annotated[
    bool, typer.Option(help="One line an article, each span with how many of its annotators marked it.")
]
SafeCells = Annotated[
    bool, typer.Option("--safe-cells", help="csv: an apostrophe before cells that a spreadsheet would run.")
]

WhoseLeaves = Annotated[
    str | None,
    typer.Option(help="A name, gold, or all; else all, and for formats across articles as compare."),
]
WhichArticles = Annotated[
    str | None, typer.Option(help="done, reviewed or all; else done, for formats across articles all.")
]
Singletons = Annotated[bool, typer.Option("--singletons", help="coref: chains of one mention too.")]
Offsets = Annotated[str | None, typer.Option(help="codepoints or utf16; else as the format has it.")]
Overlaps = Annotated[str, typer.Option(help="longest, priority (the schema's order) or keep.")]
GroupBy = Annotated[
    str | None, typer.Option(help="A metadata field whose articles stay together; else source and date.")
]


@app.command()
def export(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; a folder for some formats.")],
    format: Annotated[str, typer.Option(help="The format; see `formats`.")],
    annotator: WhoseLeaves = None,
    articles: WhichArticles = None,
    spans: Annotated[str, typer.Option(help="confirmed, suggested or all.")] = "confirmed",
    boilerplate: Annotated[bool, typer.Option(help="Spans that lie in boilerplate too.")] = False,
    offsets: Offsets = None,
    overlaps: Overlaps = "longest",
    misaligned: Annotated[str, typer.Option(help="Spans off the tokens: cover or drop.")] = "cover",
    split: Annotated[str | None, typer.Option(help="Shares, such as 80/10/10: train, dev, test.")] = None,
    seed: Annotated[int, typer.Option(help="Another seed, another split.")] = 0,
    group_by: GroupBy = None,
    strict: Annotated[bool, typer.Option(help="Write nothing when something cannot be carried.")] = False,
    soft: Soft = False,
    safe_cells: SafeCells = False,
    singletons: Singletons = False,
    preview: Annotated[bool, typer.Option(help="Count, and show the first records; write nothing.")] = False,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Write a dataset, read it again to prove it, and, beside it, its manifest."""
    among("--format", format, formats.names(to="write"))
    form = formats.FORMATS[format]
    _check(form, overlaps, misaligned, safe_cells, singletons, is_split=split is not None)
    unit = _unit(form, offsets)
    parted = splitting.parse(split, seed, group_by or "") if split else None
    choice = _chosen(form, annotator, articles, spans, boilerplate, soft)
    with opened(project, wait=wait) as at, ProgressReport(progress, "exporting") as ticking:
        how = How(at.schema, unit, overlaps, misaligned, safe_cells, singletons)
        checking = GoldsLeaving(at, ordered_roles(at.schema), ARTICLES[choice.articles])
        asked = ExportOptions(out, format, choice, how, parted, strict, checking)
        made = _made(at, asked, ticking, preview=preview)
    said = previewed(made, Wanted(str(out), format, choice)) if preview else proved_or_not(made, out)
    report(made, f"{said}\n{made.get('notice', '')}".strip(), json_ or progress)
    if not made.get("proved", True):
        raise typer.Exit(1)


def _made(
    project: Project, asked: ExportOptions, ticking: ProgressReport, *, preview: bool
) -> dict[str, Any]:
    """Return the report of the export, or of the look at it, with a notice where nobody has the annotator's name."""
    if not formats.FORMATS[asked.format].across:
        return (_preview if preview else _export)(project, asked, ticking)
    noted = unknown(project, asked.choice.annotator)
    return {**_across(project, asked, preview), **({"notice": noted} if noted else {})}


def _chosen(
    form: Format, annotator: str | None, articles: str | None, spans: str, boilerplate: bool, soft: bool
) -> Choice:
    """Return the choice; one that is not said is another where the format is of the whole project, which has no state."""
    who = whose(annotator) if form.across else annotator or "all"
    choice = Choice(who, articles or ("all" if form.across else "done"), spans, boilerplate, soft)
    among("--articles", choice.articles, ARTICLES)
    among("--spans", spans, SPANS)
    if soft and not choice.has_soft(form.name):
        raise typer.BadParameter("--soft is for confirmed spans of all annotators as jsonl.")
    return choice


def _check(
    form: Format, overlaps: str, misaligned: str, safe_cells: bool, singletons: bool, *, is_split: bool
) -> None:
    among("--overlaps", overlaps, OVERLAPS)
    among("--misaligned", misaligned, MISALIGNED)
    if safe_cells and not form.cells:
        raise typer.BadParameter("--safe-cells is for csv: nothing else is opened in a spreadsheet.")
    if singletons and not form.chains:
        raise typer.BadParameter("--singletons is for coref: in other formats nothing is left out for it.")
    if is_split and form.across:
        raise typer.BadParameter(f"--split is for formats of articles; {form.name} is of the whole project.")


@dataclass(frozen=True)
class ExportOptions:
    """An export as it was asked for."""

    out: Path
    format: str
    choice: Choice
    how: How
    split: splitting.Split | None
    strict: bool
    golds: GoldsLeaving

    @property
    def kind(self) -> str:
        """Return the name of the export's kind; exports of one kind are compared with one another."""
        choice, split = self.choice, self.split.name if self.split else ""
        whose = "all soft" if choice.soft else choice.annotator
        return f"{self.format} {whose} {choice.articles} {choice.spans} {split}".strip()

    def sides(
        self, at: Project, ticking: ProgressReport, *, later: int
    ) -> tuple[dict[str, str] | None, dict[str, Any] | None]:
        """Return each article's side of the split, and what the manifest says of it; None without a split.

        `later`: how many more phases there are.
        """
        if self.split is None:
            return None, None
        grouped = self.records(at, ticking, "grouping", later=later)
        return exports.sides(at, self.split, grouped, self.choice)

    def records(
        self, at: Project, ticking: ProgressReport, doing: str, *, later: int = 0
    ) -> Iterator[Record]:
        """Return the records that may leave: a phase of its own, before `later` more of about as many."""
        count = article_queries.count_records(at, self.choice.annotator)
        tick = ticking.begin(doing, count, later=count * later)
        found = self.golds.checked(article_queries.records(at, self.choice.annotator))
        records = _ticked(own_ids.told(at, found, self.choice.annotator), tick)
        return side_by_side(records, ARTICLES[self.choice.articles]) if self.choice.soft else records


def _export(at: Project, asked: ExportOptions, ticking: ProgressReport) -> dict[str, Any]:
    """Write the files; then keep in the project what left, and on which side.  Return the manifest."""
    sides, about = asked.sides(at, ticking, later=2)
    with closing(exports.Leaving(at, asked.kind)) as leaving:
        manifest = write_export(
            asked.records(at, ticking, "exporting", later=1),
            asked.out,
            format=asked.format,
            schema=at.schema,
            choice=asked.choice,
            how=asked.how,
            plan=Plan(
                sides,
                more=lambda: {
                    "split": about,
                    "since_last_export": leaving.changes(),
                    **asked.golds.as_json(),
                },
                strict=asked.strict,
                wrote=leaving.note,
                proving=partial(ticking.begin, "proving"),
            ),
        )
        try:
            leaving.keep()
            if asked.split and sides is not None:
                exports.keep_sides(at, asked.split, sides)
        except UserError as error:
            raise UserError(NOT_NOTED.format(why=error.sentence), where=asked.out) from error
    return {**manifest, "not_remembered": at.read_only} if at.read_only else manifest


def _preview(at: Project, asked: ExportOptions, ticking: ProgressReport) -> dict[str, Any]:
    """Count what would leave; neither a file nor the project is written."""
    sides, about = asked.sides(at, ticking, later=1)
    made = show(
        asked.records(at, ticking, "counting"),
        asked.out,
        format=asked.format,
        choice=asked.choice,
        how=asked.how,
        sides=sides,
    )
    refusal = refused(made["not_carried"], asked.strict)
    return {**made, "refused": refusal, "split": about, **_people(at), **asked.golds.as_json()}


def _across(at: Project, asked: ExportOptions, is_preview: bool) -> dict[str, Any]:
    """Write what is said across articles, or count what would leave."""
    found = leaving.across(at, asked.choice)
    if not is_preview:
        return export_across(
            found, asked.out, format=asked.format, choice=asked.choice, how=asked.how, strict=asked.strict
        )
    made = preview_across(found, asked.out, format=asked.format, choice=asked.choice, how=asked.how)
    refusal = refused(made["not_carried"], asked.strict)
    return {**made, "refused": refusal, "split": None, **_people(at)}


def _people(at: Project) -> dict[str, list[str]]:
    return {"annotators": article_queries.annotators(at), "machines": [*machines(at)]}


def _ticked(records: Iterable[Record], tick: Callable[[], None]) -> Iterator[Record]:
    for entry in records:
        yield entry
        tick()


def _unit(form: Format, asked: str | None) -> str:
    """Return the unit of the offsets; raise UserError when the format has not the one asked for."""
    if asked is not None:
        among("--offsets", asked, UNITS)
        if asked not in form.units:
            raise UserError(f"{form.name} has no offsets in {asked}; leave out --offsets.")
        return asked
    return form.units[0] if form.units else UNITS[0]


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
    """Return a format's row in the list of formats, for JSON."""
    return {
        "name": form.name,
        "reads": bool(form.read),
        "writes": form.is_written,
        "overlaps": form.is_written and form.overlaps,
        "facts": bool(form.facts),
        "attributes": form.attributes,
        "offsets": form.unit(),
        "about": form.about,
    }


def _word(value: Any) -> str:
    return ("yes" if value else "") if isinstance(value, bool) else str(value)
