"""The schema editor: labels and fact types with keys, colours and guidelines; each change holds at once.

A rename or merge says first how much it carries along; it is one edit, which Ctrl+Z takes back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QTreeWidget, QTreeWidgetItem, QWidget

from annotations.errors import UserError
from annotations.schema import changes as schema_changes
from annotations.schema.changes import WORDS, Entry, Part
from annotations.schema.types import Label, Schema
from models.queries import schema_renames
from models.queries.schema_renames import Recast
from ui.keys_in_force import IN_FORCE
from ui.look.theme import swatch
from ui.plain_text import message_box
from ui.schema.schema_form import SchemaForm
from ui.session import Session

NAME = Qt.ItemDataRole.UserRole


class SchemaEditing(QObject):
    """The opening of the editor for the project at hand."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def open(self) -> None:
        if self._session.project:
            there = self._window.findChildren(SchemaEditor)  # also one that was closed, until Qt deletes it
            editor = next(filter(SchemaEditor.isVisible, there), None) or SchemaEditor(
                self._session, self._window
            )
            editor.show()
            editor.activateWindow()


class SchemaEditor(QDialog):
    """The dialog of the schema: `list` shows labels or fact types, `form` the one in hand."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Schema")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.form = SchemaForm()
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(["Name", "Key", ""])
        self.list.setColumnWidth(0, self.fontMetrics().averageCharWidth() * 24)
        self.list.setColumnWidth(1, self.fontMetrics().averageCharWidth() * 6)
        layout = QHBoxLayout(self)
        layout.addWidget(self.list, 2)
        layout.addWidget(self.form, 3)
        self.resize(820, 520)
        self.list.currentItemChanged.connect(self._take_in_hand)
        self.form.part.currentIndexChanged.connect(self._take_in_hand)
        self.form.changed.connect(self._change)
        self.form.adding.connect(self._add)
        self.form.renaming.connect(partial(self._ask, False))
        self.form.merging.connect(partial(self._ask, True))
        session.schema_changed.connect(self._show)  # a method: the connection goes with the editor
        self._show()

    # --- what is shown

    @property
    def part(self) -> Part:
        part: Part = self.form.part.currentData()
        return part

    def in_hand(self) -> str:
        """Return the name of the label or fact type chosen, "" for none."""
        item = self.list.currentItem()
        return str(item.data(0, NAME)) if item else ""

    def _show(self, choose: str = "") -> None:
        """List the schema's labels or fact types; the one in hand stays so."""
        if self._session.project is None:
            return
        held = choose or self.in_hand()
        entries = _entries(self._session.project.schema, self.part)
        self.list.setAccessibleName(self.form.part.currentText())
        self.list.blockSignals(True)
        while self.list.topLevelItemCount() > len(entries):  # the rest are reused: Qt holds on to one
            self.list.takeTopLevelItem(len(entries))
        for place, entry in enumerate(entries.values()):
            item = self.list.topLevelItem(place) or QTreeWidgetItem(self.list)
            self._fill(item, entry)
            if place == 0 or entry.name == held:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.form.show_entry(entries.get(self.in_hand()), list(entries))

    def _fill(self, item: QTreeWidgetItem, entry: Entry) -> None:
        item.setData(0, NAME, entry.name)
        for column, words in enumerate(
            (entry.name, (entry.key or "").upper(), "archived" if entry.archived else "")
        ):
            item.setText(column, words)
        item.setIcon(0, swatch(self, entry.hue) if isinstance(entry, Label) else QIcon())

    def _take_in_hand(self) -> None:
        """Show the entry chosen; what was still being written of the one before is kept first."""
        self.form.keep()
        self._show()

    # --- what is changed

    def _change(self, part: Part, name: str, fields: dict[str, Any]) -> None:
        self._write(lambda schema: schema_changes.change(schema, part, name, **fields))

    def _add(self, name: str) -> None:
        if self._write(lambda schema: schema_changes.add(schema, self.part, name)):
            if last := self.list.topLevelItem(self.list.topLevelItemCount() - 1):
                self.list.setCurrentItem(last)
            self.form.key.setFocus()

    def _write(self, change: Callable[[Schema], Schema]) -> bool:
        """Write the changed schema, or say what is wrong below the form; return whether it was written."""
        self._session.look_for_others()
        opened = self._session.opened
        if opened is None:
            return False
        project = opened.project
        try:
            after = change(project.schema)
            if after != project.schema:
                with opened.mark.kept():
                    project.set_schema(after)
        except UserError as error:
            if project.read_only:
                self._show()  # as it was: nothing of what was typed can be kept
            self.form.refuse(str(error))
            return False
        self.form.wrong.clear()
        self._session.schema_changed.emit()
        return True

    def _ask(self, merging: bool, other: str) -> None:
        """Say what a rename or merge carries along, and do it on Yes."""
        self.form.keep()
        self._session.look_for_others()
        project, name = self._session.project, self.in_hand()
        if project is None or not name:
            return
        try:
            made = schema_renames.plan(project, project.schema, self.part, name, other, merging=merging)
        except UserError as error:
            self.form.refuse(str(error))
            return
        box = message_box(QMessageBox.Icon.Question, "Schema", IN_FORCE.fill(question(made, merging)), self)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.accepted.connect(partial(self.recast, made))
        box.open()

    def recast(self, made: Recast) -> None:
        """Do the rename or merge: schema, everybody's sets and the pools, or nothing."""
        session, project = self._session, self._session.project
        if project is None:
            return
        if made.edit:
            done = session.apply(lambda: made.edit, lambda edit: project.recast(made, by=session.annotator))
        else:
            done = self._recast_schema_alone(made)
        if done:
            session.reload()
            session.schema_changed.emit()
            self._show(made.new)

    def _recast_schema_alone(self, made: Recast) -> bool:
        """Change the schema where nobody has a span or fact of it, with no edit to undo.

        Return whether it was done; a mistake is said below the form.
        """
        opened = self._session.opened
        try:
            if opened:
                opened.mark.require_all()
                with opened.mark.kept():
                    opened.project.recast(made, by=self._session.annotator)
        except UserError as error:
            self.form.wrong.setText(str(error))
            return False
        return True

    def reject(self) -> None:
        self.form.keep()
        super().reject()


def question(made: Recast, merging: bool) -> str:
    """Return the question before a rename or merge, with how much of everybody's work it carries along."""
    what = "span" if made.part == "labels" else "fact"
    parts = [f"{counted(count, what)} of {name}" for name, count in sorted(made.carried.items())]
    parts += [f"{counted(made.pooled, 'suggestion')}"] if made.pooled else []
    doing = (
        f"Merge {WORDS[made.part]} {made.old} into" if merging else f"Rename {WORDS[made.part]} {made.old} to"
    )
    follow = f"{', '.join(parts)} will follow." if parts else f"No {what} has it."
    stay = (
        f" {counted(made.staying, 'set')} in review will keep {made.old}, archived." if made.staying else ""
    )
    return f"{doing} {made.new}? {follow}{stay}" + (" {key:undo} takes it back." if made.edit else "")


def counted(count: int, what: str) -> str:
    """Return the number with its noun: 1 span, 2,000 spans."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _entries(schema: Schema, part: Part) -> dict[str, Entry]:
    return dict(schema.labels) if part == "labels" else dict(schema.facts)
