"""The head of the list of entities: what they are filtered by, how many there are, and which are marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui import bindings
from ui.compare.entities.entity_menu import APART, MERGE
from ui.fixed_keys import FIXED
from ui.key_words import plainest
from ui.look.buttons import Button
from ui.look.layouts import Pane, column, row
from ui.look.lines import Elided, Words
from ui.plain_text import tip

PAUSE = 60  # milliseconds after a letter before the entities are looked through


class EntityFilter(Pane):
    """The line for the filter, and the switch for what is to decide.

    `changed`: others are to be listed; `left`: the keyboard goes on to the list.
    """

    changed, left = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = QLineEdit(placeholderText="Filter the entities", clearButtonEnabled=True)
        self.text.setAccessibleName(f"Filter the entities ({plainest(FIXED['entity_filter'].keys)})")
        self.undecided = Button("", "circle-dashed", kind="tab", height=28, pad=6)
        self.undecided.setCheckable(True)
        self.undecided.setAccessibleName("Only what is to decide")
        self.undecided.setToolTip(tip(f"Only what is to decide ({plainest(FIXED['entity_undecided'].keys)})"))
        self.count = Words(px=12, role="text2")
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self.changed)
        head = row(Words("Entities", px=13, weight=600), None, self.count)
        line = row(gap=4)
        line.add(self.text, 1)
        line.add(self.undecided)
        self.setLayout(column(head, line, gap=4, margins=(16, 8, 12, 4)))
        self.text.textChanged.connect(self._soon.start)
        self.undecided.toggled.connect(self.changed)
        self.text.installEventFilter(self)

    def words(self) -> list[str]:
        """Return the words that an entity must have, in lower case."""
        return self.text.text().casefold().split()

    def open(self) -> None:
        """Give the line the keyboard."""
        self.text.setFocus()
        self.text.selectAll()

    def clear(self) -> None:
        """List all entities again."""
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self.undecided.blockSignals(True)
        self.undecided.setChecked(False)
        self.undecided.blockSignals(False)
        self._now()

    def _now(self) -> None:
        self._soon.stop()
        self.changed.emit()

    def tell(self, to_decide: int, of: int) -> None:
        """Show how many are to decide of how many entities."""
        self.count.setText(f"{to_decide:,} of {of:,} to decide")

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        """Filter at once and go to the list by the keys that lead there; leaving takes the filter away first."""
        if not isinstance(event, QKeyEvent) or event.type() is QEvent.Type.KeyRelease:
            return False
        is_back = event.key() in bindings.codes("entity_leave")
        if not is_back and event.key() not in (*bindings.codes("filter_now"), *bindings.codes("fact_after")):
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            if is_back and self.text.text():
                self.text.clear()
            self._now()
            self.left.emit()
        return True


class MarkStrip(Pane):
    """The line on the marked entities, with what is done to them."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Elided(px=12, role="text2")
        self.merge = Button(MERGE.word, "", height=24, pad=6, kind="ghost")
        self.apart = Button(APART.word, "", height=24, pad=6, kind="ghost")
        line = row(gap=2, margins=(16, 2, 8, 2))
        line.add(self.words, 1)
        line.add(self.merge)
        line.add(self.apart)
        self.setLayout(line)
        self.tell(())

    def tell(self, names: Sequence[str]) -> None:
        """Show which are marked."""
        said = f"{len(names):,} marked: {', '.join(names[:9])}" if names else "None marked"
        self.words.setText(" ".join(said.split()))
        self.words.set_more("\n".join(names[:30]))
        self.setVisible(bool(names))
        self.merge.setEnabled(bool(names))
        self.apart.setEnabled(bool(names))
