"""The lines of a shard as they are written, while the articles are looked through."""

from __future__ import annotations

import json
from typing import TextIO

from annotations import item_json
from annotations.facts import Fact
from annotations.json_fields import Json
from annotations.sets import Boilerplate
from annotations.spans import Hint, Rival, Span
from annotations.suggest.chunks.shapes import LookedThrough
from annotations.suggest.replies import reply_of
from annotations.suggest.shards.shapes import ShardEnd, ShardHead
from annotations.suggest.suggester import Suggested


class ShardFile:
    """A shard being written; `articles` is how many lines it has by now."""

    def __init__(self, file: TextIO, head: ShardHead) -> None:
        self._file, self.articles = file, 0
        self._write(head.to_json())

    def add(self, looked: LookedThrough, hash_: str) -> None:
        """Write what was found in an article; `hash_`: of its text."""
        self._write(record_of(looked, hash_))
        self.articles += 1

    def end(self, troubles: tuple[str, ...]) -> None:
        """Write the last line."""
        self._write(ShardEnd(self.articles, troubles).to_json())

    def _write(self, value: Json) -> None:
        self._file.write(json.dumps(value) + "\n")


def record_of(looked: LookedThrough, hash_: str) -> Json:
    """Return the line of an article: its finds as a reply of the worker's has them, and what they are for."""
    pool = looked.pool or ()
    found = Suggested(
        looked.article,
        [one for one in pool if isinstance(one, Span)],
        [one for one in pool if isinstance(one, Boilerplate)],
        [one for one in pool if isinstance(one, Hint)],
        [one for one in pool if isinstance(one, Rival)],
    )
    made = reply_of(found)
    made["items"] |= item_json.items_json(looked.facts or ())
    has = {"spans": looked.pool is not None, Fact.kind + "s": looked.facts is not None}
    return {"article": looked.article, "hash": hash_, **has, **made}
