"""Going: from stop to stop, from article to article, and to a place that somebody points at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from annotations.facts import Fact
from annotations.spans import Span
from annotations.stops import AFTER_SENTENCE, NOT, SentencePlaces, Stop, Stops, hint_beside, place_of
from ui.annotate.targets import focused, targets
from ui.article.article_view import ArticleView
from ui.articles import next_article
from ui.facts.fact_place import fact_in_focus
from ui.session import Session
from ui.widgets.target import Target


class Going(QObject):
    """The moves of the focus; where there is nothing to go to, a notice says so.

    `stops_at_hints`: the places where a name may be missing are stops between the suggestions.
    """

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.facts_in_path = AFTER_SENTENCE
        self.stops_at_hints = False
        self._places = SentencePlaces("")

    def go_on(self) -> None:
        """Go to the next stop after what is selected or focused."""
        self.to_next(targets(self._session, self._view))

    def next_suggestion(self, step: int) -> None:
        """Go to the next stop of the article; after the last, to the next article that has one."""
        stops, here = self._stops(), self._here(step)
        stop = stops.beside(here, step)
        if self._stop_at_hint(stops, here, step, stop):
            return
        if stop:
            self._stop_at(stop)
            return
        if id_ := next_article.next_undecided(self._session, step, facts=self.has_facts):
            self._session.open_article(id_)
        if stop := self._stops().first(step):
            self._stop_at(stop)
        else:
            self._session.noted.emit(
                f"There are no suggestions left to decide{next_article.among(self._session)}."
            )

    def next_seen(self, step: int) -> None:
        """Go to the next span or fact of any status, from the article's end on to its start."""
        if stop := self._stops().seen_beside(self._at(), step):
            self._stop_at(stop)

    def next_article(self, step: int) -> None:
        if id_ := next_article.beside(self._session, step):
            self._session.open_article(id_)
        else:
            place = "last" if step > 0 else "first"
            self._session.noted.emit(f"This is the {place} article{next_article.among(self._session)}.")

    def go(self, to: Target) -> None:
        """Show the place: focus its span, else select its words.  The keyboard goes to the text."""
        if not next_article.open_article(self._session, to.article):
            return
        if to.item is not None and to.item in self._view.spans:
            self._view.set_focus(to.item)
        else:
            self._view.set_selection(to.start, to.end)
            self._view.reveal(to.start)
        self._view.setFocus()

    def to_next_open(self) -> None:
        """Open the next article that is neither finished nor skipped."""
        if id_ := next_article.next_open(self._session):
            self._session.open_article(id_)
        else:
            self._session.noted.emit(f"Every article is finished{next_article.among(self._session)}.")

    def to_next(self, after: Sequence[Stop]) -> None:
        """Go to the next stop after these, else to the first that is left in the article."""
        stops, here = self._stops(), after[-1] if after else self._view.caret
        behind = stops.beside(here)
        if self._stop_at_hint(stops, here, 1, behind):
            return
        if stop := behind or stops.first():
            self._stop_at(stop)
        else:
            more = "." if self._session.is_finished else "; {key:finish} finishes the article."
            self._session.noted.emit(f"Nothing is left to decide here{more}")

    def to_sentence_of(self, fact: Fact) -> None:
        """Focus a span of the fact's sentence, an undecided one first."""
        if span := self._stops().span_of_sentence(place_of(fact)):
            self.focus(span.id)

    def undecided_to(self, here: Fact | int) -> tuple[list[Span], list[Fact]]:
        """Return the undecided spans and facts from the article's start to the fact, or to the place in the text."""
        return self._stops().up_to(here)

    def focus(self, id_: str) -> None:
        if id_ in self._view.spans:
            self._view.set_focus(id_)

    def _stop_at(self, stop: Stop) -> None:
        if isinstance(stop, Fact):
            self._session.focus_fact(stop.id)
        else:
            self.focus(stop.id)

    def _stop_at_hint(self, stops: Stops, here: Stop | int, step: int, stop: Stop | None) -> bool:
        """Select the hint that comes ahead of the next other stop, if any; return whether there is one."""
        if not self.stops_at_hints:
            return False
        at = stops.reached(here)
        if isinstance(here, int) and self._view.selection:
            at = self._view.selection[0] + (step > 0)
        elif not isinstance(here, int):
            at += step > 0
        until = None if stop is None else stops.reached(stop)
        hint = hint_beside(self._session.sheet.hints(), at, step, until)
        if hint:
            self._session.focus_fact(None)
            self._view.set_caret(hint[0])
            self._view.set_selection(*hint)
        return hint is not None

    @property
    def has_facts(self) -> bool:
        """Return whether facts are stops in the project that is open."""
        project = self._session.project
        return project is not None and bool(project.schema.facts) and self.facts_in_path != NOT

    @property
    def is_all_decided(self) -> bool:
        """Return whether something was decided in the article, and no stop is left in it."""
        mine = self._session.sheet.set
        return bool(mine.spans or mine.facts) and self._stops().first() is None

    def _stops(self) -> Stops:
        session = self._session
        if self._places.text is not session.text:
            self._places = SentencePlaces(session.text)
        return Stops(session.sheet, self._places, self.facts_in_path if self.has_facts else NOT)

    def _at(self) -> Stop | int:
        """Return the fact or span in focus, else the place of the caret."""
        fact = fact_in_focus(self._session)
        return fact or focused(self._session, self._view) or self._view.caret

    def _here(self, step: int) -> Stop | int:
        """Return where a step begins: a caret put at the article's start is before what begins there."""
        is_before = step > 0 and self._view.place.is_put and self._view.caret == 0
        return 0 if is_before and self._session.fact_id is None else self._at()
