"""The switch to another pipeline: `project.yaml` names it, and unfinished articles are looked through again.

The command that trained it trusts it.  The switch is a step of the annotator's undo.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotations.edits import Edit
from annotations.errors import UserError
from annotations.text.counts import counted
from models.transfer.training import switching
from ui.open_project import OpenProject
from ui.session import Session

USED = "{name} suggests from now on; {many} looked through again. {{key:undo}} takes the switch back."


class Switching(QObject):
    """The switch of the project that was open when this was made.

    `switched`: another pipeline suggests now, and articles are to be looked through again; `failed`: why it was not done.
    """

    switched = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, opened: OpenProject, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._opened = session, opened
        session.stepped.connect(self._step)

    def to(self, folder: Path) -> bool:
        """Have the pipeline in the folder suggest; return whether that was done."""
        opened, name = self._opened, self._called(folder)
        try:
            opened.mark.require_all()
            with opened.mark.kept():
                again = switching.use(opened.project, name, by=opened.annotator)
        except UserError as error:
            self.failed.emit(str(error))
            return False
        self._session.schema_changed.emit()
        self.switched.emit()
        many = f"{counted(len(again), 'unfinished article')} {'is' if len(again) == 1 else 'are'}"
        self._session.noted.emit(USED.format(name=folder.name, many=many))
        return True

    def is_used(self, folder: Path) -> bool:
        """Return whether the pipeline in the folder is the one that suggests."""
        return self._opened.project.schema.pipeline == self._called(folder)

    def _called(self, folder: Path) -> str:
        """Return the folder as `project.yaml` names it."""
        return switching.called(self._opened.project.folder, folder)

    def _step(self, edit: Edit) -> None:
        """Look through articles again when an undo or redo has changed what suggests."""
        if self._session.opened is self._opened and switching.is_switch(edit):
            self.switched.emit()
