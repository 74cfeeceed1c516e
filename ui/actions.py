"""The actions: one table, from which keys, menus and the cheat sheet come.

An action of the article works while the article has the keyboard, one of the window everywhere.  A key that
stands on the digits also works with Shift and on the keypad; Return and Enter are one.
"""

from __future__ import annotations

from annotations.processes.quick_dataclass import dataclass
from ui.article.selection import Unit


@dataclass(frozen=True)
class Action:
    """A row of the table of actions.

    `keys` as Qt writes them; `does` names a method below the window, else below its page, called with
    `given`.  `repeats`: a held key does it on and on; for what moves, never for what decides.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    menu: str
    does: str
    given: tuple[object, ...] = ()
    windowed: bool = True
    repeats: bool = False


@dataclass(frozen=True)
class RowsOfView:
    """The maker of rows of a view's own table: each named after the view, in its menu, for a part of the view or all."""

    view: str
    menu: str

    def __call__(
        self,
        name: str,
        text: str,
        keys: tuple[str, ...],
        does: str,
        *given: object,
        everywhere: bool = False,
        repeats: bool = False,
    ) -> Action:
        return Action(
            f"{self.view}_{name}", text, keys, self.menu, does, given, windowed=everywhere, repeats=repeats
        )


def _article(
    name: str,
    text: str,
    keys: tuple[str, ...],
    menu: str,
    does: str,
    given: tuple[object, ...] = (),
    *,
    repeats: bool = False,
) -> Action:
    return Action(name, text, keys, menu, does, given, windowed=False, repeats=repeats)


