"""Held keys: a key decides once, however long it is held; only what moves or types goes on.

Actions say themselves whether they go on (`repeats` of their row, of `bindings.bind`).  This is for the keys that
widgets take themselves: those of lists, strips, boxes of text, dialogs and menus.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_Key = Qt.Key
_BESIDE = {_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_AltGr, _Key.Key_Meta}
_TURNS = {_Key.Key_Tab, _Key.Key_Backtab}
_MOVES = {
    *(_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down),
    *(_Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Home, _Key.Key_End),
}
# kinds of widgets by name, else PySide would make their classes before anybody has seen one
_TYPED_IN = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox")
_DROPS_DOWN = "QComboBox"
_ENDS = {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Escape}  # these end what is typed


class HeldKeys(QObject):
    """A filter before the window and the widget that have the keyboard: it stops what a held key repeats.

    `pressed`: a key went down, whatever it does; one that is held only once.
    """

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._pressed: tuple[int, QWidget | None] = (0, None)  # the last key, and what had the keyboard then
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusWindowChanged.connect(self._watch)  # a menu has its keys from the window
            program.focusChanged.connect(self._follow)

    def _watch(self, now: QObject | None) -> None:
        if now is not None:
            now.installEventFilter(self)

    def _follow(self, before: QObject | None, now: QObject | None) -> None:
        self._watch(now)

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        pressed = (event.key(), QApplication.focusWidget())
        if not event.isAutoRepeat():
            self._pressed = pressed
            if (
                event.type() is QEvent.Type.ShortcutOverride
                and there is pressed[1]
                and pressed[0] not in _BESIDE
            ):
                self.pressed.emit()
            return False
        if event.type() is QEvent.Type.ShortcutOverride or _goes_on(*pressed, began=pressed == self._pressed):
            return False
        event.accept()  # else it would go to the widget around this one
        return True


def _goes_on(key: int, field: QWidget | None, *, began: bool) -> bool:
    """Return whether the held key goes on in the field; `began`: it was pressed there, and led to nowhere else.

    In a box that drops down the arrows choose, each time anew; in its list they move.
    """
    if QApplication.activePopupWidget() is not None:
        return key in _MOVES
    if is_typed_in(field):
        return key in _TURNS or (began and key not in _ENDS)
    return key in _TURNS or (key in _MOVES and not (field is not None and field.inherits(_DROPS_DOWN)))


def is_typed_in(field: QWidget | None) -> bool:
    """Return whether what is typed in the field is text."""
    if field is None:
        return False
    if any(map(field.inherits, _TYPED_IN)):
        return not field.property("readOnly")
    return field.inherits(_DROPS_DOWN) and bool(field.property("editable"))
