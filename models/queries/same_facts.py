"""Same facts: those of one type whose roles are filled with the same words, and a decision carried to all of them.

A fact without fillers is the same as one with the same trigger words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotations.carrying.carried import CarriedDecision
from annotations.carrying.fact_wording import FactWording
from annotations.carrying.hits import Hit
from annotations.carrying.placing import Placing
from annotations.edits import Edit
from annotations.facts import Fact
from annotations.same_mentions import Wording
from annotations.sheet import Sheet
from models.queries.carrying.carry import carried
from models.queries.same_mentions import indexed
from models.store.database import Database, HasDatabase, shown_set, stored_pool
from models.store.rows import from_row, marks

BATCH = 10  # articles that are looked at in a step


def find(
    project: HasDatabase, wording: FactWording, annotator: str, *, articles: Iterable[str] | None = None
) -> Iterator[list[Hit]]:
    """Yield the suggested and confirmed facts of that wording, in steps of a few milliseconds.

    They are of the whole project, in order, unless `articles` are named.
    """
    select = "SELECT number, id, title FROM article WHERE"
    if articles is None:
        numbers = [number for number, _ in indexed(project.db, Wording(wording.longest))]
    else:
        numbers = [row[0] for id_ in articles for row in project.db.rows(f"{select} id = ?", (id_,))]
    for at in range(0, len(numbers), BATCH):
        some = numbers[at : at + BATCH]
        rows = project.db.rows(f"{select} number IN ({marks(len(some))}) ORDER BY number", tuple(some))
        yield [
            hit
            for number, id_, title in _having(project.db, rows, wording, annotator)
            for hit in _hits(project.db, number, id_, title or id_, wording, annotator)
        ]


def edit(
    project: HasDatabase,
    verb: str,
    chosen: Iterable[Hit],
    decision: CarriedDecision,
    *,
    wording: FactWording,
    annotator: str,
) -> Edit:
    """Return one edit that carries the decision to these facts.  StaleEdit when one is not as it was found."""

    def again(articles: Iterable[str]) -> Iterator[list[Hit]]:
        return find(project, wording, annotator, articles=articles)

    return carried(project, verb, chosen, decision, again=again, annotator=annotator)


def _having(
    database: Database, rows: list[tuple[int, str, str]], wording: FactWording, annotator: str
) -> list[tuple[int, str, str]]:
    """Return those of the articles in whose pool or set a fact of the wording lies."""
    numbers = [row[0] for row in rows]
    within = f"article IN ({marks(len(numbers))}) AND kind = 'fact' AND label = ?"
    columns = 'article, kind, id, start, "end", label, status, origin, score, body'
    sql = (
        f"SELECT {columns} FROM suggestion WHERE {within} UNION ALL "
        f"SELECT {columns} FROM item WHERE {within} AND annotator = ?"
    )
    texts: dict[int, str] = {}
    found = set()
    values = (*numbers, wording.type)
    for number, *row in database.rows(sql, (*values, *values, annotator)):
        fact = from_row(tuple(row))
        if number not in found and isinstance(fact, Fact):
            if number not in texts:
                texts[number] = _text(database, number)
            if FactWording.of(fact, texts[number]) == wording:
                found.add(number)
    waiting = {row[0] for row in rows if database.unwritten.touches(row[1], annotator)}
    return [row for row in rows if row[0] in found | waiting]


def _hits(
    database: Database, number: int, id_: str, title: str, wording: FactWording, annotator: str
) -> Iterator[Hit]:
    text = _text(database, number)
    sheet = Sheet(stored_pool(database, id_), shown_set(database, id_, annotator))
    placing = Placing(text, sheet, title)
    for fact in sheet.facts():
        if fact.type == wording.type and FactWording.of(fact, text) == wording:
            yield placing.of_fact(fact)


def _text(database: Database, number: int) -> str:
    row = database.row("SELECT text FROM article_text WHERE article = ?", (number,))
    return str(row[0]) if row else ""
