"""Tables with a line of names first: rows by name, as CSV has them."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator

from annotations.errors import UserError

MOST = 1_000  # columns
TOO_WIDE = f"This table is not read: it has more than {MOST:,} columns. Leave out those that Factmark has no use for."


class NamedRows:
    """A table that is read row by row.  UserError when it has too many columns."""

    def __init__(self, lines: Iterable[str], delimiter: str = ",") -> None:
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        self._rows = csv.reader(lines, delimiter=delimiter)
        self.names = next(self._rows, [])
        if len(self.names) > MOST:
            raise UserError(TOO_WIDE)

    @property
    def line(self) -> int:
        """Return the number of the line that was read last, from 1."""
        return self._rows.line_num

    def __iter__(self) -> Iterator[dict[str, str]]:
        """Yield the rows that are not empty: the cells that are there, by the names of their columns."""
        return (dict(zip(self.names, row, strict=False)) for row in self._rows if row)
