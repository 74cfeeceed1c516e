"""The command that lists facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from annotations.fact_attributes import compared, value_json
from annotations.facts import Fact
from annotations.suggest.foretold import elsewhere
from models.project import Project
from models.queries import articles as article_queries
from models.queries.comparing import comparing, proposals
from models.queries.wordings.trigger_words import offered_triggers
from models.settings import Settings, annotator_name
from ui.commands import group_table
from ui.commands.base import Json, ProjectPath, app, count, opened, report
from ui.commands.comparing import WhoCompares, unknown, whose
from ui.wording import never_suggested


@app.command("facts")
def facts_(
    project: ProjectPath,
    annotator: WhoCompares = None,
    counts: Annotated[bool, typer.Option("--counts", help="Only how many there are.")] = False,
    groups: Annotated[
        bool, typer.Option("--groups", help="What several articles say, and how that goes together.")
    ] = False,
    triggers: Annotated[
        bool,
        typer.Option("--triggers", help="Words that facts were confirmed on and that are no triggers yet."),
    ] = False,
    json_: Json = False,
) -> None:
    """List the facts of every article, confirmed and suggested, with counts by type and status; or groups of them."""
    if groups:
        _groups(project, whose(annotator), json_)
        return
    if triggers:
        _triggers(project, json_)
        return
    with opened(project) as at:
        name = annotator_name(annotator, Settings())
        never = at.schema.never_proposed
        foreign = elsewhere(at.schema.pipeline, at.schema.language, at.folder)
        rows = [row for id_ in article_queries.article_ids(at) for row in _rows(at, id_, name)]
    tally = Counter((row["type"], row["status"]) for row in rows)
    types: dict[str, dict[str, int]] = {}
    for (type_, status), many in sorted(tally.items()):
        types.setdefault(type_, {})[status] = many
    result = {"annotator": name, "counts": types, **({} if counts else {"facts": rows})}
    lines = [] if counts else [_line(row) for row in rows]
    lines += [f"{type_}: {_said(found)}" for type_, found in types.items()]
    told = "\n".join(lines) or f"There are no facts. {foreign or 'Try `suggest --what facts`.'}"
    result |= {"never_suggested": dict(never)} if never else {}
    report(result, "\n".join([told, *never_suggested(never)]), json_)


def _groups(project: Path, who: str, as_json: bool) -> None:
    """Report the fact groups as they stand; without a search there are those alone that a person made."""
    with opened(project) as at:
        found = comparing.comparison(at, who)
        is_searched = proposals.last_search(at) is not None
        result: dict[str, Any] = {**group_table.table(at, who)} if as_json else {}
        noted = unknown(at, who)
    told = [] if is_searched else ["Nothing was compared yet: `compare` proposes groups."]
    told += [noted] if noted else []
    result |= {"notice": noted} if noted and as_json else {}
    report(result, "\n".join([*group_table.as_text(found), *told]), as_json)


def _triggers(project: Path, as_json: bool) -> None:
    """Report the words to add to the triggers of each type."""
    with opened(project) as at:
        at.learning.learned("", whole=True)
        found = offered_triggers(at, at.schema)
    lines = [f"{one.type}: {one.word} ({count(one.times, 'fact')})" for one in found]
    told = (
        "\n".join(lines)
        or "There is no word that two facts were confirmed on and that is no trigger of their type."
    )
    report({"triggers": [asdict(one) for one in found]}, told, as_json)


def _rows(at: Project, id_: str, annotator: str) -> list[dict[str, Any]]:
    text = at.article(id_).text
    return [_row(id_, text, fact) for fact in at.sheet(id_, annotator).facts()]


def _row(article: str, text: str, fact: Fact) -> dict[str, Any]:
    """Return a fact for JSON: trigger and fillers as words of the text, not as offsets."""
    quotes = {role.role: [text[f.start : f.end] for f in role.fillers] for role in fact.roles}
    return {
        "article": article,
        "id": fact.id,
        "type": fact.type,
        "trigger": text[slice(*fact.trigger)] if fact.trigger else None,
        "roles": quotes,
        **{row.name: value_json(fact.attribute(row.name)) for row in compared()},
        "status": fact.status.value,
        "score": fact.score,
    }


def _line(row: dict[str, Any]) -> str:
    roles = ", ".join(f"{name} {' + '.join(quotes)}" for name, quotes in row["roles"].items())
    how = ", ".join(filter(None, (of.words(row[of.name]) for of in compared())))
    return (
        f"{row['article']}  {row['type']} “{row['trigger'] or ''}” ({row['status']}, {how}): {roles}".replace(
            "\n", " "
        )
    )


def _said(found: dict[str, int]) -> str:
    return ", ".join(f"{many:,} {status}" for status, many in found.items())
