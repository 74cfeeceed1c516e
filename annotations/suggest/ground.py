"""The ground that a worker's request gives for facts: what the annotator sees of an article, as the record has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from annotations import item_json
from annotations.articles import Article, Asked
from annotations.sets import AnnotationSet, Boilerplate
from annotations.sheet import Pooled, Sheet
from annotations.spans import Status


def ground_of(request: Mapping[str, Any], asked: Asked, found: Iterable[Pooled]) -> tuple[Article, Sheet]:
    """Return the article with its metadata, and the annotator's sheet with the finds in its pool."""
    ground = (request.get("grounds") or {}).get(asked.id) or {}
    article = Article(asked.id, asked.text, asked.title, ground.get("meta") or {})
    own = [item_json.read_span(span) for span in ground.get("spans") or ()]
    marks = [Boilerplate(start, end) for start, end in ground.get("boilerplate") or ()]
    decided = [span for span in own if span.status is not Status.SUGGESTED]
    pool = [*found, *(span for span in own if span.status is Status.SUGGESTED)]
    return article, Sheet(pool, AnnotationSet.of(asked.id, "", [*decided, *marks]))
