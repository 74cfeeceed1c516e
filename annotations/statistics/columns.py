"""Columns that the database gives as text: numbers with commas, words as a JSON array; made arrays here.

A row object for each of 500,000 would cost more than the query, and the window would wait for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Reals = NDArray[np.float64]
    Yes = NDArray[np.bool_]


class Codes:
    """The codes of words: their places in `words`, in the order in which they were met."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    @property
    def words(self) -> list[str]:
        return list(self._codes)

    def of(self, listed: str) -> Whole:
        """Return the codes of the words in a JSON array."""
        return self.of_words(json.loads(listed))

    def of_words(self, words: Sequence[str]) -> Whole:
        """Return the codes of words."""
        import numpy as np

        codes = self._codes
        for word in dict.fromkeys(words):
            codes.setdefault(word, len(codes))
        return np.fromiter(map(codes.__getitem__, words), dtype=np.int64, count=len(words))


def numbers(listed: str, type_: Any = int) -> Any:
    """Return the numbers in a text with commas, as `group_concat` makes it, as an array."""
    import numpy as np

    return np.fromstring(listed, dtype=type_, sep=",")


def joined(parts: Sequence[tuple[Any, ...]], width: int) -> list[Any]:
    """Return the columns of all parts, each made one array; without parts empty ones of whole numbers."""
    import numpy as np

    empty: list[Any] = [np.zeros(0, dtype=np.int64)] * width
    return [np.concatenate(column) for column in zip(*parts, strict=True)] if parts else empty


def whole(listed: Iterable[int]) -> Whole:
    """Return whole numbers as an array."""
    import numpy as np

    return np.array(list(listed), dtype=np.int64)
