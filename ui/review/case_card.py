"""The card of the case in hand: what will stand in gold, and below it a column for each reading, a row a part.

A button takes a side as its key does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from annotations.review.adjudication import Adjudication
from annotations.review.anonymous import letter
from annotations.review.cases import Case, Item
from annotations.review.proposals import Proposal
from annotations.schema.types import Schema
from annotations.spans import Span
from ui.fixed_keys import ARROWS
from ui.frame.verb_row import spelled
from ui.key_words import USUAL
from ui.look.layouts import Packed, column, row
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.scale import px
from ui.review import case_words
from ui.review.case_parts import parts_of
from ui.review.gold_line import GoldLine
from ui.review.readings import PartNames, ReadingColumn

PROPOSED = "Proposed"
KEYS = tuple(ARROWS[USUAL[name][0]] for name in ("review_take_left", "review_take_right"))
NO_OFFER = Proposal(None)
LEAST = 88  # pixels at 100 % of a column


class CaseCard(QWidget):
    """The card of the case in hand.

    `taken`: the side of that annotator was clicked, or "" for what is proposed.
    """

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Case")
        self.sides: list[ReadingColumn] = []
        self.gold, self.decided = GoldLine(), Elided(px=12, weight=500, role="good")
        self.decided.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.names, self._inner, self.columns = PartNames(), QWidget(), QScrollArea(widgetResizable=True)
        self._of: list[tuple[str, str]] = []  # the sides, and what they are called
        self._row = row(self.names, gap=12)
        below = column(self._row, None, gap=0)
        self._inner.setLayout(below)
        self.columns.setFrameShape(QFrame.Shape.NoFrame)
        self.columns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.columns.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)  # setWidget has set it
        self.columns.viewport().setAutoFillBackground(False)
        top = row(gap=12)
        top.add(self.gold, 3)
        top.add(self.decided, 2)
        whole: Packed = column(top, gap=8)
        whole.add(self.columns, 1)
        self.setLayout(whole)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self._inner.setMinimumWidth(self.names.width() + len(self.sides) * px(LEAST + 12))

    def name(self, names: Sequence[str], called: Callable[[str], str] = str) -> None:
        """Show a side for each of the annotators, in order, and one for what is proposed."""
        self._of = [(who, called(who)) for who in names]
        for side in self.sides:
            self._row.removeWidget(side)
            side.hide()
            side.deleteLater()
        keys = [KEYS[n] if n < len(KEYS) and len(names) > 1 else "" for n in range(len(names))]
        self.sides = [
            ReadingColumn(called(who), letter(place) * (called(who) == who), key)
            for place, (who, key) in enumerate(zip(names, keys, strict=True))
        ]
        self.sides.append(ReadingColumn(PROPOSED, "", spelled(USUAL["review_proposed"]), is_proposed=True))
        for who, side in zip((*names, ""), self.sides, strict=True):
            side.taken.connect(partial(self.taken.emit, who))
            self._row.add(side, 1)
        self.restyle()

    def show_case(
        self,
        work: Adjudication | None,
        case: Case | None,
        draft: Item | None,
        schema: Schema,
        spans: Mapping[str, Span],
        offer: Proposal = NO_OFFER,
        called: Callable[[str], str] = str,
    ) -> None:
        """Show what each side says of the case; hide the card when there is none."""
        self.setVisible(case is not None)
        if work is None or case is None:
            return
        if [(who, called(who)) for who in case.of] != self._of:
            self.name(case.of, called)
        said = work.decided.get(case.key)
        self.decided.setText(case_words.decided(said, work.taken(case), called) or offer.why)
        self.decided.set_role("good" if said else "warn" if offer.is_draw else "text2")
        self.gold.show_item(
            draft, work.text, schema, spans, is_decided=said is not None, is_draw=offer.is_draw
        )
        parts = parts_of(case, draft, work.text, schema, is_draw=offer.is_draw)
        self.names.show_parts(parts)
        for place, side in enumerate(self.sides[:-1]):
            side.show_cells([(p.sides[place].words, p.differs, p.is_taken(place)) for p in parts], parts)
        self.sides[-1].show_cells([(p.proposed.words, p.differs, False) for p in parts], parts)
