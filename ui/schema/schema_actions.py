"""The actions of the view Schema: one table, from which its keys, its menu and the cheat sheet come."""

from __future__ import annotations

from ui.actions import Action
from ui.frame.verbs import Verb

MENU = "Schema"
SCHEMA = (
    Action("schema_add", "Add a label or fact type", ("Ins",), MENU, "add"),
    Action("schema_rename", "Rename it", ("F2",), MENU, "rename"),
    Action("schema_search", "Search the labels and fact types", ("Ctrl+F",), MENU, "look_for"),
    Action("schema_back", "Back to the article", ("Esc",), MENU, "go_back"),
)
LINES_BEFORE = frozenset({"schema_search", "schema_back"})
BACK = Verb("schema_back", "Back", "arrow-left")
ADD = Verb("schema_add", "Add", "plus")
VERBS = (ADD, Verb("schema_rename", "Rename", "pencil"), BACK)
