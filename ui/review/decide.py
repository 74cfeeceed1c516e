"""The verbs of a review for the case in hand: what each key decides, and where it goes then.

A decision is one edit of the gold by the reviewer; what nobody has said is asked for its reason first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from annotations.edits import Edit
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.review import adjudication, decisions
from annotations.review.cases import Case, Difference, Item, content, place_of
from annotations.review.fair.proposals import noted
from annotations.review.set_states import REVIEWABLE
from annotations.sets import AnnotationSet, Boilerplate, State, Topic
from annotations.spans import Span
from annotations.text.counts import counted
from annotations.text.text import quoted
from ui.article.article_view import ArticleView
from ui.article.caret import bound_stepped
from ui.review.case_in_hand import Hand
from ui.review.case_words import IS_ADDED, short
from ui.review.votes import votes
from ui.session import Session

NO_WORK = "There is no work to review here."
NO_CASE = "There is no case here; {key:review_next} goes to the next article that has one."
NOTHING = "Nothing is proposed here; a label's key proposes a span."
IT_IS_A_DRAW = (
    "Nothing is proposed, {}: take a side with {{key:review_take_left}} or {{key:review_take_right}}."
)
FACTS = "Labels and bounds are for spans; {key:review_row} turn parts of a fact over, {key:review_change} changes it."
WHOLE = "{} is taken as somebody has it, or not at all; labels and bounds are for spans."
BARE = "Nobody has anything here any more; select words, then a label's key adds a span."
FURTHER = "The span cannot be moved further there."


@dataclass(frozen=True)
class Question:
    """A question for the reason of a decision: `answer` is called with the reason and a note."""

    title: str
    reasons: tuple[str, ...]
    proposed: str
    answer: Callable[[str, str], None]
    is_needed: bool = False  # without a reason nothing is decided


class Reviewing(QObject):
    """The verbs that decide the case in hand."""

    asked = Signal(object)  # a Question

    def __init__(self, session: Session, view: ArticleView, hand: Hand) -> None:
        super().__init__(view)
        self.session, self.view, self.hand = session, view, hand

    # --- deciding

    def take(self, side: int) -> None:
        """Take the reading in the first (0) column, the second (1), and so on."""
        if case := self._case():
            self.take_from(self._who(case, side))

    def take_side(self, number: int) -> None:
        """Take the reading in the column of that number, from 0; say so when there is none."""
        if case := self._case():
            if number < len(found := votes(case)):
                self.take_from(found[number].who[0])
            else:
                self.session.noted.emit(
                    f"There is no side {number + 1} here, only {counted(len(found), 'side')}."
                )

    def take_from(self, who: str) -> None:
        if case := self._case():
            self._decide(
                f"take {self.hand.called(who)}",
                lambda gold: decisions.take(gold, case, who, by=self.by, note=noted(case, self.by)),
            )

    def take_both(self) -> None:
        """Take what all sides have; with words selected, add them as boilerplate that everybody missed."""
        if bounds := self.view.selection:
            self.add(Boilerplate(*bounds))
        elif case := self._case():
            self._decide(
                "take both" if len(votes(case)) < 3 else "take all",
                lambda gold: decisions.take_both(gold, case, by=self.by, note=noted(case, self.by)),
            )

    def take_neither(self) -> None:
        """Decide that nothing is here, with a reason; what was added is taken away again without one."""
        if self.hand.at and self.hand.at.difference is Difference.ADDED:
            self._take_away(self.hand.at)
        elif case := self._case():

            def take(reason: str, note: str) -> None:
                self._decide(
                    "take neither",
                    lambda gold: decisions.take_neither(
                        gold, case, by=self.by, reason=reason, note=noted(case, self.by, note)
                    ),
                )

            self.ask(
                "Why is nothing here?", adjudication.usual(case, None, self.reasons), take, is_needed=True
            )

    def take_proposed(self) -> None:
        """Take what is drafted; pass a case that is decided just so."""
        if (case := self._case()) is None or self.hand.work is None:
            return
        if self.hand.offer.is_draw:
            self.session.noted.emit(IT_IS_A_DRAW.format(self.hand.offer.why))
            return
        item, said = self.hand.draft, self.hand.work.decided.get(case.key)
        if said and _same(item, self.hand.work.proposal(case)):
            self.hand.to_next_open()
        else:
            self._take_item(case, item)

    def label(self, name: str) -> None:
        """Make a span of what is selected with that label, else give the label to the case in hand."""
        if self.view.selection:
            self.add(Span("", *self.view.selection, name, origin=self.by))
        elif case := self._case():
            base = self._base(case)
            if isinstance(base, Span):
                self._take_item(case, base.changed(label=name))
            else:
                self.session.noted.emit(_whole(base) if base else BARE)

    def _base(self, case: Case) -> Item | None:
        """Return the item that a label's key alters: the draft, else that of the first annotator with one."""
        return self.hand.draft or next((case.sides[who] for who in case.of if who in case.sides), None)

    def _take_item(self, case: Case, item: Item | None) -> None:
        """Take the item as somebody has it, or, with a reason that is asked for, as nobody has it."""
        work = self.hand.work
        if work is None or item is None or work.reading(case, item):
            self._decide(
                "take what is proposed",
                lambda gold: decisions.take_item(gold, case, item, by=self.by, note=noted(case, self.by)),
            )
            return

        def take(reason: str, note: str) -> None:
            self._decide(
                "decide otherwise",
                lambda gold: decisions.take_other(
                    gold, case, item, work.text, by=self.by, reason=reason, note=noted(case, self.by, note)
                ),
            )

        self.ask(
            f"Why {short(item)} {self._quote(item)}?", adjudication.usual(case, item, self.reasons), take
        )

    def add(self, item: Item) -> bool:
        """Add to gold what everybody missed; return whether that was done."""
        work = self.hand.work
        if work is None:
            self.session.noted.emit(NO_WORK)
            return False
        reason, added = adjudication.MISSED, f"add {short(item)} {self._quote(item)}"
        is_done = self.write(
            lambda: work.step(
                added,
                decisions.add(work.standing.settled(), item, work.text, by=self.by, reason=reason),
            )
        )
        if is_done:
            self.view.clear_selection()
            self.hand.read()
        return is_done

    def _take_away(self, case: Case) -> None:
        work, item = self.hand.work, next(iter(case.sides.values()))
        named = f"take away {short(item)} {self._quote(item)}"
        if work and self.write(lambda: work.step(named, work.without_added(item))):
            self.hand.go_on()
            self.session.noted.emit(f"Done: {named}; {{key:undo}} takes it back.")

    # --- bounds

    def move_bound(self, which: str, step: int) -> None:
        if isinstance(span := self.hand.base(), Span):
            moved = bound_stepped(self.view.article, (span.start, span.end), which, step)
            if moved == (span.start, span.end):
                self.session.noted.emit(FURTHER)
            self._draft(*moved)
        elif case := self._case():
            self._say_why_not(case)

    def take_bounds(self) -> None:
        """Propose the words that are selected."""
        if isinstance(self.hand.base(), Span) and self.view.selection:
            self._draft(*self.view.selection)
            self.view.clear_selection()
        elif isinstance(self.hand.base(), Span):
            self.session.noted.emit("Select the words that the span should have.")
        elif case := self._case():
            self._say_why_not(case)

    def _say_why_not(self, case: Case) -> None:
        """Say why there are no bounds here."""
        base = self._base(case)
        self.session.noted.emit(NOTHING if base is None or isinstance(base, Span) else _whole(base))

    def _draft(self, start: int, end: int) -> None:
        if isinstance(span := self.hand.base(), Span):
            self.hand.redraft(replace(span, start=start, end=end))

    # --- writing

    @property
    def by(self) -> str:
        return self.session.annotator

    @property
    def reasons(self) -> tuple[str, ...]:
        return self.session.project.schema.reasons if self.session.project else ()

    def _case(self) -> Case | None:
        """Return the case in hand; say so when there is none, or nothing to decide."""
        case = self.hand.at
        if case and case.difference is not Difference.ADDED:
            return case
        self.session.noted.emit(IS_ADDED if case else NO_CASE)
        return None

    def _who(self, case: Case, side: int) -> str:
        """Return an annotator who has the reading in the column of that number, from 0; the last, of fewer."""
        found = votes(case)
        return found[min(side, len(found) - 1)].who[0]

    def _quote(self, item: Item) -> str:
        return "" if isinstance(item, Topic) else quoted(self.session.text, *place_of(item))

    def ask(
        self, title: str, usual: str, answer: Callable[[str, str], None], *, is_needed: bool = False
    ) -> None:
        self.asked.emit(Question(title, self.reasons, usual, answer, is_needed))

    def _decide(self, verb: str, change: Callable[[AnnotationSet], AnnotationSet]) -> None:
        work, case = self.hand.work, self.hand.at
        if work is None or case is None:
            return
        named = f"{verb}: {quoted(work.text, *case.place)}"
        if self.write(lambda: work.step(named, change(work.begun()))):
            self.hand.go_on()

    def _unfinished(self) -> str:
        """Return whose work is not done, without the name; "" where all is."""
        each = self.hand.work.sets if self.hand.work else ()
        left = (made for made in each if made.state not in (*REVIEWABLE, State.REVIEWED))
        said = (f"{self.hand.called(made.annotator)} is not done: {made.state}." for made in left)
        return next(said, "")

    def write(self, make: Callable[[], Edit]) -> bool:
        """Write the edit, with nobody reading in between; return whether it was done."""
        if self.hand.is_hidden and (why := self._unfinished()):
            self.session.noted.emit(why)
            return False
        self.hand.is_writing = True
        done = self.session.apply(make)
        self.hand.is_writing = False
        return done


def _same(one: Item | None, other: Item | None) -> bool:
    return (one and content(one)) == (other and content(other))


def _whole(item: Item) -> str:
    """Return the sentence that the item has neither label nor bounds of a span."""
    if isinstance(item, Fact):
        return FACTS
    return WHOLE.format("A topic" if isinstance(item, Topic) else "Boilerplate")
