"""The keys of the list of entities and of their mentions, which they take before the page and the window do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui import bindings

Does = Mapping[str, Callable[[], object]]  # by the name of a fixed key
_Modifier = Qt.KeyboardModifier
_OTHERS = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_Pressed = tuple[Qt.Key, bool]


class EntityKeys(QObject):
    """The filter that takes the keys of `does` in the widgets; those with Ctrl, Alt or Meta go on to the window."""

    def __init__(self, does: Does, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self._does: dict[_Pressed, Callable[[], object]] = {}
        for name, verb in does.items():
            for key, modifiers in bindings.pressed(name):
                is_shifted = bool(modifiers & _Modifier.ShiftModifier)
                self._does[key, is_shifted] = verb
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.modifiers() & _OTHERS:
            return False
        verb = self._verb(event)
        if verb is None or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            verb()
        return True

    def _verb(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what the key does; a sign that stands on another key's upper half has Shift with it."""
        key, is_shifted = Qt.Key(event.key()), bool(event.modifiers() & _Modifier.ShiftModifier)
        is_sign = event.text().isprintable() and not event.text().isalnum() and bool(event.text().strip())
        return self._does.get((key, is_shifted and not is_sign))
