"""Building a fact: between the strip, the article and the session.

While the strip is open it has the article's keyboard; nothing is written before somebody is done, which writes one
edit.  What was taken when somebody left comes back by undoing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter

from PySide6.QtCore import QObject, Signal

from annotations import fact_draft as drafts
from annotations.fact_draft import Draft, Range
from annotations.facts import Fact
from annotations.text.text import trim
from ui.article.article_view import ArticleView
from ui.building import saying
from ui.building.builder_keys import DOES, VERBS
from ui.building.pointing import WordPointing
from ui.building.steps import FactSteps
from ui.building.strip import BuilderStrip
from ui.building.taken_back import LeftBehind, TakingBack
from ui.building.telling import StripTelling
from ui.building.type_choice import TypeChoice
from ui.building.verbs import choosing, in_focus
from ui.building.writing import OwnWork, Workplace
from ui.facts.fact_marks import FactMarks
from ui.facts.fact_place import nearby, words_in_hand
from ui.facts.fact_words import marked
from ui.frame.verbs import InFocus
from ui.session import Session


class Building(QObject):
    """The fact builder: opened by a key, left by a key; `changed` whenever it shows something else.

    `draft` is None while there is no fact in hand or its type is still to be chosen.
    """

    changed = Signal()

    def __init__(
        self, session: Session, view: ArticleView, strip: BuilderStrip, at: Workplace | None = None
    ) -> None:
        super().__init__(view)
        self.session, self.view, self.strip = session, view, strip
        self._at = at or OwnWork(session)
        self.steps = FactSteps(session, self._at, self)
        self.pointing = WordPointing(session, self._at, view, strip, self.steps)
        self._telling = StripTelling(session, self._at, strip, self.steps)
        self._marks = FactMarks(view)
        self.choice = TypeChoice(self)
        self._was: Fact | None = None  # the fact as it was, when it existed before
        self._is_twin = False  # it was found by trigger and type
        self._taking_back = TakingBack(session, view, self.steps, lambda: self.is_open, self._bring_back)
        self._connect()

    def _connect(self) -> None:
        strip, session, steps = self.strip, self.session, self.steps
        strip.pressed.connect(self._press_key)
        strip.typed.connect(self._type_character)
        strip.types.chosen.connect(self._choose_type)
        strip.tabs.chosen.connect(steps.hand)
        strip.words.pressed.connect(steps.press)
        strip.hint.used.connect(self.done)
        strip.hint.stepped.connect(self.pointing.go)
        strip.hint.turned.connect(steps.turn_modality)
        strip.hint.negated.connect(steps.negate)
        strip.hint.noting.connect(self.begin_note)
        steps.changed.connect(self._show)
        self.choice.changed.connect(self._show)
        session.article_opened.connect(self.leave)
        for ended in (session.schema_changed, session.project_closed):
            ended.connect(self._close)
            ended.connect(self._taking_back.forget)
        session.fact_focused.connect(self._show)
        for seen in (session.reloaded, session.seen):
            seen.connect(steps.look)
        session.edited.connect(self._taking_back.forget)
        self._show()

    @property
    def draft(self) -> Draft | None:
        return self.steps.draft

    @property
    def is_open(self) -> bool:
        return not self.strip.isHidden()

    # --- beginning and ending

    def start(self, key: str = "") -> None:
        """Open the strip with the types of a new fact, that of the trigger at the caret first; `key`: take its type."""
        project = self.session.project
        if project is None or self.session.article is None or self.is_open:
            return
        types = [type_ for type_ in project.schema.facts.values() if not type_.archived]
        if not types:
            self.session.noted.emit(saying.NO_TYPES)
            return
        at = words_in_hand(self._at.sheet, self.view)
        self.choice.begin(drafts.types_at(types, nearby(self.session, self._at.sheet, at), at))
        self._open(at)
        self._show()
        self._type_character(key)

    def change(self, fact_id: str, role: str | None = None) -> None:
        """Open the strip with a fact that is there, at that role or at the first that is needed and open."""
        fact, project = self._at.sheet.fact(fact_id), self.session.project
        if fact is None or project is None or self.is_open:
            return
        type_ = project.schema.facts.get(fact.type)
        if type_ is None:
            self.session.noted.emit(saying.NO_TYPE.format(name=fact.type))
            return
        self.view.clear_selection()
        at = fact.place
        self._open(at)
        self._resume(fact, drafts.resumed(fact, type_, role), at)

    def start_on(self, role: str = "") -> None:
        """Open the strip with the fact in focus: see `change`."""
        if self.session.fact_id:
            self.change(self.session.fact_id, role or None)

    def done(self) -> None:
        """Take what is selected, else the type in hand; else write the fact, unless a needed role is to be asked for."""
        has_trigger = self._was is None or self._was.trigger is not None
        if self.draft is None:
            self._choose_type(self.choice.hand)
        elif self.strip.hint.is_noting:
            self._end_note(keeps=True)
        elif bounds := self.pointing.selected():
            self.view.clear_selection()
            self.steps.use(bounds)
        elif not self.steps.asks(has_trigger=has_trigger) and self._at.take(self.draft.fact, self._was):
            made = self.draft.fact
            self._close()  # first, for the fact in focus is shown only while none is built
            self._at.end(made)

    def escape(self) -> None:
        """Leave the line for a note, else the builder."""
        if self.strip.hint.is_noting:
            self._end_note(keeps=False)
        else:
            self.leave()

    def leave(self) -> None:
        """Close the strip with nothing changed; undoing brings back what was taken."""
        draft, was, at = self.draft, self._was, self.steps.sentence.bounds
        self._close()
        self._taking_back.keep(draft, was, at)

    def _bring_back(self, left: LeftBehind) -> None:
        self._open(left.at)
        self._was = left.was
        self.steps.begin(left.draft, left.at)

    def make_second(self) -> None:
        """Begin a second fact with the trigger and type of the one that was found."""
        if self.draft and self._is_twin:
            fact = self.draft.fact
            self._is_twin, self._was = False, None
            draft = drafts.begun(self.draft.type, fact.trigger, by=self.session.annotator)
            self.steps.begin(draft, fact.trigger or self.steps.sentence.bounds)

    def _open(self, at: Range) -> None:
        """Open the strip, which takes the article's keyboard, and keep the place in view."""
        self._taking_back.begin()
        self.strip.show()
        self.view.drags_spans = True
        self.view.setFocusProxy(self.strip)  # the article keeps its caret, the strip has the keys
        self.strip.setFocus()
        if (pane := self.strip.parentWidget()) and (layout := pane.layout()):
            layout.activate()  # the strip takes room from the article
        self.view.reveal(at[0])

    def _close(self) -> None:
        if self.is_open:
            self._end_note(keeps=False)
            had_keyboard = self.strip.hasFocus()
            # PySide's stub does not know that None takes the proxy away.
            self.view.setFocusProxy(None)  # type: ignore[arg-type]
            self.view.drags_spans = False
            if had_keyboard:
                self.view.setFocus()  # first, for hiding would give it to whatever is next
            self.strip.hide()
        self._was, self._is_twin = None, False
        self.choice.end()
        self.steps.end()
        self._show()

    # --- the type

    def _choose_type(self, n: int) -> None:
        """Begin a fact of that type, or change the one that has it and the trigger."""
        if self.draft or n >= len(self.choice.types):
            return
        self.choice.end()
        type_ = self.choice.types[n]
        at, selection = words_in_hand(self._at.sheet, self.view), self.view.selection
        around = nearby(self.session, self._at.sheet, at)
        trigger = trim(around.text, *selection) if selection else drafts.trigger_of(type_, around, at)
        self.view.clear_selection()
        draft = drafts.begun(type_, trigger, by=self.session.annotator)
        if twin := drafts.the_same(self._at.sheet.facts(), draft):
            self._is_twin = True
            self._resume(twin, drafts.resumed(twin, type_), at, saying.TWIN)
        else:
            self.steps.begin(draft, trigger or at, "" if trigger else saying.NO_TRIGGER)

    def _resume(self, fact: Fact, draft: Draft, at: Range, said: str = "") -> None:
        self._was = fact
        self.steps.begin(draft, fact.trigger or at, said)

    # --- keys

    def _press_key(self, name: str, place: int) -> None:
        if self.strip.hint.is_noting and name in ("fact_on", "fact_back_on"):
            self._end_note(keeps=True)
        if name == "fact_empty" and self.draft is None:
            self.choice.shorten()
            return
        path, *given = DOES[name][min(place, len(DOES[name]) - 1)]
        attrgetter(path)(self)(*given)

    def _type_character(self, character: str) -> None:
        if self.draft:
            self.steps.sign(character)
            return
        if (keyed := self.choice.keyed(character)) is None:
            self.choice.type(character)
        else:
            self._choose_type(keyed)

    def next_role(self, step: int = 1) -> None:
        """Go to the next role, or while there is none to the next type; -1: to the one before."""
        if self.draft:
            self.steps.role(step)
        else:
            self.choice.go(step)

    def arrow(self, step: int) -> None:
        """Select the word to the right (1) or left (-1); while the type is to be chosen go to the one beside."""
        if self.draft:
            self.pointing.step(step)
        else:
            self.next_role(step)

    def begin_note(self) -> None:
        """Give the keyboard to a line for the fact's note."""
        if self.draft:
            self.strip.hint.begin_note(self.draft.fact.note)

    def _end_note(self, *, keeps: bool) -> None:
        if self.strip.hint.is_noting:
            self.strip.setFocus()
            note = self.strip.hint.end_note()
            if keeps:
                self.steps.note(note)

    # --- what is shown

    def does(self) -> dict[str, Callable[[], object]]:
        """Return what the verbs of the foot do, by their names."""
        return {verb: partial(self._press_key, *key) for verb, key in VERBS.items()}

    def in_focus(self) -> InFocus | None:
        """Return what the foot says while the strip is open; None while it is not."""
        if not self.is_open:
            return None
        if self.draft is None:
            return choosing(saying.WHICH, saying.how_chosen(self.choice.types))
        first = saying.first_line(self.draft.fact, self.session.text, is_new=self._was is None)
        return in_focus(first, has_trigger=self.draft.fact.trigger is not None)

    def _show(self) -> None:
        draft = self.draft
        if self.is_open and draft:
            self._telling.fact(draft, self.pointing.selected())
        elif self.is_open:
            self._telling.types(self.choice)
        self._marks.show(marked(draft.fact if draft else self._at.in_focus()))
        self.changed.emit()
