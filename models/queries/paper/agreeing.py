"""The agreement of a data set's people, by the names that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from annotations.agreement.report import Agreement
from annotations.errors import UserError
from annotations.paper.pseudonyms import ShownNames
from annotations.sets import AnnotationSet
from models.queries.agreement.compared_sets import ComparedSets
from models.queries.paper.phases import BeginsPhase
from models.store.database import HasDatabase

ONE = "one person alone annotated what counts."
NOBODY = "no person annotated what counts."
APART = "there is no article that two people have finished."
LEVEL = 95  # per cent, of the intervals


def agreement_of(
    project: HasDatabase, who: Sequence[str], shown: ShownNames, unfinished: bool, ticking: BeginsPhase
) -> dict[str, Any]:
    """Return the figures, as `agreement --json` has them but those by article; else `why` there are none."""
    if len(who) < 2:
        return {"why": ONE if who else NOBODY}
    sets = ComparedSets(project, who, unfinished=unfinished)
    try:
        tick, articles = ticking.begin("comparing", len(sets.articles)), []
        for one in sets.read():
            articles.append(
                replace(one, sets={shown.of(name): _shown(made, shown) for name, made in one.sets.items()})
            )
            tick()
        found = Agreement(articles, shown.all(who)).as_json()
    except UserError:
        return {"why": APART}
    return {**found, "by_article": {}}


def _shown(made: AnnotationSet, shown: ShownNames) -> AnnotationSet:
    return replace(made, annotator=shown.of(made.annotator))
