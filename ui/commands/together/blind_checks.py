"""The command of blind checks: what they showed, and a draw for the next one."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from annotations.blind_check.checked import WANTED, BlindCheck, CheckOutcome
from annotations.blind_check.interval import MARGINS, SHARES, to_draw
from annotations.errors import UserError
from models.project import Project
from models.queries.blind_check.bulk import bulk
from models.queries.blind_check.stored import blind_checks, is_undone, open_check
from models.settings import Settings, annotator_name
from models.transfer.blind_check import checking
from ui.commands.base import WAIT, Annotator, Json, ProjectPath, Wait, app, count, opened, report


@app.command("blind-check")
def blind_check_(
    project: ProjectPath,
    annotator: Annotator = None,
    draw: Annotated[
        int | None, typer.Option(min=1, help="Draw so many for a new check, or go on to so many.")
    ] = None,
    seed: Annotated[int | None, typer.Option(min=0, help="Of the draw; else by chance.")] = None,
    wanted: Annotated[float, typer.Option(min=0, max=1, help="The share that should be right.")] = WANTED,
    wait: Wait = WAIT,
    json_: Json = False,
) -> None:
    """Check what was accepted many at once by a few spans drawn at random: list the checks, or draw for one.

    The spans are answered in the window: Edit, Blind check.
    """
    whose = annotator_name(annotator, Settings())
    with opened(project, wait=wait) as at:
        if draw is not None:
            _draw(at, whose, draw, wanted, seed)
        checks = [as_json(one, is_undone=is_undone(at, one)) for one in blind_checks(at)]
        left = len(bulk(at, whose).spans)
    table = {f"{margin:.2f}": {f"{one:.2f}": to_draw(one, margin) for one in SHARES} for margin in MARGINS}
    found = {"checks": checks, "annotator": whose, "left": left, "to_draw": table}
    report(found, "\n".join(_lines(found)), json_)


def _draw(at: Project, whose: str, many: int, wanted: float, seed: int | None) -> None:
    going = open_check(at, whose)
    if going is None:
        checking.begin(at, whose, many, wanted=wanted, seed=seed)
    elif going.is_answered and many > len(going.drawn):
        checking.go_on(at, going, many)
    else:
        left = count(len(going.drawn) - going.place, "span")
        raise UserError(
            f"The blind check of {whose}'s work goes on: {left} of {len(going.drawn):,} to answer."
        )


def as_json(check: BlindCheck, *, is_undone: bool) -> dict[str, Any]:
    """Return the check with its result and every answer."""
    drawn = [
        {
            "article": one.key.article,
            "span": one.key.id,
            "start": one.start,
            "end": one.end,
            "label": one.label,
            "seen": one.seen.value if one.seen else None,
            "given": one.given or None,
            "by": one.by or None,
            "at": one.at or None,
        }
        for one in check.drawn
    ]
    said = {"number": check.number, "annotator": check.annotator, "seed": check.seed, "begun": check.begun}
    ended = {
        "wanted": check.wanted,
        "verdict": check.verdict.value,
        "outcome": check.outcome.value,
        "undone": is_undone,
    }
    return {**said, **ended, "to_answer": len(check.drawn), **result_json(check), "drawn": drawn}


def result_json(check: BlindCheck) -> dict[str, Any]:
    """Return the result's counts and interval, and the sentences that tell it."""
    found = check.result()
    counts = {name: getattr(found, name) for name in ("right", "of", "pool")}
    wrong = {name: getattr(found, name) for name in ("other_label", "no_span", "other_bounds")}
    interval = [round(found.low, 4), round(found.high, 4)] if found.of else None
    return {**counts, **wrong, "interval": interval, "said": f"{found.sentence} {found.wrong}".strip()}


def _lines(found: dict[str, Any]) -> list[str]:
    lines = [_line(one) for one in found["checks"]]
    lines += [
        f"{count(found['left'], 'span')} that {found['annotator']} accepted many at once can be checked."
    ]
    lines += ["How many to draw, by how many are right about:  " + "  ".join(f"{one:.0%}" for one in SHARES)]
    for margin, row in found["to_draw"].items():
        lines.append(f"  ±{float(margin):.0%}:  " + "  ".join(f"{many:,}" for many in row.values()))
    return lines


def _line(one: dict[str, Any]) -> str:
    state = (
        "goes on"
        if one["outcome"] == CheckOutcome.OPEN
        else one["outcome"] + ", undone since" * one["undone"]
    )
    of = f"{one['of']:,} of {one['to_answer']:,} answered"
    return f"{one['number']}. {one['annotator']}, {one['begun'][:10]}, seed {one['seed']}, {of}, {state}: {one['said']}"
