"""The review page: annotation sets of one article in one text, the cases beside it, the case in hand below.

It puts its parts together and shows what the hand holds; the keys are a table, `review_actions`.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotations.review.adjudication import Item
from annotations.review.cases import Case, content
from annotations.sets import GOLD
from annotations.spans import Span
from models.queries import articles as article_queries
from models.queries import review_queue
from ui import actions, bindings
from ui.article.article_view import ArticleView
from ui.article.measures import Looks
from ui.project.commands import Commands
from ui.review import case_words, review_spans
from ui.review.approve import Closing
from ui.review.case_card import CaseCard
from ui.review.case_in_hand import Hand
from ui.review.decide import Question, Reviewing
from ui.review.reasons import Reasons
from ui.review.review_bar import ReviewBar
from ui.review_actions import FREE
from ui.schema.label_keys import LabelKeys
from ui.session import Session
from ui.widgets.place_list import PlaceList, PlaceRow
from ui.widgets.target import Target


class ReviewPage(QWidget):
    """The page of the view Review; its actions are methods below it."""

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self._session = session
        self._is_showing = False
        self._owner: dict[str, str] = {}  # the case's key, by the id of a span that is shown
        self.view, self.bar, self.card, self.reasons = ArticleView(), ReviewBar(), CaseCard(), Reasons()
        self.places = PlaceList("Cases", "There are no cases here: everything is agreed.")
        self.hand = Hand(session, self)
        self.verbs = Reviewing(session, self.view, self.hand)
        self.closing = Closing(self.verbs)
        self._label_keys = LabelKeys(self.view, self.verbs.label)
        self._lay_out()
        self._bind_caret()
        self._connect()

    def _lay_out(self) -> None:
        left, panes, column = QWidget(), QSplitter(Qt.Orientation.Horizontal), QVBoxLayout(self)
        text = QVBoxLayout(left)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(0)
        for widget, stretch in ((self.view, 1), (self.card, 0), (self.reasons, 0)):
            text.addWidget(widget, stretch)
        panes.setChildrenCollapsible(False)
        for pane in (left, self.places):
            panes.addWidget(pane)
        panes.setSizes([900, 380])
        panes.setStretchFactor(0, 1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(panes, 1)

    def _bind_caret(self) -> None:
        for key, unit, step, selecting in actions.CARET:
            if key not in FREE:
                bindings.bind(
                    self.view, "", (key,), partial(self.view.move_caret, unit, step, selecting), repeats=True
                )

    def _connect(self) -> None:
        self.hand.changed.connect(self._show)
        self.verbs.asked.connect(self._ask)
        self.reasons.left.connect(self.view.setFocus)
        self.bar.chosen.connect(self._choose)
        self.card.taken.connect(lambda who: self.verbs.take_from(who) if who else self.verbs.take_proposed())
        self.places.pointed.connect(self._point)
        self.view.focus_changed.connect(self._focus)
        self._session.schema_changed.connect(self._show_schema)

    # --- what is reviewed

    def open(self) -> None:
        """Give the article the keyboard; what is reviewed is chosen when it is seen."""
        self.view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.hand.is_shown:
            self.hand.is_shown = True
            self._show_schema()
            self._offer()
            self._choose()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hand.is_shown = self.isVisible()

    def _offer(self) -> None:
        """Offer everybody who has worked; choose the first two of those who did the same articles."""
        project = self._session.project
        names = [who for who in article_queries.annotators(project) if who != GOLD] if project else []
        chosen = [who for who in self.hand.names if who in names]
        if project and not chosen:
            waiting = [
                who for who in names if review_queue.articles_of(project, [who], states=review_queue.WAITING)
            ]
            pairs = ([one, other] for one in waiting for other in waiting if one < other)
            both = (p for p in pairs if review_queue.articles_of(project, p, states=review_queue.WAITING))
            chosen = next(both, waiting[:1])
        self.bar.offer(names, chosen)

    def choose(self, *names: str) -> None:
        """Review the work of these annotators."""
        self.bar.offer([self.bar.left.itemText(n) for n in range(self.bar.left.count())], names)
        self._choose()

    def _choose(self) -> None:
        names = self.bar.names()
        self.card.name(names)
        self.hand.choose(names)
        self.view.setFocus()

    def _ask(self, question: Question) -> None:
        """Show the list of reasons; it takes room from the article, but the case stays in view."""
        self.reasons.ask(question)
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        if self.hand.at:
            self.view.reveal(self.hand.at.place[0])

    # --- what is shown

    def _show_schema(self) -> None:
        project = self._session.project
        if project and self.hand.is_shown:
            self._label_keys.bind(project.schema)
            self.view.appearance.choose(hues=review_spans.hues(project.schema))

    def look(self, looks: Looks) -> None:
        """Take font, size, spacing and badges as they are elsewhere."""
        own = {"hues"}  # a review has hues of its own
        self.view.appearance.choose(**{k: v for k, v in vars(looks).items() if k not in own})

    def _show(self) -> None:
        hand, view = self.hand, self.view
        self.reasons.put_away()
        self.bar.tell(hand, self._session.article)
        self.card.show_case(hand.work, hand.at, hand.draft)
        found = review_spans.shown(hand.work, hand.cases, hand.at) if hand.work else {}
        self._owner = {id_: key for id_, (_, key) in found.items()}
        text = hand.work.text if hand.work else ""
        self._is_showing = True
        if view.text != text:
            view.set_article(text, [span for span, _ in found.values()])
        else:
            view.change_spans(*review_spans.changed(view.spans, found))
        self._point_out()
        self._is_showing = False
        self._list()

    def _point_out(self) -> None:
        """Focus the case in hand, and outline what is drafted for it."""
        case, draft = self.hand.at, self.hand.draft
        mine = [id_ for id_, key in self._owner.items() if case and key == case.key]
        if mine and self.view.selection is None:
            self.view.set_focus(mine[0])
        elif case:
            self.view.reveal(case.place[0])
        is_new = isinstance(draft, Span) and content(draft) not in map(content, self._readings())
        self.view.place.set_preview((draft.start, draft.end) if isinstance(draft, Span) and is_new else None)

    def _readings(self) -> list[Item]:
        """Return the items that stand in the text for the case in hand."""
        work, case = self.hand.work, self.hand.at
        return [*case.sides.values(), *work.taken(case)] if work and case else []

    def _list(self) -> None:
        rows = [self._row(case) for case in self.hand.cases]
        self.places.show_rows(rows)
        if self.hand.at in self.hand.cases:
            self.places.list.setCurrentIndex(self.places.rows.index(self.hand.cases.index(self.hand.at), 0))

    def _row(self, case: Case) -> PlaceRow:
        work = self.hand.work
        if work is None:
            return PlaceRow("", "", Target(case.article, 0, 0, case.key))
        said = " | ".join(case_words.short(case.sides.get(who)) for who in case.of)
        done = case_words.decided(work.decided.get(case.key), work.taken(case))
        words = f"{'✓ ' * bool(done)}{case_words.place(case, work.text)}  {said}"
        return PlaceRow(
            words, done or case_words.difference(case), Target(case.article, *case.place, case.key)
        )

    # --- what is pointed at

    def _point(self, to: Target) -> None:
        self.hand.hold(to.item or "")
        self.view.setFocus()

    def _focus(self, id_: str | None) -> None:
        """Take the case in hand whose box was clicked."""
        if id_ and not self._is_showing and (key := self._owner.get(id_)):
            self.hand.hold(key)

    def next_part(self, step: int) -> None:
        parts = (self.view, self.places.list, self.bar.left, self.bar.right)
        at = next((n for n, part in enumerate(parts) if part.hasFocus()), 0)
        parts[(at + step) % len(parts)].setFocus()

    def leave(self) -> None:
        """Drop the selection; then go back to the text."""
        if self.view.hasFocus() and self.view.selection:
            self.view.clear_selection()
        self.view.setFocus()
