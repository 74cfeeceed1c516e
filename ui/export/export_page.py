"""The page of the view Export: choices on the left, what will be written on the right, verbs in the foot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent

from ui.export.export import Counting, Exporting
from ui.export.export_form import ExportForm
from ui.export.export_preview import ExportPreview
from ui.export.export_words import command_line
from ui.frame.verbs import InFocus, Verb
from ui.look.buttons import Button
from ui.look.layouts import Hair, Pane, Scroll, row
from ui.look.marks import Card, Symbol
from ui.look.restyled import follow
from ui.look.scale import px
from ui.project.commands import Commands
from ui.session import Session

NARROW = 1200  # pixels at 100 %, of the window
CHOICES, NARROW_CHOICES = 488, 424
VERBS = (
    Verb("export_write", "Export", "upload"),
    Verb("export_copy", "Copy the command", "copy"),
    Verb("export_back", "Back", "arrow-left"),
)


class ExportFocus(QObject):
    """The words of the foot on the export.  `changed`: they are others."""

    changed = Signal(object)  # an InFocus

    def __init__(self, page: ExportPage) -> None:
        super().__init__(page)
        self._page = page

    def now(self) -> InFocus:
        """Return what is wanted and how much that is."""
        page = self._page
        return InFocus("none", page.form.format.title, page.preview.says(), "upload", VERBS)

    def look(self) -> None:
        """Tell what is wanted now."""
        self.changed.emit(self.now())


class ExportPage(Pane):
    """The page of the view Export; its actions are methods below it.  `left`: back to the article."""

    left = Signal()

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(ground="page")
        self._session = session
        self._folder = session.project.folder if session.project else Path()
        self.counting, self.exporting = Counting(self), Exporting(session, commands, self)
        self.form = ExportForm(self._folder)
        self.preview = ExportPreview(self._made_file())
        self.attending = ExportFocus(self)
        self._choices = Pane()
        held = row(Scroll(self.form), gap=0)
        self._choices.setLayout(held)
        whole = row(self._choices, Hair(upright=True), gap=0)
        whole.add(Scroll(self.preview), 1)
        self.setLayout(whole)
        self._connect()
        follow(self)

    def _made_file(self) -> Card:
        """Return the row of the file: where it will be, to be written or chosen."""
        change = Button("Change", height=28, takes_focus=True)
        change.setAccessibleName("Change the file")
        change.clicked.connect(self.form.browse)
        self.form.path.setFrame(False)
        line = row(Symbol("file"), gap=12, margins=(16, 8, 8, 8))
        line.add(self.form.path, 1)
        line.add(change)
        return Card(line)

    def _connect(self) -> None:
        self.form.changed.connect(self._change)
        self.counting.found.connect(self._show_preview)
        self.counting.failed.connect(self._show_trouble)
        self.counting.progress.connect(self._show_progress)
        self.exporting.wrote.connect(self.preview.show_written)
        self._session.saved.connect(self._count_anew)
        self._session.reloaded.connect(self._count_anew)

    def restyle(self) -> None:
        """Take the scale in force."""
        is_narrow = self.width() < px(NARROW)
        wide = min(px(NARROW_CHOICES if is_narrow else CHOICES), max(1, self.width() // 2))
        self._choices.setFixedWidth(wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    # --- what is shown

    def open(self) -> None:
        """Count what would leave now; the keyboard is at the format."""
        self._show_command()
        self._count()
        self.form.format.take_keyboard()

    def end(self) -> None:
        """End the counting, with the program or the project."""
        self.counting.close()

    def _change(self) -> None:
        self._show_command()
        self._count()

    def _show_command(self) -> None:
        line = command_line(self.form.wanted(), self._folder)
        if line != self.preview.command.toPlainText():
            self.preview.show_command(line)
        self.attending.look()

    def _count_anew(self) -> None:
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        self.preview.show_counting()
        self.counting.ask(self.form.wanted().words(self._folder))

    def _show_preview(self, found: dict[str, Any]) -> None:
        self.form.offer(found["annotators"], found["fields"], found["machines"])
        self.preview.show_preview(found, self.form.wanted())
        self.attending.look()

    def _show_trouble(self, why: str) -> None:
        self.preview.show_trouble(why)
        self.attending.look()

    def _show_progress(self, doing: str, done: int, of: int) -> None:
        share = f" {min(done, of) * 100 // of} %" if of else ""
        self.preview.show_counting(f"{doing.capitalize()}…{share}")

    # --- what is done

    def write_it(self) -> None:
        """Write the export that is wanted."""
        self.exporting.write(self.form.wanted())

    def copy_command(self) -> None:
        """Copy the command that does the same."""
        QGuiApplication.clipboard().setText(self.preview.command.toPlainText())
        self._session.noted.emit("The command is copied.")

    def go_back(self) -> None:
        """Go back to the article."""
        self.counting.cancel()
        self.left.emit()
