"""The form of a fact type where there is little room, and beside what others write meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotations.schema.types import FactType, Label, RoleType, Schema
from tests.ui.access.moments import controls
from tests.ui.schema.type_forms import COOK, KITCHEN, Written, opened, write_into
from tests.ui.windows import press, tab_to
from ui.look import apply
from ui.schema.roles.role_entry import RoleEntry

ODD = "<b>who</b>\u202e"
LONG = "LONG" * 20
ROLES = {name: RoleType(name) for name in (f"role_{n}" * 6 for n in range(12))}
MANY = Schema(
    "Many",
    labels={f"LABEL_{n}": Label(f"LABEL_{n}") for n in range(60)},
    facts={name: FactType(name, roles=ROLES) for name in (LONG, *(f"TYPE_{n}" for n in range(39)))},
)


@pytest.fixture
def written(qtbot: QtBot) -> Written:
    return opened(qtbot)


def is_in_view(written: Written, one: QWidget) -> bool:
    top = one.mapTo(written.form.room, QPoint(0, 0)).y()
    return 0 <= top <= written.form.room.height() - one.height()


def cut(written: Written) -> list[QWidget]:
    """The controls that end beyond the form's right edge."""
    return [
        one
        for one in controls(written.form)
        if one.mapTo(written.form, QPoint(one.width(), 0)).x() > written.form.width()
    ]


@pytest.mark.parametrize("per_cent", [100, 150, 200])
def test_nothing_is_cut_at_the_right_at_any_size(qtbot: QtBot, per_cent: int) -> None:
    apply.apply_scale(per_cent)
    try:
        written = opened(qtbot)
        written.form.resize(736, 600)
        QTest.mouseClick(written.role("dish").fillers.segments[1], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: cut(written) == [])
    finally:
        apply.apply_scale(100)


def test_every_control_has_a_name_and_is_large_enough(written: Written) -> None:
    there = controls(written.form)
    assert len(there) > 40
    named = (QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in there)
    assert all(map(str.strip, named))
    assert [one for one in there if min(one.width(), one.height()) < 24] == []


def test_the_line_of_a_new_role_stays_in_view_however_many_are_added(qtbot: QtBot, written: Written) -> None:
    for name in ("tool", "time", "guest", "price"):
        write_into(written.form.roles.new.field, name)
        press(written.form, "Return")
        qtbot.waitUntil(lambda: is_in_view(written, written.form.roles.new.field))
    assert len(written.type.roles) == 7


def test_tab_scrolls_to_what_has_the_keyboard(written: Written) -> None:
    tab_to(written.form, written.form.archived)
    assert is_in_view(written, written.form.archived)


def test_another_type_is_shown_from_its_top(written: Written) -> None:
    written.form.room.verticalScrollBar().setValue(200)
    written.form.show_type(KITCHEN, "EAT")
    assert written.form.room.verticalScrollBar().value() == 0


def test_a_type_with_many_roles_and_long_names_stays_as_wide_as_its_room(qtbot: QtBot) -> None:
    written = opened(qtbot, LONG, MANY)
    assert (len(written.form.roles.entries), cut(written), written.form.into.count()) == (12, [], 39)


def test_names_that_look_like_markup_or_turn_a_line_stay_text(qtbot: QtBot) -> None:
    schema = Schema(
        "Odd",
        labels={ODD: Label(ODD)},
        facts={"ACT": FactType("ACT", roles={ODD: RoleType(ODD, (ODD,))}), ODD: FactType(ODD)},
    )
    written = opened(qtbot, "ACT", schema)
    (entry,) = written.form.roles.entries
    tips = [one.toolTip() for one in (entry.labels, entry.up, entry.down, entry.remove)]
    assert [tip for tip in tips if "<b>" in tip] == []
    assert "\u202e" not in "".join([*tips, entry.labels.currentText(), written.form.into.itemText(0)])
    assert f"[{ODD}]" in written.form.preview.words


def test_types_share_the_entries_of_their_roles(qtbot: QtBot, written: Written) -> None:
    for name in ("EAT", "COOK", "SERVE", "COOK"):
        written.form.show_type(KITCHEN, name)
    assert len(written.form.findChildren(RoleEntry)) == 3
    assert [entry.isVisible() for entry in written.form.roles.entries] == [True] * 3


def test_a_field_that_others_change_meanwhile_says_so_and_keeps_what_is_typed(written: Written) -> None:
    write_into(written.form.gloss.field, "mine")
    theirs = replace(COOK, gloss="theirs")
    written.form.show_type(replace(KITCHEN, facts={**KITCHEN.facts, "COOK": theirs}), "COOK")
    assert written.form.gloss.note.text().startswith("It was changed elsewhere meanwhile")
    press(written.form, "Tab")
    assert written.type.gloss == "mine"


def test_merging_asks_for_the_type_that_is_chosen(written: Written) -> None:
    written.form.into.setFocus()
    press(written.form, "S")
    written.form.room.ensureWidgetVisible(written.form.merge)
    QTest.mouseClick(written.form.merge, Qt.MouseButton.LeftButton)
    assert written.said == [("COOK", "SERVE")]
