"""The ground of a training in words: what there is to learn from, what it can start from, and what it takes."""

from __future__ import annotations

from pathlib import Path

from annotations.agreement.tables import Cell, Table
from annotations.learn.pace import lasts, too_little
from annotations.learn.shapes import FEW_SPANS, FIRST_TRY, NOTHING
from annotations.schema.languages import language_name
from annotations.suggest.expected import expected
from annotations.suggest.foretold import SEVERAL
from annotations.suggest.installed import NONE, PIPELINES, RULES, SHIPPED, installed, shipped_folder
from annotations.suggest.trust import NEEDED
from annotations.text.counts import counted
from models.queries.training.ground import LearnGround
from ui.learn.learn_words import lasting

LEARNED = ("Label", "What its spans are enough for", "Spans", "Held out")


def refusal(found: LearnGround) -> str:
    """Return why nothing can be trained, with the numbers; "" when it can."""
    return too_little(found.finished, found.spans)


def about(found: LearnGround) -> str:
    """Return how much there is to learn from."""
    words = f"{counted(found.finished, 'finished article')} with {counted(found.spans, 'span')}"
    if not found.started_spans:
        return f"{words}."
    begun = f"{counted(found.started_spans, 'span')} confirmed in {counted(found.started, 'started article')}"
    return f"{words}; and {begun}, where the rest counts as unknown."


def parted(found: LearnGround) -> str:
    """Return how the held-out part is chosen."""
    kept = "No article ever trains one pipeline and tests another."
    if not found.held_out:
        return f"About a fifth of the finished articles is held out to test, and stays so. {kept}"
    return f"{counted(found.held_out, 'finished article')} held out to test, by the project’s split. {kept}"


def first_try(found: LearnGround) -> str:
    """Return the warning about few articles; "" where there are enough."""
    is_few = found.is_enough and found.finished < FIRST_TRY
    return f"Fewer than {FIRST_TRY} articles: a first try, whose figures rest on little." if is_few else ""


def labels_table(found: LearnGround) -> Table:
    """Return the spans of each label, and what is too few."""
    rows = tuple(
        (
            Cell(one.label),
            Cell(_enough(one.spans)),
            Cell(f"{one.spans:,}"),
            Cell(f"{one.held_out:,}" if found.held_out else "–"),
        )
        for one in found.labels
    )
    return Table("", "Spans of each label", LEARNED, rows, names=2, wide=1)


def _enough(spans: int) -> str:
    if not spans:
        return "nothing to learn from"
    if spans >= FEW_SPANS:
        return "enough to learn"
    return f"few ({spans} of about {FEW_SPANS}): learned only where the parent finds it already"


def estimate(found: LearnGround, budget: float, *, from_nothing: bool, curve: bool) -> str:
    """Return about how long a training will take."""
    wanted = lasts(found.length, from_nothing=from_nothing, curve=curve)
    if wanted > budget:
        return f"About {lasting(budget)}: it ends with the budget, and would take {lasting(wanted)}."
    return f"About {lasting(wanted)}."


def parents(folder: Path, language: str, used: str) -> dict[str, str]:
    """Return what a training can start from, in words by name; first the one that is offered.

    `used`: the pipeline in use.  Those of the project lie in its folder `pipelines`, the latest first.
    """
    found = {SHIPPED: "the shipped pipeline"} if shipped_folder().is_dir() else {}
    found |= {name: "installed" for name in sorted(installed()) if name not in found}
    found = dict.fromkeys(_trained(folder), "of this project") | found
    found = {name: words for name, words in found.items() if _reads(name, folder, language)}
    named = {name: f"{name} ({words})" for name, words in found.items()}
    named[NOTHING] = "nothing"
    first = used if used in named and used not in (NONE, RULES) else SHIPPED
    return {first: named[first], **named} if first in named else named


def _trained(folder: Path) -> list[str]:
    """Return the pipelines in the project's folder, the latest first."""
    there = folder / PIPELINES
    if not there.is_dir():
        return []
    lying = [one for one in there.iterdir() if all((one / part).is_file() for part in NEEDED)]
    return [one.name for one in sorted(lying, key=lambda one: one.stat().st_mtime, reverse=True)]


def _reads(name: str, folder: Path, language: str) -> bool:
    found = expected(name, folder)
    return not found.known or found.language in (language, SEVERAL)


def of_language(language: str, offered: list[str]) -> str:
    """Return what is to be said of the articles' language where no pipeline reads it; "" where one does."""
    if offered != [NOTHING]:
        return ""
    return (
        f"No pipeline here reads {language_name(language)}: it starts from nothing, and needs more articles."
    )
