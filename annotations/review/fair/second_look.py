"""A second look at gold: a sample of reviewed articles is drawn, looked at again, and what held of it is counted.

What gold had when an article was drawn stands in gold itself, as a step of the review, so that it travels with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import Any

from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions
from annotations.review.standing import DERIVED
from annotations.sets import AnnotationSet, Decision, Mark, State
from annotations.spans import derived_id

SECOND_LOOK = "second look"  # the choice of the step
FEW = 10  # articles: an interval from fewer is rough
Z = 1.96  # of a 95 % interval


@dataclass(frozen=True)
class SecondLook:
    """The second look at one article: whether it is over, who had reviewed it and who did again, and what held.

    `items` gold had, of which `held` are there still; `added` came since.
    """

    article: str
    is_over: bool
    first: str
    again: str
    items: int = 0
    held: int = 0
    added: int = 0


def sample(articles: Iterable[str], count: int, seed: int) -> list[str]:
    """Return so many of the articles, drawn by the seed: the same of the same articles in every copy."""
    return sorted(articles, key=lambda article: derived_id(SECOND_LOOK, seed, article))[:count]


def noted(gold: AnnotationSet, *, by: str, at: str) -> AnnotationSet:
    """Return the gold with what it has now noted, and who had approved it."""
    approval = decisions.approval(gold)
    items = (item for kind in DERIVED for item in gold.items.get(kind, {}).values())
    made = tuple(item for item in items if isinstance(item, Mark))
    first = ((approval.by, None),) if approval else ()
    return gold.having(Decision(_step(gold), SECOND_LOOK, by=by, at=at, saw=first, made=made))


def of(gold: AnnotationSet) -> SecondLook | None:
    """Return the second look at the gold's article; None where it was not drawn."""
    said = decisions.decisions(gold).get(_step(gold))
    if said is None:
        return None
    first = said.saw[0][0] if said.saw else ""
    approval = decisions.approval(gold)
    if gold.state is not State.REVIEWED or approval is None or approval.at <= said.at:
        return SecondLook(gold.article, False, first, "")
    now = {(kind, id_) for kind in DERIVED for id_ in gold.items.get(kind, {})}
    then = {(item.kind, item.id) for item in said.made}
    return SecondLook(gold.article, True, first, approval.by, len(then), len(then & now), len(now - then))


def _step(gold: AnnotationSet) -> str:
    return derived_id(SECOND_LOOK, gold.article)


def as_json(looks: Iterable[SecondLook]) -> dict[str, Any]:
    """Return the figures of second looks: of those that are over, how much held, with a 95 % interval."""
    each = list(looks)
    over = [look for look in each if look.is_over]
    items, held = sum(look.items for look in over), sum(look.held for look in over)
    return {
        "drawn": len(each),
        "looked_at": len(over),
        "by_the_same": sum(look.first == look.again for look in over),
        "items": items,
        "held": held,
        "added": sum(look.added for look in over),
        "precision": round(held / items, 4) if items else None,
        "interval": interval(held, items),
        "rough": len(over) < FEW,
    }


def interval(held: int, items: int) -> list[float] | None:
    """Return Wilson's 95 % interval of the share; None of nothing."""
    if not items:
        return None
    share, spread = held / items, Z * Z / items
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / items + spread / (4 * items)) / (1 + spread)
    return [round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)]
