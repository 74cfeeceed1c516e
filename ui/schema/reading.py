"""Reading a guideline in full, writing it where one annotates, and going back to work.

Whoever leaves what they are writing, by key or mouse, has it written; only *Discard* gives it up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotations.errors import ReadOnly, UserError
from annotations.schema.changes import Part
from ui import bindings
from ui.fixed_keys import FIXED
from ui.frame.pane_round import has_keyboard
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb
from ui.panels import Panels
from ui.schema.guideline_writes import GuidelineWrites
from ui.schema.label_palette import LabelPalette
from ui.session import Session

if TYPE_CHECKING:
    from ui.schema.guideline import Guideline
    from ui.schema.guideline_editor import GuidelineEditor


EDIT = Verb("guideline_edit", "Edit", "pencil", spelled(FIXED["guideline_edit"].keys))
WRITE = Verb("guideline_write", "Write", "check", spelled(FIXED["guideline_write"].keys))
BACK = Verb("leave", "Back", "arrow-left")


class Reading(QObject):
    """The reading of a guideline in place of labels and facts; it ends when the keyboard leaves it.

    `turned`: from reading to writing, or back; `does` has what its verbs do.  `is_written`: it is being written, and `keep` has to be asked before the project is left.
    """

    turned = Signal()

    def __init__(
        self,
        session: Session,
        labels: LabelPalette,
        panels: Panels,
        article: QWidget,
        writes: GuidelineWrites,
    ) -> None:
        super().__init__(labels)
        self._session, self._writes = session, writes
        self._labels, self._panels, self._article = labels, panels, article
        self._is_read = self.is_written = False
        self._of: tuple[Part, str] = ("labels", "")  # what the guideline is of
        self._was = ""  # the guideline when it was begun to be written
        self._made: GuidelineEditor | None = None
        labels.guideline_made.connect(self._tie)
        session.schema_changed.connect(self._show_again)
        session.project_closed.connect(self._end)
        self.does: dict[str, Callable[[], object]] = {
            "guideline_edit": self.edit,
            "guideline_write": self._write,
        }

    @property
    def _sheet(self) -> Guideline:
        return self._labels.guideline

    def _tie(self, made: Guideline) -> None:
        made.left.connect(self.stop)
        made.edit.clicked.connect(self.edit)
        bindings.bind(made.body, "Edit", FIXED["guideline_edit"].keys, self.edit)

    def toggle(self) -> None:
        """Go to the guideline of the fact or span in focus, else to that of the current label; or back."""
        if self._is_read and has_keyboard(self._sheet):
            self._article.setFocus()
            return
        if not self._is_read:
            self._of = self._in_focus()
        self._panels.unfold()
        self._panels.open("labels")
        self._show(is_read=True)
        self._take_keyboard()

    def in_focus(self) -> InFocus | None:
        """Return what the foot says while a guideline is read or written; None while it is not."""
        if not self._is_read or not has_keyboard(self._sheet):
            return None
        doing, verb = ("written", WRITE) if self.is_written else ("read", EDIT)
        return InFocus("guideline", f"Guideline of {self._of[1]}", f"being {doing}", "pencil", (verb, BACK))

    def edit(self) -> None:
        """Write the guideline that is read."""
        project, (part, name) = self._session.project, self._of
        was = self._writes.guideline(part, name)
        if project is None or was is None or self.is_written:
            return
        if project.read_only:
            self._session.noted.emit(str(ReadOnly(project.read_only, where=project.folder)))
            return
        self._was, self.is_written = was, True
        self._editor().begin(was)
        self._sheet.show_editor(self._editor(), is_on=True)
        self._take_keyboard()
        self.turned.emit()

    def keep(self) -> bool:
        """Write what was being written, if anything was; return False where that could not be done.

        Then it stays where it is, with what is wrong below it.
        """
        if not self.is_written:
            return True
        part, name = self._of
        text, there = self._editor().text, self._writes.guideline(part, name)
        if text != self._was and text != there:
            try:
                self._writes.write(part, name, text, was=self._was, verb=f"guideline of {name}")
            except UserError as error:
                there = self._writes.guideline(part, name)
                self._was = self._was if there is None else there  # once said, it may be written over
                self._refuse(error)
                return False
            self._session.noted.emit(f"The guideline of {name} is written; {{key:undo}} takes it back.")
        self._stop_writing()
        return True

    def stop(self) -> None:
        """Show the labels again, once what was being written is."""
        if self._is_read and self.keep():
            self._show(is_read=False)
            self._labels.show_held()

    # --- parts of it

    def _editor(self) -> GuidelineEditor:
        """Return the editor, made when first needed."""
        if self._made is None:
            from ui.schema.guideline_editor import GuidelineEditor  # not at the start of the window

            self._made = made = GuidelineEditor()
            made.written.connect(self._write)
            made.dropped.connect(self._drop)
            self._sheet.watch(made.box, made.preview, made.write, made.look, made.drop)
        return self._made

    def _write(self) -> None:
        """Write it, and show how it looks."""
        if self.keep():
            self._take_keyboard()

    def _drop(self) -> None:
        """Give up what was typed; the guideline stays as it was."""
        self._stop_writing()
        self._take_keyboard()

    def _stop_writing(self) -> None:
        self.is_written = False
        self._sheet.show_editor(self._editor(), is_on=False)
        self._show_again()
        self.turned.emit()

    def _refuse(self, error: UserError) -> None:
        said = error.sentence
        self._editor().refuse(said)
        self._session.noted.emit(f"The guideline of {self._of[1]} is not written: {said}")

    def _take_keyboard(self) -> None:
        if self.is_written:
            self._editor().setFocus()
        else:
            self._sheet.body.setFocus()

    def _in_focus(self) -> tuple[Part, str]:
        session = self._session
        fact = session.sheet.fact(session.fact_id) if session.fact_id else None
        return ("facts", fact.type) if fact else ("labels", self._labels.held)

    def _show_again(self) -> None:
        """Show the guideline as it is now, while it is read."""
        if self._is_read:
            part, name = self._of
            self._sheet.show_guideline(name, self._writes.guideline(part, name) or "")

    def _show(self, *, is_read: bool) -> None:
        self._is_read = is_read
        self._sheet.edit.setVisible(is_read and not self.is_written)
        self._labels.read(is_read)
        self._panels.first.read(is_read)
        self._show_again()

    def _end(self) -> None:
        """End with the project."""
        self.is_written = False
        if self._is_read:
            if self._made is not None:
                self._sheet.show_editor(self._made, is_on=False)
            self._show(is_read=False)
