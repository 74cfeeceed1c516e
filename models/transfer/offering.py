"""The wordings that were confirmed in an article, offered as suggestions in the others that are not finished.

They are only added: nothing that lies in a pool or in a set is touched, and nothing is put over it.  The work goes
in steps of a few milliseconds, so that a window does not wait.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from annotations.errors import Busy
from annotations.sets import FINISHED, Boilerplate, Item
from annotations.sheet import touches, united
from annotations.spans import Span, Status
from annotations.suggest import mentions
from annotations.suggest.mentions import Learned, Repeat
from models.project import Project
from models.queries import undecided_counts
from models.queries.articles import LACKS_SPANS, SKIPPED
from models.queries.doubt import doubt_queue
from models.queries.same_mentions import AT_ONCE, numbers_behind
from models.queries.searching.nearby import touching
from models.queries.searching.own_work import AnnotatorWork
from models.queries.wordings import learned_wordings
from models.queries.wordings.learned_wordings import LONGEST
from models.store import checksums
from models.store.database import Database
from models.store.rows import marks
from models.transfer import own_lists

EVENTS = 500  # of the log that are counted before it is asked what they teach
BATCH, MOST = 8_000, 2  # code points of text that a step looks through, but one article at least; articles
PASSED = 100  # articles of which a step asks whether they are open

Offered = tuple[str, str]  # a wording, and the label it is offered with


class WordingOffer:
    """The wordings of one annotator's article on their way into the pools of the others.

    `first` is the article that is looked through before all others; `known` was offered everywhere before.
    Busy while what it teaches is not counted as yet.
    `offered`: what is offered; `count`: how many suggestions were added so far, `articles`: in how many articles.
    """

    def __init__(
        self,
        project: Project,
        article: str,
        annotator: str,
        *,
        first: str | None = None,
        known: Collection[Offered] = (),
    ) -> None:
        self._project, self._annotator = project, annotator
        self._labels = project.schema.labels_in_use
        self._learned = self._taught(article, known)
        self.offered = {(wording, seen.label) for wording, seen in self._learned.seen.items()}
        self.count = self.articles = 0
        self._article = article
        #: Wordings of which it is not known where they may stand, each with the number up to which it is.
        self._unread = [(wording, 0) for wording in self._learned.seen]
        row = project.db.row("SELECT number FROM article WHERE id = ?", (first,)) if self.offered else None
        self._first = [*self._others([row[0]])] if row else []
        self._found: set[int] = set()  # articles in which one may stand
        self._waiting: list[int] = []  # those that are still to be looked through, the next one last

    @property
    def is_done(self) -> bool:
        return not (self._first or self._unread or self._waiting)

    def step(self) -> list[str]:
        """Do a little of the work; return the ids of the articles that were given suggestions.

        Busy at once while another program writes: then the same is done by the next step.
        """
        if self._first:
            made, self._first = self._look(self._first), []
        elif self._unread:
            made = []
            self._read_on(*self._unread.pop())
            if not self._unread:
                self._waiting = sorted(self._found, reverse=True)
        else:
            passed, batch = self._batch()
            made = self._look(batch) if batch else []
            del self._waiting[-passed:]
        return made

    def _read_on(self, wording: str, after: int) -> None:
        """Read in which articles the wording may stand, behind that number."""
        numbers = numbers_behind(self._project.db, wording, after)
        self._found.update(numbers)
        if len(numbers) == AT_ONCE:
            self._unread.append((wording, numbers[-1]))

    def _batch(self) -> tuple[int, list[int]]:
        """Return how many articles are passed, and those of them that are looked through."""
        batch, room, next_ones = [], BATCH, self._waiting[: -PASSED - 1 : -1]
        lengths = self._others(next_ones)
        for passed, number in enumerate(next_ones, 1):
            if number in lengths:
                batch.append(number)
                room -= lengths[number]
            if room <= 0 or len(batch) == MOST:
                return passed, batch
        return len(next_ones), batch

    def _taught(self, article: str, known: Collection[Offered]) -> Learned:
        """Return what the article's confirmed wordings are offered as, less what is known."""
        project = self._project
        if project.learning.count_on(EVENTS) or learned_wordings.is_behind(project.db):
            raise Busy("What was decided is still being counted.")
        text, made = project.article(article).text, project.annotation_set(article, self._annotator)
        spans = (span for span in made.spans.values() if span.status is Status.CONFIRMED)
        wordings = {text[span.start : span.end] for span in spans if span.end - span.start <= LONGEST}
        taught = learned_wordings.learned(project.db, self._annotator, wordings)
        every = taught.stopping(own_lists.stopped(project))
        new = {
            wording: seen
            for wording, seen in every.seen.items()
            if seen.label in self._labels
            and (wording, seen.label) not in known
            and not every.is_stopped(wording, seen.label)
        }
        return Learned(new, every.stopped)

    def _others(self, numbers: list[int]) -> dict[int, int]:
        """Return the lengths of those of the articles, by number, that the annotator has neither finished nor skipped.

        The article itself is left out, and those that no pipeline has looked at as yet: wordings seen are looked for
        with that.
        """
        sql = (
            "SELECT number, length FROM article WHERE number IN (SELECT value FROM json_each(?)) AND id <> ? "
            "AND NOT EXISTS (SELECT 1 FROM item WHERE article = number AND annotator = ? AND kind = 'progress' "
            f"AND (label IN ({marks(len(FINISHED))}) OR {SKIPPED})) AND NOT ({LACKS_SPANS})"
        )
        values = (json.dumps(numbers), self._article, self._annotator, *FINISHED)
        return dict(self._project.db.rows(sql, values))

    def _look(self, numbers: list[int]) -> list[str]:
        """Add what was seen and is free to the pools of these articles, in one transaction."""
        database, made = self._project.db, dict[int, list[Span]]()
        sql = (
            "SELECT number, id, text FROM article JOIN article_text ON article = number "
            f"WHERE number IN ({marks(len(numbers))})"
        )
        texts = {number: (id_, text) for number, id_, text in database.rows(sql, tuple(numbers))}
        found = {number: list(mentions.seen(text, self._learned)) for number, (_, text) in texts.items()}
        if not any(found.values()):
            return []
        with database.at_once(), database.writing():
            for number, places in _free(database, found, self._annotator).items():
                id_, text = texts[number]
                if spans := mentions.offered(id_, text, places, self._learned):
                    made[number] = spans
                    doubt_queue.put(database, number, spans)
                    undecided_counts.count_again(database, number)
            checksums.seal_pools(database, made)
        self.count += sum(map(len, made.values()))
        self.articles += len(made)
        if made:
            self._project.learning.restart()
        return [texts[number][0] for number in made]


def _free(database: Database, found: dict[int, list[Repeat]], annotator: str) -> dict[int, list[Repeat]]:
    """Return those of the places, by article, that nothing touches: no suggestion, no span and no boilerplate.

    What the annotator has rejected counts too, so that it is not offered again.
    """
    own = AnnotatorWork(database, annotator)
    at = {number: [(place.start, place.end) for place in places] for number, places in found.items()}
    pools, items = touching(own, "suggestion", at), touching(own, "item", at)
    free = {}
    for number, places in found.items():
        taken = _taken(pools[number].values(), [*items[number].values()])
        free[number] = [place for place in places if not touches(taken, place.start, place.end)]
    return free


def _taken(pool: Iterable[Item], own: list[Item]) -> list[tuple[int, int]]:
    refused = {item.id for item in own if isinstance(item, Boilerplate) and item.status is Status.REJECTED}
    every = (
        item for item in (*pool, *own) if isinstance(item, Span | Boilerplate) and item.id not in refused
    )
    return united((item.start, item.end) for item in every)
