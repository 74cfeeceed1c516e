"""Questions about a whole project: the article list, what is left to decide, the records of an export.

Lists are ids in import order; what a row shows is asked for when it is shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from annotations.articles import Article
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.sets import FINISHED, AnnotationSet, Boilerplate, State
from annotations.sheet import Sheet
from annotations.spans import Span
from models.queries import comments, undecided_counts
from models.queries.people import WorkedIn
from models.store.articles import check_text
from models.store.database import Database, HasDatabase, shown_set, stored_pool
from models.store.rows import ITEM_COLUMNS, Row, from_row, marks, pooled_from_row

if TYPE_CHECKING:  # what exports alone need is not loaded at the start of the window
    from annotations.formats.base import Record

SKIPPED = "instr(item.body, '\"skipped\":') > 0"
SHOWN = "temp.shown CROSS JOIN article USING (number)"  # what a filter has shown
EITHER_LEFT = "undecided IS NOT 0 OR facts > 0"  # as the index tally_facts has it
LAST = 2**62  # a number behind that of every article
LACKS_SPANS = (
    "suggested IS NULL AND NOT EXISTS (SELECT 1 FROM suggestion WHERE article = number AND kind <> 'fact')"
)
LACKS_FACTS = (
    "proposed = 0 AND NOT EXISTS (SELECT 1 FROM suggestion WHERE article = number AND kind = 'fact')"
)


@dataclass(frozen=True)
class Listed:
    """A row of the article list: `undecided` spans and `facts`; `lowest` is the least score among the spans."""

    id: str
    title: str
    state: State
    changed: bool
    undecided: int
    lowest: float | None
    skipped: str = ""
    comments: int = 0  # open threads
    facts: int = 0  # undecided

    @property
    def is_decided(self) -> bool:
        """Return whether neither a span nor a fact is left to decide."""
        return not (self.undecided or self.facts)


def article_ids(project: HasDatabase) -> list[str]:
    """Return the ids of all articles in import order."""
    return [row[0] for row in project.db.rows("SELECT id FROM article ORDER BY number")]


def titles(project: HasDatabase, ids: Iterable[str]) -> dict[str, str]:
    """Return the articles' titles by id; the id where there is none."""
    sql = "SELECT id, title FROM article WHERE id IN (SELECT value FROM json_each(?))"
    return {id_: title.strip() or id_ for id_, title in project.db.rows(sql, (json.dumps(list(ids)),))}


def annotators(project: HasDatabase) -> list[str]:
    """Return the annotators who have a set, in alphabetical order."""
    sql = "SELECT DISTINCT annotator FROM item WHERE kind = 'progress' ORDER BY annotator"
    return [row[0] for row in project.db.rows(sql)]


def unsuggested(project: HasDatabase) -> list[str]:
    """Return the articles without suggestions that no pipeline has looked at, in import order."""
    sql = f"SELECT id FROM article WHERE {LACKS_SPANS} ORDER BY number"
    return [row[0] for row in project.db.rows(sql)]


def has_facts(project: HasDatabase, id_: str) -> bool:
    """Return True when facts lie in the article's pool."""
    sql = "SELECT 1 FROM suggestion JOIN article ON number = article WHERE article.id = ? AND kind = 'fact' LIMIT 1"
    return project.db.row(sql, (id_,)) is not None


def without_facts(project: HasDatabase, schema: Schema) -> list[str]:
    """Return the articles in which no facts were looked for since they got their spans, in import order.

    Where facts lie in the pool somebody put them there, and they stay.  None when the schema proposes none.
    """
    if not schema.proposes_facts:
        return []
    sql = f"SELECT id FROM article WHERE {LACKS_FACTS} ORDER BY number"
    return [row[0] for row in project.db.rows(sql)]


