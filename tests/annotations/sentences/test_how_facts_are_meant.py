"""Modality, negation and sources in a sentence: with a verb, passive, and without one."""

from __future__ import annotations

import pytest

from annotations.fact_attributes import Modality
from tests.marked_facts import shown, told

ACTIVE = "[actor:GPE Ostia] [* strikes] [target depots]"
PASSIVE = "[target:GPE Ostia] was [* hit]"
MEANT = [
    (ACTIVE, Modality.ASSERTED, False, "Ostia struck depots"),
    (ACTIVE, Modality.ASSERTED, True, "Ostia did not strike depots"),
    (ACTIVE, Modality.CLAIMED, False, "Ostia reportedly struck depots"),
    (ACTIVE, Modality.CLAIMED, True, "Ostia reportedly did not strike depots"),
    (ACTIVE, Modality.DENIED, False, "Ostia struck depots, which is denied"),
    (ACTIVE, Modality.PLANNED, False, "Ostia is to strike depots"),
    (ACTIVE, Modality.PLANNED, True, "Ostia is not to strike depots"),
    (ACTIVE, Modality.SPECULATED, False, "Ostia may have struck depots"),
    (ACTIVE, Modality.SPECULATED, True, "Ostia may not have struck depots"),
    (PASSIVE, Modality.ASSERTED, True, "Ostia was not hit"),
    (PASSIVE, Modality.CLAIMED, False, "Ostia was reportedly hit"),
    (PASSIVE, Modality.DENIED, False, "Ostia was hit, which is denied"),
    (PASSIVE, Modality.PLANNED, False, "Ostia is to be hit"),
    (PASSIVE, Modality.SPECULATED, True, "Ostia may not have been hit"),
]
SOURCES = [
    (Modality.ASSERTED, "[source:PERSON Ann Lee]", "Ostia struck depots, Ann Lee says"),
    (Modality.CLAIMED, "[source:PERSON Ann Lee]", "Ostia struck depots, Ann Lee says"),
    (Modality.CLAIMED, "[source two officials]", "Ostia struck depots, two officials say"),
    (Modality.ASSERTED, "[source Lee], then [source Kim]", "Ostia struck depots, Lee and Kim say"),
    (Modality.DENIED, "the [source Navy]", "Ostia struck depots, which the Navy denies"),
    (Modality.DENIED, "[source officials]", "Ostia struck depots, which officials deny"),
]
COUNTED = [
    (Modality.CLAIMED, False, "73 raids (reportedly)"),
    (Modality.PLANNED, True, "73 raids (planned, not so)"),
    (Modality.SPECULATED, False, "73 raids (perhaps)"),
    (Modality.DENIED, False, "73 raids, which is denied"),
]


@pytest.mark.parametrize(("written", "modality", "negated", "said"), MEANT)
def test_the_verb_says_how_a_fact_is_meant(
    written: str, modality: Modality, negated: bool, said: str
) -> None:
    assert shown(told("ATTACK", written, modality, negated=negated)) == said


@pytest.mark.parametrize(("modality", "source", "said"), SOURCES)
def test_the_end_says_who_says_so_or_denies_it(modality: Modality, source: str, said: str) -> None:
    assert shown(told("ATTACK", f"{ACTIVE}. {source}.", modality)) == said


@pytest.mark.parametrize(("modality", "negated", "said"), COUNTED)
def test_a_sentence_without_a_verb_has_it_in_brackets(modality: Modality, negated: bool, said: str) -> None:
    assert shown(told("COUNT", "[count 73] [what raids]", modality, negated=negated)) == said


def test_more_than_one_are_to_do_it() -> None:
    planned = "[actor:GPE Ostia] and [actor:GPE Norland] will [* strike] [target depots]"
    assert shown(told("ATTACK", planned, Modality.PLANNED)) == "Ostia and Norland are to strike depots"
    assert (
        shown(told("CASUALTY", "[count two] [victim men] [* hurt]", Modality.PLANNED))
        == "two men are to be hurt"
    )


@pytest.mark.parametrize(
    ("type_", "written", "said"),
    [
        ("DAMAGE", "[target No ship] was [* damaged]", "No ship was damaged"),
        ("TRANSACTION", "[buyer Nobody] [* bought] a [item flag]", "Nobody bought a flag"),
        ("STATEMENT", "[speaker Officials] did not [* say]", "Officials did not say anything"),
        ("CASUALTY", "no [* injuries]", "_people_ were not injured"),
    ],
)
def test_what_is_negated_is_so_once(type_: str, written: str, said: str) -> None:
    assert shown(told(type_, written, negated=True)) == said


def test_a_speaker_denies_what_has_no_source() -> None:
    said = told("STATEMENT", "[speaker:PERSON Ann Lee] [* announced] a [topic truce]", Modality.DENIED)
    assert said.words == "Ann Lee announced a truce, which Ann Lee denies"
