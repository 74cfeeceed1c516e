"""The lines by which articles of one source are compared: those that several have belong to the site.

Apart from the rest of boilerplate, whose patterns take long to compile: the window counts these lines.
"""

from __future__ import annotations

from annotations.text.text import paragraphs

LONGEST = 300  # code points of a line that is compared
_QUOTES = str.maketrans("‘’“”", "''\"\"")


def lines(text: str) -> set[str]:
    """Return the lines to compare with those of other articles, as `plain` returns them."""
    raw = (text[start:end].strip() for start, end in paragraphs(text))
    return {plain(line) for line in raw if 0 < len(line) <= LONGEST}


def plain(line: str) -> str:
    """Return the line in lower case, with plain quotes and single blanks."""
    return " ".join(line.casefold().translate(_QUOTES).split())
