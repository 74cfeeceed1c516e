"""The recent projects, each looked at in a thread of its own: a folder on a drive that is gone holds nobody up."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from models.queries.recent_progress import recent_progress


class RecentProjects(QObject):
    """The look at recent projects; `told`: the path and its RecentProgress, None where there is no project any more."""

    told = Signal(str, object)

    def look(self, paths: Iterable[str], annotator: str) -> None:
        """Look at the projects in these folders; each is told when it is known."""
        for path in paths:
            Thread(target=self._look, args=(path, annotator), daemon=True).start()

    def _look(self, path: str, annotator: str) -> None:
        found = recent_progress(Path(path), annotator)
        try:
            self.told.emit(path, found)
        except RuntimeError:  # the window is gone meanwhile
            return


def is_folder(path: Path) -> bool:
    """Return True for a folder that is there; one that may not be looked at counts as none."""
    try:
        return path.is_dir()
    except OSError:
        return False
