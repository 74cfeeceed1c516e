"""Where exports go: staged beside OUT, swapped in whole, nothing of others taken away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.articles import Article
from annotations.errors import UserError
from annotations.formats import FORMATS
from annotations.formats.base import Record
from annotations.formats.writing.export import Plan
from annotations.sets import AnnotationSet
from tests.making import TEXT, span
from tests.round_trips import exported, written

FOLDERS = [row.name for row in FORMATS.values() if row.write and row.folder]
FILES = [row.name for row in FORMATS.values() if row.write and not row.folder]


def record(id_: str = "a", annotator: str = "anna", text: str = TEXT) -> Record:
    return Record(Article(id_, text, "T"), AnnotationSet.of(id_, annotator, [span(0, 10)]))


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def broken() -> Iterator[Record]:
    yield record()
    raise KeyboardInterrupt


@pytest.mark.parametrize("name", [*FILES, *FOLDERS])
def test_a_cancelled_export_leaves_what_was_there(name: str, tmp_path: Path) -> None:
    exported([record("old")], name, tmp_path)
    before = {path: (tmp_path / path).read_bytes() for path in names(tmp_path)}
    with pytest.raises(KeyboardInterrupt):
        exported(broken(), name, tmp_path)
    assert {path: (tmp_path / path).read_bytes() for path in names(tmp_path)} == before


@pytest.mark.parametrize("name", FOLDERS)
def test_an_export_to_a_folder_takes_the_place_of_an_earlier_one(name: str, tmp_path: Path) -> None:
    exported([record("old"), record("b")], name, tmp_path)
    exported([record("new")], name, tmp_path)
    assert not [path for path in names(tmp_path) if "old" in path or ".part" in path]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_with_other_things_in_it_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    with pytest.raises(UserError, match="name a folder that is not there yet"):
        exported([record()], name, tmp_path)
    assert names(tmp_path) == ["out/thesis.txt"]


@pytest.mark.parametrize("name", [*FILES, *FOLDERS])
def test_each_side_of_a_split_has_a_file_of_its_own(name: str, tmp_path: Path) -> None:
    sides = {"a": "train", "b": "dev", "c": "test"}
    entries = [record(id_) for id_ in sides]
    manifest = exported(entries, name, tmp_path, plan=Plan(sides))
    shown = ("train", "validation" if name == "hf" else "dev", "test")
    assert all(any(side in path for path in manifest["files"]) for side in shown)
    assert manifest["proved"]


@pytest.mark.parametrize("id_", ["..", ".", "a/b", "CON:", "x" * 400, " ", "é\u202e", "a~b", "%41"])
@pytest.mark.parametrize("name", ["brat", "webanno"])
def test_an_articles_id_is_a_safe_file_name_and_comes_back(name: str, id_: str, tmp_path: Path) -> None:
    (entry,), manifest = written([record(id_)], name)
    assert entry.article.id == id_ or len(id_) > 100
    assert all(len(path.encode()) < 200 and "/" not in path for path in manifest["files"])


@pytest.mark.parametrize("name", ["brat", "webanno"])
def test_two_annotators_of_one_article_get_a_file_each(name: str) -> None:
    entries, _ = written([record(), record(annotator="bob/b")], name)
    assert [(entry.article.id, entry.set.annotator) for entry in entries] == [("a", ""), ("a", "bob/b")]


def test_of_very_many_files_the_manifest_holds_one_sum(tmp_path: Path) -> None:
    manifest = exported([record(f"a{n}") for n in range(1_005)], "webanno", tmp_path)
    assert manifest["files"]["*"]["files"] == 1_005
