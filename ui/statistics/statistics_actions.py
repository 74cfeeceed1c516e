"""The actions of the view Statistics: one table, from which its keys, its menu and the cheat sheet come."""

from __future__ import annotations

from ui.actions import RowsOfView

_row = RowsOfView("statistics", "Statistics")

STATISTICS = (
    _row("save", "Save the picture…", ("Ctrl+S",), "save_picture", everywhere=True),
    _row("copy", "Copy the picture", ("Ctrl+Shift+C",), "copy_picture", everywhere=True),
    _row("table", "Picture or table", ("Ctrl+T",), "turn_table", everywhere=True),
    _row("week", "This week alone, or all the time", ("W",), "choice.turn_week", everywhere=True),
    _row("overview", "Overview", ("Alt+1",), "turn_to", "overview", everywhere=True),
    _row("suggestions", "Suggestions", ("Alt+2",), "turn_to", "suggestions", everywhere=True),
    _row("labels", "Labels", ("Alt+3",), "turn_to", "labels", everywhere=True),
    _row("facts", "Facts", ("Alt+4",), "turn_to", "facts", everywhere=True),
    _row("time", "Time", ("Alt+5",), "turn_to", "time", everywhere=True),
    _row("part", "Next picture", ("F6",), "next_part", 1, everywhere=True, repeats=True),
    _row("part_back", "Picture before", ("Shift+F6",), "next_part", -1, everywhere=True, repeats=True),
    _row("paper", "Write the paper’s numbers…", (), "write_paper", everywhere=True),
    _row("leave", "Back to the article", ("Esc",), "go_back", everywhere=True),
)
LINES_BEFORE = frozenset(f"statistics_{name}" for name in ("week", "overview", "part", "paper", "leave"))
