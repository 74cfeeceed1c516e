"""The view Schema: labels added, renamed, merged, recoloured, re-keyed, archived; the palette follows at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from tests.making import edit
from tests.ui.schema.schema_pages import (
    answer,
    click,
    in_article,
    opened,
    palette,
    recast,
    take,
    turn,
    write,
    written,
)
from tests.ui.windows import by_key, point, press, said, shown, stored
from ui.main_window import MainWindow
from ui.schema.entry_list import ARCHIVED
from ui.schema.schema_page import SchemaPage


@pytest.fixture
def page(window: MainWindow) -> SchemaPage:
    return opened(window)


@by_key(["Ins"])
def test_a_label_is_added_by_keys_and_stands_in_the_palette(
    window: MainWindow, folder: Path, page: SchemaPage, key: str
) -> None:
    press(window, key)
    QTest.keyClicks(QApplication.focusWidget(), "SHIP")
    press(window, "Return")
    assert "SHIP" in written(folder).labels
    assert (palette(window)[-1], page.in_hand) == (("SHIP", ""), "SHIP")
    press(window, "7", "Return")  # the keyboard is at the key of the new label
    assert written(folder).labels["SHIP"].key == "7"


def test_a_label_is_added_by_mouse(folder: Path, page: SchemaPage) -> None:
    write(page.pane.new, "SHIP")
    click(page.pane.add)
    assert ("SHIP" in written(folder).labels, page.pane.new.text()) == (True, "")


def test_a_key_given_here_works_in_the_article_at_once(
    window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    take(page, "NOTE")
    write(page.form.key, "7", "Return")
    assert ("NOTE", "7") in palette(window)
    point(window, "left")
    in_article(window, "7")
    assert ("left", "NOTE") in stored(folder)


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("1", "PERSON has the key 1 already; take another, or free it there first."),
        ("x", "NOTE cannot have the key X: B C F G M N R U X are verbs."),
        ("-", "The key of NOTE is one letter or digit, not -."),
    ],
)
def test_a_key_that_will_not_do_is_refused_as_it_is_typed(
    folder: Path, page: SchemaPage, key: str, why: str
) -> None:
    take(page, "NOTE")
    write(page.form.key, key)
    assert (page.form.wrong.text(), page.form.wrong.isVisible(), page.form.key.text()) == (why, True, key)
    press(page, "Return")
    assert (page.form.wrong.text(), page.form.key.text()) == (why, "")
    assert written(folder).labels["NOTE"].key is None


def test_hue_gloss_and_guideline_are_kept_without_a_button(
    qtbot: QtBot, window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    take(page, "ORG")
    page.form.hue.setFocus()
    press(page, "Right")
    write(page.form.gloss, "firms", "Tab")
    QTest.keyClicks(page.form.guideline, "Firms.")
    qtbot.waitUntil(lambda: written(folder).labels["ORG"].guideline == "Firms.")
    assert (written(folder).labels["ORG"].hue, written(folder).labels["ORG"].gloss) == (30, "firms")
    window.work.labels.hold("ORG")
    assert window.work.labels.guideline.body.toPlainText() == "Firms."


def test_a_click_on_the_strip_chooses_its_hue(qtbot: QtBot, folder: Path, page: SchemaPage) -> None:
    take(page, "ORG")
    click(page.form.hue)
    qtbot.waitUntil(lambda: written(folder).labels["ORG"].hue in range(175, 185))


def test_a_rename_says_what_it_carries_and_carries_it(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return")
    page = opened(window)
    text = recast(qtbot, page, "PERSON", "HUMAN")
    assert (
        text
        == "Rename label PERSON to HUMAN? 1 span of anna, 1 suggestion will follow. Ctrl+Z takes it back."
    )
    assert stored(folder) == [("Maria Ruiz", "HUMAN")]
    assert ("HUMAN", "1") in palette(window)
    assert (next(iter(written(folder).labels)), page.in_hand) == ("HUMAN", "HUMAN")


@by_key(["F2"])
def test_a_name_is_changed_by_keys_and_given_back_by_esc(
    window: MainWindow, page: SchemaPage, key: str
) -> None:
    press(window, key)
    QTest.keyClicks(QApplication.focusWidget(), "GPE")
    assert page.form.wrong.text() == "There is a label GPE already; choose another name, or merge the two."
    press(window, "Esc")
    assert (page.form.name.text(), page.form.wrong.text(), window.pages.here) == ("PERSON", "", "schema")


def test_undo_and_redo_take_spans_schema_and_suggestions_along(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "Return")
    page = opened(window)
    recast(qtbot, page, "PERSON", "HUMAN")
    take(page, "HUMAN")
    press(window, "Ctrl+Z")
    assert said(window) == "Undid: rename label PERSON to HUMAN."
    assert (stored(folder), page.in_hand) == ([("Maria Ruiz", "PERSON")], "PERSON")
    assert ("PERSON", "1") in palette(window)
    in_article(window, "Ctrl+Shift+Z")
    assert (stored(folder), palette(window)[0]) == ([("Maria Ruiz", "HUMAN")], ("HUMAN", "1"))


def test_undecided_suggestions_follow_a_rename_and_its_undo(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Tab", "Return", "Ctrl+Z")
    recast(qtbot, opened(window), "ORG", "FIRM")
    assert [label for _, label, _ in shown(window)] == ["PERSON", "FIRM", "GPE"]


def test_a_merge_leaves_one_span_where_both_labels_lay(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    window.view.set_selection(28, 32)
    press(window, "3")
    project = Project(folder)
    anna = project.annotation_set("first", "anna")
    edit(project, "label", anna.having(Span("twin", 28, 32, "NOTE", origin="anna")))
    project.close()
    window.session.look_for_others()
    page = opened(window)
    recast(qtbot, page, "NOTE", "ORG", merging=True)
    assert (stored(folder), page.in_hand) == ([("Oslo", "ORG")], "ORG")
    assert "NOTE" not in written(folder).labels
    in_article(window, "Ctrl+Z")
    assert sorted(stored(folder)) == [("Oslo", "NOTE"), ("Oslo", "ORG")]
    assert "NOTE" in written(folder).labels


def test_the_sets_of_others_follow_also_those_in_review(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    project = Project(folder)
    edit(project, "label", AnnotationSet.of("first", "bert", [Span("b", 0, 5, "PERSON", origin="bert")]))
    cy = [Span("c", 0, 5, "PERSON", origin="cy"), Progress(State.IN_REVIEW)]
    edit(project, "label", AnnotationSet.of("first", "cy", cy))
    project.close()
    text = recast(qtbot, opened(window), "PERSON", "HUMAN")
    assert "1 span of bert, 1 span of cy, 1 suggestion will follow." in text
    assert stored(folder, annotator="bert") == [("Maria", "HUMAN")]
    assert stored(folder, annotator="cy") == [("Maria", "HUMAN")]
    assert "PERSON" not in written(folder).labels


def test_archiving_deletes_no_span_and_takes_the_label_from_the_palette(
    window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "Return")
    page = opened(window)
    take(page, "PERSON")
    page.form.archived.setFocus()
    press(window, "Space")
    assert "PERSON" not in dict(palette(window))
    assert stored(folder) == [("Maria Ruiz", "PERSON")]
    assert page.pane.list.currentIndex().data(ARCHIVED) is True


def test_a_name_that_is_taken_or_empty_is_refused(folder: Path, page: SchemaPage) -> None:
    take(page, "ORG")
    write(page.form.name, "GPE", "Return")
    assert page.form.wrong.text() == "There is a label GPE already; choose another name, or merge the two."
    press(page, "Esc")
    click(page.pane.add)
    assert page.form.wrong.text() == "A label needs a name; write one."
    assert list(written(folder).labels) == ["PERSON", "ORG", "GPE", "NOTE"]


def test_a_rename_that_is_not_wanted_leaves_the_name(qtbot: QtBot, folder: Path, page: SchemaPage) -> None:
    take(page, "NOTE")
    write(page.form.name, "REMARK", "Tab")
    answer(qtbot, QMessageBox.StandardButton.Cancel)
    assert (page.form.name.text(), "NOTE" in written(folder).labels) == ("NOTE", True)


def test_fact_types_are_edited_in_the_same_way(qtbot: QtBot, folder: Path, page: SchemaPage) -> None:
    turn(page, "facts")
    write(page.pane.new, "ATTACK", "Return")
    press(page, "x", "Return")  # fact keys follow F, so verbs do not hold them
    assert recast(qtbot, page, "ATTACK", "STRIKE") == "Rename fact type ATTACK to STRIKE? No fact has it."
    assert {name: fact.key for name, fact in written(folder).facts.items()} == {"STRIKE": "x"}


@by_key(["Ctrl+F"])
def test_a_search_leaves_what_has_it_and_esc_takes_it_back(
    window: MainWindow, page: SchemaPage, key: str
) -> None:
    write(page.form.gloss, "folk", "Tab", key)
    QTest.keyClicks(QApplication.focusWidget(), "FOL")
    assert page.pane.list.names() == ["PERSON"]
    press(window, "Esc")
    assert (len(page.pane.list.names()), window.pages.here) == (4, "schema")
    QTest.keyClicks(page.pane.search, "note")
    press(window, "Down")
    assert (page.in_hand, page.pane.list.hasFocus()) == ("NOTE", True)
