"""The texts of articles that are counted one after another, read some at a time: a query for each would cost more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from models.store.database import HasRows

AT_ONCE = 32  # texts, which may be long
TEXTS = "SELECT article, text FROM article_text WHERE article IN (SELECT value FROM json_each(?))"
Of = TypeVar("Of")


def with_texts(rows: HasRows, counted: Iterable[tuple[int, Of]]) -> Iterator[tuple[tuple[int, Of], str]]:
    """Yield each article (its number, and what is counted in it) with its text, "" without one."""
    left = iter(counted)
    while some := list(islice(left, AT_ONCE)):
        texts: dict[int, str] = dict(rows.rows(TEXTS, (json.dumps([article for article, _ in some]),)))
        for one in some:
            yield one, texts.get(one[0], "")
