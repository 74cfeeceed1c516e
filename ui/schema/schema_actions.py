"""The actions of the view Schema: one table, from which its keys, its menu, its verbs and the cheat sheet come."""

from __future__ import annotations

from ui.actions import Action
from ui.frame.verbs import Verb

MENU = "Schema"
SCHEMA = (
    Action("schema_add", "Add a label or fact type", ("Ins",), MENU, "pane.begin_new"),
    Action("schema_rename", "Rename it", ("F2",), MENU, "go_to", ("name",)),
    Action("schema_merge", "Merge it into another", ("Ctrl+M",), MENU, "go_to", ("merge",)),
    Action("schema_archive", "Archive it, or offer it again", ("Ctrl+D",), MENU, "archive"),
    Action("schema_up", "Move it up", ("Alt+Up",), MENU, "move_by", (-1,), windowed=False, repeats=True),
    Action("schema_down", "Move it down", ("Alt+Down",), MENU, "move_by", (1,), windowed=False, repeats=True),
    Action("schema_search", "Search the labels and fact types", ("Ctrl+F",), MENU, "pane.begin_search"),
    Action("schema_codebook", "Write the codebook…", (), MENU, "codebook.ask"),
    Action("schema_back", "Back to the article", ("Esc",), MENU, "go_back"),
)
LINES_BEFORE = frozenset({"schema_up", "schema_search", "schema_codebook", "schema_back"})
ADD, BACK = Verb("schema_add", "Add", "plus"), Verb("schema_back", "Back", "arrow-left")


def verbs(*, is_archived: bool) -> tuple[Verb, ...]:
    """Return what can be done with a label or fact type in hand."""
    return (
        ADD,
        Verb("schema_rename", "Rename", "pencil"),
        Verb("schema_merge", "Merge", "copy"),
        Verb("schema_archive", "Offer again" if is_archived else "Archive", "eye-off"),
        BACK,
    )
