"""An import from the window: a look into the files first, a question where there is one, and the import itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.project.commands import Commands, Done, Failed
from ui.session import Session

if TYPE_CHECKING:
    from ui.importing.preview_dialog import PreviewDialog

NOTHING = "Nothing was imported."


class Importing(QObject):
    """The way of files into the open project."""

    def __init__(self, session: Session, commands: Commands, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._commands, self._window = session, commands, window
        self._next: Callable[[], object] | None = None  # what waits for the command that runs
        commands.ended.connect(self._go_on)

    def bring(self, paths: Sequence[Path], done: Done, failed: Failed | None = None) -> None:
        """Import the files; ask first what becomes of their fields where a person is to say it.

        `done` gets the report of the import, and `failed` why there is none.
        """
        looked = partial(self._looked, list(paths), done, failed)
        self._commands.run("importing", [*self._words(paths), "--look-first"], looked, failed)

    def _words(self, paths: Sequence[Path], choices: Sequence[dict[str, Any]] = ()) -> list[str]:
        folder = self._session.project.folder if self._session.project else ""
        said = ["--choices", json.dumps(list(choices))] if choices else []
        return ["import", str(folder), *map(str, paths), "--by", self._session.annotator, *said]

    def _looked(
        self, paths: list[Path], done: Done, failed: Failed | None, report: dict[str, Any], errors: str
    ) -> None:
        """Ask what is to be asked; where there is nothing the import was done at once."""
        if "preview" not in report:
            done(report, errors)
            return
        from ui.importing.preview_dialog import PreviewDialog

        dialog = PreviewDialog(report["preview"], report["files"], self._window)
        dialog.asked_again.connect(partial(self._once_free, partial(self._look_again, dialog, paths)))
        dialog.accepted.connect(
            lambda: self._once_free(partial(self._import, paths, dialog.choices(), done, failed))
        )
        dialog.rejected.connect(partial((failed or self._session.noted.emit), NOTHING))
        dialog.open()
        dialog.propose()

    def _once_free(self, do: Callable[[], object]) -> None:
        """Do it; a look that still runs is over then, since it is no longer of use."""
        if self._commands.is_running:
            self._next = do
            self._commands.cancel()
        else:
            do()

    def _go_on(self) -> None:
        do, self._next = self._next, None
        if do is not None:
            do()

    def _look_again(self, dialog: PreviewDialog, paths: list[Path]) -> None:
        """Look into the files as they are chosen now."""
        if not dialog.isVisible():
            return

        def show(report: dict[str, Any], errors: str) -> None:
            for look in report["preview"]:
                dialog.show_look(look)

        words = [*self._words(paths, dialog.choices()), "--preview"]
        self._commands.run("looking into the files", words, show, dialog.say)

    def _import(
        self, paths: list[Path], choices: list[dict[str, Any]], done: Done, failed: Failed | None
    ) -> None:
        self._commands.run("importing", self._words(paths, choices), done, failed)
