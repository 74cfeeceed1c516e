"""The command that looks for slips in a whole project."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Annotated, Any

import typer

from annotations.formats.base import Record
from annotations.lint.check import Finding, Labels, Work, labels_of
from annotations.lint.span_checks import LOOKS
from annotations.lint.span_checks import lint as look
from annotations.sets import AnnotationSet, Boilerplate
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.text.spacy_tokens import tokenizer, tokens_of
from annotations.text.text import quoted
from models.project import Project
from models.queries import articles as article_queries
from ui.commands.base import Json, ProjectPath, ShowProgress, app, opened, report
from ui.commands.progress import ProgressReport

Bounds = list[tuple[int, int]]


@app.command()
def lint(
    project: ProjectPath,
    annotator: Annotated[str, typer.Option(help="Whose work; else everybody's.")] = "all",
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Look for slips: odd bounds, wordings labelled in two ways or missed, labels the schema lacks."""
    with opened(project) as at, ProgressReport(progress, "looking") as ticking:
        ticking.total = 2 * article_queries.count_records(at, annotator)
        found = _findings(at, annotator, ticking)
    counts = Counter(row["look"] for row in found)
    lines = [f"{row['article']}:{row['start']}-{row['end']}: {row['sentence']}" for row in found]
    lines += [f"{counts[row.name]:,} of: {row.about}" for row in LOOKS if counts[row.name]]
    result = {"findings": found, "counts": dict(counts)}
    report(result, "\n".join(lines) or "Nothing was found.", json_ or progress)


def _findings(project: Project, annotator: str, progress: ProgressReport) -> list[dict[str, Any]]:
    """Return the findings in each set; bounds are held against spaCy's tokens, as in training."""
    labels: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for record in article_queries.records(project, annotator):
        if made := record.set:
            confirmed = (span for span in made.spans.values() if span.status is Status.CONFIRMED)
            for wording, counts in labels_of(record.article.text, confirmed).items():
                labels[made.annotator][wording] += counts
        progress.tick()
    nlp, found = tokenizer(project.schema.language), []
    for record in article_queries.records(project, annotator):
        if made := record.set:
            work = _work(record, made, project, tokens_of(nlp, record.article.text), labels[made.annotator])
            found += [_row(record, made.annotator, finding) for finding in look(work)]
        progress.tick()
    return found


def _work(record: Record, made: AnnotationSet, project: Project, tokens: Bounds, labels: Labels) -> Work:
    pool = (item for item in record.pool if isinstance(item, Span | Boilerplate))
    return Work(record.article.text, Sheet(pool, made), project.schema, tokens, labels)


def _row(record: Record, annotator: str, finding: Finding) -> dict[str, Any]:
    words = quoted(record.article.text, finding.start, finding.end)
    return {
        "article": record.article.id,
        "title": record.article.title,
        "annotator": annotator,
        "words": words,
        **finding._asdict(),
    }
