"""Second looks in the store: drawing reviewed articles, as one edit, and what held of those looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.edits import Change, Edit
from annotations.review import decisions
from annotations.review.adjudication import now
from annotations.review.fair import second_look
from annotations.review.fair.second_look import SecondLook
from annotations.review.set_states import reopen
from annotations.sets import GOLD, State
from models.store.database import HasDatabase, stored_set

VERB = "draw for a second look"


def draw(project: HasDatabase, count: int, seed: int, *, by: str) -> tuple[Edit, list[str]]:
    """Return the edit that takes so many reviewed articles into review again, with what gold has; and which they are."""
    sql = (
        "SELECT article.id FROM item JOIN article ON number = article "
        f"WHERE kind = 'progress' AND annotator = '{GOLD}' AND label = '{State.REVIEWED}' ORDER BY number"
    )
    drawn = second_look.sample((row[0] for row in project.db.rows(sql)), count, seed)
    changes: list[Change] = []
    for article in drawn:
        gold = stored_set(project.db, article, GOLD)
        after = decisions.without_approval(second_look.noted(gold, by=by, at=now()))
        pairs = [(gold, reopen(after))]
        each = (stored_set(project.db, article, who) for who in _reviewed(project, article))
        pairs += [(made, reopen(made)) for made in each]
        changes += Edit.over(VERB, pairs).changes
    return Edit(VERB, tuple(changes)), drawn


def looks(project: HasDatabase) -> Iterator[SecondLook]:
    """Yield the second look at every article that was drawn, in import order."""
    sql = (
        "SELECT DISTINCT article.id, number FROM item JOIN article ON number = article "
        f"WHERE kind = 'decision' AND annotator = '{GOLD}' ORDER BY number"
    )
    for article, _ in project.db.rows(sql):
        if found := second_look.of(stored_set(project.db, article, GOLD)):
            yield found


def _reviewed(project: HasDatabase, article: str) -> list[str]:
    sql = (
        "SELECT annotator FROM item JOIN article ON number = article WHERE article.id = ? "
        f"AND kind = 'progress' AND annotator <> '{GOLD}' AND label = '{State.REVIEWED}'"
    )
    return [row[0] for row in project.db.rows(sql, (article,))]
