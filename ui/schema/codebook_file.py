"""The codebook as a file: PDF, web page or Markdown by the ending of its name, made by the command `codebook`."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from annotations.errors import UserError, cause
from annotations.whole_files import copy_whole, free_target, writing
from ui.project.commands import Commands
from ui.session import Session

KINDS = "PDF (*.pdf);;Web page (*.html);;Markdown (*.md)"
ENDINGS = {".html": ".html", ".htm": ".html", ".md": ".md"}  # of the command's files, by that of the name


class CodebookFile(QObject):
    """The writing of the codebook, while the command for it runs beside the window."""

    def __init__(self, session: Session, commands: Commands, over: QWidget) -> None:
        super().__init__(over)
        self._session, self._commands, self._over = session, commands, over

    def ask(self) -> None:
        """Ask for a file, and write the codebook into it."""
        project = self._session.project
        if project is None:
            return
        name = re.sub(r"[^\w -]+", " ", project.schema.name).strip()[:60]
        proposed = str(Path.home() / f"{name or 'Project'} codebook.pdf")
        path, _ = QFileDialog.getSaveFileName(self._over, "Write the codebook", proposed, KINDS)
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Write the codebook with examples of what is finished; the file that was there stays until it is whole."""
        project = self._session.project
        if project is None:
            return
        try:
            free_target(path)
        except UserError as error:
            self._session.failed.emit(str(error))
            return
        folder = TemporaryDirectory(prefix="factmark-codebook-")
        made = Path(folder.name) / "codebook"
        self._commands.run(
            "writing the codebook",
            ["codebook", str(project.folder), str(made)],
            partial(self._take, folder, made, path, project.schema.name),
            partial(self._fail, folder),
        )

    def _take(
        self,
        folder: TemporaryDirectory[str],
        made: Path,
        path: Path,
        name: str,
        report: dict[str, Any],
        trouble: str,
    ) -> None:
        from ui.schema.codebook_pdf import write_codebook_pdf

        try:
            if ending := ENDINGS.get(path.suffix.casefold()):
                copy_whole(made / f"codebook{ending}", path)
            else:
                with writing(path) as whole:
                    write_codebook_pdf(
                        (made / "codebook.html").read_text("utf-8"), whole, f"{name}: codebook"
                    )
        except UserError as error:
            self._session.failed.emit(str(error))
        except OSError as error:
            self._session.failed.emit(f"{path}: The codebook could not be written: {cause(error)}.")
        else:
            self._session.noted.emit(f"The codebook is written to {path}.")
        finally:
            folder.cleanup()

    def _fail(self, folder: TemporaryDirectory[str], why: str) -> None:
        folder.cleanup()
        self._commands.say(why)
