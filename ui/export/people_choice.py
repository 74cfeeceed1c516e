"""The choice of whose work leaves: segments for a few people, a list for the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from annotations.plain_names import marked
from annotations.sets import GOLD
from ui.look.layouts import row
from ui.look.segments import Segments

FEW = 2  # annotators that have a segment
OTHERS = "others …"


class PeopleChoice(QWidget):
    """Everybody, gold, or one annotator.  `changed`: another was chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.segments = Segments("By", {"all": "everybody", GOLD: "gold"})
        self.others = QComboBox()
        self.others.setAccessibleName("By one of the others")
        self.others.addItem(OTHERS, "")
        self.others.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.others.setMinimumContentsLength(8)
        self.others.hide()
        self.setLayout(row(self.segments, self.others, None, gap=8))
        self.segments.changed.connect(self._take_segment)
        self.others.currentIndexChanged.connect(self._take_other)

    @property
    def value(self) -> str:
        """Return whose work is chosen: an annotator, gold, or all."""
        return self.segments.value or self.others.currentData() or "all"

    def offer(self, annotators: Iterable[str], machines: Collection[str] = ()) -> None:
        """Add these annotators, some of them machines; what is chosen stays so."""
        there = {one.value for one in self.segments.segments}
        for name in annotators:
            if name in there or self.others.findData(name) >= 0:
                continue
            if len(self.segments.segments) < FEW + 2:
                self.segments.offer({name: marked(name, machines)})
            else:
                self.others.addItem(marked(name, machines), name)
                self.others.show()

    def choose(self, value: str) -> None:
        """Choose whose work leaves."""
        if value in {one.value for one in self.segments.segments}:
            self.segments.choose(value)
        else:
            self.others.setCurrentIndex(self.others.findData(value))

    def _take_segment(self) -> None:
        self.others.blockSignals(True)
        self.others.setCurrentIndex(0)
        self.others.blockSignals(False)
        self.changed.emit()

    def _take_other(self) -> None:
        self.segments.choose(None if self.others.currentData() else "all")
        self.changed.emit()
