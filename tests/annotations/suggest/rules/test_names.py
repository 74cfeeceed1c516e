"""Names that the rules find: listed ones, and those whose company gives them away."""

from __future__ import annotations

import pytest
import spacy

from annotations.suggest.rules.find import find
from annotations.suggest.rules.gazetteer import TABLES, words
from annotations.suggest.rules.units import units

NLP = spacy.blank("en")


def found(sentence: str) -> list[str]:
    """Each find as "text|LABEL"."""
    return [f"{sentence[f.start : f.end]}|{f.label}" for f in find(NLP(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He left the United States's coast.", ["United States|GPE"]),
        ("A US-led fleet and U.S.-backed rebels met.", ["US|GPE", "U.S.|GPE"]),
        ("An Italian-backed plan upset the Italians.", ["Italian|NORP", "Italians|NORP"]),
        ("South Koreans met New Zealand officials.", ["South Koreans|NORP", "New Zealand|GPE"]),
        ("Ships left the Gulf of Aden for Europe.", ["Gulf of Aden|LOC", "Europe|LOC"]),
        ("The U.N. asked NATO and the White House.", ["U.N.|ORG", "NATO|ORG", "White House|ORG"]),
        ("BAGHDAD (AP) — It rained.", ["BAGHDAD|GPE", "AP|ORG"]),
        ("They told us who it was.", []),
        ("A turkey ate china in a polish way.", []),
        ("It signed the Geneva Conventions.", ["Geneva Conventions|LAW"]),
    ],
)
def test_listed_names_are_found_as_they_are_written(sentence: str, expected: list[str]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He flew to Jordan.", ["Jordan|GPE"]),
        ("Michael Jordan spoke.", ["Michael Jordan|PERSON"]),
        ("He read the Jordan Times today.", ["Jordan Times|ORG", "today|DATE"]),
        ("They swam in Lake Chad.", ["Lake Chad|LOC"]),
    ],
)
def test_a_place_inside_a_longer_name_is_not_a_place(sentence: str, expected: list[str]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He saw President Emil Nowak.", ["President|TITLE", "Emil Nowak|PERSON"]),
        ("He saw prime minister Nowak.", ["prime minister|TITLE", "Nowak|PERSON"]),
        ("The Defence Secretary, Ann Nowak, left.", ["Defence Secretary|TITLE", "Ann Nowak|PERSON"]),
        ("Spokesman Maj. Gen. Nowak spoke.", ["Spokesman|TITLE", "Maj. Gen.|TITLE", "Nowak|PERSON"]),
        ("Crown Prince Ali bin Nasr left.", ["Crown Prince|TITLE", "Ali bin Nasr|PERSON"]),
        ("He asked Mr. Okonjo-Nowak.", ["Okonjo-Nowak|PERSON"]),
        ("He asked Nadia El Nowak.", ["Nadia El Nowak|PERSON"]),
        ("He asked Emil T. Nowak.", ["Emil T. Nowak|PERSON"]),
        ("The president said no.", []),
    ],
)
def test_titles_stand_apart_from_the_persons_after_them(sentence: str, expected: list[str]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Ministry of Foreign Affairs spoke.", ["Ministry of Foreign Affairs|ORG"]),
        ("The Swedish Transport Agency spoke.", ["Swedish Transport Agency|ORG"]),
        ("The University of Oslo opened.", ["University of Oslo|ORG"]),
        ("The Israeli Air Force and the Royal Navy.", ["Israeli Air Force|ORG", "Royal Navy|ORG"]),
        ("A unit of the US Northern Command left.", ["US Northern Command|ORG"]),
        ("It landed at Nowak Airport near Pine Air Base.", ["Nowak Airport|FAC", "Pine Air Base|FAC"]),
        ("It hit the al-Nowak airbase.", ["al-Nowak airbase|FAC"]),
        ("It crossed the Yellow River.", ["Yellow River|LOC"]),
        ("The Peru-Chile war and Hurricane Zelda.", ["Peru-Chile war|EVENT", "Hurricane Zelda|EVENT"]),
        ("The Clean Air Act and Resolution 1701.", ["Clean Air Act|LAW", "Resolution 1701|LAW"]),
        ("A bank, a party and the army met.", []),
    ],
)
def test_a_run_of_capitals_is_named_by_its_designator(sentence: str, expected: list[str]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("An F/A-18 and an AC-130 gunship flew.", ["F/A-18|WEAPON", "AC-130 gunship|WEAPON"]),
        ("They fired anti-ship ballistic missiles.", ["anti-ship ballistic missiles|WEAPON"]),
        ("It was a one-way attack drone.", ["one-way attack drone|WEAPON"]),
        ("It was a Tomahawk cruise missile.", ["Tomahawk cruise missile|WEAPON"]),
        ("COVID-19 spread along the I-95.", []),
        ("It was a suicide bomber.", []),
    ],
)
def test_a_weapon_takes_its_noun_and_what_narrows_it(sentence: str, expected: list[str]) -> None:
    assert found(sentence) == expected


def test_in_a_title_case_heading_only_lists_and_marked_names_count() -> None:
    assert found("New Health Agency Says Peru Needs Ann Nowak") == ["Peru|GPE"]


def test_every_listed_name_is_split_as_the_tokenizer_splits_it() -> None:
    names = [name for _, table in TABLES for name in table]
    wrong = [name for name in names if tuple(unit.word for unit in units(NLP(name))) != words(name)]
    assert wrong == []
