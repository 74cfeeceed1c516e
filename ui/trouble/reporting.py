"""Help, Report a problem: the report is made by a command beside the window, shown, and saved where the person says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from annotations.errors import UserError, cause
from annotations.whole_files import copy_whole, free_target
from models.settings import Settings
from ui.project.jobs import Command
from ui.session import Session

if TYPE_CHECKING:
    from ui.trouble.report_dialog import ReportDialog


class Reporting(QObject):
    """The report that is being made or looked through, if any."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._dialog: ReportDialog | None = None
        self._making: Command | None = None
        self._folder: TemporaryDirectory[str] | None = None

    def open(self) -> None:
        """Make a report on the open project, else on the last one, and show it."""
        from ui.trouble.report_dialog import ReportDialog

        self.close()
        self._folder = TemporaryDirectory(prefix="factmark-report-")
        report = Path(self._folder.name) / "report.zip"
        dialog = self._dialog = ReportDialog(self._window)
        dialog.wanted.connect(lambda: self._save(dialog, report))
        dialog.finished.connect(self.close)
        self._making = Command(["report", *self._project(), str(report)], self)
        self._making.progress.connect(dialog.show_progress)
        self._making.done.connect(lambda _, trouble: dialog.fill(report, trouble))
        self._making.failed.connect(dialog.fail)
        self._making.start()
        dialog.open()

    def close(self) -> None:
        """End the making of the report, and remove it."""
        if self._making:
            self._making.close()
            self._making.deleteLater()
            self._making = None
        if self._folder:
            self._folder.cleanup()
            self._folder = None
        if self._dialog:
            dialog, self._dialog = self._dialog, None
            dialog.close()

    def _project(self) -> list[str]:
        """Return the folder that the report is about; one that could not be opened is the last one."""
        if project := self._session.project:
            return [str(project.folder)]
        last = self._settings["last_project"]
        return [last] if last and Path(last).is_dir() else []

    def _save(self, dialog: ReportDialog, report: Path) -> None:
        """Ask where the report is to be saved, and save it there."""
        proposed = str(Path.home() / f"factmark-report-{date.today():%Y-%m-%d}.zip")
        path, _ = QFileDialog.getSaveFileName(dialog, "Save the report", proposed, "Zip files (*.zip)")
        if not path:
            return
        try:
            copy_whole(report, free_target(Path(path)), private=True)
        except UserError as error:
            dialog.state.setText(str(error))
        except OSError as error:
            dialog.state.setText(f"{path}: The report could not be written: {cause(error)}.")
        else:
            dialog.state.setText(f"Saved as {path}. Nobody but you can read it; nothing was sent.")
