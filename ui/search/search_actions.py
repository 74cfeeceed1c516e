"""The actions of the view Search: its keys, its menu and the cheat sheet come from here, and the ways to it.

Those of the list work while it has the keyboard, the others in the whole view; the ways work in every view.
"""

from __future__ import annotations

from ui.actions import Action, RowsOfView
from ui.search.acting.acts import ACTIONS

_row = RowsOfView("search", "Search")

WAYS = (
    Action(
        "search_all",
        "Search all articles, for the words selected",
        ("Ctrl+Shift+F",),
        "Go",
        "pages.search_words",
    ),
    Action("next_found", "Next hit of the search", ("Ctrl+G",), "Go", "pages.step_found", (1,), repeats=True),
    Action(
        "previous_found",
        "Previous hit of the search",
        ("Ctrl+Shift+G",),
        "Go",
        "pages.step_found",
        (-1,),
        repeats=True,
    ),
)
SEARCH = (
    _row("open", "Go to the hit", ("Return", "Enter"), "go"),
    _row("veto", "Leave the hit out of what is done, or take it in", ("Space",), "table.veto"),
    *ACTIONS,
    _row("line", "Write the search", ("/",), "line.setFocus"),
    _row("look", "Search", ("Ctrl+Return", "Ctrl+Enter"), "search", everywhere=True),
    _row("before", "Search for what was looked for before", ("Alt+Left",), "look_before", everywhere=True),
    _row("left", "Sort by what stands before", ("Alt+1",), "sort_by", "left", everywhere=True),
    _row("words", "Sort by the words", ("Alt+2",), "sort_by", "words", everywhere=True),
    _row("right", "Sort by what stands behind", ("Alt+3",), "sort_by", "right", everywhere=True),
    _row("label", "Sort by label or fact type", ("Alt+4",), "sort_by", "label", everywhere=True),
    _row("article", "Sort by article", ("Alt+5",), "sort_by", "article", everywhere=True),
    _row("date", "Sort by date", ("Alt+6",), "sort_by", "date", everywhere=True),
    _row("form", "Fold or show the form", ("F7",), "fold_form", everywhere=True),
    _row("counts", "Fold or show the counts", ("F8",), "fold_counts", everywhere=True),
    _row("export", "Export the concordance…", ("Ctrl+Shift+E",), "export", everywhere=True),
    _row("pane", "Next part of Search", ("F6",), "next_part", 1, everywhere=True, repeats=True),
    _row("pane_back", "Previous part of Search", ("Shift+F6",), "next_part", -1, everywhere=True, repeats=True),
    _row("leave", "End the search; else back to the hits, and to the article", ("Esc",), "leave", everywhere=True),
)  # fmt: skip
LINES_BEFORE = frozenset(f"search_{name}" for name in ("confirm", "line", "left", "form", "export", "pane"))
