"""The row of the form that merges the label or fact type in hand into another one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from annotations.text.controls import unturned
from ui.look.buttons import Button
from ui.look.layouts import row
from ui.look.restyled import follow
from ui.look.scale import px


class OtherBox(QComboBox):
    """The box of the others.  `taken`: Enter was pressed on the one that it shows."""

    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
            return
        super().keyPressEvent(event)


class MergeRow(QWidget):
    """The row.  `merging`: into which one."""

    merging = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.merge, self.into = Button("Merge into…", height=30, takes_focus=True), OtherBox()
        self.into.setAccessibleName("Merge into")
        self.setLayout(row(self.merge, self.into, gap=8))
        for taken in (self.into.taken, self.merge.clicked):
            taken.connect(self._ask)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.into.setMinimumWidth(px(88))
        self.into.setMaximumWidth(px(200))

    def offer(self, names: list[str]) -> None:
        """Offer these; the one that is chosen stays so if it is among them."""
        if names != [self.into.itemData(n) for n in range(self.into.count())]:
            held = self.into.currentData()
            self.into.clear()
            for name in names:
                self.into.addItem(unturned(name), name)
            self.into.setCurrentIndex(max(0, self.into.findData(held)))
        self.setEnabled(bool(names))

    def _ask(self) -> None:
        if name := self.into.currentData():
            self.merging.emit(name)
