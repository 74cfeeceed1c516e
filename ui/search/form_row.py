"""A row of the form of a search: a name, a field, and a button that turns it into *not*."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.search.mistakes import SearchMistake
from ui.look.buttons import Button
from ui.look.layouts import row
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.scale import px
from ui.search.completed_field import Complete, CompletedField

NAME = 96  # pixels at 100 %


class FormRow(QWidget):
    """A row.  `changed`: somebody wrote in it or turned it; `wanted`: Enter was pressed."""

    changed = Signal()
    wanted = Signal()

    def __init__(self, name: str, hint: str, complete: Complete, *, turns: str = "") -> None:
        """Make a row; `turns`: the word of its button, "" for none."""
        super().__init__()
        self.name = Elided(name, role="text2")
        self.field = CompletedField(complete, opens=True, parent=self)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(name)
        self.field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.name.setBuddy(self.field)
        self.turn = Button(turns, kind="tab", height=28, pad=6)
        self.turn.setCheckable(True)
        self.turn.setAccessibleName(f"{name}: {turns}")
        self.mistake: SearchMistake | None = None
        line = row(self.name, gap=8)
        line.add(self.field, 1)
        line.add(self.turn)
        self.setLayout(line)
        self.turn.setVisible(bool(turns))  # before it has a parent it would be a window
        self.setFocusProxy(self.field)
        self.field.typed.connect(self.changed)
        self.field.wanted.connect(self.wanted)
        self.turn.clicked.connect(self.changed)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.name.setFixedWidth(px(NAME))

    def put(self, text: str, *, is_turned: bool = False) -> None:
        """Show that text, and whether it is turned."""
        self.field.put(text)
        self.turn.setChecked(is_turned)
        self.tell(None)

    def tell(self, mistake: SearchMistake | None) -> None:
        """Underline the mistake in its field, or none."""
        self.mistake = mistake
        self.field.mark(*(mistake.start, mistake.end) if mistake else (0, 0))
        self.field.speak(mistake.sentence if mistake else "")
