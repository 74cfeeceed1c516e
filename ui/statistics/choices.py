"""The choices of the statistics: whose work, and of which time; and the sentence that says which it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotations.sets import GOLD
from annotations.statistics.shapes import EVERYONE, Scope
from ui.look.layouts import row
from ui.widgets.still import StillBox

ALL, WEEK, LAST_WEEK, MONTH, THIRTY = "all", "week", "last week", "month", "thirty"
PERIODS = {
    ALL: "All the time",
    WEEK: "This week",
    LAST_WEEK: "Last week",
    MONTH: "This month",
    THIRTY: "Last 30 days",
}
OWN, OF_GOLD, OF_ALL = (
    "Your own work in this project.",
    "The gold of this project, as reviews left it.",
    "The work of everyone in this project, machines left out.",
)


def days(period: str, today: date) -> tuple[str, str]:
    """Return the first and last day of a row of PERIODS, ISO 8601; "" of an open end.

    >>> days(LAST_WEEK, date(2024, 1, 17))
    ('2024-01-08', '2024-01-14')
    """
    monday = today - timedelta(days=today.weekday())
    first, last = {
        ALL: (None, None),
        WEEK: (monday, None),
        LAST_WEEK: (monday - timedelta(days=7), monday - timedelta(days=1)),
        MONTH: (today.replace(day=1), None),
        THIRTY: (today - timedelta(days=29), None),
    }[period]
    return (first.isoformat() if first else ""), (last.isoformat() if last else "")


class ScopeChoice(QWidget):
    """The two choices.  `changed`: another is chosen."""

    changed = Signal()

    def __init__(self, own: str) -> None:
        super().__init__()
        self._own = own
        self.who, self.period = StillBox("Whose work", 14), StillBox("Of which time", 12)
        self.who.offer(own, f"{own} (you)")
        for value, words in PERIODS.items():
            self.period.offer(value, words)
        self.who.hide()
        self.setLayout(row(self.who, self.period, gap=8))
        for box in (self.who, self.period):
            box.currentIndexChanged.connect(self.changed)

    def offer(self, annotators: Iterable[str], *, has_gold: bool) -> None:
        """Offer the work of these as well; the choice is hidden where there is only one's own."""
        others = [name for name in annotators if name != self._own]
        wanted = {name: name for name in others}
        if others:
            wanted[EVERYONE] = "everyone"
        if has_gold:
            wanted[GOLD] = GOLD
        for value, words in wanted.items():
            if self.who.findData(value) < 0:
                self.who.offer(value, words)
        self.who.setVisible(self.who.count() > 1)

    @property
    def annotator(self) -> str:
        """Return whose work is chosen."""
        return str(self.who.currentData())

    def scope(self, today: date) -> Scope:
        """Return what is to be counted."""
        return Scope(self.annotator, *days(str(self.period.currentData()), today))

    def turn_week(self) -> None:
        """Choose this week alone, or all the time again."""
        self.period.setCurrentIndex(self.period.findData(ALL if self.period.currentData() == WEEK else WEEK))

    def said(self) -> str:
        """Return in a sentence whose work is shown."""
        who = self.annotator
        named = {self._own: OWN, GOLD: OF_GOLD, EVERYONE: OF_ALL}
        return named.get(who, f"The work of {who} in this project.")

    def of_time(self) -> str:
        """Return which time it is of, within a sentence."""
        words = self.period.currentText()
        return words[:1].lower() + words[1:]
