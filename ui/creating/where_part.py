"""Name and folder of a new project: each follows the other until it is written by hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui.creating.parts import PathField, named
from ui.look.layouts import column

NO_NAME = "The project has no name; write one."
NO_FOLDER = "No folder is named; write where the project is to lie."


class WherePart(QWidget):
    """The fields of name and folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._is_named = self._is_placed = False
        self.name = QLineEdit(folder.name)
        self.name.setAccessibleName("Name")
        self.folder = PathField("Folder (will be created)")
        self.folder.line.setText(str(folder))
        self.setLayout(
            column(named("Name", self.name), named("Folder (will be created)", self.folder), gap=12)
        )
        self.name.textEdited.connect(self._take_name)
        self.folder.line.textEdited.connect(self._take_folder)
        self.folder.ask = self._browse

    def place(self, folder: str) -> None:
        """Have the project lie there."""
        self.folder.line.setText(folder)
        self._take_folder()

    @property
    def missing(self) -> str:
        """Return what is not written yet, as a sentence; "" when all is."""
        if not self.name.text().strip():
            return NO_NAME
        return "" if self.folder.path else NO_FOLDER

    @property
    def path(self) -> Path:
        """Return the folder."""
        return self.folder.place

    def _take_name(self) -> None:
        """Have the folder follow the name."""
        self._is_named = True
        if not self._is_placed and (name := _as_folder(self.name.text())):
            self.folder.line.setText(str(Path(self.folder.path).parent / name))

    def _take_folder(self) -> None:
        """Have the name follow the folder."""
        self._is_placed = True
        if not self._is_named:
            self.name.setText(Path(self.folder.path).name)

    def _browse(self) -> None:
        """Ask for the folder that the project's own is to lie in."""
        if found := QFileDialog.getExistingDirectory(self, "Where the project's folder is made"):
            self.place(str(Path(found) / (_as_folder(self.name.text()) or "project")))


def _as_folder(name: str) -> str:
    """Return the name as one of a folder.

    >>> _as_folder(" Soups / stews: 2 ")
    'Soups - stews- 2'
    """
    kept = "".join("-" if letter in '\\/:*?"<>|' or not letter.isprintable() else letter for letter in name)
    return kept.strip(" .")
