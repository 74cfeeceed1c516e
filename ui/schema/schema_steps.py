"""Undo and redo of what was changed in the schema alone, which is no edit of an article."""

from __future__ import annotations

from annotations.errors import UserError
from annotations.schema.types import Schema
from ui.open_project import OpenProject
from ui.session import Session

NAMED = "change the schema"
ELSEWHERE = "The schema was changed elsewhere since; it stays as it is."

Step = tuple[Schema, Schema]  # before and after


class SchemaSteps:
    """The steps of the project that is open; one is taken back while no edit was made since."""

    def __init__(self, session: Session, opened: OpenProject) -> None:
        self._session, self._opened = session, opened
        self._done: list[Step] = []
        self._undone: list[Step] = []
        session.edited.connect(self._forget)

    def add(self, before: Schema, after: Schema) -> None:
        """Note a change that was written: undo and redo ask for it first."""
        self._done.append((before, after))
        self._undone = []
        self._session.ask_first(self)

    def back(self) -> bool:
        """Write the schema as it was before the last change; return False where there is none."""
        if not self._done or self._session.opened is not self._opened:
            return False
        before, after = self._done[-1]
        if self._put(after, before):
            self._undone.append(self._done.pop())
            self._session.noted.emit(f"Undid: {NAMED}.")
        return True

    def again(self) -> bool:
        """Write the change that was taken back; return False where there is none."""
        if not self._undone or self._session.opened is not self._opened:
            return False
        before, after = self._undone[-1]
        if self._put(before, after):
            self._done.append(self._undone.pop())
            self._session.noted.emit(f"Did again: {NAMED}.")
        return True

    def coming(self) -> tuple[str, str]:
        """Return what undo and redo would do here."""
        is_open = self._session.opened is self._opened
        return NAMED if is_open and self._done else "", NAMED if is_open and self._undone else ""

    def _put(self, was: Schema, wanted: Schema) -> bool:
        """Write the schema where the other one still stands; return whether that was done."""
        self._session.look_for_others()
        try:
            if self._opened.project.schema != was:
                self._forget()
                raise UserError(ELSEWHERE)
            with self._opened.mark.kept():
                self._opened.project.set_schema(wanted)
        except UserError as error:
            self._session.failed.emit(str(error))
            return False
        self._session.schema_changed.emit()
        return True

    def _forget(self) -> None:
        """Have nothing to take back: an edit was made since, which goes first."""
        self._done, self._undone = [], []
