"""The filter of the cards: a type, what is to decide, and whether incomplete facts come first; a button with a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from annotations.processes.quick_dataclass import dataclass
from ui.cards.fact_card import FactCard
from ui.look.buttons import Button
from ui.plain_text import menu_text, tip

FITTING: dict[str, Callable[[FactCard], bool]] = {
    "All": lambda card: True,
    "To decide": lambda card: card.is_suggested,
    "Confirmed": lambda card: not card.is_suggested,
    "Incomplete": lambda card: bool(card.missing),
}
ALL, EVERY_TYPE = "All", "All types"


@dataclass(frozen=True)
class Sieve:
    """The cards that are wanted: of a type ("" for any), and of a row of `FITTING`."""

    type: str = ""
    fitting: str = ALL
    incomplete_first: bool = False

    @property
    def is_open(self) -> bool:
        """Return whether every card passes."""
        return not self.type and self.fitting == ALL

    def through(self, cards: Sequence[FactCard]) -> Sequence[FactCard]:
        """Return the cards that pass, in their order."""
        fits, shown = FITTING[self.fitting], cards
        if not self.is_open:
            shown = [card for card in cards if self.type in ("", card.fact.type) and fits(card)]
        return sorted(shown, key=lambda card: not card.missing) if self.incomplete_first else shown


class FilterButton(Button):
    """The button behind which the filter is; `filtered` comes when it is another."""

    filtered = Signal()

    def __init__(self) -> None:
        super().__init__("", "funnel", kind="tab", height=28, pad=6)
        self.sieve, self.types = Sieve(), tuple[str, ...]()
        self.setCheckable(True)
        self.clicked.connect(self._open)
        self._say()

    def offer(self, types: Sequence[str]) -> None:
        """Offer these types; one that is chosen and gone is no more."""
        self.types = tuple(types)
        if self.sieve.type not in ("", *types):
            self.choose(Sieve("", self.sieve.fitting, self.sieve.incomplete_first))

    def choose(self, sieve: Sieve) -> None:
        """Filter by this."""
        if sieve != self.sieve:
            self.sieve = sieve
            self._say()
            self.filtered.emit()

    def menu(self) -> QMenu:
        """Return the menu of the filter, to be shown once."""
        menu, now = QMenu(self), self.sieve
        self._radio(menu, {name: Sieve(now.type, name, now.incomplete_first) for name in FITTING}, now)
        menu.addSeparator()
        wanted = {name: Sieve(type_, now.fitting, now.incomplete_first) for name, type_ in self._named()}
        self._radio(menu, wanted, now)
        menu.addSeparator()
        first = menu.addAction("Incomplete first")
        first.setCheckable(True)
        first.setChecked(now.incomplete_first)
        turned = Sieve(now.type, now.fitting, not now.incomplete_first)
        first.triggered.connect(lambda _=False: self.choose(turned))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _named(self) -> list[tuple[str, str]]:
        return [(EVERY_TYPE, ""), *((name, name) for name in self.types)]

    def _radio(self, menu: QMenu, of: dict[str, Sieve], now: Sieve) -> None:
        group = QActionGroup(menu)
        for name, sieve in of.items():
            action = menu.addAction(menu_text(name))
            action.setCheckable(True)
            action.setChecked(sieve == now)
            action.triggered.connect(partial(lambda sieve, _=False: self.choose(sieve), sieve))
            group.addAction(action)

    def _open(self) -> None:
        self.setChecked(not self.sieve.is_open)  # the click has turned it
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _say(self) -> None:
        sieve = self.sieve
        said = ", ".join(filter(None, (sieve.fitting, sieve.type or EVERY_TYPE)))
        self.setAccessibleName(f"Filter the facts: {said.lower() if not sieve.type else said}")
        self.setToolTip(tip(f"Filter the facts. Now: {said}"))
        self.setChecked(not sieve.is_open)
