"""The suffix of Factmark's own files, which a double click opens.

What a file is, its content says: see annotations/exchange/manifests.py.
"""

from __future__ import annotations

SUFFIX = ".factmark"
EARLIER = (".zip", ".fm")  # which packages had before, and may have
MARKDOWN = (".md", ".markdown")
READABLE = (*MARKDOWN, ".json")  # of feedback that is to be read, not merged


def completed(path: str, *others: str) -> str:
    """Return the path with the suffix, unless it ends as such a file may, or as one of the others.

    >>> completed("anna"), completed("Week 2.1"), completed("anna.ZIP"), completed("anna.json", ".json")
    ('anna.factmark', 'Week 2.1.factmark', 'anna.ZIP', 'anna.json')
    """
    return path if path.lower().endswith((SUFFIX, *EARLIER, *others)) or not path else path + SUFFIX
