"""One part of a project's articles looked through: `suggest --shard i/n --out FILE`, for a scheduler's array of tasks.

The project is only read, so that any number of such commands may run at a time, also on copies of it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import typer

from annotations.errors import UserError
from annotations.problems import Noted
from annotations.suggest.foretold import elsewhere
from annotations.suggest.shards.shapes import MOST, ShardHead
from annotations.suggest.shards.writing import ShardFile
from annotations.whole_files import free_target, writing
from models.project import Project
from models.queries.suggesting.wanted import ArticlePart
from models.transfer.suggesting.shards import hashes_of
from ui.commands.base import count
from ui.commands.progress import ProgressReport
from ui.commands.suggesting.filling import LookRun, SuggestOptions, job_for, wanted_in
from ui.wording import spans_and_facts

WHY = "a shard only reads it"
SHAPE = re.compile(r"(\d{1,7})/(\d{1,7})", re.ASCII)
Shard = Annotated[
    str | None,
    typer.Option(
        metavar="I/N",
        help="Look through the I-th of N parts of the articles alone, only read the project, and write to --out what was found.",
    ),
]
Out = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The file for --shard; import it --as suggestions.")
]


def part_of(shard: str | None, out: Path | None, as_annotator: str | None) -> ArticlePart | None:
    """Return the part that is asked for, None where none is.  A usage error where it cannot be."""
    if shard is None and out is None:
        return None
    if shard is None or out is None:
        raise typer.BadParameter("--shard and --out go together: a part of the articles, and a file for it.")
    if as_annotator is not None:
        raise typer.BadParameter("--shard writes suggestions; --as-annotator cannot be asked for with it.")
    found = SHAPE.fullmatch(shard)
    number, of = map(int, found.groups()) if found else (0, 0)
    if not 1 <= number <= of <= MOST:
        raise typer.BadParameter(f"--shard is a part of so many, as 3/8, counted from 1, not {shard}.")
    return ArticlePart(number, of)


def write(
    at: Project,
    name: str,
    asked: SuggestOptions,
    part: ArticlePart,
    out: Path,
    ticking: ProgressReport,
    noted: Noted,
) -> dict[str, Any]:
    """Look through the part, and write what was found, whole or not at all; return the counts."""
    target = free_target(out)
    if target.is_dir():
        raise UserError("This is a folder; name a file to write.", where=out)
    job = job_for(at, asked.spread, name, asked.what, asked.trust)
    run = LookRun(at, asked.spread, job, wanted_in(at, asked.what, again=asked.again, part=part))
    head = ShardHead(*part, name, asked.what, asked.again, at.schema.hash())
    foreign = elsewhere(name, at.schema.language, at.folder)
    troubles, spans, facts = Noted(), 0, 0
    with writing(target) as made, made.open("w", encoding="ascii", newline="\n") as file:
        shard = ShardFile(file, head)
        for answer in run.answers(troubles.note, ticking):
            hashes = hashes_of(at, (one.article for one in answer.looked))
            for one in answer.looked:
                shard.add(one, hashes[one.article])
                spans += sum(item.kind == "span" for item in one.pool or ())
                facts += len(one.facts or ())
        shard.end(tuple(troubles.lines()))
    noted.note(*troubles.lines())
    counts = {
        "shard": part.number,
        "of": part.of,
        "articles": run.looked,
        "suggestions": spans,
        "facts": facts,
    }
    return {**counts, "out": str(out), **({"language": foreign} if foreign else {})}


def told(result: dict[str, Any]) -> str:
    """Return what a shard has, in a sentence, and what to do with it."""
    found = spans_and_facts(result["suggestions"], result["facts"]) or "nothing"
    said = f"Found {found} in {count(result['articles'], 'article')}, part {result['shard']:,} of {result['of']:,}: {result['out']}."
    return " ".join(
        filter(None, (said, "Bring it in by `import --as suggestions`.", result.get("language", "")))
    )
