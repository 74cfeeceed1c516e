"""Files that arrive by a double click, on the command line, by drop or from the menu: packages and packed projects.

Work is merged into the project that has its articles, a packed project becomes a project of its own; nothing is done
before somebody has said where.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from annotations.errors import UserError
from annotations.plain_names import folder_name
from models.project import folder_of
from models.settings import Settings
from ui.project.commands import Commands
from ui.project.dialogs import tell
from ui.project.exchange import Sharing, is_open_database
from ui.project.files import Files, free
from ui.session import Session
from ui.welcome.recent import is_folder

if TYPE_CHECKING:
    from models.transfer.packs.belonging import Sent
    from ui.project.packs.arriving_dialogs import UnpackDialog

REFUSED = "This was not opened"
NO_PROJECT = "This folder is no Factmark project: a project's folder has project.yaml and project.db in it."


class Arriving(QObject):
    """The opening of what arrives: it looks what the file is and where it belongs, and asks."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        files: Files,
        commands: Commands,
        sharing: Sharing,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._files, self._commands, self._sharing = files, commands, sharing
        self._dialog: QDialog | None = None
        self._package: tuple[Path, Path] | None = (
            None  # what is merged once the project in the folder is open
        )
        self._making: QDialog | None = None  # the dialog whose project is being made
        session.project_opened.connect(self._opened)
        files.unopened.connect(self._unopened)

    def choose(self) -> None:
        """Ask for a package or a packed project, and open it."""
        from ui.project.exchange_dialogs import FILES

        path, _ = QFileDialog.getOpenFileName(self._window, "Open what was sent", str(Path.home()), FILES)
        if path:
            self.open(Path(path))

    def drop(self, paths: list[Path]) -> None:
        """Take what was dropped on the window: a packed project, or work where no project is open, as `open` does."""
        from annotations.exchange import manifests

        asks = manifests.is_project if self._session.project else manifests.begins
        if len(paths) == 1 and not is_open_database(self._session, paths[0]) and asks(paths[0]):
            self.open(paths[0])
        else:
            self._sharing.drop(paths)

    def take(self, path: str) -> None:
        """Open what the system has sent to the program that runs."""
        self._window.activateWindow()
        self.open(Path(path))

    def open(self, path: Path) -> None:
        """Open a project, by its folder or a file of it, or what somebody sent; say so where it is neither."""
        from annotations.formats.reading.folders import is_project
        from models.transfer.packs import belonging

        path = path.absolute()
        if is_open_database(self._session, path):
            return
        if is_project(project := folder_of(path)):
            if not self._is_open(project):
                self._files.open(project)
            return
        try:
            if path.is_dir():
                raise UserError(NO_PROJECT, where=path)
            sent = belonging.look(path)
        except (UserError, OSError) as error:
            tell(self._window, REFUSED, str(error))
            return
        here = belonging.find(sent, self._folders())
        if sent.is_project and here is None:
            self._ask_where(path, sent)
        else:
            self._ask_into(path, sent, here)

    # --- what is asked

    def _ask_into(self, path: Path, sent: Sent, here: Path | None) -> None:
        from ui.project.packs.arriving_dialogs import MergeDialog

        dialog = MergeDialog(path, sent, here, self._window)
        dialog.chosen.connect(partial(self._merge_into, path))
        dialog.second.connect(partial(self._ask_where, path, sent))
        self._show(dialog)

    def _ask_where(self, path: Path, sent: Sent) -> None:
        from ui.project.packs.arriving_dialogs import UnpackDialog

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = free(Path(documents or Path.home(), folder_name(sent.project)))
        dialog = UnpackDialog(path, sent, folder, self._window)
        dialog.chosen.connect(partial(self._unpack, path, dialog))
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        """Show the dialog in place of one about a file that came before."""
        before, self._dialog, self._package = self._dialog, dialog, None
        dialog.finished.connect(partial(self._forget, dialog))
        if before:
            before.reject()
        dialog.open()

    def _forget(self, dialog: QDialog, _: int) -> None:
        """Know the dialog no more; what it waits for is cancelled."""
        if self._dialog is dialog:
            self._dialog = None
        if self._making is dialog:
            self._making = None
            self._commands.cancel()

    # --- what is done

    def _merge_into(self, path: Path, folder: Path) -> None:
        self._package = (path, folder)
        if self._is_open(folder):
            self._opened()
        else:
            self._files.open(folder)

    def _opened(self) -> None:
        """Merge what waits for the project that is open now; it waits for no other."""
        package, self._package = self._package, None
        if package and self._is_open(package[1]):
            QTimer.singleShot(0, self, lambda: self._sharing.drop([package[0]], as_packages=True))

    def _unopened(self, folder: Path, why: str) -> None:
        self._package = None

    def _unpack(self, path: Path, dialog: UnpackDialog, folder: Path) -> None:
        """Make the project; the dialog stays open when that could not be done."""
        if why := self._commands.obstacle:
            dialog.say(why)
            return
        self._making = dialog
        dialog.wait()
        words = ["unpack", str(path), str(folder)]
        done, failed = partial(self._unpacked, dialog, folder), partial(self._not_unpacked, dialog)
        self._commands.run("unpacking", words, done, failed)

    def _unpacked(self, dialog: UnpackDialog, folder: Path, report: dict[str, Any], errors: str) -> None:
        if self._making is dialog:
            self._making = None
            dialog.accept()
            self._files.open(folder)

    def _not_unpacked(self, dialog: UnpackDialog, why: str) -> None:
        if self._making is dialog:
            self._making = None
            dialog.say(why)
        else:
            self._commands.say(why)

    # --- where it may belong

    def _folders(self) -> Iterable[Path]:
        """Yield the projects that it may belong to: the open one, then those opened lately."""
        if project := self._session.project:
            yield project.folder.absolute()
        known = (self._settings["last_project"], *self._settings["recent_projects"])
        yield from (Path(one) for one in known if one and is_folder(Path(one)))

    def _is_open(self, folder: Path) -> bool:
        project = self._session.project
        return project is not None and project.folder.absolute() == folder.absolute()
