"""Boilerplate: the ranges of an article's text that are not article.

Every line is scored by a table of features; a doubtful line goes with the lines around it. Dimming article is
worse than leaving boilerplate: what tells the story counts against every other feature.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise

from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.boilerplate import phrases
from annotations.suggest.boilerplate.credits import GLUED_AFTER, GLUED_BEFORE
from annotations.suggest.boilerplate.lines import PageLine, line_at, lines_of
from annotations.suggest.boilerplate.story import ToldLines

_GLUE = re.compile(r"(?<=[a-zà-ÿ)])(?=[A-ZÀ-Þ])|(?<=[A-Z]{2})(?=[A-Z][a-z])")
_NAMES = re.compile(r"\b(?:Mc|Mac|De|La|Le|O['’]|i|e)(?=[A-Z])")
_STAMP = re.compile(r"\d{1,2}[:.]\d\d\b|\b(?:19|20)\d\d\b")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\bago\Z")
_NUMBER = re.compile(r"\W*\d[\d.,]*[°%]?\W*")
_UNSPOKEN = re.compile(r"[×✕☰←→▲▼►▶]+")
_HEAD = 400  # code points of a line in which glued navigation is looked for

DIMMED, DOUBTFUL = 1.0, 0.25  # scores


@dataclass(frozen=True, slots=True)
class _LineInPage:
    """A line, with what its place in the page says of it."""

    line: PageLine
    index: int
    story: ToldLines
    repeated: Collection[str]
    above: PageLine | None
    below: PageLine | None
    crowded: bool  # among short lines without a sentence
    closed: bool  # after the story's last line, and after boilerplate there
    fits: float  # the share of its words that the rest of the story has

    @property
    def short(self) -> bool:
        return self.line.size <= 4 and not self.line.ends and not _STAMP.search(self.line.raw)

    @property
    def in_head(self) -> bool:
        return self.index < self.story.title

    @property
    def after(self) -> bool:
        return self.story.is_prose and self.index > self.story.last

    @property
    def told(self) -> bool:
        return self.story.told[self.index]

    @property
    def stamped(self) -> bool:
        return self.line.raw[0].isdigit() and _STAMP.match(self.line.raw) is not None

    @property
    def away(self) -> bool:
        return self.closed or self.story.away[self.index]

    @property
    def teaser(self) -> bool:
        is_below_headline = self.above is not None and not self.above.ends
        return is_below_headline and self.line.cut and self.line.size >= 8 and not self.line.quotes

    @property
    def captioned(self) -> bool:
        return self.above is not None and phrases.takes_next(self.above.bare)

    @property
    def over_credit(self) -> bool:
        return self.below is not None and self.below.size <= 12 and self.below.caption

    @property
    def over_date(self) -> bool:
        is_date = (
            self.below is not None and self.below.size <= 6 and _DATED.search(self.below.raw) is not None
        )
        return is_date and self.line.size >= 4 and not self.line.ends

    @property
    def subhead(self) -> bool:
        is_over_story = self.index + 1 < len(self.story.told) and self.story.told[self.index + 1]
        return is_over_story and self.line.size <= 12 and self.fits >= 0.5

    @property
    def about_writer(self) -> bool:
        return self.story.is_prose and self.line.about_writer and not self.told


FEATURES: tuple[tuple[str, float, Callable[[_LineInPage], bool]], ...] = (
    ("a known phrase", 2.5, lambda at: at.line.sure),
    ("opens a list of other stories", 2.5, lambda at: at.line.heading),
    ("a picture's credit", 2.0, lambda at: at.line.caption),
    ("the caption that was announced", 3.0, lambda at: at.captioned),
    ("a caption over its credit", 0.8, lambda at: at.over_credit),
    ("a headline over its date", 0.8, lambda at: at.over_date and at.after and at.fits < 0.5),
    ("a subhead", -1.0, lambda at: at.subhead and not (at.line.sure or at.line.caption)),
    ("glued navigation", 2.0, lambda at: is_glued(at.line.raw)),
    ("a sign alone", 2.0, lambda at: not at.line.stems and _UNSPOKEN.fullmatch(at.line.raw) is not None),
    ("in a list of other stories", 1.2, lambda at: at.story.away[at.index]),
    ("after the end", 1.2, lambda at: at.closed),
    ("about the writer", 1.5, lambda at: at.about_writer and at.after),
    ("stands in other articles", 1.1, lambda at: at.line.plain in at.repeated),
    ("before the headline", 0.6, lambda at: at.in_head),
    ("short before the headline", 0.3, lambda at: at.in_head and at.short),
    ("crowded before the headline", 0.3, lambda at: at.in_head and at.crowded),
    ("a section's name", 0.6, lambda at: at.line.menu),
    ("a menu", 1.2, lambda at: at.line.menu and at.line.size >= 4),
    ("a link in capitals", 0.8, lambda at: at.line.size >= 7 and at.line.raw.isupper() and not at.line.ends),
    ("only a number", 0.3, lambda at: not at.line.stems and _NUMBER.fullmatch(at.line.raw) is not None),
    ("cut off after the story", 1.0, lambda at: at.teaser and at.after),
    ("cut off and foreign", 0.5, lambda at: at.teaser and at.fits < 0.2),
    ("short, without a sentence", 0.25, lambda at: not at.line.ends and at.line.size <= 20),
    ("tells the story", -2.0, lambda at: at.told and not at.line.sure),
    ("a sentence in its words", -2.0, lambda at: at.line.ends and at.line.size > 8 and at.fits >= 0.3),
    ("the headline", -9.0, lambda at: at.index == at.story.title),
    ("an embedded post", -3.0, lambda at: at.line.embedded),
    ("in the story's words", -0.4, lambda at: at.fits >= 0.5 and not (at.in_head and at.short)),
    ("may be the headline", -0.8, lambda at: at.in_head and at.line.size >= 4 and at.fits >= 0.4),
    ("a time stamp", -0.5, lambda at: at.stamped and not at.away),
)  # fmt: skip


def find(text: str, title: str = "", *, repeated: Collection[str] = ()) -> list[tuple[int, int]]:
    """Return bounds of the boilerplate in order, in code points: disjoint, without outer white space.

    `repeated` holds lines, as `site_lines.lines` gives them, that stand in at least two other articles of the
    source.
    """
    page, parts = _without_parts(text)
    if not page:
        return parts
    dimmed = _smooth(_scores(page, ToldLines(page, title), repeated), page)
    whole = [(line.start, line.end) for line, is_dimmed in zip(page, dimmed, strict=True) if is_dimmed]
    return sorted(parts + whole)


def _without_parts(text: str) -> tuple[list[PageLine], list[tuple[int, int]]]:
    """Return the lines less the boilerplate glued to them, and that boilerplate's bounds."""
    page: list[PageLine] = []
    parts: list[tuple[int, int]] = []
    for i, line in enumerate(lines_of(text)):
        cuts = [*_glued_parts(line, is_top=i < 12)]
        parts += cuts
        left, right = _less(line, cuts)
        if rest := text[left:right].strip():
            left = text.index(rest, left)
            page.append(line if rest == line.raw else line_at(left, rest))
    return page, parts


