"""The words in hand as an example in a guideline: a right or a wrong one of the label, or fact type, they have."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from annotations.errors import ReadOnly, UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.schema import examples
from annotations.schema.changes import Part
from annotations.spans import Span
from annotations.text.text import quoted, trim
from ui.annotate.annotate_keys import Annotating
from ui.article.article_view import ArticleView
from ui.plain_text import menu_text
from ui.schema.guideline_writes import GuidelineWrites
from ui.session import Session

NOTHING = "Select words, or go to a span or fact: these are added to its guideline as an example."
TOO_LONG = "These are too many words for an example; select fewer."


@dataclass(frozen=True)
class InHand:
    """Words, and what they are an example of."""

    part: Part
    name: str
    start: int
    end: int


class LetterMenu(QMenu):
    """A menu that has its letters to itself: those of labels and verbs do nothing while it is open."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class Examples(QObject):
    """The adding of examples; words without a label are one of the label in hand."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        writes: GuidelineWrites,
        annotating: Annotating,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._session, self._view, self._writes, self._annotating = session, view, writes, annotating

    def offer(self) -> None:
        """Ask in a menu at the words which kind of example they are."""
        project, found = self._session.project, self.in_hand()
        if project is None:
            return
        if project.read_only or found is None:
            if project.read_only:
                self._session.failed.emit(str(ReadOnly(project.read_only, where=project.folder)))
            else:
                self._session.noted.emit(NOTHING)
            return
        menu = LetterMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = menu_text(found.name)
        first = menu.addAction(f"&Right example of {name}", partial(self.add, found, right=True))
        menu.addAction(f"&Wrong example of {name}", partial(self.add, found, right=False))
        menu.setActiveAction(first)
        at = self._view.caret_rect(found.start).bottomLeft()
        menu.popup(self._view.viewport().mapToGlobal(at))

    def in_hand(self) -> InHand | None:
        """Return what is selected, or in focus: a span with its label, a fact with its type; None for neither."""
        session, view = self._session, self._view
        if view.selection:
            words = trim(view.text, *view.selection)
            return self._of_words(*words) if words else None
        fact = session.sheet.fact(session.fact_id) if session.fact_id else None
        if fact:
            words = fact.trigger or next(iter(fact.ranges()), None)
            return InHand("facts", fact.type, *words) if words else None
        span = session.sheet.get(view.focus_id) if view.focus_id else None
        return InHand("labels", span.label, span.start, span.end) if span else None

    def add(self, hand: InHand, *, right: bool) -> None:
        """Write the words into the guideline, and say so."""
        text, kind = self._session.text, "right" if right else "wrong"
        words = quoted(text, hand.start, hand.end)
        if hand.end - hand.start > examples.LONGEST:
            self._session.noted.emit(TOO_LONG)
            return
        example = examples.example_of(text, hand.start, hand.end)
        was = self._writes.guideline(hand.part, hand.name) or ""
        after = examples.with_example(was, example, right=right)
        if after == was:
            self._session.noted.emit(f"{words} is a {kind} example of {hand.name} already.")
            return
        try:
            verb = f"{kind} example {words} of {hand.name}"
            self._writes.write(hand.part, hand.name, after, was=was, verb=verb)
        except UserError as error:
            self._session.failed.emit(error.sentence)
            return
        said = f"{words} is a {kind} example in the guideline of {hand.name} now"
        self._session.noted.emit(f"{said}; {{key:guideline}} reads it, {{key:undo}} takes it back.")

    def _of_words(self, start: int, end: int) -> InHand | None:
        """Return the words with the label that a span of just these has, else with the current one."""
        there: Span | None = next(
            (span for span in self._session.sheet if (span.start, span.end) == (start, end)), None
        )
        name = there.label if there else self._annotating.label_in_hand
        return InHand("labels", name, start, end) if name else None
