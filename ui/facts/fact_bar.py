"""The strip below the article while a fact is built: first the types, then the roles and what can be taken.

It shows what it is told, takes the keyboard, and says in a word what was pressed; keys of the caret move the
article's caret.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import actions, bindings
from ui.article.selection import Unit
from ui.keys_in_force import IN_FORCE
from ui.plain_text import PlainLabel
from ui.widgets.chips import Chip, Chips

_Key = Qt.Key
_DOES: dict[str, tuple[str, int | None]] = {  # what a fixed key asks for, and with which step
    "fact_on": ("stepped", 1),
    "fact_back_on": ("stepped", -1),
    "fact_done": ("done", None),
    "fact_leave": ("back", None),
    "fact_more": ("more", None),
    "fact_empty": ("emptied", None),
}
PRESSED: dict[int, tuple[str, int | None]] = {
    code: does for name, does in _DOES.items() for code in bindings.codes(name)
}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class FactBar(QWidget):
    """The strip below the article: chips for the roles and for what can be taken, and the keys of building.

    `stepped`: on (1) or back (-1); `typed`: a character; the chips' own signals say which was clicked.
    """

    stepped = Signal(int)
    typed = Signal(str)
    done = Signal()
    back = Signal()
    more = Signal()
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Building a fact")
        self.head, self.hint = PlainLabel(), PlainLabel()
        for label in (self.head, self.hint):
            label.setWordWrap(True)
        self.slots, self.offers = Chips("Roles"), Chips("What can be taken")
        row = QHBoxLayout()
        row.setContentsMargins(12, 2, 8, 0)
        row.addWidget(self.head, 1)
        for words, signal in (("Done", self.done), ("Back", self.back)):
            button = QPushButton(words, autoDefault=False)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(4)
        column.addLayout(row)
        for part in (self.slots, self.offers):
            column.addWidget(part)
        self.hint.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self.hint)
        self.hide()

    def move_caret_by(self, move: Callable[[Unit, int, bool], object]) -> None:
        """Bind the caret's keys to what they are to call."""
        for key, unit, step, selecting in actions.CARET:
            bindings.bind(self, "", (key,), partial(move, unit, step, selecting), repeats=True)

    def tell(self, head: str, slots: Sequence[Chip], offers: Sequence[Chip], hint: str) -> None:
        self.head.setText(head)
        self.slots.show_chips(slots)
        self.offers.show_chips(offers)
        self.hint.setText(IN_FORCE.fill(hint))
        held = (chip.said for chip in slots if chip.in_hand)
        said = [head, *held, *(chip.said for chip in offers)]
        self.setAccessibleDescription("; ".join(filter(None, said)))

    def event(self, event: QEvent) -> bool:
        """Claim the strip's keys before a shortcut of the window does, and Tab before it moves the focus."""
        if isinstance(event, QKeyEvent) and _is_ours(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._press(event)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), 2, self.palette().color(QPalette.ColorRole.Highlight))
            painter.end()

    def _press(self, event: QKeyEvent) -> None:
        name, step = PRESSED.get(event.key(), ("typed", None))
        if name == "typed":
            self.typed.emit(_character(event))
        elif step is None:
            getattr(self, name).emit()
        else:
            self.stepped.emit(step)


def _is_ours(event: QKeyEvent) -> bool:
    """Return whether it is a key of the strip, or a letter or digit, with no modifier but Shift."""
    plain = not event.modifiers() & ~_PLAIN
    return plain and (event.key() in PRESSED or _character(event).isalnum())


def _character(event: QKeyEvent) -> str:
    """Return the key's character: a digit also with Shift, a letter in lower case; else what it types."""
    key = event.key()
    return chr(key).lower() if _Key.Key_0 <= key <= _Key.Key_Z else event.text().lower()
