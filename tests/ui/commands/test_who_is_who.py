"""Annotators in several copies of a project: who is given what, and whose work a name stands for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.project import Project
from models.transfer import assignments, checks
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


# --- one name in two copies


@pytest.fixture
def clash(tmp_path: Path) -> tuple[Path, Path]:
    """A project with anna's work, and a package of another anna's work on the same article."""
    text = "Maria Ruiz left Oslo."
    for name, label in (("A", "GPE"), ("B", "ORG")):
        span = {"id": f"of {name}", "start": 16, "end": 20, "label": label}
        copy_of(
            tmp_path / name, {"id": "a1", "text": text, "annotator": "anna", "state": "done", "spans": [span]}
        )
    assert run("pack", tmp_path / "B", tmp_path / "b.fm", "--annotator", "anna") == 0
    return tmp_path / "A", tmp_path / "b.fm"


def labels_of(folder: Path, who: str) -> list[str]:
    project = Project(folder)
    try:
        return sorted(span.label for span in project.annotation_set("a1", who).spans.values())
    finally:
        project.close()


def test_merge_says_that_another_copys_work_came_under_the_same_name(clash, capsys) -> None:
    capsys.readouterr()
    assert run("merge", *clash) == 1
    out, err = capsys.readouterr()
    assert out.startswith("Merged 0 pieces of work")
    assert err == (
        "factmark: 1 piece of work of anna left out: another copy's work came in under the same name "
        "(1 piece of work here), so it may be somebody else's. Merge again with --same-person anna if it is one "
        "person, or with --rename anna=NEW.\n"
    )
    assert labels_of(clash[0], "anna") == ["GPE"]


def test_one_person_at_two_machines_is_merged_and_never_asked_again(clash) -> None:
    assert run("merge", *clash, "--same-person", "anna") == 0
    assert labels_of(clash[0], "anna") == ["GPE", "ORG"]
    assert run("merge", *clash) == 0


def test_somebody_else_gets_another_name_and_keeps_it(clash, capsys) -> None:
    for words in (("--rename", "anna=Anna B."), ()):
        capsys.readouterr()
        assert run("merge", *clash, *words) == 0
        assert "anna's work is now Anna B.'s here" in capsys.readouterr().out
    assert (labels_of(clash[0], "anna"), labels_of(clash[0], "Anna B.")) == (["GPE"], ["ORG"])
    assert run("check", clash[0]) == 0


@pytest.mark.parametrize("words", ["anna", "=ben", "anna=gold", "anna="])
def test_a_new_name_that_is_none_is_refused(words: str, clash, capsys) -> None:
    assert run("merge", *clash, "--rename", words) in (1, 2)
    assert words.rpartition("=")[2] in capsys.readouterr().err
    assert labels_of(clash[0], "anna") == ["GPE"]


# --- another name


def test_an_annotator_gets_another_name_with_their_history(clash, capsys) -> None:
    folder = clash[0]
    assert run("rename-annotator", folder, "anna", "Anna A.") == 0
    assert "anna is Anna A. now: 1 piece of work. The project as it was: project-before-renaming-" in (
        capsys.readouterr().out
    )
    assert (labels_of(folder, "anna"), labels_of(folder, "Anna A.")) == ([], ["GPE"])
    assert run("check", folder) == 0
    assert run("merge", *clash) == 0
    assert labels_of(folder, "anna") == ["ORG"]


def test_a_name_that_is_taken_is_refused_by_rename_annotator(clash, capsys) -> None:
    assert run("merge", *clash, "--rename", "anna=ben") == 0
    assert run("rename-annotator", clash[0], "anna", "ben") == 1
    assert "There is ben in this project already" in capsys.readouterr().err


# --- names that only look otherwise

NEAR = "the two differ in capitals, blanks or the form of letters only"


def test_a_name_that_differs_in_capitals_only_is_pointed_out_by_assign(clash, capsys) -> None:
    assert run("assign", clash[0], "Anna", "ben") == 0
    assert f"Anna is a new name beside anna: {NEAR}" in capsys.readouterr().err
    assert run("assign", clash[0], "anna", "Anna", "--again") == 0
    assert capsys.readouterr().err == ""


def test_a_name_that_differs_in_capitals_only_is_pointed_out_by_import_and_merge(
    clash, tmp_path, capsys
) -> None:
    anna = json.dumps({"id": "a1", "text": "Maria Ruiz left Oslo.", "annotator": "ANNA", "spans": []})
    (tmp_path / "more.jsonl").write_text(anna + "\n")
    assert run("import", clash[0], tmp_path / "more.jsonl") == 0
    assert f"ANNA is a new name beside anna: {NEAR}" in capsys.readouterr().out
    assert run("merge", *clash, "--rename", "anna=Anna") == 0
    said = capsys.readouterr().out
    assert f"Anna is a new name beside ANNA: {NEAR}" in said
    assert f"Anna is a new name beside anna: {NEAR}" in said


# --- in the record


def test_the_record_says_in_which_copy_somebody_worked_and_an_import_keeps_that(
    clash, tmp_path, capsys
) -> None:
    assert run("merge", *clash, "--same-person", "anna") == 0
    assert run("new", tmp_path / "C", "--schema", "news") == 0
    found = {}
    for name in "ABC":
        if name == "C":
            assert run("import", tmp_path / "C", tmp_path / "B.own.jsonl") == 0
        out = tmp_path / f"{name}.own.jsonl"
        assert run("export", tmp_path / name, out, "--format", "jsonl", "--articles", "all") == 0
        found[name] = json.loads(out.read_text())["copies"]
    project = Project(tmp_path / "B")
    assert found["B"] == found["C"] == [checks.copy_of(project)]
    assert len(found["A"]) == 2
    assert set(found["B"]) < set(found["A"])
    project.close()


@pytest.mark.parametrize("new", ["a\nb", "\u202eanna", "a\x1b[31m"])
def test_a_name_with_control_characters_is_refused(new: str, clash, capsys) -> None:
    for words in (("rename-annotator", clash[0], "anna", new), ("assign", clash[0], new)):
        assert run(*words) == 1
        assert "cannot be an annotator's name" in capsys.readouterr().err
    assert labels_of(clash[0], "anna") == ["GPE"]


@pytest.mark.parametrize(("new", "other"), [("ANNE", "Anne"), ("Gold", "gold")])
def test_a_new_name_that_only_looks_unlike_another_is_pointed_out(
    new: str, other: str, clash, capsys
) -> None:
    assert run("assign", clash[0], "Anne") == 0
    assert run("rename-annotator", clash[0], "anna", new) == 0
    assert f"{new} and {other} differ in capitals" in capsys.readouterr().err
