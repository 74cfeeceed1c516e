"""The mending of sets: rows brought back to what the log says, where the log is the one to be trusted.

A log that lost the traces of its events, or that says what cannot be (ranges beyond the text, labels that
nobody knows), never overwrites rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import TypeAlias

from annotations.articles import article_id
from annotations.sets import PROJECT, AnnotationSet, Item
from annotations.spans import Hint, Rival
from models.checks.articles import differences, items_of
from models.checks.bounds import beyond
from models.checks.faults import UNREADABLE
from models.checks.logged import Log, Whose, Written
from models.store.articles import named, shown
from models.store.database import NO_ARTICLE, Database, tables
from models.store.edit_log import changes
from models.store.rows import ITEM_COLUMNS, Row, marks, to_row

Items: TypeAlias = "dict[tuple[str, str], Item | Hint | Rival | None]"
INSERT = f"INSERT INTO {{}} (article, annotator, {ITEM_COLUMNS}, event) VALUES ({marks(12)})"


def mend(database: Database, whose: Collection[Whose], labels: Collection[str]) -> Iterator[str]:
    """Mend those sets, each in a transaction; yield what was done with each, or why nothing was.

    `labels`: those of the schema.
    """
    events = _events(database, whose)
    for article, annotator in sorted(whose):
        number, title, text, hash_ = _about(database, article)
        length = len(text) if isinstance(text, str) and article_id(text) == hash_ else None
        where = f"on {named(article, title)}" if article else "across articles"
        name = f"{shown(annotator)}'s work {where}"
        try:
            with database.writing():
                done = _mend(
                    database, number, (article, annotator), events[article, annotator], length, labels
                )
        except UNREADABLE as error:
            done = f"could not be mended: {shown(error)}."
        yield f"{name} {done}"


def _about(database: Database, article: str) -> Row:
    """Return number, title, text and hash of the article; of a project set NO_ARTICLE and nothing."""
    if article == PROJECT:
        return NO_ARTICLE, "", None, ""
    sql = "SELECT number, title, text, hash FROM article LEFT JOIN article_text ON article = number WHERE id = ?"
    return database.rows(sql, (article,))[0]


def _mend(
    database: Database,
    number: int,
    whose: Whose,
    events: list[int],
    length: int | None,
    labels: Collection[str],
) -> str:
    items, log = items_of(database, number, whose[1]), Log(database)
    if _as_items(log.replayed_from(events, *whose)[0]) == items:
        rows = ((number, whose[1], event) for event in events)
        database.many(f"INSERT OR IGNORE INTO {tables(whose[0]).touched} VALUES (?, ?, ?)", rows)
        return "is whole; the log's traces of it were lost, and are there again."
    made, written = log.replayed(number, *whose)
    if not written and items:
        return "was left as it is: the log says nothing of it."
    if length is not None and any(beyond(item, length) for item in made):
        return "was left as it is: the log says ranges beyond the text."
    if odd := {span.label for span in made.spans.values()} - set(labels):
        return f"was left as it is: the log has the label {shown(min(odd))}, which is not in project.yaml."
    said = "; ".join(how for _, how in differences(items, made))
    _write(database, number, made, items, written)
    return f"was brought back to what the log says: {said}."


def _write(database: Database, number: int, made: AnnotationSet, items: Items, written: Written) -> None:
    """Replace the rows that differ; the others keep the event that merges compare."""
    key, into = (number, made.annotator), tables(made.article)
    here = "article = ? AND annotator = ? AND kind = ? AND id = ?"
    wanted = _as_items(made)
    wrong = [one for one in {**items, **wanted} if items.get(one) != wanted.get(one) or one not in wanted]
    database.many(f"DELETE FROM {into.item} WHERE {here}", ((*key, *one) for one in wrong))
    rows: list[Row] = [
        (*key, *to_row(item), written[item.kind, item.id])
        for item in made
        if (item.kind, item.id) in wrong or (item.kind, item.id) not in items
    ]
    database.many(INSERT.format(into.item), rows)
    database.many(f"DELETE FROM {into.tombstone} WHERE {here}", ((*key, *one) for one in wanted))
    database.run("UPDATE tally SET undecided = NULL WHERE article = ? AND annotator = ?", key)


def _as_items(made: AnnotationSet) -> Items:
    return {(item.kind, item.id): item for item in made}


def _events(database: Database, whose: Collection[Whose]) -> dict[Whose, list[int]]:
    """Return for each set the events that name it, whatever traces of them are left."""
    found: dict[Whose, list[int]] = defaultdict(list)
    for number, body in database.run("SELECT number, body FROM event ORDER BY number"):
        try:
            named_here = {(change.article, change.annotator) for change in changes(body)}
        except UNREADABLE:
            continue  # the check names it
        for one in named_here & set(whose):
            found[one].append(number)
    return found
