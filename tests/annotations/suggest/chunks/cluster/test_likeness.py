"""What suggestions depend on: the same here twice, and told apart where a pipeline or the program differs."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from annotations.suggest.chunks.cluster.likeness import FILES, lies_in_a_folder, likeness, unlike
from annotations.suggest.installed import PIPELINES
from tests.installed import install


def test_this_computer_is_as_itself() -> None:
    here = likeness(["en_news"], None, "en")
    assert unlike(here, likeness(["en_news"], None, "en")) == ""
    assert here["Python"] == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert re.fullmatch("[0-9a-f]{12}", here[FILES])
    assert {"spacy", "thinc", "numpy"} < here.keys()


def test_a_pipeline_in_a_folder_is_told_by_what_it_holds(tmp_path: Path) -> None:
    for name in ("one", "other"):
        own = tmp_path / name / PIPELINES / "mine"
        own.mkdir(parents=True)
        for file in ("meta.json", "config.cfg"):
            (own / file).write_text(f"{name} 🚀", "utf-8")
    here, there = (likeness(["mine"], tmp_path / name, "en") for name in ("one", "other"))
    assert unlike(here, there).startswith("the pipeline mine is ")
    assert unlike(here, likeness(["mine"], tmp_path, "en")).endswith(" here and none there")


def test_an_installed_pipeline_is_told_by_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "xx_mine", {})
    assert likeness(["xx_mine"], None, "en")["the pipeline xx_mine"] == "none"
    monkeypatch.syspath_prepend(tmp_path)
    assert likeness(["xx_mine"], None, "en")["the pipeline xx_mine"] == "1.0"
    assert not lies_in_a_folder("xx_mine")


def test_a_tokenizer_counts_where_the_language_needs_it() -> None:
    assert "sudachipy" in likeness(["none"], None, "ja")
    assert "sudachipy" not in likeness(["none"], None, "en")


@pytest.mark.parametrize(
    ("name", "lies"), [("en_news", False), ("none", False), ("rules", False), ("mine", True)]
)
def test_the_shipped_pipelines_lie_in_no_folder(name: str, lies: bool) -> None:
    assert lies_in_a_folder(name) == lies
