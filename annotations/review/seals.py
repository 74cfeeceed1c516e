"""The seal of an approval: what was approved, so that it is known when that is something else."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.review import decisions
from annotations.review.cases import Item, content
from annotations.review.comparing import confirmed
from annotations.sets import AnnotationSet
from annotations.spans import derived_id


def sealed(sets: Iterable[AnnotationSet], items: Iterable[Item], gold: AnnotationSet) -> str:
    """Return the seal of those sides, whoever they are called, those items of gold and the returns that are known.

    A return that another reviewer made is not passed over by who approved the article without knowing of it.
    """
    said = (sorted(repr((item.kind, content(item))) for item in confirmed(made)) for made in sets)
    known = [said.at for said in decisions.all_of(gold) if said.choice.startswith(f"{decisions.RETURN} ")]
    told = sorted(repr((item.kind, content(item))) for item in items)
    return derived_id("seal", *sorted(said), told, *sorted(known))
