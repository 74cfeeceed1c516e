"""The actions: one table, from which keys, menus and the cheat sheet come.

An action of the article works while the article has the keyboard, one of the window everywhere.  A key that
stands on the digits also works with Shift and on the keypad; Return and Enter are one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Action:
    """A row: `keys` as Qt writes them; `menu` is "" for what no menu shows; `windowed` works everywhere."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    windowed: bool = False


def _windowed(name: str, text: str, keys: tuple[str, ...], menu: str) -> Action:
    return Action(name, text, keys, menu, windowed=True)


ACTIONS = (
    _windowed("new_project", "New project…", ("Ctrl+N",), "File"),
    _windowed("open_project", "Open project…", ("Ctrl+O",), "File"),
    _windowed("import_files", "Import files…", ("Ctrl+I",), "File"),
    _windowed("import_folder", "Import folder…", (), "File"),
    _windowed("suggest", "Suggest in all articles again", (), "File"),
    _windowed("export", "Export…", ("Ctrl+E",), "File"),
    _windowed("article_info", "Article info…", (), "File"),
    _windowed("remove_article", "Remove article…", (), "File"),
    _windowed("quit", "Quit", ("Ctrl+Q",), "File"),
    _windowed("undo", "Undo", ("Ctrl+Z",), "Edit"),
    _windowed("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Edit"),
    Action("confirm", "Confirm, and to the next", ("Return", "Enter"), "Edit"),
    Action("confirm_to_here", "Confirm everything to here", ("Shift+Return", "Shift+Enter"), "Edit"),
    Action("reject", "Reject or delete, and to the next", ("Backspace", "X"), "Edit"),
    Action("label_in_hand", "Label with the label in hand", ("Space",), "Edit"),
    Action("take_bounds", "Give the span the selection's bounds", ("=",), "Edit"),
    _windowed("finish", "Finish the article", ("Ctrl+Return", "Ctrl+Enter"), "Edit"),
    _windowed("reopen", "Reopen the article", (), "Edit"),
    Action("copy", "Copy", ("Ctrl+C",), "Edit"),
    Action("next_suggestion", "Next suggestion", ("Tab",), "Go"),
    Action("previous_suggestion", "Previous suggestion", ("Shift+Tab",), "Go"),
    Action("next_span", "Next span", ("N",), "Go"),
    Action("previous_span", "Previous span", ("Shift+N",), "Go"),
    _windowed("next_article", "Next article", ("Ctrl+PgDown",), "Go"),
    _windowed("previous_article", "Previous article", ("Ctrl+PgUp",), "Go"),
    _windowed("next_pane", "Next pane", ("F6",), "Go"),
    _windowed("previous_pane", "Previous pane", ("Shift+F6",), "Go"),
    _windowed("leave", "Back to the text", ("Esc",), "Go"),
    _windowed("zoom_in", "Larger text", ("Ctrl++", "Ctrl+="), "View"),
    _windowed("zoom_out", "Smaller text", ("Ctrl+-",), "View"),
    _windowed("zoom_reset", "Normal text", ("Ctrl+0",), "View"),
    Action("end_right", "End of the span on by a token", ("Alt+Right",), "Bounds"),
    Action("end_left", "End of the span back by a token", ("Alt+Left",), "Bounds"),
    Action("start_right", "Start of the span on by a token", ("Ctrl+Right",), "Bounds"),
    Action("start_left", "Start of the span back by a token", ("Ctrl+Left",), "Bounds"),
)

# The caret: action name -> unit, step, selecting; the key stands beside it.
CARET = (
    ("Left", "token", -1, False),
    ("Right", "token", 1, False),
    ("Up", "line", -1, False),
    ("Down", "line", 1, False),
    ("PgUp", "page", -1, False),
    ("PgDown", "page", 1, False),
    ("Home", "row", -1, False),
    ("End", "row", 1, False),
    ("Ctrl+Home", "edge", -1, False),
    ("Ctrl+End", "edge", 1, False),
    ("Shift+Left", "token", -1, True),
    ("Shift+Right", "token", 1, True),
    ("Shift+Up", "line", -1, True),
    ("Shift+Down", "line", 1, True),
    ("Shift+PgUp", "page", -1, True),
    ("Shift+PgDown", "page", 1, True),
    ("Shift+Home", "row", -1, True),
    ("Shift+End", "row", 1, True),
    ("Ctrl+Shift+Home", "edge", -1, True),
    ("Ctrl+Shift+End", "edge", 1, True),
    ("Ctrl+Shift+Left", "character", -1, True),
    ("Ctrl+Shift+Right", "character", 1, True),
)
MENUS = ("File", "Edit", "Bounds", "Go", "View")


def build(window: QWidget, article: QWidget, verbs: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The actions of the table, by name, each doing the verb of its name."""
    return {
        row.name: bind(
            window if row.windowed else article, row.text, row.keys, verbs[row.name], windowed=row.windowed
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
    action.setShortcuts([QKeySequence(key) for key in keys])
    scope = Qt.ShortcutContext.WindowShortcut if windowed else Qt.ShortcutContext.WidgetShortcut
    action.setShortcutContext(scope)
    action.triggered.connect(lambda: verb())
    owner.addAction(action)
    return action


def label_keys(key: str) -> tuple[str, ...]:
    """The shortcuts of a label's key: a digit also with Shift."""
    return (key, f"Shift+{key}") if key.isdigit() else (key.upper(),)
