"""The form of one line of a project's list: what is typed stays until it is in the list, or given up."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from annotations.suggest.own_list import ListRow
from annotations.suggest.word_lists import MOST_BYTES
from ui import bindings
from ui.look.buttons import Button
from ui.look.layouts import row

HINT = "A wording, or the tokens of a pattern as JSON"


class ListForm(QWidget):
    """The form: for a new line, or for one that is changed.  `written`: that was asked for."""

    written = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._labels: tuple[str, ...] = ()
        self.line = 0  # which is changed; 0 for a new one
        self.words = QLineEdit(placeholderText=HINT)
        self.words.setAccessibleName(HINT)
        self.words.setMaxLength(MOST_BYTES)  # nothing of a long line is cut
        self.label = QComboBox()
        self.label.setAccessibleName("Label")
        self.do = Button("Add", "plus", kind="primary", takes_focus=True)
        self.leave = Button("Leave it", "undo-2", kind="ghost", takes_focus=True)
        line = row(gap=6)
        line.add(self.words, 1)
        for part in (self.label, self.do, self.leave):
            line.add(part)
        self.setLayout(line)
        self.words.returnPressed.connect(self.written)
        self.do.clicked.connect(self.written)
        self.leave.clicked.connect(self.begin)
        self.begin()

    @property
    def chosen(self) -> str:
        """Return the label that is chosen, "" for none."""
        return str(self.label.currentData() or "")

    def offer(self, labels: Iterable[str]) -> None:
        """Offer these labels; the one chosen stays."""
        held, self._labels = self.chosen, tuple(labels)
        self.label.clear()
        for name in self._labels:
            self.label.addItem(name, name)
        self.choose(held)

    def choose(self, label: str) -> None:
        """Choose the label, where it is offered."""
        if (at := self.label.findData(label)) >= 0:
            self.label.setCurrentIndex(at)

    def begin(self) -> None:
        """Be for a new line."""
        self._be(0)
        self.words.clear()
        self.offer(self._labels)  # without one that the line just left had, and the project lacks

    def change(self, one: ListRow) -> None:
        """Be for that line."""
        self._be(one.line)
        self.words.setText(one.words)
        if one.label and self.label.findData(one.label) < 0:
            self.label.addItem(
                one.label, one.label
            )  # one that the project lacks stays until another is chosen
        self.choose(one.label)
        self.words.setFocus()
        self.words.selectAll()

    def _be(self, line: int) -> None:
        self.line = line
        self.do.say(f"Change line {line:,}" if line else "Add", "check" if line else "plus", "")
        self.leave.setVisible(bool(line))

    def event(self, event: QEvent) -> bool:
        """Have the key that leaves leave what is typed, before it leaves the dialog."""
        if (
            (self.line or self.words.text())
            and isinstance(event, QKeyEvent)
            and event.key() in bindings.codes("listed_leave")
        ):
            if event.type() is QEvent.Type.KeyPress:
                self.begin()
            event.accept()
            return True
        return super().event(event)
