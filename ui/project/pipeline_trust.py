"""The question before a pipeline of somebody else's is loaded, and the list of those that were trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from annotations.errors import UserError
from annotations.suggest.trust import RIGHTS
from annotations.text.controls import written_out
from models.settings import Settings
from ui.keys_in_force import IN_FORCE
from ui.plain_text import message_box

LOAD, LEAVE = (
    "Load it",
    "Do not load",
)  # without a letter of their own: keys meant for the article do not answer
FORGET = "Trust none of them any more"
ADVICE = "Load it only if you trust whoever made it. If anything in the folder changes, this is asked again."
WITHOUT = (
    "Without it nothing is suggested, and all else works. Suggesting again asks again: {key:suggest_here} for this "
    "article, {key:suggest} for all."
)


class PipelineTrust(QObject):
    """The person's trust in folders with pipelines, asked for and taken back; kept in their settings."""

    given = Signal()  # the pipeline asked about may be loaded
    refused = Signal(str)  # a sentence on what is done without it
    troubled = Signal(str)  # the answer could not be kept

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        self._box: QMessageBox | None = None
        self._asked = ""  # the hash that the box is about
        self._left: set[str] = set()  # hashes that were refused, until somebody asks for suggestions

    def hashes(self) -> list[str]:
        """Return the hashes of what may be loaded, as the settings are now."""
        return list(self._settings.trusted_pipelines())

    def ask_anew(self) -> None:
        """Forget what was refused, since the person asks for suggestions."""
        self._left.clear()

    def ask(self, folder: Path, hash_: str) -> None:
        """Ask whether the pipeline with that hash may be loaded, unless that was refused or is being asked."""
        if self._box and self._asked == hash_:
            return
        self.drop()
        if hash_ in self._left:
            return
        folder = folder.absolute()
        since = [day for path, day in self._settings.trusted_pipelines().values() if path == str(folder)]
        place = in_one_line(str(folder))
        words = f"This project's suggestions come from a pipeline in the folder {place}. Load it?"
        changed = f"You trusted this folder on {max(since)}; it has changed since. " if since else ""
        more = f"{changed}{RIGHTS} {ADVICE}\n\n{IN_FORCE.fill(WITHOUT)}"
        box = message_box(QMessageBox.Icon.Warning, "Load this pipeline?", words, self._window, more=more)
        load = box.addButton(LOAD, QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(LEAVE, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.finished.connect(lambda: self._answered(box, box.clickedButton() is load, folder))
        self._box, self._asked = box, hash_
        box.open()

    def drop(self) -> None:
        """Take back the question, if it is up: it was about another project."""
        box, self._box = self._box, None
        if box:
            box.close()
            box.deleteLater()

    def open(self) -> None:
        """List what was trusted, and offer to trust it no longer."""
        trusted, agreed = self._settings.trusted_pipelines(), self._settings.agreed()
        listed = [f"{in_one_line(folder)}, since {day}" for folder, day in trusted.values()]
        rows = "\n".join(
            [*listed, *(f"{in_one_line(one)}, since {', '.join(day)}" for one, day in agreed.items())]
        )
        words = "These folders with pipelines are loaded, and these suggesters run, as they were then, without a question:"
        none = (
            "No folder with a pipeline was trusted, and no suggester. "
            "What Factmark brings, and what you installed, needs no trust."
        )
        box = message_box(
            QMessageBox.Icon.Information,
            "Trusted pipelines",
            words if rows else none,
            self._window,
            more=rows,
        )
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
        if rows:
            box.addButton(FORGET, QMessageBox.ButtonRole.DestructiveRole).clicked.connect(self._forget)
        box.open()

    def _answered(self, box: QMessageBox, is_trusted: bool, folder: Path) -> None:
        """Keep the answer; a box that was closed in any other way than by its button is a no."""
        if box is not self._box:
            return  # it was taken back
        self._box = None
        if not is_trusted:
            self._left.add(self._asked)
            self.refused.emit(f"The pipeline was not loaded. {WITHOUT}")
        elif self._kept(lambda: self._settings.trust_pipeline(self._asked, folder)):
            self.given.emit()

    def _forget(self) -> None:
        self._kept(lambda: self._settings.distrust_pipelines(self.hashes()))
        self._kept(lambda: self._settings.disagree())

    def _kept(self, keep: Callable[[], None]) -> bool:
        try:
            keep()
        except UserError as error:
            self.troubled.emit(str(error))
            return False
        return True


def in_one_line(words: str) -> str:
    """Return the words in one line: the name of a folder or a command must not say more below the question."""
    return written_out(words).replace("\n", "\\n").replace("\t", "\\t")
