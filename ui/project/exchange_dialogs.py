"""The dialogs of sharing: whose work goes to which file, who gets which share of the articles, and who is who."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFileDialog, QLineEdit, QSpinBox, QWidget

from annotations.errors import UserError
from annotations.exchange import assignment
from annotations.exchange.suffixes import EARLIER, READABLE, SUFFIX, completed
from annotations.plain_names import folder_name
from models.settings import is_annotator
from ui.look.dialog import Dialog
from ui.look.layouts import row
from ui.look.lines import Words
from ui.look.segments import Segments
from ui.wording import asked

FILES = f"Factmark files (*{' *'.join((SUFFIX, *EARLIER))});;All files (*)"  # as dialogs of files list them
READ = f"To be read (*{' *'.join(READABLE)})"
WHOLE = "everybody: the whole project"
SHARED = "Articles are dealt out by chance; with the same names and seed alike in every copy of the project."
MOST_SEED = 2**31 - 1


class WorkDialog(Dialog):
    """The dialog of whose work goes to which file; the file's name follows the annotator's until changed."""

    chosen = Signal(str, str)  # annotator, "" for the whole project; file

    def __init__(
        self, title: str, file: Path, names: list[str], parent: QWidget | None = None, *, whole: str = ""
    ) -> None:
        """Take the proposed `file`; its name has "{name}" where the annotator's goes, or that of the `whole` project."""
        super().__init__(title, parent)
        self._file = file
        self.annotator, self.path = QComboBox(), QLineEdit()
        for name in dict.fromkeys(names):
            self.annotator.addItem(name, (name, name))
        if whole:
            self.annotator.addItem(WHOLE, ("", folder_name(whole)))
        self.annotator.setAccessibleName("Work of")
        self.path.setAccessibleName("File")
        self._proposed = ""
        self._propose()
        self.annotator.currentIndexChanged.connect(self._propose)
        self.add(self.field("&Work of", self.annotator))
        self.add(self.place("&File", self.path, self._browse))
        self.end_with("Write the file", self._accept, icon="download")

    def _propose(self) -> None:
        if self.path.text() == self._proposed:
            name = self._file.name.replace("{name}", self.annotator.currentData()[1])
            self._proposed = str(self._file.with_name(name))
            self.path.setText(self._proposed)

    def _browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), self.path.text(), self._kinds())
        if path:
            self.path.setText(self._completed(path))

    def _kinds(self) -> str:
        return FILES if self._file.suffix == SUFFIX else f"{READ};;{FILES}"

    def _completed(self, path: str) -> str:
        """Return the path with a suffix that says what the file is."""
        return completed(path, *(() if self._file.suffix == SUFFIX else READABLE))

    def _accept(self) -> None:
        self.accept()
        self.chosen.emit(self.annotator.currentData()[0], self._completed(self.path.text().strip()))


class AssignDialog(Dialog):
    """The dialog of who gets articles, and how many go to several; it says first how many that is."""

    chosen = Signal(list)  # what the command `assign` takes after the project

    def __init__(self, names: list[str], left: int, every: int, parent: QWidget | None = None) -> None:
        """Take the numbers of articles: `left` that nobody has, `every` that there are."""
        super().__init__("Assign articles", parent, about=SHARED)
        self._left, self._every = left, every
        self.names = QLineEdit(", ".join(names))
        self.overlap = QDoubleSpinBox(maximum=100.0, decimals=1, suffix=" %", singleStep=5.0)
        self.to, self.seed = QSpinBox(minimum=2, maximum=99), QSpinBox(maximum=MOST_SEED)
        self.again = QCheckBox("give out all anew, not only what nobody has")
        self.count = Words(wraps=True)
        self.count.setAccessibleName("How many")
        self.count.setMinimumHeight(self.count.fontMetrics().height() * 3)
        self.add(self.field("&Names, with commas", self.names))
        fields = (
            ("&Overlap: go to several", self.overlap),
            ("Each of &those to", self.to),
            ("&Seed", self.seed),
        )
        beside = row(gap=12)
        for caption, one in fields:
            beside.add(self.field(caption, one), 1)
        for part in (beside, self.again, self.count):
            self.add(part)
        self._give = self.end_with("Assign", self._accept)
        for changed in (self.names.textChanged, self.overlap.valueChanged, self.to.valueChanged):
            changed.connect(self._count)
        self.again.toggled.connect(self._count)
        self._count()

    def _people(self) -> list[str]:
        return [name.strip() for name in self.names.text().split(",") if name.strip()]

    def _count(self) -> None:
        """Say what would be given out, or why nothing can be."""
        people, share, to = self._people(), self.overlap.value() / 100, self.to.value()
        many = self._every if self.again.isChecked() else self._left
        try:
            assignment.check(people, overlap=share, to=to)
            shared = round(share * many)
            about = "about " if shared < many else ""  # which ones is drawn article by article
            each = f"{about}{shared:,} of them to {to} annotators each, " if shared else ""
            rest = "the others to one each" if shared else "each to one annotator"
            which = "All" if self.again.isChecked() else "Of those that nobody has, all"
            self.count.setText(f"{which} {many:,} articles go to {len(people):,} people: {each}{rest}.")
        except UserError as error:
            many = 0
            self.count.setText(str(error))
        self._give.setEnabled(many > 0)

    def _accept(self) -> None:
        options = ["--overlap", str(self.overlap.value()), "--to", str(self.to.value())]
        again = ["--again"] if self.again.isChecked() else []
        self.accept()
        self.chosen.emit([*options, "--seed", str(self.seed.value()), *again, "--", *self._people()])


class WhoDialog(Dialog):
    """The dialog of who a name in a package is, whose work a merge has left out."""

    chosen = Signal(list)  # the words by which the command `merge` is told
    left = Signal()

    def __init__(
        self, question: Mapping[str, Any], taken: Collection[str], parent: QWidget | None = None
    ) -> None:
        """Take a question of a merge's report, and the names that are taken here."""
        name, called = str(question["name"]), str(question["called"])
        super().__init__(f"Who is {name}?", parent, about=asked(question))
        self._name, self._called, self._taken = name, called, {*taken, name}
        self.who = Segments("Who it is", {"one": "One person", "two": "Two people"})
        free = next(free for n in range(2, 10_000) if (free := f"{name} {n}") not in self._taken)
        self.name = QLineEdit(free)
        self.add(self.who)
        self.add(self.field("&Name here of who comes in", self.name))
        self._go = self.end_with("Merge", self._accept, leave="Leave out")
        self.rejected.connect(self.left)
        self.who.changed.connect(self._look)
        self.name.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        """Let a name be given where it is two people, and say why it cannot be that one."""
        is_new = self.who.value == "two"
        new = self.name.text().strip()
        wrong = f"{new} has work here already." if new in self._taken else ""
        wrong = wrong if is_annotator(new) else "This cannot be an annotator's name."
        self.name.setEnabled(is_new)
        self.wrong.setText(wrong if is_new else "")
        self._go.setEnabled(not (is_new and wrong))

    def _accept(self) -> None:
        if self.who.value == "two":
            words = ["--rename", f"{self._name}={self.name.text().strip()}"]
        elif self._called:
            words = ["--rename", f"{self._name}={self._called}"]
        else:
            words = ["--same-person", self._name]
        self.accept()
        self.chosen.emit(words)
