"""The ways to begin a project, each a page of its own: the labels of news, or those that are typed in a line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from annotations.errors import UserError
from annotations.schema import own_labels, reader
from annotations.schema.types import Label
from annotations.suggest.expected import READ, fitting
from annotations.suggest.installed import NONE, SHIPPED
from annotations.text.counts import counted
from models.transfer import creating
from models.transfer.creating import Start
from ui.creating.label_row import SHOWN, LabelRow
from ui.look.layouts import column
from ui.look.lines import Words

NO_LABELS = "With none the project begins empty; labels can be added later."
HINT = "DISH, PLACE, CHEF"


class StartPage(QWidget):
    """One way to begin.  `changed`: the labels are others; `told` says what they are, in role `bad` what is wrong."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.row, self.told = LabelRow(), Words(px=12, role="text2", wraps=True)

    @property
    def field(self) -> QLineEdit | None:
        """Return the field that is written into, if there is one."""
        return None

    @property
    def language(self) -> str:
        """Return the code of the language that the labels are for, "" when they say none."""
        return ""

    @property
    def imported(self) -> Path | None:
        """Return the file that is to be imported once the project is made, if there is one."""
        return None

    def begin(self, language: str) -> Start:
        """Return what the project begins with.  UserError when that is nothing yet."""
        raise NotImplementedError

    def labels(self) -> list[str]:
        """Return the names of the labels as far as they are known now."""
        return self.row.names

    def fitting(self, language: str) -> str:
        """Return the name of what is to suggest, unless somebody chooses."""
        return fitting(self.labels(), language)

    def say(self, sentence: str, *, is_wrong: bool = False) -> None:
        """Say something below the labels."""
        self.told.set_role("bad" if is_wrong else "text2")
        self.told.setText(sentence)

    def show_labels(self, labels: list[Label], sentence: str, *, is_wrong: bool = False) -> None:
        """Show these labels, and a sentence on them."""
        self.row.show_labels(labels)
        self.say(sentence, is_wrong=is_wrong)
        self.changed.emit()


class NewsPage(StartPage):
    """The labels and fact types that come with the program."""

    def __init__(self) -> None:
        super().__init__()
        self._schema = reader.parse(reader.shipped("news"), "news")
        self.setLayout(column(self.told, self.row, gap=6))
        labels, facts = len(self._schema.labels), len(self._schema.facts)
        self.show_labels(
            [*self._schema.labels.values()],
            f"{labels:,} labels and {facts:,} fact types, each with a guideline: who did what, where and when.",
        )

    def begin(self, language: str) -> Start:
        return Start(self._schema)

    def fitting(self, language: str) -> str:
        return SHIPPED if language == READ else NONE


class OwnPage(StartPage):
    """Labels of one's own, typed in a line."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit(placeholderText=HINT)
        self.line.setAccessibleName("Labels, with commas between them")
        self.setLayout(column(self.line, self.told, self.row, gap=6))
        self.line.textChanged.connect(self._look)
        self._look()

    @property
    def field(self) -> QLineEdit | None:
        return self.line

    def begin(self, language: str) -> Start:
        found = own_labels.typed(self.line.text())
        if found.problems:
            raise UserError(found.problems[0])
        return creating.own(found.names, language)

    def _look(self) -> None:
        """Show the labels as they are typed, and a sentence for every mistake."""
        found = own_labels.typed(self.line.text())
        labels = [*own_labels.own(found.names[:SHOWN]).values(), *map(Label, found.names[SHOWN:])]
        if found.problems:
            self.show_labels(labels, "\n".join(found.problems), is_wrong=True)
        else:
            self.show_labels(labels, f"{counted(len(labels), 'label')}." if labels else NO_LABELS)
