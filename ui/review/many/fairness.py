"""The fairness of a review, as the project sets it: whether the names of those compared are hidden."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.schema.schema_editing import SchemaEditing
from ui.session import Session

HIDDEN = "Names are hidden in reviews of this project; the sides are shuffled article by article."
SHOWN = "Names are shown in reviews of this project."


class Fairness(QObject):
    """The setting, from the menu Review."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page

    def turn_names(self) -> None:
        """Hide the names of those compared, or show them again; `project.yaml` keeps which."""
        if (opened := self._session.opened) is None:
            return
        editing = SchemaEditing(self._session, opened, self._page)
        wrong = editing.write(lambda schema: replace(schema, anonymous=not schema.anonymous))
        if wrong:
            self._session.failed.emit(str(wrong))
        else:
            self._session.noted.emit(HIDDEN if opened.project.schema.anonymous else SHOWN)
