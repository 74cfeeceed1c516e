"""Bindings: the QActions of a table of actions, each with its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions import ACTIONS, CARET
from ui.fixed_keys import FIXED


def build(window: QWidget, article: QWidget, keys: Mapping[str, tuple[str, ...]]) -> dict[str, QAction]:
    """The actions of the table, by name, each doing what its row says; and the keys of the caret.

    `keys`: those that an action has now, by its name, in place of the row's.
    """
    for key, unit, step, selecting in CARET:
        bind(article, "", (key,), partial(attrgetter("view.move_caret")(window), unit, step, selecting))
    return {
        row.name: bind(
            window if row.windowed else article,
            row.text,
            keys[row.name],
            partial(attrgetter(row.does)(window), *row.given),
            windowed=row.windowed,
        )
        for row in ACTIONS
    }


def bind(
    owner: QWidget,
    text: str,
    keys: tuple[str, ...],
    verb: Callable[[], object],
    *,
    windowed: bool = False,
) -> QAction:
    """An action with its keys, which work in the owner alone or in its whole window."""
    action = QAction(text, owner)
    set_keys(action, keys)
    scope = Qt.ShortcutContext.WindowShortcut if windowed else Qt.ShortcutContext.WidgetShortcut
    action.setShortcutContext(scope)
    action.triggered.connect(lambda: verb())
    owner.addAction(action)
    return action


def codes(name: str) -> tuple[Qt.Key, ...]:
    """Return the fixed keys of that name without their modifiers; Tab with Shift is a key of its own for Qt."""
    return tuple(code for code, _ in pressed(name))


def pressed(name: str) -> tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...]:
    """Return the fixed keys of that name as key events have them: the key and its modifiers."""
    found = [QKeySequence(key)[0] for key in FIXED[name].keys]
    tab, back = (Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier), Qt.Key.Key_Backtab
    events = [(each.key(), each.keyboardModifiers()) for each in found]
    return tuple((back, tab[1]) if event == tab else event for event in events)


def set_keys(action: QAction, keys: tuple[str, ...]) -> None:
    """In place of the keys it had; menus show the first."""
    action.setShortcuts([QKeySequence(key) for key in keys])
