"""One role of a fact type in the form: how it is called, what it means, what fills it and how often."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QWidget

from annotations.errors import UserError
from annotations.schema.kinds import KINDS, implied
from annotations.schema.role_changes import rename_role
from annotations.schema.types import MOST_FILLERS, RoleType, Schema
from annotations.values.kinds import VALUE_KINDS
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.marks import Card
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.segments import Segments
from ui.plain_text import tip
from ui.schema.roles.label_ticks import LabelsBox
from ui.widgets.form_field import FormField
from ui.widgets.still import StillBox, StillNumber

ONE, SOME, ANY = "one", "some", "any"
ALONG, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
FILLERS = {ONE: "one", SOME: "at most", ANY: "any number"}
VALUES = {"number": "a number", "date": "a date"}


class RoleEntry(Card):
    """The card of a role.  Its signals say what is wanted of which role.

    `wanted`: other fields; `renaming`: another name; `moving`: so many places on; `removing`: it is to go.
    """

    wanted = Signal(str, dict)
    renaming = Signal(str, str)
    moving = Signal(str, int)
    removing = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._schema, self._type, self.role = Schema(""), "", RoleType("")
        self.name = FormField("Name", QLineEdit(), bare=True)
        self.kind, self.labels, self.value = StillBox("Kind", 6), LabelsBox(), StillBox("Value")
        self.required, self.ordered = QCheckBox("Required"), QCheckBox("In order")
        self.fillers, self.most = Segments("Fillers", FILLERS), StillNumber(minimum=2, maximum=MOST_FILLERS)
        self.up, self.down, self.remove = (
            Button("", icon, kind="ghost", height=28, pad=6)
            for icon in ("chevron-up", "chevron-down", "trash-2")
        )
        self._offer()
        self._lay_out()
        self._connect()
        follow(self)

    def _offer(self) -> None:
        self.kind.offer("", "")
        for kind, about in KINDS.items():
            self.kind.offer(kind, f"{kind} – {about.about}", kind)
        self.kind.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.value.offer("", "its words alone", "no value")
        for value in VALUE_KINDS:
            self.value.offer(value, VALUES.get(value, value))

    def _lay_out(self) -> None:
        choices = row(gap=8)
        choices.add(self.kind, 4)
        choices.add(self.labels, 6)
        choices.add(row(self.up, self.down, self.remove, gap=0))
        self._folding = row(gap=8), row(gap=12)  # each in two lines where there is little room
        first, second = self._folding
        first.add(self.name, 4)
        first.setAlignment(self.name, Qt.AlignmentFlag.AlignTop)
        first.add(column(choices, None, gap=0), 13)
        second.add(self.required)
        second.add(row(self.fillers, self.most, None))
        second.add(row(self.ordered, None, self.value))
        self.setLayout(column(first, second, gap=6, margins=(12, 10, 8, 10)))

    def _connect(self) -> None:
        self.name.typed.connect(self._check)
        self.name.finished.connect(self._rename)
        self.kind.activated.connect(lambda: self._want(kind=self.kind.currentData()))
        self.value.activated.connect(lambda: self._want(value=self.value.currentData()))
        self.labels.chosen.connect(lambda labels: self._want(labels=labels))
        self.required.clicked.connect(lambda is_on: self._want(required=is_on))
        self.ordered.clicked.connect(lambda is_on: self._want(ordered=is_on))
        self.fillers.changed.connect(self._take_fillers)
        self.most.editingFinished.connect(self._take_most)
        self.up.clicked.connect(partial(self.shift, -1))
        self.down.clicked.connect(partial(self.shift, 1))
        self.remove.clicked.connect(lambda: self.removing.emit(self.role.name))

    def restyle(self) -> None:
        """Take the scale in force."""
        self.most.setFixedWidth(px(84))
        self.value.setMinimumWidth(px(116))
        self.kind.view().setMinimumWidth(px(380))

    def fold(self, *, is_slim: bool) -> None:
        """Take more lines where there is little room, or fewer."""
        for line in self._folding:
            line.setDirection(DOWN if is_slim else ALONG)

    # --- what is shown

    def show_role(self, schema: Schema, type_: str, role: RoleType, *, anew: bool) -> None:
        """Show the role of the type; what is typed and not finished stays, unless the entry is used `anew`."""
        if role.name != self.role.name:
            anew = True
            if self.remove.hasFocus():  # which would be that of another role now
                self.name.field.setFocus()
        self._schema, self._type, self.role = schema, type_, role
        self.name.show_text(role.name, anew=anew)
        self._check()
        self._show_kind()
        self.labels.show_labels(role.name, schema.labels.values(), role.labels)
        self.required.setChecked(role.required)
        self.ordered.setChecked(role.ordered)
        self.value.choose(role.value or "")
        self.fillers.blockSignals(True)
        self.fillers.choose(ANY if role.most is None else ONE if role.most == 1 else SOME)
        self.fillers.blockSignals(False)
        self._show_most(role.most or 2)
        self._name_all()

    def _show_kind(self) -> None:
        role = self.role
        own = implied(role.name, role.value, ordered=role.ordered)
        self.kind.reword("", f"{own or 'no kind'} – as its name and value say", own or "no kind")
        self.kind.choose(role.said_kind or "")
        about = (
            KINDS[role.kind].about
            if role.kind
            else "no kind: proposals fill it only where no other role fits"
        )
        self.kind.setToolTip(tip(about, wraps=True))

    def _show_most(self, most: int) -> None:
        self.most.blockSignals(True)
        self.most.setValue(most)
        self.most.blockSignals(False)
        self.most.setVisible(self.fillers.value == SOME)

    def _name_all(self) -> None:
        """Call every control by what it is for and by the role."""
        of = f"of {self.role.name}"
        self.setAccessibleName(f"Role {self.role.name}")
        self.name.field.setAccessibleName(f"Name {of}")
        self.kind.setAccessibleName(f"Kind {of}")
        self.value.setAccessibleName(f"Value {of}")
        self.required.setAccessibleName(f"{self.role.name} is required")
        self.ordered.setAccessibleName(f"The order {of} means something")
        self.fillers.setAccessibleName(f"Fillers {of}")
        self.most.setAccessibleName(f"Most fillers {of}")
        for button, does in (
            (self.up, "Move {} up ({{key:role_up}})"),
            (self.down, "Move {} down ({{key:role_down}})"),
            (self.remove, "Remove {}"),
        ):
            said = IN_FORCE.fill(does.format(self.role.name))
            button.setAccessibleName(said.partition(" (")[0])
            button.setToolTip(tip(said))

    # --- the keyboard

    @property
    def parts(self) -> list[QWidget]:
        """Return what takes the keyboard, in its order."""
        return [self.name.field, self.kind, self.labels, self.up, self.down, self.remove,
                self.required, *self.fillers.segments, self.most, self.ordered, self.value]  # fmt: skip

    def part_in_hand(self) -> QWidget | None:
        """Return the part that has the keyboard."""
        return next((part for part in self.parts if part.hasFocus()), None)

    def take_keyboard(self, part: int) -> None:
        """Give the keyboard to that part, or to the name where it cannot have it."""
        to = self.parts[part]
        (to if to.isVisible() and to.isEnabled() else self.name.field).setFocus()

    # --- what is wanted

    def shift(self, by: int) -> None:
        """Ask for another place among the roles."""
        self.moving.emit(self.role.name, by)

    def finish(self) -> str:
        """Take what is typed and not left; return what is wrong with it, "" for nothing."""
        self.labels.finish()
        if self.most.isVisible():
            self._take_most()
        return self._rename() if self.name.is_open else ""

    def _want(self, **fields: Any) -> None:
        self.wanted.emit(self.role.name, fields)

    def _wrong(self) -> str:
        """Return what is wrong with the name that is typed."""
        try:
            if self.name.is_open:
                rename_role(self._schema, self._type, self.role.name, self.name.text)
        except UserError as error:
            return str(error)
        return ""

    def _check(self) -> None:
        self.name.tell(self._wrong(), "bad")

    def _rename(self) -> str:
        if not (wrong := self._wrong()):
            self.name.take()
            self.renaming.emit(self.role.name, " ".join(self.name.text.split()))
        return wrong

    def _take_fillers(self) -> None:
        self._show_most(max(2, self.role.most or 2))
        self._want(most={ONE: 1, SOME: self.most.value()}.get(self.fillers.value or ANY))

    def _take_most(self) -> None:
        if self.fillers.value == SOME and self.most.value() != self.role.most:
            self._want(most=self.most.value())
