"""The form of a fact type by itself, with what a page does about it: it writes, renames and shows anew."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotations.schema import changes, role_changes
from annotations.schema.types import FactType, Label, RoleType, Schema
from tests.ui.windows import become_active
from ui.schema.roles.role_entry import RoleEntry
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
        form.role_renamed.connect(self._rename_role)
        form.role_removed.connect(self._remove_role)
        form.merged.connect(lambda *names: self.said.append(names))

    @property
    def type(self) -> FactType:
        return self.schema.facts[self.form.type.name]

    def _write(self, schema: Schema) -> None:
        self.count += 1
        self._show(schema)

    def _rename(self, old: str, new: str) -> None:
        self.said.append((old, new))
        self.schema = changes.rename(self.schema, "facts", old, new)
        self.form.show_type(self.schema, new)

    def _rename_role(self, *names: str) -> None:
        self.said.append(names)
        self._show(role_changes.rename_role(self.schema, *names))

    def _remove_role(self, *names: str) -> None:
        self.said.append(names)
        self._show(role_changes.remove_role(self.schema, *names))

    def _show(self, schema: Schema) -> None:
        self.schema = schema
        self.form.show_type(schema, self.form.type.name)

    def role(self, name: str) -> RoleEntry:
        """The entry of the role."""
        return self.form.roles.entries[list(self.type.roles).index(name)]


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
