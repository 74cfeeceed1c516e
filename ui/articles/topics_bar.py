"""The topics under the heading: a chip for each, down when the article is about it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from annotations.schema.types import Schema
from ui import bindings
from ui.fixed_keys import ALT
from ui.plain_text import menu_text, tip

GAP, EDGE = 4, 12  # pixels between two chips, and beside them


class TopicsBar(QWidget):
    """The chips of the topics, hidden while there are none.

    `toggled` names a topic; the bar shows only what it is told.
    """

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Topics")
        self._schema = Schema("")
        self.chips: dict[str, QPushButton] = {}
        self.hide()

    def show_schema(self, schema: Schema | None) -> None:
        self._schema = schema or Schema("")
        self._make(self._schema.topics)

    def mark(self, topics: Collection[str]) -> None:
        """Mark the topics that the article is about; one that the schema lacks gets a chip too."""
        names = [*self._schema.topics, *sorted(set(topics) - self._schema.topics.keys())]
        if names != list(self.chips):
            self._make(names)
        for name, chip in self.chips.items():
            chip.setChecked(name in topics)
            chip.setText(("✓ " if name in topics else "") + menu_text(name))
        self._arrange()

    def _make(self, names: Collection[str]) -> None:
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {name: self._chip(name) for name in names}
        self.setVisible(bool(self.chips))
        self._arrange()

    def _chip(self, name: str) -> QPushButton:
        topic = self._schema.topics.get(name)
        chip = QPushButton(menu_text(name), self, autoDefault=False)
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the article
        chip.setAccessibleName(f"Topic {name}")
        guideline = topic.guideline if topic else "The schema lacks this topic."
        key = f"{ALT}{topic.key}" if topic and topic.key else ""
        chip.setToolTip(tip("\n".join(filter(None, (guideline, key)))))
        chip.clicked.connect(partial(self._clicked, name))
        chip.show()
        return chip

    def _clicked(self, name: str, _: bool = False) -> None:
        self.chips[name].toggle()  # it goes down once the edit is written
        self.toggled.emit(name)

    def _arrange(self) -> None:
        """Put the chips in rows as wide as the bar."""
        x, y, height = EDGE, 0, 0
        for chip in self.chips.values():
            size = chip.sizeHint()
            if x > EDGE and x + size.width() > self.width() - EDGE:
                x, y = EDGE, y + height + GAP
            chip.setGeometry(QRect(x, y, size.width(), size.height()))
            x, height = x + size.width() + GAP, size.height()
        self.setFixedHeight(y + height + GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class TopicKeys:
    """A menu with the schema's topics, each with Alt and its key."""

    def __init__(self, window: QWidget, menu: QMenu, press: Callable[[str], object]) -> None:
        self._window, self._menu, self._press = window, menu, press
        self._bound: list[QAction] = []
        self._is_on = True

    def turn(self, *, is_on: bool) -> None:
        """Turn the topics on where the article's topics are seen, else off: other views have those keys too."""
        self._is_on = is_on
        for action in self._bound:
            action.setEnabled(is_on)

    def bind(self, schema: Schema | None) -> None:
        """Bind the schema's topics in place of those bound before."""
        for action in self._bound:
            self._window.removeAction(action)
            action.deleteLater()
        self._bound = [
            bindings.bind(
                self._window,
                menu_text(topic.name),
                (f"{ALT}{topic.key}",) if topic.key else (),
                partial(self._press, topic.name),
                windowed=True,
            )
            for topic in (schema.topics.values() if schema else ())
        ]
        self._menu.addActions(self._bound)
        self.turn(is_on=self._is_on)
        self._menu.menuAction().setVisible(bool(self._bound))
