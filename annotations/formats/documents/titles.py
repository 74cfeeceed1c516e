"""Titles of texts whose file gives none: the headline over the story, or the first sentence of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice, pairwise
from typing import NamedTuple

from annotations.text.sentences import sentences
from annotations.text.text import paragraphs

TITLE_MOST = 200  # code points; a longer line is no title
OPENING_MOST = 80  # code points
HEAD, LINES = 4_000, 40  # code points and lines in which the headline is looked for
STORY = 6  # more lines of the story that are compared with it
HEADLINE, SPOKEN = (
    4,
    3,
)  # words: a line of so many goes before a shorter one; one of fewer must be of the story
FITS = 0.3  # share of a headline's words that the story has too
SHORT, NARROW = 45, 100  # code points of the longest line of a text whose lines were broken by hand
MARKS = "#*=•>– "  # before a headline
FULL = 0.7  # share of the lines of such a text that have no place for the next word

_STOP = re.compile(r"[.。][\"”’'»«)\]」』]*\Z")
_INITIALS = re.compile(r"(?:\A|[\s(])(?:[^\W\d_]\.){2,}\Z")
_TITLED = re.compile(
    r"(?:headline|title|subject|titel|titre|título|titolo|betreff|schlagzeile)\s?:\s*(?=\S)", re.IGNORECASE
)
_INSIDE = re.compile(r"[.!?。]”?\s+[“\"„«]?[A-ZÀ-Þ]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class FirstLines(NamedTuple):
    """The first lines of a text that may be its headline, those that tell the story, and one that is called the title."""

    headlines: list[str]
    story: list[str]
    named: str = ""


def find_title(text: str) -> str:
    """Return the headline over the story; "" when the text begins with the story.

    No line is one that is a sentence, a date, a time, a byline, the name of a section or site, or boilerplate.
    """
    told = _told(text)
    return told.named or _chosen(told)


def opening(text: str) -> str:
    """Return the story's first sentence, shortened to 80 code points, for an article without a title."""
    told = _told(text)
    line = next(iter([*told.story, *told.headlines]), "") or next(_lines(text), "")
    return shortened(_first_sentence(line))


def shortened(line: str) -> str:
    """Return the line, cut at a word and with an ellipsis when it has more than 80 code points."""
    if len(line) <= OPENING_MOST:
        return line
    words, _, _ = line[:OPENING_MOST].rpartition(" ")
    return (words.rstrip(" ,;:–—-") or line[: OPENING_MOST - 1]) + "…"


def _told(text: str) -> FirstLines:
    """Return what the text's first lines are, in order."""
    from annotations.formats.documents.furniture import is_dateline_of_story, is_furniture, without_stamp
    from annotations.suggest.boilerplate import phrases
    from annotations.suggest.boilerplate.find import is_glued
    from annotations.suggest.boilerplate.lines import line_at

    headlines: list[str] = []
    lines, below = islice(_lines(text), LINES), False
    for raw in lines:
        if len(raw) > TITLE_MOST:
            return FirstLines(headlines, [without_stamp(raw), *_story(lines, headlines)])
        line, takes_next = line_at(0, raw), below
        below = phrases.takes_next(line.bare)
        if named := _TITLED.match(raw):
            return FirstLines([], [], raw[named.end() :])
        if takes_next or below or is_furniture(line) or is_glued(raw):
            continue
        raw = without_stamp(raw.lstrip(MARKS))
        if _is_sentence(raw) or is_dateline_of_story(raw):
            return FirstLines(headlines, [raw, *_story(lines, headlines)])
        headlines.append(raw)
    return FirstLines(headlines, [])


def _story(lines: Iterator[str], headlines: list[str]) -> Iterator[str]:
    """Yield more of the story, when there is a headline to compare with it."""
    return islice(filter(_is_sentence, lines), STORY if headlines else 0)


def _chosen(told: FirstLines) -> str:
    """Return the likeliest of the lines over the story."""
    from annotations.formats.documents.furniture import is_name, is_site
    from annotations.suggest.boilerplate.lines import stems_of

    known = stems_of(" ".join(told.story))

    def fit(line: str) -> float:
        stems = stems_of(line)
        return len(stems & known) / len(stems) if stems else 0.0

    whole = [line for line in told.headlines if not line.endswith(("...", "…"))] or told.headlines
    long = [line for line in whole if _size(line) >= HEADLINE]
    short = [line for line in whole if _size(line) < HEADLINE]
    first = long[0] if long else ""
    if (
        short
        and long
        and whole[0] == short[0]
        and _size(short[0]) > 1
        and not short[0].isupper()
        and fit(short[0]) > FITS
    ):
        return short[0]
    if first:
        return next((line for line in long if fit(line) >= FITS), first)
    own = (line for line in short if fit(line) or not (known and (_size(line) < SPOKEN or is_name(line))))
    return next((line for line in own if fit(line) or not is_site(line)), "")


def _is_sentence(line: str) -> bool:
    if len(line) > TITLE_MOST:
        return True
    if _STOP.search(line[-8:]):
        return not _INITIALS.search(line[-12:])
    return len(line.split()) >= 20 and _INSIDE.search(line) is not None


def _size(line: str) -> int:
    """Return the number of words; two signs of a script without blanks count as one."""
    return max(len(line.split()), len(_WIDE.findall(line)) // 2)


def _first_sentence(line: str) -> str:
    bounds = sentences(line)
    end = next((end for _, end in bounds if _size(line[:end]) >= HEADLINE), len(line))
    return line[:end]


def _lines(text: str) -> Iterator[str]:
    """Yield the first lines with their blanks folded, lines that were broken by hand put together."""
    from annotations.suggest.boilerplate.find import unglued

    head = text.lstrip()[:HEAD]
    raw = (" ".join(head[start:end].split()) for start, end in paragraphs(head))
    for has_words, block in groupby(raw, bool):
        if has_words:
            yield from filter(None, map(unglued, _unbroken(list(block))))


def _unbroken(block: list[str]) -> Iterator[str]:
    """Yield the lines of a paragraph; one line where a line goes on in the next."""
    from annotations.formats.documents.furniture import is_byline

    width, pairs = max(map(len, block)), list(pairwise(block))
    full = [len(line) + 1 + len(after.split(" ", 1)[0]) > width for line, after in pairs]
    is_narrow = len(full) > 1 and SHORT < width <= NARROW and sum(full) >= FULL * len(full)
    held = block[0]
    for (line, after), is_full in zip(pairs, full, strict=True):
        goes_on = after[0].islower() and line[-1] not in ".!?:" and not is_byline(after)
        if goes_on or (is_narrow and is_full):
            held = f"{held} {after}"
        else:
            yield held
            held = after
    yield held
