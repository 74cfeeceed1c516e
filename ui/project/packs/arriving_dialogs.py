"""The dialogs of what arrives: into which project work is merged, and where a packed project is put."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from annotations.text.counts import counted
from ui.look.buttons import Button
from ui.look.dialog import Dialog
from ui.look.layouts import row
from ui.wording import pieces_of_work

if TYPE_CHECKING:
    from models.transfer.packs.belonging import Sent

SAFE = "A backup is made first, and of each item the later one stays."
UNKNOWN = "Its articles were found in no project that was opened lately: choose the folder of the one that it belongs to."
HERE = "Articles of it are here already: what it has and this project lacks is brought in, articles and work."
NEW = "It becomes a folder of its own, in which you work. Nothing is sent back by itself."
NO_PROJECT = "There is no Factmark project in this folder."
MANY = 3  # people who are named


class MergeDialog(Dialog):
    """The dialog of the project into which work is merged; `second`: a packed project is to be a second copy instead."""

    chosen = Signal(object)  # the project's folder
    second = Signal()

    def __init__(self, path: Path, sent: Sent, here: Path | None, parent: QWidget | None = None) -> None:
        """Take the file, what it says of itself, and the project that it belongs to, if one is known."""
        known = HERE if sent.is_project else SAFE
        about = f"{_told(path, sent)} {known if here else UNKNOWN}"
        super().__init__(
            "A project that is here already" if sent.is_project else "Merge a package", parent, about=about
        )
        self.folder = QLineEdit(str(here or ""))
        self.folder.setAccessibleName("Project")
        self.folder.textEdited.connect(lambda: self.wrong.setText(""))
        self.add(self.place("&Project", self.folder, self._browse))
        self.another = Button("Make a second copy…", takes_focus=True)
        self.another.clicked.connect(self._ask_second)
        if sent.is_project:
            self.add(row(self.another, None))
        else:
            self.another.hide()
        self.end_with("Open and merge", self._accept)

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "The project it belongs to", self.folder.text())
        if folder:
            self.folder.setText(folder)
            self.wrong.setText("")

    def _accept(self) -> None:
        from annotations.formats.reading.folders import is_project

        folder = Path(self.folder.text().strip()).expanduser()
        if not self.folder.text().strip() or not is_project(folder):
            self.wrong.setText(NO_PROJECT)
            self.folder.setFocus()
            return
        self.accept()
        self.chosen.emit(folder.absolute())

    def _ask_second(self) -> None:
        self.accept()
        self.second.emit()


class UnpackDialog(Dialog):
    """The dialog of the folder that a packed project is made in; it stays open until somebody who made it accepts it."""

    chosen = Signal(object)  # the folder

    def __init__(self, path: Path, sent: Sent, folder: Path, parent: QWidget | None = None) -> None:
        """Take the file, what it says of itself, and the folder that is proposed."""
        super().__init__("Open a packed project", parent, about=f"{_told(path, sent)} {NEW}")
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName("Folder")
        self.folder.textEdited.connect(lambda: self.wrong.setText(""))
        self.add(self.place("&Folder", self.folder, self._browse))
        self._make = self.end_with("Make the project", self._choose)

    def wait(self) -> None:
        """Take no answer while the project is made."""
        self._make.setEnabled(False)
        self.wrong.setText("")

    def say(self, why: str) -> None:
        """Say why the project was not made, and take another folder."""
        self._make.setEnabled(True)
        self.wrong.setText(why)
        self.folder.setFocus()

    def _browse(self) -> None:
        """Put the project's folder into one that is there."""
        now = Path(self.folder.text())
        if above := QFileDialog.getExistingDirectory(self, "Put the project's folder into", str(now.parent)):
            self.folder.setText(str(Path(above, now.name)))
            self.wrong.setText("")

    def _choose(self) -> None:
        if folder := self.folder.text().strip():
            self.chosen.emit(Path(folder).expanduser().absolute())


def _told(path: Path, sent: Sent) -> str:
    """Return what the file is, in a sentence that runs as English does, whatever letters the names have."""
    named = sent.annotators[:MANY]
    more = len(sent.annotators) - len(named)
    people = f"{', '.join(named)} and {more:,} more" if more > 0 else " and ".join(named)
    if not sent.is_project:
        return f"The file “{path.name}” has {pieces_of_work(sent.count)} of {people}, in the project “{sent.project}”."
    work = f", and work of {people}" if people else ""
    return (
        f"The file “{path.name}” is the project “{sent.project}” with {counted(sent.count, 'article')}{work}."
    )
