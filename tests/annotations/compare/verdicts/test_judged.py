"""Pairs of values judged by hand, of many kinds of stories: a line is the verdict, the role, and two marked sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.annotations.compare.verdicts.marked_facts import verdicts

LINES = [
    line.split(" | ") for line in Path(__file__).with_name("judged_pairs.txt").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("expected", "of", "one", "other"), LINES, ids=range(len(LINES)))
def test_a_judged_pair_has_its_verdict_in_either_order(expected, of, one, other):
    type_, role = of.split(".")
    rows = [verdicts(type_, one, other)[role], verdicts(type_, other, one)[role]]
    assert [row.computed for row in rows] == [expected, expected], rows[0]
