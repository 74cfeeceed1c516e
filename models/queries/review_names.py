"""The stamps and seals of reviews that are others when an annotator has another name."""

from __future__ import annotations

import json

from annotations.review import decisions
from annotations.review.cases import Ordered
from annotations.review.comparing import confirmed
from annotations.review.renaming import moved_stamps
from annotations.review.seals import sealed
from annotations.sets import GOLD, AnnotationSet
from models.queries import golds
from models.store.database import Database, stored_set


def moved(database: Database, old: str, new: str, ordered: Ordered) -> dict[str, str]:
    """Return them as they are, each with what it is under the new name."""
    sql = (
        "SELECT DISTINCT article.id FROM item JOIN article ON article.number = item.article "
        f"WHERE annotator = '{GOLD}' AND kind = 'decision' AND (instr(body, ?) > 0 OR EXISTS "
        "(SELECT 1 FROM item AS own WHERE own.article = item.article AND own.annotator = ?))"
    )
    found: dict[str, str] = {}
    for (article,) in database.rows(sql, (json.dumps(old, ensure_ascii=False), old)):
        gold = stored_set(database, article, GOLD)
        found |= moved_stamps(decisions.all_of(gold), old, new, article=article, ordered=ordered)
        if approval := decisions.approval(gold):
            sets = [stored_set(database, article, who) for who in golds.sides(database, article, gold)]
            if approval.case == sealed(sets, confirmed(gold), gold):
                found[approval.case] = sealed(
                    [_named(made, old, new) for made in sets], confirmed(gold), gold
                )
    return found


def _named(made: AnnotationSet, old: str, new: str) -> AnnotationSet:
    return AnnotationSet(made.article, new if made.annotator == old else made.annotator, made.items)
