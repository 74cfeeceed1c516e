"""The actions of the view Statistics: one table, from which its keys, its menu and the cheat sheet come."""

from __future__ import annotations

from ui.actions import RowsOfView

_row = RowsOfView("statistics", "Statistics")

STATISTICS = (
    _row("save", "Save the picture…", ("Ctrl+S",), "save_picture", everywhere=True),
    _row("copy", "Copy the picture", ("Ctrl+Shift+C",), "copy_picture", everywhere=True),
    _row("table", "Picture or table", ("Ctrl+T",), "turn_table", everywhere=True),
    _row("week", "This week alone, or all the time", ("W",), "choice.turn_week", everywhere=True),
    _row("on", "Next page of figures", ("Ctrl+PgDown",), "turn_page", 1, everywhere=True, repeats=True),
    _row("back_on", "Page of figures before", ("Ctrl+PgUp",), "turn_page", -1, everywhere=True, repeats=True),
    _row("part", "Next picture", ("F6",), "next_part", 1, everywhere=True, repeats=True),
    _row("part_back", "Picture before", ("Shift+F6",), "next_part", -1, everywhere=True, repeats=True),
    _row("paper", "Write the paper’s numbers…", (), "write_paper", everywhere=True),
    _row("leave", "Back to the article", ("Esc",), "go_back", everywhere=True),
)
LINES_BEFORE = frozenset(f"statistics_{name}" for name in ("week", "on", "paper", "leave"))
