"""The cell in hand, or what is asked over the table, in the words of the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.compare.table.ask_line import AskLine, JudgeLine
from ui.compare.table.group_table import GroupTable
from ui.compare.table.table_model import status_of
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import VERBS, InFocus, Verb

_NOTE = (
    Verb("note_write", "Write it", "check", spelled(FIXED["note_write"].keys)),
    Verb("compare_leave", "Back", "arrow-left"),
)
_JUDGE = (Verb("compare_leave", "Back", "arrow-left"),)
_ON = Verb("compare_next", "Next", "skip-forward")
_MARKED = (
    Verb("compare_merge", "Merge", "copy"),
    Verb("compare_apart", "Keep apart", "arrow-left-right"),
    Verb("compare_mark", "Mark", "check"),
    Verb("compare_unmark", "Unmark all", "x"),
)
_CELLS = (
    Verb("compare_split", "Split off", "arrow-right"),
    Verb("compare_apart", "Keep apart", "arrow-left-right"),
    Verb("compare_mark_cell", "Mark", "check"),
)


class CompareFocus(QObject):
    """The look at what is in hand.  `does`: what the verbs do that are no actions."""

    changed = Signal(object)  # an InFocus

    def __init__(
        self, table: GroupTable, note: AskLine, judging: JudgeLine, elsewhere: Callable[[], InFocus | None]
    ) -> None:
        """Look at the table; `elsewhere` tells what another pane has in hand while that has the keyboard."""
        super().__init__(table)
        self._table, self._note, self._judging, self._elsewhere = table, note, judging, elsewhere
        self.does: dict[str, Callable[[], object]] = {"note_write": note.answer}
        for moved in (table.moved, note.left, judging.left):
            moved.connect(self.look)

    def look(self) -> None:
        """Tell what is in hand now."""
        self.changed.emit(self.now())

    def now(self) -> InFocus:
        """Return what is in hand now."""
        if not self._note.isHidden():
            return InFocus("none", self._note.asks.text(), "", "pencil", _NOTE)
        if not self._judging.isHidden():
            return InFocus("none", self._judging.asks.text(), "", "equal-not", _JUDGE)
        if (other := self._elsewhere()) is not None:
            return other
        group, cell = self._table.group, self._table.cell
        if group is None or cell is None:
            return InFocus(
                "compare",
                "No row here",
                "",
                "table-2",
                (Verb("compare_search", "Find what goes together", "search"),),
            )
        role = self._table.role
        second = f"{status_of(group)}{f' · {role.role}: {role.verdict}' if role else ''}"
        return InFocus("compare", group.name, second, "diamond", self._verbs(is_decided=not group.undecided))

    def _verbs(self, *, is_decided: bool) -> tuple[Verb, ...]:
        if self._table.marks.rows:
            return _MARKED
        if self._table.marks.cells:
            return _CELLS
        return (_ON, *VERBS["compare"][2:]) if is_decided else VERBS["compare"]
