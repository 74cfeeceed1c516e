"""A radio button whose arrow keys go by the order of its group, wherever the buttons lie."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Radio(QRadioButton):
    """A button of an exclusive group.

    Qt itself looks for the neighbour by geometry, which is wrong for a button that was added and not laid out yet.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.toggled.connect(self._hold_tab)

    def _hold_tab(self, is_on: bool) -> None:
        """Have Tab come to the one that is chosen, also where the program chose it."""
        if is_on and self.group():
            for one in self.group().buttons():
                held = one.focusPolicy() | Qt.FocusPolicy.TabFocus
                one.setFocusPolicy(held if one is self else held & ~Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the neighbour for an arrow key; the last and the first one stay."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.group() is None:
            super().keyPressEvent(event)
            return
        shown = [one for one in self.group().buttons() if one.isVisibleTo(self.window()) and one.isEnabled()]
        at = shown.index(self) + step
        if 0 <= at < len(shown):
            shown[at].setFocus(
                Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            )
            shown[at].click()
