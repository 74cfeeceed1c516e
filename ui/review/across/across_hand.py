"""The case across articles that a reviewer has in hand, and the verbs that decide it: each is one edit of gold."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotations.compare.across.reviewing import AcrossCase
from annotations.edits import Edit
from annotations.review.fair.anonymous import called, shuffled
from annotations.sets import PROJECT
from annotations.text.counts import counted
from models.queries.comparing.reviewing import AcrossArticles, annotators
from ui.review.across import across_words
from ui.review.case_delegate import AGREED, DECIDED, LOOK_AGAIN, TO_DECIDE
from ui.session import Session

NO_CASE = "There is no case here."
IS_AGREED = "All agree on this; {key:across_approve} gives it to gold."
NO_GOLD = "Gold says nothing of it as yet: take a side, or neither."
NONE_LEFT = "No case is open now."
NOTHING_OPEN = "No case is open; {key:across_approve} gives gold what is agreed."


class AcrossHand(QObject):
    """The case in hand.  `names`: those compared, in the order of their sides; `work` is None until it is read."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.names: tuple[str, ...] = ()
        self.work: AcrossArticles | None = None
        self.cases: list[AcrossCase] = []  # as they are gone through
        self.at: AcrossCase | None = None
        self._told_open: int | None = None  # as the last approval said, until something is decided
        self.is_unfolded = self.is_shown = self._is_writing = False
        for told in (session.reloaded, session.edited, session.articles_changed, session.schema_changed):
            told.connect(self._look)

    def _look(self) -> None:
        """Read anew when somebody else wrote, or an undo did; whoever writes here reads for themselves."""
        if self.is_shown and not self._is_writing:
            self.read()
            self._correct_told()

    def _correct_told(self) -> None:
        """Say how many cases are open now, in place of what was said of it when all was approved."""
        left = len(self.open)
        if self._told_open is not None and left != self._told_open:
            is_one = left == 1
            words = f"{counted(left, 'case')} {'is' if is_one else 'are'} open now." if left else NONE_LEFT
            self._session.noted.emit(words)
            self._told_open = left

    # --- what is reviewed

    def read(self) -> None:
        """Read everybody's decisions anew; the case in hand stays, else the first open one comes."""
        project = self._session.project
        names = annotators(project) if project else []
        self.names = shuffled(names, PROJECT) if self.is_hidden else tuple(names)
        self.work = AcrossArticles(project, self.names) if project and names else None
        self._list(self.at.key if self.at else "")

    @property
    def is_hidden(self) -> bool:
        """Return whether the names of those compared are hidden."""
        return self._session.project is not None and self._session.project.schema.anonymous

    def called(self, who: str) -> str:
        """Return what somebody is called here."""
        return called(who, self.names, is_hidden=self.is_hidden)

    @property
    def open(self) -> list[AcrossCase]:
        return list(self.work.found.open) if self.work else []

    def groups(self) -> dict[str, list[AcrossCase]]:
        """Return the cases as they are listed and gone through, by group."""
        found: dict[str, list[AcrossCase]] = {name: [] for name in (TO_DECIDE, LOOK_AGAIN, DECIDED, AGREED)}
        for case in self.cases:
            found[self.group_of(case)].append(case)
        return found

    def group_of(self, case: AcrossCase) -> str:
        """Return the group that the case is listed in."""
        if self.work and case.key not in self._keys:
            return AGREED
        if case.is_decided:
            return DECIDED
        return LOOK_AGAIN if case.was_decided or case.is_agreed else TO_DECIDE

    def _list(self, key: str) -> None:
        """List the cases, and hold that of the key, or the first open one."""
        found = self.work.found if self.work else None
        self._keys = {case.key for case in found.cases} if found else set()
        self.cases = [*found.cases, *(found.agreed_cases() if self.is_unfolded else ())] if found else []
        self.cases = [case for cases in self.groups().values() for case in cases]
        held = next((case for case in self.cases if case.key == key), None)
        self.at = (
            held or next((case for case in self.cases if case.is_open), None) or next(iter(self.cases), None)
        )
        self.changed.emit()

    # --- going

    def hold(self, key: str) -> None:
        """Take the case of that key in hand."""
        self.at = next((case for case in self.cases if case.key == key), self.at)
        self.changed.emit()

    def go(self, step: int) -> None:
        """Take the next case in hand, or the one before."""
        if self.at:
            at = self.cases.index(self.at) + step
            self.hold(self.cases[max(0, min(at, len(self.cases) - 1))].key)

    def go_on(self) -> None:
        """Take the next open case in hand, from this one on and round; say so when there is none."""
        at = self.cases.index(self.at) + 1 if self.at else 0
        left = {case.key for case in self.open}
        found = next((case for case in (*self.cases[at:], *self.cases[:at]) if case.key in left), None)
        if found:
            self.hold(found.key)
        else:
            self._session.noted.emit(NOTHING_OPEN)

    def fold(self) -> None:
        """Show what is agreed, or put it away."""
        self.is_unfolded = not self.is_unfolded
        self._list(self.at.key if self.at else "")

    # --- deciding

    def take(self, number: int) -> None:
        """Take the side of that number, from 0."""
        if case := self._case():
            if number < len(names := list(case.sides)):
                self.take_from(names[number])
            else:
                there = counted(len(names), "side")
                self._session.noted.emit(f"There is no side {number + 1} here, only {there}.")

    def take_from(self, who: str) -> None:
        """Take what that annotator says."""
        if case := self._case():
            self._decide(f"take {self.called(who)}", lambda work, verb: work.taking(case, who, verb))

    def take_neither(self) -> None:
        """Have every mention or fact of the case on its own, a verdict as it is computed."""
        if case := self._case():
            self._decide("take neither", lambda work, verb: work.taking_neither(case, verb))

    def keep(self) -> None:
        """Decide the case as gold has it already."""
        if case := self._case():
            if case.gold.parts:
                self._decide("keep gold's", lambda work, verb: work.keeping(case, verb))
            else:
                self._session.noted.emit(NO_GOLD)

    def approve(self) -> None:
        """Give gold all that is agreed on; say what that was and how many cases are open."""
        work = self.work
        if work is None:
            self._session.noted.emit(NO_CASE)
            return
        edit, had = work.approving(), work.ids_of_gold
        if edit and not self._write(lambda: edit):
            return
        self._take_in(self.at.key if self.at else "")
        left, came = len(self.open), across_words.written(edit, had)
        more = f"Gold has {came}" if came else "Gold has all that is agreed already"
        is_one = left == 1
        still = (
            f"; {counted(left, 'case')} {'stays' if is_one else 'stay'} open."
            if left
            else "; no case is open."
        )
        self._session.noted.emit(
            f"{'' if left else 'Approved: '}{more if left else more[0].lower() + more[1:]}{still}"
        )
        self._told_open = left

    def _case(self) -> AcrossCase | None:
        case = self.at
        if case is None or self.group_of(case) == AGREED:
            self._session.noted.emit(IS_AGREED if case else NO_CASE)
            return None
        return case

    def _decide(self, verb: str, make: Callable[[AcrossArticles, str], Edit]) -> None:
        work, case = self.work, self.at
        self._told_open = None
        if work and case:
            named = f"{verb}: {across_words.name_of(case)}"
            if self._write(lambda: make(work, named)):
                at = self.cases.index(case)
                ahead = (*self.cases[at + 1 :], *self.cases[:at])
                self._take_in(next((one.key for one in ahead if one.is_open), case.key))

    def _take_in(self, key: str) -> None:
        """Take in what was written, and hold the case of the key."""
        if self.work:
            self.work.read_gold()
        self._list(key)

    def _write(self, make: Callable[[], Edit]) -> bool:
        self._is_writing = True
        is_done = self._session.apply(make)
        self._is_writing = False
        return is_done
