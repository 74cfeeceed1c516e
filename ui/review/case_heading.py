"""The heading over a review: the article's title, which case is in hand and what differs, and the sets' states."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from annotations.articles import Article
from ui.look.layouts import Hair, Pane, column, row
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.scripts import without_pictographs
from ui.review import case_words
from ui.review.case_in_hand import Hand
from ui.review.case_parts import Part


class CaseHeading(Pane):
    """The lines `title` and `about`, and at the end of the second the `states`."""

    def __init__(self) -> None:
        super().__init__(ground="page")
        self.title, self.about = Elided(px=16, weight=600), Elided(px=12, role="text2")
        self.states = Elided(px=12, role="text2")
        self.states.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        second = row(gap=20)
        second.add(self.about, 2)
        second.add(self.states, 1)
        lines = column(self.title, second, gap=2, margins=(28, 8, 24, 6))
        self.setLayout(column(lines, Hair(), gap=0))
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(60))

    def tell(self, hand: Hand, article: Article | None, parts: Sequence[Part]) -> None:
        """Show the case in hand, whose parts these are."""
        work = hand.work
        self.title.setText(without_pictographs(article.title or article.id) if article and work else "")
        held = {made.annotator: made.state for made in work.sets} if work else {}
        states = [f"{hand.called(who)}: {held[who]}" for who in hand.names if who in held]
        self.states.setText("  ·  ".join(states))
        listed = hand.listed()
        if hand.at not in listed:
            self.about.setText("No cases" if work else "")
            return
        where = f"Case {listed.index(hand.at) + 1:,} of {len(listed):,}"
        own = "your own work is among these" if hand.is_own else ""
        told = (where, case_words.told(hand.at, parts, hand.called), own)
        self.about.setText("  ·  ".join(filter(None, told)))
