"""Wordings that are suggested no more: written into the project's list, and taken out again when that is undone.

The list is a file and on no undo stack, so that it follows the edit only as long as the project is open.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from annotations.carrying.hits import Hit
from annotations.carrying.on_spans import stopped
from annotations.edits import Edit
from annotations.errors import UserError
from annotations.suggest.pattern_lines import PatternLine
from annotations.text.counts import counted
from models.transfer import own_lists
from ui.session import Session


class StoppedWords(QObject):
    """The stops that were written here, each with its edit."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._made: list[tuple[Edit, list[PatternLine]]] = []
        session.stepped.connect(self._step)
        session.project_closed.connect(self._made.clear)

    def says(self, hits: Sequence[Hit]) -> str:
        """Return what is written into the list for these hits."""
        many = counted(len(stopped(hits)), "wording")
        return f"{many} into the project’s list: undo takes that out until the project is closed, then Edit, Lists"

    def write(self, hits: Sequence[Hit]) -> list[PatternLine] | None:
        """Write the wordings of the hits; return the lines that were not there, None when it failed, which is told."""
        project = self._session.project
        try:
            return own_lists.stop(project, stopped(hits)) if project else None
        except UserError as error:
            self._session.failed.emit(str(error))
            return None

    def keep(self, edit: Edit, lines: list[PatternLine]) -> None:
        """Have the lines follow the edit when it is undone, or done again."""
        self._made.append((edit, lines))

    def drop(self, lines: list[PatternLine]) -> None:
        """Take the lines out of the list."""
        try:
            if project := self._session.project:
                own_lists.take_out(project, lines)
        except UserError as error:
            self._session.failed.emit(str(error))

    def _step(self, done: Edit) -> None:
        """Follow an undo or redo."""
        for edit, lines in self._made:
            if _changes(done) == _changes(edit.inverse()):
                self.drop(lines)
            elif _changes(done) == _changes(edit):
                self._put_back(lines)

    def _put_back(self, lines: list[PatternLine]) -> None:
        try:
            if project := self._session.project:
                own_lists.stop(project, [(line.label, str(line.pattern)) for line in lines])
        except UserError as error:
            self._session.failed.emit(str(error))


def _changes(edit: Edit) -> frozenset[object]:
    """Return what the edit changes, in whatever order it was kept."""
    return frozenset((c.article, c.annotator, frozenset(c.removed), frozenset(c.added)) for c in edit.changes)
