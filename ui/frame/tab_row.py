"""A row of tabs that is never wider than its room: the last of those that may go give way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look.buttons import Button
from ui.look.layouts import row
from ui.look.scale import px


class TabRow(QWidget):
    """The tabs with a button behind them.  `wanted`: the names of those that are to be seen."""

    def __init__(self, tabs: Mapping[str, Button], may_go: Sequence[str], last: Button) -> None:
        super().__init__()
        self._tabs, self._may_go, self._last = tabs, may_go, last
        self.wanted: frozenset[str] = frozenset(tabs)
        self.setLayout(row(*tabs.values(), None, last, gap=0, margins=(10, 4, 8, 3)))

    def show_tabs(self, wanted: frozenset[str]) -> None:
        """Show these tabs, as far as there is room."""
        self.wanted = wanted
        self._fit()

    def _fit(self) -> None:
        shown = [name for name in self._tabs if name in self.wanted]
        room = self.width() - px(18) - self._last.sizeHint().width()
        for name in reversed(self._may_go):
            if sum(self._tabs[one].sizeHint().width() for one in shown) > room and name in shown:
                shown.remove(name)
        for name, tab in self._tabs.items():
            if tab.isHidden() == (name in shown):
                tab.setVisible(name in shown)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit the tabs anew when one has other words."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)
