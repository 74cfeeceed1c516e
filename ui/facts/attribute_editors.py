"""The editors of a fact's attributes, made from their table: a list of choices, a tick, a line of text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from annotations.fact_attributes import AttributeValue, FactAttribute, Flag, OneOf, TextLine


class ChoiceEditor(QComboBox):
    """A list of the values to choose from; `edited` carries the one that was chosen."""

    edited = Signal(object)

    def __init__(self, attribute: FactAttribute, choice: OneOf) -> None:
        super().__init__()
        self.setAccessibleName(attribute.name.capitalize())
        self.addItems(choice.of)
        self.activated.connect(lambda at: self.edited.emit(choice.of[at]))

    def show_value(self, value: AttributeValue) -> None:
        self.setCurrentIndex(self.findText(str(value)))


class FlagEditor(QCheckBox):
    """A check box; `edited` carries whether it is ticked."""

    edited = Signal(object)

    def __init__(self, attribute: FactAttribute) -> None:
        super().__init__(attribute.name)
        self.clicked.connect(lambda on: self.edited.emit(on))

    def show_value(self, value: AttributeValue) -> None:
        self.setChecked(bool(value))


class LineEditor(QLineEdit):
    """A line of text; `edited` carries it when the field is left."""

    edited = Signal(object)

    def __init__(self, attribute: FactAttribute) -> None:
        super().__init__(placeholderText=attribute.name.capitalize())
        self.setAccessibleName(attribute.name.capitalize())
        self.editingFinished.connect(lambda: self.edited.emit(self.text().strip()))

    def show_value(self, value: AttributeValue) -> None:
        self.setText(str(value))


AttributeEditor = ChoiceEditor | FlagEditor | LineEditor


def editor_of(attribute: FactAttribute) -> AttributeEditor:
    """Return a new editor for the attribute's kind."""
    match attribute.kind:
        case OneOf() as choice:
            return ChoiceEditor(attribute, choice)
        case Flag():
            return FlagEditor(attribute)
        case TextLine():
            return LineEditor(attribute)
