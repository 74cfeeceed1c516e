"""Saved searches: a file of names and lines beside the schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.errors import NotWritten, UserError
from annotations.search.mistakes import SearchMistake
from models.transfer.searches import (
    FILE,
    remove_search,
    rename_search,
    save_search,
    saved_searches,
)


def test_a_search_is_saved_renamed_and_removed_in_its_place(tmp_path: Path) -> None:
    assert saved_searches(tmp_path) == {}
    for name, line in (("Ships", "ship*"), ("yes", "label:ORG"), ("أخبار: 🙂", '"Red Sea" -x')):
        save_search(tmp_path, name, line)
    save_search(tmp_path, "yes", "label:PERSON")
    rename_search(tmp_path, "Ships", "Vessels")
    assert list(saved_searches(tmp_path).items()) == [
        ("Vessels", "ship*"),
        ("yes", "label:PERSON"),
        ("أخبار: 🙂", '"Red Sea" -x'),
    ]
    remove_search(tmp_path, "yes")
    assert [*saved_searches(tmp_path)] == ["Vessels", "أخبار: 🙂"]


@pytest.mark.parametrize("line", ["a\ud800b", "a\x00b", '"two\nlines"', "\u2028a", "a  ", "# a"])
def test_odd_characters_of_a_line_come_back(tmp_path: Path, line: str) -> None:
    save_search(tmp_path, "one", line)
    assert saved_searches(tmp_path) == {"one": line}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: b\na: c\n", "2: a stands twice"),
        (b"a: b\n  c\n x: [\n", "3: This is no YAML"),
        (b"- a\n", "1: Here saved searches should be written as `name: value` lines."),
        (b"a: [b]\n", "1: The search a should be a text."),
        (b"a: \xff\n", "no UTF-8 text"),
        (b"a: " + b"[" * 9_000, "Mend the file"),
        (b"a: b\n" * 300_000, "too long"),
    ],
)
def test_a_broken_file_is_told_and_kept(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / FILE).write_bytes(content)
    for change in (lambda: save_search(tmp_path, "x", "y"), lambda: remove_search(tmp_path, "a")):
        with pytest.raises(UserError, match=said) as caught:
            change()
        assert FILE in str(caught.value)
    assert (tmp_path / FILE).read_bytes() == content


def test_a_file_by_hand_is_read(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('\ufeff# mine\nShips: ship* label:PRODUCT\nNo: "no"\n', encoding="utf-8")
    assert saved_searches(tmp_path) == {"Ships": "ship* label:PRODUCT", "No": "no"}
    (tmp_path / FILE).write_text("", encoding="utf-8")
    assert saved_searches(tmp_path) == {}


def test_what_cannot_be_saved_is_a_sentence(tmp_path: Path) -> None:
    save_search(tmp_path, "Ships", "ship*")
    with pytest.raises(SearchMistake):
        save_search(tmp_path, "x", "labl:a")
    with pytest.raises(UserError, match="needs a name"):
        save_search(tmp_path, " \x07 ", "a")
    with pytest.raises(UserError, match="the project has “Ships”"):
        remove_search(tmp_path, "Boats")
    save_search(tmp_path, "Boats", "boat*")
    with pytest.raises(UserError, match="“Ships” already"):
        rename_search(tmp_path, "Boats", "ships")
    with pytest.raises(UserError, match="“Ships” already"):
        save_search(tmp_path, "SHIPS", "a")
    save_search(tmp_path, " Two\nlines ", "a")
    assert list(saved_searches(tmp_path)) == ["Ships", "Boats", "Two lines"]
    with pytest.raises(NotWritten, match="could not be saved"):
        save_search(tmp_path / "gone", "x", "a")
