"""The steps of building a fact: what is taken and given back, from one draft to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotations import fact_draft as drafts
from annotations.fact_attributes import Modality
from annotations.fact_draft import Draft, Range
from annotations.fact_signs import SignedWords, refusal, words_taken
from annotations.facts import Filler
from ui.building import saying
from ui.building.sentence_in_hand import SentenceInHand
from ui.building.writing import Workplace
from ui.session import Session

MODALITIES = tuple(Modality)


class FactSteps(QObject):
    """The fact that is being built, None while there is none, and the sentence in which words are taken.

    `said` is what there is to say of the last step, `pressed` the candidate that was refused by it.
    """

    changed = Signal()

    def __init__(self, session: Session, at: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.draft: Draft | None = None
        self.sentence = SentenceInHand(session, at)
        self.said, self.is_warning = "", False
        self.pressed: Range | None = None
        self._has_asked = False
        self._undone: list[Draft] = []  # steps to do again, the next one last

    def begin(self, draft: Draft, at: Range, said: str = "") -> None:
        """Build on from this draft, in the sentence at that place."""
        self._undone = []
        self.sentence.begin(at)
        self._become(draft, said)

    def end(self) -> None:
        """Have no fact in hand."""
        self.draft, self.said, self.pressed, self._has_asked = None, "", None, False

    def look(self) -> None:
        """Look anew at the spans of the article."""
        self.sentence.forget()
        self.changed.emit()

    # --- what is in hand

    def role(self, step: int) -> None:
        """Go to the next role (1) or the one before (-1)."""
        if self.draft:
            self._become(drafts.beside(self.draft, step))

    def hand(self, place: int) -> None:
        """Go to a role, or to the trigger behind the last."""
        if self.draft and place <= len(self.draft.type.roles):
            self._become(drafts.in_hand(self.draft, place))

    def to_trigger(self) -> None:
        """Go to the trigger."""
        if self.draft:
            self.hand(len(self.draft.type.roles))

    def go(self, step: int) -> None:
        """Go to the sentence after (1) or before (-1)."""
        if self.draft and self.sentence.step(step):
            self._become(self.draft)
        elif self.draft:
            self._become(self.draft, saying.NO_MORE.format(where="after" if step > 0 else "before"))

    def go_to(self, place: int) -> None:
        """Go to the sentence with that place of the text."""
        if self.draft:
            self.sentence.go_to(place)
            self._become(self.draft)

    def select(self, tokens: list[Range], step: int, *, extends: bool = False) -> None:
        """Select the next word, or the one before."""
        self.sentence.select(tokens, step, extends=extends)
        self.changed.emit()

    def choose(self, bounds: Range | None) -> None:
        """Select these words of the sentence, or none."""
        self.sentence.choose(bounds)
        self.changed.emit()

    # --- what is taken

    def candidates(self) -> list[SignedWords]:
        """Return the candidates of the sentence in hand."""
        return self.sentence.candidates(self.draft.fact) if self.draft else []

    def sign(self, sign: str) -> None:
        """Press the candidate with that sign."""
        if sign and (found := self.sentence.signed(sign)):
            self.press(found)

    def press(self, one: SignedWords) -> None:
        """Take the candidate, or give it back; what the role does not take is taken when it is pressed again."""
        if self.draft is None:
            return
        why = refusal(self.draft, one, self._session.text)
        if why and self.pressed != one.bounds:
            self._become(self.draft, why, is_warning=True, pressed=one.bounds)
        else:
            self.take(one.filler(self.draft.role))

    def use(self, bounds: Range) -> None:
        """Take words that were selected, as the span with those bounds that the role takes, else bare."""
        if self.draft:
            self.sentence.add(bounds)
            self.take(words_taken(self.sentence.material, bounds, self.draft.role))

    def take(self, filler: Filler) -> None:
        """Take the filler, or give it back if it is there."""
        if self.draft:
            self.sentence.choose(None)
            self._become(drafts.take(self.draft, filler, self.sentence.material))

    def empty(self) -> None:
        """Drop what is selected, else all that is in the role."""
        if self.sentence.choice:
            self.choose(None)
        elif self.draft:
            self._become(drafts.without(self.draft))

    def back(self) -> bool:
        """Undo the last change to the fact; return whether there was one."""
        if self.draft is None or self.draft.before is None:
            return False
        undone = [*self._undone, self.draft]
        self._become(self.draft.before)
        self._undone = undone
        return True

    def again(self) -> bool:
        """Do the change again that was undone last; return whether there was one."""
        if not self._undone:
            return False
        *undone, draft = self._undone
        self._become(draft)
        self._undone = undone
        return True

    # --- what the fact states beside its roles

    def turn_modality(self) -> None:
        """Give the fact the next modality."""
        if self.draft:
            place = MODALITIES.index(self.draft.fact.modality)
            self._become(drafts.saying(self.draft, modality=MODALITIES[(place + 1) % len(MODALITIES)].value))

    def negate(self) -> None:
        """Have the fact negated, or no more."""
        if self.draft:
            self._become(drafts.saying(self.draft, negated=not self.draft.fact.negated))

    def note(self, words: str) -> None:
        """Give the fact that note."""
        if self.draft:
            self._become(drafts.saying(self.draft, note=words))

    # --- whether it is done

    def asks(self, *, has_trigger: bool) -> bool:
        """Go to the first needed role that is open, else to a trigger that lacks, and say so.

        False when none lacks, or it was asked before.  `has_trigger`: the fact is none that had no trigger before.
        """
        draft = self.draft
        if draft is None or self._has_asked:
            return False
        lacks_trigger = has_trigger and draft.fact.trigger is None and not draft.fact.is_empty()
        if not (lacking := [*draft.lacking(), *[len(draft.type.roles)] * lacks_trigger]):
            return False
        said = saying.lacking(draft, lacks_trigger=lacks_trigger)
        self._become(drafts.in_hand(draft, lacking[0]), said, is_warning=True)
        self._has_asked = True
        return True

    def _become(
        self, draft: Draft, said: str = "", *, is_warning: bool = False, pressed: Range | None = None
    ) -> None:
        if self.draft and draft.fact != self.draft.fact:
            self._undone = []
        self.draft, self.said, self.is_warning, self.pressed = draft, said, is_warning, pressed
        self._has_asked = False
        self.changed.emit()
