"""The lines over the table that ask one thing: a name or note, which is typed, and how the role in hand goes together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit

from annotations.compare.items import Verdict
from ui import bindings
from ui.compare.table.signs import DRAWN
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import Pane, column, row
from ui.look.lines import Elided, Words

LONGEST = 300  # code points of what is asked
COMPUTED = "As computed"
WRITES = spelled(FIXED["note_write"].keys)
CHOICES: tuple[tuple[str, Verdict | None], ...] = (  # by their keys, as `judge` has them
    ("Same", Verdict.SAME),
    ("Compatible", Verdict.COMPATIBLE),
    ("Differs", Verdict.DIFFERS),
    ("Contradicts", Verdict.CONTRADICTS),
    ("Silent", Verdict.SILENT),
    (COMPUTED, None),
)


class AskLine(Pane):
    """The line in which a name or a note is written.

    `asked`: it opens; `left`: it has gone, and the keyboard with it.
    """

    asked, left = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__(ground="chrome")
        self.asks, self.line = Elided(weight=500), QLineEdit()
        self.take, self.back = Button("Write it", "check", WRITES, kind="primary"), Button("Back")
        parts = row(gap=8, margins=(12, 8, 12, 8))
        parts.add(self.asks, 1)
        parts.add(self.line, 2)
        for button in (self.take, self.back):
            parts.add(button)
        self.setLayout(parts)
        self.setFocusProxy(self.line)
        self._answer: Callable[[str], object] = str
        self.of = ""
        self.take.clicked.connect(self.answer)
        self.back.clicked.connect(self.put_away)
        bindings.bind(self.line, "", FIXED["note_write"].keys, self.answer)
        self.hide()

    def ask(self, what: str, said: str, answer: Callable[[str], object], of: str = "") -> None:
        """Ask for it, with what is there; `answer` is called with what was written, which may be nothing.

        `of`: the id of the group that it is asked of, "" for none.
        """
        self.asked.emit()
        self._answer, self.of = answer, of
        self.asks.setText(what)
        self.line.setAccessibleName(what)
        self.line.setText(said)
        self.line.selectAll()
        self.show()
        self.line.setFocus()

    def answer(self) -> None:
        """Take what is written."""
        answer, said = self._answer, self.line.text()
        self.put_away()
        answer(said)

    def put_away(self) -> None:
        """Go without an answer."""
        if not self.isHidden():
            self.hide()
            self.left.emit()


class JudgeLine(Pane):
    """The line in which a role is judged.  `asked`: it opens; `left`: it has gone, and the keyboard with it."""

    asked, left = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__(ground="chrome")
        self.asks = Words(weight=500, wraps=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self.choices: list[Button] = []
        for key, (word, verdict) in zip(FIXED["judge_verdict"].keys, CHOICES, strict=True):
            button = Button(word, DRAWN[verdict][0] if verdict else "undo-2", key, pad=8)
            button.clicked.connect(partial(self.take, verdict))
            bindings.bind(self, "", (key,), partial(self.take, verdict)).setShortcutContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            self.choices.append(button)
            self._grid.addWidget(button, 0, len(self.choices))
        self._grid.setColumnStretch(len(self.choices) + 1, 1)
        self.setLayout(column(self.asks, self._grid, gap=6, margins=(12, 8, 12, 8)))
        self._answer: Callable[[Verdict | None], object] = str
        self.of = ("", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def ask(self, what: str, answer: Callable[[Verdict | None], object], of: tuple[str, str]) -> None:
        """Ask how it goes together; `answer` is called with the verdict, None for the computed one.

        `of`: the id of the group, and the role.
        """
        self.asked.emit()
        self._answer, self.of = answer, of
        self.asks.setText(what if len(what) <= LONGEST else f"{what[: LONGEST - 1]}…")
        self.setAccessibleName(what)
        self.setAccessibleDescription(
            IN_FORCE.fill("{key:judge_verdict}: same, compatible, differs, contradicts, silent, as computed")
        )
        self.show()
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the choices in more rows where one has no room for them."""
        super().resizeEvent(event)
        hints, room = [one.sizeHint().width() + 6 for one in self.choices], self.width() - 24
        columns = 6 if sum(hints) <= room else 3 if 3 * max(hints) <= room else 2
        for n, one in enumerate(self.choices):
            self._grid.addWidget(one, n // columns, n % columns)

    def take(self, verdict: Verdict | None, *_: object) -> None:
        """Judge so."""
        answer = self._answer
        self.put_away()
        answer(verdict)

    def put_away(self) -> None:
        """Go without a verdict."""
        if not self.isHidden():
            self.hide()
            self.left.emit()
