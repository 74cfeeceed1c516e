"""The choices below the annotators: which articles, which of their work, and what the figures are told apart by."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look.layouts import column
from ui.look.lines import Caption
from ui.look.segments import Segments

DONE, NOW, NOT = "done", "now", "not"
ARTICLES = {DONE: "Finished", "all": "All"}
WORK = {NOW: "As it is", "first": "First pass"}
APART = {NOT: "Not", "batch": "Batch", "date": "Day"}


class ComparisonChoices(QWidget):
    """The choices.  `changed`: another is made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.articles = Segments("Which articles are compared", ARTICLES)
        self.work = Segments("Which of their work is compared", WORK)
        self.apart = Segments("What the figures are told apart by", APART)
        each = (("Articles", self.articles), ("Their work", self.work), ("Told apart by", self.apart))
        lines = column(gap=4)
        for words, choice in each:
            choice.changed.connect(self.changed)
            lines.add(Caption(words))
            lines.add(choice)
        self.setLayout(lines)

    def options(self) -> list[str]:
        """Return what is chosen as options of the command `agreement`."""
        words = ["--articles", self.articles.value or DONE]
        if self.work.value not in (None, NOW):
            words.append("--first-pass")
        if self.apart.value not in (None, NOT):
            words += ["--by", str(self.apart.value)]
        return words
