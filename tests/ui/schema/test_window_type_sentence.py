"""The sentence of a fact type in its form: mistakes are told while one types, and a fact is shown as it will read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations.schema.types import FactType, RoleType
from tests.ui.schema.schema_pages import click
from tests.ui.schema.type_forms import KITCHEN, Written, opened, write_into
from tests.ui.windows import press
from ui.schema.type_notes import sketch


@pytest.fixture
def written(qtbot: QtBot) -> Written:
    return opened(qtbot)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("{cook} *cooked* {meal}", "There is no role meal in fact type COOK for its sentence"),
        ("{cook *cooked*", "has a { without its }"),
        ("{cook} *cooked* [here]", "has [ ] without a role in { }"),
        ("{cook} *cooked*\n{dish} *was *cooked*", "Line 2: The sentence"),
    ],
)
def test_a_mistake_in_the_sentence_is_told_with_its_reason_while_one_types(
    written: Written, typed: str, why: str
) -> None:
    write_into(written.form.sentence.field, "")
    for line in typed.splitlines():
        QTest.keyClicks(written.form.sentence.field, line)
        press(written.form, "Return")
    told = written.form.sentence.note.text()
    press(written.form, "Tab")
    assert why in told
    assert (written.count, written.form.sentence.text.strip()) == (0, typed)


def test_a_sentence_is_shown_by_the_preview_at_every_key_and_written_when_it_is_left(
    written: Written,
) -> None:
    write_into(written.form.sentence.field, "{dish} *was fried* [by {cook}]")
    before = written.form.preview.words
    press(written.form, "Tab")
    assert before == "[dish] was fried by [cook] · place [place]"
    assert written.type.sentence == "{dish} *was fried* [by {cook}]"


def test_without_a_sentence_the_field_shows_one_to_begin_with(written: Written) -> None:
    write_into(written.form.sentence.field, "")
    press(written.form, "Tab")
    hint = written.form.sentence.field.placeholderText()
    assert (written.type.sentence, hint) == ("", "{cook, someone} *…ed* {dish, something} [{place}]")
    assert written.form.preview.words == "COOK: cook [cook] · dish [dish] · place [place]"


def test_a_role_is_inserted_where_the_cursor_is(written: Written) -> None:
    write_into(written.form.sentence.field, "*cooked* ")
    written.form.role.setFocus()
    press(written.form, "D")
    assert (written.form.sentence.text, written.form.role.currentIndex()) == ("*cooked* {dish}", 0)
    assert written.form.sentence.field.hasFocus()


def test_one_begins_with_the_sentence_that_an_empty_field_shows(written: Written) -> None:
    begin = written.form.begin
    before = begin.isEnabled()
    write_into(written.form.sentence.field, "")
    written.form.room.ensureWidgetVisible(begin)
    QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    assert (before, begin.isEnabled()) == (False, False)
    assert written.form.preview.words == "[cook] …ed [dish] [place]"


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ((), "*…ed*"),
        (("who",), "{who, someone} *…ed*"),
        (("who", "what", "where", "when"), "{who, someone} *…ed* {what, something} [{where}] [{when}]"),
    ],
)
def test_a_sentence_to_begin_with_has_every_role(roles: tuple[str, ...], said: str) -> None:
    assert sketch(FactType("ACT", roles={name: RoleType(name) for name in roles})) == said


def test_a_sentence_to_begin_with_has_no_english_words_in_another_language(qtbot: QtBot) -> None:
    written = opened(qtbot, "COOK", replace(KITCHEN, language="de"))
    write_into(written.form.sentence.field, "")
    click(written.form.begin)
    assert written.form.sentence.text == "{cook} *…* {dish} [{place}]"
