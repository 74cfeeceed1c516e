"""The case across articles in focus, in the words of the foot."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.frame.verbs import InFocus, Verb
from ui.review.across import across_words
from ui.review.across.across_hand import AcrossHand

_ENDS = (Verb("across_approve", "Approve", "circle-check"), Verb("across_back", "Back", "arrow-left"))


class AcrossFocus(QObject):
    """The look at the case in hand.  `does`: none of its verbs but actions."""

    changed = Signal(object)  # an InFocus

    def __init__(self, hand: AcrossHand) -> None:
        super().__init__(hand)
        self._hand = hand
        hand.changed.connect(self.look)

    def look(self) -> None:
        """Tell what is in focus."""
        self.changed.emit(self.now())

    def now(self) -> InFocus:
        """Return what is in focus now."""
        hand = self._hand
        if hand.at is None:
            return InFocus("none", "No case across articles", "", "circle-check", _ENDS)
        icon = "tag" if hand.at.what == "entity" else "diamond"
        said = across_words.name_of(hand.at), across_words.second_line(hand.at, hand.called)
        return InFocus("none", *said, icon, self._verbs())

    def _verbs(self) -> tuple[Verb, ...]:
        hand = self._hand
        rows = zip(("across_left", "across_right"), ("arrow-left", "arrow-right"), hand.names, strict=False)
        sides = (Verb(action, hand.called(who), icon) for action, icon, who in rows)
        return (
            *sides,
            Verb("across_neither", "Neither", "x"),
            Verb("across_on", "Next", "skip-forward"),
            *_ENDS,
        )
