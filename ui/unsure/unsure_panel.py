"""The panel Unsure: a card for each unsure wording of the project, decided for all its places or one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from annotations.text.counts import counted
from models.queries.doubt.unsure import CARDS, UnsureCard
from ui import bindings
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb
from ui.keys_in_force import IN_FORCE
from ui.look.empty import Empty
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.restyled import follow
from ui.plain_text import tip
from ui.session import Session
from ui.unsure.card_delegate import CARD, CardDelegate, times_of, verbs_of
from ui.widgets.row_chosen import RowChoice

PAUSE = 150  # milliseconds without another change, after which the cards are made anew
NOTHING = "Nothing is unsure. {key:doubtful} goes to what is least sure of the rest."
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class UnsureCards(QAbstractListModel):
    """The cards, in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: Sequence[UnsureCard] = ()

    def show(self, cards: Sequence[UnsureCard]) -> None:
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return sentence(card)
        return tip(sentence(card), wraps=True) if role == Qt.ItemDataRole.ToolTipRole else None


class UnsureList(QListView):
    """The list of cards; `done`: the verb of that name was chosen for the UnsureCard in hand."""

    done = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Unsure, in all articles")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.drawing = CardDelegate(self)
        self.drawing.pressed.connect(self.done)
        self.setItemDelegate(self.drawing)

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        self.scheduleDelayedItemsLayout()  # the card in hand is the higher one

    def event(self, event: QEvent) -> bool:
        """Take the keys of the cards, one of which Qt would take to go to the next widget."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            card = self.currentIndex().data(CARD)
            verb = _KEYS.get(Qt.Key(event.key()))
            if verb and card and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.done.emit(verb, card)
                return True
        return super().event(event)

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self.scheduleDelayedItemsLayout()


class UnsurePanel(QWidget):
    """The cards in `list`.  `turned`: another is in hand, or is another now.  `card_asked`: a verb by its name (all, one, none) and the UnsureCard it is about."""

    card_asked = Signal(str, object)
    turned = Signal()
    counted = Signal(int)  # wordings that are unsure

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.cards, self.list = UnsureCards(self), UnsureList()
        self.list.setModel(self.cards)
        RowChoice(self.list)
        self.list.done.connect(self.card_asked)
        self.list.selectionModel().currentChanged.connect(self.turned)
        self.count = Words(px=12, role="text2", wraps=True)
        self.nothing = Empty("circle-check", NOTHING, role="good")
        self.shown = QStackedWidget()
        for page in (self.list, self.nothing):
            self.shown.addWidget(page)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        head = row(Words("Unsure, in all articles", px=13, weight=600))
        head.add(self.count, 1)
        lines = column(head, gap=8, margins=(12, 12, 12, 4))
        lines.add(self.shown, 1)
        self.setLayout(lines)
        self.setFocusProxy(self.list)
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self.fill)
        follow(self.list)
        self.fill()

    def refresh(self) -> None:
        self._soon.start()

    def fill(self) -> None:
        """Show what is unsure now; the wording in hand stays so while it is there, else the one in its place is."""
        project = self._session.project
        found = project.learning.unsure(self._session.annotator) if project else []
        if project:
            self.list.drawing.hues = {label.name: label.hue for label in project.schema.labels.values()}
        if found != self.cards.cards:
            at, had = max(0, self.list.currentIndex().row()), self.list.currentIndex().data(CARD)
            self.cards.show(found)
            same = (n for n, card in enumerate(found) if had and card.key == had.key)
            self.list.setCurrentIndex(self.cards.index(next(same, min(at, len(found) - 1))))
        places = sum(card.times for card in found)
        self.count.setText(_counted(len(found), places))
        self.shown.setCurrentWidget(self.list if found else self.nothing)
        self.counted.emit(len(found))
        self.turned.emit()

    def ask(self, verb: str) -> None:
        """Ask for the verb of that name for the card in hand."""
        if card := self.list.currentIndex().data(CARD):
            self.card_asked.emit(verb, card)
            self.list.setFocus()

    def in_focus(self) -> InFocus:
        """Return what the foot says of the card in hand."""
        card = self.list.currentIndex().data(CARD)
        if card is None:
            return InFocus("unsure", "Unsure, in all articles", verbs=())
        names = [*verbs_of(card), *([("none", f"None {card.label}".strip())] if card.kind != "hint" else [])]
        icons = {"all": "check", "one": "skip-forward", "none": "x"}
        verbs = (Verb(f"unsure_{n}", word, icons[n], spelled(FIXED[f"unsure_{n}"].keys)) for n, word in names)
        return InFocus("unsure", card.words, times_of(card), "circle-dashed", tuple(verbs))


def sentence(card: UnsureCard) -> str:
    """Return the card in words, with what its keys do."""
    keys = dict(verbs_of(card))
    does = [f"{{key:unsure_{name}}}: {keys[name]}" for name in ("all", "one") if name in keys]
    what = card.label or "missing?"
    return IN_FORCE.fill(f"{card.words}, {what}, {times_of(card)}: {card.reason} {', '.join(does)}.")


def _counted(wordings: int, places: int) -> str:
    if not wordings:
        return ""
    first = "first " * (wordings == CARDS)  # there may be more
    return f"{first}{counted(wordings, 'wording')}, {counted(places, 'place')}"


_VERBS = {"unsure_all": "all", "unsure_one": "one", "unsure_none": "none"}
_KEYS = {code: verb for name, verb in _VERBS.items() for code in bindings.codes(name)}
