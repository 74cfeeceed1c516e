"""The right side of the view Schema for a fact type: its form, and the writing of what was typed there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotations.errors import NotWritten, ReadOnly
from annotations.schema import changes
from annotations.schema.types import Schema
from ui.keys_in_force import IN_FORCE
from ui.look.layouts import column
from ui.look.lines import Words
from ui.schema.labels.label_form import AGAIN
from ui.schema.schema_editing import SchemaEditing
from ui.schema.type_form import TypeForm


class TypeSide(QWidget):
    """The form, with what writes it.

    `renaming`, `merging`: the other name; `role_asked`: a role, and its name to be, "" where it is to go.
    """

    renaming = Signal(str)
    merging = Signal(str)
    role_asked = Signal(str, str)

    def __init__(self, editing: SchemaEditing) -> None:
        super().__init__()
        self._editing, self._schema, self.shown, self._has_failed = editing, Schema(""), "", False
        self.form, self.wrong = TypeForm(), Words(px=12, role="bad", wraps=True)
        self.wrong.setAccessibleName("What is wrong")
        self._below = QWidget()
        self._below.setLayout(column(self.wrong, margins=(20, 8, 20, 8)))
        whole = column(gap=0)
        whole.add(self.form, 1)
        whole.add(self._below)
        self.setLayout(whole)
        self.say("")
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self._again.timeout.connect(self.keep)
        self.form.changed.connect(self._write)
        self.form.renamed.connect(lambda _, new: self.renaming.emit(new))
        self.form.merged.connect(lambda _, into: self.merging.emit(into))
        self.form.role_renamed.connect(lambda _, role, new: self.role_asked.emit(role, new))
        self.form.role_removed.connect(lambda _, role: self.role_asked.emit(role, ""))
        self.form.into.installEventFilter(self)

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        """Ask about the merge when Enter is pressed on what it is to go into."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.form.merge.click()
        return True

    def show_entry(self, schema: Schema, name: str) -> None:
        """Show the fact type; of the one shown before, what is typed stays."""
        if name != self.shown:
            self.say("")
        self._schema, self.shown = schema, name
        self.form.show_type(schema, name)
        self.form.offers.show_words(self._editing.offered_triggers(name))

    @property
    def said(self) -> str:
        """Return what is wrong; "" for nothing."""
        return self.wrong.text()

    def say(self, what: str) -> None:
        """Say what is wrong."""
        self.wrong.setText(IN_FORCE.fill(what))
        self._below.setVisible(bool(what))

    def unwritten(self) -> dict[str, str]:
        """Return the texts that are typed and not written, by what they are called."""
        return {
            name: field.text for name, field in self.form.fields.items() if field.is_open and name != "name"
        }

    def keep(self) -> bool:
        """Write what is typed; return False where some of it could not be written.

        What the form cannot take stays in it as it is typed, for this type.
        """
        self._editing.look()
        if self.shown:
            self.form.finish()
        return not self._has_failed

    def _write(self, after: Schema) -> None:
        """Write what the form has other than it was shown."""
        before, wanted, name = self._schema.facts[self.shown], after.facts[self.shown], self.shown
        all_ = {field.name: getattr(wanted, field.name) for field in fields(wanted)}
        other = {
            field: value for field, value in all_.items() if _told(value) != _told(getattr(before, field))
        }
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
        """Show name and roles as they are, unless somebody still writes another name."""
        if not self.form.name.field.hasFocus():
            self.form.show_type(self._schema, self.shown)

    def go_to(self, place: str) -> None:
        """Give the keyboard to the name, the key, or what it may be merged into."""
        line = {"name": self.form.name.field, "key": self.form.key.field, "merge": self.form.into}[place]
        line.setFocus()
        if place == "name":
            self.form.name.field.selectAll()

    def archive(self) -> None:
        """Archive it, or offer it again."""
        self.form.archived.click()


def _told(value: Any) -> Any:
    """Return the value of a field, roles in their order: they are other when that is."""
    return list(value.items()) if isinstance(value, Mapping) else value


def _with(schema: Schema, name: str, other: dict[str, Any]) -> Schema:
    """Return the schema with other fields of the fact type.  UserError when it is not there any more."""
    changes.change(schema, "facts", name)
    if "roles" in other:
        made = replace(schema.facts[name], roles=other["roles"])
        schema = replace(schema, facts={**schema.facts, name: made})
    plain = {field: value for field, value in other.items() if field != "roles"}
    return changes.change(schema, "facts", name, **plain)
