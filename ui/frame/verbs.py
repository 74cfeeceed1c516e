"""The verbs of the foot: what can be done with what is in focus, a row for each kind of focus.

A verb names an action of `ui/actions.py` or of the view's own table; its key is the one in force unless another is shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class Verb:
    """A verb: the action that it does, the word and icon for it, and the key shown if that is not the action's first."""

    action: str
    word: str
    icon: str = ""
    key: str = ""


WRITES = frozenset(  # those that a project open for reading alone does not have
    {
        *("confirm", "reject", "relabel", "label_with_hand", "boilerplate", "fact", "change_fact", "comment"),
        *("schema_add", "schema_rename", "schema_merge", "schema_archive"),
        *("same_apply", "same_none", "unsure_all", "unsure_none", "suggest_here", "finish", "rename"),
        *("guideline_edit", "guideline_write"),
        *("entity_confirm", "entity_reject", "entity_out", "entity_split", "entity_merge", "entity_apart"),
        *("entity_relate", "entity_name", "entry_take"),
        *(
            "build_done",
            "review_a",
            "review_b",
            "review_take_left",
            "review_take_right",
            "review_proposed",
            "review_return",
            "review_both",
            "review_neither",
            "review_row",
            "review_change",
            "review_fact",
            "review_approve",
            "reason_take",
            "reason_none",
        ),
        *("compare_confirm", "compare_reject", "compare_judge", "compare_take_out", "compare_name"),
        *("compare_merge", "compare_apart", "compare_split", "note_write", "story_name"),
        *("learn_start", "learn_use"),
        *(
            "search_confirm",
            "search_label",
            "search_type",
            "search_reject",
            "search_delete",
            "search_comment",
        ),
        *("search_boilerplate", "search_stop"),
        *("across_left", "across_right", "across_neither", "across_keep", "across_approve"),
    }
)

_SAME = Verb("same_mentions", "Same", "copy")
_FACT = Verb("fact", "Fact", "diamond")
_COMMENT = Verb("comment", "Comment", "message-square")
_RELABEL = Verb("relabel", "Relabel", "tag", "{labels}")
_GO = Verb("next_suggestion", "Next", "arrow-right")
FINISH = Verb("finish", "Finish", "circle-check")  # the first verb, once all is decided
_AT_CARET = (_FACT, Verb("suggest_here", "Look for more", "search"), FINISH)
RELABELLING = (_GO, _RELABEL, *_AT_CARET)  # with the caret in a span that has no focus
_ON = Verb("next_suggestion", "Next", "skip-forward")

VERBS: Mapping[str, tuple[Verb, ...]] = {
    "suggestion": (
        Verb("confirm", "Confirm", "check"),
        Verb("reject", "Reject", "x"),
        _RELABEL,
        _SAME,
        _FACT,
        _COMMENT,
    ),
    "span": (
        Verb("next_suggestion", "Next", "arrow-right"),
        Verb("reject", "Delete", "trash-2"),
        _RELABEL,
        _SAME,
        _FACT,
        _COMMENT,
    ),
    "selection": (
        Verb("label_with_hand", "Label", "tag"),
        _RELABEL,
        _FACT,
        Verb("boilerplate", "Boilerplate", "eye-off"),
        _COMMENT,
    ),
    "words": (_GO, Verb("relabel", "Label", "tag", "{labels}"), *_AT_CARET),
    "fact": (
        Verb("confirm", "Confirm fact", "check"),
        Verb("reject", "Reject", "x"),
        Verb("change_fact", "Change", "pencil"),
        Verb("fact", "New fact", "diamond"),
        _SAME,
        _COMMENT,
        _ON,
    ),
    "made_fact": (
        Verb("next_suggestion", "Next", "arrow-right"),
        Verb("reject", "Delete", "trash-2"),
        Verb("change_fact", "Change", "pencil"),
        Verb("fact", "New fact", "diamond"),
        _COMMENT,
    ),
    "which_fact": (
        Verb("confirm", "This one", "pencil"),
        Verb("fact", "A new one", "diamond"),
        Verb("leave", "Back", "undo-2"),
    ),
    "agreement": (
        Verb("agreement_compare", "Compare", "equal-approximately"),
        Verb("agreement_copy", "Copy the report", "copy"),
        Verb("agreement_back", "Back", "arrow-left"),
    ),
    "compare": (
        Verb("compare_confirm", "Confirm", "check"),
        Verb("compare_reject", "Reject", "x"),
        Verb("compare_judge", "Judge", "equal-not"),
        Verb("compare_role", "Next role", "chevron-right"),
        Verb("compare_take_out", "Take out", "trash-2"),
        Verb("compare_mark", "Mark", "copy"),
        Verb("compare_name", "Name", "pencil"),
        Verb("compare_evidence", "Evidence", "file"),
    ),
    "found": (
        Verb("search_open", "Go to it", "arrow-right"),
        Verb("search_veto", "Leave out", "x"),
        Verb("search_export", "Export", "download"),
        Verb("search_counts", "Counts", "panel-right"),
    ),
    "none": (),
}


@dataclass(frozen=True)
class InFocus:
    """The words of the foot on what is in focus: its kind, a row of `VERBS`, and two lines with an icon.

    `verbs`: those in place of the table's, for what has verbs of its own.
    """

    kind: str = "none"
    first: str = ""
    second: str = ""
    icon: str = ""
    verbs: tuple[Verb, ...] | None = None

    @property
    def can(self) -> tuple[Verb, ...]:
        """Return what can be done with it."""
        return VERBS[self.kind] if self.verbs is None else self.verbs
