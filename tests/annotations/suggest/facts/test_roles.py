"""Proposed facts: the roles that only some types have, and the verbs that mean a type only with some objects."""

from __future__ import annotations

import pytest

from annotations.articles import Article
from annotations.schema.types import FactType, RoleType, Schema
from annotations.suggest.facts import propose
from tests.proposing import facts, roles, spans

OWN = [
    ("STATEMENT", "Ann Lee condemned the raid.", {"speaker": ["Ann Lee"], "topic": ["raid"]}),
    ("STATEMENT", "Ann Lee blamed Norland for the delay.", {"speaker": ["Ann Lee"], "topic": ["delay"]}),
    ("STATEMENT", "It was a plan that Bo Kim rejected.", {"speaker": ["Bo Kim"], "topic": ["plan"]}),
    ("MEETING", "Ann Lee held talks with Bo Kim on trade.",
     {"participant": ["Bo Kim", "Ann Lee"], "topic": ["trade"]}),
    ("MEETING", "Ann Lee met Bo Kim to discuss a truce.", {"participant": ["Ann Lee", "Bo Kim"], "topic": ["truce"]}),
    ("AGREEMENT", "Norland and Sudland signed a treaty in Ostia.",
     {"party": ["Norland", "Sudland"], "topic": ["treaty"], "place": ["Ostia"]}),
    ("AGREEMENT", "Norland and Sudland agreed on a truce.", {"party": ["Norland", "Sudland"], "topic": ["truce"]}),
    ("APPOINTMENT", "Ann Lee was named head of the Navy.",
     {"person": ["Ann Lee"], "post": ["head"], "organisation": ["the Navy"]}),
    ("APPOINTMENT", "Norland appointed Bo Kim as envoy.", {"person": ["Bo Kim"], "post": ["envoy"]}),
    ("APPOINTMENT", "The envoy, Bo Kim, resigned.", {"person": ["Bo Kim"], "post": ["envoy"]}),
    ("APPOINTMENT", "Bo Kim was replaced by Ann Lee.", {"person": ["Bo Kim", "Ann Lee"]}),
    ("COUNT", "The toll of dead rose to 12.", {"what": ["dead"], "count": ["12"]}),
    ("COUNT", "Wire One has recorded 40 raids on Ostia.",
     {"what": ["raids"], "count": ["40"], "target": ["Ostia"], "source": ["Wire One"]}),
    ("DEPLOYMENT", "Norland sent three ships to guard the port.",
     {"actor": ["Norland"], "unit": ["ships"], "count": ["three"], "mission": ["guard the port"]}),
    ("RESPONSE", "Norland retaliated by striking Ostia.", {"actor": ["Norland"], "action": ["striking Ostia"]}),
    ("RESPONSE", "Norland answered the raid with a blockade.",
     {"actor": ["Norland"], "action": ["blockade"], "cause": ["raid"]}),
    ("CASUALTY", "Three sailors drowned when a ferry capsized.",
     {"victim": ["sailors"], "count": ["Three"], "cause": ["ferry"]}),
    ("CASUALTY", "The quake left three sailors dead.", {"victim": ["sailors"], "count": ["three"], "cause": ["quake"]}),
    ("ATTACK", "A bomb exploded near the station.", {"instrument": ["bomb"], "place": ["station"]}),
]  # fmt: skip


@pytest.mark.parametrize(("type_", "text", "wanted"), OWN, ids=[text for _, text, _ in OWN])
def test_a_role_that_some_types_have_is_filled(type_: str, text: str, wanted: dict[str, list[str]]) -> None:
    assert roles(text, type_) == wanted


TRADES = [
    ("Norland paid the Navy $5 million.", {"buyer": ["Norland"], "seller": ["the Navy"], "amount": ["$5 million"]}),
    ("Norland sold Sudland the ferry for $5 million.",
     {"buyer": ["Sudland"], "seller": ["Norland"], "item": ["ferry"], "amount": ["$5 million"]}),
    ("Norland bought the ferry from Sudland.", {"buyer": ["Norland"], "seller": ["Sudland"], "item": ["ferry"]}),
    ("Ann Lee bought all shares in Wire One.", {"buyer": ["Ann Lee"], "item": ["Wire One"]}),
    ("Bo Kim accused Ann Lee of paying Norland.", {"buyer": ["Ann Lee"], "seller": ["Norland"], "source": ["Bo Kim"]}),
    ("Norland gave Sudland $5 million.", {"buyer": ["Norland"], "seller": ["Sudland"], "amount": ["$5 million"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TRADES, ids=[text for text, _ in TRADES])
def test_who_pays_is_the_buyer_and_money_is_the_amount(text: str, wanted: dict[str, list[str]]) -> None:
    assert roles(text, "TRANSACTION") == wanted


OTHER_SENSES = [
    "Norland sent a letter to Sudland.",
    "Norland launched a website.",
    "Ann Lee lost the match.",
    "Prices went down.",
    "Bo Kim left the room.",
    "The delay added to the cost.",
    "Norland gave Sudland a chance.",
    "A group named the Navy exists.",
    "The number of dead will rise.",
    "The clinic admitted 40 patients.",
    "Norland did not respond to a request.",
]


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_a_verb_in_another_sense_is_no_fact(text: str) -> None:
    assert facts(text) == []


def test_a_type_of_ones_own_takes_a_verb_in_every_sense() -> None:
    own = {"who": RoleType("who", ("GPE",), required=True), "what": RoleType("what")}
    schema = Schema("Own", facts={"START": FactType("START", triggers=("launch", "send"), roles=own)})
    text = "Norland launched a website."
    assert [fact.type for fact in propose(Article("a", text), spans(text), schema)] == ["START"]


def test_one_verb_has_two_types_told_apart_by_what_it_is_done_to() -> None:
    texts = ["Norland fired rockets.", "Norland fired Bo Kim."]
    assert [[fact.type for fact in facts(text)] for text in texts] == [["ATTACK"], ["APPOINTMENT"]]


WHERE = [
    ("OSTIA, Jan. 24 (Wire) - Norland struck Sudland.", {}),
    ("Norland struck a ship near the town of Ostia.", {"place": ["Ostia"]}),
    ("Norland struck a ship near the airport.", {"place": ["airport"]}),
    ("Norland struck Sudland for Tuesday.", {}),  # what "for" brings says how long
    ("Norland struck Sudland, the Navy said on Tuesday.", {}),
]


@pytest.mark.parametrize(("text", "wanted"), WHERE, ids=[text for text, _ in WHERE])
def test_times_and_places_are_those_of_the_fact_alone(text: str, wanted: dict[str, list[str]]) -> None:
    found = roles(text)
    assert {name: found[name] for name in ("time", "place") if name in found} == wanted
