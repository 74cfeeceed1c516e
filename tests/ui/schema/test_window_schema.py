"""The schema editor: add, rename, merge, recolour, re-key, archive; the palette follows at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from annotations.schema import reader as schema_reader
from annotations.schema.types import Schema
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from tests.making import edit
from tests.ui.windows import become_active, point, press, said, shown, stored
from ui.main_window import MainWindow
from ui.schema.label_delegate import KEY, NAME
from ui.schema.schema_editor import SchemaEditor


@pytest.fixture
def editor(window: MainWindow) -> SchemaEditor:
    window.verbs["schema"].trigger()
    return window.findChild(SchemaEditor)


def written(folder: Path) -> Schema:
    return schema_reader.read(folder / "project.yaml")


def take(editor: SchemaEditor, name: str) -> None:
    (item,) = editor.list.findItems(name, Qt.MatchFlag.MatchExactly)
    editor.list.setCurrentItem(item)


def fill(field, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def asked(editor: SchemaEditor) -> QMessageBox:
    (box,) = (box for box in editor.findChildren(QMessageBox) if box.isVisible())
    return box


def recast(editor: SchemaEditor, old: str, new: str, *, merging: bool = False) -> str:
    """Renames or merges through the form; the question that was answered with Yes."""
    take(editor, old)
    if merging:
        editor.form.into.setCurrentText(new)
        editor.form.merge.click()
    else:
        fill(editor.form.name, new)
        editor.form.rename.click()
    box = asked(editor)
    box.button(QMessageBox.StandardButton.Yes).click()
    return box.text()


def in_article(qtbot: QtBot, window: MainWindow, *keys: str) -> None:
    """Presses the keys in the window, which the editor stands beside."""
    become_active(qtbot, window).view.setFocus()
    press(window, *keys)


def palette(window: MainWindow) -> list[tuple[str, str]]:
    labels = window.work.labels.list
    return [(labels.item(n).data(NAME), labels.item(n).data(KEY)) for n in range(labels.count())]


def test_a_label_is_added_and_stands_in_the_palette(
    window: MainWindow, folder: Path, editor: SchemaEditor
) -> None:
    fill(editor.form.name, "SHIP")
    QTest.keyClick(editor.form.name, Qt.Key.Key_Return)
    assert "SHIP" in written(folder).labels
    assert (palette(window)[-1], editor.in_hand()) == (("SHIP", ""), "SHIP")


def test_a_key_given_here_works_in_the_article_at_once(
    qtbot: QtBot, window: MainWindow, folder: Path, editor: SchemaEditor
) -> None:
    take(editor, "NOTE")
    fill(editor.form.key, "7")
    QTest.keyClick(editor.form.key, Qt.Key.Key_Return)
    assert ("NOTE", "7") in palette(window)
    point(window, "left")
    in_article(qtbot, window, "7")
    assert ("left", "NOTE") in stored(folder)


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("1", "PERSON has the key 1 already; take another, or free it there first."),
        ("x", "NOTE cannot have the key X: B C F G M N R U X are verbs."),
        ("-", "The key of NOTE is one letter or digit, not -."),
    ],
)
def test_a_key_that_will_not_do_is_refused_below_the_form(
    folder: Path, editor: SchemaEditor, key: str, why: str
) -> None:
    take(editor, "NOTE")
    fill(editor.form.key, key)
    QTest.keyClick(editor.form.key, Qt.Key.Key_Return)
    assert (editor.form.wrong.text(), editor.form.key.text()) == (why, "")
    assert written(folder).labels["NOTE"].key is None


def test_hue_and_guideline_are_kept_without_a_button(
    qtbot: QtBot, window: MainWindow, folder: Path, editor: SchemaEditor
) -> None:
    take(editor, "ORG")
    editor.form.hue.setValue(300)
    QTest.keyClicks(editor.form.guideline, "Firms.")
    qtbot.waitUntil(lambda: written(folder).labels["ORG"].guideline == "Firms.")
    assert written(folder).labels["ORG"].hue == 300
    window.work.labels.hold("ORG")
    assert window.work.labels.guideline.body.toPlainText() == "Firms."


def test_what_is_being_written_is_kept_when_another_label_is_taken_or_the_editor_closed(
    folder: Path, editor: SchemaEditor
) -> None:
    take(editor, "ORG")
    QTest.keyClicks(editor.form.guideline, "Firms.")
    take(editor, "GPE")
    QTest.keyClicks(editor.form.guideline, "Lands.")
    press(editor.form.guideline, "Esc")
    assert [written(folder).labels[name].guideline for name in ("ORG", "GPE")] == ["Firms.", "Lands."]


def test_a_rename_says_what_it_carries_and_carries_it(
    qtbot: QtBot, window: MainWindow, folder: Path, editor: SchemaEditor
) -> None:
    in_article(qtbot, window, "Tab", "Return")
    text = recast(editor, "PERSON", "HUMAN")
    assert (
        text
        == "Rename label PERSON to HUMAN? 1 span of anna, 1 suggestion will follow. Ctrl+Z takes it back."
    )
    assert stored(folder) == [("Maria Ruiz", "HUMAN")]
    assert ("HUMAN", "1") in palette(window)
    assert next(iter(written(folder).labels)) == "HUMAN"


def test_undo_and_redo_take_spans_schema_and_suggestions_along(
    qtbot: QtBot, window: MainWindow, folder: Path, editor: SchemaEditor
) -> None:
    in_article(qtbot, window, "Tab", "Return")
    recast(editor, "PERSON", "HUMAN")
    in_article(qtbot, window, "Ctrl+Z")
    assert said(window) == "Undid: rename label PERSON to HUMAN."
    assert stored(folder) == [("Maria Ruiz", "PERSON")]
    assert ("PERSON", "1") in palette(window)
    in_article(qtbot, window, "Ctrl+Shift+Z")
    assert (stored(folder), palette(window)[0]) == ([("Maria Ruiz", "HUMAN")], ("HUMAN", "1"))


def test_undecided_suggestions_follow_a_rename_and_its_undo(
    qtbot: QtBot, window: MainWindow, folder: Path, editor: SchemaEditor
) -> None:
    in_article(qtbot, window, "Tab", "Return")
    in_article(qtbot, window, "Ctrl+Z")
    recast(editor, "ORG", "FIRM")
    assert [label for _, label, _ in shown(window)] == ["PERSON", "FIRM", "GPE"]


def test_a_merge_leaves_one_span_where_both_labels_lay(
    qtbot: QtBot, window: MainWindow, folder: Path, editor: SchemaEditor
) -> None:
    window.view.set_selection(28, 32)
    in_article(qtbot, window, "3")
    window.view.set_selection(28, 32)
    project = Project(folder)
    anna = project.annotation_set("first", "anna")
    edit(project, "label", anna.having(Span("twin", 28, 32, "NOTE", origin="anna")))
    project.close()
    window.session.look_for_others()
    recast(editor, "NOTE", "ORG", merging=True)
    assert stored(folder) == [("Oslo", "ORG")]
    assert "NOTE" not in written(folder).labels
    in_article(qtbot, window, "Ctrl+Z")
    assert sorted(stored(folder)) == [("Oslo", "NOTE"), ("Oslo", "ORG")]
    assert "NOTE" in written(folder).labels


def test_the_sets_of_others_follow_but_for_those_in_review(
    window: MainWindow, folder: Path, editor: SchemaEditor
) -> None:
    project = Project(folder)
    edit(project, "label", AnnotationSet.of("first", "bert", [Span("b", 0, 5, "PERSON", origin="bert")]))
    cy = [Span("c", 0, 5, "PERSON", origin="cy"), Progress(State.IN_REVIEW)]
    edit(project, "label", AnnotationSet.of("first", "cy", cy))
    project.close()
    text = recast(editor, "PERSON", "HUMAN")
    assert "1 span of bert, 1 suggestion will follow. 1 set in review will keep PERSON, archived." in text
    assert stored(folder, annotator="bert") == [("Maria", "HUMAN")]
    assert stored(folder, annotator="cy") == [("Maria", "PERSON")]
    assert written(folder).labels["PERSON"].archived


def test_archiving_deletes_no_span_and_takes_the_label_from_the_palette(
    qtbot: QtBot, window: MainWindow, folder: Path, editor: SchemaEditor
) -> None:
    in_article(qtbot, window, "Tab", "Return")
    take(editor, "PERSON")
    editor.form.archived.click()
    assert "PERSON" not in dict(palette(window))
    assert stored(folder) == [("Maria Ruiz", "PERSON")]
    assert editor.list.topLevelItem(0).text(2) == "archived"


def test_a_name_that_is_taken_or_empty_is_refused(folder: Path, editor: SchemaEditor) -> None:
    take(editor, "ORG")
    fill(editor.form.name, "GPE")
    editor.form.rename.click()
    assert editor.form.wrong.text() == "There is a label GPE already; choose another name, or merge the two."
    editor.form.name.clear()
    editor.form.add.click()
    assert editor.form.wrong.text() == "A label needs a name; write one."


def test_fact_types_are_edited_in_the_same_way(folder: Path, editor: SchemaEditor) -> None:
    editor.form.part.setCurrentIndex(1)
    fill(editor.form.name, "ATTACK")
    editor.form.add.click()
    fill(editor.form.key, "x")  # fact keys follow F, so verbs do not hold them
    QTest.keyClick(editor.form.key, Qt.Key.Key_Return)
    assert recast(editor, "ATTACK", "STRIKE") == "Rename fact type ATTACK to STRIKE? No fact has it."
    assert {name: fact.key for name, fact in written(folder).facts.items()} == {"STRIKE": "x"}
