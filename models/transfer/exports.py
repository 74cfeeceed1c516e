"""The traces that exports leave in the project: each article's side of a split, and what left last time.

Both are kept once an export has been written, so that one that fails or is cancelled changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from annotations.formats.base import Record
from annotations.formats.writing.selection import Choice, Count, chosen
from annotations.formats.writing.split import Grouping, Split, assign, leaks
from models.store.database import Database, HasDatabase

MOST_NAMED = 20  # articles that a manifest names of each kind
BATCH = 500


class Leaving:
    """The records of one export, compared with those of the last of its kind.  `close` it in any case."""

    def __init__(self, project: HasDatabase, kind: str) -> None:
        self._db, self._kind = project.db, kind
        self._rows: list[tuple[str, str, bytes]] = []
        self._db.run("CREATE TEMP TABLE IF NOT EXISTS leaving (article TEXT, annotator TEXT, digest BLOB)")
        self.close()

    def close(self) -> None:
        """Forget the records; the table stays, since none can be dropped while an export that failed still reads."""
        self._db.run("DELETE FROM temp.leaving")

    def note(self, entry: Record) -> None:
        """Add a record of this export."""
        spans = sorted((s.start, s.end, s.label, s.status.value) for s in entry.spans())
        said = (entry.article.title, entry.article.text, spans, sorted(map(repr, entry.facts())))
        digest = blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        self._rows.append((entry.article.id, entry.set.annotator if entry.set else "", digest))
        if len(self._rows) >= BATCH:
            self._flush()

    def changes(self) -> dict[str, Any]:
        """Return what is new, changed or gone since the kind's last export: counts and first articles."""
        self._flush()
        ours, theirs = "temp.leaving", "(SELECT * FROM main.exported WHERE kind = ?)"
        same = "n.article = o.article AND n.annotator = o.annotator"
        questions = {
            "new": f"SELECT n.article FROM {ours} n LEFT JOIN {theirs} o ON {same} WHERE o.article IS NULL",
            "changed": f"SELECT n.article FROM {ours} n JOIN {theirs} o ON {same} WHERE n.digest != o.digest",
            "gone": f"SELECT o.article FROM {theirs} o LEFT JOIN {ours} n ON {same} WHERE n.article IS NULL",
        }
        found: dict[str, Any] = {}
        for name, sql in questions.items():
            row = self._db.row(f"SELECT count(*) FROM ({sql})", (self._kind,))
            first = self._db.rows(f"{sql} LIMIT {MOST_NAMED}", (self._kind,))
            found[name] = {"count": row[0] if row else 0, "articles": [one[0] for one in first]}
        return found

    def keep(self) -> None:
        """Make this the last export of its kind, unless the project is only read."""
        if self._db.read_only:
            return
        with self._db.writing():
            self._db.run("DELETE FROM exported WHERE kind = ?", (self._kind,))
            sql = "INSERT OR REPLACE INTO exported SELECT ?, article, annotator, digest FROM temp.leaving"
            self._db.run(sql, (self._kind,))

    def _flush(self) -> None:
        self._db.many("INSERT INTO temp.leaving VALUES (?, ?, ?)", self._rows)
        self._rows.clear()


def sides(
    project: HasDatabase, split: Split, records: Iterable[Record], choice: Choice
) -> tuple[dict[str, str], dict[str, Any]]:
    """Return each leaving article's side, and what the manifest says of the split.  Nothing is stored yet."""
    grouping = Grouping(split)
    for entry in chosen(records, choice, Count()):
        grouping.add(entry.article, [span.label for span in entry.spans()])
    known = dict(_stored(project.db, split))
    found = assign(grouping, known)
    articles = {side: sum(one == side for one in found.values()) for side in split.sides}
    spans = {side: _labels(grouping, found, side) for side in split.sides}
    said = {
        "name": split.name,
        "shares": dict(zip(split.sides, split.shares, strict=True)),
        "seed": split.seed,
        "group_by": split.group_by or "source and date",
        "articles": articles,
        "spans_by_label": spans,
        "groups": len(grouping.groups()),
        "kept_their_side": sum(id_ in known for id_ in found),
        "leaks": leaks(grouping, found),
    }
    return found, said


def keep_sides(project: HasDatabase, split: Split, found: Mapping[str, str]) -> None:
    """Store the sides, so that later exports with this split keep them, unless the project is only read."""
    if project.db.read_only:
        return
    with project.db.writing():
        sql = "INSERT OR REPLACE INTO split SELECT ?, number, ? FROM article WHERE id = ?"
        project.db.many(sql, ((split.name, side, id_) for id_, side in found.items()))


def _stored(database: Database, split: Split) -> Iterator[tuple[str, str]]:
    sql = "SELECT id, side FROM split JOIN article ON number = article WHERE name = ?"
    return ((row[0], row[1]) for row in database.run(sql, (split.name,)))


def _labels(grouping: Grouping, found: Mapping[str, str], side: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for id_, labels in grouping.labels.items():
        if found[id_] == side:
            for label, count in labels.items():
                counts[label] = counts.get(label, 0) + count
    return dict(sorted(counts.items()))
