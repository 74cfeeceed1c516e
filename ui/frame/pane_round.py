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


def tab_after(before: QWidget, made: QWidget) -> None:
    """Have Tab lead from `before`, or from the last that it stops at there, to what was made later than its neighbours."""
    stops = [before] if _is_stop(before) else _stops(before)
    for one in _stops(made):
        if stops:
            QWidget.setTabOrder(stops[-1], one)
        stops.append(one)


def _is_stop(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None


def _stops(part: QWidget) -> list[QWidget]:
    """Return what Tab stops at in the part; a walk along Qt's own chain of it has ended in crashes of PySide."""
    whole = part.window()  # what drops down is one of its own
    return [one for one in part.findChildren(QWidget) if _is_stop(one) and one.window() is whole]
