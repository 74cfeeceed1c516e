"""The part of the agreement that has the keyboard, in the words of the foot."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.agreement.agreement_report import AgreementReport
from ui.agreement.people_list import PeopleList
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import VERBS, InFocus, Verb
from ui.look.lines import Elided
from ui.widgets.figure_table import FigureTable

_ALWAYS = VERBS["agreement"]
_CELL = (Verb("map_open", "List its places", "search", spelled(FIXED["map_open"].keys)), *_ALWAYS)
_ARTICLE = (Verb("list_open", "Open the article", "file", spelled(FIXED["list_open"].keys)), *_ALWAYS)
_PLACE = (Verb("list_open", "Go there", "arrow-right", spelled(FIXED["list_open"].keys)), *_ALWAYS)


class AgreementFocus(QObject):
    """The look at what has the keyboard.  `does`: what the verbs do that are no actions."""

    changed = Signal(object)  # an InFocus

    def __init__(self, people: PeopleList, report: AgreementReport, title: Elided) -> None:
        super().__init__(report)
        self._people, self._report, self._title = people, report, title
        self._at: QWidget = people.list
        self.does = {"map_open": report.confusion.heat.open, "list_open": self._open}
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._follow)

    def now(self) -> InFocus:
        """Return what is in focus now."""
        card = self._report.confusion
        if self._report.found and self._at is card.heat:
            return InFocus("agreement", card.heat.labels(), card.heat.count(), "table-2", _CELL)
        if self._report.found and self._at is card.places.list and (row := card.places.row()):
            return InFocus("agreement", row.words, row.why, "tag", _PLACE)
        if self._report.found and (table := self._table()):
            said = (table.named(), table.figure(), "chart-column")
            return InFocus("agreement", *said, _ARTICLE if table.table.articles else None)
        return InFocus("agreement", self._title.text(), self._people.about.text(), "user")

    def look(self) -> None:
        """Tell what is in focus now."""
        self.changed.emit(self.now())

    def _table(self) -> FigureTable | None:
        tables = (table for card in self._report.questions for table in card.tables.values())
        return next((table for table in tables if table.cells is self._at), None)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Keep what had the keyboard last in the page: in the foot its verbs are still its own."""
        if now is not None and any(part.isAncestorOf(now) for part in (self._people, self._report)):
            self._at = now
            self.look()

    def _open(self) -> None:
        """Go to the place or article in hand."""
        if table := self._table():
            table.want()
        else:
            self._report.confusion.places.go()