def listed(
    project: HasDatabase,
    ids: Iterable[str],
    annotator: str,
    counted: Mapping[str, undecided_counts.Tally] = MappingProxyType({}),
) -> dict[str, Listed]:
    """Return those articles' rows by id; count what is undecided unless it is known or `counted` says it."""
    wanted = list(ids)
    open_ = comments.open_counts(project, wanted)
    known = {
        **undecided_counts.count(project.db, [id_ for id_ in wanted if id_ not in counted], annotator),
        **counted,
    }
    sql = (
        "SELECT article.id, title, item.label, item.body, undecided, lowest, facts FROM article "
        "LEFT JOIN item ON item.article = number AND item.annotator = ? AND kind = 'progress' "
        "LEFT JOIN tally ON tally.article = number AND tally.annotator = ? "
        f"WHERE article.id IN ({marks(len(wanted))})"
    )
    found = {}
    for id_, title, state, body, undecided, lowest, facts in project.db.rows(
        sql, (annotator, annotator, *wanted)
    ):
        said = json.loads(body) if body else {}
        left = known.get(id_) or undecided_counts.Tally(undecided or 0, lowest, facts or 0)
        changed, skipped = said.get("changed", False), said.get("skipped", "")
        state = State(state or State.NEW)
        found[id_] = Listed(
            id=id_,
            title=title,
            state=state,
            changed=changed,
            undecided=left.spans,
            lowest=left.lowest,
            skipped=skipped,
            comments=open_.get(id_, 0),
            facts=left.facts,
        )
    return found


def first_open(project: HasDatabase, annotator: str) -> str | None:
    """Return the first article that the annotator has not finished, else the first there is."""
    return beside(project, None, annotator, open_only=True) or beside(project, None, annotator)


def beside(
    project: HasDatabase,
    here: str | None,
    annotator: str,
    *,
    step: int = 1,
    open_only: bool = False,
    within: bool = False,
) -> str | None:
    """Return the next (1) or previous (-1) article, perhaps only among those neither finished nor skipped.

    `within`: of the articles that a filter has shown.
    """
    order, than = ("ASC", ">") if step > 0 else ("DESC", "<")
    row = project.db.row("SELECT number FROM article WHERE id = ?", (here,)) if here else None
    place = row[0] if row else 0 if step > 0 else LAST
    finished = (
        "AND NOT EXISTS (SELECT 1 FROM item WHERE article = number AND annotator = ? "
        f"AND kind = 'progress' AND (label IN ({marks(len(FINISHED))}) OR {SKIPPED}))"
    )
    among = SHOWN if within else "article"
    sql = f"SELECT id FROM {among} WHERE number {than} ? {finished if open_only else ''} ORDER BY number {order} LIMIT 1"
    values = (place, *((annotator, *FINISHED) if open_only else ()))
    found = project.db.row(sql, values)
    if found and open_only and _ends_unwritten(project, found[0], annotator):
        return beside(project, found[0], annotator, step=step, open_only=True, within=within)
    return str(found[0]) if found else None


def _ends_unwritten(project: HasDatabase, id_: str, annotator: str) -> bool:
    """Return whether the annotator has finished or skipped the article by an edit that is not written yet."""
    if not project.db.unwritten.touches(id_, annotator):
        return False
    progress = shown_set(project.db, id_, annotator).progress
    return progress.state in FINISHED or bool(progress.skipped)


def next_undecided(
    project: HasDatabase,
    after: str | None,
    annotator: str,
    *,
    step: int = 1,
    within: bool = False,
    facts: bool = True,
) -> str | None:
    """Return the nearest article after `after` (with step -1: before it) with something left to decide.

    With `facts` a fact is enough.  One that was skipped is passed over.  `within` as `beside`.  UserError when this
    annotator asks for the first time and somebody else writes for long.
    """
    undecided_counts.follow(project.db, annotator)
    order, than = ("ASC", ">") if step > 0 else ("DESC", "<")
    index, left = ("tally_facts", EITHER_LEFT) if facts else ("tally_open", "undecided IS NOT 0")
    among = f"{SHOWN} CROSS JOIN tally" if within else f"tally INDEXED BY {index} JOIN article"
    sql = (
        f"SELECT tally.article, article.id, undecided FROM {among} ON number = tally.article "
        f"WHERE annotator = ? AND tally.article {than} ? AND ({left}) AND NOT EXISTS (SELECT 1 FROM item "
        f"WHERE item.article = number AND item.annotator = tally.annotator AND kind = 'progress' AND {SKIPPED}) "
        f"ORDER BY {'number' if within else 'tally.article'} {order} LIMIT 1"
    )
    row = project.db.row("SELECT number FROM article WHERE id = ?", (after,)) if after else None
    place = row[0] if row else 0 if step > 0 else LAST
    while found := project.db.row(sql, (annotator, place)):
        place, id_, undecided = found
        if project.db.unwritten.touches(id_, annotator):
            seen = Sheet(stored_pool(project.db, id_), shown_set(project.db, id_, annotator))
            if seen.set.progress.skipped or not undecided_counts.Tally.of(seen).left(facts=facts):
                continue
        if undecided is not None or undecided_counts.tally(project.db, id_, annotator).left(facts=facts):
            return str(id_)
    return None


