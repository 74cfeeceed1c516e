"""The page of the view Statistics: whose work and of which time on top, below it one page of figures of five.

The figures are gathered beside the window, part by part, and anew after each change while the page is seen.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from annotations.sets import GOLD
from models.queries import articles as article_queries
from models.queries.people import machines
from ui.frame.pane_round import give_next
from ui.look.layouts import Pane, Scroll, column
from ui.plots.plots import Behind
from ui.project.commands import Commands
from ui.session import Session
from ui.statistics.cards import FIRST
from ui.statistics.choices import WEEK
from ui.statistics.gathering import StatisticsGathering
from ui.statistics.lines import Whose
from ui.statistics.paper import PaperWriting
from ui.statistics.plot_page import PlotPage
from ui.statistics.statistics_focus import StatisticsFocus
from ui.statistics.statistics_head import StatisticsHead
from ui.widgets.target import Target

NO_DAYS = "Search does not know when something was decided: it shows that of all the time."


class StatisticsPage(Pane):
    """The page; its actions are methods below it.

    `sought`: a line for the view Search; `pointed` to a Target, `left` for the article.
    """

    sought = Signal(str)
    pointed = Signal(object)
    left = Signal()

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(ground="chrome")
        self._session, self._project = session, session.project
        self.head = StatisticsHead(session.annotator)
        self.choice, self.shown = self.head.choice, self.head.shown
        self.gathering = StatisticsGathering(session, self)
        self.paper = PaperWriting(session, commands, self)
        self.parts: dict[str, Any] = {}  # by name
        self.pages: dict[str, PlotPage] = {}
        self._stack = QStackedWidget()
        self._is_begun = False
        lines = column(self.head, gap=0)
        lines.add(self._stack, 1)
        self.setLayout(lines)
        self.attending = StatisticsFocus(self, self._panes, self._told)
        self.does = self.attending.does
        self._connect()

    def _connect(self) -> None:
        self.choice.changed.connect(self._choose)
        self.shown.changed.connect(self._turn)
        self.gathering.came.connect(self._take)
        self.gathering.progress.connect(self.head.tell)
        self.gathering.failed.connect(self._session.failed)
        for changed in (self._session.articles_changed, self._session.reloaded):
            changed.connect(self._offer)

    # --- what is shown

    def open(self) -> None:
        """Show how it stands now; the keyboard is at the pages."""
        self._offer()
        self._turn()
        if not self._is_begun:
            self._is_begun = True
            self._choose()
        self.shown.take_keyboard()

    def end(self) -> None:
        """End what is gathered, with the program or the project."""
        self.gathering.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.gathering.watch(is_on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.gathering.watch(is_on=False)

    @property
    def page(self) -> PlotPage:
        """Return the page of figures that is shown, made when it first is."""
        name = self.shown.value or FIRST
        if name not in self.pages:
            made = self.pages[name] = PlotPage(name)
            made.chosen.connect(self._open_behind)
            made.moved.connect(self.attending.look)
            made.noted.connect(self._session.noted)
            made.failed.connect(self._session.failed)
            self._stack.addWidget(Scroll(made))
        return self.pages[name]

    def _offer(self) -> None:
        """Offer the work of those who have some."""
        if self._project is not None and self._session.project is self._project:
            there, not_people = article_queries.annotators(self._project), machines(self._project)
            self.choice.offer(
                [name for name in there if name != GOLD and name not in not_people], has_gold=GOLD in there
            )

    def _choose(self) -> None:
        """Gather for what is chosen; the figures that there were go."""
        self.parts.clear()
        self._show_parts()
        self.gathering.show(self.choice.scope(date.today()))
        self.attending.look()

    def _take(self, part: Any) -> None:
        self.parts[part.name] = part
        self._show_parts(part.name)

    def _show_parts(self, part: str = "") -> None:
        """Show the figures on the page that is seen; the others take them when they are turned to."""
        self.page.show_parts(self.parts, self._whose(), part)
        self.attending.look()

    def _turn(self) -> None:
        page = self.page
        self._stack.setCurrentIndex(list(self.pages).index(page.name))
        self._show_parts()

    def _whose(self) -> Whose:
        roles = self._project.schema.facts if self._project else {}
        dates = {
            role.name for type_ in roles.values() for role in type_.roles.values() if role.value == "date"
        }
        return Whose(self.choice.annotator, self._session.annotator, tuple(sorted(dates)))

    def _panes(self) -> list[Any]:
        return list(self.page.all_panes) if self.isVisible() else []

    def _told(self) -> tuple[str, str, bool]:
        return self.choice.annotator, self.choice.of_time(), self.choice.period.currentData() == WEEK

    # --- what is done

    def _open_behind(self, behind: Behind) -> None:
        """Go to the article, or show the places in Search."""
        if behind.article:
            self.pointed.emit(Target(behind.article, 0, 0))
            return
        self.sought.emit(behind.query)
        if self.choice.scope(date.today()).is_bounded:
            self._session.noted.emit(NO_DAYS)

    def save_picture(self) -> None:
        """Ask where the picture in hand is to be saved."""
        if pane := self.attending.pane:
            pane.ask_where()

    def copy_picture(self) -> None:
        """Copy the picture in hand."""
        if pane := self.attending.pane:
            pane.copy("picture")

    def turn_table(self) -> None:
        """Show the table of the picture in hand, or the picture again."""
        if pane := self.attending.pane:
            pane.turn_over()

    def turn_to(self, name: str) -> None:
        """Show the page of figures of that name."""
        had = any(one.hasFocus() for one in self.shown.segments)
        self.shown.choose(name)
        if had:
            self.shown.take_keyboard()

    def next_part(self, step: int) -> None:
        """Give the next picture (1) the keyboard, or the one before (-1); the pages' names are one of them."""
        seen = [pane.inner for pane in self._panes() if pane.has_plot]
        chosen = next((one for one in self.shown.segments if one.isChecked()), self.shown.segments[0])
        give_next([chosen, *seen], step)

    def write_paper(self) -> None:
        """Ask for a folder, and write the paper's numbers into it."""
        self.paper.ask(self)

    def go_back(self) -> None:
        """Go back to the article."""
        self.left.emit()
