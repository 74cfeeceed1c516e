"""The command that compares articles: entities and fact groups are proposed across them, and how they stand is counted."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

import typer

from annotations.compare.comparison import CrossComparison
from annotations.compare.items import Story, Verdict
from annotations.compare.material import Tick
from annotations.errors import ReadOnly
from annotations.sets import GOLD
from models.project import Project
from models.queries.comparing import comparing, gathering, proposals
from models.queries.comparing.gathering import ALL
from models.settings import Settings, annotator_name
from ui.commands import group_table
from ui.commands.base import WAIT, Json, ProjectPath, ShowProgress, Wait, app, count, opened, report
from ui.commands.progress import ProgressReport

NOBODY = "There is no work of {who} in this project: what is shown is what was suggested and proposed, and nothing decided."
WhoCompares = Annotated[
    str | None,
    typer.Option("--annotator", help="A name, gold or all; else the setting, else the login name."),
]


@app.command()
def compare(
    project: ProjectPath,
    annotator: WhoCompares = None,
    again: Annotated[
        bool, typer.Option(help="Search although nothing has changed since the last search.")
    ] = False,
    wait: Wait = WAIT,
    json_: Json = False,
    progress: ShowProgress = False,
) -> None:
    """Propose which mentions are one thing and which facts report one event, in all articles; count what there is."""
    who = whose(annotator)
    with opened(project, wait=wait) as at, ProgressReport(progress, "comparing") as ticking:
        is_made = again or not proposals.is_current(at, who)
        if is_made:
            if at.read_only:
                raise ReadOnly(at.read_only, where=at.folder)
            comparing.propose(at, who, _told(ticking))
        kept = proposals.stored(at)
        found = counts(comparing.comparison(at, who, found=kept), comparing.stories(at, who, kept))
        whole, noted = group_table.table(at, who) if json_ else {}, unknown(at, who)
    result = {"searched": is_made, "counts": found, **whole, **({"notice": noted} if noted else {})}
    report(result, "\n".join([*lines(found), *filter(None, [noted])]), json_ or progress)


def whose(annotator: str | None) -> str:
    """Return through whose eyes articles are compared: an annotator, gold or all.  UserError for no name."""
    return annotator if annotator in (GOLD, ALL) else annotator_name(annotator, Settings())


def unknown(at: Project, who: str) -> str:
    """Return a sentence where nobody of that name has worked in the project, "" where somebody has."""
    return "" if who in (GOLD, ALL, *gathering.people(at)) else NOBODY.format(who=who)


def _told(ticking: ProgressReport) -> Tick:
    """Return the tick of a search, which tells its steps as phases of the command."""
    step, before = "", 0

    def tick(doing: str, done: int, of: int) -> None:
        nonlocal step, before
        if doing != step or done < before:  # two steps may have one name
            step, before = doing, 0
            ticking.begin(doing, of)
        ticking.tick(done - before)
        before = done

    return tick


def counts(found: CrossComparison, stories: list[tuple[Story, bool]]) -> dict[str, Any]:
    """Return how many entities, groups, stories and verdicts there are, and sentences on what was overruled."""
    several = [len({m.article for m in one.mentions if not m.is_gone}) > 1 for one in found.entities]
    groups = [one for one in found.groups if len(one.there) > 1]
    verdicts = Counter(group.verdict for group in groups)
    return {
        "articles": len(found.articles),
        "entities": {
            "all": len(found.entities),
            "in_several_articles": sum(several),
            "confirmed": sum(one.item is not None for one in found.entities),
            "proposed": sum(one.item is None and one.is_to_decide for one in found.entities),
        },
        "groups": {
            "all": len(groups),
            "confirmed": sum(one.item is not None for one in groups),
            "proposed": sum(one.item is None for one in groups),
        },
        "stories": {
            "made": sum(is_made for _, is_made in stories),
            "proposed": sum(not is_made for _, is_made in stories),
        },
        "verdicts": {one.value: verdicts[one] for one in reversed(Verdict) if verdicts[one]},
        "overruled": list(found.overruled),
    }


def lines(found: dict[str, Any]) -> list[str]:
    """Return the counts in words."""
    entities, groups, stories = found["entities"], found["groups"], found["stories"]
    said = [
        f"{count(found['articles'], 'article')} compared.",
        f"{entities['all']:,} {'entity' if entities['all'] == 1 else 'entities'}, {entities['in_several_articles']:,} of them in several articles; {_so_far(entities)}.",
        f"{count(groups['all'], 'fact group')}: {_so_far(groups)}.",
    ]
    if verdicts := ", ".join(f"{n:,} {verdict}" for verdict, n in found["verdicts"].items()):
        said.append(f"Verdicts: {verdicts}.")
    said.append(f"Stories: {stories['made']:,} made, {stories['proposed']:,} proposed.")
    return [*said, *found["overruled"]]


def _so_far(found: dict[str, int]) -> str:
    return f"{found['confirmed']:,} confirmed, {found['proposed']:,} proposed"
