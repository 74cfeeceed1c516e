"""Fact types made whole in the view Schema, in a window started by main(): what they are in project.yaml and in the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotations.schema.types import FactType, RoleType
from tests.ui.schema.schema_pages import answer, click, in_article, opened, take, turn, write, written
from tests.ui.windows import press, tab_to
from ui.main_window import MainWindow
from ui.schema.roles.role_entry import RoleEntry
from ui.schema.schema_page import SchemaPage
from ui.schema.type_form import TypeForm

LEAVE = FactType(
    "LEAVE",
    key="l",
    gloss="who goes away",
    guideline="Somebody goes away.",
    triggers=("leave", "depart"),
    roles={
        "traveller": RoleType("traveller", ("PERSON",), required=True, kind="agent"),
        "place": RoleType("place", ("ORG", "GPE"), most=1),
        "day": RoleType("day", value="date"),
    },
    sentence="{traveller, someone} *left* {place, somewhere} [{day}]",
)


@pytest.fixture
def page(window: MainWindow) -> SchemaPage:
    page = opened(window)
    turn(page, "facts")
    return page


@pytest.fixture
def form(page: SchemaPage) -> TypeForm:
    """The form of a new type LEAVE, with the keyboard at its key."""
    write(page.pane.new, "LEAVE", "Return")
    return page.types.form


def role(form: TypeForm, name: str) -> RoleEntry:
    return next(entry for entry in form.roles.entries if entry.role.name == name)


def add_roles(form: TypeForm, names: str) -> None:
    write(form.roles.new.field, names, "Return")


def tick(window: MainWindow, entry: RoleEntry, *names: str) -> None:
    """Ticks the labels of the role by their first letters."""
    tab_to(window, entry.labels)
    press(window, "Space")
    for name in names:
        QTest.keyClicks(entry.labels.ticks.search, name)
        press(window, "Return")
    press(window, "Esc")


def test_a_type_is_made_whole_by_keys(window: MainWindow, folder: Path, form: TypeForm) -> None:
    press(window, "L", "Tab")
    for words in ("who goes away", "Somebody goes away.", "leave, depart"):
        QTest.keyClicks(QApplication.focusWidget(), words)
        press(window, "Tab")
    add_roles(form, "traveller, place, day")
    role(form, "traveller").name.field.setFocus()
    tick(window, role(form, "traveller"), "per")
    tab_to(window, role(form, "traveller").required)
    press(window, "Space")
    role(form, "traveller").kind.setFocus()
    press(window, "A")
    tick(window, role(form, "place"), "gp", "or")
    tab_to(window, role(form, "place").fillers.segments[2])
    press(window, "Left", "Left")
    role(form, "day").value.setFocus()
    press(window, "End")
    write(form.sentence.field, LEAVE.sentence, "Tab")
    assert written(folder).facts["LEAVE"] == LEAVE


def test_a_new_type_is_chosen_by_its_key_in_the_article(window: MainWindow, form: TypeForm) -> None:
    press(window, "L", "Return")
    add_roles(form, "traveller")
    in_article(window, "Tab", "F", "L")
    assert window.work.building.is_open


def test_going_to_another_type_writes_what_is_typed(folder: Path, page: SchemaPage, form: TypeForm) -> None:
    write(page.pane.new, "STAY", "Return")
    write(form.guideline.field, "Somebody stays.")
    take(page, "LEAVE")
    assert written(folder).facts["STAY"].guideline == "Somebody stays."
    assert form.guideline.text == ""


def test_a_mistake_that_is_left_is_there_when_one_comes_back(page: SchemaPage, form: TypeForm) -> None:
    write(form.sentence.field, "{who")
    write(page.pane.new, "STAY", "Return")
    take(page, "LEAVE")
    assert form.sentence.text == "{who"
    assert "has a { without its }" in form.sentence.note.text()


def test_archiving_in_the_form_is_seen_in_the_list(folder: Path, form: TypeForm) -> None:
    form.room.ensureWidgetVisible(form.archived)
    click(form.archived)
    assert written(folder).facts["LEAVE"].archived


def test_a_role_without_facts_is_renamed_at_once_and_its_sentence_follows(
    folder: Path, form: TypeForm
) -> None:
    add_roles(form, "who")
    write(form.sentence.field, "{who} *left*", "Tab")
    write(role(form, "who").name.field, "traveller", "Return")
    assert written(folder).facts["LEAVE"].sentence == "{traveller} *left*"


def test_a_role_is_asked_about_before_it_goes(
    qtbot: QtBot, window: MainWindow, folder: Path, form: TypeForm
) -> None:
    add_roles(form, "who, where")
    role(form, "who").remove.setFocus()
    press(window, "Return")
    assert answer(qtbot) == "Remove role who of LEAVE? No fact has who."
    assert list(written(folder).facts["LEAVE"].roles) == ["where"]


def test_roles_are_moved_by_keys_and_the_types_of_the_list_are_not(
    window: MainWindow, folder: Path, form: TypeForm
) -> None:
    add_roles(form, "who, where")
    role(form, "where").name.field.setFocus()
    press(window, "Alt+Up")
    assert list(written(folder).facts["LEAVE"].roles) == ["where", "who"]
