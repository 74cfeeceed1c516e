"""What each key of the Annotate table does: which spans it is about, which verb, and where the focus goes.

A key acts on a selection, else on the focused span, else on the token under the caret.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from annotations import span_verbs
from annotations.sheet import Seen, touches
from annotations.span_index import SpanIndex
from annotations.spans import Span, Status, in_order
from annotations.text.text import paragraph_of
from ui.annotate.span_edits import SpanEdits
from ui.article.article_view import ArticleView
from ui.article.caret import bound_stepped
from ui.articles import next_article as going
from ui.session import Session
from ui.widgets.target import Target
from ui.wording import facts_left


class Annotating(QObject):
    """Between session and view.  `label_in_hand` is the label that Space gives, "" when there is none."""

    finish_asked = Signal(list)  # the undecided suggestions that somebody must decide on first

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self.session, self.view = session, view
        self.edits = SpanEdits(session)
        self.label_in_hand = ""
        self.label_on_selection, self.enter_moves_on = False, True
        session.article_opened.connect(self._show)
        session.reloaded.connect(self._show_again)
        session.seen.connect(self._change)
        view.bounds_dragged.connect(self.drag_bounds)
        view.selection_made.connect(self._selection_made)

    # --- deciding

    def confirm(self) -> None:
        spans = [span for span in self._targets() if span.status is Status.SUGGESTED]
        if (not spans or self.edits.confirm(spans)) and self.enter_moves_on:
            self._to_next(self._targets())

    def go_on(self) -> None:
        """To the next suggestion behind what is focused."""
        self._to_next(self._targets())

    def confirm_to_here(self) -> None:
        """Confirms what is undecided from the article's start to the focused span, or to the caret."""
        focused = self._focused()
        end = focused.end if focused else self.view.selection[1] if self.view.selection else self.view.caret
        spans = [span for span in self.session.sheet.undecided if span.end <= end]
        if spans and self.edits.confirm(spans):
            self._to_next(spans[-1:])
        elif not spans:
            self.session.noted.emit("There is nothing undecided from the start to here.")

    def reject(self) -> None:
        spans = self._targets()
        if spans and self.edits.reject(spans):
            self._to_next(spans[-1:])

    def label(self, name: str) -> None:
        """What a label's key does."""
        selection, span = self.view.selection, self._focused()
        if selection and (twin := self._undecided_at(*selection)):
            self._relabel(twin, name)
        elif selection:
            self._make(*selection, name)
        elif span:
            self._relabel(span, name)
        elif token := self.view.article.tokens.at(self.view.caret):
            self._make(*token, name)

    def label_with_hand(self) -> None:
        if self.label_in_hand:
            self.label(self.label_in_hand)
        else:
            self.session.noted.emit("There is no label in hand; click one, or press a label's key.")

    def boilerplate(self) -> None:
        """Marks the selection, else the caret's paragraph, as no article; or takes it as article again."""
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

    # --- bounds

    def move_bound(self, which: str, step: int) -> None:
        """Moves the focused span's "start" or "end" by a token; one token always stays."""
        if span := self._focused():
            self._move(span, *bound_stepped(self.view.article, (span.start, span.end), which, step))

    def take_bounds(self) -> None:
        """Gives the focused span the bounds of the selection."""
        span, selection = self._focused(), self.view.selection
        if span and selection:
            self._move(span, *selection)
        else:
            self.session.noted.emit("Focus a span and select the words that it should have.")

    def drag_bounds(self, id_: str, start: int, end: int) -> None:
        if span := self.session.sheet.get(id_):
            self._move(span, start, end)

    def _move(self, span: Span, start: int, end: int) -> None:
        if (start, end) != (span.start, span.end) and self.edits.move(span, start, end):
            self._focus(span.id)

    # --- going

    def next_suggestion(self, step: int) -> None:
        """The next suggestion of the article; behind the last, the next article that has one."""
        if span := self._beside(self.session.sheet.undecided, step):
            self._focus(span.id)
        elif id_ := going.next_undecided(self.session, step):
            self.session.open_article(id_)
            undecided = list(self.session.sheet.undecided)
            if undecided:
                self._focus(undecided[0 if step > 0 else -1].id)
        elif undecided := list(self.session.sheet.undecided):
            self._focus(undecided[0 if step > 0 else -1].id)
        else:
            self.session.noted.emit(f"There are no suggestions left to decide{going.among(self.session)}.")

    def next_span(self, step: int) -> None:
        """The next span of any status, round the article's end."""
        indexes, end = (self.session.sheet.confirmed, self.session.sheet.undecided), len(self.view.text)
        beside = [self._beside(index, step) for index in indexes]
        round_ = [index.from_place(0) if step > 0 else index.to_place(end) for index in indexes]
        if found := list(filter(None, beside)) or list(filter(None, round_)):
            self._focus((min if step > 0 else max)(found, key=in_order).id)

    def next_article(self, step: int) -> None:
        if id_ := going.beside(self.session, step):
            self.session.open_article(id_)
        else:
            place = "last" if step > 0 else "first"
            self.session.noted.emit(f"This is the {place} article{going.among(self.session)}.")

    def go(self, to: Target) -> None:
        """Shows the place: the span there in focus, else its words selected.  The keyboard goes to the text."""
        if not going.open_article(self.session, to.article):
            return
        if to.item is not None and to.item in self.view.spans:
            self.view.set_focus(to.item)
        else:
            self.view.set_selection(to.start, to.end)
            self.view.reveal(to.start)
        self.view.setFocus()

    # --- finishing

    def finish(self) -> None:
        """Finishes the article, or asks first what becomes of the undecided suggestions."""
        if self.session.article is None:
            return
        if undecided := list(self.session.sheet.undecided):
            self.finish_asked.emit(undecided)
        else:
            self.finish_with()

    def finish_with(self, *, confirm: list[Span] | None = None, reject: list[Span] | None = None) -> None:
        """Finishes, deciding those suggestions in the same edit, and goes to the next unfinished article."""
        was_finished = self.session.is_finished and not self.session.sheet.set.progress.changed
        facts = self.session.sheet.undecided_facts()
        if self.edits.finish(confirm=confirm or (), reject=reject or ()) or was_finished:
            self.to_next_open()
            if facts:
                self.session.noted.emit(f"Finished; {facts_left(len(facts))} in the article before.")

    def to_next_open(self) -> None:
        """The next article that is neither finished nor skipped."""
        if id_ := going.next_open(self.session):
            self.session.open_article(id_)
        else:
            self.session.noted.emit(f"Every article is finished{going.among(self.session)}.")

    def toggle_topic(self, name: str) -> None:
        words = "take away" if name in self.session.sheet.set.topics else "set"
        self.session.do(f"{words} topic {name}", [], lambda at: span_verbs.toggle_topic(at, name))

    def copy(self) -> None:
        span = self._focused()
        bounds = self.view.selection or ((span.start, span.end) if span else None)
        if bounds:
            QGuiApplication.clipboard().setText(self.view.text[slice(*bounds)])

    def leave(self) -> None:
        """Drops the selection; then the focus on a span; then that on a fact."""
        if self.view.selection:
            self.view.clear_selection()
        elif self.view.focus_id and self.view.hasFocus():
            self.view.set_focus(None)
        else:
            self.session.focus_fact(None)
        self.view.setFocus()

    # --- which spans, and what is shown

    def _targets(self) -> list[Span]:
        selection, focused = self.view.selection, self._focused()
        if selection:
            within = (s for s in self.session.sheet if selection[0] <= s.start and s.end <= selection[1])
            return sorted(within, key=lambda span: span.start)
        return [focused] if focused else []

    def _focused(self) -> Span | None:
        return self.session.sheet.get(self.view.focus_id) if self.view.focus_id else None

    def _undecided_at(self, start: int, end: int) -> Span | None:
        near = self.session.sheet.undecided.overlapping(start, end)
        return next((span for span in near if (span.start, span.end) == (start, end)), None)

    def _relabel(self, span: Span, name: str) -> None:
        if span.status is Status.CONFIRMED and span.label == name:
            return
        if self.edits.relabel(span, name):
            if span.status is Status.SUGGESTED:
                self._to_next([span])
            else:
                self._focus(span.id)

    def _make(self, start: int, end: int, name: str) -> None:
        before = set(self.session.sheet.set.spans)
        if self.edits.label(start, end, name):
            made = [i for i in self.session.sheet.set.spans if i not in before and self.session.sheet.get(i)]
            if made:
                self._focus(made[0])

    def _to_next(self, after: list[Span]) -> None:
        """The next suggestion behind these spans, else the first that is left in the article."""
        undecided = self.session.sheet.undecided
        behind = undecided.after(after[-1]) if after else undecided.from_place(self.view.caret)
        if span := behind or next(iter(undecided), None):
            self._focus(span.id)
        else:
            self.session.noted.emit("Nothing is left to decide here; Ctrl+Enter finishes the article.")

    def _beside(self, spans: SpanIndex, step: int) -> Span | None:
        focused = self._focused()
        if focused:
            return spans.after(focused) if step > 0 else spans.before(focused)
        return spans.from_place(self.view.caret) if step > 0 else spans.to_place(self.view.caret)

    def _focus(self, id_: str) -> None:
        if id_ in self.view.spans:
            self.view.set_focus(id_)

    def _show(self) -> None:
        boilerplate = self.session.sheet.boilerplate
        gc.unfreeze()
        self.view.article.hints = self.session.sheet.hints()
        self.view.set_article(self.session.text, list(self.session.sheet), list(boilerplate))
        gc.freeze()  # a full collection over a large article takes 15 ms, which would be felt in a scroll

    def _show_again(self) -> None:
        """The same article with other spans: place and focus stay."""
        old, new = self.view.spans, {span.id: span for span in self.session.sheet}
        self.view.change_spans(
            [id_ for id_, span in old.items() if new.get(id_) != span],
            [span for id_, span in new.items() if old.get(id_) != span],
        )
        self.view.article.hints = self.session.sheet.hints()
        self.view.set_boilerplate(self.session.sheet.boilerplate)

    def _change(self, seen: Seen) -> None:
        self.view.change_spans(seen.removed, seen.added)
        if seen.boilerplate:
            self.view.set_boilerplate(self.session.sheet.boilerplate)

    def _selection_made(self, start: int, end: int) -> None:
        if self.label_on_selection and self.label_in_hand and not self.view.drags_spans:
            self.label(self.label_in_hand)
