"""The entry for what an entity is given: a name, a note, an id, or one of several choices, in place of its mentions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget

from annotations.processes.quick_dataclass import dataclass
from annotations.text.controls import unturned
from ui import bindings
from ui.keys_in_force import IN_FORCE
from ui.look.scale import px
from ui.widgets.asked_card import AskedCard

HINT = "{key:entry_take} takes it · {key:entity_leave}: back"
LONGEST = 12  # choices that are in view at once
CHOICE_HINT = "{key:entry_choose} choose · " + HINT


@dataclass(frozen=True)
class EntityQuestion:
    """A question: its title, and either choices, of which `at` is proposed, or a line with `text` in it.

    `answer`: what is done with the place of the choice, -1 without choices, and with what was written.
    """

    title: str
    answer: Callable[[int, str], object]
    text: str = ""
    choices: Sequence[str] = ()
    at: int = 0


class EntityEntry(AskedCard[EntityQuestion]):
    """The entry: choices with digits, or a line of text."""

    def __init__(self) -> None:
        self.line = QLineEdit()
        super().__init__("About the entity", QListWidget(), self.line)
        self.list.setAccessibleName("Choices")
        self.list.itemClicked.connect(self.answer)

    def restyle(self) -> None:
        """Take the scale in force."""
        high = max(1, self.list.sizeHintForRow(0))
        self.list.setMinimumHeight(min(2, self.list.count()) * high + px(6))
        self.list.setMaximumHeight(min(LONGEST, self.list.count()) * high + px(6))

    def ask(self, question: EntityQuestion) -> None:
        """Show the question in place of one that is open."""
        self.question = question
        is_choice = bool(question.choices)
        self.title.setText(question.title)
        self.title.set_more(question.title)
        self.keys.setText(IN_FORCE.fill(CHOICE_HINT if is_choice else HINT))
        self.list.clear()
        numbered = (f"{n}  {one}" if n < 10 else one for n, one in enumerate(question.choices, 1))
        self.list.addItems([unturned(one) for one in numbered])
        self.list.setCurrentRow(question.at if is_choice else -1)
        self.restyle()
        self.list.setVisible(is_choice)
        self.line.setVisible(not is_choice)
        self.line.setAccessibleName(question.title)
        self.line.setText(question.text)
        self.line.selectAll()
        self.show()
        self.turned.emit()
        (self.list if is_choice else self.line).setFocus()

    def answer(self) -> None:
        """Answer the question with the choice in hand, or with what is written."""
        question, at, said = self.question, self.list.currentRow(), self.line.text().strip()
        self.put_away()
        if question is not None:
            question.answer(at if question.choices else -1, said)

    def press(self, event: QKeyEvent, there: QObject) -> bool:
        key, signs = event.key(), event.text()
        if key in bindings.codes("entry_take"):
            self.answer()
        elif key in bindings.codes("entity_leave"):
            self.put_away()
        elif there is self.line:
            return False
        elif signs.isdecimal() and 0 < int(signs) <= self.list.count():
            self.list.setCurrentRow(int(signs) - 1)
            self.answer()
        else:
            return False
        return True
