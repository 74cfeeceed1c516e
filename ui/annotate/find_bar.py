"""The find bar: the words wanted in the article, how strictly, and the number of the present hit."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from ui import bindings
from ui.fixed_keys import FIXED
from ui.keys_in_force import IN_FORCE
from ui.plain_text import PlainLabel, tip


class FindBar(QWidget):
    """The bar below the article.

    `changed`: something else is wanted; `stepped`: to the next (1) or previous (-1) hit; `left`: leave it.
    """

    changed = Signal()
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = QLineEdit(placeholderText="Find in the article", clearButtonEnabled=True)
        self.wanted.setAccessibleName("Find in the article")
        self.wanted.setMinimumWidth(140)
        self.case, self.accents = QCheckBox("Same case"), QCheckBox("Same accents")
        self.count = PlainLabel()
        self.count.setAccessibleName("Hits")
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("50,000 of 50,000"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 8, 4)
        row.addWidget(self.wanted, 1)
        row.addWidget(self.count)
        row.addWidget(self._button(Qt.ArrowType.UpArrow, "Previous hit ({key:find_bar_back})", -1))
        row.addWidget(self._button(Qt.ArrowType.DownArrow, "Next hit ({key:find_bar_on})", 1))
        for box in (self.case, self.accents):
            row.addWidget(box)
            box.toggled.connect(self.changed)
        leave = self._leave = QToolButton(autoRaise=True)
        leave.setText("✕")
        leave.setAccessibleName("Leave the find bar")
        leave.clicked.connect(self.left)
        row.addWidget(leave)
        self.wanted.textChanged.connect(self.changed)
        for name, step in (("find_bar_on", 1), ("find_bar_back", -1)):
            bindings.bind(self.wanted, "", FIXED[name].keys, partial(self.stepped.emit, step), repeats=True)
        IN_FORCE.changed.connect(self._say_keys)
        self._say_keys()
        self.hide()

    def _say_keys(self) -> None:
        self._leave.setToolTip(tip(IN_FORCE.fill("Back to the text ({key:leave})")))

    def open(self, words: str) -> None:
        """Show the bar with the keyboard in it; the words, if any, take the place of those before."""
        self.show()
        if words:
            self.wanted.setText(words)
        self.wanted.selectAll()
        self.wanted.setFocus()

    def forget(self) -> None:
        """Have no words to look for."""
        blocked = self.wanted.blockSignals(True)
        self.wanted.clear()
        self.wanted.blockSignals(blocked)
        self.count.clear()

    def tell(self, at: int, of: int) -> None:
        """Show that this is hit number `at`, from 0, of so many; -1 when none is shown."""
        if not self.wanted.text().strip():
            self.count.clear()
        elif of:
            self.count.setText(f"{at + 1:,} of {of:,}" if at >= 0 else f"{of:,} hits")
        else:
            self.count.setText("not found")

    def _button(self, arrow: Qt.ArrowType, words: str, step: int) -> QToolButton:
        words = IN_FORCE.fill(words)
        button = QToolButton(arrowType=arrow, autoRaise=True)
        button.setToolTip(tip(words))
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button
