"""The scores of a pipeline's entities: the entities are spaCy's own, the scores the parser's."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.suggest.confidence import HINT, calibrated, calibration_of, is_greedy, scored
from annotations.training.evaluate import read

spacy = pytest.importorskip("spacy")
ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "annotations" / "pipelines" / "en_news"
LABELLED = ROOT / "tests" / "pipelines" / "labelled.jsonl"
ODD = [
    "",
    " ",
    "\n\n",
    "!",
    "…—”",
    "🙂 é\u00a0x",
    "Kyiv",
    "U.S.-led forces in Iraq\n\n \nBaghdad",
    "a b " * 500,
]


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(FOLDER)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [text.text for text in read(LABELLED)]


def entities(doc) -> list[tuple[int, int, str]]:
    return [(e.start_char, e.end_char, e.label_) for e in doc.ents]


def test_the_entities_are_those_of_the_bare_pipeline(nlp, texts: list[str]) -> None:
    given = [*texts, *ODD, "\n\n".join(texts)]
    bare = [entities(doc) for doc in nlp.pipe(given)]
    found = list(scored(nlp, map(nlp.make_doc, given)))
    assert [[entity[:3] for entity in one.entities] for one in found] == bare
    assert [entities(one.doc) for one in found] == bare
    assert [one.doc.text for one in found] == given


def test_every_entity_has_a_score_between_0_and_1(nlp, texts: list[str]) -> None:
    scores = [entity.score for one in scored(nlp, map(nlp.make_doc, texts)) for entity in one.entities]
    assert len(scores) > 80
    assert all(score is not None and 0 < score < 1 for score in scores)


def test_a_text_has_the_same_scores_alone_and_among_others(nlp, texts: list[str]) -> None:
    among = list(scored(nlp, map(nlp.make_doc, texts)))[3]
    (alone,) = scored(nlp, [nlp.make_doc(texts[3])])
    assert [e.score for e in alone.entities] == pytest.approx([e.score for e in among.entities], abs=1e-4)


def test_hints_lie_outside_the_entities_and_have_a_capital(nlp, texts: list[str]) -> None:
    for one in scored(nlp, map(nlp.make_doc, texts)):
        for hint in one.hints:
            assert HINT <= hint.probability <= 1
            assert all(hint.end <= e.start or e.end <= hint.start for e in one.entities)
            assert any(letter.isupper() for letter in one.doc.text[hint.start : hint.end])


def test_many_texts_come_back_in_order(nlp) -> None:
    given = [f"Visitor {n} came to Kyiv." * (n % 3) for n in range(150)]
    assert [one.doc.text for one in scored(nlp, map(nlp.make_doc, given))] == given


def test_no_text_gives_nothing(nlp) -> None:
    assert list(scored(nlp, [])) == []


def test_a_pipeline_without_a_parser_gives_entities_without_scores() -> None:
    ruled = spacy.blank("en")
    ruled.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Kyiv"}])
    (one,) = scored(ruled, [ruled.make_doc("In Kyiv.")])
    assert one.entities == [(3, 7, "GPE", None)]
    assert one.hints == []


def test_an_entity_that_another_component_adds_has_no_score(nlp) -> None:
    more = spacy.load(FOLDER)
    ruler = more.add_pipe("entity_ruler", config={"overwrite_ents": True})
    ruler.add_patterns([{"label": "WEAPON", "pattern": "drone"}])
    (one,) = scored(more, [more.make_doc("A drone flew over Kyiv.")])
    assert [(e.label, e.score is None) for e in one.entities] == [("WEAPON", True), ("GPE", False)]


def test_a_parser_with_a_beam_is_left_to_spacy() -> None:
    assert not is_greedy(spacy.blank("en").add_pipe("beam_ner"))
    assert is_greedy(spacy.blank("en").add_pipe("ner"))


def test_calibration_is_the_pipelines_own_and_keeps_the_order(nlp) -> None:
    assert calibration_of(spacy.blank("en")) == (1, 0)
    scores = [calibrated(p, calibration_of(nlp)) for p in (0, 0.01, 0.3, 0.5, 0.99, 1)]
    assert scores == sorted(scores)
    assert 0 < scores[0] < scores[-1] < 1
