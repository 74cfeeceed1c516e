"""Ids of files that have one name in several folders."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from annotations.formats.longer_ids import is_longer, longer_ids


def first(count: int, id_: str, file: Path | str) -> list[str]:
    return list(islice(longer_ids(id_, file), count))


def test_folders_come_first_then_numbers() -> None:
    assert first(4, "1", "/a/b/c/1.ann") == ["c/1", "b/c/1", "b/c (2)/1", "b/c (3)/1"]


def test_a_file_in_no_folder_gets_a_number() -> None:
    assert first(2, "1", "/1.ann") == ["(2)/1", "(3)/1"]


def test_a_file_in_a_zip_lies_in_a_folder_of_its_name() -> None:
    assert first(2, "1", "/a/corpus.ZIP/dev/1.ann") == ["dev/1", "corpus/dev/1"]


def test_a_path_that_begins_here_is_as_a_whole_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dev").mkdir()
    monkeypatch.chdir(tmp_path / "dev")
    assert first(1, "1", Path("1.ann")) == ["dev/1"]


def test_a_document_of_inception_gets_its_projects_name() -> None:
    assert first(1, "one.txt", "/a/news/annotation/one.txt/ida.zip/ida.tsv") == ["news/one.txt"]


def test_names_of_folders_lose_their_control_characters() -> None:
    assert first(2, "1", "/a\x1b/\x07/b\n/1.ann") == ["b/1", "a/b/1"]


@pytest.mark.parametrize(
    ("longer", "is_one"),
    [("dev/1", True), ("a/dev/1", True), ("a (2)/1", True), ("a\n/1", True), ("dev/11", False), ("", False)],
)
def test_an_id_made_of_a_files_name_is_known_again(longer: str, is_one: bool) -> None:
    assert is_longer(longer, "1") is is_one
