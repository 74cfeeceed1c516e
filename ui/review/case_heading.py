"""The heading over a review: the article's title, which case is in hand and what differs, and the sets' states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt

from annotations.articles import Article
from annotations.review.adjudication import Adjudication
from annotations.review.cases import Difference
from annotations.review.rounds import round_of
from annotations.sets import AnnotationSet
from ui.look.layouts import Hair, Pane, column, row
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.scripts import without_pictographs
from ui.review import case_words, look_again
from ui.review.case_in_hand import Hand
from ui.review.case_parts import Part

FEW = 3  # people who are named with their states

OWN = "your own work is among these"


class CaseHeading(Pane):
    """The lines `title` and `about`, at the end of the second the `states`, and after a return the `rounds`."""

    def __init__(self) -> None:
        super().__init__(ground="page")
        self.title, self.about = Elided(px=16, weight=600), Elided(px=12, role="text2")
        self.states = Elided(px=12, role="text2")
        self.states.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        second = row(gap=20)
        second.add(self.about, 2)
        second.add(self.states, 1)
        self.rounds = Elided(px=12, role="text2")
        self.rounds.hide()
        lines = column(self.title, second, self.rounds, gap=2, margins=(28, 8, 24, 6))
        self.setLayout(column(lines, Hair(), gap=0))
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(60 if self.rounds.isHidden() else 80))

    def tell(self, hand: Hand, article: Article | None, parts: Sequence[Part]) -> None:
        """Show the case in hand, whose parts these are."""
        work = hand.work
        self.title.setText(without_pictographs(article.title or article.id) if article and work else "")
        self.states.setText("  ·  ".join(_states(work.sets, hand) if work else []))
        self._tell_rounds(work, hand)
        cases, apart = hand.counted()
        added = [case for case in apart if case.difference is Difference.ADDED]
        agreed = [case for case in apart if case not in added]
        group = next((each for each in (added, agreed) if hand.at in each), cases)
        if work is None or hand.at is None or hand.at not in group:
            self.about.setText("No cases" if work else "")
            return
        what = "Case" if group is cases else "Added" if group is added else "Agreed point"
        where = f"{what} {group.index(hand.at) + 1:,} of {len(group):,}"
        again = look_again.why(work, hand.at, hand.session.annotator, hand.called)
        told = case_words.told(hand.at, parts, work.text, hand.called)
        self.about.setText("  ·  ".join(filter(None, (where, again, told, OWN * hand.is_own))))

    def _tell_rounds(self, work: Adjudication | None, hand: Hand) -> None:
        """Show what came of a return: the round in a line, and all of it in the tip."""
        each = [round_of(work.gold, made) for made in work.sets] if work else []
        found, text = [one for one in each if one], work.text if work else ""
        self.rounds.setText("  ".join(one.sentence(hand.called) for one in found))
        said = [line for one in found for line in (one.sentence(hand.called), *one.lines(text))]
        self.rounds.set_more("\n".join(said))
        self.rounds.setVisible(bool(found))
        self.restyle()


def _states(sets: Sequence[AnnotationSet], hand: Hand) -> list[str]:
    """Return how far each is; of many, how many are how far."""
    if len(sets) <= FEW:
        return sorted(f"{hand.called(made.annotator)}: {made.state}" for made in sets)
    return [f"{count:,} {state}" for state, count in Counter(made.state for made in sets).items()]
