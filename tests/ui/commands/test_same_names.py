"""Imports of files that have one name in several folders: no text is lost, and none comes twice."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.ui.commands.commands import run, said
from tests.ui.commands.test_places import ANN, TEXT, TSV, put, zipped

OTHER = "Nils stayed in Oslo."
MARKED = {"train": (TEXT, ANN), "dev": (OTHER, "T1\tPER 0 4\tNils\n")}


def collection(folder: Path, **parts: str) -> Path:
    """A folder of brat's with a file 1 in each of its folders, by the part whose text it has."""
    for name, part in (parts or {"train": "train", "dev": "dev"}).items():
        text, marks = MARKED[part]
        put(folder / name.replace("__", "/") / "1.txt", text)
        put(folder / name.replace("__", "/") / "1.ann", marks)
    return folder


def texts(project: Path) -> dict[str, str]:
    """The project's texts by the ids of their articles."""
    out = project.with_name("texts.jsonl")
    assert run("export", project, out, "--format", "jsonl", "--articles", "all") == 0
    return {one["id"]: one["text"] for one in map(json.loads, out.read_text("utf-8").splitlines())}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    assert run("new", tmp_path / "p", "--schema", "blank") == 0
    return tmp_path / "p"


@pytest.mark.parametrize("is_zip", [False, True])
def test_a_second_text_of_a_name_gets_its_folder(
    is_zip: bool, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = collection(tmp_path / "corpus")
    given = zipped(given) if is_zip else given
    report = said(capsys, "import", project, given, "--annotator", "ida")
    assert (report["articles"], report["sets"], report["problems"]) == (2, 2, [])
    place = given / "corpus" / "train" if is_zip else given / "train"
    told = "is the article train/1, by its folder: 1 is the id of another text already."
    assert report["notices"] == [f"{place / '1.ann'} {told}"]
    assert texts(project) == {"1": OTHER, "train/1": TEXT}


def test_the_same_folder_again_adds_nothing(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = collection(tmp_path / "corpus")
    said(capsys, "import", project, given, "--annotator", "ida")
    report = said(capsys, "import", project, given, "--annotator", "ida")
    assert (report["articles"], report["sets"], report["problems"], report["notices"]) == (0, 0, [], [])
    assert len(report["already_there"]) == 2
    assert texts(project) == {"1": OTHER, "train/1": TEXT}


def test_folders_in_two_commands_are_as_in_one(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = collection(tmp_path / "corpus")
    for folder in ("train", "dev"):
        assert run("import", project, given / folder, "--annotator", "ida") == 0
    assert texts(project) == {"1": TEXT, "dev/1": OTHER}
    report = said(capsys, "import", project, zipped(given), "--annotator", "ida")
    assert (report["articles"], report["sets"], len(report["already_there"])) == (0, 0, 2)


def test_a_second_annotators_folders_are_of_the_same_articles(project: Path, tmp_path: Path) -> None:
    parts = {"ida__train": "train", "ida__dev": "dev", "olav__train": "train", "olav__dev": "dev"}
    assert run("import", project, collection(tmp_path / "corpus", **parts)) == 0
    assert texts(project) == {"1": OTHER, "train/1": TEXT}
    found = {one["id"]: one for one in records(project)}
    assert sorted((one["id"], one["annotator"]) for one in records(project)) == [
        (id_, who) for id_ in sorted(found) for who in ("ida", "olav")
    ]


def test_annotators_below_the_parts_are_of_the_same_articles(project: Path, tmp_path: Path) -> None:
    parts = {"dev__ida": "dev", "dev__olav": "dev", "train__ida": "train", "train__olav": "train"}
    assert run("import", project, collection(tmp_path / "corpus", **parts)) == 0
    assert texts(project) == {"1": OTHER, "ida/1": TEXT}
    assert len(records(project)) == 4


def records(project: Path) -> list[dict]:
    """The sets of the project."""
    out = project.with_name("sets.jsonl")
    assert run("export", project, out, "--format", "jsonl", "--articles", "all") == 0
    return list(map(json.loads, out.read_text("utf-8").splitlines()))


@pytest.mark.parametrize("form", ["brat", "webanno", "cas-json"])
def test_they_go_back_under_names_that_read_back(form: str, project: Path, tmp_path: Path) -> None:
    assert run("import", project, collection(tmp_path / "corpus"), "--annotator", "ida") == 0
    assert run("export", project, tmp_path / "back", "--format", form, "--articles", "all") == 0
    assert [path.stem for path in (tmp_path / "back").glob("train*1.[atj]*") if path.suffix != ".txt"] == [
        "train%2F1"
    ]
    assert run("new", tmp_path / "q", "--schema", "blank") == 0
    assert run("import", tmp_path / "q", tmp_path / "back", "--annotator", "ida") == 0
    assert texts(tmp_path / "q") == {"1": OTHER, "train/1": TEXT}


def test_what_went_out_is_already_there(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", project, collection(tmp_path / "corpus"), "--annotator", "ida") == 0
    assert run("export", project, tmp_path / "back", "--format", "brat", "--articles", "all") == 0
    for name in ("train", "dev"):
        back = tmp_path / "back" / ("train%2F1.ann" if name == "train" else "1.ann")
        assert back.read_bytes() == (tmp_path / "corpus" / name / "1.ann").read_bytes()
    report = said(capsys, "import", project, tmp_path / "back", "--annotator", "ida")
    assert (report["articles"], report["sets"], len(report["already_there"])) == (0, 0, 2)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text there")
def test_a_folder_whose_name_is_no_text_loses_nothing(project: Path, tmp_path: Path) -> None:
    given = collection(tmp_path / "corpus")
    (given / "train").rename(given / os.fsdecode(b"tr\xff"))
    assert run("import", project, given, "--by", "ida") == 0
    assert sorted(texts(project).values()) == sorted([OTHER, TEXT])
    assert {one["annotator"] for one in records(project)} == {"ida"}


def test_so_are_tables_of_webanno(project: Path, tmp_path: Path) -> None:
    put(tmp_path / "corpus" / "dev" / "1.tsv", TSV)
    put(tmp_path / "corpus" / "train" / "1.tsv", TSV.replace("Bergen", "Tromso"))
    assert run("import", project, tmp_path / "corpus", "--annotator", "ida") == 0
    assert texts(project) == {"1": "Bergen .", "train/1": "Tromso ."}


def test_so_are_cas_that_do_not_name_their_document(project: Path, tmp_path: Path) -> None:
    for folder, text in (("dev", TEXT), ("train", OTHER)):
        sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": text}
        view = {"_InitialView": {"%SOFA": 1, "%MEMBERS": []}}
        cas = {"%TYPES": {}, "%FEATURE_STRUCTURES": [sofa], "%VIEWS": view}
        put(tmp_path / "corpus" / folder / "1.json", json.dumps(cas))
    assert run("import", project, tmp_path / "corpus", "--annotator", "ida") == 0
    assert texts(project) == {"1": TEXT, "train/1": OTHER}


def test_so_are_documents_of_two_projects_of_inception(project: Path, tmp_path: Path) -> None:
    for name, town in (("first", "Bergen"), ("second", "Tromso")):
        for who in ("ida", "olav"):
            place = tmp_path / "corpus" / name / "annotation" / "one.txt" / f"{who}.tsv"
            put(place, TSV.replace("Bergen", town))
    assert run("import", project, tmp_path / "corpus") == 0
    assert texts(project) == {"one.txt": "Bergen .", "second/one.txt": "Tromso ."}
    assert len(records(project)) == 4


def test_an_id_that_stands_in_a_record_gets_no_folder(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder, text in (("dev", TEXT), ("train", OTHER)):
        put(tmp_path / "corpus" / folder / "1.jsonl", json.dumps({"id": "1", "text": text}))
    report = said(capsys, "import", project, tmp_path / "corpus", code=1)
    assert [one.split(": ", 1)[1] for one in report["problems"]] == [
        "There is an article 1 with another text already."
    ]
