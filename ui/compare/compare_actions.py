"""The actions of the view Compare: one table, from which its keys, its menu and the cheat sheet come.

Those of the table work while it has the keyboard, the others in the whole view.
"""

from __future__ import annotations

from ui.actions import RowsOfView

MENU = "Compare"

_row = RowsOfView("compare", MENU)

COMPARE = (
    _row("confirm", "Confirm the row, and to the next", ("Return", "Enter"), "deciding.confirm"),
    _row("reject", "Reject the row: its facts are kept apart", ("X",), "deciding.reject"),
    _row("take_out", "Take the facts of the current cell out of the row", ("Backspace",), "deciding.take_out"),
    _row("judge", "Judge the current role", ("J",), "deciding.judge"),
    _row("role", "Next role", ("R",), "table.next_role", repeats=True),
    _row("name", "Name the row", ("N",), "deciding.name"),
    _row("add", "Add the fact in focus in the article to the row", ("A",), "deciding.add_fact"),
    _row("mark", "Mark the row", ("Space",), "deciding.mark_row"),
    _row("mark_cell", "Mark the current cell", ("Ctrl+Space", "Shift+Space"), "deciding.mark_cell"),
    _row("unmark", "Take all marks away", (), "deciding.unmark"),
    _row("merge", "Merge the marked rows", ("M",), "deciding.merge"),
    _row("split", "Make the marked cells, or the current one, a row of their own", ("S",), "deciding.split"),
    _row("apart", "Keep the two marked rows or cells apart, with a note", ("K",), "deciding.keep_apart"),
    _row("next", "Next row to decide", ("Tab",), "deciding.next_row", 1, repeats=True),
    _row("previous", "Previous row to decide", ("Shift+Tab",), "deciding.next_row", -1, repeats=True),
    _row("evidence", "Read the evidence of the current cell", ("E",), "read_evidence"),
    _row("only", "Contradictions only, or all rows", ("F",), "bar.only.toggle"),
    _row("filter", "Filter the rows", ("/",), "bar.words.setFocus"),
    _row("story", "New story of chosen articles…", (), "stories.make", everywhere=True),
    _row("search", "Find what goes together", (), "comparing.search", everywhere=True),
    _row("pane", "Next part of Compare", ("F6",), "next_part", 1, everywhere=True, repeats=True),
    _row("pane_back", "Previous part of Compare", ("Shift+F6",), "next_part", -1, everywhere=True, repeats=True),
    _row("leave", "Back to the cell", ("Esc",), "leave", everywhere=True),
)  # fmt: skip
LINES_BEFORE = frozenset(f"compare_{name}" for name in ("judge", "mark", "next", "story", "pane"))
