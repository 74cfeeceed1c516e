"""The report as a whole: states, pairs, intervals, and that no figure is ever nan."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import pytest

from annotations.agreement.compared import Compared
from annotations.agreement.figures import f1, measured, resamples
from annotations.agreement.text import as_text
from annotations.errors import UserError
from annotations.fact_attributes import stated
from annotations.facts import Fact
from annotations.sets import State
from tests.annotations.agreement.two_people import WORDS, article, by_chance, figures, made

MANY = by_chance(20)


def test_articles_count_by_the_lesser_state_of_their_sets() -> None:
    sets = {
        "anna": made("a", "anna", [], state=State.REVIEWED),
        "ben": made("a", "ben", [], state=State.RETURNED),
    }
    found = figures([Compared("a", WORDS, sets), *MANY])
    assert (found["articles"], found["compared"]) == ({"returned": 1, "done": 20}, 21)


def test_the_same_seed_gives_the_same_intervals_and_the_value_lies_in_them() -> None:
    one, again, other = figures(MANY), figures(MANY), figures(MANY, seed=5)
    low, high = one["spans"]["exact"]["micro"]["f1_interval"]
    assert one == again
    assert low < one["spans"]["exact"]["micro"]["f1"] < high
    assert other["spans"]["exact"]["micro"]["f1_interval"] != [low, high]


def test_an_interval_is_the_percentiles_of_the_resampled_figures() -> None:
    rows = [[1, 1, 1, 1], [0, 1, 0, 1], [1, 2, 1, 2]]
    weights = resamples(3, times=400)
    drawn = sorted(2 * (w[0] + w[2]) / (2 * w[0] + 2 * w[1] + 4 * w[2]) for w in weights)
    figure = measured(rows, f1, weights, "")
    assert figure.interval == pytest.approx([drawn[10], drawn[389]], abs=0.03)
    assert (weights.sum(axis=1) == 3).all()


def test_one_article_has_no_interval() -> None:
    assert figures(MANY[:1])["spans"]["exact"]["micro"]["f1_interval"] is None


def test_three_annotators_have_figures_of_every_pair() -> None:
    found = figures(by_chance(5, ("anna", "ben", "cy")), "anna", "ben", "cy")
    assert [pair["annotators"] for pair in found["pairs"]] == [["anna", "ben"], ["anna", "cy"], ["ben", "cy"]]
    each = [pair["spans"]["exact"]["micro"]["f1"] for pair in found["pairs"]]
    assert min(each) < found["spans"]["exact"]["micro"]["f1"] < max(each)


def test_articles_of_one_annotator_are_left_out_and_none_at_all_is_an_error() -> None:
    assert figures([article(id_="x", anna=[]), *MANY])["compared"] == 20
    with pytest.raises(UserError, match="no article that two of anna, ben have worked on"):
        figures([article(id_="x", anna=[])])


def test_nothing_is_ever_nan() -> None:
    empty = [article("", anna=[], ben=[]), article(id_="b", anna=[], ben=[])]
    for found in (figures(MANY), figures(empty)):
        assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_the_text_has_a_line_a_figure_and_the_reason_of_what_is_undefined() -> None:
    lines = as_text(figures(MANY)).splitlines()
    assert lines[0] == "anna and ben on 20 articles (20 done), 800 tokens"
    assert any(line.startswith("Spans, exact bounds: F1, micro") and "[" in line for line in lines)
    assert any("Neither annotator has a fact." in line for line in lines)
    assert not any("nan" in line for line in lines)
    assert math.isfinite(figures(MANY)["alpha"]["unitizing"]["ORG"])


def paths(found: dict, before: str = "") -> set[str]:
    """Every key of the report, with dots."""
    own = {f"{before}{key}" for key in found}
    inner = (paths(value, f"{before}{key}.") for key, value in found.items() if isinstance(value, dict))
    return own.union(*inner)


def test_every_key_that_the_document_names_is_in_the_report() -> None:
    facts = [
        Fact(f"f{n}", "ATTACK", (7 * n, 7 * n + 6), attributes=stated(negated=bool(n))) for n in range(2)
    ]
    sets = {who: made("a", who, [(0, 6, "ORG")], *facts) for who in ("anna", "ben")}
    there = paths(figures([Compared("a", WORDS, sets)]))
    text = (Path(__file__).parents[3] / "docs" / "agreement.md").read_text("utf-8")
    said = set(re.findall(r"`((?:spans|tokens|alpha|facts)(?:\.\w+)+)`", text))
    assert {name.replace(".L", ".ORG") for name in said} <= there
    assert len(said) > 8
