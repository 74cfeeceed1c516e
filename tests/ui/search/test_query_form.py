"""The form of a search writes its line, and the line writes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotations.search.parsing import parse
from tests.ui.search.search_parts import SearchParts, parts
from ui.search.form_row import FormRow

__all__ = ["parts"]


def write(row: FormRow, text: str) -> None:
    """Put the text in the place of the row's, as a person does."""
    row.field.setFocus()
    row.field.selectAll()
    QTest.keyClicks(row.field, text) if text else QTest.keyClick(row.field, Qt.Key.Key_Delete)


def test_every_entry_writes_the_line(parts: SearchParts) -> None:
    form = parts.form
    write(form.words["words"], 'missile "a b"')
    write(form.words["phrase"], "Red Se*")
    write(form.words["pattern"], "a/b")
    form.words["pattern"].turn.click()
    write(form.words["without"], "drone")
    write(form.fields["label"], "ORG, GPE")
    form.fields["label"].turn.click()
    write(form.fields["value"], "count > 60")
    wanted = '"Red Se*" /a\\/b/i missile "a b" -drone -label:ORG,GPE value:"count > 60"'
    assert parts.line.text() == wanted
    for row in form.rows:
        write(row, "")
    assert parts.line.text() == ""


def test_the_line_writes_every_entry(parts: SearchParts) -> None:
    parts.line.setText('missile -x "Red Sea" /a/i label:"A, B",ORG -label:GPE status:suggested source:"B C"')
    texts = {
        name: row.field.text()
        for name, row in (parts.form.words | parts.form.fields).items()
        if row.field.text()
    }
    assert texts == {
        "words": "missile",
        "phrase": "Red Sea",
        "pattern": "a",
        "without": "x",
        "label": '"A, B", ORG',
        "status": "suggested",
        "source": "B C",
    }
    assert parts.form.words["pattern"].turn.isChecked()
    assert "-label:GPE" in parts.form.note.text()
    write(parts.form.fields["status"], "")
    assert parse(parts.line.text()).about("label") == parse('label:"A, B",ORG -label:GPE').asked


def test_a_half_typed_line_leaves_the_form_and_says_so(parts: SearchParts) -> None:
    parts.line.setText("missile label:ORG")
    parts.line.setText('missile label:ORG "Red')
    assert parts.form.fields["label"].field.text() == "ORG"
    assert "cannot be read yet" in parts.form.note.text()
    parts.line.setText('label:GPE "Red"')
    assert parts.form.fields["label"].field.text() == "GPE"
    assert parts.form.note.text() == ""


def test_an_entry_with_a_mistake_stays_out_of_the_line_and_the_others_do_not(parts: SearchParts) -> None:
    parts.line.setText("x score:<0.5")
    write(parts.form.fields["score"], "many")
    write(parts.form.fields["label"], "ORG")
    assert parts.line.text() == "x label:ORG score:<0.5"
    QTest.keyClick(parts.form.fields["label"].field, Qt.Key.Key_Return)
    assert "no range of scores" in parts.form.note.text()
    assert parts.asked == []
    write(parts.form.fields["score"], ">=0.5")
    QTest.keyClick(parts.form.fields["score"].field, Qt.Key.Key_Return)
    assert parts.asked == [parse("x label:ORG score:>=0.5")]


def test_values_are_chosen_from_what_the_project_has(parts: SearchParts) -> None:
    field = parts.form.fields["label"].field
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, ", a")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert parts.line.text() == 'label:PERSON,"A, B"'
    parts.form.clear.click()
    assert (field.text(), parts.line.text()) == ("", "")


def test_writing_in_an_entry_leaves_its_caret_and_text(parts: SearchParts) -> None:
    field = parts.form.words["words"].field
    field.setFocus()
    QTest.keyClicks(field, "b  a ")
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClicks(field, "c ")
    assert field.text() == "b c  a "
    assert field.cursorPosition() == 4
    assert parts.line.text() == "b c a"
