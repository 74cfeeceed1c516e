"""Words pointed at while a fact is built: selected in the strip or in the article, or dragged onto a role."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint

from annotations.fact_draft import Draft, Range
from annotations.fact_signs import SignedWords
from annotations.facts import Filler
from annotations.text.text import trim
from ui.article.article_view import ArticleView
from ui.building.steps import FactSteps
from ui.building.strip import BuilderStrip
from ui.building.writing import Workplace
from ui.session import Session


class WordPointing(QObject):
    """The words selected or clicked just now, and the boxes that the mouse carries."""

    def __init__(
        self, session: Session, at: Workplace, view: ArticleView, strip: BuilderStrip, steps: FactSteps
    ) -> None:
        super().__init__(view)
        self._session, self._at, self._view, self._strip, self._steps = session, at, view, strip, steps
        self._before: Draft | None = None  # what the last click in the article changed
        strip.words.selected.connect(self._select)
        strip.words.carried.connect(self._carry)
        view.span_dragged.connect(self._drag)
        view.words_clicked.connect(self._click)
        view.selection_changed.connect(self._look)

    def selected(self) -> Range | None:
        """Return the words selected in the strip, else in the article, without blanks at their ends."""
        if chosen := self._steps.sentence.chosen:
            return chosen
        return trim(self._session.text, *self._view.selection) if self._view.selection else None

    def step(self, step: int, *, extends: bool = False) -> None:
        """Select the next word to the right (1) or to the left (-1), or up to it."""
        if self._steps.draft:
            self._view.clear_selection()
            words = self._strip.words
            self._steps.select(words.tokens(), -step if words.right_to_left else step, extends=extends)

    def stretch(self, step: int) -> None:
        """Select up to the next word to the right (1) or to the left (-1)."""
        self.step(step, extends=True)

    def go(self, step: int) -> None:
        """Go to the sentence after (1) or before (-1), in the article too."""
        self._steps.go(step)
        if self._steps.draft:
            self._view.reveal(self._steps.sentence.bounds[0])

    def _click(self, place: int, is_double: bool) -> None:
        """Take the words clicked in the article, as those of the strip are; a double click selects its word alone."""
        steps, before = self._steps, self._before
        self._before = None
        if steps.draft is None:
            return
        if is_double:
            if before and steps.draft.before is before:
                steps.back()
            return
        began = steps.draft
        if not steps.sentence.bounds[0] <= place < steps.sentence.bounds[1]:
            steps.go_to(place)
        if one := steps.sentence.at(place):
            steps.press(one)
        elif word := self._view.article.tokens.at(place):
            steps.choose(word)
        self._before = began

    def _select(self, bounds: Range) -> None:
        self._view.clear_selection()
        self._steps.choose(bounds)

    def _look(self) -> None:
        """Look at what is selected in the article; it goes before what was selected in the strip."""
        if self._steps.draft:
            self._steps.choose(None if self._view.selection else self._steps.sentence.chosen)

    def _carry(self, one: SignedWords, on_screen: QPoint, dropped: bool) -> None:
        """Follow a candidate that is held over the tabs, and take it where it is let go."""
        self._hold(one, on_screen, dropped=dropped)

    def _drag(self, id_: str, on_screen: QPoint, dropped: bool) -> None:
        """Follow a span of the article that is held over the tabs, and take it where it is let go."""
        if (drawn := self._view.spans.get(id_)) is None:
            return
        span, sheet = self._at.sheet.get(id_), self._at.sheet
        alike = (
            s
            for s in sheet.confirmed.overlapping(drawn.start, drawn.end)
            if (s.start, s.end) == (drawn.start, drawn.end)
        )
        spans = (span,) if span else tuple(alike)  # a review draws them under ids of its own
        self._hold(SignedWords(drawn.start, drawn.end, spans), on_screen, dropped=dropped)

    def _hold(self, one: SignedWords, on_screen: QPoint, *, dropped: bool) -> None:
        tab = self._strip.tabs.at(on_screen) if self._steps.draft else None
        self._strip.tabs.point_out(None if dropped else tab)
        if dropped and tab is not None:
            self._steps.hand(tab)
            draft = self._steps.draft
            if draft and not any((there.start, there.end) == one.bounds for there in draft.there):
                self._steps.take(one.filler(draft.role) if draft.role else Filler(*one.bounds))
