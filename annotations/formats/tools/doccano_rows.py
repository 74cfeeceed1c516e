"""The rows of doccano's that one annotator's work on a text came in: each goes back as a record of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from annotations.facts import Fact
from annotations.formats.base import Record
from annotations.formats.came_from import CAME_FROM, NOTHING, Kept, kept_by_row, kept_for, works_in
from annotations.formats.lines.parts import chosen
from annotations.sets import Item, Topic
from annotations.spans import Span


def rows(entry: Record) -> Sequence[Record]:
    """Return a record for each row, with what came in it; what came in none is in the first."""
    whole, meta = entry.set, entry.article.meta
    whose = whole.annotator if whole else ""
    kept = kept_by_row(meta, whose)
    if whole is None or not kept:
        work = kept_for(meta, whose, "doccano") if whose in works_in(meta) else NOTHING
        return [replace(entry, article=replace(entry.article, meta=_own_meta(work, meta)))]
    came = [{*one.items, *_topics(one)} for one, _ in kept]
    made = []
    for number, (one, held) in enumerate(kept):
        elsewhere = set[str]().union(*came) - came[number] if number == 0 else set[str]()
        out = [
            item for item in whole if _has_rows(item) and not _stays(item, number, came[number], elsewhere)
        ]
        article = replace(entry.article, meta=_own_meta(one, held))
        made.append(
            replace(entry, article=article, set=whole.lacking(*out), pool=() if number else entry.pool)
        )
    return made


def _own_meta(kept: Kept, meta: Mapping[str, Any]) -> Mapping[str, Any]:
    rest = kept.work.get("rest")
    return {**rest, CAME_FROM: meta[CAME_FROM]} if isinstance(rest, dict) else meta


def _has_rows(item: Item) -> bool:
    return isinstance(item, Span | Fact | Topic)


def _stays(item: Item, number: int, own: set[str], elsewhere: set[str]) -> bool:
    return item.id not in elsewhere if number == 0 else item.id in own


def _topics(kept: Kept) -> set[str]:
    names, own = kept.work.get("names"), kept.work.get("own")
    listed = names if isinstance(names, list) else []
    return {
        Topic(str(name)).id for name in (*listed, *chosen(own.get("cats") if isinstance(own, dict) else None))
    }
