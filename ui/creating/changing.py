"""The changes of what suggests in the open project: written, and then looked for again where that is wanted."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from annotations.errors import UserError
from annotations.suggest.installed import NONE
from annotations.text.counts import counted
from models.queries import articles as article_queries
from models.transfer import own_lists
from ui.creating.project_dialog import ProjectChange, ProjectDialog
from ui.open_project import OpenProject
from ui.plain_text import message_box
from ui.project.suggesting import Suggesting
from ui.schema.schema_editing import SchemaEditing
from ui.session import Session

AGAIN, LATER = "Suggest again", "Not now"
STAYS = "Suggestions that nobody has decided are replaced; what was decided stays."
WITHOUT = "Suggestions that nobody has decided are replaced; what was decided stays, and what was imported."
SAVED = "The project was changed."
AS_IT_WAS = "Nothing was changed."


class Changing(QObject):
    """The way from the dialog of the project to `project.yaml`, and to suggestions."""

    def __init__(self, session: Session, suggesting: Suggesting, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._suggesting, self._window = session, suggesting, window

    def open(self) -> None:
        """Show the dialog of the project at hand."""
        self._session.look_for_others()
        if opened := self._session.opened:
            project = opened.project
            dialog = ProjectDialog(project.schema, project.folder, self._window)
            dialog.wanted.connect(partial(self._change, dialog, opened))
            dialog.open()

    def _change(self, dialog: ProjectDialog, opened: OpenProject, wanted: ProjectChange) -> None:
        """Write what is wanted; the dialog stays open when that could not be done."""
        before = opened.project.schema
        try:
            added = self._write(dialog, opened, wanted)
        except UserError as error:
            dialog.say(str(error))
            return
        dialog.accept()
        after = opened.project.schema
        if after.pipeline != before.pipeline or added:
            self._ask(opened, f"{counted(added, 'wording')} added. " if added else "")
        else:
            self._session.noted.emit(AS_IT_WAS if after == before else SAVED)

    def _write(self, dialog: ProjectDialog, opened: OpenProject, wanted: ProjectChange) -> int:
        """Write the schema, then the list; return how many wordings the list did not have."""
        editing = SchemaEditing(self._session, opened, dialog)
        wrong = editing.write(
            lambda schema: replace(
                schema, language=wanted.language, pipeline=wanted.pipeline, anonymous=wanted.anonymous
            )
        )
        if wrong:
            raise wrong
        if not wanted.listed:
            return 0
        opened.mark.require_all()
        with opened.mark.kept():
            return own_lists.add(opened.project, wanted.listed)

    def _ask(self, opened: OpenProject, said: str) -> None:
        """Ask whether all articles are to be looked through again."""
        many = len(article_queries.article_ids(opened.project))
        if not many:
            self._session.noted.emit(f"{said}{SAVED}")
            return
        more = WITHOUT if opened.project.schema.pipeline == NONE else STAYS
        words = f"{said}Suggest again in {counted(many, 'article')}?"
        box = message_box(QMessageBox.Icon.Question, "Suggest again?", words, self._window, more=more)
        again = box.addButton(AGAIN, QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(box.addButton(LATER, QMessageBox.ButtonRole.RejectRole))
        box.setDefaultButton(again)
        box.finished.connect(lambda: self._answered(opened, is_wanted=box.clickedButton() is again))
        box.open()

    def _answered(self, opened: OpenProject, *, is_wanted: bool) -> None:
        if is_wanted and self._session.opened is opened:
            self._suggesting.everywhere()
