"""The panel of facts: a card for each fact of the article at hand, the one in focus open, decided by keys.

Up and Down go about, Enter confirms, X rejects or deletes, E changes the fact, a digit fills a role.  While keys are
pressed one after the other in the article, the cards follow when they rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget

from annotations.articles import published_of
from annotations.schema.languages import DEFAULT
from annotations.sheet import Seen
from ui.cards.card_filter import FilterButton, Sieve
from ui.cards.card_list import CardList
from ui.cards.card_model import CardModel
from ui.cards.cards_missing import NoCards
from ui.cards.fact_card import CardMaker, FactCard
from ui.cards.fact_changes import FactChange, FactContext
from ui.cards.groups import grouped, halved
from ui.facts.fact_edits import FactEdits
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import Pane, column, row
from ui.look.lines import Elided, Words
from ui.look.scale import px
from ui.session import Session

NOWHERE = (-1, -1)
NARROW = 332  # pixels at 100 %
REST = 30  # milliseconds without another fact in focus
LEFT = "There is no suggested fact left to decide in the list."


class FactPanel(Pane):
    """The cards in `list`.

    `filling`: a fact's id, and the role that is to be filled in the builder, "" to change the fact there;
    `quoted`: the bounds of words to be shown in the text; `wanted_new`: a new fact is to be built; `emptied`: no card
    is left where the keyboard was.
    """

    keyed = ("fact",)
    filling = Signal(str, str)
    quoted = Signal(int, int)
    wanted_new = Signal()
    emptied = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._edits = session, FactEdits(session)
        self._context: FactContext | None = None
        self._maker: CardMaker | None = None
        self._pointing = False
        self._caret, self._here = 0, NOWHERE  # the sentence that the caret is in
        self._rested = QTimer(self, interval=REST, singleShot=True)
        self._rested.timeout.connect(self._follow)
        self.count, self.filter = Elided(px=12, role="text2"), FilterButton()
        self.new = Button("New fact", "diamond", IN_FORCE.fill("{key:fact}"), height=28)
        self.model = CardModel(self)
        self.list, self.missing = CardList(self.model), NoCards()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        title = Words("Facts", px=14, weight=600)
        title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = row(title, gap=8, margins=(16, 8, 16, 8))
        head.add(self.count, 1)
        head.add(self.filter)
        head.add(self.new)
        self.stack = QStackedWidget()
        for part in (self.list, self.missing):
            self.stack.addWidget(part)
        lines = column(head, gap=0)
        lines.add(self.stack, 1)
        self.setLayout(lines)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        cards, card = self.list, self.list.card
        self.filter.filtered.connect(self._show)
        cards.selectionModel().currentChanged.connect(self._chosen)
        cards.entered.connect(self._enter)
        for one in (cards, card):
            one.confirmed.connect(self._confirm)
            one.rejected.connect(self._reject)
            one.changing.connect(lambda: self._fill(""))
        card.filling.connect(self._fill)
        card.quoted.connect(self.quoted)
        card.asked.connect(self._change)
        card.refused.connect(self._session.failed)
        self.new.clicked.connect(self.wanted_new)
        self.missing.wanted_new.connect(self.wanted_new)
        self.missing.wanted_all.connect(lambda: self.filter.choose(Sieve()))
        IN_FORCE.changed.connect(self._say_keys)
        self._session.fact_focused.connect(self._point)
        self._session.seen.connect(self._take_in)

    # --- what is shown

    def refresh(self) -> None:
        """Show project, schema, article and facts as they are now."""
        project, article, context = self._session.project, self._session.article, None
        if project and article:
            context = FactContext(
                article.text, project.schema, published_of(article), self._session.annotator
            )
        if context is None or self._context is None or context != self._context or self._maker is None:
            self._context = self.list.context = context
            self._maker = CardMaker(context.text, context.schema) if context else None
            self._here = NOWHERE
            self.filter.offer(list(context.schema.facts) if context else [])
            self._show()
        else:
            self._list()
            self._rested.start()

    def place_caret(self, caret: int) -> None:
        """Follow the caret of the article: the cards of its sentence come first."""
        self._caret = caret
        if not self._here[0] <= caret < self._here[1]:
            self._rested.start()

    def _take_in(self, seen: Seen) -> None:
        if self._maker:
            self._maker.touch(seen.facts)

    def _show(self) -> None:
        self._list()
        self._follow()

    def _list(self) -> None:
        every = self._maker.cards(self._session.sheet) if self._maker else []
        shown = self.filter.sieve.through(every)
        self._pointing = True  # cards that go must not take the focus elsewhere
        self.model.show(shown)
        self._pointing = False
        self._group()
        left = sum(card.is_suggested for card in every)
        said = f"{left:,} to decide" if left else ""
        if len(shown) < len(every):
            said = f"{len(shown):,} of {len(every):,} shown"
        if said != self.count.text():
            self.count.setText(said)
        has_types = self._context is None or self._context.schema.makes_facts
        self.new.setVisible(has_types)
        language = self._context.schema.language if self._context else DEFAULT
        self.missing.say(is_filtered=bool(every), has_types=has_types, language=language)
        had_keyboard = self._has_keyboard()
        self.stack.setCurrentWidget(self.list if shown else self.missing)
        if had_keyboard and not shown:
            self.emptied.emit()

    def _group(self) -> None:
        """Put the captions over the cards."""
        cards = self.model.cards
        if self.filter.sieve.incomplete_first or self._maker is None:
            self.list.show_captions(halved(cards), None)
        else:
            after = self._maker.sentence_after(self._here) if self._here[0] >= 0 else None
            self.list.show_captions(*grouped(cards, self._here, after))

    def _point(self, id_: str | None) -> None:
        """Show the fact that came into focus, once the keys rest."""
        self._edits.pointed_out = None
        self._rested.start()
        if self._has_keyboard():
            self._point_to(id_)

    def _follow(self) -> None:
        """Show the sentence of the caret and the fact in focus."""
        self._rested.stop()
        here = self._maker.sentence_at(self._caret) if self._maker else NOWHERE
        if here != self._here:
            self._here = here
            self._group()
            if self.list.first is not None and not self._has_keyboard():
                self.list.scroll_to_top(self.list.first)
        self._point_to(self._session.fact_id)

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self.list or self.list.isAncestorOf(focus))

    def _point_to(self, id_: str | None) -> None:
        """Open the card of the fact; none when it has none."""
        self._pointing = True
        self.list.show_focused(self.model.place(id_))
        self._pointing = False

    def card(self) -> FactCard | None:
        """Return the card in hand."""
        place = self.model.place(self._session.fact_id)
        return None if place is None else self.model.cards[place]

    def _chosen(self, index: QModelIndex) -> None:
        if not self._pointing and index.isValid():
            self._session.focus_fact(self.model.cards[index.row()].fact.id)

    def _enter(self) -> None:
        """Focus a fact when the keyboard enters with none in hand: the first here to decide, else the first here."""
        self._follow()
        cards, first = self.model.cards, self.list.first or 0
        if self.card() is None and cards:
            order: Sequence[FactCard] = [*cards[first:], *cards[:first]]
            undecided = (card for card in order if card.is_suggested)
            self._session.focus_fact(next(undecided, order[0]).fact.id)

    def _say_keys(self) -> None:
        """Show the keys in force; in a narrow pane the count needs the room of an icon."""
        picture = "diamond" if self.width() >= px(NARROW) else ""
        self.new.say("New fact", picture, IN_FORCE.fill("{key:fact}"))
        self.missing.say_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_keys()

    # --- what is done

    def _fill(self, role: str) -> None:
        if card := self.card():
            self.filling.emit(card.fact.id, role)

    def _confirm(self) -> None:
        """Confirm the fact in hand; of one with a needed role open the first time show that role."""
        card = self.card()
        if card is None:
            return
        behind = self._behind()
        if not card.is_suggested or self._edits.confirm(card.fact):
            self._go_on(behind)
        elif card.missing and self._edits.pointed_out == card.fact:
            self.list.card.point_out(card.missing[0])

    def _reject(self) -> None:
        if card := self.card():
            behind = self._behind()
            if self._edits.reject(card.fact):
                self._go_on(behind)

    def _change(self, change: FactChange) -> None:
        if card := self.card():
            self._edits.change(change.verb, card.fact, change.after)
            self._show()

    def _behind(self) -> list[FactCard]:
        """Return the cards to go to after a decision, the best first.

        Suggested ones after the card in hand, then those before it; then all after it, then back from it.
        """
        at, cards = self.model.place(self._session.fact_id) or 0, self.model.cards
        suggested = [card for card in (*cards[at + 1 :], *cards[:at]) if card.is_suggested]
        return [*suggested, *cards[at + 1 :], *cards[at::-1]]

    def _go_on(self, behind: list[FactCard]) -> None:
        self._list()
        shown = (self.model.place(card.fact.id) for card in behind)
        left = (self.model.cards[place] for place in shown if place is not None)
        to = next(left, None)
        if not (to and to.is_suggested):
            self._session.noted.emit(LEFT)
        self._session.focus_fact(to.fact.id if to else None)
        self._point_to(self._session.fact_id)
