"""The question for a reviewer's reason: a short list with numbers, and a line for more.

A digit chooses, Enter takes the one in hand, Esc none; a letter begins the note, and Enter ends it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget

from ui import bindings
from ui.keys_in_force import IN_FORCE
from ui.look.scale import px
from ui.review.decide import Question
from ui.widgets.asked_card import AskedCard

HINT = "{key:reason_choose} choose · {key:reason_take} takes the current one · {key:reason_none}: {} · letters begin a note"
ABOUT = "Note for the annotator, if any; {key:reason_take} takes reason and note"


class Reasons(AskedCard[Question]):
    """The list of reasons with its line for a note."""

    def __init__(self) -> None:
        self.note = QLineEdit(placeholderText=IN_FORCE.fill(ABOUT))
        super().__init__("Reason", QListWidget(), self.note)
        self.list.setAccessibleName("Reasons")
        self.list.itemClicked.connect(lambda: self.answer(self.chosen()))
        self.note.setAccessibleName("Note")

    def restyle(self) -> None:
        """Take the scale in force."""
        rows = min(9, self.list.count())
        self.list.setFixedHeight(rows * max(1, self.list.sizeHintForRow(0)) + px(6))

    def ask(self, question: Question) -> None:
        """Show the question in place of one that is open."""
        self.question = question
        self.title.setText(question.title)
        without = "back, nothing is decided" if question.is_needed else "no reason"
        self.keys.setText(IN_FORCE.fill(HINT.replace("{}", without)))
        self.list.clear()
        self.list.addItems([f"{n}  {reason}" for n, reason in enumerate(question.reasons, 1)])
        at = question.reasons.index(question.proposed) if question.proposed in question.reasons else -1
        self.list.setCurrentRow(at)
        self.restyle()
        self.list.setVisible(bool(question.reasons))
        self.note.clear()
        self.show()
        self.turned.emit()
        (self.list if question.reasons else self.note).setFocus()

    def chosen(self) -> str:
        """Return the reason in hand; where the project has none, the note is the reason."""
        at = self.list.currentRow()
        reasons = self.question.reasons if self.question else ()
        return reasons[at] if 0 <= at < len(reasons) else self.note.text().strip()

    def answer(self, reason: str) -> None:
        """Answer the question with that reason and the note; "" is no reason."""
        question, note = self.question, self.note.text().strip()
        self.put_away()
        if question is not None:
            question.answer(reason, "" if note == reason else note)

    # --- keys

    def press(self, event: QKeyEvent, there: QObject) -> bool:
        key, signs = event.key(), event.text()
        if key in bindings.codes("reason_take"):
            self.answer(self.chosen())
        elif key in bindings.codes("reason_none"):
            self.answer("")
        elif there is self.note:
            return False
        elif signs.isdecimal() and 0 < int(signs) <= self.list.count():
            self.answer(self.question.reasons[int(signs) - 1] if self.question else "")
        elif signs.isalpha():
            self.note.setFocus()
            self.note.insert(signs)
        else:
            return False
        return True
