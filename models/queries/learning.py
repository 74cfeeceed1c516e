"""The learning of an open project, for pipelines and for the queue of what is doubtful.

The events of the log are counted by and by, and the queue is told whenever that made something more or less
doubtful.
"""

from __future__ import annotations

from collections.abc import Collection

from annotations.articles import PAGES, Article, Asked
from annotations.edits import Edit
from annotations.sets import Boilerplate
from annotations.suggest.mentions import Learned
from models.queries.doubt.doubt_queue import Doubtful, Key, Queue
from models.queries.doubt.unsure import UnsureCard, unsure
from models.queries.wordings import learned_wordings
from models.queries.wordings.standing import DuePlaces
from models.store.database import Database, stored_pool

IDLE = 40  # events that are counted at a time while nobody waits for them
WHOLE = 500  # events that are counted at a time when all of them are


class Learning:
    """The counts of an open project's decisions, its queue of doubt, and its sources' repeated lines."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._queue = Queue(database)
        self._places = DuePlaces(database)
        self._lessons: dict[str, Learned] = {}  # by annotator, of the file's version
        self._version = database.version()
        self._site_lines: dict[str, frozenset[str]] = {}

    def count_on(self, most: int = IDLE) -> bool:
        """Count the next events of the log; return whether there are more."""
        if learned_wordings.is_behind(self._db):
            self._lessons.clear()
        return learned_wordings.learn(self._db, most, places=self._places, changed=self._queue.restart)

    def learned(self, annotator: str, *, whole: bool = False) -> Learned:
        """Return what the annotator's decisions teach.

        Takes in some of what is new in the log, or all of it (`whole`), which may take long after an import.
        """
        if whole and self._db.read_only and learned_wordings.is_behind(self._db):
            self._db.read_from_copy()  # what was decided last is counted there
        while self.count_on(WHOLE if whole else learned_wordings.STEP) and whole:
            continue
        version = self._db.version()
        if version != self._version:
            self._version = version
            self._lessons.clear()
        if annotator not in self._lessons:
            self._lessons[annotator] = learned_wordings.learned(self._db, annotator)
        return self._lessons[annotator]

    def doubtful(self, annotator: str, most: int, passed: Collection[Key] = ()) -> list[Doubtful]:
        """Return the most doubtful items that the annotator has not decided, less those in `passed`."""
        self.count_on(learned_wordings.STEP)
        return self._queue.head(annotator, most, passed)

    def unsure(self, annotator: str) -> list[UnsureCard]:
        """Return the wordings that the annotator has not decided, with all their places, by places times doubt."""
        self.doubtful(annotator, 1)
        return unsure(self._db, annotator, below=self._queue.begins(annotator))

    def asked(self, article: Article) -> Asked:
        """Return the article as it is given to a pipeline, with the lines that its source's pages share."""
        source = str(article.meta.get("source") or "")
        if source not in self._site_lines:
            self._site_lines[source] = learned_wordings.site_lines(self._db, source)
        return Asked(
            id=article.id,
            text=article.text,
            title=article.title,
            repeated=self._site_lines[source],
            furniture=self._furniture(article) if PAGES in article.meta else (),
        )

    def _furniture(self, article: Article) -> list[tuple[int, int]]:
        """Return the bounds of the running heads and the like that came with the article's pages."""
        found = stored_pool(self._db, article.id)
        return sorted((item.start, item.end) for item in found if isinstance(item, Boilerplate))

    def take_in(self, edit: Edit) -> None:
        """Follow a written edit: the queue begins at its top again where that reopened something."""
        self._queue.take_in(edit)

    def forget(self) -> None:
        """Keep nothing of what was counted last: the names of those who decided are others."""
        self._places.forget()
        self._lessons.clear()
        self.restart()

    def restart(self) -> None:
        """Begin at the top of the queue again: something may be undecided, or more doubtful."""
        self._queue.restart()
