"""The card of the case in hand: what will stand in gold, and below it a column for each reading, a row a part.

A button takes a side as its key does.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from annotations.review.cases import Case, Difference
from annotations.schema.types import Schema
from annotations.spans import Span
from ui.fixed_keys import ARROWS, FIXED
from ui.frame.verb_row import spelled
from ui.key_words import USUAL
from ui.look.layouts import Packed, column, row
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.scale import px
from ui.review import case_words, look_again
from ui.review.case_in_hand import Hand
from ui.review.case_parts import DRAWN, Part, PartCell, parts_of
from ui.review.gold_line import GoldLine
from ui.review.readings import ColumnHead, PartNames, ReadingColumn, middle_of
from ui.review.votes import Vote, listed, named, sign, votes

PROPOSED = "Proposed"
KEYS = tuple(ARROWS[USUAL[name][0]] for name in ("review_take_left", "review_take_right"))
LEAST = 88  # pixels at 100 % of a column


class CaseCard(QWidget):
    """The card of the case in hand.

    `taken`: the side of that annotator was clicked, or "" for what is proposed.  Of a fact's rows, `turned`: the name of
    the one at that place was clicked; `pointed`: what that annotator has there.
    """

    taken = Signal(str)
    turned = Signal(int)
    pointed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Case")
        self._columns: list[ReadingColumn] = []
        self._shown = 0
        self._told: tuple[str, list[Part]] = "", []  # the case's key and its rows, as they are shown
        self.gold, self.decided = GoldLine(), Elided(px=12, weight=500, role="good")
        self.decided.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.names, self._inner, self.columns = PartNames(), QWidget(), QScrollArea(widgetResizable=True)
        self.proposed = ReadingColumn(is_proposed=True)
        enter = spelled(USUAL["review_proposed"])
        self.proposed.head(ColumnHead(PROPOSED, cap=enter, keys=enter))
        self.proposed.taken.connect(partial(self._take, self.proposed))
        self.proposed.pointed.connect(self.turned)
        self._row = row(self.names, gap=12)
        self._row.add(self.proposed, 1)
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
        self.names.turned.connect(self.turned)
        follow(self)

    @property
    def sides(self) -> list[ReadingColumn]:
        """Return the columns that are shown: the readings, then what is proposed."""
        return [*self._columns[: self._shown], self.proposed]

    def restyle(self) -> None:
        """Take the scale in force."""
        self._inner.setMinimumWidth(self.names.width() + (self._shown + 1) * px(LEAST + 12))

    def show_case(self, hand: Hand, schema: Schema, spans: Mapping[str, Span]) -> None:
        """Show what each reading of the case is, and who has it; hide the card when there is no case."""
        work, case, draft = hand.work, hand.at, hand.draft
        self.setVisible(case is not None)
        self.proposed.setHidden(case is not None and case.difference is Difference.ADDED)
        if work is None or case is None:
            return
        said = work.decided.get(case.key)
        me = hand.session.annotator
        offer, called = hand.offer, hand.called
        again = look_again.then(work, case, me, called)
        self.decided.setText(case_words.decided(said, work.taken(case), called) or again or offer.why)
        self.decided.set_role("good" if said else "warn" if again or offer.is_draw else "text2")
        self.gold.show_item(
            draft, work.text, schema, spans, is_decided=said is not None, is_draw=offer.is_draw
        )
        parts = parts_of(case, draft, work.text, schema, is_draw=offer.is_draw)
        old = work.changed(case)
        rows = [*parts, Part(look_again.BEFORE, (), PartCell(""))] if old else parts
        self.names.show_parts(rows)
        self._reveal(case.key, parts)
        found = votes(case)
        self._show_columns(len(found))
        for number, (vote, side) in enumerate(zip(found, self._columns, strict=False)):
            side.head(_head(vote, number, case, hand))
            cells = [
                (p.sides[vote.place].words, p.is_marked(vote.place), p.is_taken(vote.place)) for p in parts
            ]
            if old:
                cells.append(
                    (look_again.old_reading(vote, case, old, work.text, schema, called), False, False)
                )
            side.show_cells(cells, rows)
        cells = [(p.proposed.words, p.stands_out, False) for p in parts]
        if old:
            cells.append((look_again.old_gold(old.made, work.text, schema), False, False))
        self.proposed.show_cells(cells, rows)

    def _reveal(self, key: str, parts: list[Part]) -> None:
        """Have the first row in view in which another is proposed now; where another case begins, its first one."""
        (before, rows), self._told = self._told, (key, parts)
        if before != key:
            self.columns.verticalScrollBar().setValue(0)
            return
        was = {part.name: part.sides[0] if part.proposed == DRAWN else part.proposed for part in rows}
        turned = (n for n, part in enumerate(parts) if was.get(part.name, part.proposed) != part.proposed)
        if (place := next(turned, None)) is not None:
            at, bar = middle_of(place), self.columns.horizontalScrollBar()
            self.columns.ensureVisible(bar.value(), at, 0, middle_of(place + 1) - at)

    def _show_columns(self, number: int) -> None:
        """Show so many columns of readings; what is proposed stands behind them."""
        while len(self._columns) < number:
            made = ReadingColumn()
            made.taken.connect(partial(self._take, made))
            made.pointed.connect(partial(self._point, made))
            self._row.insertWidget(1 + len(self._columns), made, 1)
            self._columns.append(made)
        for place, side in enumerate(self._columns):
            side.setVisible(place < number)
        if number != self._shown:
            self._shown = number
            self.restyle()

    def _take(self, column: ReadingColumn) -> None:
        self.taken.emit(column.who)

    def _point(self, column: ReadingColumn, place: int) -> None:
        self.pointed.emit(place, column.who)


def _head(vote: Vote, number: int, case: Case, hand: Hand) -> ColumnHead:
    """Return the head of a reading's column: of two people their names, of more how many have it too."""
    arrows = KEYS[number] if number < len(KEYS) and len(case.of) > 1 else ""
    own = FIXED["review_vote"].keys[number] if number < len(FIXED["review_vote"].keys) else ""
    is_vote = len(case.of) > 2
    cap = spelled([own]) if is_vote and own else arrows
    return ColumnHead(
        title=named(vote.who, hand.titled),
        who=vote.who[0],
        sign="" if hand.is_hidden else sign(vote, hand.letters),
        has="has" if vote.is_one else "have",
        about=f"{len(vote.who)} of {len(case.of)}" if is_vote else "",
        cap=cap,
        keys=" or ".join(filter(None, (arrows, own))) if len(case.of) > 1 else "",
        everybody=listed([hand.called(who) for who in vote.who]) if is_vote else "",
    )
