"""A list of wordings that goes along: its file, the label of lines that name none, and how much of it is taken."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotations.errors import UserError
from annotations.suggest.word_lists import LabelWanted, WordList, read_list
from annotations.whole_files import stamp_of
from models.transfer import creating
from ui.creating.parts import PathField, named
from ui.look.layouts import row
from ui.look.lines import Words
from ui.widgets.still import StillBox

NO_LIST = "Not needed. A text with a wording a line, or a table of wordings and labels: each is suggested wherever it stands."
ITS_OWN = "the label that its line names"
TAKEN = "suggested wherever they stand"


class ListPart(QWidget):
    """The field of the file, and the label for lines that name none."""

    def __init__(self) -> None:
        super().__init__()
        self.source = PathField(
            "List of wordings",
            files="Lists (*.txt *.csv *.tsv *.jsonl);;All files (*)",
        )
        self.label = StillBox("Label of its wordings", 20)
        self.told = Words(px=12, role="text2", wraps=True)
        of = row(Words("Label"), self.label, None)
        self.setLayout(named("A list of wordings", self.source, self.told, of))
        self._labels: list[str] = []
        self._found: WordList | None = None  # as it was read last, before labels are looked at
        self._wrong, self._stamp = "", object()  # of the file as it was read
        self.follow([])
        self.source.changed.connect(self._read)
        self.label.currentIndexChanged.connect(self._read)

    @property
    def field(self) -> QWidget:
        """Return the field to go to when something is wrong."""
        return self.source.line

    def follow(self, labels: list[str]) -> None:
        """Offer these labels; the one that is chosen stays so while it is there."""
        held = self.label.currentData()
        self._labels = labels
        self.label.blockSignals(True)
        self.label.clear()
        self.label.offer("", ITS_OWN)
        for label in labels:
            self.label.offer(label, label)
        self.label.setCurrentIndex(max(0, self.label.findData(held)))
        self.label.blockSignals(False)
        if self.label.currentData() != held:
            self._read()
        else:
            self._tell()

    def chosen(self) -> WordList | None:
        """Return what is taken of the list; None without a list.  UserError when it is none."""
        if not self.source.path:
            return None
        if self._stamp != stamp_of(self.source.place):  # it was written since
            self._read()
        if self._wrong:
            raise UserError(self._wrong)
        return self._fitting()

    def _read(self) -> None:
        """Read the list, and say how much of it would be taken."""
        self._found, self._wrong = None, ""
        self._stamp = stamp_of(self.source.place) if self.source.path else None
        try:
            if self.source.path:
                self._found = read_list(self.source.place, self.label.currentData())
        except LabelWanted as error:
            self._wrong = error.sentence
        except UserError as error:
            self._wrong = str(error)
        self._tell()

    def _fitting(self) -> WordList | None:
        return self._found and creating.of_labels(self._found, self.source.place.name, self._labels)

    def _tell(self) -> None:
        listed = self._fitting()
        self.told.set_role("bad" if self._wrong else "text2")
        if listed is None:
            self.told.setText(self._wrong or NO_LIST)
            return
        lines = [f"{listed.said()}; {TAKEN}.", *map(str, listed.notices), *listed.problems.lines()]
        self.told.setText("\n".join(lines))
