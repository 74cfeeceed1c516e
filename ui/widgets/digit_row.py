"""The digit row: on keyboards that have its digits shifted, its keys are the digits without Shift as well.

AZERTY, Czech, Slovak, Lithuanian and others write & é " ' or letters there.  The place of the key tells the digit, and
what it writes tells the layout: a key that writes a digit is left as it is.  So is nothing where text is
typed, nor a key that something in the window has.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ui.held_keys import is_typed_in

_Key, _Modifier, _Context = Qt.Key, Qt.KeyboardModifier, Qt.ShortcutContext
_ROW = (*range(1, 10), 0)  # the digits in the order of their keys
_WITH_XKB = ("xcb", "wayland", "offscreen")
_XKB = dict(zip(range(10, 20), _ROW, strict=True))  # the scan codes of X11 and Wayland
_MAC = dict(
    zip((0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19, 0x1D), _ROW, strict=True)
)  # kVK_ANSI_1 …
_WINDOWS = dict(zip(range(0x02, 0x0C), _ROW, strict=True))  # the scan codes; VK_0 … VK_9 are those of ASCII
_CAPS_LOCK, _THIRD_LEVEL = 0x02, 0xA0  # of X11's modifiers: Lock; Mod3 and Mod5, as AltGr is
_TELLING = range(1, 9)  # not 9 and 0: Hungarian has its 0 elsewhere, Lithuanian keeps both
_WITH = _Modifier.ControlModifier | _Modifier.AltModifier  # held with a digit it is a key as well
_NOT_WITH = _Modifier.ShiftModifier | _Modifier.MetaModifier | _Modifier.GroupSwitchModifier


def digit_at(event: QKeyEvent, platform: str) -> int | None:
    """Return the digit at whose place in the digit row the key lies; None for any other key.

    Windows knows which digit a key is for, wherever it lies; elsewhere the place alone tells.
    """
    if platform == "windows":
        digit = event.nativeVirtualKey() - 0x30
        return digit if event.nativeScanCode() in _WINDOWS and digit in _ROW else None
    if platform == "cocoa":
        return _MAC.get(event.nativeVirtualKey())
    return _XKB.get(event.nativeScanCode()) if platform.startswith(_WITH_XKB) else None


class DigitRow(QObject):
    """A filter before whatever has the keyboard: it presses the digit in place of the key."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._platform = QGuiApplication.platformName()
        self._is_unshifted = False  # what the keys from 1 to 8 wrote last
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusWindowChanged.connect(self._watch)
            program.focusChanged.connect(self._follow)

    def _watch(self, now: QObject | None) -> None:
        if now is not None:
            now.installEventFilter(self)

    def _follow(self, before: QObject | None, now: QObject | None) -> None:
        self._watch(now)

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(there, QWidget):
            return False
        digit = self._digit(event)
        if digit is None or not _is_free(there, event):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # so that the press comes here
        else:
            _press(there, event, digit)
        return True

    def _digit(self, event: QKeyEvent) -> int | None:
        """Return the digit that the key is to be, where it writes something else without Shift."""
        digit = digit_at(event, self._platform)
        held, native = event.modifiers(), event.nativeModifiers()
        if digit is None or held & _NOT_WITH or held & _WITH == _WITH:
            return None
        is_xkb = self._platform not in ("windows", "cocoa")
        if is_xkb and native & _THIRD_LEVEL:
            return None
        writes_digit = _Key.Key_0 <= event.key() <= _Key.Key_9
        if digit not in _TELLING:
            return None if writes_digit or self._is_unshifted else digit
        if not (is_xkb and native & _CAPS_LOCK):
            self._is_unshifted = writes_digit
        return None if writes_digit else digit


def _is_free(there: QWidget, event: QKeyEvent) -> bool:
    """Return whether the key is nobody's: it writes no text there, and no action has it."""
    if QApplication.activePopupWidget() is not None:
        return False
    if is_typed_in(there) and not event.modifiers() & _WITH:
        return False
    return next(_actions(there, event.keyCombination()), None) is None


def _press(there: QWidget, event: QKeyEvent, digit: int) -> None:
    """Press the digit as Qt does a key: the widget may claim it, else an action has it, else the widget."""
    claim, press = (
        _as_digit(event, kind, digit) for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    )
    claim.ignore()
    QApplication.sendEvent(there, claim)
    action = None if claim.isAccepted() else next(_actions(there, press.keyCombination()), None)
    if action is None:
        QApplication.sendEvent(there, press)
    elif action.autoRepeat() or not event.isAutoRepeat():
        action.trigger()
    event.accept()


def _as_digit(event: QKeyEvent, kind: QEvent.Type, digit: int) -> QKeyEvent:
    """Return the digit's event; no key of the keyboard sent it, so that it tells nothing of the layout."""
    text = "" if event.modifiers() & _WITH else str(digit)
    return QKeyEvent(
        kind, _Key(_Key.Key_0 + digit), event.modifiers(), text, event.isAutoRepeat(), event.count()
    )


def _actions(there: QWidget, key: QKeyCombination) -> Iterator[QAction]:
    """Yield the actions that have the key where the keyboard is, and can be done."""
    wanted = QKeySequence(key)
    for action in there.window().findChildren(QAction):
        if action.isEnabled() and wanted in action.shortcuts() and _is_in_reach(action, there):
            yield action


def _is_in_reach(action: QAction, there: QWidget) -> bool:
    owners = [owner for owner in action.associatedObjects() if isinstance(owner, QWidget)]
    if action.shortcutContext() is _Context.WidgetShortcut:
        return there in owners
    if action.shortcutContext() is _Context.WidgetWithChildrenShortcut:
        return any(owner is there or owner.isAncestorOf(there) for owner in owners)
    return any(owner.isVisibleTo(there.window()) for owner in owners)
