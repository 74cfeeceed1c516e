"""The right side of the view Schema for a label: its form, and the writing of what was typed there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from annotations.errors import NotWritten, ReadOnly, UserError
from annotations.schema import changes
from annotations.schema.types import Schema
from ui.look.layouts import Scroll
from ui.look.scale import px
from ui.schema.labels.label_form import SAID, SLIM, LabelForm
from ui.schema.schema_editing import SchemaEditing

OWN = ("guideline", "gloss")  # what took somebody time to type


class LabelSide(Scroll):
    """The form, with what writes it.  `renaming`, `merging`: the other name."""

    renaming = Signal(str)
    merging = Signal(str)

    def __init__(self, editing: SchemaEditing) -> None:
        self.form = LabelForm()
        super().__init__(self.form)
        self._editing, self._has_failed = editing, False
        self.form.left.connect(self.keep)
        self.form.renaming.connect(self.renaming)
        self.form.merging.connect(self.merging)

    def show_entry(self, schema: Schema, name: str) -> None:
        """Show the label."""
        self.form.show_label(schema, name)

    @property
    def shown(self) -> str:
        return self.form.shown

    @property
    def said(self) -> str:
        """Return what is wrong; "" for nothing."""
        return self.form.wrong.text()

    def say(self, what: str) -> None:
        """Say what is wrong."""
        self.form.say(what)

    def unwritten(self) -> dict[str, str]:
        """Return the texts that are typed and not written, by what they are called."""
        return {SAID[field]: text for field, text in self.form.typed().items() if field in OWN}

    def keep(self) -> bool:
        """Write what is typed; return False where some of it is only here."""
        self._editing.look()
        wrong = [self._keep(field, value) for field, value in self.form.typed().items()]
        said = next((str(error) for error in wrong if error), "")
        if said or self._has_failed:
            self.form.say(said)
        self._has_failed = bool(said)
        return not self.form.typed()

    def _keep(self, field: str, value: Any) -> UserError | None:
        name = self.form.shown
        error = self._editing.write(lambda schema: changes.change(schema, "labels", name, **{field: value}))
        if isinstance(error, NotWritten) and not isinstance(error, ReadOnly):
            self.form.try_again()
        elif error:
            self.form.give_up(field)
        return error

    def end_name(self) -> None:
        """Show the name as it is, unless somebody still writes another."""
        self.form.end_name()

    def go_to(self, place: str) -> None:
        """Give the keyboard to the name, the key, or what it may be merged into."""
        field = {"name": self.form.name, "key": self.form.key, "merge": self.form.merge.into}[place]
        field.setFocus()
        if place == "name":
            self.form.name.selectAll()

    def archive(self) -> None:
        """Archive it, or offer it again."""
        self.form.archived.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.form.set_slim(self.viewport().width() < px(SLIM))
        super().resizeEvent(event)
