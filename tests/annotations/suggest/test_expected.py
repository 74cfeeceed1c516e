"""What a pipeline can give, told before it is loaded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.schema import reader
from annotations.suggest import expected as told
from annotations.suggest import suggester
from annotations.suggest.expected import Expected, expected, fitting
from annotations.suggest.installed import installed as installed_pipelines
from tests.installed import install

NEWS = reader.parse(reader.shipped("news")).labels


def beside(folder: Path, meta: object) -> Path:
    """A folder with that meta.json."""
    folder.mkdir(parents=True)
    (folder / "meta.json").write_text(meta if isinstance(meta, str) else json.dumps(meta), "utf-8")
    return folder


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of an installed pipeline of German, whose module fails when it is imported."""
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    return install(tmp_path / "site", "kueche", {"lang": "de", "labels": {"ner": ["DISH"]}})


def test_the_names_are_those_of_the_suggester() -> None:
    names = (suggester.NONE, suggester.RULES, suggester.SHIPPED)
    assert names == (told.NONE, told.RULES, told.SHIPPED)


def test_the_shipped_pipeline_gives_nearly_all_labels_of_news_and_none_of_a_kitchen() -> None:
    found = expected("en_news")
    assert [name for name in NEWS if name not in found.of(NEWS)] == ["PRODUCT"]
    assert found.of(["DISH", "PLACE", "CHEF"]) == []
    assert found.of(["DATE", "DISH"]) == ["DATE"]


def test_without_a_pipeline_no_label_is_given() -> None:
    assert expected("none") == Expected()


def test_an_installed_pipeline_is_told_without_being_imported(installed: str) -> None:
    found = expected(installed)
    assert (installed in installed_pipelines(), found.language, found.known) == (True, "de", True)
    assert found.of(["CHEF", "DISH"]) == ["DISH"]


@pytest.mark.parametrize("name", ["kitchen", "pipelines/kitchen"])
def test_a_folder_of_the_project_is_told_by_its_own_words(tmp_path: Path, name: str) -> None:
    beside(tmp_path / "pipelines" / "kitchen", {"lang": "en", "labels": {"ner": ["CHEF", 3]}})
    assert expected(name, tmp_path).of(["CHEF", "DISH"]) == ["CHEF"]


@pytest.mark.parametrize(
    "meta", ["", "[" * 90_000, "[]", "{}", '{"labels": 3}', '{"labels": {"ner": "CHEF"}}', " " * 2_000_001]
)
def test_of_a_folder_that_says_nothing_usable_nothing_is_known(tmp_path: Path, meta: str) -> None:
    found = expected(str(beside(tmp_path / "odd", meta)))
    assert (found.known, found.of(["CHEF"])) == (False, [])


@pytest.mark.parametrize("name", ["", "nowhere", "//server/share", "\0", "os"])
def test_of_what_is_no_pipeline_nothing_is_known(tmp_path: Path, name: str) -> None:
    assert not expected(name, tmp_path).known


@pytest.mark.parametrize(
    ("labels", "language", "name"),
    [
        (["DISH", "PLACE", "CHEF"], "en", "none"),
        (["PERSON", "ORG", "DISH"], "en", "en_news"),
        (["PERSON", "ORG"], "de", "none"),
        (["TITLE", "DISH", "CHEF"], "en", "none"),
        ([], "en", "none"),
    ],
)
def test_the_shipped_pipeline_suggests_where_it_gives_half_of_the_labels(
    labels: list[str], language: str, name: str
) -> None:
    assert fitting(labels, language) == name
