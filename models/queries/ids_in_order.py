"""The ids of many articles in order, read some at a time: what is held are the articles' numbers, 8 bytes each or fewer."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import overload

from models.store.database import Database

PAGE, PAGES = 64, 64  # ids that are read at a time, and how many pages of them are kept


class ArticleIds(Sequence[str]):
    """The ids of the articles of these numbers, which rise; "" where one was removed meanwhile."""

    def __init__(self, database: Database | None = None, numbers: Sequence[int] = ()) -> None:
        self._db, self._numbers = database, numbers
        self._pages: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[one] for one in range(len(self))[place]]
        at = range(len(self))[place]
        return self._page(at // PAGE)[at % PAGE]

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self), PAGE):
            yield from self._read(start)

    def __eq__(self, other: object) -> bool:
        """Return whether the other gives the same ids in the same order."""
        return isinstance(other, Sequence) and len(self) == len(other) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"ArticleIds({self[:PAGE]}{', …' * (len(self) > PAGE)})"

    def place(self, id_: str) -> int | None:
        """Return the place of the article, None where it is not among them."""
        sql = "SELECT number FROM article WHERE id = ?"
        row = self._db.row(sql, (id_,)) if self._db else None
        place = bisect_left(self._numbers, row[0]) if row else len(self)
        return place if row and place < len(self) and self._numbers[place] == row[0] else None

    def _page(self, page: int) -> list[str]:
        if page not in self._pages:
            if len(self._pages) >= PAGES:
                self._pages.clear()
            self._pages[page] = self._read(page * PAGE)
        return self._pages[page]

    def _read(self, start: int) -> list[str]:
        numbers = [*self._numbers[start : start + PAGE]]
        sql = "SELECT number, id FROM article WHERE number IN (SELECT value FROM json_each(?))"
        rows = self._db.rows(sql, (json.dumps(numbers),)) if self._db else []
        found: dict[int, str] = dict(rows)
        return [found.get(number, "") for number in numbers]
