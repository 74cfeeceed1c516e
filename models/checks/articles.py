"""The check of each article: its text, details and pool, and the sets on it against the log."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from annotations.articles import article_id
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import PROJECT, AnnotationSet, Item
from annotations.spans import Hint, Rival, Span
from models.checks.bounds import beyond
from models.checks.faults import UNREADABLE, Fault, is_sound
from models.checks.logged import Log
from models.store import checksums
from models.store.articles import TEXT_CHANGED, TEXT_MISSING, named, shown
from models.store.database import NO_ARTICLE, OF_ARTICLES, OF_PROJECT, Database, tables
from models.store.rows import ITEM_COLUMNS, Row, from_row, pooled_from_row, pooled_to_row, to_row

DETAILS_CHANGED = (
    "The title or the metadata of {article} are not as they were written: look through them and write them anew "
    "(*Article info*), or restore a backup."
)
POOL_CHANGED = (
    "The suggestions on {article} are not as they were written: have them made anew (`suggest --again`), or restore "
    "a backup."
)
MOST_NAMED = 5  # items of a set that differ and are named
SET_ROWS = f"SELECT {ITEM_COLUMNS} FROM {{}} WHERE article = ? AND annotator = ? ORDER BY kind, id"
POOL_ROWS = f"SELECT {ITEM_COLUMNS}, wording FROM suggestion WHERE article = ? ORDER BY kind, id"
WHOSE = "SELECT annotator FROM {} WHERE article = ?1 UNION SELECT annotator FROM {} WHERE article = ?1"


@dataclass(frozen=True)
class _Checking:
    """An article under check; `text` is None where it is missing or not what its hash was made of."""

    number: int
    id: str
    name: str
    text: str | None

    def fault(self, kind: str, sentence: str, annotator: str = "", item: str = "") -> Fault:
        return Fault(kind, sentence, article=self.id, annotator=annotator, item=item)


def faults(database: Database) -> Iterator[Fault]:
    """Yield what is wrong with each article, in import order."""
    log = Log(database)
    for (number,) in database.rows("SELECT number FROM article ORDER BY number"):
        try:
            yield from _of_article(database, log, number)
        except UNREADABLE as error:
            yield Fault("file", f"Article number {number} cannot be read ({error}).")
    across = _Checking(NO_ARTICLE, PROJECT, "", None)
    for annotator in whose(database, across):
        yield from _of_set(database, log, across, annotator)


def whose(database: Database, at: _Checking) -> list[str]:
    """Return the annotators who have work on the article, or across articles."""
    into = tables(at.id)
    return [str(row[0]) for row in database.rows(WHOSE.format(into.item, into.touched), (at.number,))]


def _of_article(database: Database, log: Log, number: int) -> Iterator[Fault]:
    sql = (
        "SELECT id, title, meta, length, hash, text, details_sum, pool_sum FROM article "
        "LEFT JOIN article_text ON article = number WHERE number = ?"
    )
    id_, title, meta, length, hash_, text, details, pool = database.row(sql, (number,)) or (None,) * 8
    is_whole = isinstance(text, str) and article_id(text) == hash_
    at = _Checking(number, str(id_), named(str(id_), str(title)), text if is_whole else None)
    if not is_whole:
        sentence = TEXT_MISSING if text is None else TEXT_CHANGED
        yield at.fault("text", sentence.format(article=at.name))
    elif len(text) != length:
        yield at.fault("text", f"The length that is kept of {at.name} is not that of its text.")
    if not isinstance(title, str) or not _is_meta(meta):
        yield at.fault("body", f"The title or the metadata of {at.name} cannot be read.")
    elif details not in (None, checksums.of_details(title, meta)):
        yield at.fault("details", DETAILS_CHANGED.format(article=at.name))
    if pool not in (None, checksums.of_pool(database, number)):
        yield at.fault("pool", POOL_CHANGED.format(article=at.name))
    yield from _of_pool(database, at)
    for annotator in whose(database, at):
        yield from _of_set(database, log, at, annotator)


def _is_meta(meta: object) -> bool:
    try:
        return isinstance(meta, str) and isinstance(json.loads(meta), dict)
    except (ValueError, RecursionError):
        return False


def _of_pool(database: Database, at: _Checking) -> Iterator[Fault]:
    for *row, wording in database.rows(POOL_ROWS, (at.number,)):
        item, name = made(tuple(row), pooled=True), shown(f"suggested {row[0]} {row[1]}")
        if item is None:
            yield at.fault("body", f"The {name} on {at.name} cannot be read.", item=str(row[1]))
        elif at.text is not None:
            yield from _misplaced(at, item, f"The {name} on {at.name}", "")
            if isinstance(item, Span) and wording is not None and at.text[item.start : item.end] != wording:
                sentence = f"The words kept of the {name} on {at.name} are not those in the text."
                yield at.fault("quote", sentence, item=item.id)


def _of_set(database: Database, log: Log, at: _Checking, annotator: str) -> Iterator[Fault]:
    items = items_of(database, at.number, annotator)
    theirs, where = shown(f"{annotator}'s"), f"on {at.name}" if at.id else "across articles"
    for (kind, id_), item in items.items():
        name = f"{theirs} {shown(f'{kind} {id_}')} {where}"
        if item is None:
            yield at.fault("body", f"{name} cannot be read.", annotator, str(id_))
        elif at.text is not None:
            yield from _misplaced(at, item, name, annotator)
    try:
        wanted, _ = log.replayed(at.number, at.id, annotator)
    except UNREADABLE as error:
        said = shown(str(error).rstrip("."))
        sentence = f"The log of {theirs} work {where} cannot be replayed ({said})."
        yield at.fault("replay", sentence, annotator)
        return
    for kind_and_id, how in differences(items, wanted):
        what = f"{theirs} work {where} is not what the log says: {how}."
        yield at.fault("log", what, annotator, kind_and_id)


def items_of(
    database: Database, number: int, annotator: str
) -> dict[tuple[str, str], Item | Hint | Rival | None]:
    """Return the rows of a set as items, by kind and id; None for one that is no item."""
    table = (OF_ARTICLES if number != NO_ARTICLE else OF_PROJECT).item
    return {(row[0], row[1]): made(row) for row in database.rows(SET_ROWS.format(table), (number, annotator))}


def _misplaced(at: _Checking, item: Item | Hint | Rival, name: str, annotator: str) -> Iterator[Fault]:
    if (place := beyond(item, len(at.text or ""))) is not None:
        start, end = place
        sentence = f"{name} lies at {start}-{end}, and the text has {len(at.text or '')} characters."
        yield at.fault("bounds", sentence, annotator, item.id)


def made(row: Row, *, pooled: bool = False) -> Item | Hint | Rival | None:
    """Return the row as an item; None when it is none, or its columns and its body say different things."""
    try:
        item = pooled_from_row(row) if pooled else from_row(row)
        again = pooled_to_row(item) if pooled else to_row(item)  # type: ignore[arg-type]
    except UNREADABLE:
        return None
    return item if again[:-1] == row[:-1] and is_sound(row[-1]) else None


def differences(
    items: Mapping[tuple[str, str], Item | Hint | Rival | None], wanted: AnnotationSet
) -> Iterable[tuple[str, str]]:
    """Return in which items a set differs from its log: id, and in words; of many the first and a count."""
    logged = {(item.kind, item.id): item for item in wanted}
    found = [
        (str(key[1]), shown(_difference(key, items, logged)))
        for key in sorted({*items, *logged}, key=str)
        if (key in items, items.get(key)) != (key in logged, logged.get(key))
    ]
    more = len(found) - MOST_NAMED
    return [*found[:MOST_NAMED], *([("", f"{more} more items differ")] if more > 0 else [])]


def _difference(
    key: tuple[str, str],
    items: Mapping[tuple[str, str], Item | Hint | Rival | None],
    logged: Mapping[tuple[str, str], Item],
) -> str:
    there, wanted = items.get(key), logged.get(key)
    name = f"{key[0]} {key[1]}" if key[0] != key[1] else key[0]
    if key not in items:
        return f"{name}{_said(wanted)} is missing"
    if key not in logged:
        return f"{name}{_said(there)} is not in it"
    return f"{name}{_said(wanted)} is another{_said(there)}"


def _said(item: Item | Hint | Rival | None) -> str:
    """Return what a person can look for: label and place of a span, the type of a fact."""
    if isinstance(item, Span):
        return f" ({item.label} at {item.start}-{item.end}, {item.status})"
    return f" ({item.type})" if isinstance(item, Fact) else ""
