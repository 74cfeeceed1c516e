"""The label palette: the schema's labels with key, colour and count; the guideline of the label in hand."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotations.schema.types import Schema
from ui.look.theme import swatch
from ui.schema.guideline import Guideline

NAME = Qt.ItemDataRole.UserRole


class LabelPalette(QWidget):
    """The list of labels; `taken`: one was clicked, is in hand now, and goes onto what is selected."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema, self._counts = Schema(""), Counter[str]()
        self.list = QTreeWidget()
        self.list.setAccessibleName("Labels")
        self.list.setColumnCount(3)
        self.list.setHeaderLabels(["Label", "Key", "Here"])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, sample in ((1, "Key "), (2, "Here ")):
            self.list.header().resizeSection(column, self.fontMetrics().horizontalAdvance(sample) + 14)
        self.list.itemClicked.connect(lambda item: self.taken.emit(item.data(0, NAME)))
        self.list.itemActivated.connect(lambda item: self.taken.emit(item.data(0, NAME)))
        self.guideline = Guideline()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 3)
        layout.addWidget(self.guideline, 1)

    def show_schema(self, schema: Schema) -> None:
        """List the labels that are not archived; the first is in hand."""
        self._schema = schema
        self.list.clear()
        for label in schema.labels.values():
            if not label.archived:
                item = QTreeWidgetItem([label.name, (label.key or "").upper(), ""])
                item.setData(0, NAME, label.name)
                item.setIcon(0, swatch(self, label.hue))
                for column in (1, 2):
                    item.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
                self.list.addTopLevelItem(item)
        if not schema.labels:
            self.guideline.show_guideline("", "The schema has no labels yet; add some with Edit, Schema.")

    def hold(self, name: str) -> None:
        """Mark the label in hand, and show its guideline."""
        for item in self.list.findItems(name, Qt.MatchFlag.MatchExactly):
            self.list.setCurrentItem(item)
        label = self._schema.labels.get(name)
        if label:
            self.guideline.show_guideline(label.name, label.guideline)

    def count(self, counts: Counter[str]) -> None:
        """Show how many spans of each label the article has."""
        self._counts = counts
        for place in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(place)
            if item:
                item.setText(2, str(counts[item.data(0, NAME)] or ""))

    def _held(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, NAME)) if item else ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._schema.labels:
            held = self._held()
            self.show_schema(self._schema)
            self.hold(held)
            self.count(self._counts)
