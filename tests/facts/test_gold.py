"""What is proposed on the samples, against the gold."""

from __future__ import annotations

import pytest
from facts.measure import ROOT, Measured, against_gold, coverage

FLOORS = {
    "trigger": 0.9,
    "type": 0.95,
    "modality": 0.9,
    "negated": 0.95,
    "role": 0.9,
    "filler": 0.8,
    "proposal": 0.7,
}


@pytest.fixture(scope="module")
def measured() -> Measured:
    return against_gold()


@pytest.mark.parametrize(("what", "floor"), FLOORS.items())
def test_on_the_samples_no_figure_is_below_its_floor(measured: Measured, what: str, floor: float) -> None:
    assert measured.share(what) >= floor, "\n".join(measured.missed)


def test_most_sentences_with_a_trigger_get_a_fact() -> None:
    assert coverage(sorted((ROOT / "samples").glob("0*.txt"))).share("sentence") > 0.6
