"""The case that a reviewer has in hand: whose work, which article, and what Enter would take there.

It writes nothing: `draft` is what is proposed, moved by keys, until somebody decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotations.plain_names import marked
from annotations.review.adjudication import Adjudication
from annotations.review.cases import Case, Difference, Item, ordered_roles
from annotations.review.fair.anonymous import called, shuffled, turned
from annotations.review.fair.proposals import Proposal
from models.queries import review_queue
from models.queries.people import machines
from models.queries.review_queue import ReviewQueue
from models.queries.wordings.learned_wordings import STEP
from ui.articles import next_article
from ui.review.case_delegate import ADDED, AGREED, DECIDED, LOOK_AGAIN, TO_DECIDE
from ui.review.votes import lettered
from ui.session import Session


class Hand(QObject):
    """The case in hand, in the work of `names` on the session's article.

    `work` is None while there is nothing to review.
    """

    changed = Signal()  # cases, decisions, what is in hand

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.names: tuple[str, ...] = ()
        self.sides: tuple[str, ...] = ()  # those compared on the article, as they stand side by side
        self._everybody: tuple[str, ...] = ()  # who may take part
        self.letters: dict[str, str] = {}  # of everybody; where names are hidden, of the sides of the article
        self._read_for: tuple[str, tuple[str, ...]] = ("", ())  # which article, of whose work
        self.queue: ReviewQueue | None = None
        self.work: Adjudication | None = None
        self.cases: list[Case] = []  # with what is agreed, when that is open
        self.at: Case | None = None
        self.draft: Item | None = None
        self.offer = Proposal(None)  # what is proposed, why, or that it is a draw
        self._drafts: dict[
            str, Item
        ] = {}  # by a case's key: what keys made of its proposal, until it is decided
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

    def choose(self, names: tuple[str, ...], everybody: Sequence[str] = ()) -> None:
        """Choose whose work, of everybody's, is reviewed; go to the first open case, from the article at hand on."""
        project, self._drafts = self.session.project, {}
        self._everybody = tuple(everybody or names)
        self.names, self.letters, self.queue = names, lettered(self._everybody), None
        if project and names:
            least = review_queue.least_of(project, names)
            ordered = ordered_roles(project.schema)
            self.queue = ReviewQueue(project, names, ordered, least=least, lowest_first=self.is_lowest_first)
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
        return called(who, self.sides, is_hidden=self.is_hidden)

    def titled(self, who: str) -> str:
        """Return what heads somebody's reading: what they are called, with a mark of a machine that is not hidden."""
        project = self.session.project
        return marked(self.called(who), machines(project) if project else ())

    @property
    def is_own(self) -> bool:
        """Return whether the reviewer's own work is among what is compared."""
        return self.session.annotator in self.sides

    def turn_order(self) -> None:
        """Bring the cases with the lowest agreement first, or again in the order of articles and text."""
        self.is_lowest_first = not self.is_lowest_first
        self._read_for = ("", ())
        self.choose(self.names, self._everybody)
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
            self.work, self.cases, self.sides, self._read_for = None, [], (), ("", ())
            self._hold(None)
            return
        if self._read_for != (article.id, self.names):
            before, self._read_for = None, (article.id, self.names)
        if before is None:
            ids = self.queue.articles()
            self.place = (ids.index(article.id) + 1 if article.id in ids else 0, len(ids))
        self.work = self.queue.work(article.id, article.text)
        sides = self.work.comparison.annotators
        self.sides = shuffled(sides, article.id) if self.is_hidden else sides
        self.letters = lettered(self.sides if self.is_hidden else self._everybody)
        self._list()
        if before and before.comparison.annotators == self.work.comparison.annotators:
            self._stay(before)
        else:
            left = {case.key for case in self.work.open_cases}
            self._hold(next((case for case in self.cases if case.key in left), next(iter(self.cases), None)))

    def _list(self) -> None:
        if self.work and self.queue:
            known = {case.key for case in self.work.cases}
            found = self.work.comparison.agreed_cases if self.is_unfolded else ()
            agreed = [case for case in found if case.key not in known]
            listed = [
                *self.queue.arranged(self.work.cases),
                *self.work.added,
                *(agreed if len(self.work.sets) > 1 else []),
            ]
            self.cases = [turned(case, self.sides) if self.is_hidden else case for case in listed]

    def groups(self) -> dict[str, list[Case]]:
        """Return the cases as they are listed and gone through, by group."""
        found: dict[str, list[Case]] = {name: [] for name in (DECIDED, TO_DECIDE, LOOK_AGAIN, ADDED, AGREED)}
        for case in self.cases:
            found[self.group_of(case)].append(case)
        return found

    def group_of(self, case: Case) -> str:
        """Return the group of the case: decided, to decide, to look at again, added, or agreed."""
        if case.difference is Difference.ADDED:
            return ADDED
        if self.work is None or case.key in self.work.decided:
            return DECIDED
        if self.work.changed(case) or self.work.conflict(case):
            return LOOK_AGAIN
        return AGREED if case.difference is Difference.AGREED else TO_DECIDE

    def listed(self) -> list[Case]:
        """Return the cases in the order of the groups."""
        return [case for cases in self.groups().values() for case in cases]

    def counted(self) -> tuple[list[Case], list[Case]]:
        """Return the cases that the bar counts, and what is added, or agreed and opened; each in the order of the list."""
        counts = {case.key for case in self.work.cases} if self.work else set()
        listed = self.listed()
        return [case for case in listed if case.key in counts], [
            case for case in listed if case.key not in counts
        ]

    def _stay(self, before: Adjudication) -> None:
        """Stay at the case in hand, or go to one that was decided or undone meanwhile."""
        work = self.work or before
        other = work.decided.items() ^ before.decided.items()
        moved = {key for key, _ in other}
        self._drafts = {key: item for key, item in self._drafts.items() if key not in moved}
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
            drafted = self._drafts.get(case.key)
            known = partial(review_queue.times, project)
            self.offer = Proposal(drafted) if drafted else self.work.offered(case, known)
        self.draft = self.offer.item

    def hold(self, key: str) -> None:
        """Take the case of that key in hand, if there is one."""
        case = next((case for case in self.cases if case.key == key), None)
        if case and (self.at is None or case.key != self.at.key):
            self._hold(case)
            self.changed.emit()

    def base(self) -> Item | None:
        """Return the item that keys alter: what is drafted; of a draw what the first has; never what was added."""
        if self.at and self.at.difference is Difference.ADDED:
            return None
        if self.at is None or not self.offer.is_draw:
            return self.draft
        return next((self.at.sides[who] for who in self.at.of if who in self.at.sides), None)

    def redraft(self, item: Item) -> None:
        """Put the item in place of what Enter would take."""
        self.draft, self.offer = item, Proposal(item)
        if self.at:
            self._drafts[self.at.key] = item
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
        """Show or hide the points that are agreed; say so when there are none."""
        if not self.is_unfolded and (self.work is None or not self.work.comparison.agreed):
            self.session.noted.emit("There is no point here on which all agree.")
            return
        self.is_unfolded = not self.is_unfolded
        self._list()
        if self.at not in self.cases:
            self._hold(next(iter(self.cases), None))
        self.changed.emit()
