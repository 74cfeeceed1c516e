"""The keys that annotate: each finds its spans, does one edit, and says which span is in focus then.

A key acts on a selection, else on the fact or span in focus, else on the token under the caret.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from annotations import span_verbs
from annotations.sheet import touches
from annotations.spans import Span, Status
from annotations.text.text import paragraph_of, trim
from ui.annotate.bounds import SpanBounds
from ui.annotate.go import Going
from ui.annotate.show import Showing
from ui.annotate.span_edits import SpanEdits
from ui.annotate.targets import focused, targets
from ui.article.article_view import ArticleView
from ui.facts.fact_keys import FactKeys
from ui.session import Session
from ui.wording import facts_left, spans_and_facts


class Annotating(QObject):
    """The annotator's keys for spans and boilerplate; its parts move bounds and focus, and show the article.

    `label_in_hand` is the label that Space gives, "" when there is none.
    """

    def __init__(self, session: Session, view: ArticleView, going: Going, facts: FactKeys) -> None:
        super().__init__(view)
        self.session, self.view, self.going, self.facts = session, view, going, facts
        self.edits = SpanEdits(session)
        self.bounds = SpanBounds(session, view, self.edits, self.going)
        self.showing = Showing(session, view)
        self.label_in_hand = ""
        self.label_on_selection, self.enter_moves_on = False, True
        view.selection_made.connect(self._selection_made)

    def confirm(self) -> None:
        """Confirm the fact in focus, else the spans that the key is about, and go on."""
        if fact := self.facts.in_hand():
            if self.facts.confirm(fact) and self.enter_moves_on:
                self.going.to_next([fact])
            return
        spans = [span for span in targets(self.session, self.view) if span.status is Status.SUGGESTED]
        if (not spans or self.edits.confirm(spans)) and self.enter_moves_on:
            self.going.to_next(targets(self.session, self.view))

    def confirm_to_here(self) -> None:
        """Confirm what is undecided from the article's start to the fact or span in focus, or to the caret.

        Facts with a needed role open are left.
        """
        fact, span, selection = self.facts.in_hand(), focused(self.session, self.view), self.view.selection
        end = span.end if span else selection[1] if selection else self.view.caret
        spans, facts = self.going.undecided_to(fact or end)
        whole = self.facts.whole(facts)
        left = len(facts) - len(whole)
        if not spans and not whole:
            nothing = "There is nothing undecided from the start to here."
            self.session.noted.emit(facts_left(left) if left else nothing)
            return
        before = self._decided()
        if self.edits.confirm(spans, whole):
            here = fact or span
            self.going.to_next([here] if here else spans[-1:])
            now = self._decided()
            count = spans_and_facts(now[0] - before[0], now[1] - before[1])
            also = f" {facts_left(left)}" if left else ""
            self.session.noted.emit(f"Confirmed {count}; {{key:undo}} takes all of it back.{also}")

    def reject(self) -> None:
        """Reject or delete the fact in focus, else the spans that the key is about, and go on."""
        if fact := self.facts.in_hand():
            if self.facts.reject(fact):
                self.going.to_next([fact])
            return
        spans = targets(self.session, self.view)
        if spans and self.edits.reject(spans):
            self.going.to_next(spans[-1:])

    def label(self, name: str) -> None:
        """Give the label to the selection, else to the span in focus, else to the token under the caret.

        Words that are a span already are relabelled, decided or not.
        """
        selection, span = self.view.selection, focused(self.session, self.view)
        words = (
            trim(self.view.text, *selection) if selection else self.view.article.tokens.at(self.view.caret)
        )
        if self.facts.takes_label(name):
            return
        if selection is None and span:
            self._relabel(span, name)
        elif words and (twin := self._span_at(*words)):
            self._relabel(twin, name)
        elif bounds := selection or words:
            self._make(*bounds, name)

    def label_with_hand(self) -> None:
        if self.label_in_hand:
            self.label(self.label_in_hand)
        else:
            self.session.noted.emit("There is no current label; click one, or press a label's key.")

    def boilerplate(self) -> None:
        """Mark the selection, else the caret's paragraph, as boilerplate; or unmark what is marked there."""
        sheet, caret = self.session.sheet, self.view.caret
        bounds = self.view.selection or next((r for r in sheet.boilerplate if r[0] <= caret < r[1]), None)
        start, end = bounds or paragraph_of(self.session.text, caret)
        words = self.session.text[start:end]
        bounds = (start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
        if not words.strip():
            self.session.noted.emit("There is nothing here to mark; select some words.")
        elif touches(sheet.boilerplate, *bounds):
            self.edits.unmark_boilerplate(*bounds)
        else:
            self.edits.mark_boilerplate(*bounds)

    def toggle_topic(self, name: str) -> None:
        words = "take away" if name in self.session.sheet.set.topics else "set"
        self.session.do(f"{words} topic {name}", [], lambda at: span_verbs.toggle_topic(at, name))

    def copy(self) -> None:
        span = focused(self.session, self.view)
        bounds = self.view.selection or ((span.start, span.end) if span else None)
        if bounds:
            QGuiApplication.clipboard().setText(self.view.text[slice(*bounds)])

    def leave(self) -> None:
        """Drop the selection, else go from a fact to the spans of its sentence, else drop the focus on a span."""
        if self.view.selection:
            self.view.clear_selection()
        elif self.facts.in_hand():
            self.facts.leave()
        elif self.view.hasFocus():
            self.view.set_focus(None)
        self.view.setFocus()

    def _decided(self) -> tuple[int, int]:
        """Return how many spans and facts are confirmed."""
        sheet = self.session.sheet
        return len(sheet.confirmed), len(sheet.facts()) - len(sheet.undecided_facts())

    def _span_at(self, start: int, end: int) -> Span | None:
        """Return the span with just those bounds, an undecided one first."""
        sheet = self.session.sheet
        near = [*sheet.undecided.overlapping(start, end), *sheet.confirmed.overlapping(start, end)]
        return next((span for span in near if (span.start, span.end) == (start, end)), None)

    def _relabel(self, span: Span, name: str) -> None:
        if span.status is Status.CONFIRMED and span.label == name:
            self.going.focus(span.id)
            self.session.noted.emit(f"This is labelled {name} already.")
            return
        if self.edits.relabel(span, name):
            if span.status is Status.SUGGESTED:
                self.going.to_next([span])
            else:
                self.going.focus(span.id)

    def _make(self, start: int, end: int, name: str) -> None:
        before = set(self.session.sheet.set.spans)
        if self.edits.label(start, end, name):
            made = [i for i in self.session.sheet.set.spans if i not in before and self.session.sheet.get(i)]
            if made:
                self.going.focus(made[0])

    def _selection_made(self, start: int, end: int) -> None:
        if self.label_on_selection and self.label_in_hand and not self.view.drags_spans:
            self.label(self.label_in_hand)
