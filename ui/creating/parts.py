"""Small parts of the two dialogs: a field with its name over it, the field of a path, and a dialog that scrolls."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from ui.look.buttons import Button
from ui.look.layouts import Hair, Packed, Part, Scroll, column, row
from ui.look.lines import Caption, Words
from ui.look.scale import px
from ui.plain_text import window_title

SHARE = 0.94  # of the window, or of the screen: a dialog is no larger


def named(name: str, *parts: Part) -> Packed:
    """Return the parts below their name."""
    return column(Caption(name), *parts, gap=6)


class PathField(QWidget):
    """The field of a path with its button.  `changed`: another is written."""

    changed = Signal()

    def __init__(self, name: str, *, files: str = "", hint: str = "") -> None:
        """Ask for a file of the kinds `files`, as Qt writes them; for a folder when there are none."""
        super().__init__()
        self._name, self._files = name, files
        self.line = QLineEdit(placeholderText=hint)
        self.line.setAccessibleName(name)
        self.browse = Button("Browse…", takes_focus=True)
        self.browse.setAccessibleName(f"Browse for: {name}")
        self.ask: Callable[[], object] = self._browse
        self.browse.clicked.connect(lambda: self.ask())
        lines = row(gap=8)
        lines.add(self.line, 1)
        lines.add(self.browse)
        self.setLayout(lines)
        self.line.textChanged.connect(lambda *_: self.changed.emit())

    @property
    def path(self) -> str:
        """Return what is written, "" for nothing."""
        return self.line.text().replace("\0", "").strip()

    @property
    def place(self) -> Path:
        """Return where that is; ~ is the person's own folder."""
        home, rest = self.path[:2] in ("~", "~/"), self.path[2:]
        return Path.home() / rest if home else Path(self.path)

    def _browse(self) -> None:
        if self._files:
            found, _ = QFileDialog.getOpenFileName(self, self._name, self.path, self._files)
        else:
            found = QFileDialog.getExistingDirectory(self, self._name, self.path)
        if found:
            self.line.setText(found)


class Asking(QDialog):
    """A dialog whose parts scroll above its buttons; Enter in any field is the first of these.

    `asked`: it was pressed.  `wrong` stands over the buttons, and says why the last press did nothing.
    """

    asked = Signal()

    def __init__(self, title: str, word: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.wrong = Words(role="bad", wraps=True)
        self.wrong.setAccessibleName("What is wrong")
        self.wrong.hide()
        self.ok = Button(word, "check", kind="primary", takes_focus=True)
        self.leave = Button("Cancel", takes_focus=True)
        self.ok.clicked.connect(self._press)
        self.leave.clicked.connect(self.reject)
        self._inner = QWidget()
        self.rolling = Scroll(self._inner)
        foot = column(self.wrong, row(None, self.leave, self.ok), gap=8, margins=(20, 12, 20, 16))
        lines = column(gap=0)
        lines.add(self.rolling, 1)
        lines.add(Hair())
        lines.add(foot)
        self.setLayout(lines)

    def hold(self, *parts: Part, width: int, height: int) -> None:
        """Hold these parts; take so many pixels at 100 %, or what the window below has room for."""
        head = Words(self.windowTitle(), px=17, weight=600, wraps=True)
        self._inner.setLayout(column(head, *parts, None, gap=20, margins=(20, 20, 20, 20)))
        over = self.parentWidget()
        free = (over.window().size() if over else self.screen().availableSize()) * SHARE
        self.resize(QSize(px(width), px(height)).boundedTo(free))

    def say(self, sentence: str, at: QWidget | None = None) -> None:
        """Say what is wrong, and give the keyboard to where; "" when nothing is."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        if sentence and at:
            at.setFocus()
            self.come_to(at)

    def come_to(self, part: QWidget) -> None:
        """Scroll to the part."""
        self.rolling.ensureWidgetVisible(part, 0, px(12))

    def _press(self) -> None:
        self.say("")
        self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for the first button, wherever the keyboard is but on another."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._press()
        else:
            super().keyPressEvent(event)
