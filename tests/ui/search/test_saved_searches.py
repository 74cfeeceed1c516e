"""The list of saved searches."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.transfer.searches import FILE, save_search, saved_searches
from tests.ui.search.search_parts import SearchParts, parts
from tests.ui.windows import by_key

__all__ = ["parts"]


def names(parts: SearchParts) -> list[str]:
    listed = parts.saved.list
    return [listed.item(row).text() for row in range(listed.count())]


def type_name(parts: SearchParts, name: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type the name into the box that is open in the list."""
    box = parts.saved.list.findChild(QLineEdit)
    assert box is not None
    box.selectAll()
    QTest.keyClicks(box, name)
    QTest.keyClick(box, key)


def test_the_line_is_saved_under_a_name_that_is_typed(
    parts: SearchParts, qtbot: QtBot, tmp_path: Path
) -> None:
    parts.line.setText("ship* label:ORG")
    parts.saved.save.click()
    type_name(parts, "Ships")
    qtbot.waitUntil(lambda: saved_searches(tmp_path) == {"Ships": "ship* label:ORG"})
    assert names(parts) == ["Ships"]


def test_a_name_that_nobody_typed_saves_nothing(parts: SearchParts, qtbot: QtBot, tmp_path: Path) -> None:
    parts.line.setText("ship*")
    parts.saved.save.click()
    type_name(parts, "Ships", Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: names(parts) == [])
    assert not (tmp_path / FILE).exists()
    parts.line.setText("source:x")
    parts.saved.save.click()
    assert "only says where to look" in parts.saved.note.text()


def test_a_name_that_is_taken_is_refused(parts: SearchParts, qtbot: QtBot, tmp_path: Path) -> None:
    save_search(tmp_path, "Ships", "ship*")
    parts.line.setText("boat*")
    parts.saved.save.click()
    type_name(parts, "Ships")
    qtbot.waitUntil(lambda: "choose another name" in parts.saved.note.text())
    assert saved_searches(tmp_path) == {"Ships": "ship*"}


@by_key(["Return", "F2", "Del"])
def test_a_search_is_opened_renamed_and_deleted(
    key: str, parts: SearchParts, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("Ships", "Boats"):
        save_search(tmp_path, name, f"{name.lower()} label:ORG")
    parts.saved.show_all("Ships")
    parts.saved.list.setFocus()
    QTest.keySequence(parts.saved.list, key)
    if key == "Return":
        assert parts.line.text() == "ships label:ORG"
        assert len(parts.asked) == 1
    elif key == "F2":
        type_name(parts, "Vessels")
        qtbot.waitUntil(lambda: names(parts) == ["Vessels", "Boats"])
    else:
        assert names(parts) == ["Boats"]
        assert "“Ships” is deleted" in parts.saved.note.text()
        parts.saved.back.click()
        assert names(parts) == ["Boats", "Ships"]


def test_a_broken_file_is_said_and_left(parts: SearchParts, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("a: b\na: c\n")
    parts.saved.show_all()
    assert "2: a stands twice" in parts.saved.note.text()
    assert names(parts) == []
    parts.line.setText("x")
    parts.saved.save.click()
    assert (tmp_path / FILE).read_text() == "a: b\na: c\n"
