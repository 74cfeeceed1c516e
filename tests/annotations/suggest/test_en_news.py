"""The shipped pipeline: it loads, is the one of its card, and finds what it should."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotations.articles import Asked
from annotations.errors import UserError
from annotations.suggest import suggester as suggesters
from annotations.suggest.trust import fingerprint
from annotations.training.card import WEIGHTS, sha256
from annotations.training.corpus import LABELS
from annotations.training.evaluate import evaluate

spacy = pytest.importorskip("spacy")
ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "annotations" / "pipelines" / "en_news"
CARD = (FOLDER / "README.md").read_text("utf-8")
LABELLED = ROOT / "tests" / "pipelines" / "labelled.jsonl"
NAMED = ("PERSON", "ORG", "GPE", "NORP")


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(FOLDER)


def test_it_loads_without_a_line_of_ours() -> None:
    code = f"import spacy, sys; spacy.load({str(FOLDER)!r}); print('annotations' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], cwd="/", capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_it_is_the_pipeline_of_its_card(nlp) -> None:
    assert sha256(FOLDER) in CARD
    assert (nlp.meta["name"], nlp.meta["version"]) == ("en_news", "1.0.0")
    assert set(nlp.get_pipe("ner").labels) == set(LABELS)


def test_the_card_says_terms_attribution_figures_and_weaknesses() -> None:
    for said in ("freely available for research purposes", "no licence text found", "OGL v3", "CC BY 4.0"):
        assert said in CARD
    for said in (
        "Creative Commons\n  Attribution 3.0 Australia",
        "Open Government Licence v3.0",
        "heuristic",
    ):
        assert said in CARD
    assert "$" not in re.sub(r"\$\d", "", CARD)


def test_the_figures_of_the_card_pass_the_floors() -> None:
    found = re.findall(r"\*\*merged: PERSON, ORG, LOC\*\* \| [\d,]+ \| [\d.]+ \| [\d.]+ \| ([\d.]+)", CARD)
    gmb, re3d = map(float, found)
    assert gmb >= 80
    assert re3d >= 71


def test_it_is_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) <= 8 * 2**20


def test_its_weights_fit_16_bits(nlp) -> None:
    import numpy

    assert (FOLDER / WEIGHTS).is_file()
    for node in nlp.get_pipe("ner").model.walk():
        for name in node.param_names:
            if node.has_param(name):
                value = node.get_param(name)
                assert (value == value.astype(numpy.float16)).all()


def test_its_tokenizer_parts_what_news_glues(nlp) -> None:
    words = [token.text for token in nlp.make_doc("U.S.-led forces—said Kyiv–based “US-led” troops—")]
    assert words[:6] == ["U.S.", "-", "led", "forces", "—", "said"]
    assert words[6:9] == ["Kyiv", "–", "based"]
    assert words[-1] == "—"


def test_alone_and_with_the_rules_it_reaches_a_floor_on_our_own_paragraphs() -> None:
    alone = evaluate("en_news", LABELLED, alone=True).exact.of
    shown = evaluate("en_news", LABELLED).exact.of
    assert all(alone[label].f >= 0.75 for label in NAMED)
    assert all(shown[label].f >= 0.85 for label in NAMED)


@pytest.mark.parametrize("text", ["", " \n", "?!…—“”" * 50, "word " * 20_000, "🙂" * 3_000])
def test_odd_texts_give_a_plain_result(text: str) -> None:
    (found,) = suggesters.load("en_news").suggest([Asked("a", text)], LABELS)
    assert found.spans == []


def test_a_folder_that_is_no_pipeline_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp\nnonsense", "utf-8")
    for folder in (tmp_path, tmp_path.parent):
        with pytest.raises(UserError, match="cannot be loaded"):
            suggesters.load(str(folder))


def test_a_pipeline_without_entities_or_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "en")
    with pytest.raises(UserError, match="finds no entities"):
        suggesters.load(str(tmp_path / "en"), trusted=[fingerprint(tmp_path / "en")])
    with pytest.raises(UserError, match="There is no pipeline"):
        suggesters.load("no_such_pipeline")


GROUPED = [
    ("The ship carried 41 000 tonnes of grain.", "41 000 tonnes"),
    ("He paid $490 000 for it.", "$490 000"),
    ("About 12\u2009500 people fled.", "About 12\u2009500"),
    ("Some 3’000 soldiers came.", "Some 3’000"),
    ("They counted 1,00,000 votes.", "1,00,000"),
]


@pytest.mark.parametrize("name", ["en_news", "rules"])
def test_the_pipeline_and_the_rules_agree_on_numbers_in_groups(name: str) -> None:
    asked = [Asked(str(n), text) for n, (text, _) in enumerate(GROUPED)]
    found = suggesters.load(name).suggest(asked, {*LABELS, "CARDINAL", "MONEY", "QUANTITY"})
    assert [
        [text[s.start : s.end] for s in one.spans] for (text, _), one in zip(GROUPED, found, strict=True)
    ] == [[wanted] for _, wanted in GROUPED]
