"""The form of a fact type by itself, with what a page does about it: it writes, renames and shows anew."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotations.schema import changes
from annotations.schema.types import FactType, Label, RoleType, Schema
from tests.ui.windows import become_active
from ui.schema.type_form import TypeForm

SIZE = 792, 612  # pixels: what a window of 1024x700 leaves beside a list
COOK = FactType(
    "COOK",
    key="c",
    gloss="who makes a dish",
    guideline="A dish is made.",
    triggers=("cook", "fry"),
    roles={
        "cook": RoleType("cook", ("CHEF",), required=True, kind="agent", most=1),
        "dish": RoleType("dish", ("DISH",), required=True),
        "place": RoleType("place"),
    },
    sentence="{cook, someone} *cooked* {dish, something} [at {place}]",
)
KITCHEN = Schema(
    "Kitchen",
    labels={name: Label(name, hue=40 * n) for n, name in enumerate(("CHEF", "DISH", "PLACE", "TOOL"))},
    facts={"COOK": COOK, "EAT": FactType("EAT", key="e"), "SERVE": FactType("SERVE", archived=True)},
)


class Written:
    """The form on a type, and what came of it: `schema` is what was written last, `said` all that was signalled."""

    def __init__(self, form: TypeForm, schema: Schema) -> None:
        self.form, self.schema = form, schema
        self.said: list[tuple[str, ...]] = []
        self.count = 0
        form.changed.connect(self._write)
        form.renamed.connect(self._rename)

    @property
    def type(self) -> FactType:
        return self.schema.facts[self.form.type.name]

    def _write(self, schema: Schema) -> None:
        self.count += 1
        self.schema = schema
        self.form.show_type(schema, self.form.type.name)

    def _rename(self, old: str, new: str) -> None:
        self.said.append((old, new))
        self.schema = changes.rename(self.schema, "facts", old, new)
        self.form.show_type(self.schema, new)


def opened(qtbot: QtBot, name: str = "COOK", schema: Schema = KITCHEN) -> Written:
    """The form, shown and with the keyboard, on a type of the schema."""
    form = TypeForm()
    qtbot.addWidget(form)
    form.resize(*SIZE)
    written = Written(form, schema)
    form.show_type(schema, name)
    form.show()
    become_active(qtbot, form)
    return written


def write_into(field: QWidget, text: str) -> None:
    """Types the text in place of what the field has."""
    field.setFocus()
    field.selectAll()
    if not text:
        QTest.keyClick(field, "\b")
    QTest.keyClicks(field, text)
