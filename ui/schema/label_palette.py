"""The label palette: the schema's labels with key, colour and gloss; the guideline of one, while it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from annotations.schema.types import Label, Schema, gloss_of
from ui.frame.pane_round import tab_after
from ui.look.layouts import Scroll, column
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.viewport import own_viewport
from ui.plain_text import tip
from ui.schema.label_delegate import COUNT, GLOSS, HEIGHT, HELD, HUE, KEY, NAME, LabelDelegate
from ui.widgets.row_chosen import RowChoice
from ui.widgets.rows_drawn import Index, draw_rows

if TYPE_CHECKING:
    from ui.schema.guideline import Guideline

MOST = 9  # rows that are seen at once
COLUMNS = 2


class LabelPalette(QWidget):
    """The list of labels; `taken`: one was clicked, is in hand now, and goes onto what is selected.

    `guideline_made`: the widget of the guideline is there from now on.
    """

    taken = Signal(str)
    guideline_made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema, self._counts, self.held = Schema(""), Counter[str](), ""
        self._is_read = False
        self.list = LabelList()
        self.list.itemClicked.connect(lambda item: self.taken.emit(item.data(NAME)))
        self.list.itemActivated.connect(lambda item: self.taken.emit(item.data(NAME)))
        self.list.choice.chosen.connect(lambda index: self.taken.emit(index.data(NAME)))
        self._room = Scroll(self.list)
        self._lines = column(self._room, gap=0, margins=(14, 8, 12, 8))
        self.setLayout(self._lines)
        follow(self)

    @cached_property
    def guideline(self) -> Guideline:
        """Return the guideline of the label that is held, made when it is first read."""
        from ui.schema.guideline import Guideline

        made = Guideline()
        made.hide()
        self._lines.add(made, 1)
        tab_after(self._room, made)
        self._fill(made)
        self.guideline_made.emit(made)
        return made

    def show_schema(self, schema: Schema) -> None:
        """List the labels that are not archived; the first is in hand."""
        self._schema = schema
        self.list.clear()
        for label in schema.labels.values():
            if not label.archived:
                self.list.addItem(_item(label))
        self.list.restyle()
        self.restyle()
        self.count(self._counts)
        self.show_held()

    def hold(self, name: str) -> None:
        """Mark the label of what is in focus, else the current one, and have its guideline ready."""
        self.held = name
        for place in range(self.list.count()):
            item = self.list.item(place)
            if item is not None and item.data(HELD) != (is_held := item.data(NAME) == name):
                item.setData(HELD, is_held)
                if is_held:
                    self.list.setCurrentItem(item)
        self.show_held()

    def show_held(self) -> None:
        """Have the guideline of the label that is held ready, unless another is read."""
        if "guideline" in vars(self):
            self._fill(self.guideline)

    def _fill(self, guideline: Guideline) -> None:
        label = self._schema.labels.get(self.held)
        if not self._schema.labels:
            guideline.show_guideline("", "The schema has no labels yet; add some with Edit, Schema.")
        elif label and not self._is_read:
            guideline.show_guideline(label.name, label.guideline)

    def count(self, counts: Counter[str]) -> None:
        """Say in the tips how many spans of each label the article has; only labels with another count are drawn."""
        self._counts = counts
        for place in range(self.list.count()):
            item = self.list.item(place)
            if item is not None and item.data(COUNT) != (count := counts[item.data(NAME)]):
                label = self._schema.labels[item.data(NAME)]
                item.setData(COUNT, count)
                item.setToolTip(tip(_tip(label, count), wraps=True))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(label, count))

    def read(self, is_read: bool) -> None:
        """Show the guideline in place of the labels, or the labels again."""
        self._is_read = is_read
        self._room.setVisible(not is_read)
        self.guideline.setVisible(is_read)

    def restyle(self) -> None:
        """Take the scale in force: nine rows are seen, the rest is scrolled to."""
        self._room.setFixedHeight(min(MOST, self.list.lines) * px(HEIGHT) + 2)


class LabelList(QListWidget):
    """The labels in two columns, or in one where a column holds them all."""

    draws_ring = True  # on the row in hand

    def __init__(self) -> None:
        super().__init__()
        own_viewport(self)
        self.setAccessibleName("Labels")
        self.setObjectName("chrome")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(LabelDelegate(self))
        self.choice = RowChoice(self, keeps=False)  # the one in hand is drawn as such, and taken again
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow(self)

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self.setFixedHeight(self.lines * px(HEIGHT) + 1)
        self._spread()

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        draw_rows(self, top, bottom, roles)

    @property
    def lines(self) -> int:
        """Return how many rows there are."""
        return max(1, min(self.count(), MOST), -(-self.count() // COLUMNS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        wide = max(px(60), (self.viewport().width() - 1) // COLUMNS)
        self.setGridSize(QSize(wide, px(HEIGHT)))


def _item(label: Label) -> QListWidgetItem:
    item = QListWidgetItem(label.name)
    for role, value in (
        (NAME, label.name),
        (KEY, (label.key or "").upper()),
        (HUE, label.hue),
        (HELD, False),
    ):
        item.setData(role, value)
    item.setData(GLOSS, gloss_of(label))
    return item


def _tip(label: Label, count: int) -> str:
    return "\n".join(filter(None, (f"{label.name}: {count:,} here", label.guideline)))


def _spoken(label: Label, count: int) -> str:
    key = f"key {label.key.upper()}" if label.key else ""
    return ", ".join(filter(None, (label.name, key, f"{count:,} here")))
