"""The roles of a fact type, one below the other, and the line that adds more."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from annotations.errors import UserError
from annotations.schema.role_changes import add_role, change_role, move_role, remove_role
from annotations.schema.types import FactType, Schema
from ui.fixed_keys import FIXED
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Caption, Words
from ui.schema.roles.role_entry import RoleEntry
from ui.widgets.form_field import FormField

NOTE = "Several at once with commas between; a name such as agent, place or time says what the role means"


class RoleRows(QWidget):
    """The roles of one type.

    `wanted`: the schema with other roles.  `renamed` and `removed` are asked for, since the facts' words go with a role.
    """

    wanted = Signal(object)
    renamed = Signal(str, str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._schema, self._type = Schema(""), FactType("")
        self._made: list[RoleEntry] = []
        self._is_slim = False
        self.complete = Words(px=12, role="text2", wraps=True)
        self.new = FormField("New role", QLineEdit())
        self.add = Button("Add", "plus", height=30)
        self._entries = column(gap=8)
        adding = row(gap=8)
        adding.add(self.new, 1)
        adding.add(self.add)
        adding.setAlignment(self.add, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(column(Caption("Roles"), self.complete, self._entries, adding, gap=6))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.new.typed.connect(self._check)
        self.new.finished.connect(self._add)
        self.add.clicked.connect(self._add)

    @property
    def entries(self) -> list[RoleEntry]:
        """Return the entries of the type's roles."""
        return self._made[: len(self._type.roles)]

    def show_roles(self, schema: Schema, type_: FactType, *, anew: bool) -> None:
        """Show the type's roles; what is typed and not finished stays, unless the rows are used `anew`."""
        self._schema, self._type = schema, type_
        while len(self._made) < len(type_.roles):
            self._make()
        for entry, role in zip(self._made, type_.roles.values(), strict=False):
            entry.show_role(schema, type_.name, role, anew=anew)
        for place, entry in enumerate(self._made):
            if place >= len(type_.roles) and entry.part_in_hand():
                self.new.field.setFocus()
            entry.setVisible(place < len(type_.roles))
            entry.up.setEnabled(place > 0)
            entry.down.setEnabled(place < len(type_.roles) - 1)
        self.complete.setText(completeness(type_))
        self.new.show_text("", anew=anew)
        self._check()

    def fold(self, *, is_slim: bool) -> None:
        """Have each role take more lines where there is little room, or fewer."""
        self._is_slim = is_slim
        for entry in self._made:
            entry.fold(is_slim=is_slim)

    def finish(self) -> str:
        """Take what is typed and not left; return what is wrong with it, "" for nothing."""
        wrong = [*(entry.finish() for entry in list(self.entries)), self._add()]
        return " ".join(filter(None, wrong))

    def _make(self) -> None:
        """Make one more entry, and keep it for other types too."""
        entry = RoleEntry()
        entry.wanted.connect(self._change)
        entry.renaming.connect(self.renamed)
        entry.moving.connect(self._move)
        entry.removing.connect(self._remove)
        for key, by in (("role_up", -1), ("role_down", 1)):
            action = QAction(FIXED[key].text, entry)
            action.setShortcuts([QKeySequence(one) for one in FIXED[key].keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(partial(entry.shift, by))
            entry.addAction(action)
        entry.fold(is_slim=self._is_slim)
        self._made.append(entry)
        self._entries.add(entry)

    # --- what is wanted

    def _check(self) -> None:
        try:
            self._with_new()
        except UserError as error:
            self.new.tell(str(error), "bad")
        else:
            self.new.tell(NOTE)

    def _with_new(self) -> Schema:
        """Return the schema with the roles that are typed.  UserError when one cannot be."""
        after = self._schema
        for name in filter(str.strip, self.new.text.split(",")):
            after = add_role(after, self._type.name, name)
        return after

    def _add(self) -> str:
        """Add the roles that are typed; return what is wrong with them, "" for nothing."""
        if not self.new.text.strip():
            return ""
        try:
            after = self._with_new()
        except UserError as error:
            return str(error)
        typed = after.facts[self._type.name].roles.keys() - self._type.roles.keys()
        if typed:
            self.wanted.emit(after)
        if typed <= self._type.roles.keys():  # they are written
            self.new.put("")
        return ""

    def _change(self, role: str, fields: dict[str, Any]) -> None:
        try:
            after = change_role(self._schema, self._type.name, role, **fields)
        except UserError as error:  # a label that the schema has no longer
            self._entry(role).name.tell(str(error), "bad")
        else:
            self.wanted.emit(after)

    def _move(self, role: str, by: int) -> None:
        """Move the role; the keyboard stays in it."""
        to = list(self._type.roles).index(role) + by
        if not 0 <= to < len(self._type.roles):
            return
        places = [(entry, entry.parts.index(at)) for entry in self.entries if (at := entry.part_in_hand())]
        self.wanted.emit(move_role(self._schema, self._type.name, role, to))
        for entry, part in places:
            if entry is not self.entries[to]:
                self.entries[to].take_keyboard(part)

    def _remove(self, role: str) -> None:
        """Ask for the role to go."""
        try:
            remove_role(self._schema, self._type.name, role)
        except UserError as error:
            self._entry(role).name.tell(str(error), "bad")
            return
        self.removed.emit(role)

    def _entry(self, role: str) -> RoleEntry:
        return self.entries[list(self._type.roles).index(role)]


def completeness(type_: FactType) -> str:
    """Return in words what a fact of the type needs to be complete."""
    needed = [role.name for role in type_.roles.values() if role.required]
    if needed:
        said = " and ".join(filter(None, (", ".join(needed[:-1]), needed[-1])))
        return f"A fact is complete once {said} {'is' if len(needed) == 1 else 'are'} filled."
    if type_.roles:
        return "A fact is complete once any of its roles is filled, since none is required."
    return "A fact is complete with its trigger alone, since it has no roles."
