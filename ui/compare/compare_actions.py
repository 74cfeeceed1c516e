"""The actions of the view Compare: one table, from which its keys, its menu and the cheat sheet come."""

from __future__ import annotations

from ui.actions import Action

MENU = "Compare"
COMPARE = (Action("compare_search", "Find what goes together", (), MENU, "comparing.search"),)
LINES_BEFORE = frozenset[str]()
