"""The fixed keys: those of dialogs, strips, lists and text boxes, which nobody can change.

Bindings and sentences take them from here, so that no other place spells a key but the tables of actions.
"""

from __future__ import annotations

from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class FixedKey:
    """A row of the table of fixed keys.

    `keys` as Qt writes them; `said` is how sentences call them when one key will not do.
    """

    name: str
    place: str
    keys: tuple[str, ...]
    text: str
    said: str = ""


CTRL, ALT, SHIFT = "Ctrl+", "Alt+", "Shift+"
CAPS = {"Return": "Enter", "Backspace": "⌫"}  # what stands on their caps
TWINS = {"Return": "Enter", "Enter": "Return"}  # keyboards have both, for one thing
ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}  # how a narrow place shows them
_ENTER, _ESC, _DIGITS = ("Return", "Enter"), ("Esc",), tuple("123456789")
SIGNS = tuple("1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ")  # of words in the fact builder
FIND, FINISH, SAME, FACT = (
    "in the find bar",
    "when finishing",
    "in the list of same mentions",
    "building a fact",
)
FACT_CASE = "reviewing a fact"
FACTS, FILLERS, REASONS = "in the cards of facts", "on a role of a card", "giving a reason"
SIDES, SHEET = "deciding a case", "choosing from a sheet"
ACROSS = "deciding across articles"
BOX, LISTS, MAP, AGREEMENT = "in a box of text", "in a list", "in the map of labels", "among the annotators"
PLOT = "in a picture of figures"
JUMP, WELCOME = "in a jump", "on the welcome"
UNSURE = "in the list of what is unsure"
SEARCH_LINE, SAVED = "writing a search", "among the saved searches"
BLIND = "in a blind check"
LISTED = "in the list of wordings"
GUIDELINE, WRITING = "reading a guideline", "writing a guideline"
KEYS = "on the page of keys"
ROLES = "on a role of a fact type"
DONE = "when an article is done"
JUDGING, NOTING, STORIES = "judging a role", "writing a name or note", "among the stories"
ENTITIES, EVIDENCE = "among the entities", "reading evidence"
COUNTED, ACTING = "among the counts of a search", "before something is done to hits"

