"""The acts on the hits of a search: one table, from which their keys, their row of verbs and their names come."""

from __future__ import annotations

from annotations.processes.quick_dataclass import dataclass
from ui.actions import RowsOfView

WORDS, SPANS, FACTS = (
    "words",
    "spans",
    "facts",
)  # as SearchTarget has them, which is not loaded with the window
_row = RowsOfView("search", "Search")


@dataclass(frozen=True)
class Act:
    """An act: the kind of decision, its word and icon, its action's text and keys, and the hits that it is shown for."""

    kind: str
    word: str
    icon: str
    text: str
    keys: tuple[str, ...]
    of: tuple[str, ...] = (WORDS, SPANS, FACTS)

    @property
    def action(self) -> str:
        """Return the name of its action."""
        return f"search_{self.kind}"


ACTS = (
    Act("confirm", "Confirm", "check", "Confirm the hits…", ("Shift+Return", "Shift+Enter")),
    Act("label", "Label", "tag", "Label the hits, or relabel them…", ("R",), (WORDS, SPANS)),
    Act("type", "Type", "diamond", "Give the facts another type…", ("F",), (FACTS,)),
    Act("reject", "Reject", "x", "Reject the hits…", ("X",)),
    Act("delete", "Delete", "trash-2", "Delete the hits…", ("Del", "Backspace")),
    Act("comment", "Comment", "message-square", "Comment on the hits…", ("C",)),
    Act("boilerplate", "Boilerplate", "eye-off", "Make the hits boilerplate…", ("B",)),
    Act("stop", "Suggest no more", "minus", "Suggest the words of the hits no more…", ("N",), (WORDS, SPANS)),
)
OF_KIND = {act.kind: act for act in ACTS}
ACTIONS = tuple(_row(act.kind, act.text, act.keys, "acting.begin", act.kind) for act in ACTS)
