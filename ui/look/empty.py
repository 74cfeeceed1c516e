"""The empty state: an icon, one sentence, one or two buttons where nothing is yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.marks import Symbol


class Empty(QWidget):
    """An empty state: why there is nothing here, and what to do about it.  Keys in the sentence are those in force."""

    def __init__(self, icon_name: str, sentence: str, *buttons: Button, role: str = "text2") -> None:
        super().__init__()
        self._sentence = sentence
        self.icon = Symbol(icon_name, role=role, size=20)
        self.words = Words(wraps=True, role="text2")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below = row(None, *buttons, None, gap=8)
        self.setLayout(
            column(row(None, self.icon, None), self.words, below, None, gap=8, margins=(16, 24, 16, 16))
        )
        self._fill()
        IN_FORCE.changed.connect(self._fill)

    def say(self, sentence: str) -> None:
        """Show another sentence."""
        self._sentence = sentence
        self._fill()

    def _fill(self) -> None:
        self.words.setText(IN_FORCE.fill(self._sentence))
        self.setAccessibleName(self.words.text())


class EmptyOver(QObject):
    """The tie between a list and its empty state, which lies over the list while that has no rows.

    `when` says if it is to be shown then; it is asked again whenever the rows change, and by `look`.
    """

    def __init__(
        self, view: QAbstractItemView, empty: Empty, when: Callable[[], bool] = lambda: True
    ) -> None:
        super().__init__(view)
        self._view, self.empty, self._when = view, empty, when
        self._viewport, self._is_over = view.viewport(), False
        view.destroyed.connect(self._end)  # its model tells of rows that go with it
        empty.setParent(self._viewport)
        self._viewport.installEventFilter(self)
        model = view.model()
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self.look)
        self.look()

    def look(self, *_: object) -> None:
        """Show the empty state if there are no rows, else take it away."""
        if self._is_over:
            return
        self.empty.setVisible(self._view.model().rowCount() == 0 and self._when())
        self.empty.setGeometry(self._viewport.rect())

    def _end(self) -> None:
        self._is_over = True

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and there is self._viewport:
            self.empty.setGeometry(self._viewport.rect())
        return False
