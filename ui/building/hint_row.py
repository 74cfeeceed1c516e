"""The last row of the builder: what the role is for, or what was said of the last step; words to use; a note."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.building.verbs import cap
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import row
from ui.look.lines import Elided, Words
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plain_text import tip

HEIGHT = 28  # pixels at 100 %
WIDE = 720  # of the row, from which on it says what its last keys do
_SMALL = 24


class HintRow(QWidget):
    """The row.  `used`: the words selected are to be taken; `stepped`: the sentence before (-1) or after (1).

    `turned`, `negated`, `noting`: modality, negation or note are to be another.  `told`: something else is in it.
    """

    used = Signal()
    stepped = Signal(int)
    turned = Signal()
    negated = Signal()
    noting = Signal()
    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_warning = False
        self.words = Elided(px=12, role="text2")
        self.use = Button("", key=cap("fact_done"), height=_SMALL, pad=8)
        self.note = NoteLine()
        self.modality = self._small("", "", self.turned.emit, "Modality", "fact_modality")
        self.negation = self._small("not", "", self.negated.emit, "Negated", "fact_negated")
        self.remark = self._small("", "pencil", self.noting.emit, "Note", "fact_note")
        self.before = self._small("", "", partial(self.stepped.emit, -1), "Sentence before", "fact_before")
        self.after = self._small("", "", partial(self.stepped.emit, 1), "Sentence after", "fact_after")
        self.beside = Words("the sentence before, after", px=12, role="text2")
        for button, key in ((self.before, "fact_before"), (self.after, "fact_after")):
            button.say("", "", cap(key))
            button.setAccessibleName("Sentence before" if button is self.before else "Sentence after")
        self.use.clicked.connect(self.used)
        made = row(gap=4)
        made.add(self.use)
        made.add(self.words, 1)
        made.add(self.note, 1)
        self._aside = (self.modality, self.negation, self.remark, self.before, self.after)
        for part in (*self._aside, self.beside):
            made.add(part)
        self.setLayout(made)
        self.use.hide()
        self.note.hide()
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(HEIGHT))

    def tell(self, words: str, *, is_warning: bool, use: str = "") -> None:
        """Show the words, or the button that takes what is selected."""
        self.words.setText(IN_FORCE.fill(words))
        self.words.set_role("warn" if is_warning else "text2")
        self.use.say(use, "", cap("fact_done"))
        self.use.setVisible(bool(use) and not self.is_noting)
        self.words.setVisible(not self.is_noting)
        self._is_warning = is_warning
        self.told.emit()

    def tell_fact(self, modality: str, *, is_negated: bool, note: str) -> None:
        """Show what the fact states beside its roles."""
        self.modality.say(modality, "", "")
        self.modality.setAccessibleName(f"Modality: {modality}")
        self.negation.setAccessibleName(f"Negated: {'yes' if is_negated else 'no'}")
        self.negation.kind = "plain" if is_negated else "ghost"
        self.negation.update()
        self.remark.kind = "plain" if note else "ghost"
        self.remark.setAccessibleName(f"Note: {note or 'none'}")
        self.remark.setToolTip(
            tip(f"Note ({cap('fact_note')}): {note}" if note else f"Note ({cap('fact_note')})")
        )

    def show_fact(self, *, has_type: bool) -> None:
        """Show the buttons of a fact, or none while its type is to be chosen."""
        for part in self._aside:
            part.setVisible(has_type)
        self._fold()

    def _fold(self) -> None:
        """Say what the last two keys do where there is room for it."""
        self.beside.setVisible(not self.after.isHidden() and self.width() >= px(WIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def focusNextPrevChild(self, following: bool) -> bool:
        return False  # the strip has the key, and goes to the next role

    @property
    def matters(self) -> bool:
        """Return whether it has more than a guideline: a note, words to use, or why something was not done."""
        return self.is_noting or self._is_warning or not self.use.isHidden()

    @property
    def is_noting(self) -> bool:
        return not self.note.isHidden()

    def begin_note(self, note: str) -> None:
        """Give the keyboard to a line for the note."""
        self.note.setText(note)
        self.note.show()
        self.use.hide()
        self.words.hide()
        self.told.emit()
        self.note.setFocus()
        self.note.selectAll()

    def end_note(self) -> str:
        """Take the line away; return what stands in it."""
        self.note.hide()
        self.words.show()
        self.told.emit()
        return self.note.text().strip()

    def _small(self, word: str, icon: str, does: Callable[[], object], name: str, key: str) -> Button:
        button = Button(word, icon, kind="ghost", height=_SMALL, pad=6)
        button.setAccessibleName(name)
        button.setToolTip(tip(f"{name} ({cap(key)})"))
        button.clicked.connect(lambda: does())
        return button


class NoteLine(QLineEdit):
    """The line in which a note is written; keys that do not write are the strip's."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: QWidget | None = None  # the strip, whose keys those are that write nothing
        self.setAccessibleName("Note on the fact")
        self.setPlaceholderText("A note on the fact")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        """Leave the keys that go from role to role to the strip; what lies between would move the keyboard."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            turns = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if event.key() in turns and self.keys is not None:
                return QCoreApplication.sendEvent(self.keys, event)
        return super().event(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        return False
