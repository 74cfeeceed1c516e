"""The question for a reviewer's reason: a short list with numbers, and a line for more.

A digit chooses, Enter takes the one in hand, Esc none; a letter begins the note, and Enter ends it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget

from ui import bindings
from ui.keys_in_force import IN_FORCE
from ui.look.layouts import column
from ui.look.lines import Elided
from ui.look.marks import Card
from ui.look.restyled import follow
from ui.look.scale import px
from ui.review.decide import Question

HINT = "{key:reason_choose} choose · {key:reason_take} takes the current one · {key:reason_none}: {} · letters begin a note"
ABOUT = "Note for the annotator, if any; {key:reason_take} takes reason and note"


class Reasons(Card):
    """The list of reasons with its line for a note.

    `turned`: a question was asked or put away.  `left`: the keyboard has no place any more.
    """

    left = Signal()
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.question: Question | None = None
        self.setAccessibleName("Reason")
        self.set_on(True)
        self.title, self.keys = Elided(px=14, weight=600), Elided(px=12, role="text2")
        self.list = QListWidget()
        self.list.setAccessibleName("Reasons")
        self.list.setObjectName("choices")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.viewport().setAutoFillBackground(False)
        self.list.itemClicked.connect(lambda: self.answer(self.chosen()))
        self.note = QLineEdit(placeholderText=IN_FORCE.fill(ABOUT))
        self.note.setAccessibleName("Note")
        self.setLayout(column(self.title, self.list, self.note, self.keys, gap=8, margins=(16, 12, 16, 12)))
        for widget in (self.list, self.note):
            widget.installEventFilter(self)
        self.hide()
        follow(self)

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

    def put_away(self) -> None:
        """Close the question, if one is open, without an answer."""
        if self.question is not None:
            self.question = None
            self.hide()
            self.turned.emit()
            self.left.emit()

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

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        """Take every key before the view does, which has other uses for most of them."""
        if not isinstance(event, QKeyEvent) or self.question is None:
            return super().eventFilter(there, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            return self._press(event, is_note=there is self.note)
        return super().eventFilter(there, event)

    def _press(self, event: QKeyEvent, *, is_note: bool) -> bool:
        key, signs = event.key(), event.text()
        if key in bindings.codes("reason_take"):
            self.answer(self.chosen())
        elif key in bindings.codes("reason_none"):
            self.answer("")
        elif is_note:
            return False
        elif signs.isdecimal() and 0 < int(signs) <= self.list.count():
            self.answer(self.question.reasons[int(signs) - 1] if self.question else "")
        elif signs.isalpha():
            self.note.setFocus()
            self.note.insert(signs)
        else:
            return False
        return True
