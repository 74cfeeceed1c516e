"""The articles in which a search looks, in order: what is asked of articles, and what the full-text index knows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from annotations.search.query import ANY, FIELDS, Query, SearchTarget
from annotations.search.values import days_in, period, words_value
from annotations.sets import State
from annotations.spans import Status
from models.queries.filters import origins
from models.queries.searching.marks import statuses_of
from models.queries.searching.own_work import AnnotatorWork
from models.queries.searching.wanted import LookedAt, WantedTerms, stands, wanted
from models.store.rows import Row

OF_SET = "SELECT article FROM {item} WHERE annotator = :who AND kind ="
NOT_NEW = f"{OF_SET} 'progress' AND label <> 'new'"
STATED = f"{OF_SET} 'progress' AND label IN (SELECT value FROM json_each(:{{0}}))"
SKIPPED = f"{OF_SET} 'progress' AND instr(body, '\"skipped\":') > 0"
TOPICS = f"{OF_SET} 'topic' AND id IN (SELECT value FROM json_each(:{{0}}))"
ANY_TOPIC = f"{OF_SET} 'topic'"
EVERY = "SELECT number FROM article"
LABELLED = "kind = 'span' AND label IN (SELECT value FROM json_each(:labels))"
HAVING = (  # the index on own spans begins with their origin
    f"SELECT article FROM suggestion WHERE {LABELLED} UNION ALL SELECT article FROM {{item}} WHERE annotator = :who "
    f"AND status = 'confirmed' AND origin IN (SELECT value FROM json_each(:every)) AND {LABELLED}"
)
SKIP = "skipped"  # the state beside those of `State`


class InScope(NamedTuple):
    """An article that is looked at: its number and id, and its length in code points."""

    number: int
    id: str
    length: int


def in_scope(query: Query, terms: WantedTerms, own: AnnotatorWork) -> list[InScope]:
    """Return the articles that answer to what is asked of articles, in order; of words those that may have them.

    UserError when a value is none.
    """
    asked = [one for one in query.asked if FIELDS[one.field].of == "articles"]
    where, values = ["1"], dict[str, Any]()
    for n, one in enumerate(asked):
        if one.field in SETS:
            within, said = SETS[one.field](one.values, f"asked{n}")
            where.append(f"number {'NOT ' * one.negated}IN ({within})")
            values |= said
    if terms.match and query.target is SearchTarget.WORDS:  # a span may end within a word of the text
        where.append("number IN (SELECT rowid FROM article_words WHERE article_words MATCH :match)")
        values["match"] = terms.match
    if decided := _decided(query, own):
        where.append(f"number NOT IN ({decided})")
    if within := _labelled(query, own, values):
        where.append(f"number IN ({within})")
    of_meta = [(META[one.field](one.values), one.negated) for one in asked if one.field in META]
    more = ", title, json_extract(meta, '$.source'), json_extract(meta, '$.published')" if of_meta else ""
    sql = f"SELECT number, id, length{more} FROM article WHERE {' AND '.join(where)} ORDER BY number"
    rows = own.rows(sql, **values)
    return [InScope(*row[:3]) for row in rows if all(holds(row) != negated for holds, negated in of_meta)]


def _labelled(query: Query, own: AnnotatorWork, values: dict[str, str]) -> str:
    """Return the SQL of the articles that the indexes know to have a label, "" where that is not asked alone."""
    asked = [one for one in query.about("label") if not one.negated and ANY not in one.values]
    if query.target is not SearchTarget.SPANS or own.is_waiting or not asked or query.about("status"):
        return ""
    values["labels"] = json.dumps(asked[0].values)
    values["every"] = json.dumps([*origins(own.database, own.annotator)])
    return HAVING


def _decided(query: Query, own: AnnotatorWork) -> str:
    """Return the SQL of the articles with nothing undecided, as the tallies know, where that alone is asked for."""
    if own.is_waiting or statuses_of(query) != [Status.SUGGESTED]:
        return ""
    left = "undecided" if query.target is SearchTarget.SPANS else "facts"
    return f"SELECT article FROM tally WHERE annotator = :who AND undecided IS NOT NULL AND {left} = 0"


# --- what SQL answers: the articles that it is so of


def _state(values: tuple[str, ...], name: str) -> tuple[str, dict[str, str]]:
    if ANY in values:
        return EVERY, {}
    parts = [STATED.replace("{0}", name)]
    if SKIP in values:
        parts.append(SKIPPED)
    if State.NEW in values:
        parts.append(f"{EVERY} WHERE number NOT IN ({NOT_NEW})")
    return " UNION ALL ".join(parts), {name: json.dumps(values)}


def _topic(values: tuple[str, ...], name: str) -> tuple[str, dict[str, str]]:
    return (ANY_TOPIC if ANY in values else TOPICS.replace("{0}", name)), {name: json.dumps(values)}


SETS: Mapping[str, Callable[[tuple[str, ...], str], tuple[str, dict[str, str]]]] = {
    "state": _state,
    "topic": _topic,
}

# --- what is asked of a row of number, id, length, title, source, date

Holds = Callable[[Row], bool]


def _source(values: tuple[str, ...]) -> Holds:
    wanted_ones = {value.casefold() for value in values}

    def holds(row: Row) -> bool:
        source = str(row[4] or "")
        return bool(source) if ANY in values else source.casefold() in wanted_ones

    return holds


def _date(values: tuple[str, ...]) -> Holds:
    periods = [period(value) for value in values if value != ANY]

    def holds(row: Row) -> bool:
        days = days_in(str(row[5] or ""))
        return days is not None and (ANY in values or any(one.meets(*days) for one in periods))

    return holds


def _article(values: tuple[str, ...]) -> Holds:
    words = [wanted(words_value(value)) for value in values if value != ANY]

    def holds(row: Row) -> bool:
        if ANY in values or row[1] in values:
            return True
        title = [LookedAt(row[3])]
        return any(stands(one, title) for one in words)

    return holds


META: Mapping[str, Callable[[tuple[str, ...]], Holds]] = {
    "source": _source,
    "date": _date,
    "article": _article,
}
