"""The sources of a project's list: a file, and what was confirmed in the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from annotations.errors import UserError
from annotations.suggest.pattern_lines import PatternLine
from annotations.suggest.word_lists import LabelWanted, WordList
from annotations.text.counts import counted
from models.project import Project
from models.transfer import own_lists
from ui.lists.confirmed_dialog import ConfirmedDialog
from ui.lists.keeping import ListKeeping
from ui.lists.label_dialog import LabelDialog
from ui.lists.lists_dialog import ListsDialog
from ui.plain_text import message_box, say_below
from ui.project.jobs import Command

FEW = 10  # lines that are named at once; all of them are among the details


class ListSources(QObject):
    """The adding from elsewhere to the list that is kept."""

    def __init__(self, project: Project, dialog: ListsDialog, keeping: ListKeeping) -> None:
        super().__init__(dialog)
        self._project, self._dialog, self._keeping = project, dialog, keeping
        self._listing: Command | None = None
        dialog.from_file.connect(self._ask_for_file)
        dialog.from_confirmed.connect(self._ask_for_confirmed)
        dialog.finished.connect(self._close)

    # --- a file

    def _ask_for_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._dialog, "Add the wordings of a file")
        if path:
            self._add_file(Path(path))

    def _add_file(self, path: Path, label: str = "") -> None:
        """Add the wordings of the file, and say which lines were left out; ask for a label when it names none."""
        try:
            found = own_lists.of_file(self._project, path, label)
        except LabelWanted:
            labels = [one.name for one in self._project.schema.labels.values() if not one.archived]
            asking = LabelDialog(path.name, labels, self._dialog)
            asking.chosen.connect(lambda name: self._add_file(path, name))
            asking.open()
            return
        except UserError as error:
            self._dialog.say(str(error), role="bad")
            return
        self._keeping.add(found.patterns, found.said())
        self._tell_left_out(found)

    def _tell_left_out(self, found: WordList) -> None:
        """List the lines that were left out, and how the file was understood."""
        lines = [*found.problems.lines(), *map(str, found.notices)]
        if lines:
            box = message_box(QMessageBox.Icon.Information, "Lists", f"{found.said()}.", self._dialog)
            say_below(box, "\n".join(lines[:FEW]))
            if len(lines) > FEW:
                box.setDetailedText("\n".join(lines))
            box.open()

    # --- what is confirmed

    def _ask_for_confirmed(self) -> None:
        """List what is confirmed, once a process has counted it."""
        if self._listing:
            return
        self._dialog.say("Counting what is confirmed…")
        self._listing = listing = Command(["lists", str(self._project.folder), "--confirmed"], self)
        listing.done.connect(lambda report, _: self._offer(report))
        listing.failed.connect(self._fail)
        listing.start()

    def _offer(self, report: dict[str, Any]) -> None:
        self._forget()
        found = report.get("confirmed", [])
        if not found:
            self._dialog.say("Nothing is confirmed that is not in the list already.")
            return
        self._dialog.say("")
        asking = ConfirmedDialog(found, self._dialog)
        asking.chosen.connect(self._add_confirmed)
        asking.open()

    def _add_confirmed(self, patterns: list[PatternLine]) -> None:
        count = len(patterns)
        self._keeping.add(patterns, counted(count, "confirmed wording"))

    def _fail(self, why: str) -> None:
        self._forget()
        self._dialog.say(why, role="bad")

    def _forget(self) -> None:
        if self._listing:
            self._listing.deleteLater()
            self._listing = None

    def _close(self) -> None:
        """End the counting with the dialog."""
        if self._listing:
            self._listing.close()
            self._forget()
