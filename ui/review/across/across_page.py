"""The page of the view Across articles: cases on the left; beside them what each annotator says, and gold.

Deciding writes gold's project set, and no article: it has no state to change, and none changes.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from annotations.compare.across.reviewing import AcrossCase
from annotations.compare.across.voices import places
from annotations.schema.types import Schema
from annotations.text.counts import counted
from models.queries import articles as article_queries
from ui import bindings
from ui.fixed_keys import FIXED
from ui.look.empty import Empty
from ui.look.layouts import Hair, Pane, column, row
from ui.look.lines import Elided, Words
from ui.look.restyled import follow
from ui.look.scale import px
from ui.project.commands import Commands
from ui.review.across import across_words
from ui.review.across.across_card import AcrossCard
from ui.review.across.across_focus import AcrossFocus
from ui.review.across.across_hand import AcrossHand
from ui.review.case_delegate import AGREED
from ui.review.case_list import CaseList, CaseRow
from ui.session import Session

NARROW = 1200  # pixels at 100 %, of the window
LIST, NARROW_LIST = 300, 248
NOBODY = "Nobody has said anything across articles as yet: Compare is where entities and groups of facts are settled."


class AcrossPage(Pane):
    """The page; its actions are methods below it, or verbs of its `hand`.  `asked`: the name of an action of the window."""

    asked = Signal(str)

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(ground="page")
        self._session = session
        self.hand, self.card, self.view = AcrossHand(session, self), AcrossCard(), CaseList(opens=False)
        self.attending = AcrossFocus(self.hand)
        self.count, self.agreed = Elided(px=12, role="text2"), Elided(px=12, role="text2")
        self.empty = Empty("files", NOBODY)
        self._titles: dict[str, str] = {}
        head = column(
            Words("Across articles", px=20, weight=600),
            self.count,
            self.agreed,
            gap=4,
            margins=(16, 18, 12, 8),
        )
        pane = column(head, gap=0)
        pane.add(self.view, 1)
        self._left = Pane(pane)
        self._stack = QStackedWidget()
        for part in (self.empty, self.card):
            self._stack.addWidget(part)
        whole = row(self._left, Hair(upright=True), gap=0)
        whole.add(self._stack, 1)
        self.setLayout(whole)
        self._connect()
        follow(self)

    def _connect(self) -> None:
        self.hand.changed.connect(self._show)
        self.view.pointed.connect(self.hand.hold)
        self.card.taken.connect(self.hand.take_from)
        self.card.neither.clicked.connect(self.hand.take_neither)
        self.card.keep.clicked.connect(self.hand.keep)
        self.card.approve.clicked.connect(self.hand.approve)
        for part in (self.view, self.card):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            part.customContextMenuRequested.connect(partial(self._offer, part))
        for number, key in enumerate(FIXED["across_side"].keys):
            bindings.bind(self.view, "", (key,), partial(self.hand.take, number))

    def restyle(self) -> None:
        """Take the scale in force."""
        self._left.setFixedWidth(px(NARROW_LIST if self.width() < px(NARROW) else LIST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.hand.is_shown:
            self.hand.is_shown = True
            self.hand.read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hand.is_shown = self.isVisible()

    # --- what is shown

    def open(self) -> None:
        """Give the list of cases the keyboard."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        hand, work = self.hand, self.hand.work
        found = work.found if work else None
        left, cases = len(hand.open), len(found.cases) if found else 0
        of = f"{left:,} of {counted(cases, 'case')} open" if cases else "No cases"
        self.count.setText(of if found else "")
        agreed = len(found.agreed) if found else 0
        self.agreed.setText(
            f"{agreed:,} {'point is' if agreed == 1 else 'points are'} agreed" if found else ""
        )
        self.view.show_cases(hand.groups(), hand.at, self._row)
        self._stack.setCurrentWidget(self.card if found else self.empty)
        self._show_case(hand.at)

    def _row(self, case: AcrossCase) -> CaseRow:
        more = across_words.second_line(case, self.hand.called)
        return CaseRow(across_words.name_of(case), more, self.hand.group_of(case), case.what != "entity")

    def _show_case(self, case: AcrossCase | None) -> None:
        card, project = self.card, self._session.project
        is_agreed = case is not None and self.hand.group_of(case) == AGREED
        for part in (card.neither, card.keep):
            part.setVisible(case is not None and not is_agreed)
        card.keep.refuse("" if case and case.gold.parts else "gold says nothing of it as yet")
        if case is None or project is None:
            card.title.setText("No case" if self.hand.work else "")
            card.about.setText("All that is said across articles is agreed." if self.hand.work else "")
            card.gold.setText("")
            card.show_sides([], can_take=False)
            return
        card.title.setText(across_words.name_of(case))
        card.about.setText("All agree on it" if is_agreed else across_words.told(case))
        card.gold.setText(across_words.gold_line(case))
        card.show_sides(
            [(who, self.hand.called(who), self._lines(case, who)) for who in case.sides],
            can_take=not is_agreed,
        )

    def _lines(self, case: AcrossCase, who: str) -> list[across_words.SaidLine]:
        project, side = self._session.project, case.sides[who]
        articles = {place[0] for one in side.parts for place in places(one)}
        titles = article_queries.titles(project, articles) if project and case.what == "group" else {}
        return across_words.lines_of(side, case, project.schema if project else Schema(""), titles)

    def _offer(self, part: QWidget, at: QPoint) -> None:
        """Offer what the keys do."""
        menu = QMenu(self)
        menu.addActions([action for action in (*self.view.actions(), *self.actions()) if action.text()])
        menu.exec(part.mapToGlobal(at))
        menu.deleteLater()

    # --- going

    def next_part(self, step: int) -> None:
        """Give the keyboard to the next part, or the one before."""
        card = self.card
        parts = [
            one for one in (self.view, card.sides, card.neither, card.keep, card.approve) if one.isVisible()
        ]
        at = next((n for n, part in enumerate(parts) if part.hasFocus()), 0)
        parts[(at + step) % len(parts)].setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Go back to Review."""
        self.asked.emit("review_view")
