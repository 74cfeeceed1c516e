"""The line of a search: completion, mistakes, earlier lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations.search.parsing import parse
from tests.ui.search.search_parts import SearchParts, parts
from ui.search.query_line import QueryLine

__all__ = ["parts"]
DOWN, UP, TAB, ENTER, ESC = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
)


def press(line: QueryLine, *keys: str | Qt.Key) -> None:
    for key in keys:
        if isinstance(key, str) and not key.isascii():  # QTest has no keys for these
            line.field.insert(key)
        elif isinstance(key, str):
            QTest.keyClicks(line.field, key)
        else:
            QTest.keyClick(line.field, key)


def test_enter_asks_for_what_the_line_says(parts: SearchParts) -> None:
    press(parts.line, 'missile "Red Sea" -label:ORG', ENTER)
    assert parts.asked == [parse('missile "Red Sea" -label:ORG')]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("x la", TAB), "x label:"),
        (("x la", TAB, DOWN, DOWN, ENTER), "x label:ORG"),
        (("x label:a,", TAB), "x label:a,PERSON"),
        (("label:a", DOWN, ENTER), 'label:"A, B"'),
        (("🙂 ", "label:pe", TAB), "🙂 label:PERSON"),
        (("value:", TAB, '> 60"'), 'value:"count > 60"'),
    ],
)
def test_what_is_offered_is_taken_by_key(
    parts: SearchParts, keys: tuple[str | Qt.Key, ...], line: str
) -> None:
    press(parts.line, *keys)
    assert parts.line.text() == line
    assert parts.asked == []


def test_words_offer_nothing_and_esc_closes_what_is_offered(parts: SearchParts) -> None:
    press(parts.line, "missile x ")
    assert not parts.line.field.offered.isVisible()
    press(parts.line, "l")
    assert parts.line.field.offered.isVisible()
    press(parts.line, ESC)
    assert not parts.line.field.offered.isVisible()
    assert parts.line.text() == "missile x l"
    QTest.keyClick(parts.line.field, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert parts.line.field.offered.isVisible()


def test_what_is_offered_goes_with_the_caret(parts: SearchParts) -> None:
    press(parts.line, "x label:P")
    assert parts.line.field.offered.isVisible()
    press(parts.line, Qt.Key.Key_Home)
    assert not parts.line.field.offered.isVisible()
    press(parts.line, TAB)
    assert parts.line.text() == "x label:P"


def test_what_is_offered_is_taken_by_a_click(parts: SearchParts) -> None:
    press(parts.line, "label:")
    offered = parts.line.field.offered
    middle = offered.visualItemRect(offered.item(2)).center()
    QTest.mouseClick(offered.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert parts.line.text() == "label:GPE"
    assert parts.line.field.hasFocus()


def test_a_mistake_is_said_at_a_pause_and_gone_with_it(parts: SearchParts, qtbot: QtBot) -> None:
    press(parts.line, "x labl:ORG")
    assert parts.line.note.text() == ""
    qtbot.waitUntil(lambda: "did you mean label" in parts.line.note.text())
    assert parts.line.field.accessibleDescription() == parts.line.note.text()
    parts.line.field.setCursorPosition(5)
    press(parts.line, "e")
    assert parts.line.note.text() == ""


def test_enter_says_a_mistake_at_once_and_asks_nothing(parts: SearchParts) -> None:
    press(parts.line, "source:x", ENTER)
    assert "only says where to look" in parts.line.note.text()
    assert parts.asked == []
    press(parts.line, " word", ENTER)
    assert len(parts.asked) == 1


def test_the_bad_part_is_underlined_wherever_it_stands(parts: SearchParts) -> None:
    def reds() -> list[int]:
        shown = parts.line.field.grab().toImage()
        points = ((x, y) for x in range(shown.width()) for y in range(shown.height()))
        colours = ((x, shown.pixelColor(x, y)) for x, y in points)
        return [x for x, colour in colours if colour.red() > colour.green() + 60]

    press(parts.line, "אב 🙂 ", "labl:ORG")
    parts.line.tell()
    assert reds()
    parts.line.setText("label:ORG")
    assert not reds()


def test_earlier_lines_come_back_and_so_does_what_was_typed(parts: SearchParts) -> None:
    for words in ("one", "two", "one"):
        parts.line.look_for(words)
    parts.line.setText("thr")
    shown = []
    for key in (UP, UP, UP, DOWN, DOWN, DOWN):
        press(parts.line, key)
        shown.append(parts.line.text())
    assert shown == ["one", "two", "two", "one", "thr", "thr"]


def test_a_hostile_line_is_shown_and_said(parts: SearchParts) -> None:
    for line in ("a\ud800b", "\x00", "\u202e/(", '"' * 1001, "x" * 100_000):
        parts.line.look_for(line)
    assert parts.line.text() == "x" * 100_000
