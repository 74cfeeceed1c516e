"""The mending of what can be derived: indexes, full-text index, sets, wordings learned, the words of suggestions, tallies."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from annotations.schema.types import Schema
from models.checks import sets_from_log
from models.checks.faults import Fault
from models.queries import undecided_counts
from models.queries.doubt import doubt_queue
from models.queries.wordings import learned_wordings
from models.store import checksums
from models.store.database import Database, stored_pool


def mend(database: Database, faults: Collection[Fault], schema: Schema) -> Iterator[str]:
    """Mend what is wrong and can be derived; yield a sentence for each thing done or left."""
    kinds = {fault.kind for fault in faults}
    if "index" in kinds:
        with database.writing():
            database.run("REINDEX")
        yield "The indexes of the file were made anew."
    if "search" in kinds:
        with database.writing():
            database.run("INSERT INTO article_words (article_words) VALUES ('rebuild')")
        yield "The full-text index was made anew of the texts."
    if numbers := checksums.unsealed(database):
        with database.writing():
            for number in numbers:
                checksums.seal(database, number)
        yield f"Checksums of titles, metadata and suggestions are kept now, of {len(numbers):,} more articles."
    whose = {(fault.article, fault.annotator) for fault in faults if fault.kind == "log"}
    yield from sets_from_log.mend(database, whose, schema.labels)
    if "wordings" in kinds:
        _learn_anew(database)
        yield "What decisions teach was counted again from the log."
    if {"quote", "wordings"} & kinds:
        _weigh_anew(database)
        yield "The words of the suggestions, and how unsure each is, were made anew."
    if {"tally", "log"} & kinds:
        with database.writing():
            undecided_counts.restart(database)
        yield "The tallies were cleared: each is counted again when it is asked for."


def _learn_anew(database: Database) -> None:
    with database.writing():
        for table in ("wording", "verdict", "fact_verdict", "trigger_word", "stand", "stand_due"):
            database.run(f"DELETE FROM {table}")
        database.run("UPDATE learning SET upto = 0")
    while learned_wordings.learn(database, 500):
        continue


def _weigh_anew(database: Database) -> None:
    """Take the words of each pool's items from the text again, and their doubt."""
    sql = "SELECT number, id, text FROM article JOIN article_text ON article = number"
    columns = "wording = ?, alone = ?, doubt = ?"
    with database.writing():
        for number, id_, text in database.rows(sql):
            rows = doubt_queue.rows(database, text, stored_pool(database, id_))
            database.many(
                f"UPDATE suggestion SET {columns} WHERE article = ? AND kind = ? AND id = ?",
                [(*row[-3:], number, row[0], row[1]) for row in rows],
            )
