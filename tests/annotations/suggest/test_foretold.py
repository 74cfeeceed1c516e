"""What is said of a pipeline before it is chosen, for the labels and the language there are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.schema import reader
from annotations.suggest.foretold import elsewhere, sentence
from annotations.suggest.installed import chosen

NEWS = [*reader.parse(reader.shipped("news")).labels]
MANY = ["DISH", "CHEF", "TOOL", "STEP", "DATE"]


def pipeline(folder: Path, language: str = "en", **rest: object) -> Path:
    """A folder that looks like a pipeline."""
    folder.mkdir(parents=True)
    (folder / "meta.json").write_text(json.dumps({"lang": language, **rest}), "utf-8")
    (folder / "config.cfg").write_text("", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "labels", "said"),
    [
        ("en_news", NEWS, "It suggests 17 of your 18 labels, not PRODUCT; "),
        ("en_news", ["PERSON", "GPE"], "It suggests all 2 labels: PERSON and GPE."),
        ("en_news", [*NEWS[:5]], "It suggests all 5 labels."),
        ("en_news", ["GPE"], "It suggests GPE."),
        ("en_news", MANY, "It suggests 1 of your 5 labels, DATE; "),
        ("rules", ["DATE"], "Numbers, dates, and names that a word beside them gives away"),
        ("en_news", ["DISH"], "It suggests none of your labels; "),
        ("en_news", [], "Which of your labels it suggests is said here once there are some."),
        (
            "none",
            MANY,
            "Nothing at first, but for a list of wordings. Whatever you confirm is suggested wherever else it stands",
        ),
        ("nowhere", MANY, "Which labels it suggests is not written beside it"),
    ],
)
def test_the_sentence_names_labels_while_they_are_few(name: str, labels: list[str], said: str) -> None:
    assert sentence(name, labels, "en").startswith(said)


def test_another_language_than_the_pipelines_is_said_first() -> None:
    assert sentence("en_news", ["GPE", "DATE"], "de") == (
        "It reads English, not German: expect little. It suggests 1 of your 2 labels, GPE; "
        "the others come from what you confirm."
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "It suggests 1 of your 2 labels, DISH; the others come from what you confirm."),
        ("fr", "It reads German, not French: expect little. It suggests 1 of your 2 labels, DISH; "),
    ],
)
def test_a_pipeline_of_another_language_gives_its_own_labels_alone(
    tmp_path: Path, language: str, said: str
) -> None:
    pipeline(tmp_path / "kueche", "de", labels={"ner": ["DISH"]})
    assert sentence(str(tmp_path / "kueche"), ["DISH", "DATE"], language).startswith(said)


def test_a_pipeline_for_several_languages_reads_each(tmp_path: Path) -> None:
    pipeline(tmp_path / "many", "xx", labels={"ner": ["DISH"]})
    assert sentence(str(tmp_path / "many"), ["DISH"], "de") == "It suggests DISH."


def test_a_folder_is_kept_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline(tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    assert chosen(" mine ") == str(tmp_path / "mine")
    assert [chosen(name) for name in ("none", "rules", "en_news")] == ["none", "rules", "en_news"]


def test_a_folder_in_the_project_is_kept_by_its_name(tmp_path: Path) -> None:
    pipeline(tmp_path / "p" / "pipelines" / "mine")
    assert chosen("mine", tmp_path / "p") == "mine"


@pytest.mark.parametrize("name", ["nowhere", "//server/share", "\0", "os", "x" * 5000, ""])
def test_what_is_no_pipeline_is_a_sentence(name: str) -> None:
    with pytest.raises(UserError, match=r"There is no pipeline|No pipeline is named"):
        chosen(name)
    assert sentence(name, MANY, "en").startswith("Which labels it suggests is not written")


def test_a_folder_without_a_pipeline_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no spaCy pipeline in this folder"):
        chosen(str(tmp_path))


def test_rules_promise_nothing_in_another_language() -> None:
    assert sentence("rules", ["DATE"], "de") == (
        "Nothing but what you confirm: the rules are for English, not for German."
    )


@pytest.mark.parametrize(
    ("name", "foreign"),
    [("none", ""), ("rules", ""), ("en_news", " The pipeline en_news reads English.")],
)
def test_what_is_for_english_alone_is_said_with_what_works(name: str, foreign: str) -> None:
    said = elsewhere(name, "de")
    assert said.startswith(
        f"The shipped rules and fact proposals are for English; this project is in German.{foreign} What does work: "
    )
    assert elsewhere(name, "en") == ""


def test_a_pipeline_of_the_projects_language_is_not_called_foreign(tmp_path: Path) -> None:
    pipeline(tmp_path / "pipelines" / "wien", "de", labels={"ner": ["GPE"]})
    assert "reads" not in elsewhere("wien", "de", tmp_path)
    assert "The pipeline wien reads German." in elsewhere("wien", "fr", tmp_path)
