"""Folders and files of the person: settings, log, and where projects are made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotations.processes.quick_dataclass import dataclass
from models.settings import Settings
from ui.error_log import log_path


@dataclass(frozen=True)
class OwnPlace:
    """A file or folder; it need not be there yet."""

    name: str
    path: Path

    def folder(self) -> Path | None:
        """Return the folder to show: the path's own, or the one that it lies in; None while that is not there."""
        return next((one for one in (self.path, self.path.parent) if one.is_dir()), None)


def projects_folder() -> Path:
    """Return the folder in which a new project is made unless another is named."""
    return Path.home()


def settings_path() -> Path:
    return Settings().path


PLACES: tuple[tuple[str, Callable[[], Path]], ...] = (
    ("Settings", settings_path),
    ("Log of errors", log_path),
    ("New projects", projects_folder),
)


def places(project: Path | None) -> list[OwnPlace]:
    """Return the places, and last that of the project, if there is one."""
    known = [OwnPlace(name, where().absolute()) for name, where in PLACES]
    return [*known, OwnPlace("This project", project.absolute())] if project else known
