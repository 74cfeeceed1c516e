"""A project that is not where it was opened any more, in the window: it is said, and what is still open is saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from annotations.errors import Gone, NotWritten, UserError
from models.project import Project
from models.transfer import rescue
from ui.look.dialog import Dialog
from ui.plain_text import message_box
from ui.project.copying import Copying
from ui.project.files import Files
from ui.session import Session

STOPPED = (
    "No edit is taken any more. What this window still has open is in no file that can be found again, "
    "unless it was saved as a copy: save one before you close."
)
MOVED = "No edit is taken until it is opened where it is now."
LISTED = 10  # edits that the question names
HERE, THERE = "Open what is there now", "Open it there"
Choice = tuple[str, Callable[[], object]]  # the words of a button, and what it does


class Rescuing(QObject):
    """The box that says that the open project is gone, and the ways on from there."""

    def __init__(self, session: Session, files: Files, copying: Copying, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._files, self._copying, self._window = session, files, copying, window
        self._asking: QDialog | None = None  # the box or dialog that is up, if any
        self._is_saved = False
        session.saved.connect(self._take_back)
        session.project_opened.connect(self._put_away)

    def close(self) -> bool:
        """Return whether the window may close; a project that is gone and was not saved keeps it open once."""
        project = self._session.project
        try:
            if project:
                rescue.require(project)
        except Gone as error:
            if not self._is_saved and self._asking is None:
                self.tell(error)
                return False
            self._copying.settle()  # there is nothing of it to copy at its path
            if self._is_saved:
                self._give_up()
        return True

    def tell(self, error: NotWritten) -> None:
        """Say what happened to the project that could not be written, with the ways on, unless that is being said."""
        project = self._session.project
        if project is None or self._asking or not isinstance(error, Gone):
            return
        self._files.leaving.put_away()
        there = rescue.there_now(project)
        is_moved = there is not None and there != project.folder
        save: Choice = ("Save a copy…", partial(self._ask_where, project, error))
        leave: Choice = ("Close the project", self._unless_waiting(self._leave, error))
        if is_moved and there:
            choices: list[Choice] = [(THERE, partial(self._open_there, there)), save, leave]
        else:
            here: list[Choice] = (
                [(HERE, self._unless_waiting(partial(self._open, there), error))] if there else []
            )
            choices = [save, *here, leave]
        self._ask(str(error), (MOVED if is_moved else STOPPED) + self._of_waiting(is_moved), choices)

    def _of_waiting(self, is_moved: bool) -> str:
        """Return a sentence on what waits for another program; "" when nothing does."""
        if not (count := len(self._session.waiting)):
            return ""
        way = "are written when it is opened there" if is_moved else "are lost unless a copy is saved"
        return f"\n\nNot written as yet, since another program wrote to it: {count:,}. They {way}."

    def _unless_waiting(self, go: Callable[[], object], error: Gone) -> Callable[[], object]:
        """Return what asks before `go`, when that loses what waits."""

        def ask() -> None:
            lines = [entry.sentence for entry in self._session.waiting]
            project = self._session.project
            if not lines or project is None:
                go()
                return
            words = f"{len(lines):,} edits wait and are in no file. They are lost unless a copy is saved."
            save: Choice = ("Save a copy…", partial(self._ask_where, project, error))
            more = [*lines[:LISTED], *([f"and {len(lines) - LISTED:,} more"] if len(lines) > LISTED else [])]
            self._ask(words, "\n".join(more), [save, (f"Lose {len(lines):,} edits", go)])

        return ask

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
        """Put the question away: the project is in its place again.  A folder that is being typed stays."""
        if not isinstance(self._asking, RescueDialog):
            self._put_away()

    def _put_away(self) -> None:
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
        dialog.rejected.connect(lambda: self._go_on(self._tell_again))
        self._asking = dialog
        dialog.open()

    def _tell_again(self) -> None:
        """Ask again, unless the project is in its place again."""
        if project := self._session.project:
            try:
                rescue.require(project)
            except Gone as error:
                self.tell(error)

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
        there = rescue.there_now(project)
        go: list[Choice] = [(HERE, partial(self._open, there))] if there else []
        self._ask(
            f"Saved as {saved.folder}, and read again.",
            f"Articles in it: {saved.articles:,}. Pieces of work: {saved.sets:,}. Spans decided on: {saved.spans:,}. "
            f"Edits in its log: {saved.edits:,}. {_lost(saved.lost)}Backups and patterns.jsonl are not in it.",
            [("Open the copy", partial(self._open, folder)), *go, leave],
        )

    def _leave(self) -> None:
        """Close the project; no copy is made of what lies at its path."""
        self._files.cancel()
        self._files.leaving.put_away()
        self._copying.settle()
        self._session.close()
        self._session.project_opened.emit()

    def _give_up(self) -> None:
        """Forget what waits: it is in the copy."""
        if opened := self._session.opened:
            opened.waiting.give_up()

    def _open_there(self, folder: Path) -> None:
        """Open the project where it is now, and write there what waited."""
        edits = list(self._session.project.late.edits) if self._session.project else []
        self._open(folder)
        if edits and (opened := self._session.opened):
            if lost := rescue.write_late(opened.project, edits, self._session.annotator):
                self._session.not_done.emit(lost)
            opened.reload()
            opened.mark.show()

    def _open(self, folder: Path) -> None:
        self._leave()  # first: two connections may not be open side by side when the log is another
        self._files.open(folder)


def _lost(count: int) -> str:
    return f"Edits that waited for another program and did not fit any more: {count:,}. " if count else ""


class RescueDialog(Dialog):
    """The dialog that asks for the folder of a copy."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__("Save a copy", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.path = QLineEdit(str(folder))
        self.add(self.place("&Folder (will be created)", self.path, self._browse))
        save = self.end_with("Save", self.accept, icon="download")
        self.path.textChanged.connect(lambda text: save.setEnabled(bool(text.strip())))

    def _browse(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, "Where the copy's folder is made"):
            self.path.setText(str(Path(folder) / Path(self.path.text()).name))
