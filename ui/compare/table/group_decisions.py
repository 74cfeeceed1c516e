"""Decisions on groups of facts, each one key and one edit, and where the focus goes after it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from annotations.compare import group_verbs
from annotations.compare.comparison import ComparedGroup, GroupedFact, JudgedRow
from annotations.compare.items import Verdict, key_of
from annotations.compare.verdicts.shapes import PlacedFact
from annotations.text.counts import counted
from annotations.text.text import quoted
from ui.compare.comparing import Change, Comparing
from ui.compare.table.ask_line import AskLine, JudgeLine
from ui.compare.table.group_table import GroupTable, MarkedCell
from ui.keys_in_force import IN_FORCE
from ui.session import Session

NO_ROW = "There is no row here."
ALL_DECIDED = "Every row that is shown is decided."
TWO_ROWS = "Mark two rows or more with {key:compare_mark}, then merge them."
A_PAIR = "Mark two rows with {key:compare_mark}, or one besides the current one, then keep them apart."
NO_FACT = "No fact has the focus in the article: go to one in Annotate, then add it here."
NOT_HERE = "That fact is in none of the articles compared here."
NO_ROLE = "There is nothing to judge in this row: it has one fact."
SILENT = "The article says nothing of this."


class GroupDecisions(QObject):
    """The verbs of the table; what they need asked is asked by `note` and `judging`."""

    def __init__(
        self, session: Session, comparing: Comparing, table: GroupTable, note: AskLine, judging: JudgeLine
    ) -> None:
        super().__init__(table)
        self._session, self._comparing, self._table = session, comparing, table
        self._note, self._judging = note, judging
        note.asked.connect(judging.put_away)
        judging.asked.connect(note.put_away)
        table.moved.connect(self._end_elsewhere)

    # --- on the row in hand

    def confirm(self) -> None:
        """Confirm the row with what is proposed for it, and go on to the next that is to be decided."""
        group = self._group()
        if group and group.undecided:
            self._decide("confirm", group, lambda said: group_verbs.confirm_group(said, group))
        elif group:
            self.next_row(1)

    def reject(self) -> None:
        """Keep the facts that are proposed for the row apart, and go on."""
        if group := self._group():
            self._decide("reject", group, lambda said: group_verbs.reject_group(said, group))

    def next_row(self, step: int) -> None:
        """Go to the next row (1) or the previous one (-1) that is to be decided."""
        groups, at = self._table.shown.groups, self._table.currentIndex().row()
        rows = [(at + step * n) % len(groups) for n in range(1, len(groups) + 1)]
        if (row := next((row for row in rows if groups[row].undecided), None)) is not None:
            self._table.go_on(row)
        elif groups:
            self._session.noted.emit(ALL_DECIDED)

    def take_out(self) -> None:
        """Take the facts of the cell in hand out of the row."""
        group, cell = self._group(), self._table.cell
        if group and cell and cell.facts:
            self._do("take out of", group, lambda said: group_verbs.take_out_facts(said, group, cell.facts))
        elif group:
            self._session.noted.emit(SILENT)

    def split(self) -> None:
        """Make the marked cells of the row, or else the one in hand, a group of their own."""
        if not (group := self._group()):
            return
        cells = self._table.marked_cells(group) or [cell for cell in [self._table.cell] if cell]
        facts: list[GroupedFact] = [fact for cell in cells for fact in cell.facts]
        if self._do("split", group, lambda said: group_verbs.split_group(said, group, facts)):
            self._table.marks.cells = [one for one in self._table.marks.cells if one[0] != group.id]
            self._table.turn_marks()

    def name(self) -> None:
        """Ask for a name of the row, and give it."""
        if group := self._group():
            self._note.ask(
                f"Name of the row {_called(group)}",
                group.name,
                lambda name: self._do(
                    "name", group, lambda said: group_verbs.describe_group(said, group, name=name)
                ),
                group.id,
            )

    def add_fact(self) -> None:
        """Add the fact that has the focus in the article to the row."""
        group, article, id_ = self._group(), self._session.article, self._session.fact_id
        if not group:
            return
        if article is None or id_ is None:
            self._session.noted.emit(NO_FACT)
            return
        facts = group_verbs.facts_of(self._comparing.comparison, [key_of(article.id, id_)])
        if not facts:
            self._session.noted.emit(NOT_HERE)
            return
        change = partial(group_verbs.group_facts, facts=facts, group=group)
        if self._do("add a fact to", group, change, *facts):
            self._table.go(self._table.currentIndex().row(), self._table.shown.table.column_of(article.id))

    # --- on marks

    def mark_row(self) -> None:
        """Mark the row in hand, or take its mark away."""
        if group := self._group():
            self._table.marks.turn_row(group.id)
            self._table.turn_marks()

    def mark_cell(self) -> None:
        """Mark the cell in hand, or take its mark away; a silent one has nothing to mark."""
        group, cell, at = self._group(), self._table.cell, self._table.currentIndex()
        if group and cell and cell.facts:
            self._table.marks.turn_cell(group.id, self._table.shown.column(at.column()).articles[0].id)
            self._table.turn_marks()
        elif group:
            self._session.noted.emit(SILENT)

    def unmark(self) -> None:
        """Take all marks away."""
        self._table.marks.clear()
        self._table.turn_marks()

    def marked(self) -> list[ComparedGroup]:
        """Return the groups that are marked, in the order in which they were."""
        found = (self._comparing.comparison.group(id_) for id_ in self._table.marks.rows)
        return [one for one in found if one]

    def merge(self) -> None:
        """Make one row of those that are marked: the one marked first."""
        groups = self.marked()
        if len(groups) < 2:
            self._tell(TWO_ROWS)
        elif self._comparing.do(
            f"merge {counted(len(groups), 'group')} into {_called(groups[0])}",
            lambda said: group_verbs.merge_groups(said, groups),
            groups,
        ):
            self.unmark()
            self._table.go_to(groups[0].id)

    def keep_apart(self) -> None:
        """Ask why the two that are marked, or the one and that in hand, are kept apart, and do so."""
        groups, here = self.marked(), self._group()
        if not groups and len(cells := self._table.every_marked_cell()) == 2:
            self._ask_apart(*cells)
            return
        if len(groups) == 1 and here and here.id != groups[0].id:
            groups = [*groups, here]
        if len(groups) != 2:
            self._tell(A_PAIR)
            return
        one, other = groups
        self._note.ask(
            f"Why {_called(one)} and {_called(other)} are kept apart",
            "",
            lambda note: self._keep(one, other, note.strip()),
            here.id if here else "",
        )

    def _keep(self, one: ComparedGroup, other: ComparedGroup, note: str) -> None:
        verb = f"keep {_called(one)} and {_called(other)} apart"
        change = partial(group_verbs.keep_groups_apart, one=one, other=other, note=note)
        if self._comparing.do(verb, change, (one, other)):
            self.unmark()
            self._session.noted.emit(f"{_called(one)} and {_called(other)} are kept apart.")

    def _ask_apart(self, one: MarkedCell, other: MarkedCell) -> None:
        """Ask why the facts of two cells are kept apart, and do so."""
        group = one.group
        both = f"{_called(group)} in {one.article} and {other.article}"
        if other.group.id != group.id:
            both = f"{_called(group)} in {one.article} and {_called(other.group)} in {other.article}"

        def keep(note: str) -> None:
            change = partial(
                group_verbs.keep_facts_apart, ones=one.facts, others=other.facts, note=note.strip()
            )
            if self._comparing.do(f"keep {both} apart", change, (group, other.group)):
                self.unmark()
                self._session.noted.emit(f"{both} are kept apart.")

        self._note.ask(f"Why {both} are kept apart", "", keep, self._group_id())

    # --- verdicts

    def judge(self) -> None:
        """Ask how the role in hand goes together."""
        group, role = self._group(), self._table.role
        if group and role:
            self._judging.ask(
                f"{_called(group)}, {role.role}: {role.computed.reason}",
                partial(self._judge, group, role),
                (group.id, role.role),
            )
        elif group:
            self._session.noted.emit(NO_ROLE)

    def _judge(self, group: ComparedGroup, role: JudgedRow, verdict: Verdict | None) -> None:
        self._do(f"judge {role.role} of", group, lambda said: group_verbs.judge(said, group, role, verdict))

    def _end_elsewhere(self) -> None:
        """Put away what was asked of another row or role than that in hand."""
        here, role = self._group_id(), self._table.role
        if self._note.of not in ("", here):
            self._note.put_away()
        if self._judging.of != (here, role.role if role else ""):
            self._judging.put_away()

    # --- how it is done

    def _group(self) -> ComparedGroup | None:
        if self._table.group is None:
            self._session.noted.emit(NO_ROW)
        return self._table.group

    def _group_id(self) -> str:
        return self._table.group.id if self._table.group else ""

    def _do(self, verb: str, group: ComparedGroup, change: Change, *about: PlacedFact) -> bool:
        """Write the decision; the row stays in hand while it is there."""
        return self._comparing.do(f"{verb} {_called(group)}", change, (group, *about))

    def _decide(self, verb: str, group: ComparedGroup, change: Change) -> None:
        """Write the decision, and go to the next row that is to be decided as they stood before."""
        groups = self._table.shown.groups
        at = groups.index(group)
        ahead = [one.id for one in (*groups[at + 1 :], *groups[:at]) if one.undecided]
        if self._do(verb, group, change) and not any(self._table.go_to(id_) for id_ in ahead):
            self._session.noted.emit(ALL_DECIDED)

    def _tell(self, sentence: str) -> None:
        self._session.noted.emit(IN_FORCE.fill(sentence))


def _called(group: ComparedGroup) -> str:
    return quoted(group.name, 0, len(group.name))
