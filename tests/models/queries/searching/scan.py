"""A plain scan of a project, written from docs/search.md alone: every article, sign by sign.

What a letter is, it asks SQLite of each sign by itself.
"""

from __future__ import annotations

import operator
import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from functools import cache

from annotations.facts import Date, Fact, Number
from annotations.schema.kinds import IMPLIED
from annotations.search.query import AskedField, Query, SearchTarget, Term, TermKind
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from models.project import Project
from models.queries import articles as article_queries
from models.store.database import stored_pool, stored_set

Place = tuple[int, int]
Hit = tuple[str, int, int, str]  # article, place, id of the span or fact
SIGNS = {
    "=": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}
RUN_ON = re.compile("[\u0e00-\u0eff\u3005-\uffdc]")
NAMED = ("rule", "seen", "repeat", "pattern", "imported")

# --- words


@cache
def asked(text: str) -> tuple[str, ...]:
    """The words of the text, folded, as SQLite has them."""
    memory = sqlite3.connect(":memory:")
    memory.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize='unicode61 remove_diacritics 2')")
    memory.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, instance)")
    memory.execute("INSERT INTO t VALUES (?)", (text,))
    found = tuple(row[0] for row in memory.execute("SELECT term FROM v ORDER BY offset"))
    memory.close()
    return found


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The words with their places: they begin with a letter, accents belong to them."""
    found: list[tuple[str, int, int]] = []
    is_open = False
    for at, sign in enumerate(text):
        letter = asked(sign)
        is_mark = not letter and len(asked(f"x{sign}x")) == 1
        if is_open and (letter or is_mark):
            word, start, _ = found.pop()
            found.append((word + "".join(letter), start, at + 1))
        elif letter:
            found.append((letter[0], at, at + 1))
            is_open = True
        else:
            is_open = False
    return found


def places(term: Term, text: str) -> Iterator[Place]:
    """Where the term stands in the text."""
    words = [word for word, _, _ in tokens(term.text)]
    if term.kind is TermKind.PATTERN:
        yield from (m.span() for m in re.finditer(term.text, text, re.IGNORECASE * term.any_case) if m[0])
    elif RUN_ON.search(term.text):
        yield from stretches(text, term.text.casefold().split(), str.casefold)
    elif not words:
        yield from stretches(text, term.text.split(), str)
    else:
        there = tokens(text)
        for at in range(len(there) - len(words) + 1):
            some = there[at : at + len(words)]
            said = [word for word, _, _ in some]
            is_same = said[:-1] == words[:-1] and (
                said[-1].startswith(words[-1]) if term.goes_on else said[-1] == words[-1]
            )
            if is_same:
                yield some[0][1], some[-1][2]


def stretches(text: str, words: list[str], fold) -> Iterator[Place]:
    """Every stretch that is, folded, just these words with white space between them; none is longer than need be."""
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            said = fold(text[start:end])
            if said.split() == words and not said[0].isspace() and not said[-1].isspace():
                yield start, end
                break


# --- articles, spans and facts


def scanned(project: Project, query: Query, annotator: str) -> list[Hit]:
    """What the query finds, in order."""
    who = next((one.values[0] for one in query.about("annotator")), annotator)
    people = {who, *article_queries.annotators(project)}
    found: list[Hit] = []
    for id_, title, source, published in project.db.rows(
        "SELECT id, title, json_extract(meta, '$.source'), json_extract(meta, '$.published') FROM article ORDER BY number"
    ):
        text = project.article(id_).text
        sheet = Sheet(stored_pool(project.db, id_), stored_set(project.db, id_, who))
        about = {"article": (id_, title), "source": source or "", "date": published or "", "sheet": sheet}
        if all(is_about(one, about) != one.negated for one in query.asked if one.field in OF_ARTICLES):
            here = [hit for hit in hits(query, id_, text, sheet, people) if is_placed(query, sheet, hit)]
            found += sorted(set(here), key=lambda hit: hit[1:3])
    return found


OF_ARTICLES = ("state", "topic", "source", "date", "article")


def is_about(one: AskedField, about: dict) -> bool:
    is_any = "*" in one.values
    if one.field == "state":
        progress = about["sheet"].set.progress
        return is_any or progress.state in one.values or ("skipped" in one.values and bool(progress.skipped))
    if one.field == "topic":
        topics = {*about["sheet"].set.topics}
        return bool(topics) if is_any else bool(topics & {*one.values})
    if one.field == "source":
        return (
            bool(about["source"])
            if is_any
            else about["source"].casefold() in [v.casefold() for v in one.values]
        )
    if one.field == "date":
        return bool(about["date"]) and (is_any or any(meets(value, about["date"]) for value in one.values))
    id_, title = about["article"]
    return is_any or id_ in one.values or any(stands(value, title) for value in one.values)


def meets(value: str, day: str) -> bool:
    """Whether a day as 2024-01-13 is in a month or a year."""
    return day.startswith(value) and bool(date.fromisoformat(day))


def hits(query: Query, id_: str, text: str, sheet: Sheet, people: set[str]) -> Iterator[Hit]:
    some = [term for term in query.terms if not term.negated]
    none = [term for term in query.terms if term.negated]
    if query.target is SearchTarget.WORDS:
        there = [list(places(term, text)) for term in some]
        if all(there) and not any(list(places(term, text)) for term in none):
            yield from ((id_, *place, "") for places_ in there for place in places_)
    elif query.target is SearchTarget.SPANS:
        for span in seen(sheet.set.spans, sheet.undecided):
            parts = [text[span.start : span.end]]
            if is_said(some, none, parts) and is_marked(query, span, people):
                yield id_, span.start, span.end, span.id
    else:
        for fact in seen(sheet.set.facts, sheet.undecided_facts()):
            parts = [text[start:end] for start, end in fact.ranges()]
            is_fact = all(of_fact(query, one, fact, text, sheet) for one in query.asked)
            if is_said(some, none, parts) and is_marked(query, fact, people) and is_fact:
                yield id_, *fact.place, fact.id


def is_marked(query: Query, mark: Span | Fact, people: set[str]) -> bool:
    """Whether what is asked of label, origin, score and status holds; rejected ones are left out unless asked for."""
    if mark.status is Status.REJECTED and not query.about("status"):
        return False
    return all(of_mark(one, mark, people) for one in query.asked)


def seen(own, undecided) -> list:
    return [*own.values(), *(one for one in undecided if one.id not in own)]


def is_said(some: list[Term], none: list[Term], parts: list[str]) -> bool:
    def stand(term: Term) -> bool:
        return any(list(places(term, part)) for part in parts)

    return all(map(stand, some)) and not any(map(stand, none))


def stands(words: str, text: str) -> bool:
    goes_on = words.endswith("*")
    return any(True for _ in places(Term(TermKind.PHRASE, words.removesuffix("*"), goes_on=goes_on), text))


def of_mark(one: AskedField, mark: Span | Fact, people: set[str]) -> bool:
    is_any = "*" in one.values
    if one.field == "label" and isinstance(mark, Span):
        return (is_any or mark.label in one.values) != one.negated
    if one.field == "fact":
        return (is_any or mark.type in one.values) != one.negated
    if one.field == "status":
        return (is_any or mark.status in one.values) != one.negated
    if one.field == "score":
        holds = (
            mark.score is not None if is_any else any(is_scored(value, mark.score) for value in one.values)
        )
        return holds != one.negated
    if one.field == "origin":
        first = (mark.origin.split() or ["imported"])[0]
        kind = first if first in NAMED else "human" if mark.origin in people else "model"
        edited = {"edited"} if isinstance(mark, Span) and mark.first else set()
        return (is_any or bool({mark.origin, kind, *edited} & {*one.values})) != one.negated
    return True


def is_scored(value: str, score: float | None) -> bool:
    if value == "none" or score is None:
        return value == "none" and score is None
    if value.startswith("<"):
        return score < float(value[1:])
    low, _, high = value.partition("..")
    return float(low) <= score <= float(high)


def of_fact(query: Query, one: AskedField, fact: Fact, text: str, sheet: Sheet) -> bool:
    is_any, by_role = "*" in one.values, fact.by_role()
    named = {role for it in query.about("role") if not it.negated for role in it.values if role != "*"}
    if one.field == "label":
        labels = {span.label for id_ in fact.span_ids() if (span := sheet.get(id_))}
        return bool(labels if is_any else labels & {*one.values}) != one.negated
    if one.field == "role":
        return bool(by_role if is_any else by_role.keys() & {*one.values}) != one.negated
    if one.field in ("filler", "according"):
        roles = [role for role in by_role if not named or role in named]
        if one.field == "according":
            roles = [role for role in by_role if IMPLIED.get(role) == "source"]
        fillers = [text[filler.start : filler.end] for role in roles for filler in by_role[role]]
        return (
            bool(fillers) if is_any else any(stands(v, it) for v in one.values for it in fillers)
        ) != one.negated
    if one.field == "value":
        some = [value for value in one.values if value != "*"]
        has = is_any and any(filler.value is not None for filler in fact.fillers())
        return (has or any(is_valued(value, by_role) for value in some)) != one.negated
    if one.field == "modality":
        return (is_any or fact.modality in one.values) != one.negated
    if one.field == "negated":
        return (is_any or ("yes" if fact.negated else "no") in one.values) != one.negated
    return True


def beside(number: Number) -> float:
    """The number; more than that lies a little above it, less than that a little below."""
    return number.number + {">": 0.001, "<": -0.001}.get(number.comparison, 0)


def is_valued(value: str, by_role: dict) -> bool:
    role, *rest = value.split()
    for filler in by_role.get(role, ()):
        if (
            isinstance(filler.value, Number)
            and len(rest) == 2
            and SIGNS[rest[0]](beside(filler.value), float(rest[1]))
        ):
            return True
        if isinstance(filler.value, Date) and len(rest) == 1 and filler.value.earliest.startswith(rest[0]):
            return True
    return False


def is_placed(query: Query, sheet: Sheet, hit: Hit) -> bool:
    """Whether the place answers to what is asked of boilerplate."""
    _, start, end, _ = hit
    is_in = any(low < end and start < high for low, high in sheet.boilerplate)
    return all(
        ("*" in one.values or ("in" if is_in else "out") in one.values) != one.negated
        for one in query.about("boilerplate")
    )
