"""Finds that overlap: which one stays."""

from __future__ import annotations

from annotations.suggest.mentions import Learned, Repeat
from annotations.suggest.settling import PIPELINE_FIRST, WORDINGS_FIRST, order_of, settled

TEXT = "the Blue Lotus Line of Aden"
PIPELINE, SEEN = Repeat(4, 14, "SHIP", 0.9, "sea 1.0"), Repeat(4, 19, "FIRM", 0.5, "seen 3 times")
ADEN = Repeat(23, 27, "PORT", 0.5, "seen 2 times")


def test_the_longer_one_stays_where_a_pipeline_says_nothing_else() -> None:
    kept, lost = settled([PIPELINE, SEEN, ADEN], TEXT, [], Learned(), WORDINGS_FIRST)
    assert (kept, lost) == ([SEEN, ADEN], [PIPELINE])


def test_behind_a_pipeline_wordings_fill_its_gaps_alone() -> None:
    kept, lost = settled([PIPELINE, SEEN, ADEN], TEXT, [], Learned(), PIPELINE_FIRST)
    assert (kept, lost) == ([PIPELINE, ADEN], [SEEN])


def test_a_pipeline_that_was_not_trained_here_leaves_wordings_first() -> None:
    for meta in ({}, {"factmark": {}}, {"factmark": None}, {"factmark": {"order": 3}}):
        assert order_of(meta) == WORDINGS_FIRST
    assert order_of({"factmark": {"order": PIPELINE_FIRST}}) == PIPELINE_FIRST


def test_what_is_stopped_leaves_its_place_to_others_and_breaks_of_lines_say_nothing() -> None:
    stopped = Learned(stopped=frozenset({("Blue Lotus Line", "FIRM")}))
    kept, _ = settled([PIPELINE, SEEN], TEXT.replace("Lotus ", "Lotus\n"), [], stopped, WORDINGS_FIRST)
    assert kept == [PIPELINE]
