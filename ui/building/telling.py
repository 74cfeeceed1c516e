"""The telling of the strip: what it shows of the fact that is built, anew after every step."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from annotations.fact_draft import Draft, Range
from annotations.fact_signs import taken
from annotations.facts import Fact
from annotations.sentences import Sentence, sentence_of
from ui.building import saying
from ui.building.sign_paint import SignRow
from ui.building.steps import FactSteps
from ui.building.strip import BuilderStrip
from ui.building.type_choice import TypeChoice
from ui.building.writing import Workplace
from ui.keys_in_force import IN_FORCE
from ui.session import Session


class StripTelling:
    """The words of the strip, from the steps and the session."""

    def __init__(self, session: Session, at: Workplace, strip: BuilderStrip, steps: FactSteps) -> None:
        self._session, self._at, self._strip, self._steps = session, at, strip, steps
        self._announced = ""
        self._told: tuple[Fact, Sentence] | None = None

    def types(self, choice: TypeChoice) -> None:
        """Show the types of a new fact."""
        strip, types, hand = self._strip, choice.types, choice.hand
        which = IN_FORCE.fill(saying.which(types, choice.typed, choice.missed))
        strip.show_types(are_shown=True)
        strip.line.tell("", (), which)
        strip.tell_types(saying.type_chips(types), hand)
        guideline = types[hand].guideline if types else ""
        strip.hint.tell(guideline, is_warning=False)
        self._describe(f"{which} {strip.types.shown[hand].said}" if types else which)
        self._announce(which if choice.missed else "")

    def fact(self, draft: Draft, selected: Range | None) -> None:
        """Show the fact; `selected` are the words that would be taken."""
        strip, session, steps = self._strip, self._session, self._steps
        project, text, fact = session.project, session.text, draft.fact
        if project is None:
            return
        if self._told is None or self._told[0] is not fact:
            self._told = fact, sentence_of(fact, text, project.schema, self._at.sheet)
        sentence = self._told[1]
        strip.show_types(are_shown=False)
        strip.line.tell(fact.type, sentence.pieces, saying.attributes(fact))
        strip.tabs.tell(saying.tabs(draft, text), draft.hand)
        self._words(draft, selected)
        use = saying.use(text, selected) if selected else ""
        strip.hint.tell(steps.said or saying.guideline(draft), is_warning=steps.is_warning, use=use)
        strip.hint.tell_fact(fact.modality.value, is_negated=fact.negated, note=fact.note)
        self._describe(saying.state_said(draft, sentence.words, IN_FORCE.fill(steps.said), text))
        self._announce(IN_FORCE.fill(steps.said))

    def _words(self, draft: Draft, selected: Range | None) -> None:
        steps, text = self._steps, self._session.text
        found = steps.candidates()
        shown = SignRow(
            text,
            steps.sentence.bounds,
            tuple(found),
            frozenset(one.bounds for one in found if one.fits(draft.role)),
            frozenset(taken(draft)),
            draft.fact.trigger,
            selected,
            steps.pressed,
        )
        said = {one.bounds: saying.candidate_said(one, draft, text) for one in found}
        self._strip.words.tell(shown, said)
        if steps.sentence.choice and selected:
            self._strip.words.reveal(selected)

    def _describe(self, said: str) -> None:
        if said != self._strip.accessibleDescription():
            self._strip.setAccessibleDescription(said)

    def _announce(self, said: str) -> None:
        """Have a screen reader say what there is to say of the last step."""
        if said and said != self._announced:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._strip, said))
        self._announced = said
