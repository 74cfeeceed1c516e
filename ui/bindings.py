"""Bindings: the QActions of a table of actions, each with its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions import Action
from ui.fixed_keys import FIXED


def of_window(
    rows: Iterable[Action],
    window: QWidget,
    page: QWidget,
    article: QWidget,
    keys: Mapping[str, tuple[str, ...]],
) -> dict[str, QAction]:
    """Make the window's actions, each doing what its row says; return them by name.

    What a row does is found when its key is first pressed, as `doing` has it.  `keys`: those that an action has now, by its
    name.
    """
    return {row.name: _made(row, window, article, page, keys[row.name]) for row in rows}


def of_page(
    page: QWidget, rows: Iterable[Action], keys: Callable[[str], tuple[str, ...]]
) -> dict[str, QAction]:
    """Make the actions of a page and return them by name; those of the text alone are bound to its `view`.

    `keys` gives those that an action has now.
    """
    return {row.name: _made(row, page, getattr(page, "view", page), page, keys(row.name)) for row in rows}


def doing(row: Action, whole: QWidget, page: QWidget) -> Callable[..., object]:
    """Return what the row does, below the whole or else below the page; a part of it may be made for that."""
    first = row.does.partition(".")[0]
    root = whole if first in vars(whole) or hasattr(type(whole), first) else page
    found: Callable[..., object] = attrgetter(row.does)(root)
    return found


def _made(row: Action, whole: QWidget, article: QWidget, page: QWidget, keys: tuple[str, ...]) -> QAction:
    owner = whole if row.windowed else article

    def do() -> None:
        doing(row, whole, page)(*row.given)

    return bind(owner, row.text, keys, do, windowed=row.windowed, repeats=row.repeats)


def bind(
    owner: QWidget,
    text: str,
    keys: tuple[str, ...],
    verb: Callable[[], object],
    *,
    windowed: bool = False,
    repeats: bool = False,
) -> QAction:
    """Give the owner an action with its keys, which work in it alone or in its whole window; return it.

    `repeats`: it is done on and on while the key is held; for what moves, never for what decides.
    """
    action = QAction(text, owner)
    set_keys(action, keys)
    scope = Qt.ShortcutContext.WindowShortcut if windowed else Qt.ShortcutContext.WidgetShortcut
    action.setShortcutContext(scope)
    action.setAutoRepeat(repeats)
    action.triggered.connect(lambda: verb())
    owner.addAction(action)
    return action


def codes(name: str) -> tuple[Qt.Key, ...]:
    """Return the keys of the fixed key of that name, without their modifiers.

    Tab with Shift is a key of its own for Qt.
    """
    return tuple(code for code, _ in pressed(name))


def pressed(name: str) -> tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...]:
    """Return the keys of the fixed key of that name as key events have them: each with its modifiers."""
    found = [QKeySequence(key)[0] for key in FIXED[name].keys]  # type: ignore[index]  # the stubs lack __getitem__
    tab, back = (Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier), Qt.Key.Key_Backtab
    events = [(each.key(), each.keyboardModifiers()) for each in found]
    return tuple((back, tab[1]) if event == tab else event for event in events)


def set_keys(action: QAction, keys: tuple[str, ...]) -> None:
    """Give the action these keys in place of those it had; menus show the first."""
    action.setShortcuts([QKeySequence(key) for key in keys])
