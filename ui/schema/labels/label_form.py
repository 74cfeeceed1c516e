"""The form of a label: name, gloss, key, hue with a preview, guideline, archived.

It shows a label and tells what is typed; who owns it writes.  A field that somebody is typing in keeps that when the
schema becomes another meanwhile, and says so.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from annotations.errors import UserError
from annotations.schema import changes
from annotations.schema.types import LONGEST_GLOSS, Label, Schema, gloss_of
from ui.keys_in_force import IN_FORCE
from ui.look.layouts import Packed, column, row
from ui.look.lines import Caption, Elided, Words
from ui.look.restyled import follow
from ui.look.scale import px
from ui.schema.labels.given_back import GivenBack
from ui.schema.labels.hue_slider import HueSlider
from ui.schema.labels.label_preview import LabelPreview
from ui.schema.labels.merge_row import MergeRow

SOON, AGAIN = (
    800,
    3_000,
)  # milliseconds after which hue and guideline are kept; what could not be, tried again
WIDEST, SLIM = 760, 480  # pixels at 100 %; in a slimmer form fields stand one below the other
HINT = "What you change is written when you leave its field."
SAID = {"key": "key", "gloss": "gloss", "hue": "colour", "guideline": "guideline", "archived": "archiving"}


class LabelForm(QWidget):
    """The form.  `left`: something may have to be written; `renaming`, `merging`: the other name."""

    left = Signal()
    renaming = Signal(str)
    merging = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._schema = Schema("")
        self._entry: Label | None = None
        self.title = Elided(px=20, weight=600)
        self.hint, self.wrong = (
            Words(HINT, px=12, role="text2", wraps=True),
            Words(px=12, role="bad", wraps=True),
        )
        self.wrong.setAccessibleName("What is wrong")
        self.name, self.key = GivenBack(), GivenBack(maxLength=1)
        self.gloss = QLineEdit(maxLength=LONGEST_GLOSS)
        self.hue, self.preview = HueSlider(), LabelPreview()
        self.guideline = QPlainTextEdit(tabChangesFocus=True)
        self.guideline.setPlaceholderText(
            "When to use it, in Markdown: rules, then right and wrong examples."
        )
        self.archived = QCheckBox("Ar&chived: no longer offered")
        self.merge = MergeRow()
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._rows: list[Packed] = []
        self._lay_out()
        self._connect()
        follow(self)

    def _lay_out(self) -> None:
        said = QWidget()
        said.setLayout(column(self.hint, self.wrong, None, gap=0))
        self._said = said
        names = row(gap=12)
        for words, field, share in (
            ("Name", self.name, 3),
            ("Gloss", self.gloss, 3),
            ("Key", self.key, 0),
        ):
            names.add(_named(words, field), share)
        colour = QWidget()
        colour.setLayout(column(_named("Colour", self.hue), self.preview, gap=4))
        last = row(self.archived, None, self.merge, gap=8)
        self._rows += (names, last)
        whole = column(self.title, said, names, colour, gap=8, margins=(24, 16, 24, 16))
        whole.add(_named("Guideline", self.guideline), 1)
        whole.add(last)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._leave_name)
        self.name.textEdited.connect(self._check_name)
        self.key.textEdited.connect(self._check_key)
        for field in (self.key, self.gloss):
            field.editingFinished.connect(self.left)
        self.gloss.textEdited.connect(lambda: self.say(""))
        self.archived.clicked.connect(self.left)
        self.hue.valueChanged.connect(self._show_hue)
        for changed in (self.hue.valueChanged, self.guideline.textChanged):
            changed.connect(lambda: self._soon.start(SOON))
        self._soon.timeout.connect(self.left)
        self.merge.merging.connect(self.merging)
        for field in (self.name, self.key):
            field.given_back.connect(lambda: self.say(""))

    def restyle(self) -> None:
        """Take the scale in force."""
        self._said.setFixedHeight(px(34))
        self.key.setFixedWidth(px(64))
        self.guideline.setMinimumHeight(px(96))
        self.setMaximumWidth(px(WIDEST))

    # --- what is shown

    def set_slim(self, is_slim: bool) -> None:
        """Lay fields out one below the other, or side by side."""
        way = QBoxLayout.Direction.TopToBottom if is_slim else QBoxLayout.Direction.LeftToRight
        for line in self._rows:
            line.setDirection(way)

    def show_label(self, schema: Schema, name: str) -> None:
        """Show the label of that name as the schema has it; of the one shown before, what is typed stays."""
        entry, is_same = schema.labels[name], name == self.shown
        typed = self.typed() if is_same else {}
        typed = {field: value for field, value in typed.items() if value != getattr(entry, field)}
        before, self._entry, self._schema = self._entry, entry, schema
        if not is_same:
            self._soon.stop()
            self.say("")
        if not is_same or self.name.text() == self.name.rest:
            self.name.show_rest(name)
        self._fill({field: value for field, value in _values(entry).items() if field not in typed})
        others = [label for label in schema.labels.values() if label.name != name]
        self.merge.offer([label.name for label in others])
        self.hue.show_taken([label.hue for label in others])
        for field in typed:
            if getattr(entry, field) != getattr(before, field):
                self._keep_both(field, entry)

    def _fill(self, values: dict[str, Any]) -> None:
        """Show the values, and tell nobody."""
        entry = self._entry
        self.title.setText(entry.name if entry else "")
        for field in (self.hue, self.guideline):
            field.blockSignals(True)
        if "key" in values:
            self.key.show_rest((values["key"] or "").upper())
        if "gloss" in values and self.gloss.text() != values["gloss"]:
            self.gloss.setText(values["gloss"])
        if "archived" in values:
            self.archived.setChecked(values["archived"])
        if "guideline" in values and self.guideline.toPlainText() != values["guideline"]:
            self.guideline.setPlainText(values["guideline"])
        if "hue" in values:
            self.hue.setValue(values["hue"])
        for field in (self.hue, self.guideline):
            field.blockSignals(False)
        self.gloss.setPlaceholderText(gloss_of(entry) if entry else "")
        self._show_hue()

    def _keep_both(self, field: str, entry: Label) -> None:
        """Say that somebody else changed a field that is being typed in; of the guideline both stay."""
        said = f"The {SAID[field]} of {entry.name} was changed elsewhere meanwhile: "
        if field == "guideline" and entry.guideline:
            mine = self.guideline.toPlainText()
            self.guideline.setPlainText(f"{mine.rstrip()}\n\n{entry.guideline}")
            self.say(f"{said}theirs stands below yours.")
        else:
            self.say(f"{said}yours stays here, and replaces it when you leave the field.")

    def say(self, what: str) -> None:
        """Say what is wrong; "" for nothing."""
        self.wrong.setText(IN_FORCE.fill(what))
        self.wrong.setVisible(bool(what))
        self.hint.setVisible(not what)

    # --- what is typed

    def typed(self) -> dict[str, Any]:
        """Return the fields that are not as the entry shown has them."""
        entry = self._entry
        if entry is None:
            return {}
        shown: dict[str, Any] = {
            "key": self.key.text().strip().lower() or None,
            "gloss": " ".join(self.gloss.text().split()),
            "guideline": self.guideline.toPlainText(),
            "archived": self.archived.isChecked(),
            "hue": self.hue.value(),
        }
        return {field: shown[field] for field, value in _values(entry).items() if shown[field] != value}

    @property
    def shown(self) -> str:
        """Return the name of the label shown; "" for none."""
        return self._entry.name if self._entry else ""

    def give_up(self, *fields: str) -> None:
        """Show these fields as the entry has them."""
        if self._entry:
            values = _values(self._entry)
            self._fill({field: values[field] for field in fields})

    def try_again(self) -> None:
        """Have what could not be written tried again in a while."""
        self._soon.start(AGAIN)

    def end_name(self) -> None:
        """Show the entry's name, unless somebody still writes another."""
        if self._entry and not self.name.hasFocus():
            self.name.show_rest(self._entry.name)

    def _leave_name(self) -> None:
        if self._entry and " ".join(self.name.text().split()) != self._entry.name:
            self.renaming.emit(self.name.text())

    def _check_name(self, text: str) -> None:
        """Say as it is typed why the name cannot be had."""
        self.say("")
        if self._entry and text.strip() and text.strip() != self._entry.name:
            try:
                changes.rename(self._schema, "labels", self._entry.name, text)
            except UserError as error:
                self.say(str(error))

    def _check_key(self, text: str) -> None:
        """Say as it is typed why the key cannot be had."""
        self.say(changes.conflict(self._schema, "labels", self._entry.name, text) if self._entry else "")

    def _show_hue(self) -> None:
        if self._entry:
            self.preview.show_label(self._entry.name, self.hue.value())


def _values(label: Label) -> dict[str, Any]:
    """Return the fields of the form as the label has them."""
    return {field: getattr(label, field) for field in SAID}


def _named(words: str, field: QWidget) -> Packed:
    """Return the field below its caption."""
    caption = Caption(words)
    caption.setBuddy(field)
    field.setAccessibleName(words)
    made = column(caption, gap=4)
    made.add(field, 1)
    return made