def _less(line: PageLine, cuts: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the bounds of the line without what is glued to its ends."""
    left = max([line.start, *(end for start, end in cuts if start == line.start)])
    return left, min([line.end, *(start for start, end in cuts if end == line.end)])


def unglued(raw: str) -> str:
    """Return the words of a line at the top of a page without the boilerplate that is glued to them."""
    line = line_at(0, raw)
    left, right = _less(line, [*_glued_parts(line, is_top=True)])
    return raw[left:right].strip()


def _glued_parts(line: PageLine, *, is_top: bool) -> Iterator[tuple[int, int]]:
    """Yield the bounds of boilerplate at the start and at the end of the line, when the rest is none."""
    navigation = _navigation(line.raw) if is_top else 0
    if 0 < navigation < len(line.raw):
        yield line.start, line.start + navigation
    if before := GLUED_BEFORE.match(line.raw):
        yield line.start, line.start + before.end()
    is_long = line.size >= 8 or "dvertis" in line.plain
    after = GLUED_AFTER.search(line.raw, max(1, len(line.raw) - _HEAD)) if is_long else None
    if after and not line.caption:
        yield line.start + after.start(1), line.end


def _navigation(raw: str) -> int:
    """Return how many code points of glued navigation open the line; 0 when all of it is or nothing is."""
    head = raw[:_HEAD]
    cuts = [match.start() for match in _GLUE.finditer(head)]
    items = [head[left:right] for left, right in zip([0, *cuts], cuts, strict=False)]
    while items and not _is_link(items[-1]):
        items.pop()
    known = sum(item.strip().casefold() in phrases.SECTIONS for item in items)
    rest = raw[sum(map(len, items)) :]
    if known < 2 and not (known and items[0].strip() in ("Home", "HOME")):
        return 0
    return sum(map(len, items)) if len(rest.split()) >= 4 and not rest.endswith(("...", "…")) else 0


def _is_link(item: str) -> bool:
    return len(item.split()) <= 3 and not any(mark in item for mark in '.,;:!?"“')


def is_glued(raw: str) -> bool:
    """Return whether the line is a row of links without space between them."""
    if len(raw) > _HEAD or (raw.endswith((".", "!", "?")) and not raw.endswith("...")):
        return False
    items = _GLUE.split(raw)
    if len(items) == 1:
        return False
    if items[0] == "Home":
        return True
    are_known = any(item.strip().casefold() in phrases.SECTIONS for item in items)
    glues = len(items) - 1 - len(_NAMES.findall(raw))
    return glues * 4 >= len(raw.split()) and glues >= (2 if are_known else 3)


def _scores(page: list[PageLine], story: ToldLines, repeated: Collection[str]) -> list[float]:
    found: list[float] = []
    closed = False
    for i, line in enumerate(page):
        above, below = page[i - 1] if i else None, page[i + 1] if i + 1 < len(page) else None
        place = _LineInPage(
            line, i, story, repeated, above, below, _is_crowded(page, i), closed, story.fit(i)
        )
        found.append(sum(weight for _, weight, holds in FEATURES if holds(place)))
        closed = closed or (place.after and found[-1] >= DIMMED and (line.sure or line.heading))
    return found


def _is_crowded(page: list[PageLine], i: int) -> bool:
    around = page[max(0, i - 2) : i + 3]
    return len(around) >= 3 and all(line.size <= 8 and not line.ends for line in around)


def _smooth(scores: list[float], page: list[PageLine]) -> list[bool]:
    """Return which lines to dim: also up to three doubtful lines between lines that are dimmed."""
    dimmed = [score >= DIMMED for score in scores]
    sure = [i for i, is_dimmed in enumerate(dimmed) if is_dimmed]
    for left, right in pairwise(sure):
        between = range(left + 1, right)
        if len(between) <= 3 and all(scores[i] >= DOUBTFUL and not page[i].prose for i in between):
            dimmed[left:right] = [True] * (right - left)
    return dimmed
