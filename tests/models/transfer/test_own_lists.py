"""A project's list as a file: nothing that another program wrote is written over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.errors import NotWritten, UserError
from annotations.schema.types import Label, Schema
from annotations.suggest.own_list import OwnList
from annotations.suggest.pattern_lines import FILE, PatternLine
from annotations.suggest.word_lists import WordList
from models.project import Project
from models.transfer import own_lists
from models.transfer.own_lists import ListChanged

OSLO = PatternLine("GPE", "Oslo")


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Project]:
    project = Project.create(tmp_path / "p", Schema("P", labels={"GPE": Label("GPE")}))
    yield project
    project.close()


def test_without_a_file_the_list_is_empty_and_is_made(at: Project) -> None:
    there = own_lists.read(at)
    assert there.list == OwnList()
    made, _ = there.list.adding([OSLO])
    assert own_lists.write(at, made, there) == own_lists.read(at)
    assert (at.folder / FILE).read_text("utf-8") == OSLO.written() + "\n"


def test_a_file_that_somebody_else_has_changed_is_not_written_over(at: Project) -> None:
    there = own_lists.read(at)
    (at.folder / FILE).write_text("theirs\n", "utf-8")
    with pytest.raises(ListChanged, match="Another program has changed the list"):
        own_lists.write(at, there.list.adding([OSLO])[0], there)
    assert (at.folder / FILE).read_text("utf-8") == "theirs\n"


def test_every_byte_that_is_not_changed_stays(at: Project) -> None:
    (at.folder / FILE).write_bytes("\ufeff# höre\r\n\r\n{\r\n".encode())
    there = own_lists.read(at)
    own_lists.write(at, there.list.adding([OSLO])[0], there)
    expected = "\ufeff# höre\r\n\r\n{\r\n" + OSLO.written() + "\r\n"
    assert (at.folder / FILE).read_bytes() == expected.encode()


def test_a_folder_or_a_file_in_no_utf8_in_its_place_is_told(at: Project) -> None:
    (at.folder / FILE).write_bytes(b"\xff\xfe")
    with pytest.raises(UserError, match="JSON lines in UTF-8"):
        own_lists.read(at)
    (at.folder / FILE).unlink()
    (at.folder / FILE).symlink_to(at.folder / "gone")
    with pytest.raises(UserError, match="This is no file"):
        own_lists.read(at)


def test_nothing_is_written_where_the_project_is_gone(at: Project) -> None:
    there = own_lists.read(at)
    at.folder.rename(at.folder.with_name("moved"))
    with pytest.raises(NotWritten):
        own_lists.write(at, there.list.adding([OSLO])[0], there)
    assert not at.folder.exists()


def test_a_wording_is_stopped_once_and_taken_out_again(at: Project) -> None:
    own_lists.add(at, WordList([OSLO]))
    (line,) = own_lists.stop(at, [("GPE", "New York"), ("GPE", "New York")][:1])
    assert own_lists.stop(at, [("GPE", "New York")]) == []
    assert own_lists.stopped(at) == {("New York", "GPE")}
    own_lists.take_out(at, [line, line])
    assert own_lists.read(at).list.lines == (OSLO.written() + "\n",)


def test_of_a_list_that_cannot_be_read_nothing_is_stopped(at: Project) -> None:
    (at.folder / FILE).write_bytes(b"\xff")
    assert own_lists.stopped(at) == frozenset()
    with pytest.raises(UserError):
        own_lists.stop(at, [("GPE", "Oslo")])
