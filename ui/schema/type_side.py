"""The right side of the view Schema for a fact type: its form, what it may be merged into, and the writing."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotations.errors import NotWritten, ReadOnly
from annotations.schema import changes
from annotations.schema.types import FactType, Schema
from ui.keys_in_force import IN_FORCE
from ui.look.layouts import Hair, column, row
from ui.look.lines import Words
from ui.schema.label_form import AGAIN, SAID
from ui.schema.merge_row import MergeRow
from ui.schema.schema_editing import SchemaEditing
from ui.schema.type_form import TypeForm


class TypeSide(QWidget):
    """The form, with what writes it.  `renaming`, `merging`: the other name."""

    renaming = Signal(str)
    merging = Signal(str)

    def __init__(self, editing: SchemaEditing) -> None:
        super().__init__()
        self._editing, self._schema, self.shown, self._has_failed = editing, Schema(""), "", False
        self.form, self.merge = TypeForm(), MergeRow()
        self.wrong = Words(px=12, role="bad", wraps=True)
        self.wrong.setAccessibleName("What is wrong")
        last = row(gap=12, margins=(20, 8, 20, 8))
        last.add(self.wrong, 1)
        last.add(self.merge)
        whole = column(gap=0)
        whole.add(self.form, 1)
        whole.add(Hair())
        whole.add(last)
        self.setLayout(whole)
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self._again.timeout.connect(self.keep)
        self.form.changed.connect(self._write)
        self.form.renamed.connect(lambda _, new: self.renaming.emit(new))
        self.merge.merging.connect(self.merging)

    def show_entry(self, schema: Schema, name: str) -> None:
        """Show the fact type; of the one shown before, what is typed stays."""
        before = self._schema.facts.get(name) if name == self.shown else None
        if before is None:
            self.say("")
        typed = self._typed() if before else {}
        self._schema, self.shown = schema, name
        self.form.show_type(schema, name)
        self.merge.offer([other for other in schema.facts if other != name])
        for field in typed:
            if before and getattr(before, field, "") != getattr(schema.facts[name], field, ""):
                self._keep_both(field, schema.facts[name])

    def _keep_both(self, field: str, theirs: FactType) -> None:
        """Say that somebody else changed a field that is being typed in; of the guideline both stay."""
        said = f"The {SAID.get(field, field)} of {theirs.name} was changed elsewhere meanwhile: "
        if field == "guideline" and theirs.guideline:
            mine = self.form.guideline
            mine.put(f"{mine.text.rstrip()}\n\n{theirs.guideline}")
            self.say(f"{said}theirs stands below yours.")
        else:
            self.say(f"{said}yours stays here, and replaces it when you leave the field.")

    @property
    def said(self) -> str:
        """Return what is wrong; "" for nothing."""
        return self.wrong.text()

    def say(self, what: str) -> None:
        """Say what is wrong."""
        self.wrong.setText(IN_FORCE.fill(what))

    def _typed(self) -> dict[str, str]:
        return {name: field.text for name, field in self.form.fields.items() if field.is_open}

    def unwritten(self) -> dict[str, str]:
        """Return the texts that are typed and not written, by what they are called."""
        return {SAID.get(name, name): text for name, text in self._typed().items() if name != "name"}

    def keep(self) -> bool:
        """Write what is typed; return False where some of it could not be written.

        What the form cannot take stays in it as it is typed, for this type.
        """
        self._editing.look()
        self.form.finish()
        return not self._has_failed

    def _write(self, after: Schema) -> None:
        """Write what the form has other than it was shown."""
        before, wanted, name = self._schema.facts[self.shown], after.facts[self.shown], self.shown
        other = {f.name: getattr(wanted, f.name) for f in fields(wanted)}
        other = {field: value for field, value in other.items() if value != getattr(before, field)}
        error = self._editing.write(lambda schema: _with(schema, name, other))
        is_lost = isinstance(error, NotWritten) and not isinstance(error, ReadOnly)
        if error or self._has_failed:
            self.say(str(error or ""))
        if error:
            self.form.show_type(self._schema, name)
        if is_lost:
            self._again.start()
        self._has_failed = is_lost

    def end_name(self) -> None:
        """Show the name as it is, unless somebody still writes another."""
        if not self.form.name.field.hasFocus():
            self.form.show_type(self._schema, self.shown)

    def go_to(self, place: str) -> None:
        """Give the keyboard to the name, the key, or what it may be merged into."""
        fields_: dict[str, Any] = {
            "name": self.form.name.field,
            "key": self.form.key.field,
            "merge": self.merge.into,
        }
        fields_[place].setFocus()
        if place == "name":
            fields_[place].selectAll()

    def archive(self) -> None:
        """Archive it, or offer it again."""
        self.form.archived.click()


def _with(schema: Schema, name: str, other: dict[str, Any]) -> Schema:
    """Return the schema with other fields of the fact type.  UserError when it is not there any more."""
    changes.change(schema, "facts", name)
    if "roles" in other:
        made = replace(schema.facts[name], roles=other["roles"])
        schema = replace(schema, facts={**schema.facts, name: made})
    plain = {field: value for field, value in other.items() if field != "roles"}
    return changes.change(schema, "facts", name, **plain)
