"""Other processes: the long-lived worker that suggests, and long-running commands."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import islice, takewhile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.articles import Asked
from annotations.errors import LOG
from annotations.json_fields import BadItem
from annotations.suggest.mentions import Learned
from annotations.suggest.replies import (
    ArticleReply,
    Awaited,
    FailedReply,
    TallyReply,
    TroubleReply,
    read_reply,
)
from annotations.suggesters.configured import SuggesterCommand, not_again
from ui.project.messages import is_report, progress_of
from ui.project.processes.lines import Lines

BATCH = 10  # articles per request
TOGETHER = 100  # articles that one process of a suggester gets, which may load a model first
ALL, FACTS = "all", "facts"  # what is looked for
CANCELLED = "Cancelled; nothing was changed."


Process = Callable[[list[str], QObject], Lines]  # arguments and parent


class Worker(QObject):
    """The process that suggests, batch after batch; an article asked for twice is done once."""

    suggested = Signal(object, str)  # ArticleReply of some articles, pipeline
    proposed = Signal(object)  # ArticleReply of articles in which only facts were looked for
    progress = Signal(int, int)  # done, of
    failed = Signal(str)
    untrusted = Signal(
        object
    )  # name, folder and hash of a pipeline that was not loaded; `failed` comes first
    troubled = Signal(str)  # why nothing was suggested in an article, or by a pattern; others have theirs
    tallied = Signal(object)  # SuggesterTally of what a suggester gave in a batch
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: Lines | None = None
        self._waiting: dict[str, str] = {}  # what is looked for, by article
        self._what = ""
        self._soon = QTimer(self, singleShot=True)  # the window has its turn before articles are read
        self._soon.timeout.connect(self._next)
        self._found: dict[str, ArticleReply] = {}  # by article
        self._awaited = Awaited({}, ())
        self._is_told = False  # of an answer that is missing or cannot be used, or of why
        self._request: dict[str, Any] = {}
        self._busy = self._has_stopped = False
        self._done = self._number = self._answered = 0
        self._pipeline = ""
        self._read: Callable[[str], Asked | None] = lambda id_: None
        self._learned: Callable[[], Learned] = Learned
        self._ground: Callable[[str, str], dict[str, Any]] = lambda id_, what: {}

    def suggest(
        self,
        ids: list[str],
        read: Callable[[str], Asked | None],
        learned: Callable[[], Learned],
        ground: Callable[[str, str], dict[str, Any]],
        *,
        what: str,
        pipeline: str,
        language: str,
        folder: Path,
        labels: list[str],
        schema: str,
        trusted: list[str],
        second: str = "",
        suggester: SuggesterCommand | None = None,
    ) -> None:
        """Ask for suggestions of spans and facts ("all"), or of facts alone, those asked for last first.

        `read(id)` gives an article when its turn comes, `ground(id, what)` what facts are
        suggested on there; `trusted` are the hashes of folders with pipelines that may be loaded.
        `second` is a pipeline for a second opinion; with a `suggester` that is run, as the pipeline.
        """
        self._read, self._learned, self._ground, self._pipeline = read, learned, ground, pipeline
        asked = {"job": "suggest", "pipeline": pipeline, "folder": str(folder), "language": language}
        self._request = {**asked, "labels": labels, "schema": schema, "trusted": trusted, "second": second}
        self._request["suggester"] = suggester.to_json() if suggester else None
        first = {id_: self._waiting.get(id_, what) if what == FACTS else what for id_ in ids}
        self._waiting = {**first, **{id_: was for id_, was in self._waiting.items() if id_ not in first}}
        if not self._busy:
            self._done, self._busy, self._is_told = 0, True, False
            self._soon.start()

    @property
    def busy(self) -> bool:
        return self._busy

    def cancel(self) -> None:
        """Drop what is not done yet; what is done stays."""
        self._waiting.clear()
        if self._busy and self._process:
            self._end()
            self.finished.emit()

    def close(self) -> None:
        self._waiting.clear()
        self._end()

    def _end(self) -> None:
        self._soon.stop()
        if self._process:
            process, self._process = self._process, None
            process.close()
            process.deleteLater()
        self._busy, self._found = False, {}

    def _next(self) -> None:
        self._what = next(iter(self._waiting.values()), "")
        same = takewhile(lambda id_: self._waiting[id_] == self._what, self._waiting)
        batch = list(islice(same, TOGETHER if self._request["suggester"] else BATCH))
        for id_ in batch:
            del self._waiting[id_]
        articles = [article for article in map(self._read, batch) if article]
        self._busy = bool(articles)
        if not articles:
            self.finished.emit()
            return
        if self._process is None:
            self._process = Lines(["worker"], self)
            self._process.said.connect(self._reply)
            self._process.ended.connect(self._ended)
            self._process.start()
        self._number, self._answered, self._has_stopped = self._number + 1, 0, False
        lengths = {article.id: len(article.text) for article in articles}
        self._awaited = Awaited(lengths, frozenset(self._request["labels"]))
        sent = [{**vars(article), "repeated": list(article.repeated)} for article in articles]
        own = {
            "learned": self._learned().among(article.text for article in articles).to_json(),
            "grounds": {article.id: self._ground(article.id, self._what) for article in articles},
        }
        self._process.say({**self._request, **own, "what": self._what, "id": self._number, "articles": sent})

    def _reply(self, message: dict[str, Any]) -> None:
        if message.get("id") != self._number:
            return
        try:
            reply = read_reply(message, self._awaited)
        except BadItem as error:
            logging.getLogger(LOG).exception("While a reply of the suggesting process was read")
            self._tell_once(f"The suggesting process gave an answer that cannot be used: {error}.")
            return
        if isinstance(reply, TroubleReply):
            self._is_told = True
            self.troubled.emit(reply.sentence)
        elif isinstance(reply, ArticleReply):
            self._found[reply.article] = reply
            self._done, self._answered = self._done + 1, self._answered + 1
            left = len(self._awaited.lengths) - self._answered if self._request["suggester"] else 0
            self.progress.emit(self._done, self._done + len(self._waiting) + left)
            if left and len(self._found) >= BATCH:
                self._hand_over()
        elif isinstance(reply, TallyReply):
            self._has_stopped = reply.has_stopped
            self.tallied.emit(reply.tally)
        elif isinstance(reply, FailedReply):
            self._waiting.clear()
            self._busy, self._found = False, {}
            self.failed.emit(reply.sentence)
            if reply.untrusted:
                self.untrusted.emit(reply.untrusted)
        else:
            self._take()

    def _take(self) -> None:
        """Hand over what was found in a batch, and go on to the next; where a suggester stopped, to none."""
        if missing := len(self._awaited.lengths) - self._answered:
            self._tell_once(
                f"The suggesting process gave no answer on {missing:,} article{'s' * (missing != 1)}."
            )
        if self._has_stopped and self._waiting:
            self.troubled.emit(not_again(self._pipeline, len(self._waiting)))
            self._waiting.clear()
        self._hand_over()
        self._next()

    def _hand_over(self) -> None:
        found, self._found = [*self._found.values()], {}
        if self._what == FACTS:
            self.proposed.emit(found)
        else:
            self.suggested.emit(found, self._pipeline)

    def _tell_once(self, trouble: str) -> None:
        """Tell of something that should not be, once while the worker is busy."""
        if not self._is_told:
            self._is_told = True
            self.troubled.emit(trouble)

    def _ended(self, code: int, errors: str) -> None:
        """Give up what the process was doing when it ended; the next request starts another."""
        if self._process:
            self._process.deleteLater()
        self._process, was_busy, self._busy = None, self._busy, False
        self._waiting.clear()
        self._found = {}
        if was_busy:
            last = errors.splitlines()[-1] if errors else f"exit code {code}"
            self.failed.emit(f"The suggesting process stopped ({last}). It starts again when you ask it to.")


class Command(QObject):
    """One command of this program with --progress, in a process of its own unless `process` is another."""

    progress = Signal(str, int, int)  # what is being done, done, of
    done = Signal(object, str)  # its report, and the sentences it wrote to stderr
    failed = Signal(str)

    def __init__(self, words: list[str], parent: QObject | None = None, *, process: Process = Lines) -> None:
        super().__init__(parent)
        self._words = words
        self._report: dict[str, Any] | None = None
        self._cancelled = self._is_odd = False
        self._process = process([words[0], "--progress", *words[1:]], self)  # (after -- it would be a name)
        self._process.said.connect(self._said)
        self._process.ended.connect(self._ended)

    def start(self) -> None:
        self._process.start()

    def cancel(self) -> None:
        self._cancelled = True
        self._process.kill()

    def close(self) -> None:
        self._process.close()

    def _said(self, message: dict[str, Any]) -> None:
        if far := progress_of(message):
            self.progress.emit(*far)
        elif is_report(self._words, message):
            self._report = message
        else:
            logging.getLogger(LOG).error("No report of %s: %.500r", self._words[0], message)
            self._is_odd = True

    def _ended(self, code: int, errors: str) -> None:
        sentences = errors.replace("factmark: ", "")
        if self._cancelled:
            self.failed.emit(CANCELLED)
        elif self._report is None:
            what = f"The report of the command {self._words[0]} cannot be used; look at what it did."
            said = "\n".join(filter(None, [sentences, what * self._is_odd]))
            self.failed.emit(said or f"The command stopped without a word (exit code {code}).")
        else:
            self.done.emit(self._report, sentences)
