"""The case in focus in a review, in the words of the foot; or the question for a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from annotations.review.cases import Difference
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb
from ui.review import case_words, look_again
from ui.review.case_in_hand import Hand
from ui.review.case_parts import parts_of
from ui.review.choice_sheet import ChoiceSheet
from ui.review.many.same_cases import SameCases
from ui.review.reasons import Reasons
from ui.review.votes import in_short, votes

_ANSWERS = (
    Verb("reason_take", "Take the reason", "check", spelled(FIXED["reason_take"].keys)),
    Verb("reason_none", "No reason", "x", spelled(FIXED["reason_none"].keys)),
)
_OF_FACT = (
    Verb("review_row", "A part", "equal-not", spelled([FIXED["review_row"].said])),
    Verb("review_change", "Change", "pencil"),
    Verb("review_fact", "New fact", "diamond"),
)
_SAME = (
    Verb("same_apply", "Apply", "check", spelled(FIXED["same_apply"].keys)),
    Verb("same_veto", "Not this one", "eye-off", spelled(FIXED["same_veto"].keys)),
    Verb("same_all", "All articles", "files", spelled(FIXED["same_all"].keys)),
    Verb("same_none", "Take another", "arrow-left-right", spelled(FIXED["same_none"].keys)),
    Verb("review_leave", "Back", "arrow-left"),
)
_NEEDED = (_ANSWERS[0], replace(_ANSWERS[1], word="Back", icon="arrow-left"))
_CHOICE = (
    Verb("sheet_take", "Take", "check", spelled(FIXED["sheet_take"].keys)),
    Verb("sheet_leave", "Back", "arrow-left", spelled(FIXED["sheet_leave"].keys)),
)


class CaseFocus(QObject):
    """The look at the case in hand, or at the fact being built.  `does`: what the verbs do that are no actions."""

    changed = Signal(object)  # an InFocus

    def __init__(
        self,
        hand: Hand,
        reasons: Reasons,
        sheet: ChoiceSheet,
        same: SameCases,
        building: Callable[[], InFocus | None],
    ) -> None:
        super().__init__(hand)
        self._hand, self._reasons, self._sheet, self._building = hand, reasons, sheet, building
        self._same = same
        self.does: dict[str, Callable[[], object]] = {
            **{name: same.does[name] for name in ("same_apply", "same_veto", "same_all", "same_none")},
            "reason_take": lambda: reasons.answer(reasons.chosen()),
            "reason_none": lambda: reasons.answer(""),
            "sheet_take": sheet.take,
            "sheet_leave": sheet.put_away,
        }
        for moved in (hand.changed, reasons.turned, sheet.turned, same.told, same.left):
            moved.connect(self.look)

    def look(self) -> None:
        """Tell what is in focus."""
        self.changed.emit(self.now())

    def now(self) -> InFocus:
        """Return what is in focus now."""
        hand, question = self._hand, self._reasons.question
        if built := self._building():
            return built
        if question is not None:
            verbs = _NEEDED if question.is_needed else _ANSWERS
            return InFocus("none", question.title, "the reason goes to the annotator", "flag", verbs)
        if self._sheet.question is not None:
            return InFocus("none", self._sheet.question.title, "", "user", _CHOICE)
        if not self._same.isHidden():
            return InFocus("same", self._same.accessibleName(), self._same.says.text(), "copy", _SAME)
        if hand.work is None:
            return InFocus()
        if hand.at is None:
            return InFocus("none", "No case here", "", "circle-check", self._verbs()[-2:])
        name = case_words.name(hand.at, hand.work.text, hand.draft)
        icon = "diamond" if hand.at.is_fact else "tag"
        return InFocus("none", name, self._told(), icon, self._verbs())

    def _told(self) -> str:
        """Return in a few words what is to be decided."""
        hand = self._hand
        if hand.work is None or hand.at is None or hand.session.project is None:
            return ""
        if again := look_again.why(hand.work, hand.at, hand.session.annotator, hand.called):
            return again
        parts = parts_of(hand.at, hand.draft, hand.work.text, hand.session.project.schema)
        return case_words.second_line(hand.at, parts, hand.work.text, hand.called)

    def _verbs(self) -> tuple[Verb, ...]:
        """Return the verbs of a case; those of the first two columns have the names of those who have that."""
        found = votes(self._hand.at) if self._hand.at else []
        is_many = len(self._hand.work.sets) > 1 if self._hand.work else False
        arrows = zip(
            ("review_take_left", "review_take_right"), ("arrow-left", "arrow-right"), found, strict=False
        )
        sides = (
            [Verb(action, in_short(vote, self._hand.called), icon) for action, icon, vote in arrows]
            if is_many
            else []
        )
        if self._hand.at and self._hand.at.difference is Difference.ADDED:
            ends = (
                Verb("review_approve", "Approve", "circle-check"),
                Verb("review_return", "Return", "flag"),
            )
            return Verb("review_neither", "Take away", "x"), Verb("review_fact", "New fact", "diamond"), *ends
        return (
            *((Verb("review_proposed", "Take proposed", "check"),) * (not self._hand.offer.is_draw)),
            *sides,
            *(
                (Verb("review_both", "Both" if len(found) < 3 else "All", "arrow-left-right"),)
                if is_many
                else ()
            ),
            Verb("review_neither", "Neither" if is_many else "Nothing here", "x"),
            *(_OF_FACT if self._hand.at and self._hand.at.is_fact else ()),
            Verb("review_approve", "Approve", "circle-check"),
            Verb("review_return", "Return", "flag"),
        )
