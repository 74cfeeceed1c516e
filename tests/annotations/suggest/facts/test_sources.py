"""How a fact is told: claimed where somebody accuses, alleges, believes, or tells of a side's own force."""

from __future__ import annotations

import pytest

from annotations.fact_attributes import Modality
from tests.proposing import facts

CLAIMED = [
    ("ATTACK", "Norland is accused of bombing Sudland."),
    ("ATTACK", "Norland accused Sudland of shelling Fort Hill."),
    ("ATTACK", "Allegations that Norland struck Sudland spread."),
    ("ATTACK", "Ann Lee said she believed Norland had struck Sudland."),
    ("ATTACK", "Ann Lee insisted that Norland had struck Sudland."),
    ("ATTACK", "The Navy said its forces struck Fort Hill."),
    ("CASUALTY", "Ann Lee was arrested on suspicion of killing three people."),
    ("CASUALTY", "Bo Kim was charged with the murder of three people."),
    ("CASUALTY", "Norland claimed to have killed three soldiers."),
    ("TRANSACTION", "Wire One maintains that Norland sold Sudland rockets."),
    ("APPOINTMENT", "Critics allege that Norland sacked its minister, Ann Lee."),
]


@pytest.mark.parametrize(("type_", "text"), CLAIMED)
def test_what_is_accused_alleged_and_believed_is_claimed(type_: str, text: str) -> None:
    assert [fact.modality for fact in facts(text) if fact.type == type_] == [Modality.CLAIMED]


ASSERTED = [
    ("ATTACK", "Police said Norland struck Sudland."),
    ("ATTACK", "Norland struck Sudland, according to Ann Lee."),
    ("ATTACK", "Ann Lee said they struck Sudland."),
    ("ATTACK", "Police say the militants fired rockets at Ostia as they stormed Fort Hill."),
    ("CASUALTY", "Three people are said to be wounded."),
    ("ATTACK", "Ann Lee blamed Norland for the attack on Fort Hill."),
    ("AGREEMENT", "Wire One said it had signed a deal with Norland."),
    ("TRANSACTION", "Wire One said it sold Norland three ships."),
]


@pytest.mark.parametrize(("type_", "text"), ASSERTED)
def test_what_a_source_says_stays_asserted(type_: str, text: str) -> None:
    assert {fact.modality for fact in facts(text) if fact.type == type_} == {Modality.ASSERTED}


PLANNED = [
    ("TRANSACTION", "Wire One to buy rockets from Norland"),
    ("TRANSACTION", "Wire One dropped a bid to buy rockets from Norland."),
    ("ATTACK", "Norland is to strike Fort Hill."),
    ("APPOINTMENT", "Norland backed a plan to sack its minister, Ann Lee."),
    ("DEPLOYMENT", "Norland put off a decision to send troops to Ostia."),
]


@pytest.mark.parametrize(("type_", "text"), PLANNED)
def test_what_a_plan_is_about_is_planned(type_: str, text: str) -> None:
    assert [fact.modality for fact in facts(text) if fact.type == type_] == [Modality.PLANNED]
