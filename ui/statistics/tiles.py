"""The tiles of the first page: the few figures that most look for, in words."""

from __future__ import annotations

from annotations.statistics.shapes import DecidedItems, LabelsPart, Overview
from annotations.text.counts import counted
from ui.widgets.figure_tiles import Headline
from ui.wording import time_spent

UNKNOWN = "…"  # until it is counted


def headlines(overview: Overview | None, labels: LabelsPart | None) -> list[Headline]:
    """Return the tiles; what is not counted yet is a row of dots."""
    if overview is None:
        names = (
            "Articles done",
            "Spans decided",
            "Facts decided",
            "Taken as they stood",
            "Time with the text",
        )
        return [Headline(name, UNKNOWN, "") for name in names]
    articles = overview.articles
    begun = [f"{articles.started:,} started", f"{articles.new:,} new"]
    begun += [f"{articles.skipped:,} skipped"] * bool(articles.skipped)
    each = overview.seconds_an_article
    return [
        Headline("Articles done", f"{articles.done:,} of {articles.of:,}", ", ".join(begun)),
        _decided("Spans decided", overview.spans),
        _decided("Facts decided", overview.facts),
        _right(labels),
        Headline(
            "Time with the text",
            time_spent(overview.seconds) if overview.seconds else "none yet",
            f"{time_spent(each)} an article" if each else "without idle time",
        ),
    ]


def _decided(title: str, items: DecidedItems) -> Headline:
    if items.left is None:
        more = f"{items.confirmed:,} confirmed, {items.rejected:,} rejected"
    elif items.uncounted:
        more = f"at least {items.left:,} to decide" if items.left else "what is left is being counted"
    else:
        more = f"{items.left:,} to decide" if items.left else _nothing(items)
    return Headline(title, f"{items.decided:,}", more)


def _nothing(items: DecidedItems) -> str:
    return "nothing is left to decide" if items.decided else "nothing to decide"


def _right(labels: LabelsPart | None) -> Headline:
    """Return how many suggested spans were right as they stood."""
    if labels is None:
        return Headline("Taken as they stood", UNKNOWN, "")
    share, of = labels.total.share_taken, labels.total.suggested
    if share is None:
        return Headline("Taken as they stood", "–", "no suggestion decided yet")
    return Headline("Taken as they stood", f"{share:.0%}", f"of {counted(of, 'suggested span')}")
