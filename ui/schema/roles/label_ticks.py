"""The labels that may fill a role: a box that says which, and a list that is searched and ticked, however long it is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyleOptionComboBox,
    QWidget,
)

from annotations.schema.types import Label
from annotations.text.controls import unturned
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.theme import swatch
from ui.plain_text import tip
from ui.widgets.still import StillBox

ANY = "any label"
WIDE, SEEN, HIGH = 280, 10, 30  # pixels at 100 %: of the list; rows that are seen at once; pixels of one
NAME = Qt.ItemDataRole.UserRole
_CHECKED, _EMPTY = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class LabelTicks(QFrame):
    """The list over the window; Enter ticks the row that is marked.  `closed`: it went, and nothing else was said."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._pressed = _EMPTY
        self.search = QLineEdit(placeholderText="Search", clearButtonEnabled=True)
        self.search.setAccessibleName("Search the labels")
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName("Labels that may fill the role")
        self.list.setUniformItemSizes(True)
        self.none = Button("Any label", kind="ghost", height=28, pad=8)
        self.count = Words(px=12, role="text2")
        self.setLayout(
            column(self.search, self.list, row(self.count, None, self.none), gap=6, margins=(8, 8, 8, 6))
        )
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.search.textChanged.connect(self._look_for)
        self.list.viewport().installEventFilter(self)
        self.list.itemClicked.connect(self._click)
        self.list.itemChanged.connect(self._count)
        self.none.clicked.connect(self._clear)

    def ticked(self) -> set[str]:
        """Return the names of the labels that are ticked."""
        return {item.data(NAME) for item in self._items() if item.checkState() is _CHECKED}

    def offer(self, labels: Iterable[Label], ticked: Iterable[str]) -> None:
        """List the labels, with these ticked."""
        there = set(ticked)
        self.list.blockSignals(True)
        self.list.clear()
        for label in labels:
            item = QListWidgetItem(swatch(self, label.hue), unturned(label.name), self.list)
            item.setData(NAME, label.name)
            item.setCheckState(_CHECKED if label.name in there else _EMPTY)
        self.list.blockSignals(False)
        self.search.clear()
        self._look_for("")
        self._count()

    def open_below(self, box: QWidget) -> None:
        """Show the list below the box, or above it where the screen ends."""
        rows = min(SEEN, max(1, self.list.count()))
        self.list.setFixedHeight(rows * px(HIGH) + 4)
        self.resize(max(px(WIDE), box.width()), self.sizeHint().height())
        at, screen = box.mapToGlobal(QPoint(0, box.height() + 2)), box.screen().availableGeometry()
        if at.y() + self.height() > screen.bottom():
            at.setY(max(screen.top(), box.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        at.setX(max(screen.left(), min(at.x(), screen.right() - self.width())))
        self.move(at)
        self.show()
        self.search.setFocus()

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        """Go through the list from the search, and tick by Enter in either; remember how a row was when it is pressed."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            item = self.list.itemAt(event.position().toPoint())
            self._pressed = item.checkState() if item else _EMPTY
            return False
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item and not item.isHidden() and not event.isAutoRepeat():
                item.setCheckState(_EMPTY if item.checkState() is _CHECKED else _CHECKED)
                self.search.selectAll()
            return True
        if there is self.search and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r = QPainter(self), roles()
        painter.fillRect(self.rect(), r.card)
        painter.setPen(QPen(QColor(r.edge), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _items(self) -> list[QListWidgetItem]:
        return [item for n in range(self.list.count()) if (item := self.list.item(n))]

    def _shown(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if not item.isHidden()]

    def _look_for(self, words: str) -> None:
        """Show the labels whose names have the words, and mark the first, one that begins so before others."""
        wanted = words.strip().casefold()
        for item in self._items():
            item.setHidden(wanted not in item.data(NAME).casefold())
        shown = self._shown()
        first = (item for item in shown if item.data(NAME).casefold().startswith(wanted))
        if found := next(first, shown[0] if shown else None):
            self.list.setCurrentItem(found)

    def _step(self, by: int) -> None:
        shown, item = self._shown(), self.list.currentItem()
        if item in shown:
            self.list.setCurrentItem(shown[max(0, min(shown.index(item) + by, len(shown) - 1))])

    def _click(self, item: QListWidgetItem) -> None:
        """Tick the row that was clicked, unless its own box was and has done so."""
        if item.checkState() is self._pressed:
            item.setCheckState(_EMPTY if self._pressed is _CHECKED else _CHECKED)

    def _clear(self) -> None:
        for item in self._items():
            item.setCheckState(_EMPTY)

    def _count(self) -> None:
        count = len(self.ticked())
        self.count.setText(f"{count} of {self.list.count()}" if count else f"None ticked: {ANY}")


class LabelsBox(StillBox):
    """The box that says which labels may fill a role; opened, it lists all.  `chosen`: others were ticked."""

    chosen = Signal(tuple)

    def __init__(self) -> None:
        super().__init__("Labels", 6)
        self._labels: list[Label] = []
        self._chosen: tuple[str, ...] = ()
        self._ticks: LabelTicks | None = None

    @property
    def ticks(self) -> LabelTicks:
        """Return the list, made when it is first asked for."""
        if self._ticks is None:
            self._ticks = LabelTicks(self)
            self._ticks.closed.connect(self._take)
        return self._ticks

    def show_labels(self, role: str, labels: Iterable[Label], chosen: tuple[str, ...]) -> None:
        """Show which of the labels may fill the role; one that is archived is offered only where it is chosen."""
        self._labels = [label for label in labels if not label.archived or label.name in chosen]
        self._chosen = chosen
        said = ", ".join(chosen) or ANY
        self.clear()
        self.offer("", unturned(said))
        self.setAccessibleName(f"Labels of {role}: {said}")
        self.setToolTip(tip(said, wraps=True))

    def showPopup(self) -> None:
        self.ticks.offer(self._labels, self._chosen)
        self.ticks.open_below(self)

    def finish(self) -> None:
        """Put the list away, and with it take what is ticked."""
        if self._ticks is not None and self._ticks.isVisible():
            self._ticks.hide()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        room = self.width() - px(44)
        cut = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(self.currentText(), cut, room)

    def _take(self) -> None:
        """Signal what is ticked where it is other: those of before in their order, then the new ones."""
        ticked = self.ticks.ticked()
        kept = [name for name in self._chosen if name in ticked]
        new = [label.name for label in self._labels if label.name in ticked - set(kept)]
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        if (now := (*kept, *new)) != self._chosen:
            self.chosen.emit(now)
