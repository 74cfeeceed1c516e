"""`make million`: its articles are what they are said to be, and its exponents those of the costs."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.million import made
from tests.million.fit import exponent, verdict
from tests.million.processes import TakenStep
from tests.million.run import markdown

COUNT = 60


def test_every_article_has_560_characters_and_four_spans_on_its_words(tmp_path: Path) -> None:
    lines = made.write(tmp_path / "made.jsonl", COUNT).read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert {(len(one["text"]), len(one["spans"])) for one in records} == {(made.LENGTH, made.SPANS)}
    spans = [
        (one["text"][span["start"] : span["end"]], span["text"]) for one in records for span in one["spans"]
    ]
    assert all(found == said for found, said in spans)
    assert len({one["id"] for one in records}) == COUNT
    assert Counter(one["annotator"] for one in records) == {None: 24, "anna": 24, "ben": 9, "cleo": 6}


def test_a_smaller_project_is_the_beginning_of_a_larger_one_and_a_seed_gives_the_same() -> None:
    few, many = list(made.MillionMaker().records(20)), list(made.MillionMaker().records(40))
    assert many[: len(few)] == few
    assert list(made.MillionMaker(8).records(1)) != few[:1]


@pytest.mark.parametrize("power", [0.0, 1.0, 1.5])
def test_the_exponent_is_that_of_the_power(power: float) -> None:
    found = exponent({size: 0.01 * size**power for size in (10, 100, 1_000)})
    assert found == pytest.approx(power)
    assert exponent({10: 1.0}) is None


def test_the_table_flags_what_grows_too_fast() -> None:
    results = {
        size: [TakenStep("slow", size**1.4, size), TakenStep("fine", size, size)] for size in (10, 100, 1_000)
    }
    table = markdown(results)
    assert "| 1.40 | OVER 1.2 |" in table
    assert "| 1.00 |  |" in table
    assert [verdict(at) for at in (1.1, 1.15, 1.3)] == ["", "above the goal", "OVER 1.2"]
