"""Found places in their context: what a line of the concordance shows, made for the few that are in view."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from annotations.facts import Fact
from annotations.schema.types import Schema
from annotations.search.hits import FoundPlace, InContext, LabelNow
from annotations.search.query import SearchTarget
from annotations.sentences import sentence_of
from annotations.sheet import Sheet
from annotations.text.graphemes import inside_grapheme
from models.queries.searching import SearchedProject
from models.queries.searching.nearby import sheets_at
from models.queries.searching.own_work import AnnotatorWork
from models.store.rows import Row

WIDE, READ = 100, 400  # code points that are shown before and behind, and among which they are looked for
LONGEST = 300  # code points of the words themselves that are shown
CUT = "…"
ARTICLES = (
    "SELECT id, number, title, json_extract(meta, '$.published'), json_extract(meta, '$.source'), text FROM article "
    "JOIN article_text ON article = number WHERE id IN (SELECT value FROM json_each(:ids))"
)


def in_context(project: SearchedProject, places: Sequence[FoundPlace]) -> list[InContext]:
    """Return those places as lines, in their order, as they are now; without those whose article is gone."""
    shown: dict[FoundPlace, InContext] = {}
    for annotator in dict.fromkeys(place.annotator for place in places):
        own = AnnotatorWork(project.db, annotator)
        some = [place for place in places if place.annotator == annotator]
        shown |= _shown(own, some, project.schema)
    return [shown[place] for place in places if place in shown]


def _shown(own: AnnotatorWork, places: Sequence[FoundPlace], schema: Schema) -> dict[FoundPlace, InContext]:
    ids = json.dumps([*{place.article for place in places}])
    articles: dict[str, Row] = {row[0]: row[1:] for row in own.rows(ARTICLES, ids=ids)}
    there = [place for place in places if place.article in articles]
    at, facts = defaultdict(list), defaultdict(list)
    for place in there:
        number = articles[place.article][0]
        at[number].append((place.start, place.end))
        if place.target is SearchTarget.FACTS:
            facts[number].append(place.item)
    sheets = sheets_at(own, at, facts)
    return {
        place: _line(place, articles[place.article], sheets[articles[place.article][0]], schema)
        for place in there
    }


def _line(place: FoundPlace, article: Row, sheet: Sheet, schema: Schema) -> InContext:
    _, title, date, source, text = article
    return InContext(
        place,
        context(text, place.start, place.end),
        labels_now(sheet, place),
        " ".join((title or place.article).split()),
        str(date or ""),
        str(source or ""),
        _sentence(sheet, place.item, text, schema) if place.target is SearchTarget.FACTS else "",
    )


def context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return the words before, at and behind the place, white space folded; no word and no cluster is cut in two.

    >>> context("The Red  Sea port", 4, 12)
    ('The', 'Red Sea', 'port')
    """
    before, behind = text[max(0, start - READ) : start], text[end : end + READ]
    words = text[start : min(end, start + LONGEST)]
    return _last(before), " ".join(words.split()) + CUT * (end - start > LONGEST), _first(behind)


def _first(text: str) -> str:
    """Return the beginning of the text, at most WIDE code points."""
    said = " ".join(text.split())
    if len(said) <= WIDE and len(text) < READ:
        return said
    cut = said.rfind(" ", 0, WIDE + 1)
    return said[: cut if cut > 0 else _whole(said, min(WIDE, len(said)), -1)]


def _last(text: str) -> str:
    """Return the end of the text, at most WIDE code points."""
    said = " ".join(text.split())
    if len(said) <= WIDE and len(text) < READ:
        return said
    cut = said.find(" ", max(0, len(said) - WIDE - 1))
    return said[cut + 1 if cut >= 0 else _whole(said, max(0, len(said) - WIDE), 1) :]


def _whole(text: str, at: int, step: int) -> int:
    """Return the bound between two clusters at or after that offset, in steps of 1 or -1."""
    while inside_grapheme(text, at):
        at += step
    return at


def labels_now(sheet: Sheet, place: FoundPlace) -> tuple[LabelNow, ...]:
    """Return the labels on just the words of the place, and behind them, of words, those of longer spans around.

    Nothing in the sheet but what touches the place matters.
    """
    start, end = place.start, place.end
    spans = ((span, False) for span in sheet.confirmed.overlapping(start, end))
    open_ = ((span, True) for span in sheet.undecided.overlapping(start, end))
    said = (
        LabelNow(span.label, is_open, (span.start, span.end) != (start, end))
        for span, is_open in (*spans, *open_)
        if span.start <= start and end <= span.end
    )
    takes_around = place.target is SearchTarget.WORDS
    kept = dict.fromkeys(one for one in said if takes_around or not one.is_around)
    return tuple(sorted(kept, key=lambda one: (one.is_around, one.is_open, one.label)))


def _sentence(sheet: Sheet, id_: str, text: str, schema: Schema) -> str:
    fact: Fact | None = sheet.fact(id_) or sheet.set.facts.get(id_)
    return sentence_of(fact, text, schema, sheet).words if fact else ""
