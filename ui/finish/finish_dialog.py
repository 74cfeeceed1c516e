"""The sheet for finishing with something left to decide: it lists spans and facts, the most doubtful first.

Going through them is the default; those above a score can be confirmed once somebody has moved it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QListView, QSlider, QWidget

from annotations.facts import Fact
from annotations.spans import Span
from ui.finish.left_list import (
    LEFT,
    REJECTED,
    Left,
    LeftDelegate,
    LeftRows,
    in_doubtful_order,
    place_of,
    row_of,
    sureness,
)
from ui.fixed_keys import FIXED
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button, Kind
from ui.look.dialog import Dialog
from ui.look.layouts import row
from ui.look.lines import Words
from ui.plain_text import tip
from ui.wording import spans_and_facts

STEPS = 100  # of the slider: a score of 1


class FinishDialog(Dialog):
    """The sheet that asks what becomes of what is undecided.

    `decided`: what to confirm, what to reject (the others are left), and the score as it stood.  `going`: the one to go
    to, with the article as it is.
    """

    decided = Signal(list, list, float)
    going = Signal(object)

    def __init__(
        self,
        spans: Iterable[Span],
        facts: Iterable[Fact],
        text: str,
        score: float,
        hues: Mapping[str, int | None],
        parent: QWidget | None = None,
    ) -> None:
        items: list[Left] = [*spans, *facts]
        spans_left = sum(isinstance(item, Span) for item in items)
        counts = spans_and_facts(spans_left, len(items) - spans_left)
        about = f"{counts} {'is' if len(items) == 1 else 'are'} left to decide."
        super().__init__("Finish the article", parent, about=about, size=(720, 520))
        self._first = min(items, key=place_of)
        self.rows = LeftRows([row_of(item, text) for item in in_doubtful_order(items)])
        self.listing = self._made_list(hues)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMaximum(STEPS)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName("Lowest score that is confirmed")
        self.slider.setValue(round(score * STEPS))
        self.rest = QCheckBox(IN_FORCE.fill("re&ject those below ({key:finish_rest}); else they are left"))
        self.at, self.is_moved = Words(), False
        self._lay_out()
        self.slider.valueChanged.connect(self._move)
        self.rest.toggled.connect(self._follow)
        self._follow()
        self.slider.setFocus()

    def _made_list(self, hues: Mapping[str, int | None]) -> QListView:
        listing = QListView()
        listing.setModel(self.rows)
        listing.setItemDelegate(LeftDelegate(listing, hues))
        listing.setUniformItemSizes(True)
        listing.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        listing.setAccessibleName("Left to decide")
        listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listing.doubleClicked.connect(lambda index: self._leave_to(self.rows.rows[index.row()].item))
        return listing

    @property
    def score(self) -> float:
        return self.slider.value() / STEPS

    def above(self) -> list[Left]:
        """Return what has at least the score; what has none is sure."""
        return [row.item for row in self.rows.rows if sureness(row.item) >= self.score]

    def below(self) -> list[Left]:
        return [row.item for row in self.rows.rows if sureness(row.item) < self.score]

    def _lay_out(self) -> None:
        self.go = self._button(
            "finish_go", "Go through them", "chevron-right", self._go_through, kind="primary"
        )
        self.confirm_above = self._button("finish_above", "Confirm", "check", self._decide_by_score)
        self.leave = self._button("finish_leave", "Finish, leave them", "", lambda: self._tell([], []))
        self.back = self._button("finish_back", "Back", "", self.reject, kind="ghost")
        by_score = row(Words("Confirm those at least this sure"), gap=8)
        by_score.add(self.slider, 1)
        by_score.add(self.at)
        self.add(self.listing, 1)
        for part in (by_score, self.rest):
            self.add(part)
        self.end(self.back, self.leave, self.confirm_above, self.go)
        toggle = QShortcut(QKeySequence(*FIXED["finish_rest"].keys), self, autoRepeat=False)
        toggle.activated.connect(self.rest.toggle)

    def _button(
        self, name: str, word: str, icon: str, does: Callable[[], None], *, kind: Kind = "plain"
    ) -> Button:
        """Return a button; its keys work at once, wherever the keyboard is in the sheet."""
        keys = FIXED[name].keys
        button = Button(word, icon, keys[-1], kind=kind, takes_focus=True)
        button.setToolTip(tip(f"{word} ({keys[-1]})"))
        button.clicked.connect(lambda: does())
        for key in keys:
            at_once = QShortcut(QKeySequence(key), self, autoRepeat=False)
            at_once.activated.connect(button.click)
        return button

    def _move(self) -> None:
        self.is_moved = True
        self._follow()

    def _follow(self) -> None:
        """Show what falls on which side of the score, once it was moved."""
        above = len(self.above())
        below = len(self.rows.rows) - above
        self.at.setText(f"{self.score:.0%}")
        self.rows.decide(
            self.score if self.is_moved else None, below=REJECTED if self.rest.isChecked() else LEFT
        )
        for widget in (self.confirm_above, self.rest):
            widget.setEnabled(self.is_moved)
        rest = f", {'reject' if self.rest.isChecked() else 'leave'} {below:,}" * bool(below)
        word = f"Confirm {above:,}{rest}" if self.is_moved else "Confirm those above"
        self.confirm_above.say(word, "check", FIXED["finish_above"].keys[-1])
        if self.is_moved:
            self.listing.scrollTo(
                self.rows.index(min(below, len(self.rows.rows) - 1)), QListView.ScrollHint.PositionAtCenter
            )

    def _go_through(self) -> None:
        """Go to the row that somebody chose, else to the first in the text."""
        at = self.listing.currentIndex()
        self._leave_to(self.rows.rows[at.row()].item if at.isValid() else self._first)

    def _leave_to(self, item: Left) -> None:
        self.reject()
        self.going.emit(item)

    def _decide_by_score(self) -> None:
        self._tell(self.above(), self.below() if self.rest.isChecked() else [])

    def _tell(self, confirm: list[Left], reject: list[Left]) -> None:
        self.accept()
        self.decided.emit(confirm, reject, self.score)
