"""Dialogs in the window's look: a title, a short sentence, fields under their captions, buttons at the right below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from ui.look.buttons import Button
from ui.look.layouts import Packed, Part, column, row
from ui.look.lines import Caption, Words
from ui.look.scale import px
from ui.plain_text import window_title

MARGINS = (24, 20, 24, 20)  # pixels at 100 %
SHARE = 0.94  # of the screen, which no dialog goes beyond at any scale
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Dialog(QDialog):
    """A dialog, put together from above: `add` its parts, and `end_with` its buttons.

    `said` is the sentence below the title, `wrong` what is the matter with what was given, beside the buttons; `primary`
    is the button that does it.
    """

    def __init__(
        self, title: str, parent: QWidget | None = None, *, about: str = "", size: tuple[int, int] = (560, 0)
    ) -> None:
        """Take width and least height in pixels at 100 %; it is as high as its parts want."""
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._size = size
        self.primary: Button | None = None
        self._is_by_enter = False
        self.said, self.wrong = Words(about, role="text2", wraps=True), Words(role="bad", wraps=True)
        if not about:
            self.said.hide()
        head = Words(window_title(title), px=17, weight=600, wraps=True)
        self._lines = column(head, self.said, gap=12, margins=MARGINS)
        self.setLayout(self._lines)

    def add(self, part: Part, stretch: int = 0) -> None:
        """Add a part below the others."""
        self._lines.add(part, stretch)

    def field(self, caption: str, part: QWidget, *beside: QWidget) -> Packed:
        """Return the part under its caption, whose & marks the key that leads there, with what stands beside it."""
        name = Caption(caption)
        name.setBuddy(part)
        if isinstance(part, QSpinBox | QDoubleSpinBox):
            part.lineEdit().setTextMargins(px(6), 0, px(20), 0)  # the style sheet leaves them out
        if not part.accessibleName():
            part.setAccessibleName(caption.replace("&", ""))
        line = row(gap=8)
        line.add(part, 1)
        for one in beside:
            line.add(one)
        return column(name, line, gap=4)

    def place(self, caption: str, path: QLineEdit, browse: Callable[[], object]) -> Packed:
        """Return the field of a path, with a button that lets it be chosen."""
        button = Button("Browse…", takes_focus=True)
        button.clicked.connect(lambda: browse())
        return self.field(caption, path, button)

    def end_with(
        self,
        word: str,
        does: Callable[[], object],
        *,
        icon: str = "",
        leave: str = "Cancel",
        by_enter: bool = True,
    ) -> Button:
        """Put the buttons below: one that leaves, and the primary one, which it returns.

        `by_enter`: Enter presses that wherever the keyboard is.
        """
        primary = Button(word, icon, kind="primary", takes_focus=True)
        primary.clicked.connect(lambda: does())
        self.primary, self._is_by_enter = primary, by_enter
        self.end(self._leaving(leave), primary)
        return primary

    def leave_with(self, word: str) -> None:
        """Put a button below that leaves, and no other."""
        self.end(self._leaving(word))

    def end(self, *buttons: Button) -> None:
        """Put these buttons below, and take the size that the parts want."""
        last = row(gap=8)
        last.add(self.wrong, 1)
        for button in buttons:
            last.add(button)
        self.add(last)
        free = self.screen().availableSize() * SHARE
        wide = min(px(self._size[0]), free.width())
        high = max(px(self._size[1]), self._lines.totalHeightForWidth(wide))
        self.resize(wide, min(high, free.height()))

    def _leaving(self, word: str) -> Button:
        button = Button(word, takes_focus=True)
        button.clicked.connect(self.reject)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif self.primary and self._is_by_enter and not event.isAutoRepeat():
            self.primary.click()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the first part that takes it the keyboard, where none has it."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.focusNextChild()
