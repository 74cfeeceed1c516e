"""The words on who found a span, for people."""

from __future__ import annotations

from annotations.spans import Span, Status

_SAID = {  # by the first word of an origin
    "rule": "A rule found it, by how it is written.",
    "pattern": "A pattern of this project names it.",
    "repeat": "The same name stands elsewhere in this article.",
    "imported": "It came with the file.",
}


def who_says(span: Span, annotator: str) -> str:
    """Return the sentence on who found the span, and who decided on it.

    >>> who_says(Span("s", 0, 3, "GPE", Status.SUGGESTED, "seen 14 times"), "anna")
    'You took these words as GPE 14 times.'
    >>> who_says(Span("s", 0, 3, "GPE", Status.CONFIRMED, "anna"), "anna")
    'You marked it.'
    """
    first, _, rest = span.origin.partition(" ")
    if span.origin in ("", annotator):
        return "You marked it." if span.origin else "It is not known who found it."
    if first == "seen":
        said = f"You took these words as {span.label} {'once' if rest == '1 time' else rest}."
    else:
        said = _SAID.get(first, f"The pipeline {first} found it.")
    return said if span.status is Status.SUGGESTED else f"{said} You confirmed it."
