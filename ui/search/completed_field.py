"""A field of one line that offers what it may go on with, and underlines what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from annotations.search.completing import Completion
from annotations.text.counts import counted
from annotations.text.text import Utf16Map, clean
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.search.completion_list import CompletionList

Complete = Callable[[str, int], list[Completion]]
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}
HIGH = 32  # pixels at 100 %
LONGEST = 1_000_000  # UTF-16 units; without it Qt cuts a line at 32,767
BEFORE_VALUES = (":", ",")


class CompletedField(QLineEdit):
    """The field.

    `typed`: a person changed its text; `wanted`: Enter was pressed; `passed`: an arrow was, up (-1) or down (1), with
    nothing offered.  Offsets are code points.
    """

    typed = Signal()
    wanted = Signal()
    passed = Signal(int)

    def __init__(self, complete: Complete, *, opens: bool = False, parent: QWidget | None = None) -> None:
        """Make one that asks `complete`, with its text and the caret; `opens`: a click into it, empty, offers all."""
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self._complete, self._opens = complete, opens
        self._is_composing, self._is_marked = False, False
        self._offered_at = ("", 0)  # the text and the caret that it was offered for
        self.offered = CompletionList(self)
        self.offered.taken.connect(self.take)
        self.textEdited.connect(self._follow)
        self.cursorPositionChanged.connect(self._leave)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force; the height is the same with the keyboard and without."""
        self.setFixedHeight(px(HIGH))

    @property
    def caret(self) -> int:
        """Return where the caret is."""
        return Utf16Map(self.text()).from16(self.cursorPosition())

    def put(self, text: str) -> None:
        """Have the text, without saying that somebody typed it; the caret stays where it can."""
        if self.text() != (text := clean(text)):
            at = self.cursorPosition() if self.hasFocus() else 0
            self.setText(text)
            self.setCursorPosition(min(at, len(text)) if at else len(text) if self.hasFocus() else 0)
        self.offered.offer(())

    def take(self, one: Completion) -> None:
        """Put a completion in its place, and offer what may follow."""
        at = Utf16Map(self.text())
        start, end = at.to16(one.start), at.to16(one.end)
        self.setFocus()
        self.setSelection(start, end - start)
        self.insert(one.text)

    def offer(self, *, all_of_them: bool = False) -> None:
        """Offer what may stand at the caret: once something is typed there, or all that may."""
        text, caret = clean(self.text()), self.caret
        found = self._complete(text, caret)
        if found and not all_of_them:
            typed = text[found[0].start : caret]
            if not typed and text[:caret][-1:] not in BEFORE_VALUES:
                found = []
        is_whole = len(found) == 1 and found[0].text == text[found[0].start : found[0].end]
        self._offered_at = (self.text(), caret)
        self.offered.offer([] if is_whole else found)
        self.speak(self._spoken(found) if self.offered.isVisible() else "")

    def mark(self, start: int, end: int) -> None:
        """Underline that part as wrong; an empty one takes the mark away."""
        if self._is_composing or (start >= end and not self._is_marked):
            return
        at, wrong = Utf16Map(self.text()), QTextCharFormat()
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        wrong.setUnderlineColor(QColor(roles().bad))
        kind, first, last = QInputMethodEvent.AttributeType.TextFormat, at.to16(start), at.to16(end)
        marked = [QInputMethodEvent.Attribute(kind, first - self.cursorPosition(), last - first, wrong)]
        self._is_marked = start < end
        # the one way in which Qt lets a line have formats
        QCoreApplication.sendEvent(self, QInputMethodEvent("", marked if self._is_marked else []))

    def speak(self, said: str) -> None:
        """Have a screen reader say that, if the keyboard is here, and whenever it comes to the field."""
        if said and said != self.accessibleDescription() and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.setAccessibleDescription(said)

    # --- what Qt asks

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.offered.isVisible():
            is_press = event.type() == QEvent.Type.KeyPress
            if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()
                return True
            if is_press and event.key() == Qt.Key.Key_Tab and (first := self.offered.first):
                self.take(first)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key in ENTER and plain:
            self._enter()
        elif key == Qt.Key.Key_Escape and self.offered.isVisible():
            self.offered.offer(())
        elif key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.offer(all_of_them=True)
        elif key in STEPS and plain:
            self._step(STEPS[key])
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._opens and not self.offered.isVisible() and not self.hasSelectedText():
            self.offer(all_of_them=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.offered.offer(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.offered.offer(())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.offered.offer(())

    # --- keys

    def _is_ours(self, event: QKeyEvent) -> bool:
        return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, *STEPS, *ENTER) and not event.modifiers()

    def _enter(self) -> None:
        if chosen := self.offered.chosen:
            self.take(chosen)
            return
        self.offered.offer(())
        self.wanted.emit()

    def _step(self, by: int) -> None:
        if not self.offered.isVisible() and self._opens and by > 0:
            self.offer(all_of_them=True)
        if not self.offered.isVisible():
            self.passed.emit(by)
            return
        self.offered.step(by)
        if chosen := self.offered.chosen:
            self.speak(f"{chosen.text}, {chosen.about}")

    def _follow(self) -> None:
        self.offer()
        self.typed.emit()

    def _leave(self) -> None:
        """Offer nothing any more once the caret is elsewhere."""
        if self.offered.isVisible() and self._offered_at != (self.text(), self.caret):
            self.offered.offer(())

    def _spoken(self, found: list[Completion]) -> str:
        return f"{counted(len(found), 'completion')}, the first is {found[0].text}"
