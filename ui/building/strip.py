"""The strip over the foot while a fact is built: four rows that are always as high in a window, and the keys of building.

It shows what it is told, takes the keyboard, and says which key of the table was pressed, or which sign.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import bindings
from ui.building.hint_row import HintRow
from ui.building.role_tabs import RoleTabs
from ui.building.sentence_line import SentenceLine
from ui.building.sentence_words import ROWS, SentenceWords
from ui.building.type_chips import TypeChip, TypeChips
from ui.fixed_keys import FACT, FIXED
from ui.look.buttons import Button
from ui.look.layouts import Hair, Scroll, column, row
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

HEIGHT = 218  # pixels at 100 %, whatever is in it; less in a low window
WITHOUT_HINT = HEIGHT - 32
_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
PRESSED: dict[
    tuple[int, Qt.KeyboardModifier], tuple[str, int]
] = {  # the name of a fixed key, and which of its keys
    event: (fixed.name, place)
    for fixed in FIXED.values()
    if fixed.place == FACT and fixed.name != "fact_sign"
    for place, event in enumerate(bindings.pressed(fixed.name))
}
_NOTING = {
    "fact_done",
    "fact_leave",
    "fact_on",
    "fact_back_on",
}  # that mean something while a note is written


class BuilderStrip(QWidget):
    """The strip: the fact as a sentence, its roles as tabs, the article's sentence, a guideline.

    `pressed`: the name of a fixed key and which of its keys; `typed`: a character, a sign or the key of a type.
    """

    pressed = Signal(str, int)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Building a fact")
        self.line, self.tabs, self.words = SentenceLine(), RoleTabs(), SentenceWords()
        self.types, self.hint = TypeChips(), HintRow()
        self._roles, self._rows = QWidget(), QStackedWidget()
        self._roles.setLayout(column(self.tabs, Hair(), 7, self.words, gap=0))
        self._rows.addWidget(self._roles)
        self._rows.addWidget(self.types)
        head = row(gap=4)
        head.add(self.line, 1)
        for word, icon, name in (("Done", "check", "fact_done"), ("Leave", "x", "fact_leave")):
            head.add(self._button(word, icon, name))
        self._head, self._whole = QWidget(), QWidget()
        self._head.setLayout(head)
        self._is_low = False
        self.hint.told.connect(self._show_hint)
        self.hint.note.keys = self
        lines = column(self._head, 4, self._rows, 4, self.hint, gap=0, margins=(28, 12, 20, 6))
        self._whole.setLayout(lines)
        self._scroll = Scroll(self._whole)
        self.setLayout(column(self._scroll, gap=0))
        follow(self)
        self.hide()

    def _button(self, word: str, icon: str, name: str) -> Button:
        button = Button("", icon, kind="ghost", height=24, pad=4)
        button.setAccessibleName(word)
        button.setToolTip(tip(f"{word} ({FIXED[name].keys[-1]})"))
        button.clicked.connect(lambda: self.pressed.emit(name, 0))
        return button

    def restyle(self) -> None:
        """Take the scale in force."""
        self.be_high(px(HEIGHT))
        self.update()

    def be_high(self, pixels: int) -> None:
        """Be that high: first the guideline gives way, then rows of the sentence; what has no room then is scrolled to."""
        heights = ((px(HEIGHT), ROWS), *((px(WITHOUT_HINT - 32 * n), ROWS - n) for n in range(ROWS)))
        height, rows = next((one for one in heights if one[0] <= pixels), heights[-1])
        self._is_low = height < px(HEIGHT)
        self.words.show_rows(rows)
        self._rows.setFixedHeight(px(36) + 1 + px(7) + px(32) * rows)
        self._whole.setFixedHeight(max(height, pixels))
        self._show_hint()
        if self.height() != pixels or self.minimumHeight() != pixels:
            self.setFixedHeight(pixels)

    def _show_hint(self) -> None:
        """Show the last row; in a low window, what matters of it is in the place of the fact as a sentence."""
        is_shown = not self._is_low or self.hint.matters
        self.hint.setVisible(is_shown)
        self._head.setVisible(not (self._is_low and is_shown))

    def show_types(self, *, are_shown: bool) -> None:
        """Show the types to choose from, or the roles and the sentence."""
        shown = self.types if are_shown else self._roles
        if self._rows.currentWidget() is not shown:
            self._rows.setCurrentWidget(shown)
            self._scroll.verticalScrollBar().setValue(0)
        self.hint.show_fact(has_type=not are_shown)

    def tell_types(self, chips: Sequence[TypeChip], hand: int) -> None:
        """Show these types, that one in hand and in view, also where the strip has no room for all of its rows."""
        self.types.tell(chips, hand)
        if hand < len(chips):
            self._scroll.ensureWidgetVisible(self.types.buttons[hand], 0, 0)

    def event(self, event: QEvent) -> bool:
        """Claim the strip's keys before a shortcut of the window does, and Tab before it moves the focus."""
        if isinstance(event, QKeyEvent) and (meant := self._meant(event)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.typed.emit(meant[0]) if meant[1] < 0 else self.pressed.emit(*meant)
                return True
        return super().event(event)

    def _meant(self, event: QKeyEvent) -> tuple[str, int] | None:
        """Return the fixed key that was pressed and which of its keys, or a character and -1; None for other keys."""
        modifiers = event.modifiers() & ~_Modifier.KeypadModifier
        known = PRESSED.get((event.key(), modifiers))
        if self.hint.is_noting:
            return known if known and known[0] in _NOTING else None
        if known:
            return known
        character = _character(event)
        is_choosing = self._rows.currentWidget() is self.types
        if modifiers & ~_Modifier.ShiftModifier or not (
            character.isalnum() or (is_choosing and character in ("_", "-"))
        ):
            return None
        is_plain = not modifiers or character.isdecimal() or is_choosing
        return (character if is_plain else ""), -1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r = QPainter(self), roles()
        painter.fillRect(event.rect(), QColor(r.page))
        painter.fillRect(0, 0, self.width(), px(2), QColor(r.accent))
        painter.end()


def _character(event: QKeyEvent) -> str:
    """Return the key's character: a digit also with Shift, a letter in lower case; else what it types."""
    key = event.key()
    return chr(key).lower() if _Key.Key_0 <= key <= _Key.Key_Z else event.text().lower()
