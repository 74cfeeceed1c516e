"""The keys, ids and choices of decisions, made anew after what they saw or made has other names."""

from __future__ import annotations

from dataclasses import replace

from annotations.review.cases import CLASH, Case, Difference, Ordered
from annotations.review.decisions import ADDED, IMPORTED, OTHER, gold_id, is_on_case
from annotations.sets import Decision
from annotations.spans import derived_id


def rekeyed(said: Decision, article: str, ordered: Ordered) -> Decision:
    """Return the decision with the key, id and choice that follow from what it saw and made."""
    if is_on_case(said) and said.case:
        sides = {who: item for who, item in said.saw if item}
        is_clash = said.case.startswith(CLASH)
        kind = Difference.CLASH if is_clash else Difference.LABEL
        key = Case(article, kind, sides, tuple(who for who, _ in said.saw), ordered).key
        choice = said.choice
        if choice.startswith(f"{OTHER} ") and said.made:
            choice = f"{OTHER} {gold_id(article, said.made[0])}"
        return replace(said, id=derived_id("decision", key, said.by), case=key, choice=choice)
    if said.choice == ADDED and said.made:
        (item,) = said.made
        key = derived_id(ADDED, article, item.kind, gold_id(article, item))
        return replace(said, id=key, case=key)
    if said.choice == IMPORTED and said.made:
        return replace(said, id=derived_id(IMPORTED, said.made[0].kind, said.made[0].id))
    return said
