"""Triggers with no event behind them are no facts: names, headings, what goes on, what is thought of, and ages."""

from __future__ import annotations

import pytest

from annotations.articles import Article
from annotations.suggest.facts import propose
from tests.making import span
from tests.proposing import NEWS, facts, roles, spans

NONE = [
    ("ATTACK", "Norland began Operation Harbour Strike on Fort Hill."),
    ("ATTACK", "Critics praised The Raid on Ostia as a film."),
    ("CASUALTY", "He starred in Dead Men of Norland on Tuesday."),
    ("ATTACK", "Repeated attacks on Sudland have hurt trade."),
    ("ATTACK", "Norland fears future strikes on Fort Hill."),
    ("ATTACK", "Months of raids on Sudland have emptied Ostia."),
    ("ATTACK", "Occasional strikes on Fort Hill go on."),
    ("ATTACK", "Norland sent aid to the towns hit."),
    ("DAMAGE", "The delay was damaging for Norland."),
    ("DAMAGE", "The loss has been shattering for Ann Lee."),
    ("CASUALTY", "The dead man's widow spoke in Ostia."),
    ("TRANSACTION", "The rules include a ban on buying rockets from Norland."),
    ("ATTACK", "Norland kept the Navy from striking Fort Hill."),
    ("ATTACK", "The treaty lowers the risk of attacking Sudland."),
    ("AGREEMENT", "What the treaty between Norland and Sudland leaves unsaid\n\nIt is long."),
    ("STATEMENT", "21:05 What Ann Lee says\n\nIt is long."),
    ("ATTACK", "Attacks on Fort Hill\n\nIt is long."),
    ("ATTACK", "Live: Strikes on Fort Hill – Tuesday\n\nIt is long."),
]


@pytest.mark.parametrize(("type_", "text"), NONE)
def test_what_tells_of_no_event_is_no_fact(type_: str, text: str) -> None:
    assert [fact for fact in facts(text) if fact.type == type_] == []


SOME = [
    ("ATTACK", "Norland Strikes Fort Hill\n\nIt is long."),
    ("ATTACK", "Strikes by Norland hit Fort Hill on Tuesday."),
    ("ATTACK", "Three attacks on Fort Hill failed."),
    ("DAMAGE", "Fort Hill was burning on Tuesday."),
    ("DAMAGE", "The storm is damaging Fort Hill."),
    ("CASUALTY", "Three people dead in Ostia\n\nIt is long."),
    ("ATTACK", "What is known: Norland struck Fort Hill."),
]


@pytest.mark.parametrize(("type_", "text"), SOME)
def test_what_tells_of_one_is_a_fact(type_: str, text: str) -> None:
    assert type_ in {fact.type for fact in facts(text)}


AGES = [
    ("Ann Lee, 34, was injured on Tuesday.", ["Ann Lee"], []),
    ("Ann Lee, 34, a nurse, was killed in Ostia.", ["Ann Lee"], []),
    ("Ann Lee, 34, and Bo Kim, 36, were killed in Ostia.", ["Ann Lee", "Bo Kim"], []),
    ("A teacher, 41, was wounded.", ["teacher"], []),
    ("At least two children aged 3, 5 and 7 were killed.", ["children"], ["At least two"]),
    ("The crash killed Bo Kim, 52.", ["Bo Kim"], []),
    ("A driver, aged 61, died in Ostia.", ["driver"], []),
    ("The blast killed 34, the army said.", [], ["34"]),
]


@pytest.mark.parametrize(("text", "victims", "counts"), AGES)
def test_an_age_counts_nobody_and_hides_no_name(text: str, victims: list[str], counts: list[str]) -> None:
    numbers = [
        span(at, at + 2, "CARDINAL") for n in ("34", "36", "41", "52", "61") if (at := text.find(n)) >= 0
    ]
    fact = next(
        one for one in propose(Article("a", text), [*spans(text), *numbers], NEWS) if one.type == "CASUALTY"
    )
    said = {role.role: [text[f.start : f.end] for f in role.fillers] for role in fact.roles}
    assert (said.get("victim", []), said.get("count", [])) == (victims, counts)


SPEAKERS = [
    ("Norland denied any role, condemned the raid and urged calm.", "Norland"),
    ("Ann Lee praised the commitment to fighting crime but warned of delays.", "Ann Lee"),
    ("Bo Kim called the move unwarranted and urged talks.", "Bo Kim"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_speaks_is_the_subject_and_no_noun_nearer(text: str, speaker: str) -> None:
    said = [fact for fact in facts(text) if fact.type == "STATEMENT"]
    found = [
        [text[f.start : f.end] for r in fact.roles if r.role == "speaker" for f in r.fillers] for fact in said
    ]
    assert found == [[speaker]] * len(said) != []


AWAY = [
    ("Ann Lee says a bomb in Ostia killed three people.", "place"),
    ("Ann Lee said the plan for Tuesday had failed.", "time"),
    ("Tuesday's vote was fair, Ann Lee said.", "time"),
]


@pytest.mark.parametrize(("text", "role"), AWAY)
def test_times_and_places_of_what_is_said_are_none_of_the_saying(text: str, role: str) -> None:
    assert role not in roles(text, "STATEMENT")
