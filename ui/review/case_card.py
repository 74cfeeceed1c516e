"""The card of the case in hand: what each annotator has there, what is proposed, what was decided.

A button takes a side as its key does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotations.review.adjudication import Adjudication, Item
from annotations.review.cases import Case
from ui.fixed_keys import ARROWS
from ui.key_words import USUAL, filled
from ui.plain_text import PlainLabel
from ui.review import case_words

PROPOSED = "Proposed"
KEYS = tuple(ARROWS[USUAL[name][0]] for name in ("review_take_left", "review_take_right"))


class Side(QFrame):
    """One reading of the case: whose, and what it says.  `taken`: its button was clicked."""

    taken = Signal()

    def __init__(self, title: str, key: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.title = PlainLabel(f"{title}  {key}")
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.says = PlainLabel(wordWrap=True)
        self.says.setAccessibleName(title)
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.button = QPushButton("Take", autoDefault=False)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setAccessibleName(f"Take what {title} has")
        self.button.clicked.connect(self.taken)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 6)
        column.addLayout(head)
        column.addWidget(self.says, 1)


class CaseCard(QWidget):
    """The card of the case in hand.

    `taken`: the side of that annotator was clicked, or "" for what is proposed.
    """

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Case")
        self.sides: list[Side] = []
        self.head, self.decided = PlainLabel(), PlainLabel(wordWrap=True)
        self._row = QHBoxLayout()
        top = QHBoxLayout()
        top.addWidget(self.head)
        top.addWidget(self.decided, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 6)
        column.addLayout(top)
        column.addLayout(self._row)

    def name(self, names: Sequence[str]) -> None:
        """Show a side for each of the annotators, in order, and one for what is proposed."""
        for side in self.sides:
            self._row.removeWidget(side)
            side.deleteLater()
        keys = [KEYS[n] if n < len(KEYS) and len(names) > 1 else "" for n in range(len(names))]
        self.sides = [Side(who, key) for who, key in zip(names, keys, strict=True)]
        self.sides.append(Side(PROPOSED, filled("{key:review_proposed}")))
        for who, side in zip((*names, ""), self.sides, strict=True):
            side.taken.connect(partial(self.taken.emit, who))
            self._row.addWidget(side, 1)

    def show_case(self, work: Adjudication | None, case: Case | None, draft: Item | None) -> None:
        """Show what each side says of the case; hide the card when there is none."""
        self.setVisible(case is not None)
        if work is None or case is None:
            return
        self.head.setText(f"{case_words.place(case, work.text)}: {case_words.difference(case)}")
        self.decided.setText(case_words.decided(work.decided.get(case.key), work.taken(case)))
        said = [case_words.lines(case.sides.get(who), work.text) for who in case.of]
        for side, lines in zip(self.sides, said, strict=False):
            others = [other for other in said if other is not lines]
            side.says.setText("\n".join(case_words.told_apart(lines, others)))
        self.sides[-1].says.setText("\n".join(case_words.lines(draft, work.text)))
