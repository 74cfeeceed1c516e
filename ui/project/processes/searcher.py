"""The search by regular expressions beside the window: in a process of its own, since one may never end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.search.hits import FoundPlace
from annotations.search.query import Query
from annotations.search.writing import write
from models.project import Project
from models.queries.searching import annotator_of
from models.queries.searching.patterns import waiting_json
from ui.project.messages import NAMES, fits
from ui.project.processes.lines import Lines

STEP = {"places": [[(str, int)]], "done": int, "of": int, "left_out": NAMES}
QUIET = (
    30_000  # milliseconds without a word, after which it is ended where the process has no alarm of its own
)
STUCK = "The regular expression takes too long after {done:,} of {of:,} articles; the search was ended."
CRASHED = "The search stopped without a word (exit code {code})."


class PatternSearch(QObject):
    """One search at a time; the process stays for the next one, unless a search is cancelled.

    `came`: FoundPlaces, in order; `told`: articles done, of how many; `left_out`: a sentence about an article; then
    `ended`, or `failed` with a sentence.
    """

    came = Signal(list)
    told = Signal(int, int)
    left_out = Signal(str)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: Lines | None = None
        self._query, self._whose = Query(), ""
        self._done = self._of = 0
        self.is_running = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._give_up)

    def start(self, project: Project, query: Query, annotator: str) -> None:
        """Look for that; what was looked for before is cancelled."""
        self.stop()
        self._query, self._whose = query, annotator_of(query, annotator)
        self._done = self._of = 0
        self.is_running = True
        if self._process is None:
            self._process = Lines(["searcher"], self)
            self._process.said.connect(self._hear)
            self._process.ended.connect(self._gone)
            self._process.start()
        asked = {
            "project": str(Path(project.folder).absolute()),
            "line": write(query),
            "annotator": annotator,
        }
        self._process.say({**asked, "waiting": waiting_json(project)})
        self._quiet.start()

    def stop(self) -> bool:
        """Cancel what is looked for, without a signal; return whether anything was."""
        was_running, self.is_running = self.is_running, False
        if was_running:
            self.close()
        return was_running

    def close(self) -> None:
        """End the process, with the project or the program."""
        self.is_running = False
        self._quiet.stop()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.close()
            process.deleteLater()

    def _hear(self, message: dict[str, Any]) -> None:
        self._quiet.start()
        if not self.is_running:
            return
        if fits(message, STEP):
            self._step(message)
        elif "ended" in message:
            self._end()
            self.ended.emit()
        elif fits(message, {"failed": str}):
            self._end()
            self.failed.emit(message["failed"])

    def _step(self, message: dict[str, Any]) -> None:
        self._done, self._of = message["done"], message["of"]
        places = [self._place(*row) for row in message["places"] if fits_place(row)]
        if places:
            self.came.emit(places)
        for sentence in message["left_out"]:
            self.left_out.emit(sentence)
        self.told.emit(self._done, self._of)

    def _place(self, article: str, start: int, end: int, item: str, label: str, status: str) -> FoundPlace:
        return FoundPlace(article, start, end, self._query.target, self._whose, item, label, status)

    def _end(self) -> None:
        self.is_running = False
        self._quiet.stop()

    def _give_up(self) -> None:
        done, of = self._done, self._of
        if self.stop():
            self.failed.emit(STUCK.format(done=done, of=of))

    def _gone(self, code: int, errors: str) -> None:
        was_running = self.is_running
        self.close()
        if was_running:
            self.failed.emit(errors or CRASHED.format(code=code))


def fits_place(row: list[Any]) -> bool:
    """Return whether the row is a place as the process tells it."""
    return [type(value) for value in row] == [str, int, int, str, str, str]
