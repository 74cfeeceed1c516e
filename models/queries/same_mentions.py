"""Same mentions in the store: finding them over a project in batches.

Candidates come from the full-text index, which folds case, accents and marks; the match itself is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from annotations import same_mentions
from annotations.carrying.carried import CarriedDecision
from annotations.carrying.hits import Hit
from annotations.carrying.placing import hits
from annotations.edits import Edit
from annotations.same_mentions import Wording
from annotations.text.tokens import has_ideographs, is_run_on
from models.queries.carrying.batches import batches
from models.queries.carrying.carry import carried
from models.queries.searching.nearby import sheets_at
from models.queries.searching.own_work import AnnotatorWork
from models.store.database import Database, HasDatabase
from models.store.rows import marks

ROOM = 100_000  # code points of text that one step looks through, but one article at least
MOST = 200  # articles in a step
AT_ONCE = 5_000  # numbers of articles that are read at a time: 2 ms


def find(
    project: HasDatabase, wording: Wording, annotator: str, *, articles: Iterable[str] | None = None
) -> Iterator[list[Hit]]:
    """Yield the hits as that annotator sees them, in steps of a few milliseconds.

    They are of the whole project, in order, unless `articles` are named.
    """
    numbers = indexed(project.db, wording) if articles is None else _named(project.db, articles)
    for batch in batches(numbers, itemgetter(1), room=ROOM, most=MOST):
        yield _hits(project.db, [number for number, _ in batch], wording, annotator)


def edit(
    project: HasDatabase,
    verb: str,
    chosen: Iterable[Hit],
    decision: CarriedDecision,
    *,
    wording: Wording,
    annotator: str,
) -> Edit:
    """Return one edit that carries the decision to these hits.  StaleEdit when one is not as it was found."""

    def again(articles: Iterable[str]) -> Iterator[list[Hit]]:
        return find(project, wording, annotator, articles=articles)

    return carried(project, verb, chosen, decision, again=again, annotator=annotator)


def indexed(database: Database, wording: Wording) -> list[tuple[int, int]]:
    """Return number and length of the articles that may have the wording.

    The index knows whole words: a number may go on ("10" in "10km"); of ideographs and of words that run on it
    knows whole runs only, so there every article is a candidate.
    """
    if not (phrase := _phrase(wording.words)):
        return database.rows("SELECT number, length FROM article ORDER BY number")
    sql = (
        "SELECT number, length FROM article_words JOIN article ON number = article_words.rowid "
        "WHERE article_words MATCH ? ORDER BY number"
    )
    return database.rows(sql, (phrase,))


def numbers_with(database: Database, words: str) -> Iterator[int]:
    """Yield the numbers of the same articles, in order; some are read at a time."""
    after = 0
    while numbers := numbers_behind(database, words, after):
        yield from numbers
        after = numbers[-1]


def numbers_behind(database: Database, words: str, after: int, most: int = AT_ONCE) -> list[int]:
    """Return the numbers of the same articles behind that number, in order, no more than `most`."""
    sql, phrase = "SELECT number FROM article WHERE number > ?2", _phrase(words)
    if phrase:
        sql = "SELECT rowid FROM article_words WHERE article_words MATCH ?1 AND rowid > ?2"
    rows = database.rows(f"{sql} ORDER BY 1 LIMIT ?3", (phrase, after, most))
    return [number for (number,) in rows]


def _phrase(words: str) -> str:
    """Return what to ask the index for, "" where every article may have the words."""
    words = words.strip()
    if has_ideographs(words) or is_run_on(words) or not any(map(str.isalnum, words)):
        return ""
    return '"' + words.replace('"', '""').replace("\x00", " ") + '"' + "*" * words[-1].isdigit()


def _named(database: Database, articles: Iterable[str]) -> list[tuple[int, int]]:
    sql = "SELECT number, length FROM article WHERE id = ?"
    return sorted(row for id_ in articles for row in database.rows(sql, (id_,)))


def _hits(database: Database, numbers: list[int], wording: Wording, annotator: str) -> list[Hit]:
    sql = (
        "SELECT number, id, title, text FROM article JOIN article_text ON article = number "
        f"WHERE number IN ({marks(len(numbers))}) ORDER BY number"
    )
    texts = ((row, same_mentions.places(row[3], wording)) for row in database.rows(sql, tuple(numbers)))
    there = {row[0]: (row, at) for row, at in texts if at}
    own = AnnotatorWork(database, annotator)
    ids = {number: row[1] for number, (row, _) in there.items()}
    sheets = sheets_at(own, {number: at for number, (_, at) in there.items()}, ids=ids)
    return [
        hit
        for number, ((_, id_, title, text), at) in there.items()
        for hit in hits(text, at, sheets[number], title=title or id_)
    ]
