"""The page of the view Compare: stories and entities on the left, the table of groups, evidence beside it.

It puts its parts together and shows how all stands; the keys are a table, `compare_actions`.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedLayout, QStackedWidget, QWidget

from annotations.compare.comparison import ComparedGroup
from annotations.compare.group_verbs import facts_of
from annotations.compare.table import ComparedTable
from annotations.edits import Edit
from annotations.schema.types import Schema
from models.queries import articles as article_queries
from ui.article.measures import Looks
from ui.compare.compare_focus import CompareFocus
from ui.compare.comparing import MOST, Comparing
from ui.compare.entities.entity_pane import EntityPane
from ui.compare.evidence.places_pane import PlacesPane
from ui.compare.holding import ComparedHolding
from ui.compare.places import places_of
from ui.compare.stories.story_list import StoryList
from ui.compare.stories.story_making import StoryMaking
from ui.compare.table.ask_line import AskLine, JudgeLine
from ui.compare.table.group_decisions import GroupDecisions
from ui.compare.table.group_table import GroupTable
from ui.compare.table.row_menu import add_see_also, row_menu
from ui.compare.table.table_bar import TableBar
from ui.compare.table.table_model import is_of_copies
from ui.compare.table_files import TableFiles
from ui.frame.pane_round import give_next, has_keyboard
from ui.frame.verbs import InFocus
from ui.look.buttons import Button
from ui.look.empty import Empty
from ui.look.layouts import Pane, column
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.project.commands import Commands
from ui.review.choice_sheet import ChoiceSheet
from ui.session import Session

NARROW = 1200  # pixels at 100 %, of the window: in a narrower one the evidence lies below the table
SIDE, NARROW_SIDE = 264, 232
EVIDENCE = 344
NOT_YET = "Nothing has been searched for yet: which names are one, and which facts report one event."
TOO_FEW = "It takes two articles or more to compare."
NOTHING = (
    "No facts of these articles are in one group. A fact in focus can be put with others once there is a row."
)
FILTERED = "No row is like that. {key:compare_leave} goes back to all."


class ComparePage(Pane):
    """The page; its actions are methods below it.

    `side`: stories, and below them entities.  `beside`: the table, and the evidence.  `showing`: the places of the
    evidence for what is in hand.
    """

    showing = Signal(object)  # a list of EvidencePlaces
    pointed = Signal(object)  # a Target in Annotate

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(ground="page")
        self._session = session
        self.comparing = Comparing(session, commands, self)
        self.table, self.bar, self.story_list = GroupTable(), TableBar(), StoryList()
        self.view = self.table  # what has the keys
        self.note, self.judging, self.sheet = AskLine(), JudgeLine(), ChoiceSheet()
        self.entities, self.evidence = EntityPane(self.comparing, session), PlacesPane(session)
        self.files = TableFiles(session, self.table, self)
        self.holding = ComparedHolding(session, self.comparing, self.table, self.entities)
        self.deciding = GroupDecisions(session, self.comparing, self.table, self.note, self.judging)
        self.stories = StoryMaking(session, self.comparing, self.note, self.sheet.ask)
        self.attending = CompareFocus(self.table, self.note, self.judging, self._elsewhere)
        self.does = {
            **self.attending.does,
            **self.story_list.does,
            **self.entities.does,
            **self.evidence.does,
        }
        in_round = (self.story_list, self.entities, self.table, self.evidence)
        self.panes: list[QWidget] = list(in_round)  # in the round of F6
        self.search = Button("Find what goes together", "search", kind="primary", takes_focus=True)
        self.empty = Empty("table-2", NOT_YET, self.search)
        self.empty.setAutoFillBackground(True)
        self._table, self._old = self.table.shown.table, ""
        self._groups: list[ComparedGroup] = []  # that there is something to decide on
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._lay_out()
        self._connect()
        follow(self)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for part in (self.table, self.empty):
            self.stack.addWidget(part)
        if isinstance(stacked := self.stack.layout(), QStackedLayout):
            stacked.setStackingMode(QStackedLayout.StackingMode.StackAll)  # the table keeps the keyboard
        middle = column(self.bar, self.note, self.judging, gap=0)
        middle.add(self.sheet)
        middle.add(self.stack, 1)
        self.middle = Pane(middle, ground="page")
        self.side = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        for place, half in enumerate((self.story_list, self.entities)):
            self.side.addWidget(half)
            self.side.setStretchFactor(place, place)
        self.beside = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for right in (self.middle, self.evidence):
            self.beside.addWidget(right)
        self.across = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for pane in (self.side, self.beside):
            self.across.addWidget(pane)
        self._is_split_by_hand = False
        for splitter in (self.side, self.beside, self.across):
            splitter.setHandleWidth(1)
            splitter.splitterMoved.connect(self._keep_split)
        self.middle.setMinimumWidth(1)
        self.setLayout(column(self.across, gap=0))

    def _connect(self) -> None:
        self.comparing.changed.connect(self._show)
        self.story_list.chosen.connect(self._choose)
        self.story_list.named.connect(self.stories.name)
        self.story_list.wanted.connect(self.stories.make)
        self.bar.filtered.connect(self._show_rows)
        self.bar.left.connect(self.table.setFocus)
        self.entities.shown.connect(self.showing)
        self.showing.connect(self.evidence.show_places)
        self.evidence.pointed.connect(self.pointed)
        for turned in (self.story_list.turned, self.entities.turned, self.evidence.turned):
            turned.connect(self.attending.look)
        self.entities.left.connect(self._take_keyboard)
        self.bar.searched.connect(self.comparing.search)
        self.search.clicked.connect(self.comparing.search)
        self.table.opened.connect(self.read_evidence)
        self.table.judged.connect(self.deciding.judge)
        self.table.moved.connect(self._tell)
        self.table.moved.connect(self._soon.start)
        self.table.menu_wanted.connect(self._open_menu)
        self._soon.timeout.connect(self._show_evidence)
        for over in (self.note, self.judging, self.sheet):
            over.left.connect(self.table.setFocus)
        self._session.stepped.connect(self._go_where)
        if isinstance(program := QApplication.instance(), QApplication):
            program.focusChanged.connect(self.attending.look)  # each pane has verbs of its own

    # --- size

    def restyle(self) -> None:
        """Take scale and colours in force."""
        ground = self.empty.palette()
        ground.setColor(ground.ColorRole.Window, QColor(roles().page))
        self.empty.setPalette(ground)
        is_narrow = self.width() < px(NARROW)
        way = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._is_split_by_hand and way == self.beside.orientation():
            return
        self.beside.setOrientation(way)
        side = min(px(NARROW_SIDE if is_narrow else SIDE), max(1, self.width() // 3))
        self.across.setSizes([side, max(1, self.width() - side)])
        self.side.setSizes([self.height() // 4, max(1, self.height() * 3 // 4)])
        whole = self.height() if is_narrow else self.width() - side
        evidence = whole * 2 // 5 if is_narrow else min(px(EVIDENCE), whole // 2)
        self.beside.setSizes([max(1, whole - evidence), evidence])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def _keep_split(self) -> None:
        self._is_split_by_hand = True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.comparing.watch(is_on=False)

    def look(self, looks: Looks) -> None:
        """Have the evidence look as the article in Annotate does."""
        self.evidence.look(looks)

    # --- what is compared

    def open(self) -> None:
        """Read how all stands, and take the keyboard."""
        self.comparing.watch(is_on=True)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        (self.table if self.search.isHidden() else self.search).setFocus()

    def _choose(self, story: str) -> None:
        self.table.marks.clear()
        self.comparing.choose(story)
        self._take_keyboard()

    # --- what is shown

    def _show(self) -> None:
        """Show how stories and groups stand now."""
        project, comparing = self._session.project, self.comparing
        every = len(article_queries.article_ids(project)) if project else 0
        made = every if every <= MOST else 0
        self.story_list.show_stories(comparing.stories, comparing.story, made=made)
        schema = project.schema if project else Schema("")
        self._table = ComparedTable(comparing.comparison, schema)
        self._groups = [one for one in self._table.groups if not is_of_copies(self._table, one)]
        self._old = comparing.why_old
        self.table.marks.keep(comparing.comparison)
        self._show_rows()

    def _show_rows(self) -> None:
        """Show the rows that are wanted, or why there are none."""
        wanted, groups = self.bar.wanted(), self._groups
        shown = [one for one in groups if self.bar.shows(one) and self._table.has(one, wanted)]
        had = has_keyboard(self.stack) or self.focusWidget() is self.search
        self.table.show_groups(self._table, shown)
        self.stack.setCurrentWidget(self.table if shown else self.empty)
        self._say_why_none(bool(shown), is_filtered=bool(groups))
        if had:
            self._take_keyboard()
        self._tell()

    def _say_why_none(self, has_rows: bool, *, is_filtered: bool) -> None:
        count = len(self.comparing.comparison.articles)
        is_searched = bool(self.comparing.searched_for)  # the bar says so if it was for another
        why = NOT_YET if not is_searched else NOTHING if count > 1 else TOO_FEW
        self.empty.say(FILTERED if is_filtered else TOO_FEW if count < 2 else why)
        self.table.setAccessibleDescription("" if has_rows else self.empty.words.text())
        self.search.setVisible(not has_rows and not is_filtered and not is_searched and count > 1)

    def _tell(self) -> None:
        marks, self.files.title = self.table.marks, self.comparing.story.name
        self.bar.tell(
            self.comparing.story.name,
            self._groups,
            len(self.table.shown.groups),
            len(marks.rows) + len(marks.cells),
            old=self._old,
            left_out=len(self._table.groups) - len(self._groups),
        )
        self.attending.look()

    def _show_evidence(self) -> None:
        """Show the places of the cell in hand or, where two are marked, of these."""
        group, cell = self.table.group, self.table.cell
        marked = self.table.marked_cells(group) if group else []
        cells = marked if len(marked) > 1 else [cell] if cell else []
        self.showing.emit(places_of(one.fact for cell in cells for one in cell.facts if one.fact))

    def _elsewhere(self) -> InFocus | None:
        """Return what another pane has in hand while it has the keyboard."""
        for pane in self.panes:
            told = getattr(pane, "in_focus", None)
            if told is not None and has_keyboard(pane):
                found: InFocus | None = told()
                return found
        return None

    # --- ways about

    def _go_where(self, edit: Edit) -> None:
        """Go to the row that an undo or redo was about."""
        if self.isVisible():
            self.holding.go_where(edit)

    def _open_menu(self, at: QPoint) -> None:
        menu, group, project = row_menu(self.table), self.table.group, self._session.project
        if group and project:
            add_see_also(menu, group, self.comparing.comparison, project.schema, self._show_fact)
        menu.popup(at)

    def _show_fact(self, key: str) -> None:
        """Show the evidence of a fact that is in no row."""
        self.showing.emit(places_of(facts_of(self.comparing.comparison, [key])))

    def read_evidence(self) -> None:
        """Give the evidence of the cell in hand the keyboard."""
        self._show_evidence()
        self.evidence.setFocus()

    def next_part(self, step: int) -> None:
        """Give the next pane (1) or the previous one (-1) the keyboard."""
        others = [pane for pane in self.panes if pane is not self.evidence]
        give_next([part for part in (*others, *self.evidence.parts()) if part.isVisible()], step)

    def leave(self) -> None:
        """Put away what is asked, or go back to the cell; from there, show all rows again."""
        if self.table.hasFocus() or self.stack.currentWidget() is self.empty:
            self.bar.only.setChecked(False)
            self.bar.words.clear()
        for over in (self.note, self.judging, self.sheet):
            over.put_away()
        self._take_keyboard()
