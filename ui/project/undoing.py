"""Undo and redo where edits may wait: what was not written yet is taken back without a trace.

An undo that meets another program's lock waits as an edit does.
"""

from __future__ import annotations

from annotations.edits import Edit
from annotations.errors import Busy
from models.project import Project
from ui.project.waiting import EDIT, REDO, UNDO, Entry, Waiting, place_of

SCHEMA = (
    "It changed the schema as well, and another program is writing to the project; try again in a moment."
)


class Undoing:
    """The undo and redo of one annotator, over what is written and what waits.

    `_taken`: edits that waited when they were taken back; None for an undo of a written one in between.
    """

    def __init__(self, project: Project, waiting: Waiting, by: str) -> None:
        self._project, self._waiting, self._by = project, waiting, by
        self._taken: list[Entry | None] = []

    def forget(self) -> None:
        """Have nothing to redo of what waited: another edit was made."""
        self._taken.clear()

    def undo(self) -> Edit | None:
        """Take back the latest edit; return what was done, None when there is none.  UserError when it fails."""
        last = self._waiting.last
        if last and last.edit and last.kind in (EDIT, REDO):
            self._waiting.take_back()
            if last.kind == EDIT:
                self._taken.append(last)
            return last.edit.inverse()
        done = self._step(UNDO)
        if done and self._taken:
            self._taken.append(None)
        return done

    def redo(self) -> Edit | None:
        """Do the latest edit that was taken back again, as `undo`."""
        again = self._taken.pop() if self._taken else None
        if again:
            self._waiting.add(again)
            return again.edit
        last = self._waiting.last
        if last and last.edit and last.kind == UNDO:
            self._waiting.take_back()
            return last.edit.inverse()
        if any(entry.kind == EDIT for entry in self._waiting):
            return None  # an edit ends what could be redone
        return self._step(REDO)

    def coming_undo(self) -> str | None:
        """Return the verb that `undo` would take back."""
        last = self._waiting.last
        if last and last.kind in (EDIT, REDO):
            return last.said
        return self._coming(UNDO)

    def coming_redo(self) -> str | None:
        """Return the verb that `redo` would do again."""
        last = self._waiting.last
        if self._taken and (again := self._taken[-1]):
            return again.said
        if last and last.kind == UNDO:
            return last.said
        return None if any(entry.kind == EDIT for entry in self._waiting) else self._coming(REDO)

    def _coming(self, kind: str) -> str | None:
        found = self._next(kind)
        return found and found[1].verb

    def _next(self, kind: str) -> tuple[int, Edit] | None:
        """Return the step of the log that comes once those that wait are written."""
        history = self._project.history
        behind = sum(entry.kind == kind for entry in self._waiting)
        return (history.coming_undo if kind == UNDO else history.coming_redo)(self._by, behind)

    def _step(self, kind: str) -> Edit | None:
        """Write an undo or redo, or have it wait.  UserError when it can do neither."""
        step = self._project.undo if kind == UNDO else self._project.redo
        if not self._waiting:
            try:
                return step(self._by)
            except Busy:
                pass
        found = self._next(kind)
        if found is None:
            return None
        number, edit = found
        if self._project.late.took_schema(number):
            raise Busy(SCHEMA)
        entry = Entry(
            edit.verb, place_of(self._project, edit), lambda: step(self._by, only=number), edit, kind, number
        )
        self._waiting.add(entry)
        return edit
