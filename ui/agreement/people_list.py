"""The pane with the annotators, of whom some are ticked: whose work is compared, and which of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from annotations.plain_names import marked
from annotations.sets import GOLD
from ui import bindings
from ui.agreement.comparison_choices import ComparisonChoices
from ui.fixed_keys import FIXED
from ui.look.layouts import Pane, column
from ui.look.lines import Caption, Words
from ui.plain_text import tip


class PeopleList(Pane):
    """The annotators who have work here.  `changed`: others are ticked; `compared`: they are to be compared."""

    changed = Signal()
    compared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName("Annotators")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.about = Words(px=12, role="text2", wraps=True)
        self.about.setAccessibleName("How many are ticked")
        self.choices = ComparisonChoices()
        title = Words("Agreement", px=20, weight=600)
        lines = column(title, Caption("Whose work"), gap=8, margins=(16, 18, 12, 16))
        lines.add(self.list, 1)
        lines.add(self.about)
        lines.add(self.choices)
        self.setLayout(lines)
        self.setFocusProxy(self.list)
        self.list.itemChanged.connect(self._tell)
        bindings.bind(self.list, "", FIXED["agreement_people"].keys, self.compared.emit)

    def offer(self, names: Sequence[str], machines: Collection[str] = ()) -> None:
        """Offer these annotators, some of them machines: two or more with work of their own are ticked, until a tick is changed."""
        before = self.names()
        if names == before:
            return
        ticked, at = self.ticked(), self.list.currentRow()
        if ticked == _usual(before):
            ticked = _usual(names)
        self.list.blockSignals(True)
        self.list.clear()
        for name in names:
            item = QListWidgetItem(marked(name, machines), self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
            item.setToolTip(tip(item.text()))
        self.list.setCurrentRow(max(0, at))
        self.list.blockSignals(False)
        self._tell()

    def names(self) -> list[str]:
        """Return who is offered."""
        return [_name(self.list.item(row)) for row in range(self.list.count())]

    def ticked(self) -> list[str]:
        """Return those who are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [_name(item) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _tell(self) -> None:
        count, of = len(self.ticked()), self.list.count()
        more = "" if count > 1 or of < 2 else " Tick two or more."
        self.about.setText(f"{count:,} of {of:,} ticked.{more}" if of else "")
        self.changed.emit()


def _name(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))


def _usual(names: Sequence[str]) -> list[str]:
    """Return who is ticked at first: all, but gold only where there are no two others."""
    people = [name for name in names if name != GOLD]
    return people if len(people) > 1 else list(names)
