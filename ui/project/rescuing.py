"""A project that is not where it was opened any more, in the window: it is said, and what is still open is saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotations.errors import Gone, NotWritten, UserError
from models.project import Project
from models.transfer import rescue
from ui.plain_text import message_box
from ui.project.copying import Copying
from ui.project.files import Files
from ui.session import Session

STOPPED = (
    "No edit is taken any more. What this window still has open is in no file that can be found again, "
    "unless it was saved as a copy: save one before you close."
)
MOVED = "No edit is taken until it is opened where it is now."
HERE, THERE = "Open what is there now", "Open it there"
Choice = tuple[str, Callable[[], object]]  # the words of a button, and what it does


class Rescuing(QObject):
    """The box that says that the open project is gone, and the ways on from there."""

    def __init__(self, session: Session, files: Files, copying: Copying, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._files, self._copying, self._window = session, files, copying, window
        self._asking: QDialog | None = None  # the box or dialog that is up, if any
        self._is_saved = False
        session.not_saved.connect(self._tell)
        session.saved.connect(self._take_back)
        session.project_opened.connect(self._take_back)

    def close(self) -> bool:
        """Return whether the window may close; a project that is gone and was not saved keeps it open once."""
        project = self._session.project
        try:
            if project:
                rescue.require(project)
        except Gone as error:
            if not self._is_saved and self._asking is None:
                self._tell(error)
                return False
            self._copying.settle()  # there is nothing of it to copy at its path
        return True

    def _tell(self, error: NotWritten) -> None:
        """Say what happened to the project, with the ways on, unless that is being said."""
        project = self._session.project
        if project is None or self._asking or not isinstance(error, Gone):
            return
        there = rescue.there_now(project)
        is_moved = there is not None and there != project.folder
        save: Choice = ("Save a copy…", partial(self._ask_where, project, error))
        leave: Choice = ("Close the project", self._leave)
        go: list[Choice] = [(THERE if is_moved else HERE, partial(self._open, there))] if there else []
        choices = [*go, save, leave] if is_moved else [save, *go, leave]
        self._ask(str(error), MOVED if is_moved else STOPPED, choices)

    def _ask(self, words: str, more: str, choices: list[Choice]) -> None:
        """Show a box with those buttons, the first of which Enter presses; no key puts it away undecided."""
        box = message_box(QMessageBox.Icon.Warning, "Factmark", words, self._window, more=more)
        buttons = [box.addButton(label, QMessageBox.ButtonRole.ActionRole) for label, _ in choices]
        box.setDefaultButton(buttons[0])
        ways = dict(choices)
        box.finished.connect(lambda _: self._go_on(ways[box.clickedButton().text()]))
        self._asking = box
        box.open()

    def _go_on(self, choose: Callable[[], object]) -> None:
        """Put the box or dialog away, then do what was chosen in it."""
        if self._asking:
            self._asking.deleteLater()
        self._asking = None
        choose()

    def _take_back(self) -> None:
        """Put the question away: the project is in its place again, or another is open."""
        self._is_saved = False
        if self._asking:
            self._asking.blockSignals(True)
            self._asking.done(0)
            self._asking.deleteLater()
            self._asking = None

    def _ask_where(self, project: Project, error: Gone) -> None:
        dialog = RescueDialog(rescue.free_folder(project), self._window)
        save = partial(self._save, project, error)
        dialog.accepted.connect(lambda: self._go_on(partial(save, Path(dialog.path.text()))))
        dialog.rejected.connect(lambda: self._go_on(partial(self._tell, error)))
        self._asking = dialog
        dialog.open()

    def _save(self, project: Project, error: Gone, folder: Path) -> None:
        leave: Choice = ("Close the project", self._leave)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            saved = rescue.save(project, folder, self._session.annotator)
        except UserError as trouble:
            again: Choice = ("Save a copy…", partial(self._ask_where, project, error))
            self._ask("The copy was not saved.", str(trouble), [again, leave])
            return
        finally:
            QApplication.restoreOverrideCursor()
        self._is_saved = True
        if opened := self._session.opened:
            opened.waiting.give_up()  # it is in the copy
        there = rescue.there_now(project)
        go: list[Choice] = [(HERE, partial(self._open, there))] if there else []
        self._ask(
            f"Saved as {saved.folder}, and read again.",
            f"Articles in it: {saved.articles:,}. Annotation sets: {saved.sets:,}. Spans decided on: {saved.spans:,}. "
            f"Edits in its log: {saved.edits:,}. {_lost(saved.lost)}Backups and patterns.jsonl are not in it.",
            [("Open the copy", partial(self._open, folder)), *go, leave],
        )

    def _leave(self) -> None:
        """Close the project; no copy is made of what lies at its path."""
        self._files.cancel()
        self._copying.settle()
        self._session.close()
        self._session.project_opened.emit()

    def _open(self, folder: Path) -> None:
        self._leave()  # first: two connections may not be open side by side when the log is another
        self._files.open(folder)


def _lost(count: int) -> str:
    return f"Edits that waited for another program and did not fit any more: {count:,}. " if count else ""


class RescueDialog(QDialog):
    """The dialog that asks for the folder of a copy."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Save a copy")
        self.path = QLineEdit(str(folder))
        browse = QPushButton("Browse…", autoDefault=False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.addRow("Folder, which is made", row)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(box)
        self.resize(560, 110)

    def _browse(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, "Where the copy's folder is made"):
            self.path.setText(str(Path(folder) / Path(self.path.text()).name))
