"""States by name, short name, abbreviation and people."""

from __future__ import annotations

import pytest

from annotations.compare.names.countries import country_of, named_people, named_state
from annotations.compare.names.other_names import demonyms

NAMED = {
    "PE": "Peru Peruvian Peruvians the_Peruvians PERU Peru's Beyond_Peru",
    "GB": "UK the_UK U.K. Britain United_Kingdom British Britons",
    "US": "U.S. US USA America American Americans the_United_States",
    "CI": "Côte_d’Ivoire Ivory_Coast Ivorian",
    "CD": "DRC Congo Congolese Democratic_Republic_of_the_Congo",
    "CG": "Congo-Brazzaville Republic_of_the_Congo",
    "KP": "North_Korea DPRK North_Koreans",
    "TR": "Türkiye Turkey Turks",
    "MM": "Burma Myanmar Burmese",
    "NL": "Holland the_Netherlands Dutch Dutchmen",
    "GB-SCT": "Scotland Scots Scottish",
    "SU": "USSR Soviet",
    "FR": "France French Frenchwoman",
}


@pytest.mark.parametrize(("code", "names"), NAMED.items())
def test_a_state_is_known_by_its_names_and_its_people(code: str, names: str) -> None:
    assert {name: country_of(name.replace("_", " ")) for name in names.split()} == dict.fromkeys(
        names.split(), code
    )


@pytest.mark.parametrize(
    "wording",
    ["us", "Korean", "EU", "UN", "Perugia", "Salvador", "Roman", "Omen", "", "🚢", "the", "Peru and Chile"],
)
def test_what_is_no_state_or_two_has_no_code(wording: str) -> None:
    assert country_of(wording) is None


def test_a_state_and_its_people_are_told_apart() -> None:
    assert (named_state("Peru"), named_people("Peru")) == ("PE", None)
    assert (named_state("Peruvian"), named_people("Peruvian")) == (None, "PE")


def test_every_member_of_the_united_nations_has_a_people() -> None:
    without = {"AQ", "CK", "NU", "PS", "VA"}
    assert len({code for code in demonyms() if len(code) == 2} - without) >= 190


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("Republic of Guinea", "GN"),
        ("the Federal Republic of Nigeria", "NG"),
        ("Republic of China", "TW"),
        ("Republic of Korea", "KR"),
        ("Democratic Republic of the Congo", "CD"),
        ("Republic of Texas", None),
        ("Commonwealth of Virginia", None),
    ],
)
def test_a_form_of_state_ahead_of_a_name_is_that_state_unless_two_share_the_name(
    wording: str, code: str | None
) -> None:
    assert country_of(wording) == code
