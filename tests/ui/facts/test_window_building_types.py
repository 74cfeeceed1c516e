"""Every fact type of the news schema is built by keys and by the mouse, and read back from the exported record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations.schema import reader as schema_reader
from tests.ui.article.article_views import LEFT, NONE
from tests.ui.facts.building import (
    NEWS,
    SEA,
    exported,
    news_project,
    place,
    select,
    shown,
    sign,
    strip,
    to_role,
)
from tests.ui.facts.building_by_mouse import click, click_verb, click_words, over
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


def by_keys(window: MainWindow, quote: str, label: str) -> None:
    if label:
        press(window, sign(window, quote))
    else:
        select(window, quote)
        press(window, "Return")


def by_mouse(window: MainWindow, quote: str, label: str) -> None:
    words = strip(window).words
    if label or any(one.bounds == place(window, quote) for one in shown(window).candidates):
        click_words(window, quote)
        return
    if " " in quote:
        words.reveal(place(window, quote))
        end = place(window, quote)[1]
        over(window, quote, words.middle_of((end - len(quote.split()[-1]), end)))
    else:
        click_words(window, quote)
    click(strip(window).hint, "Use")


def check(folder: Path, name: str) -> None:
    record = exported(folder)
    [fact] = record["facts"]
    trigger = TEXT[slice(*fact["trigger"])]
    assert (fact["type"], trigger, fact["status"]) == (name, CASES[name][1], "confirmed")
    assert read_back(record) == roles(name)


@pytest.mark.parametrize("name", schema_reader.parse(NEWS).facts)
def test_a_fact_of_each_type_is_built_by_keys_and_stands_in_the_export(
    window: MainWindow, folder: Path, name: str
) -> None:
    type_ = schema_reader.parse(NEWS).facts[name]
    point(window, CASES[name][1])
    press(window, "F", type_.key.upper())
    for role in type_.roles:
        to_role(window, role)
        for quote, label in roles(name)[role]:
            by_keys(window, quote, label)
    press(window, "Return")
    check(folder, name)


@pytest.mark.parametrize("name", ["ATTACK", "CASUALTY", "MEETING", "APPOINTMENT", "TRANSACTION"])
def test_a_fact_of_five_types_is_built_by_the_mouse(
    qtbot: QtBot, window: MainWindow, folder: Path, name: str
) -> None:
    point(window, CASES[name][1])
    click_verb(qtbot, window, "Fact")
    click(strip(window).types, name)
    for n, role in enumerate(schema_reader.parse(NEWS).facts[name].roles):
        QTest.mouseClick(strip(window).tabs.buttons[n], LEFT, NONE)
        for quote, label in roles(name)[role]:
            by_mouse(window, quote, label)
    click_verb(qtbot, window, "Done")
    check(folder, name)


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
