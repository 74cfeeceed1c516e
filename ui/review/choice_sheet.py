"""A sheet with rows to choose from, in place of the columns: one of them, or as many as are ticked.

A digit ticks or takes its row, the arrows go from row to row, Enter takes, Esc leads back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from annotations.processes.quick_dataclass import dataclass
from ui import bindings
from ui.keys_in_force import IN_FORCE
from ui.look.scale import px
from ui.plain_text import tip
from ui.widgets.asked_card import AskedCard

ONE = "{key:sheet_digit} or {key:sheet_take} take one · {key:sheet_leave}: back"
SOME = "{key:sheet_tick} or {key:sheet_digit} tick · {key:sheet_take} takes those, else the current one · {key:sheet_leave}: back"


@dataclass(frozen=True)
class SheetQuestion:
    """The question of a sheet: its title and rows, the numbers of those ticked, and who is told the numbers chosen.

    With `ticked` None one row is taken.
    """

    title: str
    rows: tuple[str, ...]
    answer: Callable[[tuple[int, ...]], None]
    ticked: tuple[int, ...] | None = None


class SheetRows(QListWidget):
    """The rows of a sheet, as high as they are together where there is room."""

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.count() * max(1, self.sizeHintForRow(0)) + px(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(60))


class ChoiceSheet(AskedCard[SheetQuestion]):
    """The sheet."""

    def __init__(self) -> None:
        super().__init__("Choice", SheetRows())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.list.itemClicked.connect(self._click)

    def ask(self, question: SheetQuestion) -> None:
        """Show the question in place of one that is open."""
        self.question = question
        self.title.setText(question.title)
        self.keys.setText(IN_FORCE.fill(ONE if question.ticked is None else SOME))
        self.list.setAccessibleName(question.title)
        self.list.clear()
        for number, words in enumerate(question.rows):
            item = QListWidgetItem(f"{number + 1}  {words}" if number < 9 else f"    {words}", self.list)
            item.setToolTip(tip(words, wraps=True))
            if question.ticked is not None:
                is_on = number in question.ticked
                item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.restyle()
        self.show()
        self.turned.emit()
        self.list.setFocus()

    def take(self) -> None:
        """Answer with the rows that are ticked, else with the current one."""
        question, chosen = self.question, self._ticked() or (max(0, self.list.currentRow()),)
        self.put_away()
        if question is not None:
            question.answer(chosen)

    def _ticked(self) -> tuple[int, ...]:
        states = (self.list.item(row).checkState() for row in range(self.list.count()))
        return tuple(row for row, state in enumerate(states) if state is Qt.CheckState.Checked)

    def _click(self, item: QListWidgetItem) -> None:
        """Take the row that was clicked; where rows are ticked, the box does that itself."""
        if self.question is not None and self.question.ticked is None:
            self._point(self.list.row(item))

    def _point(self, row: int) -> None:
        """Take the row, or turn its tick over."""
        self.list.setCurrentRow(row)
        if self.question is None or self.question.ticked is None:
            self.take()
            return
        item, on, off = self.list.item(row), Qt.CheckState.Checked, Qt.CheckState.Unchecked
        item.setCheckState(off if item.checkState() is on else on)

    # --- keys

    def press(self, event: QKeyEvent, there: QObject) -> bool:
        key, signs = event.key(), event.text()
        if event.isAutoRepeat() and key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return True
        if key in bindings.codes("sheet_take"):
            self.take()
        elif key in bindings.codes("sheet_leave"):
            self.put_away()
        elif key in bindings.codes("sheet_tick") and self.question and self.question.ticked is not None:
            self._point(self.list.currentRow())
        elif signs.isdecimal() and 0 < int(signs) <= self.list.count():
            self._point(int(signs) - 1)
        else:
            return False
        return True


def ticks(names: Sequence[str], chosen: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers of those of the names that are chosen."""
    return tuple(number for number, name in enumerate(names) if name in chosen)
