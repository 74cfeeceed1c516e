"""The actions of the view Across articles: one table, from which its keys, its menu and the cheat sheet come."""

from __future__ import annotations

from ui.actions import RowsOfView

MENU = "Across articles"

_row = RowsOfView("across", MENU)

ACROSS = (
    _row("left", "Take the first side", ("Left",), "hand.take", 0),
    _row("right", "Take the second side", ("Right",), "hand.take", 1),
    _row("neither", "Take neither: each on its own; a verdict as it is computed", ("X",), "hand.take_neither"),
    _row("keep", "Keep what gold says", ("K",), "hand.keep"),
    _row("on", "Go on to the next open case", ("Return", "Enter"), "hand.go_on"),
    _row("next", "Next case", ("Down",), "hand.go", 1, repeats=True),
    _row("previous", "Previous case", ("Up",), "hand.go", -1, repeats=True),
    _row("fold", "Open or close what is agreed", ("V",), "hand.fold"),
    _row("approve", "Approve: give gold what is agreed", ("Ctrl+Return", "Ctrl+Enter"), "hand.approve", everywhere=True),
    _row("pane", "Next part of the view", ("F6",), "next_part", 1, everywhere=True, repeats=True),
    _row("pane_back", "Previous part of the view", ("Shift+F6",), "next_part", -1, everywhere=True, repeats=True),
    _row("back", "Back to Review", ("Esc",), "go_back", everywhere=True),
)  # fmt: skip
LINES_BEFORE = frozenset({"across_on", "across_approve", "across_pane"})
