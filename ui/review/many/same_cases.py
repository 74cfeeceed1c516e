"""Same cases: the list in a review from which one decision is carried to all cases of the same words and readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from annotations.review.cases import Case, Difference, Item
from models.project import Project
from models.queries.reviews import same_cases
from models.queries.reviews.same_cases import Reading
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Elided
from ui.plain_text import PlainLabel
from ui.review.case_in_hand import Hand
from ui.review.case_words import IS_ADDED, short
from ui.review.many.same_case_hits import CaseHits
from ui.same.same_places import SamePlaces
from ui.session import Session

CHOOSE = "nothing yet: choose"
NO_CASE = "There is no case here; {key:review_next} goes to the next article that has one."


class SameCases(SamePlaces):
    """The list of same cases, and the decision carried from it; `applied` is sent with the case."""

    nothing = "Choose first what is taken: {key:same_none} goes through what is said; {key:same_all} looks in all articles."
    none_found = "No other open case has these words and readings"

    def __init__(self, session: Session, hand: Hand) -> None:
        self._hand, self._rows = hand, CaseHits()
        self._case: Case | None = None
        self._wanted: frozenset[Reading] = frozenset()
        says, whole = Elided(px=13, weight=600), QCheckBox("&All articles")
        whole.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        super().__init__(session, self._rows, says, whole, {"same_none": self.turn})
        self.list.setAccessibleName("Same cases")
        self.then = QComboBox()
        self.then.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.then.setAccessibleName("What is taken")
        self._apply, self._back = Button("Apply", "check", kind="primary"), Button("Back", kind="ghost")
        self._lay_out()
        whole.toggled.connect(self.search)
        self.then.activated.connect(self._judge)
        self._apply.clicked.connect(self.apply)
        self._back.clicked.connect(self.leave)
        IN_FORCE.changed.connect(self._say_keys)
        self._say_keys()
        self.hide()

    def _lay_out(self) -> None:
        self.setAccessibleName("Same cases")
        then = PlainLabel("&Take")
        then.setBuddy(self.then)
        lines = column(self.says, gap=8)
        lines.add(self.list, 1)
        lines.add(row(self.whole, then, self.then, None, self._apply, self._back, gap=8))
        self.setLayout(lines)

    def _say_keys(self) -> None:
        self._apply.say("Apply", "check", IN_FORCE.fill("{key:same_apply}"))
        self._back.say("Back", "", IN_FORCE.fill("{key:leave}"))

    def open(self) -> None:
        """List the open cases like the one in hand, which is among them while it is open itself."""
        work, case = self._hand.work, self._hand.at
        if work is None or case is None:
            self._session.noted.emit(NO_CASE)
            return
        if case.difference is Difference.ADDED:
            self._session.noted.emit(IS_ADDED)
            return
        self._case, self._wanted = case, same_cases.readings(case, work.text)
        self.searched = work.text[slice(*case.place)]
        self._offer(case, work.text)
        self._rows.begin_with(self._takes())
        self._list(self.searched, case.place[0], in_all=False)

    def _offer(self, case: Case, text: str) -> None:
        """Offer what is said in the case; what is drafted or decided comes first, of a draw nothing."""
        self.then.clear()
        drafted = same_cases.reading(self._hand.draft, text)
        if self._hand.offer.is_draw or drafted not in self._wanted:
            self.then.addItem(CHOOSE, None)
        items: list[Item | None] = sorted(
            case.readings(), key=lambda item: same_cases.reading(item, text) != drafted
        )
        for item in items:
            self.then.addItem(short(item), (same_cases.reading(item, text),))
        self.then.setCurrentIndex(0)

    def turn(self) -> None:
        """Take the next of what is said."""
        self.then.setCurrentIndex((self.then.currentIndex() + 1) % self.then.count())
        self._judge()

    def _judge(self) -> None:
        self._rows.take_instead(self._takes())
        self._show_verdict()

    def _takes(self) -> str:
        return self.then.currentText() if self.then.currentData() else ""

    def _find(self, project: Project, articles: list[str] | None) -> Iterator[list[Any]]:
        queue = self._hand.queue
        if queue is None:
            return iter(())
        return same_cases.find(project, queue, self._wanted, self.searched, articles)

    def _write(self, project: Project, verb: str, chosen: Sequence[Any]) -> bool:
        queue, took = self._hand.queue, self.then.currentData()
        if queue is None or not took:
            return False
        by = self._session.annotator
        self._hand.is_writing = True
        done = self._session.apply(lambda: same_cases.edit(project, queue, verb, chosen, took[0], by=by))
        self._hand.is_writing = False
        return done

    def _about(self) -> object:
        return self._case

    def _verb(self, count: int) -> str:
        return f"take {self._takes() or CHOOSE} in {count:,} × “{self.searched}”"
