"""The form below the facts: the attributes of the fact in hand, and what fills its roles, corrected by hand.

It changes nothing itself: each field that is left, and each key on a filler, asks for one edit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QVBoxLayout, QWidget

from annotations.errors import UserError
from annotations.fact_attributes import ATTRIBUTES, AttributeValue
from annotations.fact_draft import Nearby, value_of
from annotations.fact_verbs import emptied, fillers_in, moved_to, retyped, with_fillers, with_value
from annotations.facts import Fact, Filler
from annotations.schema.types import FactType, RoleType, Schema
from annotations.values import kinds
from annotations.values.kinds import Reference
from ui.facts.attribute_editors import editor_of
from ui.facts.filler_list import FillerLine, FillerList


@dataclass(frozen=True)
class FactContext:
    """The surroundings of a fact: the article's text, the schema, and a trusted date of publication."""

    text: str
    schema: Schema
    published: date | None
    annotator: str

    def type_of(self, fact: Fact) -> FactType:
        return self.schema.facts.get(fact.type) or FactType(fact.type)

    def role(self, fact: Fact, name: str) -> RoleType:
        return self.type_of(fact).roles.get(name) or RoleType(name)


class FactForm(QWidget):
    """The form of a fact; `fact` is the one in hand; `changed`: an edit's verb, and the fact as changed."""

    changed = Signal(str, object)
    refused = Signal(str)  # a sentence on what was typed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fact: Fact | None = None
        self._place: FactContext | None = None
        self.type = QComboBox()
        self.type.setAccessibleName("Type of the fact")
        self.attributes = {name: editor_of(row) for name, row in ATTRIBUTES.items()}
        self.fillers = FillerList()
        self._lay_out()
        self.type.activated.connect(self._retype)
        for name, editor in self.attributes.items():
            editor.edited.connect(lambda value, name=name: self._state(name, value))
        self.fillers.removed.connect(self._remove)
        self.fillers.moved.connect(self._move)
        self.fillers.typed.connect(self._correct)
        self.fillers.given.connect(self._give)
        self.setEnabled(False)

    def show_fact(self, fact: Fact | None, place: FactContext | None) -> None:
        """Show the fact in hand; None when there is none."""
        if (fact, place) == (self.fact, self._place):
            return
        self.fact, self._place = fact, place
        self.setEnabled(fact is not None)
        for name, editor in self.attributes.items():
            editor.show_value(fact.attribute(name) if fact else ATTRIBUTES[name].kind.plain)
        if fact is None or place is None:
            self.fillers.show_lines([])
            return
        names = [type_.name for type_ in place.schema.facts.values() if not type_.archived]
        self._list_types(names if fact.type in names else [*names, fact.type])
        self.type.setCurrentText(fact.type)
        filled = [(role.role, filler) for role in fact.roles for filler in role.fillers]
        lines = [self._line(fact, place, name, filler) for name, filler in filled]
        self.fillers.show_lines(lines, list(place.type_of(fact).roles.values()))

    def _list_types(self, names: list[str]) -> None:
        if names != [self.type.itemText(n) for n in range(self.type.count())]:
            self.type.clear()
            self.type.addItems(names)

    def begin(self) -> None:
        """Put the keyboard into the form."""
        if self.fact:
            self.type.setFocus()

    def has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(4)
        for n, widget in enumerate((self.type, *self.attributes.values())):
            grid.addWidget(widget, n // 2, n % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addWidget(self.fillers, 1)

    def _line(self, fact: Fact, place: FactContext, name: str, filler: Filler) -> FillerLine:
        role = place.role(fact, name)
        words = " ".join(place.text[filler.start : filler.end].split())
        return FillerLine(role, words, filler, movable=role.ordered and len(fillers_in(fact, name)) > 1)

    # --- what is asked for

    def _tell(self, verb: str, after: Fact) -> None:
        if self.fact and after != self.fact:
            self.changed.emit(verb, after)

    def _state(self, name: str, value: AttributeValue) -> None:
        if self.fact:
            self._tell(ATTRIBUTES[name].edit(value), self.fact.stating(**{name: value}))

    def _retype(self) -> None:
        if self.fact and self._place and (type_ := self._place.schema.facts.get(self.type.currentText())):
            self._tell(f"make a {type_.name} of", retyped(self.fact, type_))

    def _remove(self, line: FillerLine) -> None:
        if self.fact:
            self._tell(f"empty {line.role.name} of", emptied(self.fact, line.role.name, line.filler))

    def _move(self, line: FillerLine, step: int) -> None:
        """Move the filler one place on (1) or back (-1) within its role."""
        if self.fact is None or not line.movable:
            return
        order = list(fillers_in(self.fact, line.role.name))
        at = order.index(line.filler)
        if 0 <= at + step < len(order):
            order.insert(at + step, order.pop(at))
            self._tell(f"order {line.role.name} of", with_fillers(self.fact, line.role.name, order))

    def _give(self, line: FillerLine, role: RoleType) -> None:
        """Give the filler to another role, whatever its label, as in building.

        A value of another kind is read anew.
        """
        if self.fact is None or self._place is None:
            return
        filler, at = line.filler, Nearby(self._place.text, (), (), self._place.published)
        if role.value is None or role.value != line.kind:
            filler = replace(filler, value=value_of(role, at, (filler.start, filler.end)))
        after = moved_to(self.fact, filler, line.role.name, role)
        self._tell(f"move {line.role.name} to {role.name} in", after)

    def _correct(self, line: FillerLine, text: str) -> None:
        """Read what was typed as the filler's value; an empty text takes the value away."""
        if self.fact is None or self._place is None or line.kind is None:
            return
        at = Reference(self._place.published, by=self._place.annotator)
        try:
            value = kinds.typed(text, line.kind, at)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._tell(f"value {line.role.name} of", with_value(self.fact, line.role.name, line.filler, value))
