"""The lines by which articles of one source are compared: those that several have belong to the site.

Apart from the rest of boilerplate, whose patterns take long to compile: the window counts these lines.
"""

from __future__ import annotations

from collections.abc import Collection

from annotations.text.text import paragraphs, trim

LONGEST = 300  # code points of a line that is compared
_QUOTES = str.maketrans("‘’“”", "''\"\"")


def lines(text: str) -> set[str]:
    """Return the lines to compare with those of other articles, as `plain` returns them."""
    raw = (text[start:end].strip() for start, end in paragraphs(text))
    return {plain(line) for line in raw if 0 < len(line) <= LONGEST}


def repeated_in(text: str, repeated: Collection[str]) -> list[tuple[int, int]]:
    """Return the bounds of the lines that other articles of the source have too, without outer white space."""
    found = (trim(text, start, end) for start, end in paragraphs(text)) if repeated else ()
    return [at for at in found if at and at[1] - at[0] <= LONGEST and plain(text[slice(*at)]) in repeated]


def plain(line: str) -> str:
    """Return the line in lower case, with plain quotes and single blanks."""
    return " ".join(line.casefold().translate(_QUOTES).split())
