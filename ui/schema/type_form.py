"""The form of a fact type, whole: how it is called and shown, what it is for, what proposes it, and its roles.

Every change is a schema, written by whoever shows the form; a rename is asked for, since facts go with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from annotations.errors import UserError
from annotations.schema.changes import change, rename
from annotations.schema.types import LONGEST_GLOSS, FactType, Schema
from ui.look.layouts import Pane, Scroll, column, row
from ui.look.restyled import follow
from ui.look.scale import px
from ui.schema.type_preview import TypePreview
from ui.widgets.form_field import FormField, LinesBox

KEY_WIDTH = 72  # pixels at 100 %
BETWEEN = re.compile(r"[,\n]")  # triggers


class TypeForm(QWidget):
    """The form of one fact type.

    `changed`: the schema with what was just finished.  `renamed`: the type, and the name that it is to have.
    """

    changed = Signal(object)
    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._schema, self._name = Schema(""), ""
        self._drafts: dict[tuple[str, str], str] = {}  # what is typed and cannot be taken, by type and field
        self.preview = TypePreview()
        self.name, self.key = (
            FormField("Name", QLineEdit(), lines=2),
            FormField("Key", QLineEdit(maxLength=1), lines=2),
        )
        self.gloss = FormField("Gloss", QLineEdit(), lines=2)
        self.guideline = FormField("Guideline", LinesBox(5))
        self.triggers = FormField("Triggers", LinesBox(3))
        self.archived = QCheckBox("Archived: kept, but no longer offered")
        self.fields = {
            "name": self.name,
            "key": self.key,
            "gloss": self.gloss,
            "guideline": self.guideline,
            "triggers": self.triggers,
        }
        self._lay_out()
        for name, field in self.fields.items():
            field.typed.connect(partial(self._check, name))
            field.finished.connect(partial(self._take, name))
        self.archived.clicked.connect(lambda is_on: self._write(self._with(self._schema, archived=is_on)))
        follow(self)

    def _lay_out(self) -> None:
        first = row(gap=16)
        for field in (self.name, self.key, self.gloss):
            first.add(field, 1)
        inner = Pane(
            column(
                first,
                self.guideline,
                self.triggers,
                self.archived,
                None,
                gap=12,
                margins=(20, 12, 20, 16),
            ),
            ground="page",
        )
        self.room = Scroll(inner)
        lines = column(gap=0)
        lines.add(column(self.preview, margins=(20, 16, 20, 4)))
        lines.add(self.room, 1)
        self.setLayout(lines)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.key.field.setFixedWidth(px(KEY_WIDTH))

    # --- what is shown

    @property
    def type(self) -> FactType:
        return self._schema.facts[self._name]

    def show_type(self, schema: Schema, name: str) -> None:
        """Show the type; what is typed in the form of the same type and not finished stays."""
        anew = name != self._name
        if anew:
            self._keep_drafts()
        self._schema, self._name = schema, name
        for field, text in _texts(self.type).items():
            self.fields[field].show_text(text, anew=anew)
            if draft := self._drafts.pop((name, field), "") if anew else "":
                self.fields[field].put(draft)
            self._check(field)
        self.archived.setChecked(self.type.archived)
        self.preview.show_type(schema, name)

    def _keep_drafts(self) -> None:
        open_fields = {name: field.text for name, field in self.fields.items() if field.is_open}
        self._drafts |= {(self._name, name): text for name, text in open_fields.items()}

    # --- what is typed

    def finish(self) -> str:
        """Take what is typed in a field that was not left; return what is wrong with it, "" for nothing."""
        wrong = [said for name, field in self.fields.items() if field.is_open and (said := self._take(name))]
        return " ".join(wrong)

    def _check(self, name: str) -> None:
        """Say below the field what is wrong with its text as it stands, or else what it means; show what it makes."""
        field = self.fields[name]
        said, role = NOTES[name](field.text)
        if field.is_open:
            try:
                tried = self._tried(name, field.text)
            except UserError as error:
                said, role = str(error), "bad"
            else:
                self.preview.show_type(tried, next(iter(tried.facts.keys() - self._schema.facts), self._name))
        field.tell(said, role)

    def _tried(self, name: str, text: str) -> Schema:
        """Return the schema with the text in that field.  UserError when it cannot be there."""
        if name == "name":
            return rename(self._schema, "facts", self._name, text)
        if name == "triggers":
            return self._with(self._schema, triggers=BETWEEN.split(text))
        return self._with(self._schema, **{name: text})

    def _with(self, schema: Schema, **fields: object) -> Schema:
        return change(schema, "facts", self._name, **fields)

    def _take(self, name: str) -> str:
        """Write the field's text, or ask for the rename; return what is wrong with it, "" for nothing."""
        field = self.fields[name]
        try:
            after = self._tried(name, field.text)
        except UserError as error:
            field.tell(str(error), "bad")
            return str(error)
        field.take()
        if name == "name":
            self.renamed.emit(self._name, " ".join(field.text.split()))
        else:
            self._write(after)
        return ""

    def _write(self, after: Schema) -> None:
        """Show the schema, and have it written where it is another."""
        is_other = after != self._schema
        self.show_type(after, self._name)
        if is_other:
            self.changed.emit(after)


def _texts(type_: FactType) -> dict[str, str]:
    """Return what the fields show of the type."""
    return {
        "name": type_.name,
        "key": (type_.key or "").upper(),
        "gloss": type_.gloss,
        "guideline": type_.guideline,
        "triggers": ", ".join(type_.triggers),
    }


# --- what a field's text means, and the colour to say it in


def _of_gloss(text: str) -> tuple[str, str]:
    room = LONGEST_GLOSS - len(" ".join(text.split()))
    return f"A few words beside the name; room for {room} more", "text2"


def _of_triggers(text: str) -> tuple[str, str]:
    count = len({one.strip() for one in BETWEEN.split(text)} - {""})
    if not count:
        return (
            "Never proposed: it has no triggers. Write words that state such a fact: attack, strike",
            "warn",
        )
    said = f"{count} trigger{'' if count == 1 else 's'}"
    return (
        f"{said}, in their base form, with commas between; facts are proposed where the text has one",
        "text2",
    )


NOTES: dict[str, Callable[[str], tuple[str, str]]] = {
    "name": lambda _: ("As facts are called in the window and in files", "text2"),
    "key": lambda _: ("Chooses it after {key:fact}; a letter or digit", "text2"),
    "gloss": _of_gloss,
    "guideline": lambda _: ("In Markdown: when to use it, when not, with examples", "text2"),
    "triggers": _of_triggers,
}
