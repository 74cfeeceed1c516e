"""The case that a reviewer has in hand: whose work, which article, and what Enter would take there.

It writes nothing: `draft` is what is proposed, moved by keys, until somebody decides.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from annotations.review.adjudication import Adjudication
from annotations.review.anonymous import called, shuffled, turned
from annotations.review.cases import Case, Difference, Item, ordered_roles
from annotations.review.comparing import cases_of_agreed
from annotations.review.proposals import Proposal
from models.queries import review_queue
from models.queries.learned_wordings import STEP
from models.queries.review_queue import ReviewQueue
from ui.articles import next_article
from ui.review.case_delegate import AGREED, DECIDED, TO_DECIDE
from ui.session import Session


class Hand(QObject):
    """The case in hand, in the work of `names` on the session's article.

    `work` is None while there is nothing to review.
    """

    changed = Signal()  # cases, decisions, what is in hand

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.chosen: tuple[str, ...] = ()  # whose work is reviewed
        self.names: tuple[str, ...] = ()  # those who are sides on the article, as they stand side by side
        self.queue: ReviewQueue | None = None
        self.work: Adjudication | None = None
        self.cases: list[Case] = []  # with what is agreed, when that is open
        self.at: Case | None = None
        self.draft: Item | None = None
        self.offer = Proposal(None)  # what is proposed, why, or that it is a draw
        self.place = (0, 0)  # the article's number among those to review, from 1, and how many these are
        self.is_unfolded = self.is_shown = self.is_writing = self.is_lowest_first = False
        for told in (session.article_opened, session.reloaded, session.edited, session.articles_changed):
            told.connect(self._look)

    def _look(self) -> None:
        """Read anew when somebody else wrote or another article is open.

        Whoever writes here reads for themselves.
        """
        if self.is_shown and not self.is_writing:
            self.read()

    # --- what is reviewed

    def choose(self, names: tuple[str, ...]) -> None:
        """Choose whose work is reviewed; go to the first open case, from the article at hand on."""
        project = self.session.project
        self.chosen = self.names = names
        self.queue = None
        if project and names:
            ordered = ordered_roles(project.schema)
            self.queue = ReviewQueue(project, names, ordered, lowest_first=self.is_lowest_first)
        if self.queue:
            here = self.session.article.id if self.session.article else None
            waiting = self.queue.articles()
            if waiting and here not in waiting:
                found = self.queue.next(here) or self.queue.next()
                next_article.open_article(self.session, found.article if found else waiting[0])
        self.read()

    @property
    def is_hidden(self) -> bool:
        """Return whether the names of those compared are hidden."""
        return self.session.project is not None and self.session.project.schema.anonymous

    def called(self, who: str) -> str:
        """Return what somebody is called here; every name that a review shows comes through this."""
        return called(who, self.names, is_hidden=self.is_hidden)

    @property
    def is_own(self) -> bool:
        """Return whether the reviewer's own work is among what is compared."""
        return self.session.annotator in self.names

    def turn_order(self) -> None:
        """Bring the cases with the lowest agreement first, or again in the order of articles and text."""
        self.is_lowest_first = not self.is_lowest_first
        self.work = None
        self.choose(self.chosen)
        way = "with the lowest agreement first" if self.is_lowest_first else "in the order of the text"
        self.session.noted.emit(f"Articles and their cases come {way}.")

    def read(self) -> None:
        """Read the article's sets anew; another article begins at its first open case."""
        self._read()
        self.changed.emit()

    def go_on(self) -> None:
        """Read what was written, and go to the next open case."""
        self._read()
        self.to_next_open()

    def _read(self) -> None:
        before, article = self.work, self.session.article
        if self.queue is None or article is None:
            self.work, self.cases = None, []
            self._hold(None)
            return
        if before is None or before.gold.article != article.id:
            ids = self.queue.articles()
            self.place = (ids.index(article.id) + 1 if article.id in ids else 0, len(ids))
        self.work = self.queue.work(article.id, article.text)
        sides = self.work.comparison.annotators
        self.names = shuffled(sides, article.id) if self.is_hidden else sides
        self._list()
        if before and (before.gold.article, before.comparison.annotators) == (
            article.id,
            self.work.comparison.annotators,
        ):
            self._stay(before)
        else:
            left = {case.key for case in self.work.open_cases}
            self._hold(next((case for case in self.cases if case.key in left), next(iter(self.cases), None)))

    def _list(self) -> None:
        if self.work and self.queue:
            known = {case.key for case in self.work.cases}
            found = cases_of_agreed(self.work.sets, self.work.comparison) if self.is_unfolded else []
            agreed = [case for case in found if case.key not in known]
            listed = [*self.queue.arranged(self.work.cases), *(agreed if len(self.names) > 1 else [])]
            self.cases = [turned(case, self.names) if self.is_hidden else case for case in listed]

    def groups(self) -> dict[str, list[Case]]:
        """Return the cases as they are listed and gone through, by group: decided, to decide, agreed."""
        found: dict[str, list[Case]] = {DECIDED: [], TO_DECIDE: [], AGREED: []}
        for case in self.cases:
            is_decided = self.work is not None and case.key in self.work.decided
            is_agreed = case.difference is Difference.AGREED
            found[DECIDED if is_decided else AGREED if is_agreed else TO_DECIDE].append(case)
        return found

    def listed(self) -> list[Case]:
        """Return the cases in the order of the groups."""
        return [case for cases in self.groups().values() for case in cases]

    def _stay(self, before: Adjudication) -> None:
        """Stay at the case in hand, or go to one that was decided or undone meanwhile."""
        work = self.work or before
        other = work.decided.items() ^ before.decided.items()
        moved = {key for key, _ in other}
        same = next((case for case in self.cases if self.at and case.key == self.at.key), None)
        touched = next((case for case in self.cases if case.key in moved), None)
        if touched and (same is None or same.key not in moved):
            same = touched
        self._hold(same or next(iter(self.cases), None))

    def _hold(self, case: Case | None) -> None:
        project = self.session.project
        self.at, self.offer = case, Proposal(None)
        if case and self.work and project:
            project.learning.count_on(STEP)  # what was decided so far tells what to propose
            self.offer = self.work.offered(case, partial(review_queue.times, project))
        self.draft = self.offer.item

    def hold(self, key: str) -> None:
        """Take the case of that key in hand, if there is one."""
        case = next((case for case in self.cases if case.key == key), None)
        if case and (self.at is None or case.key != self.at.key):
            self._hold(case)
            self.changed.emit()

    def redraft(self, item: Item) -> None:
        """Put the item in place of what Enter would take."""
        self.draft, self.offer = item, Proposal(item)
        self.changed.emit()

    # --- going

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) case.

        Behind the last, it is the next article that has an open one.
        """
        cases = self.listed()
        at = cases.index(self.at) + step if self.at in cases else -1
        if 0 <= at < len(cases):
            self._hold(cases[at])
            self.changed.emit()
            return
        found = self._beyond(step)
        if found is None:
            self.session.noted.emit(f"This is the {'last' if step > 0 else 'first'} case.")
        elif next_article.open_article(self.session, found.article):
            self.hold(found.key)

    def _beyond(self, step: int) -> Case | None:
        """Return the next open case beyond this article."""
        here = self.session.article.id if self.session.article else None
        end = self.cases[-1 if step > 0 else 0].key if self.cases else ""
        found = self.queue.next(here, end, step=step) if self.queue else None
        return found if found and found.article != here else None

    def to_next_open(self) -> None:
        """Go to the next open case of the article, round its end."""
        left = {case.key for case in self.work.open_cases} if self.work else set()
        place = self.cases.index(self.at) if self.at in self.cases else -1
        behind = (case for case in (*self.cases[place + 1 :], *self.cases) if case.key in left)
        if case := next(behind, None):
            self._hold(case)
        self.changed.emit()
        if case is None:
            self.session.noted.emit("Every case here is decided; {key:review_approve} approves the article.")

    def fold(self) -> None:
        """Show or hide the cases that are agreed."""
        self.is_unfolded = not self.is_unfolded
        self._list()
        if self.at not in self.cases:
            self._hold(next(iter(self.cases), None))
        self.changed.emit()
