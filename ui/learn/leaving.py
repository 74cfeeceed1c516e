"""The question before a project is left while a training runs in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.learn.training import Training
from ui.plain_text import message_box

QUESTION = "A training runs. Close the project all the same?"
MORE = (
    "It can end with the best epoch so far: that pipeline then lies among the project’s, to be chosen later. "
    "What it is worth against the old one is not kept."
)
GO_ON, KEEP, GIVE_UP = "Go on training", "Keep the best, then close", "Give it up and close"


class TrainingLeft(QObject):
    """The question.  `box`: while it is asked."""

    def __init__(self, training: Training, page: QWidget) -> None:
        super().__init__(page)
        self._training, self._page = training, page
        self.box: QMessageBox | None = None
        self._then: Callable[[], object] | None = None  # is done when the training has ended
        training.ended.connect(self._end)

    def asks(self, then: Callable[[], object]) -> bool:
        """Ask while a training runs, and do `then` once it is over; return whether it asks."""
        if not self._training.is_running:
            return False
        if self.box:
            self.box.close()
        icon = QMessageBox.Icon.Question
        self.box = box = message_box(icon, "Training", QUESTION, self._page.window(), more=MORE)
        go_on = box.addButton(GO_ON, QMessageBox.ButtonRole.RejectRole)
        keep = box.addButton(KEEP, QMessageBox.ButtonRole.AcceptRole)
        give_up = box.addButton(GIVE_UP, QMessageBox.ButtonRole.DestructiveRole)
        keep.setEnabled(bool(self._training.reports))
        keep.clicked.connect(lambda: self._stop(then))
        give_up.clicked.connect(lambda: self._give_up(then))
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._forget)
        box.open()
        return True

    def _stop(self, then: Callable[[], object]) -> None:
        self._then = then
        if not self._training.is_running:
            self._end()
        elif not self._training.is_stopping:
            self._training.stop()

    def _give_up(self, then: Callable[[], object]) -> None:
        self._training.close()
        then()

    def _end(self) -> None:
        """Take the question back: there is nothing to ask any more; go on with what waited for it."""
        box, self.box = self.box, None
        then, self._then = self._then, None
        if box:
            box.close()
        if then:
            then()

    def _forget(self) -> None:
        self.box = None
