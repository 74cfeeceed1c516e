"""Same mentions: finding a wording elsewhere in the project, and carrying a decision to the places found.

Matches lie on token bounds, but for spans that are there already; a run of white space counts as one blank,
and none runs over a paragraph break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from annotations import span_verbs
from annotations.edits import CLOSED
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet, touches
from annotations.spans import Span, Status, new_id
from annotations.text.graphemes import inside_grapheme
from annotations.text.text import crosses_paragraph
from annotations.text.tokens import is_run_on, token_at

APOSTROPHES, HYPHENS = "'’‘`´", "‐‑‒–-"  # the last is the plain one, as in a set of a pattern it must be
CONTEXT = 80  # code points shown before a hit and behind it
_PARTS = re.compile(rf"(\s+|[{APOSTROPHES}{HYPHENS}])")

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


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in an article where the wording was found.

    `seen`: the spans with just these bounds; `refused`: those that the annotator rejected.  `words`: what
    stands before, there and behind.  `reason`: why nothing is done here, "" when something can be.
    """

    article: str
    title: str
    start: int
    end: int
    words: tuple[str, str, str]
    seen: tuple[Span, ...] = ()
    refused: tuple[Span, ...] = ()
    reason: str = ""

    @property
    def place(self) -> tuple[str, int, int]:
        return (self.article, self.start, self.end)


@dataclass(frozen=True)
class CarriedDecision:
    """A decision to carry to hits: this label or, with None, no span; `was` is the label decided about."""

    label: str | None
    was: str = ""


class Fate(NamedTuple):
    """The effect of a decision on a hit.

    `is_open`: whether it can be carried there; `is_offered`: whether it is unless somebody asks otherwise;
    `said`: the effect in words.  Open but not offered, it is carried only when somebody asks for it.
    """

    is_open: bool
    is_offered: bool
    said: str


def places(text: str, wording: Wording) -> list[Range]:
    """Return the ranges of the wording, also within words, in text order; none overlaps another."""
    found = (match.span() for match in wording.pattern().finditer(text) if match[0])
    return [at for at in found if not crosses_paragraph(text, *at)]


def hits(text: str, at: Iterable[Range], sheet: Sheet, *, title: str = "") -> list[Hit]:
    """Return a hit for each of the places that is a span or lies on token bounds.

    The sheet need only hold what touches one of the places.
    """
    refused: dict[Range, list[Span]] = {}
    for span in sheet.set.spans.values():
        if span.status is Status.REJECTED:
            refused.setdefault((span.start, span.end), []).append(span)
    found, is_closed = [], sheet.set.state in CLOSED
    for bounds in at:
        near = sheet.confirmed.overlapping(*bounds) + sheet.undecided.overlapping(*bounds)
        seen = tuple([span for span in near if (span.start, span.end) == bounds])
        if not (seen or on_tokens(text, *bounds)):
            continue
        reason = f"the article is {sheet.set.state}" if is_closed else ""
        if not seen and not reason:
            reason = _obstacle(text, bounds, sheet, near)
        words = _context(text, *bounds)
        found.append(
            Hit(sheet.set.article, title, *bounds, words, seen, tuple(refused.get(bounds, ())), reason)
        )
    return found


def _context(text: str, start: int, end: int) -> tuple[str, str, str]:
    before, behind = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return " ".join(before.split()), " ".join(text[start:end].split()), " ".join(behind.split())


def _obstacle(text: str, at: Range, sheet: Sheet, near: list[Span]) -> str:
    """Return the reason why no span can be made there, "" when one can."""
    if near:
        quote = " ".join(text[near[0].start : near[0].end].split())
        return f"{near[0].label} “{quote}” is there"
    return "boilerplate" if touches(sheet.boilerplate, *at) else ""


def weigh(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect that the decision would have on the hit; None when it is so already.

    Not offered, so that a person must ask for it: a place that the annotator rejected with that very label
    and, when the decision is to reject, a span with another label than the one decided about.
    """
    if decision.label is None:
        if not hit.seen:
            return None
        offered = any(span.label == decision.was for span in hit.seen)
        return Fate(not hit.reason, offered and not hit.reason, hit.reason or "no span")
    if any((span.status, span.label) == (Status.CONFIRMED, decision.label) for span in hit.seen):
        return None
    offered = decision.label not in (span.label for span in hit.refused)
    return Fate(not hit.reason, offered and not hit.reason, hit.reason or decision.label)


def decided(to: AnnotationSet, chosen: Iterable[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set after the decision was carried to these hits, all of its article and open.

    A suggestion keeps id, origin and score; a span made here is by the set's annotator.
    """
    if decision.label is None:
        return span_verbs.reject(to, *(span for hit in chosen for span in _refusable(hit, decision.was)))
    return span_verbs.confirm(to, *(_labelled(hit, decision.label, to.annotator) for hit in chosen))


def _refusable(hit: Hit, label: str) -> list[Span]:
    return [span for span in hit.seen if span.label == label] or list(hit.seen)


def _labelled(hit: Hit, label: str, annotator: str) -> Span:
    """Return the span at the hit that has the label, else the best one relabelled, else a new one."""
    if said := [span for span in (*hit.seen, *hit.refused) if span.label == label]:
        return said[0]
    if hit.seen:
        return max(hit.seen, key=lambda s: (s.status is Status.CONFIRMED, s.score or 0)).changed(label=label)
    return Span(new_id(), hit.start, hit.end, label, origin=annotator)


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
