"""Turning over the rows of a fact in a review: a digit, or a click on what an annotator has there.

Nothing is written: what is proposed becomes another.  A digit that is a label's key is that only where no fact is in hand
or words are selected.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from annotations.errors import UserError
from annotations.facts import Fact
from annotations.review.cases import Case, Difference
from annotations.review.fact_rows import FactRow, next_reading, turned
from ui import bindings
from ui.article.article_view import ArticleView
from ui.review.case_in_hand import Hand
from ui.review.case_parts import Part, parts_of
from ui.review.case_words import IS_ADDED

SAME = "Nothing differs in a row {n}; {{key:review_change}} changes the fact."
ALIKE = "No part of this fact differs; {key:review_change} changes it."
_MAY = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier  # with a digit


class Turning(QObject):
    """The digits while a fact is in hand; `label`: what a label's key does else."""

    def __init__(self, view: ArticleView, hand: Hand, label: Callable[[str], None]) -> None:
        super().__init__(view)
        self._view, self._hand, self._label = view, hand, label
        view.installEventFilter(self)

    @property
    def case(self) -> Case | None:
        """Return the case whose rows the digits turn over; None while words are selected or it is about a span."""
        case = self._hand.at
        return case if case and case.is_fact and not self._view.selection else None

    def parts(self) -> list[Part]:
        """Return the rows of the fact in hand, nothing while there is none."""
        project, work, case = self._hand.session.project, self._hand.work, self._hand.at
        if project is None or work is None or case is None or not case.is_fact:
            return []
        return parts_of(case, self._hand.base(), work.text, project.schema)

    def press(self, number: int) -> None:
        """Turn over the row with that digit, to the next reading that is another."""
        parts, case = self.parts(), self._hand.at
        row = next((part.row for part in parts if part.number == number), None)
        if case and case.difference is Difference.ADDED:
            self._hand.session.noted.emit(IS_ADDED)
        elif row is None:
            is_any = any(part.number for part in parts)
            self._hand.session.noted.emit(SAME.format(n=number) if is_any else ALIKE)
        else:
            self.turn(row)

    def turn(self, row: FactRow) -> None:
        """Turn the row over, to the next reading that is another; where nothing is proposed, to the first fact there is."""
        case, draft = self._hand.at, self._hand.base()
        if case is None:
            return
        sides = [side for who in case.of if isinstance(side := case.sides.get(who), Fact)]
        if not isinstance(draft, Fact):
            self._hand.redraft(sides[0])
        elif other := next_reading(draft, row, sides, case.ordered):
            self._become(draft, row, other)

    def take(self, place: int, who: str) -> None:
        """Take what that annotator has in the row at that place."""
        parts, case = self.parts(), self._hand.at
        if case is None or place >= len(parts):
            return
        row, side, draft = parts[place].row, case.sides.get(who), self._hand.base()
        if row and parts[place].number and isinstance(side, Fact):
            self._become(draft if isinstance(draft, Fact) else side, row, side)

    def turn_first(self) -> None:
        """Turn over the first row that can be."""
        self.press(next((part.number for part in self.parts() if part.number), 1))

    def turn_at(self, place: int) -> None:
        """Turn over the row at that place."""
        parts = self.parts()
        if place < len(parts) and (row := parts[place].row):
            self.turn(row)

    def _become(self, fact: Fact, row: FactRow, other: Fact) -> None:
        project = self._hand.session.project
        try:
            self._hand.redraft(turned(fact, row, other, project.schema.facts if project else {}))
        except UserError as error:
            self._hand.session.noted.emit(str(error))

    # --- keys

    def press_label(self, name: str) -> None:
        """Take the key of that label: with a fact in hand a digit turns a row over."""
        project = self._hand.session.project
        label = project.schema.labels.get(name) if project else None
        if self.case and label and label.key and label.key in "123456789":
            self.press(int(label.key))
        else:
            self._label(name)

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        """Take a digit that is no label's key."""
        if event.type() is not QEvent.Type.KeyPress or self.case is None:
            return False
        pressed = cast(QKeyEvent, event)
        code = Qt.Key(pressed.key())
        if code not in _DIGITS or pressed.modifiers() & ~_MAY or pressed.isAutoRepeat():
            return False
        self.press(_DIGITS.index(code) + 1)
        return True


_DIGITS = bindings.codes("review_row")
