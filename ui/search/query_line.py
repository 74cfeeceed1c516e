"""The line of a search: it completes what is typed, underlines a mistake and says it below, and knows earlier lines."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.errors import UserError
from annotations.search.completing import Completion, completions
from annotations.search.mistakes import SearchMistake
from annotations.search.parsing import KnownValues, asked_by, parse
from annotations.text.text import clean
from ui.look.layouts import column
from ui.look.lines import Elided
from ui.search.completed_field import CompletedField

PAUSE = 400  # milliseconds after a letter before a mistake is said
KEPT = 100  # earlier lines
HINT = 'Words, "a phrase", begin*, /pattern/ or field:value, as in label:PERSON'


class QueryLine(QWidget):
    """The line.

    `asked`: a Query to look for; `changed`: the line is another; `read`: the Query that it says, whether or not that is
    enough to look for, None while it has a mistake.
    """

    asked = Signal(object)
    changed = Signal()
    read = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._known: KnownValues = {}
        self._earlier: list[str] = []
        self._at, self._own = 0, ""  # the earlier line that is shown, and what was typed before it
        self.mistake: SearchMistake | None = None
        self.field = CompletedField(self._completions, parent=self)
        self.field.setPlaceholderText(HINT)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName("Search for")
        self.note = Elided(px=12, role="text2")
        self.setLayout(column(self.field, self.note, gap=2))
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self.tell)
        self.field.textChanged.connect(self._read)
        self.field.wanted.connect(self.ask)
        self.field.passed.connect(self._go_back)

    def offer(self, known: KnownValues) -> None:
        """Have these values of a project's fields to complete, and to tell mistakes by."""
        self._known = known
        self._read()

    @property
    def known(self) -> KnownValues:
        """Return the values of a project's fields."""
        return self._known

    def text(self) -> str:
        """Return the line, without what Qt cannot hold."""
        return clean(self.field.text())

    def setText(self, line: str) -> None:
        """Have that line, without looking for it."""
        self.field.put(line)

    def selectAll(self) -> None:
        self.field.selectAll()

    def ask(self) -> None:
        """Ask for what the line says; else say its mistake."""
        try:
            query = parse(self.text(), self._known)
        except SearchMistake as mistake:
            self.mistake = mistake
            self.tell()
            return
        self._remember(self.text())
        self.asked.emit(query)

    def look_for(self, line: str) -> None:
        """Have that line, and ask for what it says."""
        self.setText(line)
        self.ask()

    def tell(self) -> None:
        """Underline the mistake, if there is one, and say it below."""
        self._soon.stop()
        said = self.mistake.sentence if self.mistake else ""
        self.note.set_role("bad" if self.mistake else "text2")
        self.note.setText(said)
        self.field.speak(said)
        if self.mistake:
            self.field.mark(self.mistake.start, self.mistake.end)
        else:
            self.field.mark(0, 0)

    def _read(self) -> None:
        """Read the line; a mistake is said when the typing pauses, one that is gone at once."""
        self.mistake, query = None, None
        try:
            query = asked_by(self.text(), self._known)
        except SearchMistake as mistake:
            self.mistake = mistake
        except UserError as error:
            self.mistake = SearchMistake(error.sentence)
        if self.mistake is None:
            self.tell()
        else:
            self.field.mark(0, 0)  # of the line before
            self._soon.start()
        self.changed.emit()
        self.read.emit(query)

    def _completions(self, text: str, caret: int) -> list[Completion]:
        return completions(text, caret, self._known)

    # --- earlier lines

    def _remember(self, line: str) -> None:
        self._earlier = [*(one for one in self._earlier if one != line), line][-KEPT:]
        self._at = len(self._earlier)

    def _go_back(self, by: int) -> None:
        """Show the earlier (-1) or later (1) line; behind the last stands what was typed."""
        at = self._at + (1 if by > 0 else -1)
        if not 0 <= at <= len(self._earlier) or at == self._at:
            return
        if self._at == len(self._earlier):
            self._own = self.text()
        self._at = at
        self.field.put(self._earlier[at] if at < len(self._earlier) else self._own)
        self.field.end(False)
