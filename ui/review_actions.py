"""The actions of the view Review: one table, from which its keys, its menu and the cheat sheet come.

As in `actions`: those of the article work while it has the keyboard, the others in the whole view.
"""

from __future__ import annotations

from ui.actions import RowsOfView

MENU = "Review"

_row = RowsOfView("review", MENU)

REVIEW = (
    _row("take_left", "Take the first side", ("Left",), "verbs.take", 0),
    _row("take_right", "Take the second side", ("Right",), "verbs.take", 1),
    _row("side", "Take a side from a list", ("Alt+0",), "closing.choose_side"),
    _row("both", "Take all sides; with words selected, add them as boilerplate", ("B",), "verbs.take_both"),
    _row("neither", "Take neither: nothing is here, with a reason", ("X",), "verbs.take_neither"),
    _row("proposed", "Take what is proposed", ("Return", "Enter"), "verbs.take_proposed"),
    _row("same", "Same cases: decide all of them at once", ("M",), "same.open"),
    _row("end_on", "Make what is proposed longer on the right", ("Alt+Right",), "verbs.move_bound", "end", 1, repeats=True),
    _row("end_back", "Make what is proposed shorter on the right", ("Alt+Left",), "verbs.move_bound", "end", -1, repeats=True),
    _row("start_on", "Make what is proposed shorter on the left", ("Ctrl+Right",), "verbs.move_bound", "start", 1, repeats=True),
    _row("start_back", "Make what is proposed longer on the left", ("Ctrl+Left",), "verbs.move_bound", "start", -1, repeats=True),
    _row("take_bounds", "Propose the words that are selected", ("=",), "verbs.take_bounds"),
    _row("change", "Change the fact that is proposed", ("E",), "facts.change"),
    _row("fact", "Add a fact that was missed", ("F",), "facts.begin"),
    _row("topic", "Add a topic that was missed…", (), "closing.add_topic"),
    _row("next", "Next case", ("Down",), "hand.go", 1, repeats=True),
    _row("previous", "Previous case", ("Up",), "hand.go", -1, repeats=True),
    _row("lowest", "Lowest agreement first, or as in the text", (), "hand.turn_order", everywhere=True),
    _row("names", "Hide the names of those compared, or show them", (), "fairness.turn_names", everywhere=True),
    _row("fold", "Open or close what is agreed", ("V",), "hand.fold"),
    _row("all_left", "Take all open cases of the article from the first annotator", ("Alt+Shift+Left",), "closing.take_all", 0),
    _row("all_right", "Take all open cases of the article from the second annotator", ("Alt+Shift+Right",), "closing.take_all", 1),
    _row("rest_left", "Take all open cases from here on from the first annotator", (), "closing.take_rest", 0),
    _row("rest_right", "Take all open cases from here on from the second annotator", (), "closing.take_rest", 1),
    _row("majority", "Decide by majority…", (), "majority.open", everywhere=True),
    _row("approve", "Approve the article, and to the next", ("Ctrl+Return", "Ctrl+Enter"), "closing.approve", everywhere=True),
    _row("return", "Return the article to its annotator, or to some of them", ("R",), "closing.send_back"),
    _row("reopen", "Reopen the review of the article", (), "closing.reopen"),
    _row("pane", "Next part of the view", ("F6",), "next_part", 1, everywhere=True, repeats=True),
    _row("pane_back", "Previous part of the view", ("Shift+F6",), "next_part", -1, everywhere=True, repeats=True),
    _row("leave", "Back to the text", ("Esc",), "leave", everywhere=True),
)  # fmt: skip
LINES_BEFORE = {f"review_{name}" for name in ("end_on", "next", "all_left", "approve", "pane")}
FREE = {"Left", "Right", "Up", "Down"}  # keys of the caret that are something else here
