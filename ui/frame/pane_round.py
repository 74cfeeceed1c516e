"""The round of the panes by key: which of them has the keyboard, and which is next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def give_next(panes: Sequence[QWidget], step: int) -> None:
    """Give the pane after (1) or before (-1) the one that has it the keyboard; panes that are not seen are left out."""
    seen = [pane for pane in panes if pane.isVisible()]
    at = next((n for n, pane in enumerate(seen) if has_keyboard(pane)), 0 if step < 0 else -1)
    seen[(at + step) % len(seen)].setFocus(Qt.FocusReason.TabFocusReason)


def has_keyboard(pane: QWidget) -> bool:
    """Return whether the pane, or the part that it hands the keyboard on to, or a part of these, has it."""
    focus, taker = QApplication.focusWidget(), pane
    while (proxy := taker.focusProxy()) is not None:
        taker = proxy
    return focus is not None and any(one is focus or one.isAncestorOf(focus) for one in (pane, taker))
