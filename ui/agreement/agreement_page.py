"""The page of the view Agreement: who is compared on the left, what came of it on the right, verbs in the foot.

Comparing is a command in a process of its own; the figures that there were stay until others come.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from annotations.agreement.text import as_markdown
from annotations.plain_names import marked
from models.queries import articles as article_queries
from models.queries.people import machines
from ui.agreement.agreement_focus import AgreementFocus
from ui.agreement.agreement_report import AgreementReport
from ui.agreement.agreement_tables import about, together
from ui.agreement.people_list import PeopleList
from ui.look.buttons import Button
from ui.look.empty import Empty
from ui.look.layouts import Hair, Pane, Scroll, column, row
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.scale import px
from ui.project.commands import BUSY, Commands
from ui.session import Session

NARROW = 1200  # pixels at 100 %, of the window
PEOPLE, NARROW_PEOPLE = 264, 232
CHOOSE = "Tick two annotators or more on the left, and compare them."
ALONE = "{who} has worked here so far. Merge a package with somebody else's work to compare it."
OLD = "Somebody's work has changed since: compare again."
CHOSEN = "These figures are of what was chosen before: compare again."


class AgreementHeading(Pane):
    """The lines `title` and `about` over the figures."""

    def __init__(self) -> None:
        super().__init__(ground="page")
        self.title, self.about = Elided(px=16, weight=600), Elided(px=12, role="text2")
        self.about.setAccessibleName("What was compared")
        lines = column(self.title, self.about, gap=2, margins=(28, 8, 24, 6))
        self.setLayout(column(lines, Hair(), gap=0))
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(60))

    def tell(self, title: str, more: str, *, is_odd: bool = False) -> None:
        """Show who is compared, and how much of their work or what is the matter."""
        self.title.setText(title)
        self.about.set_role("warn" if is_odd else "text2")
        self.about.setText(more)


class AgreementPage(Pane):
    """The page; its actions are methods below it.

    `pointed` to a Target, `left` for the article; `asked`: the name of an action of the window.
    """

    pointed = Signal(object)
    left = Signal()
    asked = Signal(str)

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(ground="page")
        self._session, self._commands, self._project = session, commands, session.project
        self.people, self.heading = PeopleList(), AgreementHeading()
        self.report = AgreementReport(session.annotator)
        self.start = Button("Compare", "equal-approximately", kind="primary", takes_focus=True)
        self.merge = Button("Merge a package", "download", takes_focus=True)
        self.empty = Empty("chart-column", CHOOSE, self.start, self.merge)
        self.attending = AgreementFocus(self.people, self.report, self.heading.title)
        self.does = self.attending.does
        self._stack = QStackedWidget()
        for part in (self.empty, Scroll(self.report)):
            self._stack.addWidget(part)
        page = column(self.heading, gap=0)
        page.add(self._stack, 1)
        whole = row(self.people, Hair(upright=True), gap=0)
        whole.add(page, 1)
        self.setLayout(whole)
        self._connect()
        self._tell("")
        follow(self)

    def _connect(self) -> None:
        self.people.changed.connect(self._show_choice)
        self.people.compared.connect(self.compare)
        self.people.choices.changed.connect(self._choose_anew)
        self.start.clicked.connect(self.compare)
        self.merge.clicked.connect(lambda: self.asked.emit("merge"))
        self.report.pointed.connect(self.pointed)
        self.report.confusion.heat.moved.connect(self.attending.look)
        self.report.confusion.places.list.selectionModel().currentChanged.connect(self.attending.look)
        for card in self.report.questions:
            for table in card.tables.values():
                table.moved.connect(self.attending.look)
        self._commands.ended.connect(self._offer)
        self._session.saved.connect(self._grow_old)
        self._session.reloaded.connect(self._grow_old)

    def restyle(self) -> None:
        """Take the scale in force."""
        wide = px(NARROW_PEOPLE if self.width() < px(NARROW) else PEOPLE)
        self.people.setFixedWidth(min(wide, max(1, self.width() // 3)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    # --- who is compared

    def open(self) -> None:
        """Offer everybody who has worked for comparison."""
        self._offer()
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        if self._project is not None and self._is_of_project() and self.isVisible():
            there = article_queries.annotators(self._project)
            self.people.offer(there, machines(self._project))
            self._show_choice()

    def compare(self) -> None:
        """Compare the work of those who are ticked, unless something else runs."""
        names = self.people.ticked()
        if self._project is None or len(names) < 2:
            self._tell("" if self.report.found else self.empty.words.text(), is_odd=True)
        elif self._commands.is_running:
            self._tell(BUSY, is_odd=True)
        else:
            self._tell("Comparing…")
            asked = self.people.choices.options()
            words = ["agreement", str(self._project.folder), "--confusion", *asked, "--", *names]
            self._commands.run("comparing", words, self._show, self._fail)
            if not self._commands.is_running:  # what could not begin was told
                self._tell(about(self.report.found) if self.report.found else "")

    # --- what is shown

    def _show(self, report: dict[str, Any], errors: str) -> None:
        if self._project and self._is_of_project():
            self.report.show_report(report, article_queries.titles(self._project, report["by_article"]))
            self._stack.setCurrentIndex(1)
            self._tell(about(report))

    def _fail(self, why: str) -> None:
        if self._is_of_project():
            self._tell(why, is_odd=True)

    def _show_choice(self) -> None:
        """Say what is to be done before anything is compared."""
        can, names = len(self.people.ticked()) > 1, self.people.names()
        alone = ALONE.format(who=f"Only {names[0]}" if names else "Nobody")
        self.empty.say(CHOOSE if len(names) > 1 else alone)
        self.start.setVisible(len(names) > 1)
        self.start.refuse("" if can else "tick two annotators or more")
        self.merge.setVisible(len(names) < 2)
        self.attending.look()

    def _tell(self, more: str, *, is_odd: bool = False) -> None:
        who = self.report.found["annotators"] if self.report.found else ()
        are = self.report.found.get("machines", ()) if self.report.found else ()
        self.heading.tell(
            together([marked(one, are) for one in who]) or "Nothing is compared yet", more, is_odd=is_odd
        )
        self.attending.look()

    def _grow_old(self) -> None:
        """Say of figures that work has changed since."""
        if self.report.found:
            self._tell(OLD, is_odd=True)

    def _choose_anew(self) -> None:
        """Say of figures that something else is asked for by now."""
        if self.report.found:
            self._tell(CHOSEN, is_odd=True)

    def _is_of_project(self) -> bool:
        """Return whether the project is still open: with another one this page is gone."""
        return self._session.project is self._project

    # --- what else is done

    def copy_report(self) -> None:
        """Copy the figures as Markdown."""
        if self.report.found:
            QGuiApplication.clipboard().setText(as_markdown(self.report.found))
        self._session.noted.emit(
            "The report is copied as Markdown."
            if self.report.found
            else "There is no report yet: compare first."
        )

    def go_back(self) -> None:
        """Go back to the article."""
        self.left.emit()
