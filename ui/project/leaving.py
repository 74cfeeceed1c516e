"""The question before a project is left while something in it waits to be written, and the list of what was lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListWidget,
    QMessageBox,
    QWidget,
)

from annotations.errors import Busy
from ui.look.dialog import Dialog
from ui.plain_text import message_box
from ui.session import Session

CHANGED = "These edits waited for another program, which has changed what they were about."
LISTED = 10  # entries that the question names; all of them are among its details


class BeforeLeaving(QObject):
    """The asking: nothing that waits is given up before somebody has said so."""

    def __init__(
        self,
        session: Session,
        window: QWidget,
        keeps: Callable[[], bool],
        runs: Callable[[Callable[[], object]], bool],
    ) -> None:
        """Have what is being written kept by `keeps`, False where that failed; `runs` asks about what runs in a page."""
        super().__init__(window)
        self._session, self._window, self._keeps, self._runs = session, window, keeps, runs
        self.box: QMessageBox | None = None
        self._is_refused = False  # while the question is up, something was listed as not done

    def asks(self, then: Callable[[], object]) -> bool:
        """Ask when something waits; `then` is called once it is written, or given up.  Return whether it asks, or stays."""
        if not self._keeps() or self._runs(then):
            return True
        waiting = self._session.waiting
        opened = self._session.opened
        if not waiting or opened is None:
            return False
        if self.box:
            self.box.close()
        count = len(waiting)
        noun = "edit" if all(entry.edit for entry in waiting) else "change"
        what = f"{count:,} {noun}{'' if count == 1 else 's'}"
        lines = [entry.sentence for entry in waiting]
        more = [*lines[:LISTED], *([f"and {count - LISTED:,} more"] if count > LISTED else [])]
        trouble = opened.waiting.trouble
        why = (
            "another program is writing to the project."
            if trouble is None or isinstance(trouble, Busy)
            else trouble
        )
        title = f"{what} not saved: {why}"
        box = message_box(QMessageBox.Icon.Warning, "Factmark", title, self._window, more="\n".join(more))
        if count > LISTED:
            box.setDetailedText("\n".join(lines))
        further = box.addButton("Wait further", QMessageBox.ButtonRole.RejectRole)
        lose = box.addButton(f"Close and lose {what}", QMessageBox.ButtonRole.DestructiveRole)
        lose.clicked.connect(partial(self._give_up, then))
        box.setDefaultButton(further)
        box.setEscapeButton(further)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._forget)
        self.box, self._is_refused = box, False
        opened.waiting.refused.connect(self._note_refused)
        opened.waiting.changed.connect(partial(self._look, box, then))
        box.open()
        return True

    def put_away(self) -> None:
        """Take the question back, without an answer: another is asked."""
        if box := self.box:
            self.box = None
            box.close()

    def _give_up(self, then: Callable[[], object]) -> None:
        self.box = None
        if opened := self._session.opened:
            opened.waiting.give_up()
            opened.reload()
        then()

    def _look(self, box: QMessageBox, then: Callable[[], object]) -> None:
        """Go on without an answer when all is written meanwhile; not when there is a list to be read first."""
        if self.box is box and not self._session.waiting:
            box.close()
            if not self._is_refused:
                then()

    def _note_refused(self) -> None:
        self._is_refused = True

    def _forget(self) -> None:
        self.box = None


class NotDone(Dialog):
    """The list of edits that waited and fit no longer; it takes no key from the article."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Not done", parent, about=CHANGED, size=(620, 280))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.list = QListWidget()
        self.list.setAccessibleName("Edits that were not done")
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.add(self.list, 1)
        self.leave_with("Close")

    def tell(self, sentences: Sequence[str]) -> None:
        """Show these beside those that are listed already."""
        if not self.isVisible():
            self.list.clear()
        self.list.addItems(list(sentences))
        there = QApplication.activeWindow()
        self.show()
        if there:  # some systems give a new window the keyboard whatever it asks for
            QTimer.singleShot(0, there.activateWindow)
