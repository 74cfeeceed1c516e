"""The planted names of the samples, *proposed by the program* on its own spans: what is one entity, what stays two.

The verdicts on groups made by hand are in `verdicts/test_planted.py`, the groups proposed in `test_planted_groups.py`.
"""

from __future__ import annotations

import pytest

from tests.annotations.compare.planted import entity_of

ONE = {
    "the Houthis": ("Houthi/ORG", "Houthis/ORG", "Huthi/ORG"),
    "Hodeidah": ("Hodeidah/GPE", "Hodeida/GPE", "Al Hudaydah/GPE"),
    "Yahya Saree": ("Yahya Saree/PERSON", "Yahya Sarea/PERSON"),
    "Mohammed Abdul-Salam": ("Mohammed Abdul-Salam/PERSON", "Muhammad Abdulsalam/PERSON"),
    "the group's leader": ("Abdul-Malik al-Houthi/PERSON", "Abdulmalik al-Huthi/PERSON"),
    "MoD": ("Ministry of Defence/ORG", "MoD/ORG"),
    "UNCTAD": ("United Nations Conference on Trade and Development/ORG", "UNCTAD/ORG"),
    "CENTCOM": ("U.S. Central Command/ORG", "US Central Command/ORG", "CENTCOM/ORG", "USCENTCOM/ORG"),
    "the UK": ("UK/GPE", "U.K./GPE", "Britain/GPE", "United Kingdom/GPE"),
}
TWO = {
    "Hodeidah and its airport": ("Hodeidah/GPE", "Hodeidah International Airport/FAC"),
    "Saree and Mansur, both Yahya": ("Yahya Saree/PERSON", "Yahya Mansur/PERSON"),
    "American and US": ("American/NORP", "US/GPE"),
    "Galaxy Leader and the group's leader": ("Galaxy Leader/ORG", "Abdul-Malik al-Houthi/PERSON"),
    "the group and its leader": ("Houthis/ORG", "Abdul-Malik al-Houthi/PERSON"),
}


def entities(written: str) -> set[str]:
    wording, _, label = written.rpartition("/")
    return entity_of()[wording, label]


@pytest.mark.parametrize("name", ONE)
def test_names_of_one_thing_are_proposed_as_one(name: str) -> None:
    assert len(set().union(*map(entities, ONE[name]))) == 1


@pytest.mark.parametrize("name", TWO)
def test_names_that_look_alike_stay_two(name: str) -> None:
    one, other = map(entities, TWO[name])
    assert one.isdisjoint(other)
