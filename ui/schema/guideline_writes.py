"""The writes of guidelines from where one annotates; undo takes the last one back until something else is done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.schema import changes as schema_changes
from annotations.schema.changes import Part
from annotations.schema.types import Schema
from ui.session import Session

MEANWHILE = "Somebody else has changed this guideline meanwhile. Yours is still here; write it again to have it in place of theirs."


@dataclass(frozen=True)
class Written:
    """A guideline that was written: of what, its text before and after, and the name of that step."""

    part: Part
    name: str
    before: str
    after: str
    verb: str


class GuidelineWrites(QObject):
    """The writer; undo and redo of the session ask it first."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._done: Written | None = None  # what undo takes back
        self._undone: Written | None = None  # what redo does again
        self._is_writing = False
        for other in (session.edited, session.project_opened, session.schema_changed):
            other.connect(self._forget)

    def guideline(self, part: Part, name: str) -> str | None:
        """Return the guideline as it is now, None where there is no such label or fact type."""
        project = self._session.project
        entry = _entry(project.schema, part, name) if project else None
        return entry.guideline if entry else None

    def write(self, part: Part, name: str, text: str, *, was: str, verb: str) -> None:
        """Write the guideline, which `was` that before.  UserError when it is another now, or cannot be written."""
        made = Written(part, name, was, text, verb)
        self._put(made)
        self._done, self._undone = made, None
        self._session.ask_first(self)

    def back(self) -> bool:
        """Take back the last write; return False when there is none."""
        return self._step(self._done, "Undid", back=True)

    def again(self) -> bool:
        """Do again what was taken back; return False when there is nothing."""
        return self._step(self._undone, "Did again", back=False)

    def coming(self) -> tuple[str, str]:
        """Return the names of what undo would take back and redo do again, "" for nothing."""
        return self._done.verb if self._done else "", self._undone.verb if self._undone else ""

    def _step(self, made: Written | None, said: str, *, back: bool) -> bool:
        if made is None:
            return False
        one = made
        if back:
            one = Written(made.part, made.name, made.after, made.before, made.verb)
        try:
            self._put(one)
        except UserError as error:
            self._session.failed.emit(error.sentence)
            self._forget()
            return True
        self._done, self._undone = (None, made) if back else (made, None)
        self._session.noted.emit(f"{said}: {made.verb}.")
        return True

    def _put(self, one: Written) -> None:
        self._session.look_for_others()
        opened = self._session.opened
        if opened is None:
            raise UserError("No project is open any more.")
        schema = opened.project.schema
        entry = _entry(schema, one.part, one.name)
        if entry is not None and entry.guideline != one.before:
            raise UserError(MEANWHILE)
        after = schema_changes.change(schema, one.part, one.name, guideline=one.after)
        opened.mark.require_all()
        with opened.mark.kept():
            opened.project.set_schema(after)
        self._is_writing = True
        self._session.schema_changed.emit()
        self._is_writing = False

    def _forget(self) -> None:
        """Have nothing to take back: something else was done since."""
        if not self._is_writing:
            self._done = self._undone = None


def _entry(schema: Schema, part: Part, name: str) -> schema_changes.Entry | None:
    return schema.labels.get(name) if part == "labels" else schema.facts.get(name)
