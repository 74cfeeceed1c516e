"""The stamps of decisions that are others when an annotator has another name."""

from __future__ import annotations

import json

from annotations.review import decisions
from annotations.review.cases import Ordered
from annotations.review.renaming import moved_stamps
from annotations.sets import GOLD
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
    return found
