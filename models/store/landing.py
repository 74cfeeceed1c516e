"""The statements of an import: the tables in which it is laid out, and those that land it in the project."""

from __future__ import annotations

from models.store import checksums
from models.store.rows import DOUBT_COLUMNS, ITEM_COLUMNS, columns

STAGE = f"""
CREATE TABLE stage.article (n INTEGER PRIMARY KEY, number INTEGER, id TEXT, title TEXT, meta TEXT,
  length INTEGER, hash TEXT, text TEXT, details_sum TEXT);
CREATE TABLE stage.work (n INTEGER PRIMARY KEY, article INTEGER, annotator TEXT, body BLOB, copy TEXT);
CREATE TABLE stage.item (work INTEGER, {ITEM_COLUMNS});
CREATE TABLE stage.suggestion (article INTEGER, {ITEM_COLUMNS}, {DOUBT_COLUMNS})
"""
DROP_DECIDED = """DELETE FROM stage.suggestion AS s WHERE s.article = ? AND s.kind IN ('span', 'boilerplate')
AND EXISTS (SELECT 1 FROM stage.work w WHERE w.article = s.article)
AND NOT EXISTS (SELECT 1 FROM stage.work w WHERE w.article = s.article AND NOT EXISTS (SELECT 1 FROM stage.item i
  WHERE i.work = w.n AND i.kind = s.kind AND i.start = s.start AND i."end" = s."end" AND i.label IS s.label))"""
LAND = (
    """UPDATE stage.article SET number = n + (SELECT coalesce(max(number), 0) FROM main.article)
    WHERE number IS NULL""",
    f"""INSERT INTO main.article (number, id, title, meta, length, hash, details_sum, pool_sum)
    SELECT number, id, title, meta, length, hash, details_sum, '{checksums.EMPTY}'
    FROM stage.article WHERE text IS NOT NULL""",
    "INSERT INTO article_text SELECT number, text FROM stage.article WHERE text IS NOT NULL",
    "INSERT INTO article_words (rowid, text) SELECT number, text FROM stage.article WHERE text IS NOT NULL",
    """INSERT INTO event (number, uuid, lamport, at, "by", kind, verb, body, copy)
    SELECT n + :event, lower(hex(randomblob(16))), n + :lamport, :at, :by, 'base', 'import', body, coalesce(copy, :copy)
    FROM stage.work""",
    """INSERT INTO touched SELECT a.number, w.annotator, w.n + :event
    FROM stage.work w JOIN stage.article a ON a.n = w.article""",
    f"""INSERT INTO main.item (article, annotator, {ITEM_COLUMNS}, event)
    SELECT a.number, w.annotator, {columns("i")},
    w.n + :event FROM stage.item i JOIN stage.work w ON w.n = i.work
    JOIN stage.article a ON a.n = w.article ORDER BY i.rowid""",
    """UPDATE main.article SET meta = s.meta, details_sum = s.details_sum FROM stage.article s
    WHERE s.text IS NULL AND s.meta IS NOT NULL AND s.number = main.article.number""",
    f"""INSERT OR IGNORE INTO main.suggestion (article, {ITEM_COLUMNS}, {DOUBT_COLUMNS})
    SELECT a.number, {columns("s")}, {DOUBT_COLUMNS}
    FROM stage.suggestion s JOIN stage.article a ON a.n = s.article ORDER BY s.rowid""",
    """INSERT OR REPLACE INTO tally (article, annotator, undecided, lowest) SELECT a.number, t.annotator, NULL,
    (SELECT min(score) FROM main.suggestion s WHERE s.article = a.number AND s.kind = 'span')
    FROM tallied t JOIN stage.article a
    WHERE a.n IN (SELECT article FROM stage.suggestion WHERE kind IN ('span', 'fact'))""",
    """DELETE FROM tombstone WHERE (article, annotator, kind, id) IN
    (SELECT a.number, w.annotator, i.kind, i.id FROM main.tombstone t
    JOIN stage.article a ON a.number = t.article JOIN stage.work w ON w.article = a.n
    JOIN stage.item i ON i.work = w.n AND i.kind = t.kind AND i.id = t.id)""",
    """UPDATE tally SET undecided = NULL WHERE (annotator, article) IN
    (SELECT w.annotator, a.number FROM stage.work w JOIN stage.article a ON a.n = w.article)""",
)
