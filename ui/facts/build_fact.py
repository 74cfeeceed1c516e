"""Building a fact by keys: between the strip, the article and the session.

While the strip is open it has the article's keyboard; nothing is written before Enter, which writes one edit.
The fact in focus, or the one being built, is what the article shows marked.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint

from annotations import fact_draft as drafts
from annotations.errors import STALE, StaleEdit
from annotations.fact_draft import Draft, Offer
from annotations.fact_verbs import change_fact
from annotations.facts import Fact, Filler
from annotations.schema.types import FactType
from annotations.sets import AnnotationSet
from annotations.spans import Status
from annotations.text.text import trim
from ui.annotate.targets import focused
from ui.article.article_view import ArticleView
from ui.facts import fact_words as wording
from ui.facts.fact_bar import FactBar
from ui.facts.fact_marks import FactMarks
from ui.facts.fact_place import fact_in_focus, fact_meant, nearby, words_in_hand
from ui.session import Session
from ui.wording import called

VERBS = {Status.CONFIRMED: "change ", Status.SUGGESTED: "confirm "}  # of a fact that existed before


class Building(QObject):
    """The steps of building a fact; `draft` is None while there is none or its type is still to be chosen."""

    def __init__(self, session: Session, view: ArticleView, bar: FactBar) -> None:
        super().__init__(view)
        self.session, self.view, self.bar = session, view, bar
        self.draft: Draft | None = None
        self._types: list[FactType] = []
        self._type = 0  # the place of the one in hand
        self._was: Fact | None = None  # the fact as it was, when it existed before
        self._offer, self._page = Offer(), 0
        self._marks = FactMarks(view)
        view.span_dragged.connect(self._drag)
        self._connect()

    def _connect(self) -> None:
        bar, session = self.bar, self.session
        bar.move_caret_by(self.view.move_caret)
        bar.typed.connect(self._type_character)
        bar.stepped.connect(self._step)
        bar.done.connect(self.done)
        bar.back.connect(self.back)
        bar.more.connect(self._more)
        bar.emptied.connect(self._empty)
        bar.slots.chosen.connect(self._choose_slot)
        bar.offers.chosen.connect(self._choose_offered)
        session.article_opened.connect(self._leave)
        session.schema_changed.connect(self._leave)
        for changed in (session.fact_focused, session.reloaded, session.seen):
            changed.connect(self._refresh)

    # --- beginning and ending

    def start(self) -> None:
        """Open the strip: with the fact in focus, if that is meant, else with the types of a new one."""
        project = self.session.project
        if project is None or self.session.article is None or not self.bar.isHidden():
            return
        self._types = [type_ for type_ in project.schema.facts.values() if not type_.archived]
        fact = fact_meant(self.session, self.view)
        type_ = project.schema.facts.get(fact.type) if fact else None
        if not self._types and type_ is None:
            self.session.noted.emit("The schema has no fact types; Edit, Schema adds some.")
            return
        self._was, self._type = (fact if type_ else None), 0
        self.bar.show()
        self.view.drags_spans = True
        self.view.setFocusProxy(self.bar)  # the article keeps its caret, the strip has the keys
        self.bar.setFocus()
        at = words_in_hand(self.session, self.view)[0]
        if fact and type_:
            self.view.clear_selection()
        self._become(drafts.resumed(fact, type_) if fact and type_ else None)
        if (pane := self.bar.parentWidget()) and (layout := pane.layout()):
            layout.activate()  # the strip takes room from the article
        self.view.reveal(at)

    def change(self, id_: str, role: str = "") -> None:
        """Open the strip with that fact, at the role of that name if it has one."""
        self.session.focus_fact(id_)
        if fact := fact_in_focus(self.session):
            self.view.set_caret((fact.trigger or fact.ranges()[0])[0])
            self.start()
        names = list(self.draft.type.roles) if self.draft else []
        if self.draft and role in names:
            self._choose_slot(names.index(role))

    def done(self) -> None:
        """Take what is selected, else the type in hand, else write the fact."""
        if self.draft is None:
            self._choose_slot(self._type)
        elif self.view.selection:
            self._take_selection()
        elif self._write(self.draft):
            self.session.focus_fact(self.draft.fact.id)
            self._leave()

    def back(self) -> None:
        """Go a step back; from the first step, out of the strip with nothing changed."""
        if self.view.selection and self.draft:
            self.view.clear_selection()
        elif self.draft and (self.draft.before or not self._was):
            self._become(self.draft.before)
        else:
            self._leave()

    def _write(self, draft: Draft) -> bool:
        """Write one edit with the fact and those of its fillers that were undecided."""
        fact, was, sheet = draft.fact, self._was, self.session.sheet
        if fact == was and was.status is Status.CONFIRMED:
            return True
        undecided = drafts.undecided_in(fact, filter(None, map(sheet.undecided.get, fact.span_ids())))
        stored = was if was and was.status is Status.CONFIRMED else None

        def change(to: AnnotationSet) -> AnnotationSet:
            if to.facts.get(fact.id) != stored:
                raise StaleEdit(STALE.format(verb="it"))
            return change_fact(to, fact, undecided)

        if fact.is_empty() and not was:
            self.session.noted.emit(
                "A fact needs a trigger or a filler in the text; take one, or press {key:fact_leave}."
            )
            return False
        held = fact if not fact.is_empty() else was or fact
        verb = (VERBS[was.status] if was else "") + called(held, self.session.text)
        return self.session.do(verb, [], change, about=undecided)

    def _leave(self) -> None:
        if not self.bar.isHidden():
            had_keyboard = self.bar.hasFocus()
            # PySide's stub does not know that None takes the proxy away.
            self.view.setFocusProxy(None)  # type: ignore[arg-type]
            self.view.drags_spans = False
            self.bar.hide()
            if had_keyboard:
                self.view.setFocus()
        self.draft = self._was = None
        self._refresh()

    # --- the steps

    def _become(self, draft: Draft | None) -> None:
        if draft is None or self.draft is None or draft.hand != self.draft.hand:
            self._page = 0
        self.draft = draft
        self._refresh()

    def _type_character(self, character: str) -> None:
        if self.draft is None:
            place = next((n for n, type_ in enumerate(self._types) if type_.key == character), None)
            if place is not None:
                self._choose_slot(place)
        elif character == "0":
            self._turn()
        elif character.isdecimal():
            self._take_offered(int(character) - 1)

    def _choose_slot(self, n: int) -> None:
        """Take a type in hand, while there is none; else a role, or the trigger."""
        if self.draft:
            self._become(drafts.in_hand(self.draft, (n + 1) % (len(self.draft.type.roles) + 1)))
        elif n < len(self._types):
            self._type = n
            self._begin(self._types[n])

    def _begin(self, type_: FactType) -> None:
        at, selection = words_in_hand(self.session, self.view), self.view.selection
        around = nearby(self.session, at)
        trigger = trim(around.text, *selection) if selection else drafts.trigger_of(type_, around, at)
        span = None if selection else focused(self.session, self.view)
        near = (span.start, span.end) if span else trigger or at
        self.view.clear_selection()
        self._become(drafts.begun(type_, near, trigger, by=self.session.annotator))

    def _step(self, step: int) -> None:
        if self.draft:
            self._become(drafts.beside(self.draft, step))
        else:
            self._type = (self._type + step) % len(self._types)
            self._refresh()

    def _more(self) -> None:
        if self.draft:
            self._become(drafts.one_more(self.draft))
            if self.view.selection:
                self._take_selection()

    def _empty(self) -> None:
        if self.draft:
            self._become(drafts.dropped(self.draft))

    def _take_offered(self, n: int) -> None:
        if self.draft and n < len(self._offer.fillers):
            self._take(self._offer.fillers[n])

    def _choose_offered(self, n: int) -> None:
        """Take the offer that was clicked; the chip after the offers shows the next page."""
        if n < len(self._offer.fillers):
            self._take_offered(n)
        else:
            self._turn()

    def _turn(self) -> None:
        """Offer the next nine for the digits; after the last come the first again."""
        if self._offer.has_more:
            self._page += 1
            self._refresh()

    def _take_selection(self) -> None:
        """Take what is selected, as the span with those bounds or as a bare range."""
        if self.draft and (bounds := trim(self.view.text, *(self.view.selection or (0, 0)))):
            self._take(drafts.as_filler(self.draft, nearby(self.session, bounds), bounds))

    def _take(self, filler: Filler) -> None:
        if self.draft:
            self.view.clear_selection()
            self._become(drafts.take(self.draft, filler, nearby(self.session, (filler.start, filler.end))))

    def _drag(self, id_: str, on_screen: QPoint, dropped: bool) -> None:
        """Follow a span that is held over the strip, and take it when it is let go there."""
        slot, span = self.bar.slots.at(on_screen), self.session.sheet.get(id_)
        self.bar.slots.point_out(None if dropped else slot)
        if dropped and self.draft and slot is not None and span:
            self._choose_slot(slot)
            if any(filler.span == id_ for filler in self.draft.there):
                return
            self._become(drafts.one_more(self.draft))
            self._take(Filler(span.start, span.end, span.id))

    # --- what is shown

    def _refresh(self, *_: object) -> None:
        self._offer = Offer()
        if not self.bar.isHidden():
            self._tell()
        draft = self.draft
        fact = draft.fact if draft else fact_in_focus(self.session)
        numbered = [(filler.start, filler.end) for filler in self._offer.fillers]
        self._marks.show(wording.marked(fact, numbered))

    def _tell(self) -> None:
        if self.draft is None:
            self.bar.tell(wording.WHICH, wording.types(self._types, self._type), (), wording.TYPES_HINT)
            return
        text = self.session.text
        self._offer = drafts.offered(self.draft, nearby(self.session, self.draft.near), self._page)
        offers = wording.offers(self._offer, self.draft, self.session.sheet, text)
        self.bar.tell(wording.head(self.draft, text), wording.slots(self.draft, text), offers, wording.HINT)
