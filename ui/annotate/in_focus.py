"""The words of the foot on what is in focus in Annotate: a fact, a selection, a span, or the words at the caret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from annotations.facts import Fact
from annotations.schema.languages import DEFAULT
from annotations.spans import Span, Status
from annotations.suggest.plain_doubt import times
from annotations.text.text import quoted
from models.queries.doubt.taken import times_taken
from ui.annotate.targets import focused
from ui.article.article_view import ArticleView
from ui.frame.verbs import FINISH, RELABELLING, InFocus
from ui.keys_in_force import IN_FORCE
from ui.session import Session
from ui.wording import found_by

NO_SUGGESTIONS = "Label a few, {key:suggest_here} suggests the rest"
ELSEWHERE = "The shipped rules are for English"


class Attending(QObject):
    """The look at what is in focus; `changed` comes once a turn of the event loop, however much happened."""

    changed = Signal(object)  # an InFocus

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.mode: Callable[[], InFocus | None] = lambda: (
            None
        )  # of what has the keyboard in the article's place
        self.is_all_decided: Callable[[], bool] = lambda: False  # in the article at hand
        self.asks_which_fact: Callable[[], bool] = lambda: False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(lambda: self.changed.emit(self.now()))
        for moved in (view.focus_changed, view.selection_changed, view.caret_moved):
            moved.connect(self.look)
        for moved in (session.article_opened, session.reloaded, session.edited, session.fact_focused):
            moved.connect(self.look)
        if isinstance(program := QApplication.instance(), QApplication):
            program.focusChanged.connect(self.look)  # another pane has verbs of its own

    def look(self) -> None:
        """Look again soon."""
        self._soon.start()

    def now(self) -> InFocus:
        """Return what is in focus now; no verb for facts where the project has no types of them."""
        said = self._now()
        if said.can[:1] and said.can[0].action == "next_suggestion" and self._is_to_finish():
            said = replace(said, verbs=(FINISH, *(verb for verb in said.can if verb != FINISH)))
        schema = self._session.project.schema if self._session.project else None
        if schema is None or schema.makes_facts:
            return said
        return replace(said, verbs=tuple(verb for verb in said.can if verb.action != "fact"))

    def _now(self) -> InFocus:
        session, view = self._session, self._view
        if session.article is None:
            return InFocus()
        if (mode := self.mode()) is not None:
            return mode
        fact = session.sheet.fact(session.fact_id) if session.fact_id else None
        if fact is not None:
            said = of_fact(fact, session.text)
            return replace(said, kind="which_fact") if self.asks_which_fact() else said
        if view.selection:
            return _of_words(*view.selection, session.text, kind="selection")
        if span := focused(session, view):
            return of_span(span, session.text, self._taken(span))
        said = self._at_caret()
        has_spans = session.sheet.undecided or session.sheet.confirmed
        schema = session.project.schema if session.project else None
        second = NO_SUGGESTIONS if schema is None or schema.language == DEFAULT else ELSEWHERE
        return said if has_spans else replace(said, second=IN_FORCE.fill(second))

    def _is_to_finish(self) -> bool:
        """Return whether finishing comes next: all is decided, and the article is not finished as it is."""
        session = self._session
        is_done = session.is_finished and not session.sheet.set.progress.changed
        return not is_done and self.is_all_decided()

    def _at_caret(self) -> InFocus:
        """Return the words on the span that the caret stands in without its having the focus, else on the token."""
        view, text = self._view, self._session.text
        token = view.article.tokens.at(view.caret)
        if span := view.article.span_at(view.caret):
            verbs = RELABELLING if token == (span.start, span.end) else None  # as labels' keys do
            return replace(of_span(span, text, self._taken(span)), kind="words", verbs=verbs)
        return _of_words(*token, text, kind="words") if token else InFocus("words", "", "", "")

    def _taken(self, span: Span) -> int:
        """Return how often the annotator took these words so, of a suggestion."""
        session = self._session
        if session.project is None or span.status is not Status.SUGGESTED:
            return 0
        words = session.text[span.start : span.end]
        return times_taken(session.project, words, span.label, session.annotator)


def of_span(span: Span, text: str, taken: int = 0) -> InFocus:
    """Return the words on a span, whether decided or not; `taken`: how often its wording was confirmed so."""
    quote = quoted(text, span.start, span.end)
    if span.status is Status.SUGGESTED:
        why = f"you took it {times(taken)}" if taken else f"found by {found_by(span.origin)}"
        return InFocus(
            "suggestion", f"{quote}  {span.label}, suggested", f"{_sure(span.score)}  ·  {why}", "tag"
        )
    return InFocus("span", f"{quote}  {span.label}", "confirmed", "tag")


def of_fact(fact: Fact, text: str) -> InFocus:
    """Return the words on a fact, whether decided or not."""
    quote = f" {quoted(text, *fact.trigger)}" if fact.trigger else ""
    if fact.status is Status.SUGGESTED:
        return InFocus(
            "fact",
            f"{fact.type}{quote}, suggested",
            f"{_sure(fact.score)}  ·  found by {found_by(fact.origin)}",
            "diamond",
        )
    return InFocus("made_fact", f"{fact.type}{quote}", "confirmed", "diamond")


def _sure(score: float | None) -> str:
    return f"{score:.0%} sure" if score is not None else "no score"


def _of_words(start: int, end: int, text: str, *, kind: str) -> InFocus:
    quote = quoted(text, start, end)
    count = len(text[start:end].split())
    more = "no label here" if kind == "words" else f"{count:,} word{'s' if count != 1 else ''} selected"
    return InFocus(kind, quote, more, "tag")
