"""Tips that name keys: they follow the keys in force."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.keys_in_force import IN_FORCE
from ui.plain_text import tip


class KeyedTip(QObject):
    """The tip of a widget: what it does, then the key in brackets; it goes with the widget."""

    def __init__(self, widget: QWidget, what: str, action: str) -> None:
        """Tell what the widget does, with the key of the action; the widget is called that too."""
        super().__init__(widget)
        self._widget, self._what, self._action = widget, what, action
        widget.setAccessibleName(what)
        IN_FORCE.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        key = IN_FORCE.fill(f"{{key:{self._action}}}")
        self._widget.setToolTip(tip(self._what if key.startswith("“") else f"{self._what} ({key})"))