ACTIONS = (
    Action("new_project", "New project…", ("Ctrl+N",), "File", "files.new_project"),
    Action("open_project", "Open project…", ("Ctrl+O",), "File", "files.open_project"),
    Action("open_sent", "Open what was sent…", (), "File", "arriving.choose"),
    Action("project", "Project…", (), "File", "files.change_project"),
    Action("sample", "Open the sample project", (), "File", "files.sample"),
    Action("import_files", "Import files…", ("Ctrl+I",), "File", "files.import_files"),
    Action("import_folder", "Import folder…", (), "File", "files.import_folder"),
    Action("paste_text", "Paste text…", ("Ctrl+V",), "File", "pasting.open"),
    Action("export", "Export…", ("Ctrl+E",), "File", "pages.toggle", ("export",)),
    Action("export_table", "Export this table…", (), "File", "pages.do", ("compare", "files.save")),
    Action("article_info", "Article info…", (), "File", "about_article.open"),
    _article("rename", "Rename the article", ("F2",), "File", "renaming.start"),
    Action("skip_article", "Skip article…", (), "File", "finishing.skip"),
    Action("remove_article", "Remove article…", (), "File", "about_article.remove"),
    Action("pack", "Pack work…", (), "File", "sharing.pack"),
    Action("merge", "Merge package…", (), "File", "sharing.merge"),
    Action("assign", "Assign articles…", (), "File", "sharing.assign"),
    Action("feedback_to", "Feedback to…", (), "File", "sharing.feedback"),
    Action("rename_annotator", "Rename an annotator…", (), "File", "other_name.ask"),
    Action("suggest", "Look for more in all articles", (), "File", "suggesting.everywhere"),
    Action("suggest_undecided", "Look again in unfinished articles", (), "File", "suggesting.undecided"),
    Action("trusted_pipelines", "Trusted pipelines…", (), "File", "suggesting.trust.open"),
    Action("backups", "Backups…", (), "File", "backups.open"),
    Action("close_project", "Close project", (), "File", "files.close_project"),
    Action("quit", "Quit", ("Ctrl+Q",), "File", "close"),
    Action("undo", "Undo", ("Ctrl+Z",), "Edit", "session.undo"),
    Action("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Edit", "session.redo"),
    _article("copy", "Copy", ("Ctrl+C",), "Edit", "annotating.copy"),
    _article("confirm", "Confirm, and to the next", ("Return", "Enter"), "Edit", "annotating.confirm"),
    _article(
        "confirm_to_here",
        "Confirm everything to here",
        ("Shift+Return", "Shift+Enter"),
        "Edit",
        "annotating.confirm_to_here",
    ),
    _article("reject", "Reject or delete, and to the next", ("Backspace", "X"), "Edit", "annotating.reject"),
    _article(
        "label_with_hand", "Label with the current label", ("Space",), "Edit", "annotating.label_with_hand"
    ),
    _article("relabel", "Label…", (), "Edit", "relabel"),
    _article(
        "end_on",
        "Make longer on the right",
        ("Alt+Right",),
        "Longer or shorter",
        "annotating.bounds.step",
        ("end", 1),
        repeats=True,
    ),
    _article(
        "end_back",
        "Make shorter on the right",
        ("Alt+Left",),
        "Longer or shorter",
        "annotating.bounds.step",
        ("end", -1),
        repeats=True,
    ),
    _article(
        "start_on",
        "Make shorter on the left",
        ("Ctrl+Right",),
        "Longer or shorter",
        "annotating.bounds.step",
        ("start", 1),
        repeats=True,
    ),
    _article(
        "start_back",
        "Make longer on the left",
        ("Ctrl+Left",),
        "Longer or shorter",
        "annotating.bounds.step",
        ("start", -1),
        repeats=True,
    ),
    _article(
        "take_bounds", "Make it what is selected", ("=",), "Longer or shorter", "annotating.bounds.take"
    ),
    _article("same_mentions", "Same mentions…", ("M",), "Edit", "same_mentions"),
    _article("fact", "New fact", ("F",), "Edit", "fact_keys.begin"),
    _article("change_fact", "Change the fact in focus", ("E",), "Edit", "fact_keys.change"),
    _article("comment", "Comment on the span or fact, or on the article", ("C",), "Edit", "commenting.start"),
    _article("example", "Add this as an example…", ("Shift+G",), "Edit", "examples.offer"),
    _article("boilerplate", "Mark or unmark boilerplate", ("B",), "Edit", "annotating.boilerplate"),
    _article("suggest_here", "Look for more", ("R",), "Edit", "suggesting.here"),
    Action("finish", "Finish the article", ("Ctrl+Return", "Ctrl+Enter"), "Edit", "finishing.finish"),
    Action("reopen", "Reopen the article", (), "Edit", "annotating.edits.reopen"),
    Action("blind_check", "Blind check…", ("Ctrl+B",), "Edit", "finishing.blind.open"),
    Action("schema", "Schema…", (), "Edit", "pages.toggle", ("schema",)),
    Action("lists", "Lists…", (), "Edit", "lists.open"),
    Action("settings", "Settings…", ("Ctrl+,",), "Edit", "preferences.open"),
    Action("facts_panel", "Facts", (), "View", "panels.open", ("facts",)),
    Action("doubt_panel", "Unsure", (), "View", "panels.open", ("doubt",)),
    Action("show_comments", "Comments", (), "View", "panels.open", ("comments",)),
    Action("lint_panel", "Checks", (), "View", "panels.open", ("lint",)),
    Action("show_history", "History", (), "View", "panels.open", ("history",)),
    Action("feedback", "Feedback", (), "View", "panels.open", ("feedback",)),
    Action("fold_list", "Fold or show the list of articles", ("F7",), "View", "panes.fold_list"),
    Action("fold_pane", "Fold or show the pane on the right", ("F8",), "View", "panes.fold_right"),
    Action("larger", "Larger text", ("Ctrl++", "Ctrl+="), "View", "view.appearance.zoom", (1,), repeats=True),
    Action("smaller", "Smaller text", ("Ctrl+-",), "View", "view.appearance.zoom", (-1,), repeats=True),
    Action("normal_size", "Normal text", ("Ctrl+0",), "View", "view.appearance.reset_zoom"),
    _article("guideline", "Read or write the guideline", ("G",), "View", "reading.toggle"),
    _article(
        "next_suggestion",
        "Next suggestion",
        ("Tab",),
        "Go",
        "annotating.going.next_suggestion",
        (1,),
        repeats=True,
    ),
    _article(
        "previous_suggestion",
        "Previous suggestion",
        ("Shift+Tab",),
        "Go",
        "annotating.going.next_suggestion",
        (-1,),
        repeats=True,
    ),
    _article(
        "next_span", "Next span or fact", ("N",), "Go", "annotating.going.next_seen", (1,), repeats=True
    ),
    _article(
        "previous_span",
        "Previous span or fact",
        ("Shift+N",),
        "Go",
        "annotating.going.next_seen",
        (-1,),
        repeats=True,
    ),
    _article(
        "doubtful", "Most unsure span or fact, in whichever article", ("U",), "Go", "doubting.go_to_next"
    ),
    _article(
        "compare_entity", "The entity or fact in focus, in Compare", ("Ctrl+K",), "Go", "across.compare"
    ),
    _article("jump", "Jump to a word by its first letters", (",",), "Go", "jumping.start"),
    Action("find", "Find in the article", ("Ctrl+F", "/"), "Go", "finding.open"),
    Action("find_next", "Next hit", ("F3",), "Go", "finding.step", (1,), repeats=True),
    Action("find_previous", "Previous hit", ("Shift+F3",), "Go", "finding.step", (-1,), repeats=True),
    Action(
        "next_article",
        "Next article",
        ("Ctrl+PgDown",),
        "Go",
        "annotating.going.next_article",
        (1,),
        repeats=True,
    ),
    Action(
        "previous_article",
        "Previous article",
        ("Ctrl+PgUp",),
        "Go",
        "annotating.going.next_article",
        (-1,),
        repeats=True,
    ),
    Action("filter_articles", "Filter the articles", ("Ctrl+L",), "Go", "filters.open"),
    Action("next_pane", "Next pane", ("F6",), "Go", "next_pane", (1,), repeats=True),
    Action("previous_pane", "Previous pane", ("Shift+F6",), "Go", "next_pane", (-1,), repeats=True),
    Action("back", "Back to before the jump", ("Alt+Home",), "Go", "commenting.back"),
    Action("leave", "Back to the text", ("Esc",), "Go", "leave"),
    Action("first_steps", "First steps", (), "Help", "coach.begin"),
    Action("cheat_sheet", "All keys", ("?", "F1"), "Help", "open_keys"),
    Action("words", "Words", (), "Help", "helping.open_words"),
    Action("guidelines", "Guidelines", (), "Help", "helping.open_guidelines"),
    Action("report", "Report a problem…", (), "Help", "reporting.open"),
    Action("about", "About, licences", (), "Help", "helping.open_about"),
)

