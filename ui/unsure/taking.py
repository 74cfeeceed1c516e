"""Taking an unsure wording at all its places, or at none: by the list of same mentions, or of same facts."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotations.spans import Status
from models.queries.doubt.unsure import UnsureCard
from ui.annotate.same_lists import SameLists
from ui.annotate.same_subject import Subject
from ui.panels import Panels
from ui.session import Session
from ui.unsure.doubting import Doubting


class Taking(QObject):
    """The way from a card to the list that previews what is done; the keyboard comes back to the cards then."""

    def __init__(self, session: Session, doubting: Doubting, lists: SameLists, panels: Panels) -> None:
        super().__init__(doubting)
        self._session, self._doubting, self._lists, self._panels = session, doubting, lists, panels
        self.is_here = False  # a list was opened from a card
        panels.card_asked.connect(self.take)

    def take(self, verb: str, card: UnsureCard) -> None:
        """Go through the places of the card, or preview what is done at all of them."""
        if verb == "one" or card.kind == "hint":
            self._doubting.go_through(card)
            return
        self._doubting.show(place := card.places[0])
        self.is_here = True
        if card.kind == "fact":
            if fact := self._session.sheet.fact(place.item):
                self._lists.facts.open(fact, in_all=True)
                self._lists.facts.none.setChecked(verb == "none")
            return
        self._lists.mentions.open(Subject(place.start, place.end, card.label, Status.SUGGESTED), in_all=True)
        if verb == "none":
            self._lists.mentions.decide(None)

    def forget(self) -> None:
        """Stay where the keyboard is: the list was left for the article."""
        self.is_here = False

    def come_back(self) -> bool:
        """Give the cards the keyboard again, if a list was opened from there; return whether that was so."""
        was_here, self.is_here = self.is_here, False
        if was_here:
            self._panels.here().setFocus()
        return was_here
