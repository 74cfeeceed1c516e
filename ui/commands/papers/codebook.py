"""The command that writes the codebook of a project."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from annotations.formats.writing.output import Output
from annotations.formats.writing.selection import ARTICLES
from annotations.paper.codebook import EXAMPLES, KINDS, Codebook
from annotations.paper.codebook_html import codebook_html
from annotations.paper.codebook_markdown import codebook_markdown
from annotations.paper.writing import write_files
from models.queries.paper.codebook import codebook_of
from ui.commands.base import Json, ProjectPath, ShowProgress, among, app, opened, report
from ui.commands.papers.paper import NoExamples, OutFolder, WhichArticles
from ui.commands.progress import ProgressReport

HTML, MARKDOWN = ".html", ".md"


@app.command()
def codebook(
    project: ProjectPath,
    out: OutFolder,
    articles: WhichArticles = "done",
    examples: Annotated[
        int, typer.Option(min=0, max=40, help="Of each kind: confirmed, differed on, rejected.")
    ] = EXAMPLES,
    no_examples: NoExamples = False,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Write the guidelines with examples of the work, as HTML and Markdown."""
    among("--articles", articles, ARTICLES)
    Output(out, folder=True)  # refused before anything is read
    with opened(project) as at, ProgressReport(progress, "choosing examples") as ticking:
        book = codebook_of(at, ticking, articles=articles, examples=0 if no_examples else examples)
        about = {"project": at.schema.name, "schema_hash": at.schema.hash()}
    files = {
        f"codebook{HTML}": codebook_html(book),
        f"codebook{MARKDOWN}": codebook_markdown(book),
        "codebook.json": json.dumps(book.as_json(), indent=2)
        + "\n",  # ASCII: names may hold halves of a pair
    }
    written = write_files(files, out, kind="codebook", about=about)
    chosen = _by_kind(book)
    made = {"codebook": str(out), "files": written, "examples": chosen}
    said = ", ".join(f"{number:,} {kind}" for kind, number in chosen.items())
    count = len(book.labels) + len(book.types) + len(book.topics)
    entries = f"{count:,} {'entry' if count == 1 else 'entries'}"
    report(made, f"Wrote {out}: {', '.join(written)}, of {entries}; examples: {said}.", json_ or progress)


def _by_kind(book: Codebook) -> dict[str, int]:
    entries = (*book.labels, *book.types)
    return {kind: sum(len(one.examples.get(kind, ())) for one in entries) for kind in KINDS}
