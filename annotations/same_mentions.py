"""Same mentions: the places of a wording in a text.

Matches lie on token bounds, but for spans that are there already; a run of white space counts as one blank,
and none runs over a paragraph break.
"""

from __future__ import annotations

import re

from annotations.processes.quick_dataclass import dataclass
from annotations.text.graphemes import inside_grapheme
from annotations.text.regex import regex
from annotations.text.text import crosses_paragraph
from annotations.text.tokens import is_run_on, token_at

APOSTROPHES, HYPHENS = "'’‘`´", "‐‑‒–-"  # the last is the plain one, as in a set of a pattern it must be
_PARTS = regex(rf"(\s+|[{APOSTROPHES}{HYPHENS}])")

Range = tuple[int, int]


@dataclass(frozen=True)
class Wording:
    """A wording to find, with how exactly it must match.

    `any_case`: capitals count as small letters.  `variants`: all apostrophes are one, and so are hyphen and
    blank.
    """

    words: str
    any_case: bool = False
    variants: bool = False

    def pattern(self) -> re.Pattern[str]:
        words = self.words.strip()
        parts, edges = _PARTS.split(words), (words[:1], words[-1:])
        found = "".join(self._part(part, is_inside=part not in edges) for part in parts)
        return re.compile(found, re.IGNORECASE if self.any_case else 0)

    def _part(self, part: str, *, is_inside: bool) -> str:
        if self.variants and part and part in APOSTROPHES:
            return f"[{APOSTROPHES}]"
        if self.variants and part and (part.isspace() or part in HYPHENS):
            return rf"(?:\s+|[{HYPHENS}])" if is_inside else f"[{HYPHENS}]"
        return r"\s+" if part.isspace() else re.escape(part)


def places(text: str, wording: Wording) -> list[Range]:
    """Return the ranges of the wording, also within words, in text order; none overlaps another."""
    found = (match.span() for match in wording.pattern().finditer(text) if match[0])
    return [at for at in found if not crosses_paragraph(text, *at)]


def on_tokens(text: str, start: int, end: int) -> bool:
    """Return whether both bounds are bounds of tokens; one beside white space always is.

    So is, in a script whose words run on, one between two clusters.
    """
    if start > 0 and not text[start - 1].isspace() and not _in_run_on(text, start):
        first = token_at(text, start)
        if first is None or first[0] != start:
            return False
    if end < len(text) and not text[end].isspace() and not _in_run_on(text, end):
        last = token_at(text, end - 1)
        return last is not None and last[1] == end
    return True


def _in_run_on(text: str, i: int) -> bool:
    return is_run_on(text[i - 1]) and is_run_on(text[i]) and not inside_grapheme(text, i)
