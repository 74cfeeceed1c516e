"""Help, About: the versions, where things of the person's lie, and the licences of all that is shipped."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QListWidget, QPlainTextEdit, QSplitter, QWidget

from ui.help.places import OwnPlace, places
from ui.help.shipped import ShippedPart, shipped
from ui.look.buttons import Button
from ui.look.dialog import Dialog
from ui.look.layouts import Packed, column, row
from ui.look.lines import Caption, Words
from ui.look.program_icon import ProgramIcon
from ui.look.scale import px
from ui.trouble.report_files import versions

SAID = (
    "Mark who did what in the news: names, facts and who says so. "
    "By itself it sends nothing: no account, no server, no telemetry, no look for updates."
)
UNSAID = ("Factmark", "encoding")  # of the versions: one stands above, one is only copied
SIDE, NAMES = 56, 96  # pixels at 100 %: of the icon; of the names of places
COPIED = "Copied."
NOT_YET = "It is not there yet."
NO_DESKTOP = "No program opens folders here. Copy the path instead."


class AboutDialog(Dialog):
    """The dialog about the program; `project` is the folder of the one that is open."""

    def __init__(self, project: Path | None, parent: QWidget) -> None:
        super().__init__("About Factmark", parent, size=(880, 640))
        known = {**versions(), "Qt": qVersion()}
        self.versions = "\n".join(f"{name} {version}" for name, version in known.items())
        self.paths: dict[str, QLineEdit] = {}
        self.copies: dict[str, Button] = {}
        self.shows: dict[str, Button] = {}
        self.add(self._head(known["Factmark"]))
        self.add(self._made_with(known))
        self.add(column(Caption("Where things lie"), *map(self._place, places(project)), gap=4))
        self.parts = shipped()
        self.list, self.text = QListWidget(), QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.add(self._licences(), 1)
        self.leave_with("Close")
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _head(self, version: str) -> Packed:
        words = column(
            None,
            Words(f"Version {version}", px=14, weight=600),
            Words(SAID, wraps=True, role="text2"),
            None,
            gap=2,
        )
        line = row(ProgramIcon(SIDE), gap=16)
        line.add(words, 1)
        return line

    def _made_with(self, known: dict[str, str]) -> Packed:
        made = ", ".join(f"{name} {version}" for name, version in known.items() if name not in UNSAID)
        copy = self._button("Copy", "copy", "Copy all versions", partial(self._copy, self.versions))
        self.copies["versions"] = copy
        line = row(gap=8)
        line.add(Words(made, px=12, wraps=True), 1)
        line.add(copy)
        return column(Caption("Made with"), line, gap=4)

    def _place(self, place: OwnPlace) -> Packed:
        """Return the line of a place: its path, to be copied and to be shown in its folder."""
        name, path = Words(place.name), QLineEdit(str(place.path), readOnly=True)
        name.setMinimumWidth(px(NAMES))
        name.setBuddy(path)
        path.setAccessibleName(place.name)
        path.setCursorPosition(0)
        copy = self._button(
            "Copy", "copy", f"Copy the path: {place.name}", partial(self._copy, str(place.path))
        )
        show = self._button(
            "Show in folder", "folder", f"Show in folder: {place.name}", partial(self._show, place)
        )
        if place.folder() is None:
            show.refuse(NOT_YET)
        self.paths[place.name], self.copies[place.name], self.shows[place.name] = path, copy, show
        line = row(name, gap=8)
        line.add(path, 1)
        for button in (copy, show):
            line.add(button)
        return line

    def _licences(self) -> Packed:
        self.list.setAccessibleName("Parts of the program")
        self.text.setAccessibleName("Licence of the part")
        self.list.addItems([_line(part) for part in self.parts])
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._tell)
        beside = QSplitter()
        beside.addWidget(self.list)
        beside.addWidget(self.text)
        beside.setStretchFactor(1, 1)
        beside.setSizes([px(290), px(530)])
        made = column(Caption("Licences of what is shipped"), gap=4)
        made.add(beside, 1)
        return made

    def _tell(self, at: int) -> None:
        part = self.parts[at]
        name = f"{part.name} {part.version}".strip()
        self.text.setPlainText(f"{name}\n{part.licence}\n\n{part.text()}")

    def _button(self, word: str, icon: str, name: str, does: partial[None]) -> Button:
        button = Button(word, icon, height=28, pad=8, takes_focus=True)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: does())
        return button

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._say(COPIED, "text2")

    def _show(self, place: OwnPlace) -> None:
        folder = place.folder()
        if folder is None:
            self._say(NOT_YET, "bad")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._say(NO_DESKTOP, "bad")

    def _say(self, words: str, role: str) -> None:
        self.wrong.set_role(role)
        self.wrong.setText(words)


def _line(part: ShippedPart) -> str:
    """Return the part in a line of the list."""
    return f"{part.name} {part.version} – {part.licence}" if part.version else f"{part.name} – {part.licence}"
