"""The warning about a project that other machines share, in the window: once for each project and place."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotations.errors import UserError
from models.settings import Settings
from models.transfer import surroundings
from ui.project.dialogs import tell
from ui.session import Session

MOST = 200  # warnings that are remembered


class SharedPlace(QObject):
    """The box that says why the place of a project can lose work, and what to do instead."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        session.project_opened.connect(self._look)
        self._look()

    def _look(self) -> None:
        project = self._session.project
        found = surroundings.look(project.folder) if project else None
        if project is None or found is None:
            return
        place = f"{project.folder.resolve()}: {found.what}"
        if place not in self._settings["shared_places"]:
            QTimer.singleShot(0, self, partial(self._warn, project.folder, place, found))

    def _warn(self, folder: Path, place: str, found: surroundings.Shared) -> None:
        tell(self._window, f"{folder} may be shared with other machines", found.sentence)
        try:
            self._settings.set(shared_places=[*self._settings["shared_places"], place][-MOST:])
        except UserError as error:  # it is told again the next time
            self._session.failed.emit(str(error))
