"""The head of the article list: how many articles are done, and what is left to decide in all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.queries.progress import ProjectProgress
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Elided
from ui.look.marks import Bar
from ui.look.tips import KeyedTip
from ui.wording import LOOKING, done, left_in_project


class ListHead(QWidget):
    """Two lines and a progress line.  `folded`: the list is to be put away."""

    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.done, self.left, self.bar = Elided(px=14, weight=600), Elided(px=12, role="text2"), Bar()
        self._is_looking = False
        self.fold = Button("", "panel-left", kind="ghost", height=24, pad=4)
        KeyedTip(self.fold, "Fold the list", "fold_list")
        self.fold.clicked.connect(self.folded)
        first = row(gap=8)
        first.add(self.done, 1)
        first.add(self.fold)
        self.setLayout(column(first, self.bar, self.left, gap=8, margins=(16, 10, 12, 4)))
        self.show_progress(None)

    def show_progress(self, found: ProjectProgress | None) -> None:
        """Show how many articles of the project are done, and what is left to decide in the others; None is not known yet."""
        self._found = found or ProjectProgress()
        share = self._found.done / self._found.articles if self._found.articles else 0.0
        self.done.setText("" if found is None else done(found) if found.articles else "No articles yet")
        self._say_left()
        self.bar.show_share(share, "good" if share == 1.0 else "accent")

    def say_looking(self, is_on: bool) -> None:
        """Say where nothing is left to decide that suggestions are looked for, or no longer say so."""
        self._is_looking = is_on
        self._say_left()

    def _say_left(self) -> None:
        found = self._found
        if self._is_looking and found.articles and not (found.spans or found.facts):
            self.left.setText(LOOKING)
        else:
            self.left.setText(left_in_project(found) if found.articles else "")
