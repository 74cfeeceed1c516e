"""The review page: the cases on the left; beside them the article with its evidence, above what each has.

It puts its parts together and shows what the hand holds; the keys are a table, `review_actions`.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter

from annotations.review.cases import Case
from annotations.schema.types import Schema
from annotations.sets import GOLD
from models.queries import articles as article_queries
from models.queries import review_queue
from models.queries.people import machines
from ui import actions, bindings
from ui.article.measures import Looks
from ui.fixed_keys import FIXED
from ui.look.layouts import Hair, Pane, column, row
from ui.look.restyled import follow
from ui.look.scale import px
from ui.project.commands import Commands
from ui.review import case_words, look_again
from ui.review.across.across_entry import AcrossEntry
from ui.review.approve import Closing
from ui.review.case_card import CaseCard
from ui.review.case_focus import CaseFocus
from ui.review.case_heading import CaseHeading
from ui.review.case_in_hand import Hand
from ui.review.case_list import CaseList, CaseRow
from ui.review.case_parts import Part, parts_of
from ui.review.choice_sheet import ChoiceSheet, SheetQuestion
from ui.review.decide import Question, Reviewing
from ui.review.evidence_pane import EvidencePane
from ui.review.facts.fact_building import FactBuilding
from ui.review.facts.turning import Turning
from ui.review.many.fairness import Fairness
from ui.review.many.majority import ByMajority
from ui.review.many.same_cases import SameCases
from ui.review.reasons import Reasons
from ui.review.review_bar import ReviewBar
from ui.review_actions import FREE
from ui.schema.label_keys import LabelKeys
from ui.session import Session

NARROW = 1200  # pixels at 100 %, of the window
LIST, NARROW_LIST = 264, 232
EVIDENCE = 3 / 10  # of the height below the heading


class ReviewPage(Pane):
    """The page of the view Review; its actions are methods below it.  `asked`: the name of an action of the window."""

    asked = Signal(str)

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(ground="page")
        self._session = session
        self.evidence, self.bar, self.card, self.reasons = EvidencePane(), ReviewBar(), CaseCard(), Reasons()
        self.view = self.evidence.view
        self.heading, self.cases, self.sheet = CaseHeading(), CaseList(), ChoiceSheet()
        self.across = AcrossEntry(session)
        self.hand = Hand(session, self)
        self.verbs = Reviewing(session, self.view, self.hand)
        self.closing = Closing(self.verbs)
        self.majority = ByMajority(session, commands, self)
        self.fairness = Fairness(session, self)
        self.same = SameCases(session, self.hand)
        self.turning = Turning(self.view, self.hand, self.verbs.label)
        self.facts = FactBuilding(self.verbs)
        self.evidence.brackets.is_away = self.facts.marks
        self.attending = CaseFocus(self.hand, self.reasons, self.sheet, self.same, self.facts.in_words)
        self.does = {**self.attending.does, **self.facts.does(), "review_row": self.turning.turn_first}
        self._label_keys = LabelKeys(self.view, self.turning.press_label)
        self._lay_out()
        self._bind_keys()
        self._connect()
        follow(self)

    def _lay_out(self) -> None:
        pane = column(self.bar, self.across, gap=0)
        pane.add(self.cases, 1)
        self._left = Pane(pane)
        below = Pane(ground="page")
        held = column(gap=8, margins=(28, 12, 24, 12))
        for over in (self.reasons, self.sheet):
            held.addWidget(over, 0, Qt.AlignmentFlag.AlignTop)
        held.add(self.card, 1)
        held.add(self.same, 1)
        card = Pane(held, ground="page")
        below.setLayout(column(card, gap=0))
        self._halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        for number, half in enumerate((self.evidence, below)):
            half.setMinimumHeight(1)
            self._halves.addWidget(half)
            self._halves.setStretchFactor(number, number)
        self._halves.setHandleWidth(1)
        page = column(self.heading, gap=0)
        page.add(self._halves, 1)
        whole = row(self._left, Hair(upright=True), gap=0)
        whole.add(page, 1)
        self.setLayout(whole)
        self._is_split_by_hand = False
        self.facts.take_room(self._halves, card)
        self._halves.splitterMoved.connect(self._keep_split)

    def _bind_keys(self) -> None:
        for key, unit, step, selecting in actions.CARET:
            if key not in FREE:
                bindings.bind(
                    self.view, "", (key,), partial(self.view.move_caret, unit, step, selecting), repeats=True
                )

        for number, key in enumerate(FIXED["review_vote"].keys):
            bindings.bind(self.view, "", (key,), partial(self.verbs.take_side, number))

    def _connect(self) -> None:
        self.hand.changed.connect(self._show)
        self.verbs.asked.connect(self._ask)
        self.facts.changed.connect(self.attending.look)
        self.closing.asked.connect(self._ask)
        for over in (self.reasons, self.sheet):
            over.left.connect(self.view.setFocus)
            over.turned.connect(self._show_either)
        self.bar.people.chosen.connect(self._choose)
        self.bar.people.asked.connect(self._ask)
        self.bar.people.refused.connect(self._session.noted)
        self.card.taken.connect(lambda who: self.verbs.take_from(who) if who else self.verbs.take_proposed())
        self.card.turned.connect(self.turning.turn_at)
        self.card.pointed.connect(self.turning.take)
        self.same.opened.connect(self._show_either)
        self.same.applied.connect(lambda _: self.hand.go_on())
        self.same.left.connect(self._show_either)
        self.same.left.connect(self.view.setFocus)
        self.cases.pointed.connect(self.same.leave)
        self.cases.pointed.connect(self.hand.hold)
        self.cases.pointed.connect(lambda: self.view.setFocus())
        self.evidence.pointed.connect(self.facts.point)
        self._session.schema_changed.connect(self._show_schema)
        self.across.button.clicked.connect(lambda: self.asked.emit("across"))

    # --- size

    def restyle(self) -> None:
        """Take the scale in force."""
        is_narrow = self.width() < px(NARROW)
        self._left.setFixedWidth(px(NARROW_LIST if is_narrow else LIST))
        self.card.names.set_narrow(is_narrow=is_narrow)
        self.card.restyle()
        self._split()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()
        QTimer.singleShot(0, self.evidence, self.evidence.reveal)

    def _keep_split(self) -> None:
        self._is_split_by_hand = True

    def _split(self) -> None:
        """Share the height between article and columns, unless somebody has; the builder has what it needs."""
        if not self._is_split_by_hand:
            high = max(2, self.height() - px(60))
            above = round(high * EVIDENCE)
            self._halves.setSizes([above, high - above])
        self.facts.fit()

    # --- what is reviewed

    def open(self) -> None:
        """Give the article the keyboard; what is reviewed is chosen when it is seen."""
        self.view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.hand.is_shown:
            self.hand.is_shown = True
            self._show_schema()
            self._offer()
            self.across.look()
            self._choose()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hand.is_shown = self.isVisible()

    def _offer(self) -> None:
        """Offer everybody who has finished an article; where nobody has, whoever has begun one."""
        project = self._session.project
        begun = [who for who in article_queries.annotators(project) if who != GOLD] if project else []
        there = review_queue.finishers(project) or begun if project else []
        self.bar.offer(there, machines(project) if project else ())

    def choose(self, *names: str) -> None:
        """Review the work of these annotators."""
        self.bar.people.choose(names)

    def _choose(self) -> None:
        self.hand.choose(self.bar.people.names(), self.bar.people.everybody)
        self.view.setFocus()

    def _ask(self, question: Question | SheetQuestion) -> None:
        """Show reasons, or a sheet, in place of the columns, or of the builder; the case stays in view."""
        self.facts.leave()
        if isinstance(question, SheetQuestion):
            self.sheet.ask(question)
        else:
            self.reasons.ask(question)
        QTimer.singleShot(0, self.evidence, self.evidence.reveal)

    def _show_either(self) -> None:
        """Show the card, or what is asked in its place."""
        is_asked = self.reasons.question is not None or self.sheet.question is not None
        is_asked = is_asked or not self.same.isHidden()
        self.card.setVisible(not is_asked and self.hand.at is not None)

    # --- what is shown

    @property
    def _schema(self) -> Schema:
        project = self._session.project
        return project.schema if project else Schema("")

    def _show_schema(self) -> None:
        if self._session.project and self.hand.is_shown:
            if self.bar.people.isHidden() != self.hand.is_hidden:
                self.bar.people.setVisible(not self.hand.is_hidden)
                self.hand.read()
            self._label_keys.bind(self._schema)
            self.evidence.show_schema(self._schema)

    def look(self, looks: Looks) -> None:
        """Take font, size and badges as they are elsewhere."""
        self.evidence.look(looks)

    def _show(self) -> None:
        hand = self.hand
        self.reasons.put_away()
        self.sheet.put_away()
        self.bar.tell(hand)
        self._show_case()
        self.evidence.show_case(hand)
        self.cases.show_cases(hand.groups(), hand.at, self._row)

    def _show_case(self) -> None:
        """Show the case in hand in heading and card."""
        hand, work = self.hand, self.hand.work
        parts = self._parts(hand.at)
        self.heading.tell(hand, self._session.article, parts)
        each = (*work.sets, work.gold) if work else ()
        spans = {id_: span for made in each for id_, span in made.spans.items()}
        self.card.show_case(hand, self._schema, spans)
        self._show_either()

    def _parts(self, case: Case | None) -> list[Part]:
        work = self.hand.work
        if work is None or case is None:
            return []
        is_here = self.hand.at is not None and case.key == self.hand.at.key and not self.hand.offer.is_draw
        draft = self.hand.draft if is_here else next(iter(case.sides.values()))
        return parts_of(case, draft, work.text, self._schema)

    def _row(self, case: Case) -> CaseRow:
        work = self.hand.work
        if work is None:
            return CaseRow("", "", "", False)
        said, taken = work.decided.get(case.key), work.taken(case)
        again = look_again.why(work, case, self._session.annotator, self.hand.called)
        more = again or case_words.second_line(case, self._parts(case), work.text, self.hand.called)
        if said:
            more = f"{case_words.took(said, taken, self.hand.called)}  ·  {more}"
        item = next(iter(taken), None) if said else None
        return CaseRow(case_words.name(case, work.text, item), more, self.hand.group_of(case), case.is_fact)

    def next_part(self, step: int) -> None:
        entry = [self.across.button] if self.across.isVisible() else []
        parts = (self.view, self.cases, *entry, *self.bar.people.parts())
        at = next((n for n, part in enumerate(parts) if part.hasFocus()), 0)
        parts[(at + step) % len(parts)].setFocus()

    def leave(self) -> None:
        """Close the list of same cases, or drop the selection; then go back to the text."""
        self.same.leave()
        if self.view.hasFocus() and self.view.selection:
            self.view.clear_selection()
        self.view.setFocus()
