"""A project's own lists: the dialog, and the question whether to suggest again once it is closed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from annotations.text.counts import counted
from ui.lists.keeping import ListKeeping
from ui.lists.lists_dialog import ListsDialog
from ui.lists.sources import ListSources
from ui.open_project import OpenProject
from ui.plain_text import message_box
from ui.project.suggesting import Suggesting
from ui.session import Session


class Lists(QObject):
    """The opening of the list of the project at hand."""

    def __init__(self, session: Session, suggesting: Suggesting, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._suggesting, self._window = session, suggesting, window

    def open(self) -> None:
        """Show the list."""
        if opened := self._session.opened:
            dialog = ListsDialog(self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            keeping = ListKeeping(opened, dialog)
            ListSources(opened.project, dialog, keeping)
            keeping.again.connect(self._suggesting.everywhere)
            self._session.schema_changed.connect(keeping.show)
            dialog.finished.connect(lambda: self._ask(opened, keeping))
            dialog.open()

    def _ask(self, opened: OpenProject, keeping: ListKeeping) -> None:
        """Ask whether to suggest again, where the list is another now and there is something to look through."""
        count = keeping.articles if keeping.is_changed and self._session.opened is opened else 0
        if not count:
            return
        question = f"The list is another now. Suggest again in {counted(count, 'article')}?"
        box = message_box(QMessageBox.Icon.Question, "Lists", question, self._window)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.accepted.connect(self._suggesting.everywhere)
        box.open()
