"""The fillers of the fact in hand: role, words and value, a line each, the value to be typed over.

Enter types a value, Delete takes a filler out, Alt and the arrows move it within a role whose order counts; a
digit moves it to another role, as dragging it there does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotations.facts import Filler
from annotations.schema.types import RoleType
from annotations.values import kinds
from ui.facts.filler_tree import VALUE, FillerTree, Values
from ui.plain_text import tip
from ui.widgets.chips import Chip, Chips

DIGITS = 9


@dataclass(frozen=True)
class FillerLine:
    """A filler and its role."""

    role: RoleType
    words: str
    filler: Filler
    movable: bool

    @property
    def kind(self) -> str | None:
        """Return the name of its value's kind; None when it has none."""
        return self.role.value if self.filler.value is None else kinds.kind_of(self.filler.value).name


class FillerList(QWidget):
    """The list of the fillers, and buttons for what its keys do."""

    removed = Signal(object)  # a FillerLine
    moved = Signal(object, int)  # a FillerLine, and 1 (on) or -1 (back)
    typed = Signal(object, str)  # a FillerLine, and its value as it was typed
    given = Signal(object, object)  # a FillerLine, and the RoleType that it should fill

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[FillerLine] = []
        self._roles: list[RoleType] = []
        self.roles = Chips("Roles, to move the filler to")
        self.tree = FillerTree()
        self.tree.setAccessibleName("Fillers")
        self.tree.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        values = Values(self.tree)
        self.tree.setItemDelegate(values)
        self.value = QPushButton("Value", autoDefault=False)
        self.remove = QPushButton("Remove", autoDefault=False)
        self.up, self.down = QPushButton("↑", autoDefault=False), QPushButton("↓", autoDefault=False)
        self.up.setAccessibleName("Move the filler up")
        self.down.setAccessibleName("Move the filler down")
        self._lay_out()
        values.typed.connect(lambda row, text: self.typed.emit(self._lines[row], text))
        self.tree.keyed.connect(self._act)
        self.tree.numbered.connect(self._give)
        self.tree.dragged.connect(self._drag)
        self.roles.chosen.connect(self._give)
        self.tree.itemDoubleClicked.connect(lambda: self._act("value"))
        self.tree.currentItemChanged.connect(self._tell)
        for button, does in self._buttons().items():
            button.clicked.connect(lambda _, does=does: self._act(does))
        self._tell()

    def show_lines(self, lines: list[FillerLine], roles: Sequence[RoleType] = ()) -> None:
        """Show these lines and all roles; the filler in hand stays so, else the one in its place is."""
        if (lines, [*roles]) == (self._lines, self._roles):
            return
        self._roles = [*roles]
        old, at = self.line(), self._at()
        if self.tree.is_edited():
            self.tree.clear()  # and with it the editor, which is of a former line
            self._lines = []
        before, self._lines = self._lines, lines
        while self.tree.topLevelItemCount() > len(lines):
            self.tree.takeTopLevelItem(len(lines))
        for n, line in enumerate(lines):
            if n >= len(before):
                self.tree.addTopLevelItem(_new_item())
            item = self.tree.topLevelItem(n)
            if item and (n >= len(before) or line != before[n]):
                _fill(item, line)
        bounds = (old.filler.start, old.filler.end) if old else None
        same = (n for n, line in enumerate(lines) if (line.filler.start, line.filler.end) == bounds)
        if held := self.tree.topLevelItem(next(same, max(0, min(at, len(lines) - 1)))):
            self.tree.setCurrentItem(held)
        self.tree.widen()
        self._tell()

    def line(self) -> FillerLine | None:
        """Return the filler in hand, with its role."""
        at = self._at()
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def _at(self) -> int:
        """Return the place of the line in hand; -1 when none is."""
        item = self.tree.currentItem()
        return self.tree.indexOfTopLevelItem(item) if item else -1

    def _buttons(self) -> dict[QPushButton, str]:
        return {self.value: "value", self.remove: "remove", self.up: "back", self.down: "on"}

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in self._buttons():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.tree, 1)
        column.addWidget(self.roles)
        column.addLayout(row)

    def _tell(self) -> None:
        line = self.line()
        self.value.setEnabled(line is not None and line.kind is not None)
        self.remove.setEnabled(line is not None)
        for button in (self.up, self.down):
            button.setEnabled(line is not None and line.movable)
        numbered = enumerate(self._roles if line else (), 1)
        self.roles.show_chips(
            [_chip(n, role, line is not None and role == line.role) for n, role in numbered]
        )

    def _give(self, place: int) -> None:
        """Give the filler in hand to the role at that place."""
        line = self.line()
        if line and place < len(self._roles) and self._roles[place] != line.role:
            self.given.emit(line, self._roles[place])

    def _drag(self, on_screen: QPoint, dropped: bool) -> None:
        """Follow the filler held over a role, or over a filler of one, and give it there when let go."""
        place, item = self.roles.at(on_screen), self.tree.item_at(on_screen)
        if place is None and item is not None:
            role = self._lines[self.tree.indexOfTopLevelItem(item)].role
            place = self._roles.index(role) if role in self._roles else None
        self.roles.point_out(None if dropped else place)
        if dropped and place is not None:
            self._give(place)

    def _act(self, does: str) -> None:
        line = self.line()
        if line is None:
            return
        if does == "remove":
            self.removed.emit(line)
        elif does == "value" and line.kind and (item := self.tree.currentItem()):
            self.tree.editItem(item, VALUE)
        elif does in ("on", "back"):
            self.moved.emit(line, 1 if does == "on" else -1)


def _chip(number: int, role: RoleType, in_hand: bool) -> Chip:
    key = f"{number}  " if number <= DIGITS else ""
    return Chip(key + role.name, role.name + (", is filled by it" if in_hand else ""), in_hand)


def _new_item() -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    return item


def _fill(item: QTreeWidgetItem, line: FillerLine) -> None:
    """Set the texts that differ: each that is set anew is a repaint."""
    for column, words in enumerate((line.role.name, line.words, kinds.told(line.filler.value))):
        if words != item.text(column):
            item.setText(column, words)
            item.setToolTip(column, tip(words))
    item.setData(VALUE, Qt.ItemDataRole.UserRole, kinds.retyped(line.filler.value))