# The caret: a key, and the unit, the step and whether it selects.
CARET: tuple[tuple[str, Unit, int, bool], ...] = (
    ("Left", "token", -1, False),
    ("Right", "token", 1, False),
    ("Up", "line", -1, False),
    ("Down", "line", 1, False),
    ("PgUp", "page", -1, False),
    ("PgDown", "page", 1, False),
    ("Home", "row", -1, False),
    ("End", "row", 1, False),
    ("Ctrl+Home", "edge", -1, False),
    ("Ctrl+End", "edge", 1, False),
    ("Shift+Left", "token", -1, True),
    ("Shift+Right", "token", 1, True),
    ("Shift+Up", "line", -1, True),
    ("Shift+Down", "line", 1, True),
    ("Shift+PgUp", "page", -1, True),
    ("Shift+PgDown", "page", 1, True),
    ("Shift+Home", "row", -1, True),
    ("Shift+End", "row", 1, True),
    ("Ctrl+Shift+Home", "edge", -1, True),
    ("Ctrl+Shift+End", "edge", 1, True),
    ("Ctrl+Shift+Left", "character", -1, True),
    ("Ctrl+Shift+Right", "character", 1, True),
)
LINES_BEFORE = {  # where a menu draws a line
    *("import_files", "article_info", "pack", "suggest", "backups", "close_project"),
    *("copy", "confirm", "fact", "suggest_here", "finish", "schema", "take_bounds"),
    *("facts_panel", "fold_list", "larger", "guideline"),
    *("next_suggestion", "next_span", "doubtful", "find", "next_article", "next_pane", "report"),
}
MENUS = ("File", "Edit", "View", "Go", "Help")
BELOW = {"Longer or shorter": "Edit"}  # menus in another menu
# What is about the article in Annotate: off in the other views, where it would be done unseen.
ANNOTATE = (
    *(
        "annotating.",
        "finishing.",
        "finding.",
        "commenting.",
        "doubting.",
        "filters.",
        "panels.",
        "renaming.",
    ),
    *("coach.", "panes.", "reading."),
    *("suggesting.here", "same_mentions", "relabel", "next_pane", "leave"),
)
EVERYWHERE = ("next_article", "previous_article")


def is_of_annotate(row: Action) -> bool:
    """Return whether the action is for the view Annotate alone."""
    return not row.windowed or (row.does.startswith(ANNOTATE) and row.name not in EVERYWHERE)
