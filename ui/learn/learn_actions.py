"""The actions of the view Learn: one table, from which its keys, its menu and the cheat sheet come."""

from __future__ import annotations

from ui.actions import RowsOfView

_row = RowsOfView("learn", "Learn")

LEARN = (
    _row("start", "Start training", ("Ctrl+Return", "Ctrl+Enter"), "start", everywhere=True),
    _row("stop", "Stop training, and keep the best so far", ("Ctrl+Backspace",), "stop", everywhere=True),
    _row("use", "Use the new pipeline", ("Ctrl+U",), "use", everywhere=True),
    _row("keep", "Keep the old pipeline", ("Ctrl+Shift+L",), "keep", everywhere=True),
    _row("copy", "Copy the command that does the same", ("Ctrl+Shift+C",), "copy_command", everywhere=True),
    _row("back", "Back to the article", ("Esc",), "go_back", everywhere=True),
)
LINES_BEFORE = frozenset(f"learn_{name}" for name in ("use", "copy", "back"))
