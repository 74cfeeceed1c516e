"""The head of the article list: how many articles are done, and what is left to decide in all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Elided
from ui.look.marks import Bar


class ListHead(QWidget):
    """Two lines and a progress line.  `folded`: the list is to be put away."""

    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.done, self.left, self.bar = Elided(px=14, weight=600), Elided(px=12, role="text2"), Bar()
        self.fold = Button("", "panel-left", kind="ghost", height=24, pad=4)
        self.fold.setAccessibleName("Fold the list")
        self.fold.clicked.connect(self.folded)
        first = row(gap=8)
        first.add(self.done, 1)
        first.add(self.fold)
        self.setLayout(column(first, self.bar, self.left, gap=8, margins=(16, 10, 12, 4)))

    def tell(self, done: int, of: int, spans: int, facts: int) -> None:
        """Show how many articles are done, and how much is left in those that are not."""
        self.done.setText(f"{done:,} of {of:,} done" if of else "No articles yet")
        self.bar.show_share(done / of if of else 0.0, "good" if of and done == of else "accent")
        self.left.setText(left_words(spans, facts) if of else "")


def left_words(spans: int, facts: int) -> str:
    """Return what is left to decide.

    >>> left_words(542, 1), left_words(1, 0), left_words(0, 0)
    ('542 spans and 1 fact to decide', '1 span to decide', 'nothing to decide')
    """
    parts = [_counted(spans, "span"), _counted(facts, "fact")]
    said = " and ".join(filter(None, parts))
    return f"{said} to decide" if said else "nothing to decide"


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' if count != 1 else ''}" if count else ""