FIXED = {
    row.name: row
    for row in (
        FixedKey("find_bar_on", FIND, _ENTER, "next hit"),
        FixedKey("find_bar_back", FIND, ("Shift+Return", "Shift+Enter"), "previous hit"),
        FixedKey("jump_end", JUMP, _ENTER, "stay at the word"),
        FixedKey("jump_back", JUMP, _ESC, "back to where it began"),
        FixedKey("jump_shorter", JUMP, ("Backspace",), "take the last letter back"),
        FixedKey("finish_go", FINISH, _ENTER, "go through them", "Enter"),
        FixedKey("finish_above", FINISH, ("S",), "confirm those above the score, once it was moved"),
        FixedKey("finish_leave", FINISH, ("L",), "finish, leave them"),
        FixedKey("finish_rest", FINISH, ("J",), "reject or leave those below"),
        FixedKey("finish_back", FINISH, _ESC, "back"),
        FixedKey("done_next", DONE, _ENTER, "next article"),
        FixedKey("done_stay", DONE, _ESC, "stay at the article"),
        FixedKey("blind_take", BLIND, _ENTER, "give the current answer"),
        FixedKey("blind_none", BLIND, ("X",), "there is no span"),
        FixedKey("blind_bounds", BLIND, ("=",), "it is longer or shorter than these words"),
        FixedKey("blind_back", BLIND, ("Left",), "back to the one before"),
        FixedKey("blind_leave", BLIND, _ESC, "leave it, to go on another time"),
        FixedKey("same_all", SAME, ("A",), "look in all articles"),
        FixedKey("same_case", SAME, ("C",), "take any case"),
        FixedKey("same_variants", SAME, ("V",), "take variants of the wording"),
        FixedKey("same_none", SAME, ("X",), "reject or delete instead"),
        FixedKey("same_veto", SAME, ("Space",), "veto a place"),
        FixedKey("same_apply", SAME, _ENTER, "carry the decision"),
        FixedKey("fact_sign", FACT, SIGNS, "take the words with that sign, or give them back", "1-9, 0, a-z"),
        FixedKey("fact_on", FACT, ("Tab",), "next role"),
        FixedKey("fact_back_on", FACT, ("Shift+Tab",), "previous role"),
        FixedKey("fact_role", FACT, tuple(f"Alt+{n}" for n in _DIGITS), "that role", "Alt+1-9"),
        FixedKey("fact_trigger", FACT, ("Alt+T",), "the trigger: the words that state the fact"),
        FixedKey("fact_before", FACT, ("Up",), "the sentence before"),
        FixedKey("fact_after", FACT, ("Down",), "the sentence after"),
        FixedKey(
            "fact_select",
            FACT,
            ("Left", "Right", "Shift+Left", "Shift+Right"),
            "select words in the sentence",
            "Shift and arrows",
        ),
        FixedKey("fact_scroll", FACT, ("PgUp", "PgDown"), "scroll a long sentence", "PgUp, PgDown"),
        FixedKey("fact_empty", FACT, ("Backspace", "Del"), "empty the role", "Backspace"),
        FixedKey("fact_modality", FACT, ("Alt+M",), "the next modality"),
        FixedKey("fact_negated", FACT, ("Alt+N",), "negated, or not"),
        FixedKey("fact_note", FACT, ("Alt+C",), "a note"),
        FixedKey("fact_second", FACT, ("Shift+F",), "a second fact beside the one that is there"),
        FixedKey("fact_done", FACT, _ENTER, "take what is selected; else write the fact"),
        FixedKey("fact_leave", FACT, _ESC, "leave at once"),
        FixedKey("facts_confirm", FACTS, _ENTER, "confirm"),
        FixedKey("facts_reject", FACTS, ("X", "Backspace"), "reject or delete"),
        FixedKey("facts_edit", FACTS, ("E",), "change it in the builder"),
        FixedKey("facts_role", FACTS, _DIGITS, "fill the role of that number", "1-9"),
        FixedKey("unsure_all", UNSURE, _ENTER, "take all its places, with a list of them before", "Enter"),
        FixedKey("unsure_one", UNSURE, ("Tab",), "go through its places one by one"),
        FixedKey(
            "unsure_none",
            UNSURE,
            ("Backspace", "X"),
            "take none of its places, with a list of them before",
            "X",
        ),
        FixedKey("filler_show", FILLERS, (*_ENTER, "Space"), "show its words in the text, or fill it"),
        FixedKey("filler_value", FILLERS, ("F2",), "type the value"),
        FixedKey("filler_remove", FILLERS, ("Del", "Backspace"), "take out"),
        FixedKey("filler_before", FILLERS, ("Left",), "the words before, of several"),
        FixedKey("filler_after", FILLERS, ("Right",), "the words after, of several"),
        FixedKey("filler_up", FILLERS, ("Alt+Up",), "move up"),
        FixedKey("filler_down", FILLERS, ("Alt+Down",), "move down"),
        FixedKey("role_up", ROLES, ("Alt+Up",), "move the role up"),
        FixedKey("role_down", ROLES, ("Alt+Down",), "move the role down"),
        FixedKey("review_row", FACT_CASE, _DIGITS, "turn that row over to the other side", "1-9"),
        FixedKey(
            "review_vote",
            SIDES,
            tuple(f"Alt+{n}" for n in _DIGITS),
            "take the side of that number",
            "Alt+1-9",
        ),
        FixedKey("across_side", ACROSS, _DIGITS, "take the side of that number", "1-9"),
        FixedKey("reason_choose", REASONS, _DIGITS, "choose that reason", "1-9"),
        FixedKey("reason_take", REASONS, _ENTER, "take the current one"),
        FixedKey("reason_none", REASONS, _ESC, "no reason; where one is needed, back"),
        FixedKey("sheet_digit", SHEET, _DIGITS, "tick that row, or take it", "1-9"),
        FixedKey("sheet_tick", SHEET, ("Space",), "tick the current row"),
        FixedKey("sheet_take", SHEET, _ENTER, "take those that are ticked, else the current one"),
        FixedKey("sheet_leave", SHEET, _ESC, "back"),
        FixedKey("send", BOX, ("Ctrl+Return", "Ctrl+Enter"), "send what is written"),
        FixedKey("listed_change", LISTED, _ENTER, "change the line"),
        FixedKey("listed_label", LISTED, ("L",), "give the lines another label"),
        FixedKey("listed_remove", LISTED, ("Del",), "remove the lines"),
        FixedKey("listed_undo", LISTED, ("Ctrl+Z",), "take back what was last done to the list"),
        FixedKey("listed_leave", LISTED, _ESC, "leave the line as it is"),
        FixedKey("guideline_edit", GUIDELINE, ("E",), "write it"),
        FixedKey("guideline_back", GUIDELINE, _ESC, "back to the text"),
        FixedKey("guideline_write", WRITING, ("Ctrl+Return", "Ctrl+Enter"), "write it, and read it"),
        FixedKey("guideline_leave", WRITING, _ESC, "write it, and back to the text"),
        FixedKey("filter_now", BOX, _ENTER, "filter at once"),
        FixedKey("welcome_open", WELCOME, _ENTER, "open the project"),
        FixedKey("welcome_choose", WELCOME, ("Up", "Down"), "go to another project", "↑ ↓"),
        FixedKey("list_open", LISTS, _ENTER, "go there"),
        FixedKey("map_left", MAP, ("Left",), "a cell to the left"),
        FixedKey("map_right", MAP, ("Right",), "a cell to the right"),
        FixedKey("map_up", MAP, ("Up",), "a cell up"),
        FixedKey("map_down", MAP, ("Down",), "a cell down"),
        FixedKey("map_open", MAP, (*_ENTER, "Space"), "list the places of the cell"),
        FixedKey("plot_left", PLOT, ("Left",), "to the part on the left"),
        FixedKey("plot_right", PLOT, ("Right",), "to the part on the right"),
        FixedKey("plot_up", PLOT, ("Up",), "to the part above"),
        FixedKey("plot_down", PLOT, ("Down",), "to the part below"),
        FixedKey("plot_open", PLOT, (*_ENTER, "Space"), "show the places behind the part"),
        FixedKey("agreement_people", AGREEMENT, _ENTER, "compare those who are ticked"),
        FixedKey(
            "judge_verdict",
            JUDGING,
            tuple("123450"),
            "same, compatible, differs, contradicts, silent; as computed",
            "1-5, 0",
        ),
        FixedKey("note_write", NOTING, _ENTER, "write it"),
        FixedKey("story_choose", STORIES, _ENTER, "compare its articles"),
        FixedKey("story_name", STORIES, ("N",), "name it"),
        FixedKey(
            "entity_confirm",
            ENTITIES,
            _ENTER,
            "confirm the entity or wording, and to the next; of a mention the evidence",
        ),
        FixedKey("entity_reject", ENTITIES, ("X",), "reject what is proposed: its wordings are kept apart"),
        FixedKey(
            "entity_out",
            ENTITIES,
            ("Backspace", "Del"),
            "take the wording or mention out of the entity",
            "Backspace",
        ),
        FixedKey("entity_mark", ENTITIES, ("Space",), "mark the entity, or the wording"),
        FixedKey("entity_merge", ENTITIES, ("M",), "merge the marked entities into the first"),
        FixedKey(
            "entity_split",
            ENTITIES,
            ("S",),
            "make the marked wordings, or the current one, an entity of their own",
        ),
        FixedKey("entity_apart", ENTITIES, ("K",), "keep the two marked entities apart, with a note"),
        FixedKey("entity_together", ENTITIES, ("Shift+K",), "no longer keep the two marked apart"),
        FixedKey(
            "entity_relate", ENTITIES, ("L",), "relate the two marked: people of, seat of, body of, within"
        ),
        FixedKey("entity_name", ENTITIES, ("N",), "name the entity"),
        FixedKey("entity_label", ENTITIES, ("T",), "give the entity a label"),
        FixedKey("entity_outside", ENTITIES, ("O",), "give the entity its id elsewhere, as in Wikidata"),
        FixedKey("entity_note", ENTITIES, ("C",), "write a note on the entity"),
        FixedKey(
            "entity_show",
            ENTITIES,
            ("E",),
            "read the evidence of the next mention; of two marked entities, of both",
        ),
        FixedKey("entity_next", ENTITIES, ("Tab",), "next entity or wording to decide"),
        FixedKey("entity_previous", ENTITIES, ("Shift+Tab",), "previous one"),
        FixedKey("entity_in", ENTITIES, ("Right",), "to the wordings; there, unfold the mentions of one"),
        FixedKey("entity_back", ENTITIES, ("Left",), "fold them, and back to the entity"),
        FixedKey("entity_filter", ENTITIES, ("/",), "filter the entities by any wording"),
        FixedKey("entity_undecided", ENTITIES, ("F",), "only what is to decide, or all"),
        FixedKey("entity_unmark", ENTITIES, ("U",), "take all marks away"),
        FixedKey("entity_leave", ENTITIES, _ESC, "back to the entities, to all of them, to the table"),
        FixedKey("entry_take", ENTITIES, _ENTER, "take what is written or chosen"),
        FixedKey("entry_choose", ENTITIES, _DIGITS, "choose that one", "1-9"),
        FixedKey("evidence_open", EVIDENCE, _ENTER, "open the place in Annotate"),
        FixedKey("evidence_next", EVIDENCE, ("Tab",), "next place in the article"),
        FixedKey("evidence_previous", EVIDENCE, ("Shift+Tab",), "previous place in the article"),
        FixedKey("found_look", SEARCH_LINE, _ENTER, "search for what is written"),
        FixedKey("act_done", ACTING, ("D",), "take in articles that are done too"),
        FixedKey("found_narrow", COUNTED, _ENTER, "narrow the search to what the row counts"),
        FixedKey("query_take", SEARCH_LINE, ("Tab",), "take what is offered"),
        FixedKey("query_offer", SEARCH_LINE, ("Ctrl+Space",), "offer all that may stand there"),
        FixedKey(
            "query_step", SEARCH_LINE, ("Up", "Down"), "choose what is offered, else an earlier line", "↑ ↓"
        ),
        FixedKey("saved_open", SAVED, _ENTER, "search for it"),
        FixedKey("saved_rename", SAVED, ("F2",), "rename it"),
        FixedKey("saved_delete", SAVED, ("Del",), "delete it"),
        FixedKey("key_change", KEYS, _ENTER, "change"),
        FixedKey("key_add", KEYS, ("Ins",), "add"),
        FixedKey("key_none", KEYS, ("Del",), "none"),
        FixedKey("key_default", KEYS, ("Backspace",), "default"),
        FixedKey("key_leave", KEYS, _ESC, "leave it as it is"),
    )
}
