"""The fields of a record or the columns of a table, as what they are to us: by a person's word, else by their usual names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

USUAL: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "article", "article_text", "maintext", "articlebody", "article_body"),
        *("full_text", "fulltext", "data"),
    ),
    "title": ("title", "headline"),
    "published": (
        *("published", "date", "publication_date", "published_at", "date_publish", "pubdate", "pub_date"),
        *("publish_date", "published_date", "datepublished", "timestamp"),
    ),
    "id": ("id", "article_id", "doc_id"),
}


def named(names: Iterable[str], asked: Mapping[str, str]) -> dict[str, str]:
    """Return the names that stand for ours, by ours.  What is asked for goes first; it is left out when it is not there.

    >>> named(["Headline", "body", "lead"], {"text": "lead"})
    {'text': 'lead', 'title': 'Headline'}
    """
    lower: dict[str, str] = {}
    for name in names:
        lower.setdefault(name.strip().lower(), name)
    found: dict[str, str] = {}
    taken = {theirs.strip().lower(): ours for ours, theirs in asked.items()}
    for ours in (*USUAL, *(ours for ours in asked if ours not in USUAL)):
        wanted = (asked[ours].strip().lower(),) if ours in asked else USUAL[ours]
        there = next((name for name in wanted if name in lower and taken.get(name, ours) == ours), None)
        if there is not None:
            found[ours] = lower[there]
    return found


def missing(names: Iterable[str], asked: Mapping[str, str]) -> list[str]:
    """Return the names that were asked for and are not there."""
    there = {name.strip().lower() for name in names}
    return [theirs for theirs in asked.values() if theirs.strip().lower() not in there]
