"""The page of the view Search: a line and a form on top and on the left, the hits in their context, counts beside them.

It puts its parts together and shows how the search stands; the keys are a table, `search_actions`.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from annotations.search.query import ANY, AskedField, Query, Term, TermKind
from annotations.search.writing import write
from models.queries.searching.known import known_values
from ui.frame.pane_round import give_next, has_keyboard
from ui.keys_in_force import IN_FORCE
from ui.look.layouts import Hair, Pane, column
from ui.look.restyled import follow
from ui.look.scale import px
from ui.project.commands import Commands
from ui.search.acting.acting import Acting
from ui.search.hits.concordance_files import ConcordanceFiles
from ui.search.hits.count_lists import FoundCounts
from ui.search.hits.counting import FoundCounting
from ui.search.hits.found_list import FoundList
from ui.search.hits.steps import FoundSteps
from ui.search.no_hits import NoHits
from ui.search.query_form import QueryForm
from ui.search.query_line import QueryLine
from ui.search.saved_searches import SavedSearches
from ui.search.search_bar import SearchBar
from ui.search.search_focus import SearchFocus
from ui.session import Session

NARROW, NARROWEST = (
    1200,
    900,
)  # pixels at 100 %: a narrower window shows the form, or the counts too, when asked for
FORM, COUNTS, NARROW_COUNTS = 304, 256, 208
LONGEST = 200  # code points of a selection that is taken as what is wanted
NO_LABEL = "Words without a label cannot be asked for by themselves."
KEPT = 50  # searches to go back to


class SearchPage(Pane):
    """The page; its actions are methods below it.

    `acting`: what is done to `found.chosen`, below the hits or in their place.
    """

    pointed = Signal(object)  # a Target in Annotate
    left = Signal()

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(ground="page")
        self._session = session
        self.line, self.found = QueryLine(), FoundList(session, self)
        self.table = self.view = self.found.table  # what has the keys
        self.bar, self.counts = SearchBar(self.line), FoundCounts()
        self.empty = NoHits()
        self.steps = FoundSteps(session, self.table)
        self.counting = FoundCounting(session, self.found, self.counts)
        self.attending = SearchFocus(self.found, self.counts.lists)
        self.acting = Acting(session, self.found, self.attending)
        self.files = ConcordanceFiles(session, commands, self.found, self)
        self.does = self.attending.does
        self._before: list[str] = []  # lines that were searched for
        self._is_form_wanted: bool | None = None  # None: as the width has it; so for the counts
        self._are_counts_wanted: bool | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._lay_out()
        self._connect()
        follow(self)

    def _lay_out(self) -> None:
        self.query_form, self.saved = QueryForm(self.line), SavedSearches(self.line)
        whole = column(gap=0)
        whole.add(self.query_form, 1)
        whole.add(Hair())
        whole.add(self.saved)
        self.form = Pane(whole)
        self.form.setMinimumWidth(1)
        self.stack = QStackedWidget()
        for part in (self.table, self.empty):
            self.stack.addWidget(part)
        middle = column(gap=0)
        middle.add(self.stack, 1)
        middle.add(self.acting)
        self.middle = Pane(middle, ground="page")
        self.middle.setMinimumWidth(1)
        self.across = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for place, pane in enumerate((self.form, self.middle, self.counts)):
            self.across.addWidget(pane)
            self.across.setStretchFactor(place, int(pane is self.middle))
        self.across.setHandleWidth(1)
        lines = column(self.bar, gap=0)
        lines.add(self.across, 1)
        self.setLayout(lines)

    def _connect(self) -> None:
        self.line.asked.connect(self._look)
        self.bar.wanted.connect(self.search)
        self.bar.stopped.connect(self.found.stop)
        self.bar.folded.connect(self.fold_form)
        self.empty.wanted.connect(self.look_for)
        self.counts.narrowed.connect(self.narrow)
        self.found.told.connect(self._show)
        self.found.failed.connect(self._refuse)
        self.found.run.aged.connect(self._soon.start)
        self._soon.timeout.connect(self._follow)
        self.table.opened.connect(self.go)
        self.acting.turned.connect(self.stack.setHidden)
        self.steps.pointed.connect(self.pointed)
        self._session.schema_changed.connect(self._show_schema)

    # --- size

    def restyle(self) -> None:
        """Take the scale in force, and fold the form where there is little room."""
        is_narrow = self.width() < px(NARROW)
        self.form.setVisible(not is_narrow if self._is_form_wanted is None else self._is_form_wanted)
        has_room = self.width() >= px(NARROWEST) and not (is_narrow and self._is_form_wanted)
        are_shown = has_room if self._are_counts_wanted is None else self._are_counts_wanted
        self.counts.setVisible(are_shown)
        self.bar.form.setChecked(not self.form.isHidden())
        form = min(px(FORM), self.width() * 2 // 5) if not self.form.isHidden() else 0
        counts = min(px(NARROW_COUNTS if is_narrow else COUNTS), self.width() // 4)
        self.across.setSizes([form, max(1, self.width() - form - counts), counts])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.restyle()

    def fold_form(self) -> None:
        """Fold the form, or show it and give it the keyboard."""
        self._is_form_wanted = self.form.isHidden()
        had = has_keyboard(self.form)
        self.restyle()
        if had:
            self._take_keyboard()

    def fold_counts(self) -> None:
        """Fold the counts, or show them."""
        self._are_counts_wanted = self.counts.isHidden()
        had = has_keyboard(self.counts)
        self.restyle()
        if had:
            self._take_keyboard()

    # --- searching

    def open(self) -> None:
        """Show how all stands now, and take the keyboard."""
        self._show_schema()
        self._show()
        self._follow()
        self._take_keyboard()

    def search(self) -> None:
        """Search for what the line says, or say what is wrong with it."""
        self.line.ask()

    def _look(self, query: Query) -> None:
        line = self.line.text()
        if self._before[-1:] != [line]:
            self._before = [*self._before, line][-KEPT:]
        self.acting.leave()
        self.found.look(query)
        self.stack.setCurrentWidget(self.table)
        self.table.setFocus()

    def look_for(self, line: str) -> None:
        """Write that line, and search for it."""
        self.line.look_for(line)

    def take_words(self, words: str) -> None:
        """Search for words that are selected in an article; without any, take the keyboard to write some."""
        words = " ".join(words.split())
        if words and len(words) <= LONGEST:
            self.look_for(write(Query((Term(TermKind.PHRASE, words),))))
        else:
            self.line.setFocus()
            self.line.selectAll()

    def narrow(self, field: str, value: str) -> None:
        """Search for the same, and that the field has the value too."""
        query = self.found.run.query
        if query is not None:
            if not value and field != "date":
                self._session.noted.emit(NO_LABEL)
                return
            asked = AskedField(field, (value or ANY,), negated=not value)
            kept = tuple(one for one in query.asked if one != asked)
            self.look_for(write(replace(query, asked=(*kept, asked))))

    def look_before(self) -> None:
        """Search for what was searched for before this."""
        if len(self._before) > 1:
            self._before.pop()
            self.look_for(self._before.pop())

    def end(self) -> None:
        """End what runs, with the project or the program."""
        self.found.close()
        self.counting.slices.stop()

    def _follow(self) -> None:
        """Look again for what may have changed, while the page is seen."""
        if self.isVisible() and self.found.run.is_old and not self.found.run.is_running:
            self.found.look_again()

    # --- what is shown

    def _show_schema(self) -> None:
        project = self._session.project
        if project is not None:
            self.acting.show_schema()
            self.table.show_hues({label.name: label.hue for label in project.schema.labels.values()})
            self.empty.offer(project)
            self.line.offer(known_values(project))
            self.saved.open(project.folder)

    def _show(self) -> None:
        """Show how the search stands."""
        run = self.found.run
        has_rows = bool(self.found.rows.places)
        if not run.is_running or has_rows:
            had = has_keyboard(self.stack)
            self.stack.setCurrentWidget(self.table if has_rows else self.empty)
            if had:
                self._take_keyboard()
        self.empty.show_none(run.query, self._session.project, self._session.annotator)
        says = IN_FORCE.fill(self.found.says())
        self.bar.tell(says, is_running=self.found.is_busy, is_odd=run.is_cut or run.is_old)

    def _refuse(self, why: str) -> None:
        self.bar.tell(why, is_odd=True)

    def sort_by(self, by: str) -> None:
        """Sort the hits by that, the other way round when they are already."""
        self.found.sort_by(by)

    # --- ways about

    def go(self) -> None:
        """Go to the hit in hand, in Annotate."""
        if 0 <= self.table.row < len(self.found.rows.places):
            self.steps.go_to(self.table.row)

    def export(self) -> None:
        """Ask for a file, and write all hits into it."""
        self.files.save()

    def next_part(self, step: int) -> None:
        """Give the next part (1) or the previous one (-1) the keyboard."""
        parts: list[QWidget] = [
            self.line,
            self.query_form,
            self.saved,
            self.table,
            self.acting.list.list,
            self.empty,
            self.acting.verbs,
            *self.counts.lists,
        ]
        give_next(parts, step)

    def leave(self) -> None:
        """End a search that runs; else go back to the hits, and from there to the article."""
        if self.acting.leave() or self.found.stop():
            return
        if has_keyboard(self.stack):
            self.left.emit()
        elif self.found.rows.places:
            self.table.setFocus()
        else:
            self.left.emit()

    def _take_keyboard(self) -> None:
        hits = self.acting.list.list if self.acting.list.kind else self.table
        (hits if self.found.rows.places else self.line).setFocus()
