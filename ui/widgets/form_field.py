"""Fields of a form with their names above them, and below them a line that says what is typed, or wrong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.keys_in_force import IN_FORCE
from ui.look.layouts import column
from ui.look.lines import Caption, Words
from ui.look.restyled import follow

_PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
OPENING = '[(“"'  # signs that no blank follows
_LINE_ROOM = 14  # pixels: what a box of lines has above and below them


class LinesBox(QPlainTextEdit):
    """A box for so many lines, in which the keyboard goes on to the next field.

    `editingFinished`: it went elsewhere in the window.
    """

    editingFinished = Signal()  # as Qt's own fields call theirs

    def __init__(self, lines: int) -> None:
        super().__init__(tabChangesFocus=True)
        self._lines = lines
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + _LINE_ROOM)

    def text(self) -> str:
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Have the text; the cursor stays where it was, so far as the text goes."""
        at = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def insert_word(self, word: str) -> None:
        """Put the word where the cursor is, apart from a word before it, and leave the keyboard behind it."""
        cursor = self.textCursor()
        before = self.document().characterAt(cursor.selectionStart() - 1)
        is_word = before.isprintable() and not before.isspace() and before not in OPENING
        cursor.insertText(f" {word}" if is_word else word)
        self.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_lines"):
            self.restyle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.editingFinished.emit()


class FormField(QWidget):
    """A field with its name and its note.

    `typed`: its text is another; `finished`: it was left, or Enter was pressed, with a text that nobody has taken.
    Esc gives back the text that it had.
    """

    typed = Signal()
    finished = Signal()

    def __init__(self, name: str, field: QLineEdit | LinesBox, *, lines: int = 1, bare: bool = False) -> None:
        """Make the field with its name above it and room for so many lines below it; a bare one has neither."""
        super().__init__()
        self.field, self.note, self._lines = field, Words(px=12, role="text2", wraps=True), lines
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._rest, self._taken, self._is_bare = "", "", bare
        self._is_contested = False
        field.setAccessibleName(name)
        field.installEventFilter(self)
        field.textChanged.connect(self._hear)
        field.editingFinished.connect(self._finish)
        self.caption = Caption(name)
        self.caption.setBuddy(field)
        if bare:  # shown before it lies anywhere, it would be a window of its own for a moment
            self.caption.hide()
        self.setLayout(column(self.caption, field, self.note, None, gap=2))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        lines = 0 if self._is_bare else self._lines
        self.note.setMinimumHeight(self.note.fontMetrics().lineSpacing() * lines)

    @property
    def text(self) -> str:
        return self.field.text()

    @property
    def is_open(self) -> bool:
        """Return whether something is typed that nobody has taken."""
        return self.text not in (self._rest, self._taken)

    @property
    def is_contested(self) -> bool:
        """Return whether what is written became another while something is typed."""
        return self._is_contested and self.is_open

    def show_text(self, text: str, *, anew: bool = False) -> None:
        """Show the text as what is written; what is typed stays before it, unless the field is used `anew`."""
        stays = self.is_open and not anew
        self._is_contested = stays and (text != self._rest or self._is_contested)
        self._rest = self._taken = text
        if not stays and self.text != text:
            self.field.blockSignals(True)
            self.field.setText(text)
            self.field.blockSignals(False)

    def take(self) -> None:
        """Have the text as one that is taken: it is not signalled again."""
        self._taken = self.text

    def put(self, text: str) -> None:
        """Put the text there as if it were typed."""
        self.field.setText(text)

    def tell(self, words: str, role: str = "text2") -> None:
        """Say that below the field."""
        said = IN_FORCE.fill(words)
        self.note.set_role(role)
        self.note.setText(said)
        self.note.setHidden(self._is_bare and not said)
        self.field.setAccessibleDescription(said)

    def eventFilter(self, field: Any, event: QEvent) -> bool:
        """Take Esc before anything else does, while something is typed."""
        is_key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not (is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape):
            return False
        if not self.is_open:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self.field.setText(self._rest)
        return True

    def _hear(self) -> None:
        if self.text != self._taken:
            self._taken = self._rest
        self.typed.emit()

    def _finish(self) -> None:
        if self.is_open:
            self.finished.emit()
