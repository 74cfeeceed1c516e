"""The fresh look at an open project: its file is opened anew, read, and compared with what the window shows.

The file is opened by SQLite, read only, never as a plain file: closing one would drop the locks of the open project.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from annotations.edits import Change
from annotations.errors import StaleEdit, UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import AnnotationSet
from models.checks.faults import UNREADABLE
from models.project import DATABASE_FILE
from models.store import presence
from models.store.database import stored_set
from models.store.rows import Row
from models.store.soundness import first_damage

SECONDS = 3.0  # for the look at all pages; a larger file is not looked through
AGAIN_AFTER = 0.01  # seconds until a look that goes on all the same is stopped again
BUSY = 1.0  # seconds to wait for another program
AGAIN = "The project was read again just now"
KEEP = "Leave the window open, and copy the project's folder before anything else; {key:backups} lists its backups."
LAST = (
    "SELECT at FROM event WHERE \"by\" = ? AND kind IN ('edit', 'undo', 'redo') ORDER BY number DESC LIMIT 1"
)
TEXT = "SELECT text FROM article_text JOIN article ON number = article WHERE id = ?"


@dataclass(frozen=True)
class Screen:
    """The part of a project that a window shows: the annotator's set on the article at hand, and its text, if one is open.

    `late`: the changes to that set that are shown, but wait to be written; the oldest first.
    """

    folder: Path
    annotator: str
    set: AnnotationSet | None = None
    text: str = ""
    late: tuple[Change, ...] = ()

    def states(self) -> list[AnnotationSet]:
        """Return the sets that the file may hold: as shown, then with ever fewer of the changes that wait."""
        states = [self.set] if self.set is not None else []
        with suppress(StaleEdit):  # the set was read anew since, without a change that fits no longer
            for change in reversed(self.late):
                states.append(change.inverse().applied(states[-1]))
        return states


class _FreshReader:
    """A connection of its own to the database of an open project."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, values: Row = ()) -> list[Row]:
        return self._connection.execute(sql, values).fetchall()

    def first(self, sql: str, value: str) -> str | None:
        """Return the first column of the first row; None when there is none."""
        return next((str(row[0]) for row in self.rows(sql, (value,))), None)

    def damage(self, seconds: float) -> str | None:
        """Return what SQLite finds wrong with the pages, "" when nothing, None when there was no time to look."""
        if seconds <= 0:
            return None
        ended = threading.Event()
        stopping = threading.Thread(target=self._interrupt, args=(ended, seconds))
        stopping.start()
        try:
            found = first_damage(self._connection.execute)
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
            return None
        finally:
            ended.set()
            stopping.join()
        return found

    def _interrupt(self, ended: threading.Event, seconds: float) -> None:
        """Stop the statement that runs after that time; again and again, for one not begun yet hears nothing of it."""
        wait = seconds
        while not ended.wait(wait):
            self._connection.interrupt()  # it is heard within a table, too
            wait = AGAIN_AFTER


def look(screen: Screen, *, seconds: float = SECONDS) -> str:
    """Return in sentences what the project's file holds of what is shown; it can be called in any thread."""
    path = screen.folder / DATABASE_FILE
    try:
        presence.require(path)
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=BUSY, isolation_level=None)) as connection:
            connection.execute("BEGIN")  # all is seen as it is at one moment
            return _seen(_FreshReader(connection), screen, seconds)
    except UserError as error:
        why = error.sentence
    except UNREADABLE as error:
        why = f"{error}." if str(error) else f"{type(error).__name__}."
    return f"The project could not be read again, so it is not known what of it is saved: {why} {KEEP}"


def _seen(reader: _FreshReader, screen: Screen, seconds: float) -> str:
    damage = reader.damage(seconds)
    if damage:
        return f"{AGAIN}, and its file is damaged: {damage}. {KEEP}"
    state = "its file is whole" if damage == "" else "its file is too large to be looked through here"
    differing = _differing(reader, screen)
    if differing:
        return (
            f"{AGAIN}: {state}, but it does not hold what is on the screen: {differing}. "
            f"Note down what you see: this article shows what is saved once it is opened anew. {KEEP}"
        )
    waits = ", but for what waits" if screen.late else ""
    holds = f", and holds your work on this article as it is shown{waits}" if screen.set is not None else ""
    return f"{AGAIN}: {state}{holds}. {_last(reader, screen.annotator)}"


def _differing(reader: _FreshReader, screen: Screen) -> str:
    """Return in what the file differs from what is shown, "" where it does not."""
    if screen.set is None:
        return ""
    text = reader.first(TEXT, screen.set.article)
    if text is None:
        return "the article is not in it"
    found = ["the article's text is another"] if text != screen.text else []
    if places := _places(stored_set(reader, screen.set.article, screen.set.annotator), screen):
        items = "1 item of your work is" if len(places) == 1 else f"{len(places):,} items of your work are"
        found.append(f"{items} otherwise in it, or not at all")
    return " and ".join(found)


def _places(stored: AnnotationSet, screen: Screen) -> set[tuple[str, str]]:
    """Return the items in which the file differs from what it should hold; of what waits, some may be in it by now."""
    places: set[tuple[str, str]] = set()
    for state in screen.states():
        change = Change.between(stored, state)
        places = {(item.kind, item.id) for item in (*change.removed, *change.added)}
        if not places:
            break
    return places


def _last(reader: _FreshReader, annotator: str) -> str:
    at = reader.first(LAST, annotator)
    if at is None:
        return "There is no edit of yours in it yet."
    time_ = datetime.fromisoformat(at).astimezone()
    day = "" if time_.date() == datetime.now().astimezone().date() else f"{time_:%Y-%m-%d} "
    return f"Your last edit in it is of {day}{time_:%H:%M:%S}."
