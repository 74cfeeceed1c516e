"""The commands that begin a project: whose labels it has, what suggests, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.schema import reader
from annotations.schema.types import Schema
from tests.ui.commands.commands import run, said
from tests.ui.windows import suggested

TEXT = "Ragout at the Golden Hare."
RECORDS = [
    {
        "id": "a",
        "text": TEXT,
        "spans": [suggested(TEXT, "Ragout", "DISH"), suggested(TEXT, "Golden Hare", "PLACE")],
    },
    {"id": "b", "text": TEXT, "spans": [suggested(TEXT, "Ragout", "DISH")]},
]


@pytest.fixture
def recipes(tmp_path: Path) -> Path:
    """A file with two articles, and three spans of two labels."""
    (tmp_path / "recipes.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS), "utf-8")
    return tmp_path / "recipes.jsonl"


def made(folder: Path) -> Schema:
    return reader.read(folder / "project.yaml")


def test_a_project_is_made_with_labels_of_ones_own(tmp_path: Path) -> None:
    assert run("new", tmp_path / "kitchen", "--labels", "DISH, PLACE, CHEF", "--language", "fr") == 0
    schema = made(tmp_path / "kitchen")
    assert (schema.name, schema.language, schema.pipeline) == ("kitchen", "fr", "none")
    assert [(label.name, label.key) for label in schema.labels.values()] == [
        ("DISH", "1"),
        ("PLACE", "2"),
        ("CHEF", "3"),
    ]


def test_labels_that_the_shipped_pipeline_gives_are_suggested_by_it(tmp_path: Path) -> None:
    assert run("new", tmp_path / "p", "--labels", "PERSON,GPE,SHIP") == 0
    assert made(tmp_path / "p").pipeline == "en_news"


def test_what_suggests_is_chosen(tmp_path: Path) -> None:
    assert run("new", tmp_path / "p", "--labels", "DISH", "--pipeline", "rules", "--name", "Kitchen") == 0
    assert (made(tmp_path / "p").pipeline, made(tmp_path / "p").name) == ("rules", "Kitchen")


def test_without_a_word_the_labels_are_those_of_news(tmp_path: Path) -> None:
    assert run("new", tmp_path / "p") == 0
    assert (len(made(tmp_path / "p").labels), made(tmp_path / "p").pipeline) == (18, "en_news")


@pytest.mark.parametrize("inside", ["", "project.yaml"])
def test_another_project_gives_its_labels_types_and_patterns(tmp_path: Path, inside: str) -> None:
    assert run("new", tmp_path / "news") == 0
    (tmp_path / "news" / "patterns.jsonl").write_text('{"label": "ORG", "pattern": "UN"}\n', "utf-8")
    assert run("new", tmp_path / "more", "--from", tmp_path / "news" / inside) == 0
    schema = made(tmp_path / "more")
    assert (schema.called("news"), schema.name) == (made(tmp_path / "news"), "more")
    assert (tmp_path / "more" / "patterns.jsonl").read_text() == '{"label": "ORG", "pattern": "UN"}\n'


def test_a_pipeline_in_the_other_projects_folder_is_still_found(tmp_path: Path) -> None:
    (tmp_path / "old" / "pipelines" / "mine").mkdir(parents=True)
    (tmp_path / "old" / "project.yaml").write_text("name: old\npipeline: mine\n", "utf-8")
    assert run("new", tmp_path / "p", "--from", tmp_path / "old") == 0
    assert made(tmp_path / "p").pipeline == str((tmp_path / "old" / "pipelines" / "mine").resolve())


def test_a_file_gives_its_labels_and_is_not_imported(
    tmp_path: Path, recipes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", tmp_path / "p", "--from", recipes) == 0
    assert f"The articles of {recipes} are not in it yet" in capsys.readouterr().out
    assert [(label.name, label.key) for label in made(tmp_path / "p").labels.values()] == [
        ("DISH", "1"),
        ("PLACE", "2"),
    ]
    assert run("export", tmp_path / "p", tmp_path / "out", "--format", "jsonl") == 0


def test_the_labels_of_files_are_listed(recipes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "labels", recipes) == {
        "labels": {"DISH": 2, "PLACE": 1},
        "articles": 2,
        "problems": [],
    }
    assert run("labels", recipes) == 0
    assert capsys.readouterr().out == "DISH: 2 spans\nPLACE: 1 span\n"


def test_a_line_that_is_none_is_told_and_the_labels_of_the_others_are_listed(
    recipes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipes.write_text(recipes.read_text("utf-8") + "no json\n", "utf-8")
    found = said(capsys, "labels", recipes, code=1)
    assert (found["labels"], found["problems"]) == (
        {"DISH": 2, "PLACE": 1},
        [f"{recipes}:3: This line is not JSON."],
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--labels", "DISH,DISH"], "DISH stands twice"),
        (["--labels", " , "], "There is no label in --labels"),
        (["--from", "nowhere.yaml"], "There is no project and no project.yaml"),
        (["--from", "plain.txt"], "There are no labels in it"),
        (["--from", "broken.yaml"], "broken.yaml:2: The hue is a whole number"),
        (["--from", "."], "There is no project and no project.yaml"),
        (["--pipeline", "de_none"], "There is no pipeline de_none"),
        (["--pipeline", "."], "There is no spaCy pipeline in this folder"),
    ],
)
def test_what_no_project_can_begin_with_is_told_and_nothing_is_made(
    tmp_path: Path,
    words: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "plain.txt").write_text("Ragout.", "utf-8")
    (tmp_path / "broken.yaml").write_text("name: x\nlabels: {A: {hue: 400}}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("new", "p", *words) == 1
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize("words", [["--labels", "A", "--schema", "news"], ["--language", "tlh"]])
def test_words_that_do_not_go_together_are_refused(tmp_path: Path, words: list[str]) -> None:
    assert run("new", tmp_path / "p", *words) == 2
    assert not (tmp_path / "p").exists()


def test_a_line_of_a_file_whose_labels_could_not_be_read_is_told(
    recipes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipes.write_text(recipes.read_text("utf-8") + "{no record\n", "utf-8")
    assert run("new", tmp_path / "p", "--from", recipes) == 0
    assert "recipes.jsonl:3" in capsys.readouterr().err
    assert [*made(tmp_path / "p").labels] == ["DISH", "PLACE"]


def test_a_list_of_wordings_goes_into_the_new_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dishes.txt").write_text("ragout\nfish soup\nragout\n", "utf-8")
    words = ("--labels", "DISH,PLACE", "--wordings", tmp_path / "dishes.txt", "--label", "DISH")
    assert said(capsys, "new", tmp_path / "p", *words)["wordings"] == 2
    lines = (tmp_path / "p" / "patterns.jsonl").read_text("utf-8").splitlines()
    assert lines == ['{"label": "DISH", "pattern": "ragout"}', '{"label": "DISH", "pattern": "fish soup"}']


def test_wordings_of_a_label_that_the_project_lacks_are_told_with_their_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "all.csv").write_text("wording,label\nragout,DISH\nNapa,WINE\n", "utf-8")
    assert run("new", tmp_path / "p", "--labels", "DISH", "--wordings", tmp_path / "all.csv") == 1
    assert "all.csv:3: There is no label WINE in the project" in capsys.readouterr().err
    assert (tmp_path / "p" / "patterns.jsonl").read_text(
        "utf-8"
    ) == '{"label": "DISH", "pattern": "ragout"}\n'


def test_a_list_that_needs_a_label_makes_no_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dishes.txt").write_text("ragout\n", "utf-8")
    assert run("new", tmp_path / "p", "--labels", "DISH", "--wordings", tmp_path / "dishes.txt") == 1
    assert "say which label" in capsys.readouterr().err
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize("option", ["--from", "--schema"])
def test_what_a_person_wrote_in_the_file_comes_along(tmp_path: Path, option: str) -> None:
    (tmp_path / "own.yaml").write_text(
        "# Ours.\nname: Old\npipeline: none\nlabels:\n  DISH: {hue: 9, mine: 1}  # food\n"
    )
    assert run("new", tmp_path / "p", option, tmp_path / "own.yaml", "--name", "New") == 0
    assert (tmp_path / "p" / "project.yaml").read_text("utf-8") == (
        "# Ours.\nname: New\npipeline: none\nlabels:\n  DISH: {hue: 9, mine: 1}  # food\n"
    )
