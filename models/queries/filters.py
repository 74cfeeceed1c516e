"""Article filters: one table from what is asked to SQL, and the list of articles that answer to it.

What is shown is kept beside the connection as `temp.shown`, so that going on stays within it while articles
cease to answer; it is made anew when somebody asks.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from annotations.processes.quick_dataclass import dataclass
from annotations.sets import State
from annotations.text.text import clean
from models.queries import articles as article_queries
from models.queries import undecided_counts
from models.queries.ids_in_order import ArticleIds
from models.store.database import Database, HasDatabase

ORIGINS = ("model", "rule", "seen", "repeat", "pattern", "imported", "human", "edited")
NAMED = frozenset({"rule", "seen", "repeat", "pattern", "imported"})  # the first word of such an origin
SKIPPED = ("yes", "no")
PREFIX = 3  # letters from which on the last word may go on
COUNTED = 20  # started articles whose suggestions are counted before a question about them


@dataclass(frozen=True)
class Filter:
    """The properties that a listed article must have; a field at its default asks for nothing.

    `label` and `origin`: on a confirmed span of the annotator's or an undecided suggestion (any suggestion,
    in an article that nobody has counted yet).  `below`: an undecided suggestion has a lower score.
    `commented`: anybody's comment.  `text`: words and "phrases".  `assigned`: to whom it was given.
    """

    text: str = ""
    state: str = ""
    label: str = ""
    origin: str = ""
    undecided: bool = False
    below: float = 0.0
    commented: bool = False
    skipped: str = ""
    assigned: str = ""

    def __bool__(self) -> bool:
        return self != Filter()


#: In order, else SQLite takes them as an index on hashes has them.
EVERY_NUMBER = "SELECT number FROM article ORDER BY number"
WORKED_ON = "(SELECT article FROM item WHERE annotator = :who AND kind = 'progress')"
HAVING = """
SELECT article FROM item WHERE annotator = :who AND kind = 'span' AND status = 'confirmed' AND {mine}
UNION ALL SELECT article FROM undecided WHERE annotator = :who AND {these}
UNION ALL SELECT article FROM suggestion WHERE kind = 'span' AND {these} AND article NOT IN
(SELECT article FROM tally INDEXED BY tally_counted WHERE annotator = :who AND undecided IS NOT NULL)
"""
EVERY = "origin IN (SELECT value FROM json_each(:every))"  # an index on spans begins with it
ORIGIN = "origin IN (SELECT value FROM json_each(:origins))"
PROGRESS = "SELECT article FROM item WHERE annotator = :who AND kind = 'progress' AND"
SQL: Mapping[str, str] = {
    "text": "SELECT rowid FROM article_words WHERE article_words MATCH :match",
    "state": f"{PROGRESS} label = :state",
    "label": HAVING.format(mine=f"{EVERY} AND label = :label", these="label = :label"),
    "origin": HAVING.format(mine=ORIGIN, these=ORIGIN),
    "edited": "SELECT article FROM item WHERE annotator = :who AND kind = 'span' AND status = 'confirmed' "
    "AND body IS NOT NULL AND instr(body, '\"first\":') > 0",
    "undecided": "SELECT article FROM tally WHERE annotator = :who AND (undecided IS NOT 0 OR facts > 0)",
    "below": "SELECT article FROM tally WHERE annotator = :who AND undecided IS NOT 0 AND lowest < :below",
    "commented": "SELECT article FROM item WHERE kind = 'comment'",
    "assigned": "SELECT article FROM assignment WHERE annotator = :assigned",
    "yes": f"{PROGRESS} instr(body, '\"skipped\":') > 0",
}
NOT: Mapping[str, str] = {
    "new": f"{PROGRESS} label <> 'new'",
    "no": SQL["yes"],
}  # who answers is not among these
ROW: Mapping[
    str, Callable[[Any], str]
] = {  # which row of the table a field asks for, where its value says so
    "state": lambda value: "new" if value == State.NEW else "state",
    "origin": lambda value: "edited" if value == "edited" else "origin",
    "skipped": lambda value: str(value),
}


def show(project: HasDatabase, wanted: Filter, annotator: str) -> ArticleIds:
    """Return the ids of the articles that match all that is wanted, in order; they are `shown` from now on.

    UserError when this annotator asks for the first time what is undecided and somebody else writes for long.
    """
    if wanted.undecided or wanted.below or wanted.label or wanted.origin:
        _count_begun(project, annotator)
    values = {**asdict(wanted), "who": annotator, "match": match(wanted.text)}
    every = origins(project.db, annotator) if wanted.label or wanted.origin else {}
    values["every"] = json.dumps(list(every))
    values["origins"] = json.dumps([origin for origin, kind in every.items() if kind == wanted.origin])
    wanted = wanted if values["match"] else replace(wanted, text="")
    asked = [field.name for field in fields(wanted) if getattr(wanted, field.name) != field.default]
    rows = [ROW[name](getattr(wanted, name)) if name in ROW else name for name in asked]
    among = [SQL[row] for row in rows if row in SQL] or [EVERY_NUMBER]
    with project.db.reading():
        project.db.run("CREATE TEMP TABLE IF NOT EXISTS shown (number INTEGER PRIMARY KEY)")
        project.db.run("DELETE FROM temp.shown")
        run = project.db.connection.execute
        run(f"INSERT OR IGNORE INTO temp.shown {among[0]}", values)
        for sql in among[1:]:
            run(f"DELETE FROM temp.shown WHERE number NOT IN ({sql})", values)
        for sql in (NOT[row] for row in rows if row in NOT):
            run(f"DELETE FROM temp.shown WHERE number IN ({sql})", values)
        numbers = run("SELECT number FROM temp.shown ORDER BY number")
        return ArticleIds(project.db, array("q", (number for (number,) in numbers)))


def every(project: HasDatabase) -> ArticleIds:
    """Return the ids of all articles, in order."""
    database = project.db
    with database.reading():
        ends = [database.row(f"SELECT {end}(number) FROM article") for end in ("min", "max")]
        first, last = (int(row[0] or 0) if row else 0 for row in ends)
        many = count(project)
        if last - first + 1 == many or not many:  # none was removed
            return ArticleIds(database, range(first, first + many))
        numbers = database.run(EVERY_NUMBER)
        return ArticleIds(database, array("q", (number for (number,) in numbers)))


def has_articles(project: HasDatabase) -> bool:
    """Return whether there is an article."""
    return project.db.row("SELECT 1 FROM article LIMIT 1") is not None


def _count_begun(project: HasDatabase, annotator: str) -> None:
    """Count what is undecided in articles that the annotator has begun, where it is not known."""
    undecided_counts.follow(project.db, annotator)
    sql = (
        f"SELECT id FROM {WORKED_ON} w JOIN tally ON tally.article = w.article AND tally.annotator = :who "
        "JOIN article ON number = w.article WHERE undecided IS NULL LIMIT :most"
    )
    found = project.db.connection.execute(sql, {"who": annotator, "most": COUNTED})
    article_queries.listed(project, [row[0] for row in found.fetchall()], annotator)


def count(project: HasDatabase) -> int:
    """Count all articles, whatever is shown."""
    row = project.db.row("SELECT count(*) FROM article")
    return int(row[0]) if row else 0


def match(text: str) -> str:
    """Return the words as a full-text query: each must occur, the last may be a prefix; "…" is a phrase.

    >>> match('Maria "in Oslo" NOT(navy')
    '"Maria" "in Oslo" "NOT(navy"*'
    """
    text = clean(text).replace("\0", " ")
    parts = [phrase or word for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', text) if phrase or word]
    goes_on = bool(parts) and not text.rstrip().endswith('"') and len(parts[-1]) >= PREFIX
    return " ".join(f'"{part}"' for part in parts) + ("*" if goes_on else "")


def kind_of(origin: str, people: set[str]) -> str:
    """Return the one of ORIGINS that made a span of that origin."""
    first = (origin.split() or ["imported"])[0]
    return first if first in NAMED else "human" if origin in people else "model"


def origins(database: Database, annotator: str) -> dict[str, str]:
    """Return the origins of the annotator's spans and of all suggestions, each with its kind."""
    found = _distinct(database, "item", "annotator = ? AND status = 'confirmed' AND", (annotator,))
    found |= _distinct(database, "suggestion", "", ())
    has_set = "SELECT 1 FROM item WHERE annotator = ? AND kind = 'progress' LIMIT 1"
    people = {annotator, *(origin for origin in found if database.row(has_set, (origin,)))}
    return {origin: kind_of(origin, people) for origin in sorted(found)}


def _distinct(database: Database, table: str, where: str, values: tuple[str, ...]) -> set[str]:
    """Return the origins of the table's spans, each by one step through an index."""
    sql = f"SELECT origin FROM {table} WHERE {where} kind = 'span' AND origin {{}} ? ORDER BY origin LIMIT 1"
    found, row = set(), database.row(sql.format(">="), (*values, ""))
    while row:
        found.add(row[0])
        row = database.row(sql.format(">"), (*values, row[0]))
    return found
