"""Articles in the store: read, described, and removed with all that is on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from annotations.articles import Article, article_id
from annotations.errors import UserError
from models.store import backup, checksums
from models.store.database import Database
from models.store.rows import dump

MISSING = "There is no article {id} in the project."
TEXT_CHANGED = (
    "The text of {article} is not the one its hash was made of: it was changed or damaged after its import. "
    "Restore a backup, or remove the article and import it again."
)
TEXT_MISSING = (
    "The text of {article} is missing. Restore a backup, or remove the article and import it again."
)


def stored_article(database: Database, id_: str) -> Article:
    """Return the article.  UserError when there is none of that id."""
    row = database.row(
        "SELECT id, text, title, meta FROM article JOIN article_text ON article = number WHERE id = ?", (id_,)
    )
    if row is None:
        raise UserError(MISSING.format(id=id_))
    return Article(id=row[0], text=row[1], title=row[2], meta=json.loads(row[3]))


def check_text(id_: str, title: str, text: str | None, hash_: str) -> None:
    """Raise UserError when the text is missing, or not the one that the hash was made of."""
    if text is None or article_id(text) != hash_:
        raise UserError((TEXT_MISSING if text is None else TEXT_CHANGED).format(article=named(id_, title)))


def shown(value: object) -> str:
    """Return the value for a sentence: control characters and odd bytes are spelled.

    >>> shown("a\x07b")
    'a\\x07b'
    """
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in str(value))


def named(id_: str, title: str) -> str:
    """Return an article's id, with its title where it has one."""
    title = " ".join(title.split())
    return shown(f"{id_} ({title})" if title and title != id_ else id_)


def describe(database: Database, id_: str, title: str, meta: dict[str, Any]) -> None:
    """Set the article's title and metadata.  UserError when there is none of that id."""
    number = _number(database, id_)
    with database.writing():
        said = dump(meta)
        database.run(
            "UPDATE article SET title = ?, meta = ?, details_sum = ? WHERE number = ?",
            (title, said, checksums.of_details(title, said), number),
        )


def remove(database: Database, folder: Path, id_: str) -> Path:
    """Remove the article with all sets on it, behind a backup in the project's folder; return that backup.

    Edits that touched it can no longer be undone.  UserError when there is none of that id.
    """
    number = _number(database, id_)
    copy = backup.save(database, folder, why="before-removal")
    with database.writing():
        database.run(
            "INSERT INTO article_words (article_words, rowid, text) "
            "SELECT 'delete', article, text FROM article_text WHERE article = ?",
            (number,),
        )
        database.run(
            "UPDATE event SET fate = 'gone' WHERE kind = 'edit' AND number IN "
            "(SELECT event FROM touched WHERE article = ?)",
            (number,),
        )
        database.run("DELETE FROM article WHERE number = ?", (number,))
    return copy


def _number(database: Database, id_: str) -> int:
    row = database.row("SELECT number FROM article WHERE id = ?", (id_,))
    if row is None:
        raise UserError(MISSING.format(id=id_))
    return int(row[0])
