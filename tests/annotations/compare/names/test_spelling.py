"""Spelling variants, and names that only look like one."""

from __future__ import annotations

import pytest

from annotations.compare.names.spelling import are_plural, are_variants, equal_names, skeletons

VARIANTS = """
houthi huthi|hodeidah hudaydah|hodeida hudaydah|saree sarea|mohammed muhammad|qaddafi gadhafi|soleimani sulaymani
hezbollah hizballah|taliban taleban|osama usama|zelensky zelenskiy|daoud dawood|zawahiri zawahri|aleksandr alexander
haniyeh haniya|nasrallah nasrullah|taiba tayyiba|yeltsin eltsin|romanov romanoff|ain ayn|zor zour|jaber djaber|irbil erbil
"""
OTHERS = """
kobe cuba|grant garnet|press paris|hassan hussein|jamal jamil|carlo carla|gaza giza|bali bale|mario maria|simon simone
niger nigeria|iran iraq|chen shen|brown baron|saada saudi|amman oman|reid reed|austria australia|francis frances|f16 f18
"""


def pairs(table: str) -> list[list[str]]:
    return [pair.split() for pair in table.strip().replace("\n", "|").split("|")]


@pytest.mark.parametrize(("one", "other"), pairs(VARIANTS))
def test_variants_are_known_and_meet_under_a_key(one: str, other: str) -> None:
    assert are_variants(one, other)
    assert are_variants(other, one)
    assert {*skeletons((one,))} & {*skeletons((other,))}


@pytest.mark.parametrize(("one", "other"), pairs(OTHERS))
def test_names_that_differ_are_no_variants(one: str, other: str) -> None:
    assert not are_variants(one, other, True)


def test_given_names_of_their_own_are_no_variants_of_each_other() -> None:
    assert not are_variants("jean", "joan", True)
    assert not are_variants("indira", "indra", True)
    assert are_variants("sergei", "sergey", True)


def test_a_plural_may_be_a_variant_too() -> None:
    assert are_plural("houthi", "huthis")
    assert not are_plural("hama", "hamas")


def test_names_written_apart_are_equal() -> None:
    assert equal_names(("hong", "kong"), ("hongkong",))
    assert not equal_names(("new", "york"), ("york",))


@pytest.mark.parametrize(
    ("one", "other"),
    [("yehya", "yahya"), ("sharaa", "shara"), ("abdulla", "abdullah"), ("evgeny", "yevgeny")],
)
def test_endings_and_beginnings_that_writers_spell_otherwise(one: str, other: str) -> None:
    assert are_variants(one, other, given=True)
