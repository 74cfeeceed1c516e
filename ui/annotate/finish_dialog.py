"""The dialog for finishing with undecided suggestions: it lists them, and one choice settles them all.

The sure ones stand on top and a line parts what would be confirmed from what would not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from annotations.spans import Span
from ui.fixed_keys import FIXED
from ui.keys_in_force import IN_FORCE
from ui.plain_text import PlainLabel, tip
from ui.wording import facts_left

STEPS = 100  # of the slider: a score of 1
(_ABOVE,) = FIXED["finish_above"].keys  # the letter that the button underlines
CONFIRMED, LEFT, REJECTED = "✓", "·", "✗"


class FinishDialog(QDialog):
    """The dialog that asks what becomes of the undecided suggestions.

    `decided`: the suggestions to confirm, those to reject (the others are left), and the score as it stood.
    """

    decided = Signal(list, list, float)

    def __init__(self, undecided: list[Span], text: str, score: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Finish the article")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._spans = sorted(undecided, key=lambda span: -sureness(span))  # text order among the equal
        self.listing = QListWidget()
        self.listing.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.listing.setAccessibleName("Undecided suggestions")
        self._lines = [_line(span, text) for span in self._spans]
        self.listing.addItems(self._lines)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMaximum(STEPS)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName("Lowest score that is confirmed")
        self.slider.setValue(round(score * STEPS))
        self.rest = QCheckBox(IN_FORCE.fill("re&ject those below ({key:finish_rest}); else they are left"))
        self.facts = PlainLabel(wordWrap=True)
        self.facts.setVisible(False)
        self.at, self.confirm_above = PlainLabel(), QPushButton(default=True)
        self._lay_out(len(undecided))
        self.slider.valueChanged.connect(self._follow)
        self.rest.toggled.connect(self._follow)
        self._follow()
        self.slider.setFocus()
        self.resize(600, 460)

    def tell_facts(self, count: int) -> None:
        """Say how many facts are undecided too: they stay so."""
        self.facts.setText(f"{facts_left(count)}, whatever becomes of these: see the panel Facts.")
        self.facts.setVisible(count > 0)

    @property
    def score(self) -> float:
        return self.slider.value() / STEPS

    def above(self) -> list[Span]:
        """Return the suggestions with at least the score; one without a score is sure."""
        return [span for span in self._spans if sureness(span) >= self.score]

    def below(self) -> list[Span]:
        return [span for span in self._spans if sureness(span) < self.score]

    def _lay_out(self, count: int) -> None:
        layout = QVBoxLayout(self)
        words = f"{count:,} suggestion{'s are' if count > 1 else ' is'} undecided. What becomes of them?"
        layout.addWidget(PlainLabel(words))
        layout.addWidget(self.listing, 1)
        layout.addWidget(self.facts)
        row = QHBoxLayout()
        row.addWidget(PlainLabel("Confirm those with a score of at least"))
        row.addWidget(self.slider, 1)
        row.addWidget(self.at)
        layout.addLayout(row)
        layout.addWidget(self.rest)
        buttons = QHBoxLayout()
        buttons.addWidget(self._button("finish_above", self.confirm_above, self._decide_by_score))
        for name, words, decide in (
            ("finish_confirm", "&Confirm all", partial(self._decide, True, False)),
            ("finish_reject", "&Reject all", partial(self._decide, False, True)),
            ("finish_leave", "&Leave all", partial(self._decide, False, False)),
        ):
            buttons.addWidget(self._button(name, QPushButton(words, autoDefault=False), decide))
        back = QPushButton(IN_FORCE.fill("Back ({key:finish_back})"), autoDefault=False)
        back.clicked.connect(self.reject)
        buttons.addWidget(back)
        layout.addLayout(buttons)
        toggle = QShortcut(QKeySequence(*FIXED["finish_rest"].keys), self, autoRepeat=False)
        toggle.activated.connect(self.rest.toggle)

    def _button(self, name: str, button: QPushButton, decide: Callable[[], None]) -> QPushButton:
        (key,) = FIXED[name].keys
        button.setToolTip(tip(f"Key {key}"))
        button.clicked.connect(lambda: decide())
        at_once = QShortcut(QKeySequence(key), self, autoRepeat=False)  # a button's own waits 0.1 s
        at_once.activated.connect(lambda: decide())
        return button

    def _follow(self) -> None:
        """Show what falls on which side of the score."""
        above = len(self.above())
        rest, bold = REJECTED if self.rest.isChecked() else LEFT, QFont(self.listing.font())
        bold.setBold(True)
        for place in range(self.listing.count()):
            item = self.listing.item(place)
            item.setText(f"{CONFIRMED if place < above else rest}   {self._lines[place]}")
            item.setFont(bold if place < above else self.listing.font())
        self.at.setText(f"{self.score:.2f}")
        below = f", {'reject' if self.rest.isChecked() else 'leave'} {len(self._spans) - above:,}"
        self.confirm_above.setText(
            f"Confirm {above:,}{below if above < len(self._spans) else ''} (&{_ABOVE})"
        )
        border = self.listing.item(min(above, len(self._spans) - 1))
        self.listing.scrollToItem(border, QListWidget.ScrollHint.PositionAtCenter)

    def _decide_by_score(self) -> None:
        self._tell(self.above(), self.below() if self.rest.isChecked() else [])

    def _decide(self, confirm: bool, reject: bool) -> None:
        self._tell(self._spans if confirm else [], self._spans if reject else [])

    def _tell(self, confirm: list[Span], reject: list[Span]) -> None:
        self.accept()
        self.decided.emit(confirm, reject, self.score)


def _line(span: Span, text: str) -> str:
    quote = " ".join(text[span.start : span.end].split())
    return f"{span.label}   {quote}" + (f"   {span.score:.2f}" if span.score is not None else "")


def sureness(span: Span) -> float:
    """Return the span's score, 1 if it has none, as from a pattern or a wording seen before."""
    return 1.0 if span.score is None else span.score
