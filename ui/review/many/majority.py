"""Deciding by majority over the whole project: the dialog with what it would take, and the command that does it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from annotations.review.fair.majority import LEAST
from annotations.sets import GOLD
from models.queries import articles as article_queries
from ui.look.dialog import Dialog
from ui.look.lines import Words
from ui.look.marks import Bar
from ui.project.commands import BUSY, UNSAVED, Commands
from ui.session import Session
from ui.wording import majority_takes

ABOUT = (
    "Takes every open case of the project where so many annotators or more agree and no other reading has as many; "
    "having nothing there is a reading too. The rest stays to be decided."
)
FEW = "A majority needs the work of two annotators or more."
COUNTING = "Counting what that takes …"
PAUSE = 250  # ms after the last change of the number


class MajorityDialog(Dialog):
    """The dialog of how many must agree, with what that would take.

    `wanted`: what that number takes is to be counted.  `chosen`: it is to be taken.
    """

    wanted = Signal(int)
    chosen = Signal(int)

    def __init__(self, people: int, parent: QWidget | None = None) -> None:
        """Take how many annotators there are."""
        super().__init__("Decide by majority", parent, about=ABOUT)
        self.least = QSpinBox(minimum=LEAST, maximum=max(LEAST, people), value=people // 2 + 1)
        self.takes, self.bar = Words(COUNTING, wraps=True), Bar()
        self.takes.setAccessibleName("What is taken")
        self.add(self.field("&At least so many annotators agree", self.least))
        self.add(self.bar)
        self.add(self.takes)
        self.take = self.end_with("Take them", self._accept, icon="check")
        self.take.setEnabled(False)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(lambda: self.wanted.emit(self.least.value()))
        self._asked = self.least.value()
        self.least.valueChanged.connect(self._change)

    def _change(self, least: int) -> None:
        """Ask, in a moment, for what another number takes; Enter tells of the same one again."""
        if least != self._asked:
            self._asked = least
            self.tell(COUNTING)
            self._pause.start()

    def show_progress(self, done: int, of: int) -> None:
        """Show how far the count is."""
        self.bar.show_share(done / of if of else 0.0)

    def show_figures(self, report: dict[str, Any]) -> None:
        """Show what was counted, unless another number was chosen meanwhile."""
        if report["majority"] == self.least.value() and not self._pause.isActive():
            self.bar.show_share(1.0)
            self.tell(majority_takes(report), is_ready=report["taken"] > 0)

    def tell(self, words: str, *, is_ready: bool = False) -> None:
        """Show these words, and whether there is anything to take."""
        self.takes.setText(words)
        self.take.setEnabled(is_ready)

    def _accept(self) -> None:
        self.accept()
        self.chosen.emit(self.least.value())


class ByMajority(QObject):
    """The majority over the project: it counts beside the window, and takes when that is wanted."""

    def __init__(self, session: Session, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._commands, self._page = session, commands, parent
        self._dialog: MajorityDialog | None = None
        self._is_stale = False  # what is counted is for a number that was chosen before
        commands.ended.connect(self._count_again)

    def open(self) -> None:
        """Ask how many must agree."""
        project = self._session.project
        people = len([who for who in article_queries.annotators(project) if who != GOLD]) if project else 0
        if people < LEAST or self._session.waiting or self._commands.is_running:
            said = FEW if people < LEAST else UNSAVED if self._session.waiting else BUSY
            self._session.noted.emit(said)
            return
        self._dialog = dialog = MajorityDialog(people, self._page.window())
        dialog.wanted.connect(self._count)
        dialog.chosen.connect(self._take)
        dialog.finished.connect(self._leave)
        self._commands.progress.connect(self._show_progress)
        dialog.open()
        self._count(dialog.least.value())

    def _count(self, least: int) -> None:
        """Count what the number takes; a count that runs for another number is given up first."""
        if self._commands.is_running:
            self._is_stale = True
            self._commands.cancel()
        else:
            self._run("counting votes", least, "--dry-run", done=self._show)

    def _count_again(self) -> None:
        if self._is_stale and self._dialog:
            self._is_stale = False
            self._count(self._dialog.least.value())

    def _show(self, report: dict[str, Any], errors: str) -> None:
        if self._dialog:
            self._dialog.show_figures(report)

    def _show_progress(self, doing: object, done: int, of: int) -> None:
        if self._dialog and doing is not None:
            self._dialog.show_progress(done, of)

    def _leave(self) -> None:
        """Give up what is still counted."""
        self._dialog, self._is_stale = None, False
        self._commands.progress.disconnect(self._show_progress)
        if self._commands.is_running:
            self._commands.cancel()

    def _take(self, least: int) -> None:
        self._run("deciding by majority", least, "--by", self._session.annotator, done=self._took)

    def _took(self, report: dict[str, Any], errors: str) -> None:
        self._session.look_for_others()
        self._session.noted.emit(f"{majority_takes(report)} {{key:undo}} takes all of it back.")

    def _run(self, doing: str, least: int, *words: str, done: Any) -> None:
        if project := self._session.project:
            line = ["review", str(project.folder), "--majority", str(least), *words]
            self._commands.run(doing, line, done, self._fail)

    def _fail(self, why: str) -> None:
        """Say why it was not done: in the dialog while that is open; a count that was given up needs no word."""
        if self._dialog and not self._is_stale:
            self._dialog.tell(why)
        elif self._dialog is None:
            self._commands.say(why)
