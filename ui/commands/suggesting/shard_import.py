"""Shards brought in by `import --as suggestions`: what they had, and what is missing still."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from annotations.errors import UserError
from annotations.formats.reading.how_read import Source
from annotations.problems import Problem
from annotations.suggest.shards import reading
from annotations.suggest.shards.reading import ShardContent
from models.project import Project
from models.transfer.suggesting.shards import ShardArrivals
from ui.commands.base import count, report
from ui.commands.progress import ProgressReport
from ui.terminal import complain
from ui.wording import spans_and_facts

NAMED = 20  # missing parts that are named of many
AS = "This is a shard of `suggest --shard`: import it with --as suggestions."
ALONE = "These are no shards of `suggest --shard`, and shards are imported by themselves: {others}."


def shards_among(sources: Sequence[Source | Problem], as_: str) -> list[Path]:
    """Return the files when they are shards, else nothing.  UserError when only some are, or --as says something else."""
    paths = [one.path for one in sources if isinstance(one, Source)]
    found = [path for path in paths if reading.is_shard(path)]
    if found and as_ != "suggestions":
        raise UserError(AS, where=found[0])
    if found and len(found) < len(paths):
        raise UserError(ALONE.format(others=", ".join(str(path) for path in paths if path not in found)))
    return found


def bring_in(at: Project, paths: Sequence[Path], ticking: ProgressReport) -> dict[str, Any]:
    """Bring the shards in; return the counts, and what could not be taken.  One that is not whole leaves the others."""
    arrivals, shards = ShardArrivals(at), list[ShardContent]()
    for path in paths:
        try:
            shards.append(reading.opened(path))
        except UserError as error:
            arrivals.problems.add(Problem(path, None, error.sentence))
    ticking.total = sum(shard.end.articles for shard in shards)
    for shard in shards:
        arrivals.take(shard, ticking.tick)
    return {
        "files": len(paths),
        "shards": len(shards),
        "articles": arrivals.articles,
        "suggestions": arrivals.spans,
        "facts": arrivals.facts,
        "already_there": arrivals.already,
        "missing": missing(shards),
        "left": arrivals.left(),
        "notices": arrivals.notices.lines(),
        "problems": arrivals.problems.lines(),
    }


def missing(shards: Sequence[ShardContent]) -> list[str]:
    """Return the parts, as 2/8, that are not among the shards of so many parts."""
    found = defaultdict[int, set[int]](set)
    for shard in shards:
        found[shard.head.of].add(shard.head.number)
    return [f"{part}/{of}" for of, there in found.items() for part in range(1, of + 1) if part not in there]


def report_shards(result: dict[str, Any], as_json: bool) -> None:
    """Print what came, and what is missing; each problem is a line on stderr, and the exit code 1 then."""
    report(result, "\n".join([_told(result), *result["notices"]]), as_json)
    for problem in result["problems"]:
        complain(f"factmark: {problem}")
    if result["problems"]:
        raise typer.Exit(1)


def _told(result: dict[str, Any]) -> str:
    found = spans_and_facts(result["suggestions"], result["facts"]) or "nothing"
    said = [
        f"{found} for {count(result['articles'], 'article')} came from {count(result['shards'], 'shard')}."
    ]
    if there := result["already_there"]:
        said.append(f"{count(there, 'article')} had suggestions already and kept them.")
    if lacking := result["missing"]:
        more = f" and {len(lacking) - NAMED:,} more" if len(lacking) > NAMED else ""
        among = "these files" if result["shards"] == result["files"] else "the shards that were taken"
        said.append(f"Not among {among}: the parts {', '.join(lacking[:NAMED])}{more}.")
    if left := result["left"]:
        have = "has" if left == 1 else "have"
        said.append(f"{count(left, 'article')} still {have} none: `suggest` looks through what is missing.")
    elif result["shards"] and not lacking:
        said.append("No article lacks any.")
    return " ".join(said)
