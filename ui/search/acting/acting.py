"""Acting on the hits of a search: the row of verbs below them, and the list in their place once one is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from annotations.search.writing import write
from ui.bindings import bind, set_keys
from ui.frame.verb_row import VerbRow, spelled
from ui.frame.verbs import InFocus, Verb
from ui.keys_in_force import IN_FORCE
from ui.look.layouts import Hair, Pane, column, row
from ui.look.lines import Elided
from ui.schema.label_keys import LabelKeys
from ui.search.acting.acting_list import ActingList
from ui.search.acting.acts import ACTS
from ui.search.hits.found_list import FoundList
from ui.search.search_focus import SearchFocus
from ui.session import Session

NO_HITS = "There are no hits to do that to."
RUNNING = "The search still runs; {key:search_leave} ends it with what it has found."
CAN = (
    Verb("same_apply", "Apply", "check"),
    Verb("same_veto", "Not this one", "eye-off"),
    Verb("search_leave", "Back", "arrow-left"),
)


class Acting(Pane):
    """The part.  `turned`: the list is shown (True) in place of the hits, or no more."""

    turned = Signal(bool)

    def __init__(self, session: Session, found: FoundList, attending: SearchFocus) -> None:
        super().__init__(ground="page")
        self._session, self._found = session, found
        self.list = ActingList(session)
        self.about, self.verbs = Elided(px=12, role="text2"), VerbRow(leads=False)
        self._does = {act.action: partial(self.begin, act.kind) for act in ACTS}
        self._keys = {
            act.action: bind(self.list.list, act.text, act.keys, self._does[act.action]) for act in ACTS
        }
        attending.does |= {name: self.list.does[name] for name in ("same_apply", "same_veto")}
        attending.instead = self.in_focus
        self._label_keys = LabelKeys(found.table, partial(self.begin, "label"))
        line = row(gap=8, margins=(16, 0, 8, 0))
        line.add(self.about)
        line.add(self.verbs, 1)
        self.row = Pane(column(Hair(), line, gap=0))
        lines = column(gap=0)
        lines.add(self.list, 1)
        lines.add(self.row)
        self.setLayout(lines)
        self.row.hide()
        IN_FORCE.changed.connect(self._take_keys)
        for told in (found.told, found.table.moved):
            told.connect(self.show_verbs)
        found.table.selectionModel().selectionChanged.connect(self.show_verbs)
        session.schema_changed.connect(self.show_schema)
        self.list.told.connect(attending.look)
        self.list.closed.connect(self._close)
        self._take_keys()

    def show_schema(self) -> None:
        """Bind the keys of the project's labels."""
        project = self._session.project
        self._label_keys.bind(project.schema if project else None)

    def begin(self, kind: str, label: str = "") -> None:
        """Show what would be if that were done to the hits that are selected, else to all."""
        places, query = self._found.chosen, self._found.run.query
        if self.list.kind:
            self.list.turn(kind, label)
        elif self._found.is_busy:
            self._session.noted.emit(RUNNING)
            return
        elif not places or query is None:
            self._session.noted.emit(NO_HITS)
            return
        else:
            self.turned.emit(True)
            self.list.open(kind, places, write(query), label=label)
        self.show_verbs()

    def leave(self) -> bool:
        """Go back to the hits; return whether the list was shown."""
        return self.list.leave()

    def in_focus(self) -> InFocus | None:
        """Return what is in hand while the list is shown; None while it is not."""
        if not self.list.kind:
            return None
        return InFocus("found", "Before it is done", self.list.says.text(), "search", CAN)

    def _close(self) -> None:
        self.turned.emit(False)
        self.show_verbs()
        if self.isVisible():
            self._found.table.setFocus()

    def show_verbs(self, *_: object) -> None:
        """Show what can be done to the hits, if there are any."""
        rows = self._found.rows
        self.row.setVisible(bool(rows.places))
        selected = self._found.table.chosen_rows()
        self.about.setText(f"{len(selected):,} selected hits:" if selected else "All hits:")
        acts = [act for act in ACTS if rows.target in act.of]
        verbs = [Verb(act.action, act.word, act.icon, spelled(IN_FORCE.of(act.action))) for act in acts]
        project = self._session.project
        self.verbs.show_verbs(verbs, self._does, {}, project.read_only if project else "")

    def _take_keys(self) -> None:
        """Have the list's keys be those in force."""
        for name, action in self._keys.items():
            set_keys(action, IN_FORCE.of(name))
        self.show_verbs()
