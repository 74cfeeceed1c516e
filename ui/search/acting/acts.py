"""The acts on the hits of a search: one table, from which their keys, their row of verbs and their names come."""

from __future__ import annotations

from annotations.carrying.carried import CarriedDecision, Extent
from annotations.processes.quick_dataclass import dataclass
from annotations.search.query import SearchTarget
from annotations.text.counts import counted
from annotations.text.text import quoted
from ui.actions import RowsOfView

WORDS, SPANS, FACTS = SearchTarget.WORDS, SearchTarget.SPANS, SearchTarget.FACTS
_row = RowsOfView("search", "Search")


@dataclass(frozen=True)
class Act:
    """An act: the kind of decision, its word and icon, its action's text and keys, and the hits that it is shown for."""

    kind: str
    word: str
    icon: str
    text: str
    keys: tuple[str, ...]
    of: tuple[SearchTarget, ...] = (WORDS, SPANS, FACTS)

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


def named(decision: CarriedDecision, count: int, asked: str) -> str:
    """Return what the decision does to so many hits of a search: label 12 hits of “missile” as ORG."""
    hits = f"{counted(count, 'hit')} of {quoted(asked, 0, len(asked))}"
    match decision.kind:
        case "label":
            return f"label {hits} as {decision.label}"
        case "type":
            return f"make {hits} {decision.label}"
        case "comment":
            return f"comment on {hits}"
        case "boilerplate" if decision.extent is not Extent.WORDS:
            return f"make the {decision.extent} of {hits} boilerplate"
        case "boilerplate":
            return f"make {hits} boilerplate"
        case "stop":
            return f"reject {hits} and suggest their words no more"
    return f"{decision.kind} {hits}"
