"""The score of a proposed fact: plain sentences stand above doubtful ones, and it is a share."""

from __future__ import annotations

import pytest
from hypothesis import given

from annotations.articles import Article
from annotations.suggest.facts import propose
from annotations.suggest.facts.score import WEIGHTS, score
from tests.proposing import NEWS, facts
from tests.strategies import texts

PAIRS = [  # the plain one, the doubtful one
    ("Ann Lee said the talks had failed.", "The commitment warned that talks might fail."),
    ("Three sailors were killed by rockets in Ostia.", "If the plan fails, everyone could die."),
    ("Norland struck Fort Hill on Tuesday.", "Attacks on Sudland would be a mistake."),
    ("Norland sold Sudland three ships.", "Shops could sell less."),
    ("Ann Lee met Bo Kim in Ostia.", "Should a visit to Ostia be needed, they would go."),
]


@pytest.mark.parametrize(("plain", "doubtful"), PAIRS)
def test_a_plain_fact_stands_above_a_doubtful_one(plain: str, doubtful: str) -> None:
    low = max((fact.score or 0.0 for fact in facts(doubtful)), default=0.0)
    assert min(fact.score or 0.0 for fact in facts(plain)) > low


def test_scores_differ_and_what_was_not_weighed_counts_nothing() -> None:
    found = {fact.score for pair in PAIRS for text in pair for fact in facts(text)}
    assert len(found) > 4
    assert score({"bias": 1.0, "unheard of": 1.0}) == score({"bias": 1.0})


def test_every_weight_is_of_what_can_be_seen() -> None:
    assert all(-5 < weight < 5 for weight in WEIGHTS.values())


@given(texts)
def test_a_score_is_a_share_whatever_the_text(text: str) -> None:
    hostile = f"{text} struck {text} on {text}, {text} said."
    assert all(0 <= (fact.score or 0.0) <= 1 for fact in propose(Article("a", hostile), [], NEWS))
