"""The three panes of Annotate: the list, the article and the pane on the right, of which the outer two fold.

In a narrow window the list starts folded, and lies over the article when it is unfolded.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.frame.pane_round import has_keyboard
from ui.look.restyled import follow
from ui.look.scale import px

NARROW = 1200  # pixels at 100 %: in a narrower window the list starts folded
TIGHT = 640  # and in one that is narrower than that, the right pane too
LIST, NARROW_LIST, LEAST_LIST, MOST_LIST = 264, 232, 200, 400
PANE, NARROW_PANE, LEAST_PANE, MOST_PANE = 344, 304, 280, 480


class Panes(QSplitter):
    """List, article and right pane, side by side.  `shown`: one was folded or unfolded, or its width changed."""

    shown = Signal()

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.left, self.middle, self.right = left, middle, right
        self._is_open, self._is_right_open = True, True
        self._widths = (0, 0)  # those that a person chose, in pixels at 100 %; 0 for the design's
        self._over = _Over(self)
        for place, pane in enumerate((left, middle, right)):
            self.addWidget(pane)
            self.setStretchFactor(place, int(place == 1))
        self.setHandleWidth(1)
        middle.setMinimumWidth(1)
        self.splitterMoved.connect(self._remember)
        self._was: tuple[bool, bool] | None = None  # whether it was narrow, and tight
        follow(self)

    @property
    def is_narrow(self) -> bool:
        """Return whether the window is too narrow for three panes."""
        return self.width() < px(NARROW)

    @property
    def list_width(self) -> int:
        """Return the width of the list in pixels."""
        return px(self._widths[0] or (NARROW_LIST if self.is_narrow else LIST))

    def fold_list(self) -> None:
        """Fold the list, or unfold it."""
        self._is_open = not self._is_open
        self._settle()
        if self._is_open:
            self.left.setFocus()
        self.shown.emit()

    def fold_right(self) -> None:
        """Fold the right pane, or unfold it."""
        self._is_right_open = not self._is_right_open
        self._settle()
        self.shown.emit()

    def unfold_right(self) -> None:
        """Show the right pane."""
        if not self._is_right_open:
            self.fold_right()

    def put_list_away(self) -> None:
        """Fold the list where it lies over the article."""
        if self.is_narrow and self._is_open:
            self._is_open = False
            self._settle()
            self.shown.emit()

    def restyle(self) -> None:
        """Take the scale in force."""
        self._fold_by_width()
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_by_width()
        self._settle()

    def _fold_by_width(self) -> None:
        """Fold or unfold what the window's width says, when that has become narrow, tight or neither."""
        now = (self.is_narrow, self.width() < px(TIGHT))
        if self._was is None or self._was[0] != now[0]:
            self._is_open = not now[0]
        if self._was is None or self._was[1] != now[1]:
            self._is_right_open = not now[1]
        self._was = now

    def _settle(self) -> None:
        lies_over = self.is_narrow and self._is_open
        self._over.hold(self.left, lies_over)
        self._show(self.left, self._is_open)
        self._show(self.right, self._is_right_open)
        right = min(px(self._widths[1] or (NARROW_PANE if self.is_narrow else PANE)), self.width() * 9 // 20)
        left = 0 if lies_over or not self._is_open else self.list_width
        right = right if self._is_right_open else 0
        sizes = (left, max(1, self.width() - left - right), right)
        self.right.setMaximumWidth(px(MOST_PANE))
        self.right.setMinimumWidth(min(px(LEAST_PANE), max(1, self.width() * 9 // 20)))
        if lies_over:
            self.setSizes(sizes[1:])
            self.left.setGeometry(0, 0, self.list_width, self.height())
            self.left.raise_()
        else:
            self.left.setMaximumWidth(px(MOST_LIST))
            self.left.setMinimumWidth(min(px(LEAST_LIST), max(1, self.width() // 3)))
            self.setSizes(sizes)

    def _show(self, pane: QWidget, is_shown: bool) -> None:
        """Show or hide the pane; the keyboard goes from a hidden one to the article."""
        had_keyboard = not is_shown and has_keyboard(pane)
        pane.setVisible(is_shown)
        if had_keyboard:
            self.middle.setFocus()

    def _remember(self) -> None:
        """Keep the widths that were chosen."""
        per = px(1000) / 1000
        left = self.left.width() if self._is_open and not self.is_narrow else 0
        right = self.right.width() if self._is_right_open else 0
        self._widths = (
            round(left / per) if left else self._widths[0],
            round(right / per) if right else self._widths[1],
        )
        self.shown.emit()


class _Over(QObject):
    """Takes the list out of the panes, so that it lies over the article, and puts it back."""

    def __init__(self, panes: QSplitter) -> None:
        super().__init__(panes)
        self._panes, self._holds = panes, False

    def hold(self, pane: QWidget, is_over: bool) -> None:
        """Have the pane lie over the others, or beside them."""
        if is_over == self._holds:
            return
        self._holds = is_over
        if is_over:
            pane.setParent(self._panes.parentWidget())
            pane.show()
        else:
            self._panes.insertWidget(0, pane)
