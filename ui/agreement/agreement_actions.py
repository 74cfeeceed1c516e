"""The actions of the view Agreement: one table, from which its keys, its menu and the cheat sheet come."""

from __future__ import annotations

from ui.actions import Action

MENU = "Agreement"
AGREEMENT = (
    Action("agreement_compare", "Compare those ticked", ("Ctrl+Return", "Ctrl+Enter"), MENU, "compare"),
    Action("agreement_copy", "Copy the report", ("Ctrl+Shift+C",), MENU, "copy_report"),
    Action("agreement_back", "Back to the article", ("Esc",), MENU, "go_back"),
)
