"""The actions of the view Export: one table, from which its keys, its menu and the cheat sheet come."""

from __future__ import annotations

from ui.actions import Action

MENU = "Export"
EXPORT = (
    Action("export_write", "Export what is shown", ("Return", "Enter"), MENU, "write_it"),
    Action("export_copy", "Copy the command that does the same", ("Ctrl+Shift+C",), MENU, "copy_command"),
    Action("export_back", "Back to the article", ("Esc",), MENU, "go_back"),
)
