"""The case in focus in a review, in the words of the foot; or the question for a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb
from ui.review import case_words
from ui.review.case_in_hand import Hand
from ui.review.many.same_cases import SameCases
from ui.review.reasons import Reasons

_ANSWERS = (
    Verb("reason_take", "Take the reason", "check", spelled(FIXED["reason_take"].keys)),
    Verb("reason_none", "No reason", "x", spelled(FIXED["reason_none"].keys)),
)
_SAME = (
    Verb("same_apply", "Apply", "check", spelled(FIXED["same_apply"].keys)),
    Verb("same_veto", "Not this one", "eye-off", spelled(FIXED["same_veto"].keys)),
    Verb("same_all", "All articles", "files", spelled(FIXED["same_all"].keys)),
    Verb("same_none", "Take another", "arrow-left-right", spelled(FIXED["same_none"].keys)),
    Verb("review_leave", "Back", "arrow-left"),
)
_NEEDED = (_ANSWERS[0], replace(_ANSWERS[1], word="Back", icon="arrow-left"))


class CaseFocus(QObject):
    """The look at the case in hand.  `does`: what the verbs do that are no actions."""

    changed = Signal(object)  # an InFocus

    def __init__(self, hand: Hand, reasons: Reasons, same: SameCases) -> None:
        super().__init__(hand)
        self._hand, self._reasons, self._same = hand, reasons, same
        self.does: dict[str, Callable[[], object]] = {
            "reason_take": lambda: reasons.answer(reasons.chosen()),
            "reason_none": lambda: reasons.answer(""),
        }
        self.does |= {name: same.does[name] for name in ("same_apply", "same_veto", "same_all", "same_none")}
        for moved in (hand.changed, reasons.turned, same.told, same.left):
            moved.connect(lambda: self.changed.emit(self.now()))

    def now(self) -> InFocus:
        """Return what is in focus now."""
        hand, question = self._hand, self._reasons.question
        if question is not None:
            verbs = _NEEDED if question.is_needed else _ANSWERS
            return InFocus("none", question.title, "the reason goes to the annotator", "flag", verbs)
        if not self._same.isHidden():
            return InFocus("same", self._same.accessibleName(), self._same.says.text(), "copy", _SAME)
        if hand.work is None:
            return InFocus()
        if hand.at is None:
            return InFocus("none", "No case here", "", "circle-check", self._verbs()[-2:])
        name = case_words.name(hand.at, hand.work.text, hand.draft)
        icon = "diamond" if hand.at.is_fact else "tag"
        return InFocus("none", name, case_words.difference(hand.at, hand.called), icon, self._verbs())

    def _verbs(self) -> tuple[Verb, ...]:
        """Return the verbs of a case; those of sides have the annotators' names."""
        names = [self._hand.called(who) for who in self._hand.names]
        sides = [Verb("review_take_left", names[0], "arrow-left")] if len(names) > 1 else []
        if len(names) > 1:
            sides += [
                Verb("review_take_right", names[1] if len(names) == 2 else "Others", "arrow-right"),
                Verb("review_both", "Both", "arrow-left-right"),
            ]
        proposed = Verb("review_proposed", "Take proposed", "check")
        return (
            *((proposed,) * (not self._hand.offer.is_draw)),
            *sides,
            Verb("review_neither", "Neither" if len(names) > 1 else "Nothing here", "x"),
            Verb("review_approve", "Approve", "circle-check"),
            Verb("review_return_left", "Return", "flag"),
        )
