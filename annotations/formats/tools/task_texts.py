"""The text among the fields of a task's data, and that text as its offsets count it."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from annotations.json_fields import BadItem, Json

UNSEEN = ("script", "style")


def named_text(data: Json, works: list[Json], asked: str) -> str:
    """Return the name of the field that holds the text.  BadItem when none does."""
    texts = {name: value for name, value in data.items() if isinstance(value, str) and value.strip()}
    if asked and asked in texts:
        return asked
    quotes = list(_quotes(works))
    proved = {name: _fitting(value, quotes) for name, value in texts.items()}
    best = max(proved, key=lambda name: proved[name], default="")
    if best and any(proved[best]):
        return best
    named = [str(raw.get("to_name")) for work in works for raw in _results(work)]
    for name in (*named, "text"):
        if name in texts:
            return name
    if not texts:
        raise BadItem(f"its data has no text (its fields: {', '.join(data) or 'none'})")
    return max(texts, key=lambda name: len(texts[name]))


def rendered(text: str, works: list[Json]) -> str:
    """Return the text without its markup, if the quotes lie right in that alone."""
    if "<" not in text:
        return text
    quotes = list(_quotes(works))
    page = _Markup()
    page.feed(text)
    page.close()
    shown = "".join(page.pieces)
    return shown if _fitting(shown, quotes) > _fitting(text, quotes) else text


def region_bounds(value: Json) -> tuple[Any, Any]:
    """Return the bounds of a region in the text; in hypertext they stand beside its paths."""
    whole = value.get("globalOffsets")
    return (
        (whole.get("start"), whole.get("end"))
        if isinstance(whole, dict)
        else (value.get("start"), value.get("end"))
    )


def _quotes(works: list[Json]) -> Iterator[tuple[int, int, str]]:
    for raw in (raw for work in works for raw in _results(work)):
        value = raw.get("value")
        if isinstance(value, dict) and isinstance(value.get("text"), str):
            start, end = region_bounds(value)
            if type(start) is int and type(end) is int and 0 <= start < end:
                yield start, end, value["text"]


def _fitting(text: str, quotes: list[tuple[int, int, str]]) -> tuple[int, int]:
    """Return how many quotes lie where they say, and how many lie anywhere, as where another unit was counted."""
    return sum(text[start:end] == quote for start, end, quote in quotes), sum(q in text for *_, q in quotes)


def _results(work: Json) -> list[Json]:
    results = work.get("result")
    return [raw for raw in results if isinstance(raw, dict)] if isinstance(results, list) else []


class _Markup(HTMLParser):
    """The text of a page, in pieces."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            self._inside.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.pieces.append(data)
