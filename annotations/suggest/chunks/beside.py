"""The rule by which finds stand beside what stays in a pool."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.sheet import Pooled
from annotations.span_index import SpanIndex
from annotations.spans import Span


def beside(kept: Iterable[Pooled], found: Iterable[Pooled]) -> list[Pooled]:
    """Return what was found, but for spans that touch one that is kept."""
    spans = SpanIndex(item for item in kept if isinstance(item, Span))
    return [one for one in found if not isinstance(one, Span) or not spans.overlapping(one.start, one.end)]
