"""Every fact type of the news schema is built by keys, and read back from the exported record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotations.schema import reader as schema_reader
from tests.ui.facts.building import NEWS, SEA, digit, exported, news_project, select
from tests.ui.windows import point, press, suggested
from ui.main_window import MainWindow

CASES = {  # type -> its sentence, the trigger, and by role what fills it; with a label: a span
    "ATTACK": (
        "On Monday Orland struck two depots of Tarnship off Selby with a Lance, Ruiz said.",
        "struck",
        (
            "actor Orland GPE;target Tarnship ORG;count two CARDINAL;instrument Lance WEAPON;time Monday DATE;"
            "place Selby GPE;source Ruiz PERSON"
        ),
    ),
    "CASUALTY": (
        "In Calder a blast killed at least 12 Orlanders by splinters on May 3, Lopez has it.",
        "killed",
        (
            "victim Orlanders NORP;count at~least~12 CARDINAL;injury by~splinters ;cause a~blast ;time May~3 DATE;"
            "place Calder GPE;source Lopez PERSON"
        ),
    ),
    "DAMAGE": (
        "Flames destroyed Depot~Nine in Marrow on Tuesday, the Fire~Office found.",
        "destroyed",
        "target Depot~Nine FAC;cause Flames ;time Tuesday DATE;place Marrow GPE;source Fire~Office ORG",
    ),
    "STATEMENT": (
        "Adeyemi told Parliament in Ostby on Friday that talks had failed, Newsdesk wrote.",
        "told",
        (
            "speaker Adeyemi PERSON;topic talks~had~failed ;addressee Parliament ORG;time Friday DATE;"
            "place Ostby GPE;source Newsdesk ORG"
        ),
    ),
    "DEPLOYMENT": (
        "Norland sent four Corvettes on Seawatch to Quay~Bay on Sunday, Kim noted.",
        "sent",
        (
            "actor Norland GPE;unit Corvettes PRODUCT;count four CARDINAL;mission Seawatch EVENT;time Sunday DATE;"
            "place Quay~Bay LOC;source Kim PERSON"
        ),
    ),
    "RESPONSE": (
        "Westmark retaliated against Eastmark for the raid by closing Gate~One on Thursday, Silva held.",
        "retaliated",
        (
            "actor Westmark GPE;action closing ;cause the~raid ;target Eastmark GPE;time Thursday DATE;"
            "place Gate~One FAC;source Silva PERSON"
        ),
    ),
    "COUNT": (
        "The number of raids by Northers on Southport rose to 40 since June near Capewell, Watchgroup holds.",
        "number",
        (
            "what raids ;count 40 CARDINAL;actor Northers NORP;target Southport GPE;time June DATE;"
            "place Capewell LOC;source Watchgroup ORG"
        ),
    ),
    "MEETING": (
        "Haddad met Petrov in Lunden on Wednesday about prisoners, Radioline had it.",
        "met",
        (
            "participant Haddad PERSON+Petrov PERSON;topic prisoners ;time Wednesday DATE;place Lunden GPE;"
            "source Radioline ORG"
        ),
    ),
    "AGREEMENT": (
        "Highland and Lowland signed a truce in Midway on Saturday, Okoye held.",
        "signed",
        "party Highland GPE+Lowland GPE;topic a~truce ;time Saturday DATE;place Midway GPE;source Okoye PERSON",
    ),
    "APPOINTMENT": (
        "Portauthority appointed Hansen Harbormaster in Zell on July~1, Gazette had it.",
        "appointed",
        (
            "person Hansen PERSON;post Harbormaster TITLE;organisation Portauthority ORG;time July~1 DATE;"
            "place Zell GPE;source Gazette ORG"
        ),
    ),
    "TRANSACTION": (
        "Shipco bought Frigates from Dockyard for $3~million in Vale on August~9, Tanaka held.",
        "bought",
        (
            "buyer Shipco ORG;seller Dockyard ORG;item Frigates PRODUCT;amount $3~million MONEY;time August~9 DATE;"
            "place Vale GPE;source Tanaka PERSON"
        ),
    ),
}


def roles(name: str) -> dict[str, list[tuple[str, str]]]:
    """By role the words and the label of each filler; without a label: a bare range."""
    found: dict[str, list[tuple[str, str]]] = {}
    for part in CASES[name][2].replace("+", ";+ ").split(";"):
        role, words, label = part.split(" ")
        key = list(found)[-1] if role == "+" else role
        found.setdefault(key, []).append((words.replace("~", " "), label))
    return found


TEXT = SEA + "\n".join(sentence.replace("~", " ") for sentence, *_ in CASES.values())
SPANS = [filler for name in CASES for fillers in roles(name).values() for filler in fillers if filler[1]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    meta = {"published": "2024-06-28", "published_trusted": True}
    spans = [suggested(TEXT, *span) for span in SPANS]
    return news_project(tmp_path, {"id": "first", "text": TEXT, "meta": meta, "spans": spans})


def fill(window: MainWindow, quote: str, label: str) -> None:
    if label:
        press(window, digit(window, quote))
    else:
        select(window, quote)
        press(window, "Return")


@pytest.mark.parametrize("name", schema_reader.parse(NEWS).facts)
def test_a_fact_of_each_type_is_built_by_keys_and_stands_in_the_export(
    window: MainWindow, folder: Path, name: str
) -> None:
    type_ = schema_reader.parse(NEWS).facts[name]
    point(window, CASES[name][1])
    press(window, "F", type_.key.upper())
    for role in type_.roles:
        for n, (quote, label) in enumerate(roles(name)[role]):
            press(window, *["Space"][: n and 1])
            fill(window, quote, label)
        press(window, "Tab")
    press(window, "Return")
    record = exported(folder)
    [fact] = record["facts"]
    assert (fact["type"], TEXT[slice(*fact["trigger"])], fact["status"]) == (
        name,
        CASES[name][1],
        "confirmed",
    )
    assert read_back(record) == roles(name)


def read_back(record: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    labels = {span["id"]: span["label"] for span in record["spans"]}
    [fact] = record["facts"]
    return {
        role["role"]: [
            (TEXT[filler["start"] : filler["end"]], labels.get(filler["span"], ""))
            for filler in role["fillers"]
        ]
        for role in fact["roles"]
    }


def test_every_type_of_the_schema_has_its_case() -> None:
    assert list(CASES) == list(schema_reader.parse(NEWS).facts)
