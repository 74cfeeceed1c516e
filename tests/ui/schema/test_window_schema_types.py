"""The view Schema for fact types: what their form gives is written, asked about, and never lost in silence."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.facts.facts_project import SUGGESTED, project_of
from tests.ui.facts.facts_project import opened as cards
from tests.ui.schema.schema_pages import answer, click, opened, take, turn, write, written
from tests.ui.waits import is_saved, mark
from tests.ui.windows import press, said
from ui.main_window import MainWindow
from ui.schema.schema_page import SchemaPage
from ui.schema.type_form import TypeForm


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.fixture
def page(window: MainWindow) -> SchemaPage:
    page = opened(window)
    turn(page, "facts")
    take(page, "ATTACK")
    return page


@pytest.fixture
def form(page: SchemaPage) -> TypeForm:
    return page.types.form


def confirm_first(window: MainWindow, page: SchemaPage) -> None:
    """Confirms the first fact among the cards, and comes back."""
    window.pages.open("annotate")
    cards(window)
    press(window, "Return")
    assert opened(window) is page


def roles_of_facts(folder: Path) -> set[str]:
    """The roles of all facts of the article, suggested ones too."""
    project = Project(folder)
    facts = project.sheet("first", "anna").facts()
    project.close()
    return {role.role for fact in facts for role in fact.roles}


def test_a_field_that_is_left_is_written(folder: Path, form: TypeForm) -> None:
    write(form.triggers.field, "strike, hit", "Tab")
    assert written(folder).facts["ATTACK"].triggers == ("strike", "hit")
    assert list(written(folder).facts["ATTACK"].roles) == ["actor", "target", "count", "time", "source"]


def by_list(window: MainWindow, page: SchemaPage) -> None:
    take(page, "STATEMENT")


def by_part(window: MainWindow, page: SchemaPage) -> None:
    turn(page, "labels")


def by_key(window: MainWindow, page: SchemaPage) -> None:
    click(window.status.verbs.button_of("schema_back"))


def by_closing(window: MainWindow, page: SchemaPage) -> None:
    window.verbs["close_project"].trigger()


@pytest.mark.parametrize("leave", [by_list, by_part, by_key, by_closing])
def test_a_guideline_that_is_being_typed_is_written_however_it_is_left(
    window: MainWindow,
    folder: Path,
    page: SchemaPage,
    form: TypeForm,
    leave: Callable[[MainWindow, SchemaPage], None],
) -> None:
    write(form.guideline.field, "One blow.")
    leave(window, page)
    assert written(folder).facts["ATTACK"].guideline == "One blow."


def test_a_rename_is_asked_about_kept_in_hand_and_taken_back(
    qtbot: QtBot, window: MainWindow, folder: Path, page: SchemaPage, form: TypeForm
) -> None:
    confirm_first(window, page)
    write(form.name.field, "STRIKE", "Return")
    words = answer(qtbot)
    assert words.startswith("Rename fact type ATTACK to STRIKE? 1 fact of anna, ")
    assert (page.in_hand, list(written(folder).facts)) == ("STRIKE", ["STRIKE", "STATEMENT"])
    page.pane.list.setFocus()
    press(window, "Ctrl+Z")
    assert list(written(folder).facts) == page.pane.list.names() == ["ATTACK", "STATEMENT"]
    assert (page.in_hand, form.name.text) == ("ATTACK", "ATTACK")


def test_a_type_is_merged_by_keys(qtbot: QtBot, window: MainWindow, folder: Path, page: SchemaPage) -> None:
    page.pane.list.setFocus()
    press(window, "Ctrl+M", "Return")
    assert answer(qtbot).startswith("Merge fact type ATTACK into STATEMENT? ")
    assert (page.in_hand, list(written(folder).facts)) == ("STATEMENT", ["STATEMENT"])


def test_a_role_is_renamed_with_its_facts_and_taken_back(
    qtbot: QtBot, window: MainWindow, folder: Path, page: SchemaPage, form: TypeForm
) -> None:
    confirm_first(window, page)
    write(form.roles.entries[0].name.field, "attacker", "Tab")
    words = answer(qtbot)
    assert words.startswith("Rename role actor of ATTACK to attacker? 1 fact of 1 article is changed.")
    assert next(iter(written(folder).facts["ATTACK"].roles)) == form.roles.entries[0].role.name == "attacker"
    assert {"attacker", "actor"} & roles_of_facts(folder) == {"attacker"}
    page.pane.list.setFocus()
    press(window, "Ctrl+Z")
    assert {"attacker", "actor"} & roles_of_facts(folder) == {form.roles.entries[0].role.name} == {"actor"}


def test_a_role_is_removed_once_it_is_said_what_goes(qtbot: QtBot, folder: Path, form: TypeForm) -> None:
    click(form.roles.entries[2].remove)
    assert answer(qtbot).startswith("Remove role count of ATTACK? ")
    assert list(written(folder).facts["ATTACK"].roles) == ["actor", "target", "time", "source"]
    assert "count" not in roles_of_facts(folder)


def test_a_change_by_hand_stays_beside_what_is_typed_in_another_field(
    window: MainWindow, folder: Path, form: TypeForm
) -> None:
    write(form.guideline.field, "One blow.")
    project = Project(folder)
    project.set_schema(project.schema.adding_labels(["SHIP"]))
    project.close()
    window.session.look_for_others()
    press(form, "Tab")
    assert written(folder).facts["ATTACK"].guideline == "One blow."
    assert "SHIP" in written(folder).labels


def test_what_is_typed_of_a_type_that_goes_is_on_the_clipboard(
    window: MainWindow, folder: Path, page: SchemaPage, form: TypeForm
) -> None:
    write(form.guideline.field, "One blow.")
    path = folder / "project.yaml"
    path.write_text(path.read_text("utf-8").replace("ATTACK", "RAID"), "utf-8")
    window.session.look_for_others()
    assert said(window).startswith("There is no fact type ATTACK any more; what you typed as its guideline")
    assert (QApplication.clipboard().text(), page.in_hand) == ("One blow.", "RAID")
    assert form.guideline.text == ""


def no_room(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("part", ["labels", "facts"])
def test_what_could_not_be_written_stays_in_hand_and_is_tried_again(
    window: MainWindow, folder: Path, page: SchemaPage, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn(page, part)
    guideline = page.form.guideline if part == "labels" else page.types.form.guideline.field
    before, other = page.in_hand, page.pane.list.names()[1]
    with monkeypatch.context() as full:
        full.setattr(Path, "replace", no_room)
        guideline.setFocus()
        QTest.keyClicks(guideline, "New.")
        page.pane.list.hold(other)
        turn(page, "facts" if part == "labels" else "labels")
        assert (page.in_hand, page.part, page.pane.list.in_hand) == (before, part, before)
        assert (mark(window), page.side.said.endswith(": the disk is full.")) == ("✗ not saved", True)
    page.pane.list.hold(other)
    assert (page.in_hand, is_saved(window), page.side.said) == (other, True, "")
    assert "New." in (folder / "project.yaml").read_text("utf-8")


def test_what_cannot_be_written_at_the_end_is_told_in_a_box_that_stays(
    window: MainWindow, form: TypeForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(Path, "replace", no_room)
        write(form.guideline.field, "One blow.")
        window.verbs["close_project"].trigger()
    box = QApplication.activeModalWidget()
    assert box.text().endswith("This was not written.")
    assert box.informativeText() == "ATTACK, guideline:\nOne blow."
