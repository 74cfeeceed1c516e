"""Relations: from the names themselves, and from what stands between two of them."""

from __future__ import annotations

import pytest

from annotations.compare.material import Settled
from annotations.compare.names.proposing import propose_entities
from tests.annotations.compare.names.made import marked


def related(*texts: str) -> set[tuple[str, str, str]]:
    entities, relations = propose_entities([marked(f"a{i}", text) for i, text in enumerate(texts)], Settled())
    name = {one.id: one.name for one in entities}
    return {(name[one.from_], one.how, name[one.to]) for one in relations}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[Peru|GPE] and [Peruvians|NORP]", ("Peruvians", "people of", "Peru")),
        ("[Peru|GPE] and the [Peruvian Navy|ORG]", ("Peruvian Navy", "body of", "Peru")),
        ("the [UN|ORG] and the [UN Security Council|ORG]", ("UN Security Council", "body of", "UN")),
        ("[Callao|GPE] in [Peru|GPE]", ("Callao", "within", "Peru")),
        ("[Lima|GPE], [Peru|GPE], is", ("Lima", "within", "Peru")),
        ("[Austin|GPE], [Texas|GPE].", ("Austin", "within", "Texas")),
        ("[southern Peru|LOC] and [Peru|GPE]", ("southern Peru", "within", "Peru")),
        ("[Lima|GPE] has [Lima Airport|FAC]", ("Lima Airport", "within", "Lima")),
        ("the [Yemeni|NORP] capital, [Sanaa|GPE] in [Yemen|GPE]", ("Sanaa", "seat of", "Yemen")),
        ("[Sanaa|GPE], the capital of [Yemen|GPE]", ("Sanaa", "seat of", "Yemen")),
    ],
)
def test_names_and_text_show_relations(text: str, shown: tuple[str, str, str]) -> None:
    assert shown in related(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Sanaa|GPE], [Yemen|GPE] and [Iran|GPE]",
        "[Sanaa|GPE], [Hodeidah|GPE], [Yemen|GPE]",
        "[Peru|GPE] [Chile|GPE]",
        "[South America|LOC] and [America|GPE]",
        "[Washington|GPE], [U.S.|GPE] officials say",
    ],
)
def test_lists_and_neighbours_show_none(text: str) -> None:
    assert related(text) == set()


def test_what_would_lie_in_each_other_lies_in_neither() -> None:
    assert related("[Lima|GPE] in [Callao|GPE].", "[Callao|GPE] in [Lima|GPE].") == set()
