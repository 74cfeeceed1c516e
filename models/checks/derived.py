"""The check of what can be derived from the rest: full-text index, tallies, wordings learned, labels in use."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from annotations.errors import UserError
from annotations.schema.types import Schema
from annotations.sheet import Sheet
from models.checks.faults import UNREADABLE, Checked, Fault
from models.queries import undecided_counts
from models.queries.wordings import learned_wordings, standing
from models.store import checksums
from models.store.articles import named, shown
from models.store.database import Database, stored_pool, stored_set
from models.store.edit_log import changes

INDEX = "INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)"  # 1: with the texts


def search(database: Database, checked: Checked) -> None:
    """Compare the full-text index with the texts; a notice where the file cannot be written, which that needs."""
    try:
        with database.writing():
            database.run(INDEX)
    except UserError as error:
        cause = error.__cause__
        if isinstance(cause, sqlite3.DatabaseError) and not isinstance(cause, sqlite3.OperationalError):
            sentence = "The full-text index is not that of the texts: a search may miss articles."
            checked.faults.append(Fault("search", sentence))
        else:
            checked.notices.append(f"The full-text index was not compared: {error.sentence}")


def tallies(database: Database) -> Iterator[Fault]:
    """Yield the counts of what annotators have left to decide that are missing or not so."""
    sql = "SELECT DISTINCT article FROM suggestion WHERE kind IN ('span', 'fact')"
    pools = {number for (number,) in database.rows(sql)}
    articles = {
        number: (id_, title) for number, id_, title in database.rows("SELECT number, id, title FROM article")
    }
    for (annotator,) in database.rows("SELECT annotator FROM tallied UNION SELECT annotator FROM tally"):
        sql = "SELECT article, undecided, lowest, facts FROM tally WHERE annotator = ?"
        counts = {number: tally for number, *tally in database.rows(sql, (annotator,))}
        for number in sorted({*pools, *counts} & articles.keys()):
            if not _is_so(database, number, articles[number][0], annotator, counts.get(number)):
                name = named(*articles[number])
                sentence = f"The count of what {shown(annotator)} has left to decide on {name} is wrong."
                yield Fault("tally", sentence, article=articles[number][0], annotator=annotator)


def _is_so(
    database: Database,
    number: int,
    article: str,
    annotator: str,
    tally: list[Any] | None,
) -> bool:
    if tally is None:
        return False
    if tally[0] is None:  # to be counted when it is asked for
        return True
    try:
        seen = Sheet(stored_pool(database, article), stored_set(database, article, annotator))
    except UNREADABLE:
        return True  # what cannot be read is named by the check of the article
    sql = "SELECT origin, label FROM undecided WHERE article = ? AND annotator = ?"
    kinds = set(database.rows(sql, (number, annotator)))
    is_counted = tuple(tally) == undecided_counts.Tally.of(seen)
    return is_counted and kinds == {(span.origin, span.label) for span in seen.undecided}


def log(database: Database, checked: Checked) -> None:
    """Read every event, and count again what decisions teach."""
    row = database.row("SELECT upto FROM learning")
    upto, lessons, is_sure = row[0] if row else 0, learned_wordings.Lessons(database), True
    for number, kind, verb, by, body in database.run(
        'SELECT number, kind, verb, "by", body FROM event ORDER BY number'
    ):
        try:
            made = changes(body)
            if number <= upto:
                lessons.count(kind, made)
                is_sure = is_sure and _are_here(
                    database, number, len({(c.article, c.annotator) for c in made})
                )
        except UNREADABLE as error:
            is_sure = False
            what = shown(f"{number} ({verb}, by {by})")
            checked.faults.append(
                Fault("body", f"The event {what} of the log cannot be read ({shown(error)}).")
            )
    if not is_sure:
        checked.notices.append(
            "The counts of wordings learned were not compared: the log tells of articles that are not here any more."
        )
    elif lessons != learned_wordings.stored(database) or not (checked.faults or _stand_as_stored(database)):
        sentence = "The counts of what decisions teach (wordings and labels) are not those of the log."
        checked.faults.append(Fault("wordings", sentence))


def _stand_as_stored(database: Database) -> bool:
    """Return whether wordings stand where the project keeps that they do; also while that is still to be counted."""
    if learned_wordings.is_behind(database):
        return True
    return standing.whole_count(database) == standing.stored_count(database)


def _are_here(database: Database, event: int, sets: int) -> bool:
    """Return whether all sets that the event changed are still there: with an article its traces go."""
    each = (f"SELECT count(*) FROM {table} WHERE event = ?1" for table in ("touched", "project_touched"))
    return sum(int(row[0]) for row in database.rows(" UNION ALL ".join(each), (event,))) == sets


def sealed(database: Database, checked: Checked) -> None:
    """Say how many articles have no checksums that could have been compared."""
    checked.unsealed = len(checksums.unsealed(database))
    if checked.unsealed:
        articles = "1 article was" if checked.unsealed == 1 else f"{checked.unsealed:,} articles were"
        checked.notices.append(
            f"Titles, metadata and suggestions of {articles} not compared: they came before checksums were kept. "
            "`check --repair` keeps them from now on."
        )


def labels(database: Database, schema: Schema) -> Iterator[Fault]:
    """Yield the labels that spans have and `project.yaml` has not."""
    for table, what in (("item", "decided spans"), ("suggestion", "suggested spans")):
        sql = f"SELECT label, count(*), min(article) FROM {table} WHERE kind = 'span' GROUP BY label ORDER BY label"
        for label, count, number in database.rows(sql):
            if label not in schema.labels:
                row = database.row("SELECT id, title FROM article WHERE number = ?", (number,))
                id_, title = row or ("", "")
                where = f"the first on {named(id_, title)}" if row else "on an article that is missing"
                sentence = (
                    f"The label {shown(label)} of {count:,} {what}, {where}, is not in project.yaml: "
                    "add it there, or in the schema editor."
                )
                yield Fault("label", sentence, article=id_)


def fact_types(database: Database, schema: Schema) -> Iterator[str]:
    """Yield a notice for each type of facts that `project.yaml` has not: imports leave it as it is."""
    sql = "SELECT label, count(*) FROM item WHERE kind = 'fact' GROUP BY label ORDER BY label"
    for type_, count in database.rows(sql):
        if type_ not in schema.facts:
            facts = "1 fact" if count == 1 else f"{count:,} facts"
            yield f"The fact type {shown(type_)} of {facts} is not in project.yaml."