def count_records(project: HasDatabase, annotator: str = "all") -> int:
    """Count the records that `records` gives."""
    whose, values = _whose(annotator)
    sql = f"SELECT count(*) FROM (SELECT DISTINCT article, annotator FROM item {whose})"
    without = f"SELECT count(*) FROM article WHERE number NOT IN (SELECT article FROM item {whose})"
    rows = [project.db.row(sql, values), project.db.row(without, values)]
    return sum(row[0] for row in rows if row)


def records(project: HasDatabase, annotator: str = "all") -> Iterator[Record]:
    """Yield a record for each article and annotator with a set, one for an article with none; in order.

    Reads in step through three cursors, so that memory stays the same however many there are.  UserError at a text
    that is missing, or not the one that its hash was made of.
    """
    from annotations.exchange import merge
    from annotations.formats.base import Record

    whose, values = _whose(annotator)
    sql = (
        "SELECT number, id, title, meta, hash, text FROM article LEFT JOIN article_text ON article = number "
        "ORDER BY number"
    )
    items = _Groups(
        project.db,
        f"SELECT article, annotator, {ITEM_COLUMNS}, event FROM item {whose} ORDER BY 1, 2, 3, 4",
        values,
    )
    copies_of = WorkedIn(project.db).of
    pools = _Groups(project.db, f"SELECT article, {ITEM_COLUMNS} FROM suggestion ORDER BY 1, 2, 3")
    with project.db.reading():
        for number, id_, title, meta, hash_, text in project.db.run(sql):
            check_text(id_, title, text, hash_)
            article = Article(id=id_, text=text, title=title, meta=json.loads(meta))
            suggested = (pooled_from_row(row[1:]) for row in pools.of(number))
            pooled = tuple(item for item in suggested if isinstance(item, Span | Fact | Boilerplate))
            rows = items.of(number)
            for name, group in groupby(rows, key=itemgetter(1)):
                own = list(group)
                made = AnnotationSet.of(id_, name, (from_row(row[2:-1]) for row in own))
                copies = copies_of(name, {row[-1] for row in own})
                yield Record(
                    article, set=merge.bare(made) if made.facts else made, pool=pooled, copies=copies
                )
            if not rows:
                yield Record(article, pool=pooled)


class _Groups:
    """Rows that come ordered by an article number, handed out one article after the other."""

    def __init__(self, database: Database, sql: str, values: tuple[Any, ...] = ()) -> None:
        self._database, self._sql, self._values = database, sql, values
        self._groups: Iterator[tuple[int, Iterator[Row]]] | None = None
        self._ahead: tuple[int, list[Row]] | None = None

    def of(self, number: int) -> list[Row]:
        """Return the article's rows.  Numbers must be asked for in rising order."""
        if self._groups is None:
            rows: Iterator[Row] = self._database.run(self._sql, self._values)
            self._groups = groupby(rows, key=itemgetter(0))
            self._step()
        while self._ahead and self._ahead[0] < number:
            self._step()
        return self._ahead[1] if self._ahead and self._ahead[0] == number else []

    def _step(self) -> None:
        found = next(self._groups, None) if self._groups else None
        self._ahead = found and (found[0], list(found[1]))


def _whose(annotator: str) -> tuple[str, tuple[Any, ...]]:
    return ("", ()) if annotator == "all" else ("WHERE annotator = ?", (annotator,))
