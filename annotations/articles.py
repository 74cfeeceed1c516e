"""Articles: texts with title and metadata.  The text never changes after import."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field
from datetime import date
from hashlib import sha256
from typing import Any

from annotations.processes.quick_dataclass import dataclass

PAGES = "pages"  # of the metadata: where the pages of the file begin in the text


def article_id(text: str) -> str:
    """Return the id of an article whose file gives none: two people who import one file get one id."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True)
class Article:
    """An article: its id, text, title and metadata.

    `meta` holds the fields of the file (source, url, ...), `published` (ISO date), `published_trusted` (a
    person vouches for it), `found`, the names of the fields that a program found in the text, and `pages`.
    """

    id: str
    text: str
    title: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def published(self) -> str:
        return str(self.meta.get("published") or "")

    @property
    def published_trusted(self) -> bool:
        return self.meta.get("published_trusted") is True


def published_of(article: Article) -> date | None:
    """Return the date to read other dates against: None unless it is known and a person vouches for it."""
    try:
        found = date.fromisoformat(article.published[:10]) if article.published_trusted else None
    except ValueError:
        return None
    return found if found and 1500 < found.year < 3000 else None


@dataclass(frozen=True)
class Asked:
    """An article to find suggestions in; `repeated` are lines that other articles of its source have too.

    `furniture`: bounds of running heads and the like that its pages have, in order and disjoint.
    """

    id: str
    text: str
    title: str = ""
    repeated: Collection[str] = ()
    furniture: Collection[tuple[int, int]] = ()
