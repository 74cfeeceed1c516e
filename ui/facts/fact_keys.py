"""The keys while a fact is in focus: the fact is what they act on, and the labels' keys are off.

With words selected keys act on those, as everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotations.facts import Fact
from annotations.spans import Status
from ui.annotate.go import Going
from ui.article.article_view import ArticleView
from ui.facts.fact_edits import FactEdits
from ui.facts.fact_place import fact_in_focus
from ui.keys import shortcuts, written
from ui.keys_in_force import IN_FORCE
from ui.session import Session

if TYPE_CHECKING:
    from ui.building.building import Building

ANSWERS = ("confirm", "fact", "leave")  # the actions that answer the question
WHICH = "This one or a new one? {key:confirm} changes this fact, {key:fact} again makes a new one."
NO_FACT = "No fact has the focus; {key:next_suggestion} and {key:next_span} go to the next."
LABELS_OFF = "Labels' keys are off while a fact has the focus; {key:leave} goes back to the spans."
_MAY = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier  # with a digit
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


class FactKeys(QObject):
    """The verbs of the fact in focus, from whichever pane; a digit that is no label's key comes by an event.

    `asked`: a question began or ended, which is whether this fact is meant or a new one.
    """

    asked = Signal()

    def __init__(
        self, session: Session, view: ArticleView, going: Going, building: Callable[[], Building]
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._going, self._building = session, view, going, building
        self._edits = FactEdits(session)
        self.asks = False  # whether this fact is meant or a new one
        session.fact_focused.connect(self._forget)
        view.installEventFilter(self)

    def in_hand(self) -> Fact | None:
        """Return the fact that keys act on; None while words are selected."""
        return None if self._view.selection else fact_in_focus(self._session)

    def begin(self) -> None:
        """Begin a new fact; with a fact in focus ask first which is meant."""
        if self.in_hand() and not self.asks:
            self._ask(True)
            self._view.setFocus()  # it has the keys that answer
            self._session.noted.emit(WHICH)
        else:
            self._ask(False)
            self._building().start()

    def change(self) -> None:
        """Change the fact in the builder, where it stands; the needed role that was pointed out is in hand."""
        self._ask(False)
        if self.in_hand():
            self._building().start_on()
        else:
            self._session.noted.emit(NO_FACT)

    def confirm(self, fact: Fact) -> bool:
        """Confirm the fact; return whether it is decided now.  After the question of `begin`: change it."""
        if self.asks:
            self.change()
            return False
        return fact.status is Status.CONFIRMED or self._edits.confirm(fact)

    def whole(self, facts: Iterable[Fact]) -> list[Fact]:
        """Return those of the facts that have no needed role open."""
        return [fact for fact in facts if not self._edits.open_roles(fact)]

    def reject(self, fact: Fact) -> bool:
        """Reject or delete the fact; return whether that was done."""
        self._ask(False)
        return self._edits.reject(fact)

    def takes_label(self, name: str) -> bool:
        """Take what would give that label: a key that is a digit is a role row.  False with no fact in focus."""
        project = self._session.project
        if self.in_hand() is None or project is None:
            return False
        self._ask(False)
        label = project.schema.labels.get(name)
        if label and label.key and label.key in "123456789":
            self.open_role(int(label.key))
        else:
            self._session.noted.emit(LABELS_OFF)
        return True

    def open_role(self, number: int) -> None:
        """Open the builder on the role of that row, counted from 1."""
        fact, project = self.in_hand(), self._session.project
        type_ = project.schema.facts.get(fact.type) if fact and project else None
        roles = list(type_.roles) if type_ else []
        if fact and number > len(roles):
            self._session.noted.emit(f"{fact.type} has no role {number}.")
        elif fact:
            self._building().start_on(roles[number - 1])

    def leave(self) -> None:
        """Go back to the spans of the fact's sentence; from the question of `begin` to the fact."""
        fact = self.in_hand()
        if fact and not self.asks:
            self._session.focus_fact(None)
            self._going.to_sentence_of(fact)
        self._ask(False)

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        """Take a digit that no action of the article has; while something is asked, every key that is no answer."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or self.in_hand() is None:
            return False
        pressed = cast(QKeyEvent, event)
        if self.asks:
            return self._takes(pressed, is_before=kind == QEvent.Type.ShortcutOverride)
        if kind == QEvent.Type.ShortcutOverride or pressed.key() not in _DIGITS:
            return False
        if pressed.modifiers() & ~_MAY or pressed.isAutoRepeat():
            return False
        self.open_role(pressed.key() - Qt.Key.Key_0)
        return True

    def _takes(self, pressed: QKeyEvent, *, is_before: bool) -> bool:
        """Take the key of a type for a new fact, and end the question by any other that is no answer to it.

        `is_before`: the key is asked for before actions get it.
        """
        key = written(Qt.Key(pressed.key()), pressed.modifiers())
        if not key or any(key in shortcuts(IN_FORCE.of(name)) for name in ANSWERS):
            return False
        if is_before:
            pressed.accept()
        elif not pressed.isAutoRepeat():
            self._ask(False)
            if (typed := key.lower()) in self._type_keys():
                self._building().start(typed)
        return True

    def _type_keys(self) -> set[str]:
        """Return the keys of the fact types."""
        types = self._session.project.schema.facts.values() if self._session.project else ()
        return {type_.key for type_ in types if type_.key and not type_.archived}

    def _forget(self) -> None:
        self._ask(False)
        self._edits.pointed_out = None

    def _ask(self, asks: bool) -> None:
        """Ask whether this fact is meant or a new one, or ask no more."""
        if asks != self.asks:
            self.asks = asks
            self.asked.emit()
