"""The gathering of the figures: in a thread of its own, over a connection of its own, part by part, and anew when work changes.

Only the last gathering that was asked for is told of; one that is replaced, or whose project closes, is stopped.
"""

from __future__ import annotations

import time
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.errors import UserError
from annotations.schema.types import Schema
from annotations.statistics.shapes import Overview, Scope
from models.queries.statistics.beside import StoppedReading, WorkBeside
from models.queries.statistics.gathering import PARTS, gathered
from models.queries.statistics.overview import overview
from ui.session import Session

PAUSE = 600  # milliseconds without another change, after which it is gathered anew
REST = 2.0  # times what the last gathering took, that pass before the next
ALL = PARTS + 1  # with the overview
ENDING = 5.0  # seconds in which a thread that was stopped ends


class PartsRun:
    """One gathering: its thread, and the file that it reads."""

    def __init__(self, to: StatisticsGathering, folder: Path, schema: Schema, scope: Scope) -> None:
        self._to, self._about = to, (folder, schema, scope)
        self._work: WorkBeside | None = None
        self._is_stopped = False
        self._thread = Thread(target=self._run, name="statistics", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End it, wherever it is; it tells nothing more."""
        self._is_stopped = True
        if work := self._work:
            work.stop()

    @property
    def is_alive(self) -> bool:
        """Return whether its thread has not ended."""
        return self._thread.is_alive()

    def join(self) -> None:
        """Wait until the thread has ended."""
        self._thread.join(ENDING)

    def _run(self) -> None:
        folder, schema, scope = self._about
        with suppress(StoppedReading):
            try:
                with closing(WorkBeside(folder, schema)) as self._work:
                    first = overview(self._work, scope)
                    self._tell(first)
                    for part in gathered(self._work, scope, first):
                        self._tell(part)
            except UserError as error:
                self._tell(error)
            else:
                self._tell(None)

    def _tell(self, what: object) -> None:
        """Tell the window, unless it asks for something else by now."""
        if self._is_stopped:
            raise StoppedReading
        self._to.arrived.emit(self, what)


class StatisticsGathering(QObject):
    """The figures of a scope, kept up to date while `watch` is on.

    `came`: a part, of those of `annotations/statistics/shapes.py` or the Overview; `ended`: all are there; `failed`: a
    sentence; `progress`: how many parts are there, of how many.
    """

    arrived = Signal(object, object)  # the PartsRun, and what it tells: a part, an error, None at its end
    came = Signal(object)
    ended = Signal()
    failed = Signal(str)
    progress = Signal(int, int)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._project = session, session.project
        self._scope: Scope | None = None
        self._run: PartsRun | None = None
        self._over: list[PartsRun] = []  # that were stopped, and may not have ended
        self._is_watched = self.is_old = False
        self._told, self._began, self._lasted = 0, 0.0, 0.0
        self._uncounted = (
            0,
            0,
        )  # articles of which nobody knows yet what is left, now and in the gathering before
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self.start)
        self.arrived.connect(self._take)
        for changed in (
            session.saved,
            session.rows_changed,
            session.articles_changed,
            session.schema_changed,
        ):
            changed.connect(self._age)

    @property
    def is_running(self) -> bool:
        """Return whether parts may still come."""
        return self._run is not None

    @property
    def is_waiting(self) -> bool:
        """Return whether another gathering begins soon."""
        return self._soon.isActive()

    def show(self, scope: Scope) -> None:
        """Gather the figures of that scope, and hold to it from now on."""
        self._scope = scope
        self._lasted = 0.0
        self.start()

    def watch(self, *, is_on: bool) -> None:
        """Gather anew whenever work changes, or only note that it did."""
        self._is_watched = is_on
        if is_on and self.is_old and not self.is_running:
            self.start()

    def start(self) -> None:
        """Gather anew, in place of what is gathered now."""
        self.stop()
        if self._project is None or self._scope is None or self._session.project is not self._project:
            return
        self.is_old, self._told, self._began = False, 0, time.monotonic()
        self._run = PartsRun(self, self._project.folder, self._project.schema, self._scope)
        self.progress.emit(0, ALL)
        self._run.start()

    def stop(self) -> None:
        """Stop what is gathered."""
        self._soon.stop()
        run, self._run = self._run, None
        if run is not None:
            run.stop()
            self._over.append(run)

    def close(self) -> None:
        """Stop it for good, with the project or the program, and wait until the file is closed."""
        self._is_watched = False
        self.stop()
        for run in self._over:
            run.join()
        self._over.clear()

    def _take(self, run: PartsRun, what: object) -> None:
        if run is not self._run:
            return
        if what is None or isinstance(what, UserError):
            self._end(what)
            return
        self._told += 1
        if isinstance(what, Overview):
            self._uncounted = what.spans.uncounted, self._uncounted[0]
        self.progress.emit(min(self._told, ALL - 1), ALL)
        self.came.emit(what)

    def _end(self, error: UserError | None) -> None:
        self._run, self._lasted = None, time.monotonic() - self._began
        self._over = [one for one in self._over if one.is_alive]
        self.progress.emit(ALL, ALL)
        if error is None:
            self.ended.emit()
        else:
            self.failed.emit(str(error))
        now, before = self._uncounted
        if self._is_watched and (self.is_old or (now and now != before)):
            self._wait()

    def _age(self, *_: object) -> None:
        """Note that work has changed; what is gathered now goes on, and another begins after it."""
        self.is_old = True
        if self._is_watched and not self.is_running and self._scope is not None:
            self._wait()

    def _wait(self) -> None:
        """Gather anew soon: the later, the longer it takes."""
        self._soon.start(max(PAUSE, round(self._lasted * REST * 1000)))
