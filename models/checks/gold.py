"""The check of gold: what is stored is what follows from the annotators' work and the decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotations.schema.types import Schema
from annotations.sets import GOLD
from models.checks.faults import UNREADABLE, Fault
from models.queries.gold_keeper import GoldKeeper
from models.store.articles import shown
from models.store.database import Database


def faults(database: Database, schema: Schema) -> Iterator[Fault]:
    """Yield the articles whose gold is not what follows, in import order."""
    from annotations.review.cases import ordered_roles  # most projects have no gold
    from models.queries.true_golds import true_gold, with_gold

    ordered = ordered_roles(schema)
    for article, name in with_gold(database).items():
        try:
            head = true_gold(database, article, ordered).head(name)
        except UNREADABLE:
            continue  # what cannot be read is named by the check of the article
        if head:
            yield Fault("gold", f"{head}.", article=article, annotator=GOLD)


def mend(keeper: GoldKeeper, faults: Iterable[Fault]) -> Iterator[str]:
    """Make gold what follows where it was found to be otherwise; yield a sentence for each article."""
    articles = [fault.article for fault in faults if fault.kind == "gold"]
    for one in keeper.follow(articles):
        end = ", and it is in review again" if one.is_reopened else ""
        yield f"Gold of {shown(one.article)} was made what follows from the annotators' work{end}."
