"""Names, folders and `meta.json` of trained pipelines."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from annotations.errors import UserError
from annotations.learn.saving import digests, free_name, plain_name, save, trained_on

HOSTILE = ["", "😀", "مشروع", "../../etc", "en_news", "none", "a" * 300, "1984", "\ud800", "Ünïcode & Söhne"]


@pytest.mark.parametrize("name", HOSTILE)
def test_every_project_gives_a_name_that_a_package_can_have(name: str) -> None:
    made = plain_name(name)
    assert made.isidentifier()
    assert made.isascii()
    assert len(made) < 50
    assert made not in ("en_news", "none", "rules")


def test_the_next_pipeline_has_the_next_free_number(tmp_path: Path) -> None:
    assert free_name(tmp_path, "sea") == ("sea", 1)
    (tmp_path / "pipelines" / "sea").mkdir(parents=True)
    assert free_name(tmp_path, "sea") == ("sea-2", 2)
    assert free_name(tmp_path, "sea", taken={"sea-2"}) == ("sea-3", 3)


def test_a_pipeline_is_saved_whole_with_its_card_and_never_over_another(tmp_path: Path) -> None:
    nlp, folder = spacy.blank("en"), tmp_path / "pipelines" / "sea"
    save(nlp, folder, "sea", "1.0.0", {"articles": 12, "trained_on": digests(["a1"])})
    assert trained_on(spacy.load(folder).meta) == frozenset(digests(["a1"]))
    assert "# en_sea 1.0.0" in (folder / "README.md").read_text("utf-8")
    before = (folder / "meta.json").read_bytes()
    with pytest.raises(UserError, match="something there already"):
        save(nlp, folder, "sea", "2.0.0", {})
    assert (folder / "meta.json").read_bytes() == before
    assert [one.name for one in folder.parent.iterdir()] == ["sea"]


def test_a_pipeline_that_says_nothing_of_its_articles_was_trained_on_none_of_ours() -> None:
    assert (
        trained_on({})
        == trained_on({"factmark": None})
        == trained_on({"factmark": {"trained_on": 3}})
        == frozenset()
    )
