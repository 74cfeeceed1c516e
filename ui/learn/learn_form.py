"""The form of a training: whose work, what it starts from, how long it may take, and Start."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from annotations.learn.shapes import BUDGET, NOTHING
from annotations.sets import GOLD
from annotations.text.counts import counted
from ui.learn.learn_words import lasting
from ui.look.buttons import Button
from ui.look.layouts import Pane, Scroll, column, row
from ui.look.lines import Caption, Words
from ui.widgets.still import StillBox

BUDGETS = (60, round(BUDGET), 600, 1800)  # seconds
NOBODY = "nobody has finished an article"
NEW = "It learns everything from these articles: that takes many more of them."
OLD = "What it knows is carried over; your labels are matched to its own by what it finds."


class LearnForm(Pane):
    """The form.  `changed`: something else is wanted; `started`: Start was pressed."""

    changed = Signal()
    started = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.who, self.parent_box = StillBox("Learn from the work of", 12), StillBox("Start from", 12)
        self.about_parent = Words(px=12, role="text2", wraps=True)
        self.budget = StillBox("Time at most", 12)
        for seconds in BUDGETS:
            self.budget.offer(str(seconds), lasting(seconds))
        self.budget.choose(str(round(BUDGET)))
        self.curve = QCheckBox("Learning curve")
        self.curve.setAccessibleDescription("Would more articles help? It takes longer.")
        self.about_curve = Words(
            "Would more articles help? It takes longer.", px=12, role="text2", wraps=True
        )
        self.estimate = Words(px=12, role="text2", wraps=True)
        self.estimate.setAccessibleName("How long it takes")
        self.start = Button("Start", "arrow-right", kind="primary", takes_focus=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setLayout(
            column(
                Words("Learn", px=20, weight=600),
                Caption("Learn from the work of"),
                self.who,
                4,
                Caption("Start from"),
                self.parent_box,
                self.about_parent,
                4,
                Caption("Time at most"),
                self.budget,
                4,
                self.curve,
                self.about_curve,
                8,
                self.estimate,
                row(self.start, None),
                None,
                gap=6,
                margins=(16, 18, 16, 16),
            )
        )
        self.setLayout(row(Scroll(inner), gap=0))

    def _connect(self) -> None:
        for box in (self.who, self.parent_box, self.budget):
            box.currentIndexChanged.connect(self._tell)
        self.curve.toggled.connect(self._tell)
        self.start.clicked.connect(self.started)

    # --- what is chosen

    @property
    def annotator(self) -> str:
        """Return whose work is learned from; "" when nobody's can be."""
        return str(self.who.currentData() or "")

    @property
    def parents(self) -> list[str]:
        """Return the names of what training can start from."""
        return [str(self.parent_box.itemData(at)) for at in range(self.parent_box.count())]

    @property
    def parent_name(self) -> str:
        """Return the name of what training starts from."""
        return str(self.parent_box.currentData() or NOTHING)

    @property
    def seconds(self) -> float:
        """Return the budget."""
        return float(self.budget.currentData() or BUDGET)

    def words(self, folder: Path) -> list[str]:
        """Return the words of the command `train` for what is chosen."""
        curve = ["--curve"] if self.curve.isChecked() else []
        chosen = ("--annotator", self.annotator, "--from", self.parent_name, "--budget", f"{self.seconds:g}")
        return ["train", str(folder), *chosen, *curve, "--json"]

    # --- what is offered

    def offer(self, people: Mapping[str, int], me: str, parents: Mapping[str, str]) -> None:
        """Offer these annotators with how many articles they finished, and parents in words by name; what is chosen stays."""
        names = sorted(people, key=lambda name: (name != me, name != GOLD, name))
        said = {name: f"{name}, {counted(people[name], 'finished article')}" for name in names}
        _fill(self.who, said or {"": NOBODY})
        _fill(self.parent_box, parents)
        self.about_parent.setText(NEW if self.parent_name == NOTHING else OLD)

    def lock(self, *, is_running: bool) -> None:
        """Have the choices off while a training runs."""
        for part in (self.who, self.parent_box, self.budget, self.curve):
            part.setEnabled(not is_running)

    def _tell(self) -> None:
        self.about_parent.setText(NEW if self.parent_name == NOTHING else OLD)
        self.changed.emit()


def _fill(box: StillBox, said: Mapping[str, str]) -> None:
    """Have the box offer these, and no others."""
    if said == {str(box.itemData(at)): box.itemText(at) for at in range(box.count())}:
        return
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for value, words in said.items():
        box.offer(value, words)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
