"""The dialog with a report of a problem: every file that is in it, to be looked through before it is saved."""

from __future__ import annotations

import zipfile
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QProgressBar, QSplitter, QWidget

from ui.look.dialog import Dialog
from ui.look.lines import Words
from ui.look.scale import px

WHY = (
    "A report of a problem holds versions, the log of errors, your settings and, of the open project, the schema's names "
    "and how much of what a check finds. No text or title of an article, no guideline, no annotator's name and no folder "
    "is to be in it. It is sent by nobody but you: look it through, save it, and attach it to your message."
)
LOOKING = "The project is being looked through…"
READY = "This is all that is in it."


class ReportDialog(Dialog):
    """The dialog of a report; it is filled once that is made."""

    wanted = Signal()  # the report is to be saved

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Report a problem", parent, about=WHY, size=(800, 560))
        self.state = Words(LOOKING, wraps=True)
        self.state.setAccessibleName("State of the report")
        self.progress = QProgressBar(maximum=0, textVisible=False)
        self.progress.setAccessibleName("Progress")
        self.progress.setFixedHeight(px(6))
        self.list, self.content = QListWidget(), QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.list.setAccessibleName("Files of the report")
        self.content.setAccessibleName("Content of the file")
        self.content.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.list.currentTextChanged.connect(self._show)
        self._contents: dict[str, str] = {}
        beside = QSplitter()
        beside.addWidget(self.list)
        beside.addWidget(self.content)
        beside.setStretchFactor(1, 1)
        beside.setSizes([px(170), px(590)])
        self.add(beside, 1)
        for part in (self.state, self.progress):
            self.add(part)
        self.save = self.end_with("Save…", self.wanted.emit, icon="download", leave="Close")
        self.save.setEnabled(False)

    def show_progress(self, _: str, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def fill(self, report: Path, trouble: str) -> None:
        """Show the files of the report, which can be saved from now on; `trouble` is what is not in it, if anything."""
        with zipfile.ZipFile(report) as package:
            self._contents = {name: package.read(name).decode("utf-8") for name in package.namelist()}
        self.progress.hide()
        self.state.setText(trouble or READY)
        self.list.addItems(list(self._contents))
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.save.setEnabled(True)

    def fail(self, why: str) -> None:
        """Say why there is no report."""
        self.progress.hide()
        self.state.setText(why)

    def _show(self, name: str) -> None:
        self.content.setPlainText(self._contents.get(name, ""))
