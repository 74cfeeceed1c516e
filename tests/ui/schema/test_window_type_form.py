"""The form of a fact type: each field is written when it is finished, and says what is wrong while one types."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.schema.type_forms import KITCHEN, Written, opened, write_into
from tests.ui.windows import press


@pytest.fixture
def written(qtbot: QtBot) -> Written:
    return opened(qtbot)


@pytest.mark.parametrize(
    ("field", "typed", "has"),
    [
        ("key", "k", "k"),
        ("key", "", None),
        ("gloss", "a  meal is made", "a meal is made"),
        ("guideline", "Any **dish**.", "Any **dish**."),
        ("triggers", "cook, bake,, roast", ("cook", "bake", "roast")),
    ],
)
def test_a_field_is_written_when_it_is_left(written: Written, field: str, typed: str, has: object) -> None:
    write_into(written.form.fields[field].field, typed)
    before = written.count
    press(written.form, "Tab")
    assert (before, written.count, getattr(written.type, field)) == (0, 1, has)


@pytest.mark.parametrize("field", ["key", "gloss"])
def test_a_line_is_written_once_by_enter(written: Written, field: str) -> None:
    write_into(written.form.fields[field].field, "m")
    press(written.form, "Return", "Tab")
    assert (written.count, getattr(written.type, field)) == (1, "m")


def test_triggers_may_stand_one_a_line(written: Written) -> None:
    write_into(written.form.triggers.field, "")
    for word in ("stew", "boil"):
        press(written.form, *word.upper(), "Return")
    press(written.form, "Tab")
    assert written.type.triggers == ("stew", "boil")
    assert written.form.triggers.text == "stew, boil"


def test_a_guideline_is_written_while_one_thinks(qtbot: QtBot, written: Written) -> None:
    write_into(written.form.guideline.field, "Somebody makes a dish. ")
    qtbot.waitUntil(lambda: written.count == 1)
    QTest.keyClicks(written.form.guideline.field, "Not: buys it.")
    press(written.form, "Tab")
    assert written.type.guideline == "Somebody makes a dish. Not: buys it."


def test_a_gloss_that_is_not_written_shows_what_stands_in_its_place(written: Written) -> None:
    write_into(written.form.gloss.field, "")
    press(written.form, "Tab")
    assert (written.type.gloss, written.form.gloss.field.placeholderText()) == ("", "A dish")


def test_what_is_left_as_it_was_is_not_written(written: Written) -> None:
    press(written.form, *["Tab"] * 8)
    assert (written.count, written.said) == (0, [])


def test_a_key_that_another_type_has_is_told_while_one_types(written: Written) -> None:
    write_into(written.form.key.field, "e")
    told = written.form.key.note.text()
    press(written.form, "Tab")
    assert told == "EAT has the key E already; take another, or free it there first."
    assert (written.type.key, written.form.key.note.text()) == ("c", told)


def test_a_name_that_is_taken_is_told_while_one_types_and_asked_for_by_nobody(written: Written) -> None:
    write_into(written.form.name.field, "EAT")
    told = written.form.name.note.text()
    press(written.form, "Return")
    assert told.startswith("There is a fact type EAT already")
    assert written.said == []


def test_another_name_is_asked_for_once(written: Written) -> None:
    write_into(written.form.name.field, "PREPARE")
    press(written.form, "Return", "Tab")
    assert (written.said, written.form.type.name) == ([("COOK", "PREPARE")], "PREPARE")


def test_blanks_round_a_name_ask_for_nothing(written: Written) -> None:
    write_into(written.form.name.field, " COOK ")
    press(written.form, "Return")
    assert (written.said, written.form.name.text) == ([], "COOK")


def test_a_gloss_that_is_too_long_says_by_how_much(written: Written) -> None:
    write_into(written.form.gloss.field, "x" * 28)
    room = written.form.gloss.note.text()
    write_into(written.form.gloss.field, "x" * 33)
    assert room.endswith("room for 2 more")
    assert written.form.gloss.note.text().endswith("these are 3 too many.")


def test_escape_gives_back_what_a_field_had(written: Written) -> None:
    write_into(written.form.guideline.field, "Nothing")
    press(written.form, "Esc", "Tab")
    assert (written.form.guideline.text, written.count) == ("A dish is made.", 0)


def test_a_type_without_triggers_says_that_it_is_never_proposed(written: Written) -> None:
    write_into(written.form.triggers.field, "")
    assert written.form.triggers.note.text().startswith("Never proposed: it has no triggers")
    assert written.form.preview.trigger == ""


def test_archiving_is_written_at_once(written: Written) -> None:
    written.form.archived.setFocus()
    press(written.form, "Space")
    assert written.type.archived


def test_the_preview_says_a_made_up_fact_and_follows_what_is_typed(written: Written) -> None:
    before = written.form.preview.words
    write_into(written.form.triggers.field, "stir")
    assert (before, written.form.preview.trigger) == ("[cook] cooked [dish] at [place]", "stir")


def test_the_preview_says_the_least_that_a_fact_can_be(written: Written) -> None:
    with_place = written.form.preview.least
    write_into(written.form.sentence.field, "{cook} *cooked* {dish} at {place, home}")
    at_home = written.form.preview.least
    write_into(written.form.sentence.field, "{cook} *cooked* {dish}")
    assert (with_place, at_home) == ("[cook] cooked [dish]", "[cook] cooked [dish] at home")


def test_what_cannot_be_taken_is_there_again_when_the_type_is(written: Written) -> None:
    write_into(written.form.gloss.field, "y" * 40)
    wrong = written.form.finish()
    written.form.show_type(KITCHEN, "EAT")
    between = written.form.gloss.text
    written.form.show_type(KITCHEN, "COOK")
    assert (between, written.form.gloss.text) == ("", "y" * 40)
    assert "10 too many" in wrong
    assert "10 too many" in written.form.gloss.note.text()


def test_finishing_writes_what_was_not_left(written: Written) -> None:
    write_into(written.form.guideline.field, "New.")
    assert (written.form.finish(), written.type.guideline) == ("", "New.")


def test_what_is_typed_stays_when_the_schema_changes_meanwhile(written: Written) -> None:
    write_into(written.form.guideline.field, "Half")
    written.form.show_type(written.schema, "COOK")
    assert written.form.guideline.text == "Half"


def test_what_could_not_be_written_stays_typed_and_is_offered_again(written: Written) -> None:
    offered: list[object] = []
    written.form.changed.disconnect()
    written.form.changed.connect(offered.append)
    write_into(written.form.guideline.field, "New.")
    press(written.form, "Tab")
    written.form.show_type(written.schema, "COOK")
    written.form.finish()
    assert (written.form.guideline.text, len(offered)) == ("New.", 2)
