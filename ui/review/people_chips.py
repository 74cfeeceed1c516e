"""The chips of a review: whose work takes part; of many people one chip, behind which they stand with ticks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotations.plain_names import marked
from annotations.text.counts import counted
from ui.look.buttons import Button
from ui.look.layouts import row
from ui.plain_text import tip
from ui.review.choice_sheet import SheetQuestion, ticks
from ui.review.votes import lettered

FEW, MOST = 6, 20  # people with a chip each; people who can take part
ALONE = "Somebody must take part: this is the only one."


class PeopleChips(QWidget):
    """The chips.  `chosen`: others take part.  `asked`: a sheet with all of them is wanted.  `refused`: says why not."""

    chosen = Signal()
    asked = Signal(object)  # a SheetQuestion
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.everybody: list[str] = []
        self._machines: Collection[str] = ()
        self._out: set[str] = set()  # who was left out
        self.chips: list[Button] = []
        self.many = Button("", "chevron-down", kind="plain", height=24, pad=8, takes_focus=True)
        self.many.clicked.connect(self.ask)
        self._row = row(self.many, gap=2)
        self.setLayout(self._row)

    def offer(self, everybody: Sequence[str], machines: Collection[str] = ()) -> None:
        """Offer these people, some of them machines; who was left out stays so, the others take part."""
        self.everybody, self._machines = list(everybody), machines
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        few = len(everybody) <= FEW
        letters = lettered(everybody)
        self.chips = [self._chip(name, letters[name]) for name in (everybody if few else ())]
        for chip in self.chips:
            self._row.add(chip)
        self.many.setVisible(not few)
        self._tell()

    def names(self) -> tuple[str, ...]:
        """Return who takes part, in alphabetical order; at most twenty, and never nobody."""
        inside = [name for name in self.everybody if name not in self._out]
        return tuple((inside or self.everybody)[:MOST])

    def parts(self) -> list[Button]:
        """Return the chips that are shown."""
        return self.chips or [self.many]

    def choose(self, names: Sequence[str]) -> None:
        """Have these people take part; say so when they are too many."""
        if len(names) > MOST:
            self.refused.emit(f"At most {MOST} people take part in a review; {len(names):,} are ticked.")
        self._out = set(self.everybody) - set(names[:MOST])
        self._tell()
        self.chosen.emit()

    def ask(self) -> None:
        """Ask who takes part, with a tick for each who does."""
        everybody = self.everybody

        def take(rows: tuple[int, ...]) -> None:
            self.choose([everybody[row] for row in rows])

        letters = lettered(everybody)
        words = tuple(f"{letters[name]}  {marked(name, self._machines)}" for name in everybody)
        self.asked.emit(SheetQuestion("Whose work takes part?", words, take, ticks(everybody, self.names())))

    def _chip(self, name: str, letter: str) -> Button:
        chip = Button(letter, kind="tab", height=24, pad=6, takes_focus=True)
        chip.setCheckable(True)
        chip.clicked.connect(partial(self._turn, name, chip))
        return chip

    def _turn(self, name: str, chip: Button) -> None:
        is_on, names = chip.isChecked(), set(self.names())
        if not is_on and names == {name}:
            self.refused.emit(ALONE)
            self._tell()
            return
        wanted = names | {name} if is_on else names - {name}
        self.choose([one for one in self.everybody if one in wanted])

    def _tell(self) -> None:
        """Show who takes part."""
        inside, letters = self.names(), lettered(self.everybody)
        for name, chip in zip(self.everybody, self.chips, strict=False):
            is_in = name in inside
            chip.setChecked(is_in)
            said = marked(name, self._machines)
            chip.setAccessibleName(f"{said} takes part" if is_in else f"{said} is left out")
            chip.setToolTip(tip(f"{letters[name]}: {chip.accessibleName()}"))
        count = len(inside)
        words = f"{count:,}" if count == len(self.everybody) else f"{count:,} of {len(self.everybody):,}"
        self.many.say(words, "chevron-down", "")
        self.many.setAccessibleName(f"{counted(count, 'annotator')} of {len(self.everybody):,} take part")
        self.many.setToolTip(tip("Whose work takes part"))
