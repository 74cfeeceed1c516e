"""The mark *saved*: shown only when nothing of what was done in the window is missing in the project."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from annotations.errors import Busy, Gone, NotWritten, UserError
from models.project import Project
from models.transfer import rescue
from ui.project.waiting import Waiting

LATE = "project.yaml is not written yet; it is written as soon as it can be."
NOT_NOW = "Not done: what you did before waits for another program; try again once that is saved."


class Telling(Protocol):
    """The signals of the session, by which an open project tells whoever shows it what happened."""

    schema_changed: Any
    articles_changed: Any
    rows_changed: Any
    article_opened: Any
    described: Any
    seen: Any
    reloaded: Any
    stepped: Any
    edited: Any
    saved: Any
    not_saved: Any
    not_done: Any
    noted: Any
    failed: Any

    def focus_fact(self, id_: str | None) -> None: ...


class SavedMark:
    """The mark of one open project.

    `is_gone`: it was told that the project is not where it was opened.
    """

    def __init__(self, project: Project, waiting: Waiting, telling: Telling) -> None:
        self._project, self._waiting, self._tell = project, waiting, telling
        self.is_gone = False

    def looks_in_place(self) -> bool:
        """Return whether the project is where it was opened; what changes of that is told once."""
        try:
            rescue.require(self._project)
        except Gone as error:
            if not self.is_gone:
                self.refuse(error)
            return False
        if self.is_gone:
            self.is_gone = False
            self.show()  # what was written is in the file that the path names again
            self._tell.noted.emit("The project is in its place again.")
        return True

    def show(self) -> None:
        """Say *saved* after something was written, unless something else is not, or all of it is gone."""
        if self.is_gone:
            return
        if self._waiting:
            self._tell.not_saved.emit(self._waiting.why())
        elif self._project.late.is_schema_late:
            self._tell.not_saved.emit(NotWritten(LATE))
        else:
            self._tell.saved.emit()

    def fail(self, error: UserError) -> None:
        """Take the mark away when the error kept something from the disk."""
        if isinstance(error, Gone):
            self.is_gone = True
            self._tell.not_saved.emit(error)
        elif isinstance(error, NotWritten):
            self._tell.not_saved.emit(self._waiting.why() if self._waiting else error)

    def refuse(self, error: UserError) -> None:
        """Say why something was not done, and that nothing was saved where that is so."""
        self.fail(error)
        self._tell.failed.emit(str(error))

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Show how a write went that cannot wait; its UserError goes on to whoever can say it best."""
        try:
            yield
        except UserError as error:
            self.fail(error)
            raise
        self.show()

    def require_all(self) -> None:
        """Raise Busy while anything waits: for what cannot go behind it."""
        if self._waiting:
            raise Busy(NOT_NOW, waiting=len(self._waiting.entries))
