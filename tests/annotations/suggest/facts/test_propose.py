"""Proposed facts: what is found in sentences of our own, by how they are built."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from annotations.articles import Article
from annotations.fact_attributes import Modality
from annotations.schema.types import FactType, RoleType, Schema
from annotations.spans import Status
from annotations.suggest.facts import propose
from tests.making import span
from tests.proposing import NEWS, facts, roles, spans
from tests.strategies import texts

BUILT = [
    ("Norland struck Sudland.", {"actor": ["Norland"], "target": ["Sudland"]}),
    ("Sudland was struck by Norland on Tuesday.", {"actor": ["Norland"], "target": ["Sudland"], "time": ["Tuesday"]}),
    ("Norland carried out strikes on Sudland.", {"actor": ["Norland"], "target": ["Sudland"]}),
    ("Norland's attack on Sudland failed.", {"actor": ["Norland"], "target": ["Sudland"]}),
    ("An attack by Norland on Fort Hill in Ostia failed.",
     {"actor": ["Norland"], "target": ["Fort Hill"], "place": ["Ostia"]}),
    ("Norland, which lost a ship, struck Sudland.", {"actor": ["Norland"], "target": ["Sudland"]}),
    ("Norland and Ostia struck Sudland.", {"actor": ["Norland", "Ostia"], "target": ["Sudland"]}),
    ("Norland fired two missiles at Sudland.",
     {"actor": ["Norland"], "target": ["Sudland"], "instrument": ["two missiles"]}),
    ("Norland forces hit three depots in Sudland.",
     {"actor": ["Norland"], "target": ["depots"], "count": ["three"], "place": ["Sudland"]}),
    ("The strikes targeted Sudland.", {"target": ["Sudland"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), BUILT, ids=[text for text, _ in BUILT])
def test_an_attack_is_read_from_how_its_sentence_is_built(text: str, wanted: dict[str, list[str]]) -> None:
    assert roles(text) == wanted


HARMED = [
    ("At least two sailors were killed.", {"victim": ["sailors"], "count": ["At least two"]}),
    ("The raid killed three sailors.", {"victim": ["sailors"], "count": ["three"]}),
    ("Norland said three were wounded.", {"count": ["three"], "source": ["Norland"]}),
    (
        "More than 60 people died in Ostia on Tuesday.",
        {"victim": ["people"], "place": ["Ostia"], "time": ["Tuesday"]},
    ),
    ("The deaths of three Sudlanders followed.", {"victim": ["Sudlanders"], "count": ["three"]}),
    ("The raid killed 41 000 sailors.", {"victim": ["sailors"], "count": ["41 000"]}),
]


@pytest.mark.parametrize(("text", "wanted"), HARMED, ids=[text for text, _ in HARMED])
def test_a_casualty_is_counted(text: str, wanted: dict[str, list[str]]) -> None:
    assert wanted.items() <= roles(text, "CASUALTY").items()


TOLD = [
    ("Norland struck Sudland, according to Ann Lee.", ["Ann Lee"]),
    ("Norland struck Sudland, Ann Lee said.", ["Ann Lee"]),
    ("Ann Lee said that Norland struck Sudland.", ["Ann Lee"]),
    ("“Norland struck Sudland before dawn,” said Bo Kim.", ["Bo Kim"]),
    (
        "Norland struck Sudland, said a US defence official quoted by Wire One.",
        ["US defence official", "Wire One"],
    ),
    ("Bo Kim, the minister, said Norland struck Sudland.", ["Bo Kim"]),
]


@pytest.mark.parametrize(("text", "sources"), TOLD, ids=[text for text, _ in TOLD])
def test_a_source_is_who_tells_it_innermost_first(text: str, sources: list[str]) -> None:
    assert roles(text)["source"] == sources


HOW = [
    ("Norland struck Sudland.", Modality.ASSERTED, False),
    ("Norland will strike Sudland.", Modality.PLANNED, False),
    ("Norland plans to strike Sudland.", Modality.PLANNED, False),
    ("Norland is expected to strike Sudland.", Modality.PLANNED, False),
    ("Norland may strike Sudland.", Modality.SPECULATED, False),
    ("Ann Lee denied that Norland struck Sudland.", Modality.DENIED, False),
    ("Ann Lee claimed Norland struck Sudland.", Modality.CLAIMED, False),
    ("Norland said it struck Sudland.", Modality.CLAIMED, False),
    ("Norland did not strike Sudland.", Modality.ASSERTED, True),
    ("Norland never struck Sudland.", Modality.ASSERTED, True),
]


@pytest.mark.parametrize(("text", "modality", "negated"), HOW, ids=[text for text, *_ in HOW])
def test_modality_and_negation_are_read_from_verbs_and_sources(
    text: str, modality: Modality, negated: bool
) -> None:
    fact = [fact for fact in facts(text) if fact.type == "ATTACK"][-1]
    assert (fact.modality, fact.negated) == (modality, negated)


LONG = [
    ("Norland shot down three drones.", "shot down", "ATTACK"),
    ("Fort Hill was burned down.", "burned down", "DAMAGE"),
    ("Ann Lee stepped down.", "stepped down", "APPOINTMENT"),
]


@pytest.mark.parametrize(("text", "trigger", "type_"), LONG, ids=[text for text, *_ in LONG])
def test_a_trigger_may_be_of_more_than_one_word(text: str, trigger: str, type_: str) -> None:
    assert [(fact.type, text[slice(*fact.trigger or (0, 0))]) for fact in facts(text)] == [(type_, trigger)]


NONE = [
    "Tensions over attacks are rising.",
    "The strike could cost lives.",
    "",
    "Norland wants to deter further attacks on Sudland.",
    "A series of attacks on Sudland has hurt trade.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_trigger_alone_or_averted_is_no_fact(text: str) -> None:
    assert [fact for fact in facts(text) if fact.type == "ATTACK"] == []


def test_a_proposed_fact_is_suggested_with_its_trigger_a_score_and_an_id_of_its_place() -> None:
    one, again = facts("Norland struck Sudland."), facts("Norland struck Sudland.")
    assert [(fact.trigger, fact.status, fact.origin) for fact in one] == [((8, 14), Status.SUGGESTED, "rule")]
    assert one == again
    assert one[0].score is not None


def test_fillers_have_values_dates_only_against_a_trusted_publication_date() -> None:
    text = "Norland struck Sudland on Jan. 24."
    given = [facts(text), facts(text, published="2024-02-08", published_trusted=True)]
    values = [next(r for r in found[0].roles if r.role == "time").fillers[0].value for found in given]
    assert [value and value.resolved_against for value in values] == [None, "2024-02-08"]  # type: ignore[union-attr]


PRONOUNS = [
    ("Ann Lee said it was over. She added that Norland struck Sudland.", "source", ["She"]),
    ("They struck Sudland.", "actor", ["They"]),
    ("Ann Lee left after she struck Sudland.", "actor", ["Ann Lee"]),
    ("Norland said it had struck Sudland.", "actor", ["Norland"]),
]


@pytest.mark.parametrize(("text", "role", "wanted"), PRONOUNS, ids=[text for text, *_ in PRONOUNS])
def test_a_pronoun_is_whom_its_sentence_names_else_itself(text: str, role: str, wanted: list[str]) -> None:
    assert roles(text)[role] == wanted


SUBJECTS = [
    "Norland, whose ships had left Ostia, struck Sudland.",
    "Norland, from which two envoys had come, struck Sudland.",
    "Norland, angered by the delay, struck Sudland.",
    "Norland, an ally of the Navy, struck Sudland.",
    "Norland troops that left Ostia on Tuesday struck Sudland.",
]


@pytest.mark.parametrize("text", SUBJECTS)
def test_what_is_put_in_between_does_not_hide_the_subject(text: str) -> None:
    assert roles(text)["actor"] == ["Norland"]


WORDS = [
    ("Contrary to reports Sudland won.", "STATEMENT", 0),
    ("A local elected official struck Sudland.", "APPOINTMENT", 0),
    ("The navy sells Sudland rockets.", "TRANSACTION", 1),
    ("The fund Sudland wants has failed.", "TRANSACTION", 0),
    ("Ships sink off Ostia.", "DAMAGE", 1),
]


@pytest.mark.parametrize(("text", "type_", "many"), WORDS, ids=[text for text, *_ in WORDS])
def test_a_verb_is_told_from_a_noun_by_its_form_and_its_neighbours(text: str, type_: str, many: int) -> None:
    assert len([fact for fact in facts(text) if fact.type == type_]) == many


def test_rejected_spans_fill_nothing_and_boilerplate_is_not_read() -> None:
    text = "Norland struck Sudland."
    rejected = [span(0, 7, "GPE", status=Status.REJECTED)]
    found = propose(Article("a", text), rejected, NEWS)
    assert all(not fact.span_ids() for fact in found)
    assert propose(Article("a", text), spans(text), NEWS, [(0, 5)]) == []


def test_a_fact_type_of_ones_own_is_filled_by_its_labels() -> None:
    own = {"hunter": RoleType("hunter", ("PERSON",), required=True), "prey": RoleType("prey", ("GPE",))}
    schema = Schema("Own", facts={"HUNT": FactType("HUNT", triggers=("chase",), roles=own)})
    text = "Ann Lee chased Norland."
    [fact] = propose(Article("a", text), spans(text), schema)
    assert [(role.role, text[role.fillers[0].start : role.fillers[0].end]) for role in fact.roles] == [
        ("hunter", "Ann Lee"),
        ("prey", "Norland"),
    ]


@given(texts)
def test_no_text_breaks_the_proposing_and_every_range_lies_in_it(text: str) -> None:
    hostile = f"{text} struck {text} on {text}, {text} said."
    for fact in propose(Article("a", hostile), [], NEWS):
        assert all(0 <= start < end <= len(hostile) for start, end in fact.ranges())


def test_in_another_language_no_fact_is_proposed() -> None:
    text = "Norland struck Sudland."
    assert propose(Article("a", text), spans(text), NEWS)
    assert propose(Article("a", text), spans(text), replace(NEWS, language="de")) == []
