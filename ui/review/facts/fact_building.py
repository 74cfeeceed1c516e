"""The fact builder in a review: opened on what is proposed, which it changes, or for a fact that everybody missed.

What is done there is proposed then, and written when it is taken; a missed fact is added to gold at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QSplitter, QWidget

from annotations.facts import Fact, Filler
from annotations.review.cases import Case, Difference, Item, content
from annotations.review.fact_rows import RowKind
from annotations.sets import GOLD, AnnotationSet
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from ui.building.late import LateBuilding
from ui.building.saying import EMPTY
from ui.building.strip import HEIGHT, BuilderStrip
from ui.building.strip_room import LEAST
from ui.frame.verbs import InFocus
from ui.look.scale import px
from ui.review.case_parts import parts_of
from ui.review.case_words import IS_ADDED
from ui.review.decide import NO_CASE, NO_WORK, Reviewing

ON_SPAN = "This case is about a span: a label's key gives it that label, {key:review_fact} adds a fact that was missed."
NO_FACT = "Nobody has a fact here any more; {key:review_fact} adds one."
NOTHING_LEFT = "Nothing of the fact is left; {key:fact_leave} leaves it as it was, and {key:review_neither} takes it away."
PROPOSED = "{key:review_proposed} takes what is proposed now."
CHANGED = "The case that this fact was about is another now; nothing was changed."
SAID = "{who} said just this; it is proposed in its case, and {{key:review_proposed}} takes it."
ADDED = "Added to gold as missed; {key:undo} takes it back."


class FactBuilding(QObject):
    """The builder's workplace in a review; `changed` whenever the builder shows something else."""

    changed = Signal()

    def __init__(self, verbs: Reviewing) -> None:
        super().__init__(verbs.view)
        self._verbs, self._hand, self._session = verbs, verbs.hand, verbs.session
        self._late = LateBuilding(verbs.session, verbs.view, self, self._put)
        self._late.changed.connect(self.fit)
        self._late.changed.connect(self.changed)
        self._sizes: list[int] = []  # of the halves, before the builder was opened
        self._case = ""  # the key of the case whose proposal is changed; "" for a missed fact
        self._before: Fact | None = None  # that proposal
        self._sheet = Sheet((), AnnotationSet("", GOLD))
        self._hand.changed.connect(self._look)

    # --- beginning

    def change(self) -> None:
        """Open the builder on what is proposed in the case in hand; where that is nothing, on the first fact there is."""
        case, work = self._hand.at, self._hand.work
        if case is None or work is None:
            self._session.noted.emit(NO_CASE)
            return
        if case.difference is Difference.ADDED or not case.is_fact:
            self._session.noted.emit(ON_SPAN if not case.is_fact else IS_ADDED)
            return
        draft = self._hand.draft
        if (fact := draft if isinstance(draft, Fact) else next(_facts(case), None)) is None:
            self._session.noted.emit(NO_FACT)
            return
        self._case, self._sheet = case.key, self._seen()
        self._before = self._linked(fact)
        self._sheet = self._seen(self._before)
        self._late.make().change(self._before.id, self._differing(case, draft))

    def _differing(self, case: Case, draft: Item | None) -> str | None:
        """Return the first role that differs, for the builder to begin at; None where none does."""
        project = self._session.project
        parts = parts_of(case, draft, self._session.text, project.schema) if project else []
        rows = (part.row for part in parts if part.row and part.number)
        return next((row.name for row in rows if row.kind is RowKind.ROLE), None)

    def begin(self) -> None:
        """Open the builder for a fact that everybody missed, at the words selected or at the caret."""
        if self._hand.work is None:
            self._session.noted.emit(NO_WORK)
            return
        self._case, self._before, self._sheet = "", None, self._seen()
        self._late.make().start()

    def _seen(self, *facts: Fact) -> Sheet:
        """Return the article with what is gold today and what each side has in the cases, equal spans once."""
        work = self._hand.work
        if work is None:
            return Sheet((), AnnotationSet("", GOLD))
        gold = work.standing.settled()
        sides = (item for case in self._hand.cases for item in case.sides.values())
        spans: dict[object, Span] = {}
        for item in (*gold.spans.values(), *sides):
            if isinstance(item, Span):
                spans.setdefault(content(item), replace(item, status=Status.CONFIRMED))
        return Sheet((), AnnotationSet.of(gold.article, GOLD, [*spans.values(), *facts]))

    def _linked(self, fact: Fact) -> Fact:
        """Return the fact with the spans of the sheet as its fillers, in place of others of the same bounds."""
        held = {(span.start, span.end): span.id for span in self._sheet.confirmed}

        def filler(old: Filler) -> Filler:
            return replace(old, span=held.get((old.start, old.end)) if old.span else None)

        roles = tuple(replace(role, fillers=tuple(map(filler, role.fillers))) for role in fact.roles)
        return replace(fact, roles=roles, status=Status.CONFIRMED)

    # --- as the builder's workplace

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    def in_focus(self) -> Fact | None:
        """Return no fact: the brackets say what each took."""
        return None

    def take(self, fact: Fact, was: Fact | None) -> bool:
        """Add a missed fact to gold, unless a side has it already; what changes the proposal is taken in by `end`."""
        if fact.is_empty():
            self._session.noted.emit(NOTHING_LEFT if self._case else EMPTY)
            return False
        if self._case or self._side_with(fact):
            return True
        return self._verbs.add(fact)

    def end(self, fact: Fact) -> None:
        """Propose the fact in its case; of a missed one say that it was added."""
        key = self._case
        if not key and (found := self._side_with(fact)):
            key = found[0].key
            self._session.noted.emit(SAID.format(who=found[1]))
        elif not key:
            self._session.noted.emit(ADDED)
            return
        self._hand.hold(key)
        if self._hand.at is None or self._hand.at.key != key:
            self._session.noted.emit(CHANGED)
        elif fact != self._before:
            self._hand.redraft(fact)
            if self._case:
                self._session.noted.emit(PROPOSED)

    def _side_with(self, fact: Fact) -> tuple[Case, str] | None:
        """Return the case in which somebody has just this fact, and who; None when nobody has."""
        for case in (one for one in self._hand.cases if one.difference is not Difference.ADDED):
            for who, side in case.sides.items():
                if isinstance(side, Fact) and content(side) == content(fact):
                    return case, who
        return None

    def _look(self) -> None:
        """Leave the builder when another case is in hand than that whose proposal it changes."""
        if self._case and (self._hand.at is None or self._hand.at.key != self._case):
            self.leave()

    def point(self, key: str) -> None:
        """Take the case of that key in hand, whose box was clicked; while the builder is open a click is about its words."""
        if not self._late.is_open:
            self._hand.hold(key)

    def leave(self) -> None:
        """Leave the builder, if it is open; undoing brings back what was taken."""
        if self._late.is_open:
            self._late.make().leave()

    # --- its room

    def take_room(self, halves: QSplitter, card: QWidget) -> None:
        """Have the lower half for the strip, in place of the card that stands there."""
        self._halves, self._card = halves, card

    def _put(self, strip: BuilderStrip) -> None:
        if (below := self._card.parentWidget()) and isinstance(around := below.layout(), QBoxLayout):
            around.addWidget(strip)

    def fit(self) -> None:
        """Show the strip in place of the card while the builder is open, and leave the article the rest."""
        is_open = self._late.is_open
        if is_open != self._card.isHidden():
            self._card.setHidden(is_open)
            if is_open:
                self._sizes = self._halves.sizes()
            else:
                self._halves.setSizes(self._sizes)
        if is_open:
            high = sum(self._halves.sizes())
            low = max(min(px(HEIGHT), high // 2), min(px(LEAST), px(HEIGHT)))
            self._late.strip.be_high(low)
            self._halves.setSizes([high - low, low])

    # --- what is shown

    def marks(self) -> bool:
        """Return whether the article shows the fact that is built."""
        return self._late.is_open and self._late.make().draft is not None

    def in_words(self) -> InFocus | None:
        """Return what the foot says while the builder is open; None while it is not."""
        return self._late.in_focus()

    def does(self) -> dict[str, Callable[[], object]]:
        """Return what the verbs of the foot do, by their names."""
        return self._late.does()


def _facts(case: Case) -> Iterator[Fact]:
    """Yield the facts of the case, in the annotators' order, then those that were decided on before."""
    decided = (item for said in reversed(case.before) for item in said.made)
    sides = (case.sides[who] for who in case.of if who in case.sides)
    return (item for item in (*sides, *decided) if isinstance(item, Fact))
