"""Triggers in another sense than their type's: nothing is proposed, and with the type's own sense something is."""

from __future__ import annotations

import pytest

from annotations.suggest.facts.meanings import MEANT as MEANT_OF
from annotations.suggest.facts.refusing.other_senses import ROWS, _forms
from annotations.suggest.facts.senses import SELECTS
from annotations.suggest.facts.word_lists import SENSES
from tests.proposing import facts

OTHER = {
    "ATTACK": [
        "A powerful earthquake struck Ostia on Tuesday.",
        "Floods hit Ostia and Sudland.",
        "Ostia was hit by a drought.",
        "Pilots struck over pay in Norland.",
        "The union called a strike in Ostia over wages.",
        "Teachers in Ostia are on strike.",
        "The nurses' strike in Ostia entered its third week.",
        "House prices hit record highs in Norland.",
        "Norland and Sudland struck a deal.",
        "Bo Kim died of a heart attack in Ostia.",
        "Ann Lee attacked the government's budget plan.",
        "The goalkeeper was beaten when Bo Kim struck in Ostia.",
        "A car hit Bo Kim on Tuesday.",
        "The minister came under fire over the budget.",
        "New sanctions target Norland.",
        "A gas explosion in Ostia shook Fort Hill.",
        "They want to bring down prices in Norland.",
    ],
    "CASUALTY": [
        "Parliament killed the bill in Ostia.",
        "The delay hurt the economy of Norland.",
        "Ann Lee called the talks a dead end.",
        "The football world's governing body met in Ostia.",
        "Norland executed the plan on Tuesday.",
        "Gains could be lost in Norland.",
    ],
    "DAMAGE": [
        "The talks collapsed on Tuesday.",
        "The leak destroyed trust in the Navy.",
        "The delay has been devastating for Norland.",
        "A court in Ostia overturned the conviction on Tuesday.",
        "The scandal ruined her reputation in Ostia.",
        "Shares in Wire One sank on Tuesday.",
    ],
    "STATEMENT": [
        "Tests confirmed bird flu in Ostia.",
        "The Senate of Norland confirmed the nominee.",
        "The data suggest that Norland grew.",
        "Norland called an election on Tuesday.",
        "Employers in Norland added 40,000 jobs.",
        "The law calls for talks with Sudland.",
        "Bo Kim was denied bail in Ostia.",
    ],
    "TRANSACTION": [
        "The house in Ostia is for sale.",
        "Norland granted Ann Lee asylum.",
        "Bo Kim paid tribute to Ann Lee.",
        "Car sales in Norland fell on Tuesday.",
        "Bo Kim took over the presidency of Norland on Tuesday.",
        "The military takeover in Sudland lasted three days.",
        "The Navy acquired a reputation.",
    ],
    "AGREEMENT": [
        "A Jewish settlement in Ostia was searched.",
        "Analysts agree that prices in Norland will rise.",
        "A great deal of Ostia was searched.",
        "Three people signed up in Ostia.",
    ],
    "DEPLOYMENT": [
        "Norland withdrew from the treaty.",
        "A border patrol of Norland found the boat.",
        "Ann Lee arrived in Ostia on Tuesday.",
        "Bo Kim was sent to prison in Ostia.",
    ],
    "MEETING": [
        "Norland met its targets on Tuesday.",
        "The supply met demand in Ostia.",
        "A mobile phone rang in Ostia.",
    ],
    "APPOINTMENT": [
        "Norland dismissed the allegations on Tuesday.",
        "Norland promotes tourism in Ostia.",
        "The film was nominated for an award in Ostia.",
    ],
    "RESPONSE": [
        "The emergency response in Ostia took hours.",
        "Bo Kim answered the question in Ostia.",
    ],
}


@pytest.mark.parametrize(
    ("type_", "text"), [(type_, text) for type_, texts in OTHER.items() for text in texts]
)
def test_a_trigger_in_another_sense_is_no_fact_of_the_type(type_: str, text: str) -> None:
    assert [fact for fact in facts(text) if fact.type == type_] == []


MEANT = [
    ("ATTACK", "A missile struck Fort Hill in Ostia."),
    ("ATTACK", "Norland hit three targets in Sudland."),
    ("ATTACK", "Rebels attacked a police station in Ostia."),
    ("ATTACK", "The strike by Norland killed three workers in Fort Hill."),
    ("ATTACK", "Norland struck the bulk carrier True Confidence."),
    ("CASUALTY", "The quake killed three people in Ostia."),
    ("CASUALTY", "Three people lost their lives in Ostia."),
    ("CASUALTY", "Three bodies were found in Ostia."),
    ("CASUALTY", "Three people are missing in Ostia."),
    ("DAMAGE", "A bridge in Ostia collapsed on Tuesday."),
    ("DAMAGE", "The storm damaged Fort Hill."),
    ("DAMAGE", "Fort Hill was burning on Tuesday."),
    ("DAMAGE", "The raid destroyed two planes in Ostia."),
    ("STATEMENT", "Ann Lee confirmed that tests had failed."),
    ("STATEMENT", "The minister called for an election."),
    ("STATEMENT", "Norland called the vote a farce."),
    ("TRANSACTION", "Wire One acquired the port of Ostia for $5 million."),
    ("TRANSACTION", "Norland sold Sudland three ships."),
    ("AGREEMENT", "Norland and Sudland signed a treaty in Ostia."),
    ("AGREEMENT", "Wire One and the Navy agreed a settlement."),
    ("DEPLOYMENT", "Norland withdrew its troops from Sudland."),
    ("DEPLOYMENT", "Norland sent planes to Ostia."),
    ("DEPLOYMENT", "Norland deployed missile systems to Ostia."),
    ("DEPLOYMENT", "Three warships arrived in Ostia."),
    ("MEETING", "Ann Lee met Bo Kim in Ostia."),
    ("APPOINTMENT", "Norland dismissed its minister, Bo Kim, on Tuesday."),
    ("RESPONSE", "Norland responded to the raid by closing the border."),
]


@pytest.mark.parametrize(("type_", "text"), MEANT)
def test_a_trigger_in_its_types_sense_is_a_fact(type_: str, text: str) -> None:
    assert type_ in {fact.type for fact in facts(text)}


def test_no_row_refuses_what_a_verb_is_meant_of() -> None:
    refused = {
        (kind, lemma, word)
        for (kind, lemma), (heads, _) in SELECTS.items()
        for row in ROWS.get((kind, lemma), ())
        for word in heads
        if row.place == "to" and row.words & _forms(word)
    }
    assert refused == set()


def test_no_row_of_senses_stands_for_a_verb_that_another_row_replaces() -> None:
    assert len(SELECTS) == sum(lemmas.count(",") + 1 for *_, lemmas in (*SENSES, *MEANT_OF))
