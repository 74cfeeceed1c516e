"""Real names in pairs: those of one thing meet, those that look alike do not, one by one and all in one project."""

from __future__ import annotations

import pytest

from annotations.compare.material import Settled
from annotations.compare.names.proposing import propose_entities
from tests.annotations.compare.names.made import article_of, together
from tests.annotations.compare.names.pairs import ASIDE, KINDS, LATER, PAIRS, SEEN, LookAlike

LEAST_EQUAL = 0.9


def meet(pair: LookAlike) -> bool:
    articles = [
        article_of("a", [(pair.one, pair.labels[0])]),
        article_of("b", [(pair.other, pair.labels[1])]),
    ]
    return together(articles, "a/s0", "b/s0")


@pytest.mark.parametrize("pairs", [SEEN, ASIDE, LATER, KINDS], ids=["seen", "set aside", "later", "kinds"])
def test_of_the_equal_nine_in_ten_meet(pairs: list[LookAlike]) -> None:
    equal = [pair for pair in pairs if pair.is_equal]
    missed = [pair for pair in equal if not meet(pair)]
    assert len(missed) <= (1 - LEAST_EQUAL) * len(equal), missed


def test_none_that_look_alike_meet() -> None:
    assert [pair for pair in (*PAIRS, *LATER, *KINDS) if not pair.is_equal and meet(pair)] == []


def test_in_one_project_none_that_look_alike_meet_either() -> None:
    pairs = [*PAIRS, *LATER, *KINDS]
    articles = [
        article_of("a", [(pair.one, pair.labels[0]) for pair in pairs]),
        article_of("b", [(pair.other, pair.labels[1]) for pair in pairs]),
    ]
    entity = {key: one.id for one in propose_entities(articles, Settled())[0] for key in one.mentions}
    met = [
        pair for i, pair in enumerate(pairs) if not pair.is_equal and entity[f"a/s{i}"] == entity[f"b/s{i}"]
    ]
    assert met == []
