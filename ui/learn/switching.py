"""The switch to another pipeline: `project.yaml` names it, and undecided articles are looked through again.

Nobody is asked for trust in what this program has just trained; the undo of the switch looks through them again.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotations.errors import UserError
from annotations.suggest.trust import fingerprint
from annotations.text.counts import counted
from models.queries.training.ground import unfinished
from models.settings import Settings
from ui.learn.ground import PIPELINES
from ui.open_project import OpenProject
from ui.schema.schema_editing import SchemaEditing
from ui.session import Session

USED = "{name} suggests from now on; {many} looked through again. {{key:undo}} takes the switch back."
BACK = "{name} suggests again; {many} looked through again."


class Switching(QObject):
    """The switch of the project that was open when this was made.

    `switched`: another pipeline suggests now, and articles are to be looked through again; `failed`: why it was not done.
    """

    switched = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, opened: OpenProject, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._opened = session, opened
        self._editing = SchemaEditing(session, opened, page)
        self._pipeline = opened.project.schema.pipeline
        session.schema_changed.connect(self._look)

    def to(self, folder: Path) -> bool:
        """Have the pipeline in the folder suggest; return whether that was done."""
        name = self._called(folder)
        try:
            Settings().trust_pipeline(fingerprint(folder), folder)
        except UserError as error:
            self.failed.emit(str(error))
            return False
        self._pipeline = name  # so that the change is not taken for its undo
        if wrong := self._editing.write(lambda schema: replace(schema, pipeline=name)):
            self._pipeline = self._opened.project.schema.pipeline
            self.failed.emit(str(wrong))
            return False
        self._tell(USED)
        return True

    def is_used(self, folder: Path) -> bool:
        """Return whether the pipeline in the folder is the one that suggests."""
        return self._opened.project.schema.pipeline == self._called(folder)

    def _called(self, folder: Path) -> str:
        """Return the folder as `project.yaml` names it."""
        is_own = folder.parent == self._opened.project.folder / PIPELINES
        return folder.name if is_own else str(folder)

    def _look(self) -> None:
        """Look through articles again when an undo or redo has changed what suggests."""
        if self._session.opened is self._opened and self._opened.project.schema.pipeline != self._pipeline:
            self._pipeline = self._opened.project.schema.pipeline
            self._tell(BACK)

    def _tell(self, words: str) -> None:
        many = len(unfinished(self._opened.project, self._opened.annotator))
        said = f"{counted(many, 'unfinished article')} {'is' if many == 1 else 'are'}"
        self.switched.emit()
        self._session.noted.emit(words.format(name=self._pipeline, many=said))
