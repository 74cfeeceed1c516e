"""The command that writes what is to be said of a data set in its paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from annotations.formats.writing.output import Output
from annotations.formats.writing.selection import ARTICLES
from annotations.paper.writing import paper_files, write_files
from annotations.text.counts import counted
from models.queries.paper.gathering import PaperChoice, paper_of
from ui.commands.base import Json, ProjectPath, ShowProgress, among, app, opened, report
from ui.commands.progress import ProgressReport

OutFolder = Annotated[Path, typer.Argument(metavar="OUT", help="The folder to write; anew where it is ours.")]
Whose = Annotated[
    str | None, typer.Option(help="A name, gold or all; else gold where there is any that counts, else all.")
]
WhichArticles = Annotated[str, typer.Option(help="done, reviewed or all.")]
Pseudonyms = Annotated[
    bool, typer.Option("--pseudonyms", help="A1, A2, ... in place of people's names, in every file.")
]
NoExamples = Annotated[
    bool, typer.Option("--no-examples", help="No words of the articles, which may be protected.")
]


@app.command()
def paper(
    project: ProjectPath,
    out: OutFolder,
    annotator: Whose = None,
    articles: WhichArticles = "done",
    pseudonyms: Pseudonyms = False,
    no_examples: NoExamples = False,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Write a data statement (Markdown, LaTeX), a datasheet and a dataset card of the project, and their facts as JSON."""
    among("--articles", articles, ARTICLES)
    Output(out, folder=True)  # refused before anything is counted
    asked = PaperChoice(annotator or "", articles, pseudonyms, not no_examples)
    with opened(project) as at, ProgressReport(progress, "counting") as ticking:
        found = paper_of(at, asked, ticking)
    about = {"project": found["data_set"]["name"], "schema_hash": found["data_set"]["schema_hash"]}
    written = write_files(paper_files(found), out, kind="paper", about=about)
    made = {**found, "paper": str(out), "files": written}
    report(made, told(made), json_ or progress)


def told(made: dict[str, Any]) -> str:
    """Return what was written, and what is left to the author, in words."""
    sizes, asked = made["sizes"], made["blanks"]
    size = f"{counted(sizes['articles'], 'article')}, {counted(sizes['spans'], 'span')}, {counted(sizes['facts'], 'fact')}"
    lines = [f"Wrote {made['paper']}: {', '.join(made['files'])}, of {size}."]
    if asked:
        lines += [
            f"{counted(len(asked), 'place')} marked [AUTHOR: ...] are left to you:",
            *(f"  {one}" for one in asked),
        ]
    return "\n".join(lines)
