"""The question for a reviewer's reason: a short list with numbers, and a line for more.

A digit chooses, Enter takes the one in hand, Esc none; a letter begins the note, and Enter ends it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout

from ui import bindings
from ui.keys_in_force import IN_FORCE
from ui.plain_text import PlainLabel
from ui.review.decide import Question

HINT = "{key:reason_choose} choose · {key:reason_take} takes the one in hand · {key:reason_none}: no reason · letters begin a note"
ABOUT = "Note for the annotator, if any; {key:reason_take} takes reason and note"


class Reasons(QFrame):
    """The list of reasons with its line for a note.

    `left`: the question was answered or put away, and the keyboard has no place any more.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName("Reason")
        self.title = PlainLabel()
        self.list = QListWidget()
        self.list.setAccessibleName("Reasons")
        self.list.itemClicked.connect(lambda: self._answer(self._chosen()))
        self.note = QLineEdit(placeholderText=IN_FORCE.fill(ABOUT))
        self.note.setAccessibleName("Note")
        keys = PlainLabel(IN_FORCE.fill(HINT))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.note)
        for widget in (self.list, self.note):
            widget.installEventFilter(self)
        self.hide()

    def ask(self, question: Question) -> None:
        """Show the question in place of one that is open."""
        self._question = question
        self.title.setText(question.title)
        self.list.clear()
        self.list.addItems([f"{n}  {reason}" for n, reason in enumerate(question.reasons, 1)])
        at = question.reasons.index(question.proposed) if question.proposed in question.reasons else -1
        self.list.setCurrentRow(at)
        self.list.setFixedHeight(min(9, len(question.reasons)) * max(1, self.list.sizeHintForRow(0)) + 6)
        self.list.setVisible(bool(question.reasons))
        self.note.clear()
        self.show()
        (self.list if question.reasons else self.note).setFocus()

    def put_away(self) -> None:
        """Close the question, if one is open, without an answer."""
        if self._question is not None:
            self._question = None
            self.hide()
            self.left.emit()

    def _chosen(self) -> str:
        """Return the reason in hand; where the project has none, the note is the reason."""
        at = self.list.currentRow()
        reasons = self._question.reasons if self._question else ()
        return reasons[at] if 0 <= at < len(reasons) else self.note.text().strip()

    def _answer(self, reason: str) -> None:
        question, note = self._question, self.note.text().strip()
        self.put_away()
        if question is not None:
            question.answer(reason, "" if note == reason else note)

    # --- keys

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        """Take every key before the view does, which has other uses for most of them."""
        if not isinstance(event, QKeyEvent) or self._question is None:
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
            self._answer(self._chosen())
        elif key in bindings.codes("reason_none"):
            self._answer("")
        elif is_note:
            return False
        elif signs.isdecimal() and 0 < int(signs) <= self.list.count():
            self._answer(self._question.reasons[int(signs) - 1] if self._question else "")
        elif signs.isalpha():
            self.note.setFocus()
            self.note.insert(signs)
        else:
            return False
        return True
