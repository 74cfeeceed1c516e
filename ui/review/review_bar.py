"""The bar over a review: whose work it is, which article, and how far the reviewer is with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from annotations.articles import Article
from ui.plain_text import PlainLabel
from ui.review.case_in_hand import Hand

NOBODY, OTHERS = "nobody", "all others"


class ReviewBar(QWidget):
    """The bar over a review.  `chosen`: other annotators are to be reviewed."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = QComboBox(), QComboBox()
        self.title, self.count, self.states = (PlainLabel() for _ in range(3))
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        row, below = QHBoxLayout(), QHBoxLayout()
        for words, box in (("&Left", self.left), ("Ri&ght", self.right)):
            name = PlainLabel(words)
            name.setBuddy(box)
            box.setAccessibleName(f"{words.replace('&', '')} annotator")
            box.activated.connect(self.chosen)
            row.addWidget(name)
            row.addWidget(box)
        row.addStretch()
        row.addWidget(self.count)
        below.addWidget(self.title, 1)
        below.addWidget(self.states)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.addLayout(row)
        column.addLayout(below)

    def offer(self, names: Sequence[str], chosen: Sequence[str]) -> None:
        """Offer the names, and show who is chosen: the second "" is nobody."""
        self.left.clear()
        self.right.clear()
        self.left.addItems(list(names))
        self.right.addItem(NOBODY, "")
        for name in names:
            self.right.addItem(name, name)
        if len(names) > 2:
            self.right.addItem(OTHERS, None)
        left, right = (*chosen, "", "")[:2]
        self.left.setCurrentText(left)
        self.right.setCurrentIndex(max(0, self.right.findData(right)))

    def names(self) -> tuple[str, ...]:
        """Return the chosen names, the left one first; one alone when the right is nobody, or the same."""
        left, right = self.left.currentText(), self.right.currentData()
        if right is None:
            every = (self.left.itemText(n) for n in range(self.left.count()))
            return (left, *(name for name in every if name != left))
        return tuple(filter(None, dict.fromkeys((left, right))))

    def tell(self, hand: Hand, article: Article | None) -> None:
        """Show where the reviewer is: the article, the sets' states, and the case in hand."""
        work = hand.work
        self.title.setText((article.title or article.id) if article and work else "")
        self.states.setText(
            "  ·  ".join(f"{made.annotator}: {made.state}" for made in work.sets) if work else ""
        )
        if work is None:
            self.count.setText("There is no work to review.")
            return
        cases, left = len(work.comparison.cases), len(work.open_cases)
        at = hand.cases.index(hand.at) + 1 if hand.at in hand.cases else 0
        parts = [
            f"case {at:,} of {len(hand.cases):,}" if cases or at else "no cases",
            f"{left:,} open" * bool(cases),
        ]
        agreed = f"{len(work.comparison.agreed):,} agreed" if len(hand.names) > 1 else ""
        self.count.setText(", ".join(filter(None, (*parts, agreed))))
