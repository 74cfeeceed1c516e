"""The roles of a fact type in its form: added, named, moved, removed, and what fills them how often."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotations.schema.types import FactType, RoleType
from tests.ui.schema.type_forms import KITCHEN, Written, opened, write_into
from tests.ui.windows import press, tab_to
from ui.schema.roles.role_rows import completeness

LEFT = Qt.MouseButton.LeftButton
NEEDED = {name: RoleType(name, required=True) for name in ("who", "what", "where")}


@pytest.fixture
def written(qtbot: QtBot) -> Written:
    return opened(qtbot)


def names(written: Written) -> list[str]:
    return [entry.name.text for entry in written.form.roles.entries]


def turn_wheel(over: QWidget) -> None:
    at = QPointF(5, 5)
    turn = QWheelEvent(
        at,
        QPointF(over.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(over, turn)


def test_a_role_is_added_by_its_name_and_the_next_one_can_be_typed(written: Written) -> None:
    write_into(written.form.roles.new.field, "tool")
    press(written.form, "Return")
    QTest.keyClicks(written.form.roles.new.field, "time")
    press(written.form, "Return")
    assert list(written.type.roles) == names(written) == ["cook", "dish", "place", "tool", "time"]
    assert (written.type.roles["time"].kind, written.form.roles.new.text) == ("time", "")


def test_several_roles_are_added_at_once_by_the_button(written: Written) -> None:
    write_into(written.form.roles.new.field, "tool, time, how many")
    QTest.mouseClick(written.form.roles.add, LEFT)
    assert (written.count, list(written.type.roles)[3:]) == (1, ["tool", "time", "how many"])


def test_a_role_that_is_there_is_told_while_one_types_and_not_added(written: Written) -> None:
    write_into(written.form.roles.new.field, "tool, dish")
    told = written.form.roles.new.note.text()
    press(written.form, "Return")
    assert told == "COOK has a role dish already; choose another name."
    assert (written.count, written.form.roles.new.text) == (0, "tool, dish")


def test_another_name_of_a_role_is_asked_for_and_the_sentence_follows(written: Written) -> None:
    write_into(written.role("dish").name.field, "meal")
    press(written.form, "Tab")
    assert written.said == [("COOK", "dish", "meal")]
    assert "{meal, something}" in written.type.sentence
    assert written.form.preview.words == "[cook] cooked [meal] at [place]"


def test_a_name_of_a_role_that_cannot_be_is_told_while_one_types(written: Written) -> None:
    write_into(written.role("dish").name.field, "pl{ce")
    press(written.form, "Tab")
    assert written.said == []
    assert written.role("dish").name.note.text().startswith("The name of a role cannot hold {")


@pytest.mark.parametrize(
    ("part", "keys", "field", "has"),
    [
        ("required", ("Space",), "required", False),
        ("ordered", ("Space",), "ordered", True),
        ("kind", ("P", "A"), "kind", "participant"),
        ("kind", ("Home",), "kind", None),
        ("value", ("Down", "Down"), "value", "date"),
    ],
)
def test_a_part_of_a_role_is_written_by_keys(
    written: Written, part: str, keys: tuple[str, ...], field: str, has: object
) -> None:
    getattr(written.role("cook"), part).setFocus()
    press(written.form, *keys)
    assert getattr(written.type.roles["cook"], field) == has


def test_a_role_has_one_filler_or_at_most_so_many_or_any_number(written: Written) -> None:
    cook = written.role("cook")
    said = [written.type.roles["cook"].most]
    for n in (1, 2, 0):
        QTest.mouseClick(cook.fillers.segments[n], LEFT)
        said.append(written.type.roles["cook"].most)
    QTest.mouseClick(cook.fillers.segments[1], LEFT)
    cook.most.setFocus()
    cook.most.selectAll()
    press(written.form, "5", "Tab")
    assert (said, written.type.roles["cook"].most) == ([1, 2, None, 1], 5)


def test_the_keys_move_a_role_and_the_keyboard_stays_in_it(written: Written) -> None:
    written.role("place").kind.setFocus()
    press(written.form, "Alt+Up", "Alt+Up", "Alt+Up")
    first = list(written.type.roles)
    at = written.role("place").kind.hasFocus()
    press(written.form, "Alt+Down")
    assert (first, at, names(written)) == (["place", "cook", "dish"], True, ["cook", "place", "dish"])


def test_the_buttons_move_a_role(written: Written) -> None:
    QTest.mouseClick(written.role("dish").down, LEFT)
    QTest.mouseClick(written.role("dish").up, LEFT)
    QTest.mouseClick(written.role("dish").up, LEFT)
    assert names(written) == ["dish", "cook", "place"]
    assert not written.role("dish").up.isEnabled()


def test_a_role_that_the_sentence_says_stays_and_says_why(written: Written) -> None:
    QTest.mouseClick(written.role("place").remove, LEFT)
    assert written.role("place").name.note.text().startswith("The sentence of COOK says {place}")
    assert written.said == []


def test_a_role_goes_when_its_button_is_pressed(qtbot: QtBot) -> None:
    written = opened(qtbot, "EAT")
    write_into(written.form.roles.new.field, "who, what")
    press(written.form, "Return")
    written.role("who").remove.setFocus()
    press(written.form, "Return")
    assert (written.said, names(written)) == ([("EAT", "who")], ["what"])
    assert written.role("what").name.field.hasFocus()


def test_the_wheel_changes_nothing_it_is_over(written: Written) -> None:
    cook = written.role("cook")
    for over in (cook.kind, cook.value, cook.labels, cook.most):
        over.setFocus()
        turn_wheel(over)
    assert (written.count, written.type) == (0, KITCHEN.facts["COOK"])


def test_tab_goes_through_a_role_in_the_order_that_is_seen(written: Written) -> None:
    cook = written.role("cook")
    cook.name.field.setFocus()
    for part in (cook.kind, cook.labels, cook.down, cook.remove, cook.required, cook.ordered, cook.value):
        tab_to(written.form, part)
    press(written.form, "Tab")
    assert written.role("dish").name.field.hasFocus()


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ({}, "A fact is complete with its trigger alone, since it has no roles."),
        (
            {"who": RoleType("who")},
            "A fact is complete once any of its roles is filled, since none is required.",
        ),
        ({"who": NEEDED["who"]}, "A fact is complete once who is filled."),
        (NEEDED, "A fact is complete once who, what and where are filled."),
    ],
)
def test_what_complete_means_is_said_in_words(roles: dict[str, RoleType], said: str) -> None:
    assert completeness(FactType("EAT", roles=roles)) == said


def test_typing_a_role_and_finishing_adds_it(written: Written) -> None:
    write_into(written.form.roles.new.field, "tool")
    assert (written.form.finish(), list(written.type.roles)[-1]) == ("", "tool")
