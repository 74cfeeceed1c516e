"""Annotators in several copies of a project: who is given what, and whose work a name stands for."""

from __future__ import annotations

import json
from pathlib import Path

from models.project import Project
from models.transfer import assignments
from tests.ui.windows import run


def copy_of(folder: Path, *records: dict[str, object]) -> Path:
    """Make a project with those articles by the commands, as each person does in a copy of their own."""
    lines = folder.with_suffix(".jsonl")
    lines.write_text("".join(json.dumps(record) + "\n" for record in records))
    assert run("new", folder, "--schema", "news") == 0
    assert run("import", folder, lines) == 0
    return folder


def given_in(folder: Path) -> dict[str, list[str]]:
    project = Project(folder)
    try:
        return {name: assignments.article_ids(project, name) for name in assignments.annotators(project)}
    finally:
        project.close()


def test_two_copies_give_out_the_same_whatever_the_order_of_the_names(tmp_path: Path) -> None:
    twelve = [{"id": f"d{n}", "text": f"Maria Ruiz left Oslo. {n}."} for n in range(12)]
    a, b = copy_of(tmp_path / "A", *twelve), copy_of(tmp_path / "B", *reversed(twelve[:11]))
    assert run("assign", a, "anna", "ben", "cleo", "--overlap", 50, "--to", 2) == 0
    assert run("assign", b, "cleo", "anna", "ben", "--overlap", 50, "--to", 2) == 0
    one, other = given_in(a), given_in(b)
    assert one.keys() == other.keys() == {"anna", "ben", "cleo"}
    assert {name: set(ids) - {"d11"} for name, ids in one.items()} == {n: set(i) for n, i in other.items()}
