"""Files that bring more labels than a schema can hold: they are named, and those beside them come in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.schema.room import LIMIT
from models.project import Project
from models.transfer.label_room import FULL, MANY, MOST
from tests.ui.commands.commands import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert run("new", tmp_path / "p", "--schema", "blank") == 0
    return tmp_path / "p"


def brought(path: Path, count: int, *, each: int = 1, name: str = "{file}-{n}") -> Path:
    """A file of so many labels, so many in each of its records."""
    with path.open("w", encoding="utf-8") as file:
        for at in range(0, count, each):
            names = [name.format(file=path.stem, n=n) for n in range(at, min(count, at + each))]
            spans = [{"start": 0, "end": 4, "label": label} for label in names]
            record = {"text": f"Oslo {path.stem} {at}.", "annotator": "anna", "spans": spans}
            file.write(json.dumps(record) + "\n")
    return path


def test_a_record_with_too_many_labels_is_named_and_the_files_beside_it_come_in(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = brought(folder.parent / "many.jsonl", 18_000, each=18_000)
    files = [brought(folder.parent / f"{name}.jsonl", 2) for name in "ab"]
    assert run("import", folder, files[0], many, files[1]) == 1
    told = capsys.readouterr()
    assert told.err == f"factmark: {many}:1: {MANY}\n"
    assert "4 articles added, with 4 pieces of work." in told.out
    assert {"a-0", "a-1", "b-0", "b-1"} <= Project(folder).schema.labels.keys()


def test_the_records_of_such_a_file_that_bring_no_more_come_in(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = brought(folder.parent / "many.jsonl", MOST + 50)
    assert run("import", folder, many) == 1
    assert f"{many}:{MOST + 1}: {MANY} (And 49 more of this kind" in capsys.readouterr().err
    assert len(Project(folder).schema.labels) == MOST


def test_files_that_are_too_much_together_fill_the_schema_as_far_as_it_goes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [brought(folder.parent / f"{n}.jsonl", MOST, each=100) for n in range(5)]
    assert run("import", folder, *files) == 1
    assert FULL in (told := capsys.readouterr().err)
    assert (str(files[3]) in told, str(files[0]) in told) == (True, False)
    assert len(Project(folder).schema.labels) > 3 * MOST
    assert run("import", folder, brought(folder.parent / "new.jsonl", 200, each=200)) == 1


def test_labels_with_long_names_fit_in_while_the_schema_has_room(folder: Path) -> None:
    files = [brought(folder.parent / "n.jsonl", 9, name="é😀" * 70_000 + "{n}")]
    assert run("import", folder, *files) == 1
    assert 0 < len(Project(folder).schema.labels) < 9


def test_labels_that_do_not_fit_are_counted_and_the_limit_told(folder: Path) -> None:
    project = Project(folder)
    with pytest.raises(UserError) as caught:
        project.add_labels(f"L{n}" for n in range(9_000))
    assert str(caught.value) == (
        f"No room is left in the schema for 9,000 new labels, so nothing was written: {LIMIT}."
    )
