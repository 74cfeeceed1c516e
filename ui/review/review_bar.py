"""The head of a review: how many cases are open, whose work it is, and how far the reviewer is with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from ui.look.layouts import column, row
from ui.look.lines import Elided
from ui.look.marks import Bar
from ui.review.case_in_hand import Hand
from ui.review.people_chips import FEW, PeopleChips

BESIDE = 2  # people whose chips stand beside the count


class ReviewBar(QWidget):
    """The head of a review; `people` are the chips of those who take part."""

    def __init__(self) -> None:
        super().__init__()
        self.people = PeopleChips()
        self.count, self.more, self.bar = Elided(px=14, weight=600), Elided(px=12, role="text2"), Bar()
        self._first, self._last = row(gap=3), row(None, gap=0)
        self._first.add(self.count, 1)
        self._first.add(self.people)
        lines = column(self._first, self.bar, self.more, self._last, gap=8, margins=(16, 10, 12, 8))
        self.setLayout(lines)

    def offer(self, names: Sequence[str], machines: Collection[str] = ()) -> None:
        """Offer these people; the chips of more than two, with one each, stand in a row of their own."""
        self.people.offer(names, machines)
        is_own = BESIDE < len(names) <= FEW
        self._first.removeWidget(self.people)
        self._last.removeWidget(self.people)
        (self._last if is_own else self._first).insertWidget(0 if is_own else 1, self.people)

    def tell(self, hand: Hand) -> None:
        """Show how many cases of the article are open, and which of the articles it is."""
        work = hand.work
        cases, left = (len(work.cases), len(work.open_cases)) if work else (0, 0)
        self.bar.setVisible(work is not None)
        self.bar.show_share(1 - left / cases if cases else 1.0, "accent" if left else "good")
        if work is None:
            self.count.setText("There is no work to review.")
            self.more.setText("")
            return
        self.count.setText(
            f"{left:,} of {cases:,} {'case' if cases == 1 else 'cases'} open" if cases else "No cases"
        )
        at, of = hand.place
        agreed = len(work.comparison.agreed)
        points = f"{agreed:,} {'point' if agreed == 1 else 'points'} agreed" * (len(hand.names) > 1)
        where = f"article {at:,} of {of:,}" if at else "not to be reviewed"
        self.more.setText("  ·  ".join(filter(None, (where, points))))
