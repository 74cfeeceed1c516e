"""Stems of words, and what triggers say."""

from __future__ import annotations

import pytest

from annotations.compare.groups.stems import are_opposed, sense, sense_with, stem, stems


@pytest.mark.parametrize(
    "words",
    [
        "strike strikes struck striking",
        "soldier soldiers troops personnel",
        "fighter militants gunmen insurgents",
        "house Houses homes",
        "city cities city's City’s",
        "policeman policemen police",
        "bomb bombed bombing",
        "stop stopped stopping",
    ],
)
def test_forms_and_words_for_one_thing_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["ship shop", "missile mission", "gas gassed", "bus bust", "general generate"]
)
def test_other_words_have_other_stems(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_words_that_say_nothing_are_left_out() -> None:
    assert stems("On Tuesday the 3 rebels said it was a depot, e\u0301 🚢 \ud800") == ["rebel", "depot"]
    assert stems("x" * 10_000 + " depots") == ["depot"]


def test_triggers_that_say_the_same_have_one_sense() -> None:
    assert (
        len(
            {
                sense(said)
                for said in ("killed", "died", "dead", "deaths", "gunned down", "drowned", "fatalities")
            }
        )
        == 1
    )
    assert len({sense(said) for said in ("wounded", "injured", "hurt", "injuries")}) == 1
    assert len({sense(said) for said in ("drone strike", "struck", "attacks", "airstrikes")}) == 1
    assert sense("") == ""


def test_the_dead_are_not_the_wounded() -> None:
    assert are_opposed(sense("killed"), sense("injured"))
    assert are_opposed(sense("sent"), sense("withdrew"))
    assert are_opposed(sense("appointed"), sense("stepped down"))
    assert not are_opposed(sense("killed"), sense("dead"))
    assert not are_opposed(sense("casualties"), sense("wounded"))


def test_words_behind_a_trigger_may_belong_to_it() -> None:
    assert sense_with("lost", " their lives in the flood") == sense("killed")
    assert sense_with("lost", " an eye") != sense("killed")
    assert are_opposed(sense("take back"), sense("fired"))
