"""The bounds of items: every range that an item says must lie within its article's text."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.facts import Fact
from annotations.sets import Boilerplate, Item
from annotations.spans import Hint, Rival, Span

Range = tuple[object, object]  # a damaged row may hold anything


def beyond(item: Item | Hint | Rival, length: int) -> Range | None:
    """Return the item's first range that does not lie within a text of that length; None when all do."""
    return next((one for one in _ranges(item) if not _lies_within(one, length)), None)


def _ranges(item: Item | Hint | Rival) -> Iterator[Range]:
    if isinstance(item, Span | Boilerplate | Hint | Rival):
        yield item.start, item.end
    elif isinstance(item, Fact):
        if item.trigger is not None:
            yield item.trigger
        yield from ((filler.start, filler.end) for filler in item.fillers())


def _lies_within(place: Range, length: int) -> bool:
    start, end = place
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length
