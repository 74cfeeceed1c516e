"""The fact builder where things are odd: own types, long sentences, other scripts, no spans at all."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from annotations.fact_draft import AROUND
from annotations.fact_signs import MOST, SIGNS
from tests.ui.facts.building import (
    facts,
    in_hand,
    news_project,
    quotes,
    select,
    shown,
    sign,
    signs,
    slots,
    strip,
)
from tests.ui.facts.building_by_mouse import click_words
from tests.ui.windows import point, press, project_with, suggested
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]
OWN = """
name: Eigenes
language: de
pipeline: none
labels:
  ORT: {key: o, hue: 145}
  GRUPPE: {key: w, hue: 25}
facts:
  ANGRIFF:
    key: a
    roles:
      Täter mit einem sehr langen Namen: {labels: [GRUPPE], required: true, most: 1}
      Ziel & Zweck: {required: true, most: 1}
      Ort: {labels: [ORT], kind: place}
      Beleg: {}
      Erste Quelle des Berichts: {}
      Zweite Quelle des Berichts: {}
      Dritte Quelle des Berichts: {}
      Vierte Quelle des Berichts: {}
      Fünfte Quelle des Berichts: {}
      Sechste Quelle des Berichts: {}
      Siebte Quelle des Berichts: {}
  MELDUNG: {}
"""
GERMAN = "Die Westflotte beschoss das Lager bei Selby am Dienstag."


def opened(launch: Launch, folder: Path) -> MainWindow:
    return launch("open", folder, "--annotator", "anna")


def one_article(folder: Path, text: str, *spans: tuple[str, str]) -> Path:
    """A project of the news schema with that article."""
    record: dict[str, Any] = {
        "id": "first",
        "text": text,
        "spans": [suggested(text, *span) for span in spans],
    }
    return news_project(folder, record)


@pytest.fixture
def own(launch: Launch, tmp_path: Path) -> MainWindow:
    spans = [suggested(GERMAN, "Westflotte", "GRUPPE"), suggested(GERMAN, "Selby", "ORT")]
    folder = project_with(
        tmp_path, OWN, [{"id": "first", "text": GERMAN, "spans": spans}], "--as", "suggestions", suggest=True
    )
    return opened(launch, folder)


def test_a_role_that_can_have_one_filler_goes_on_to_the_next_open_one(
    own: MainWindow, tmp_path: Path
) -> None:
    press(own, "F", "A")
    assert signs(own) == ["1 Westflotte", "2 Selby"]  # the proposals read no German
    press(own, "1")
    assert in_hand(own) == "Ziel & Zweck"
    select(own, "das Lager")
    press(own, "Enter")
    assert in_hand(own) == "Ort"
    press(own, "2", "Enter", "Enter")
    assert [*quotes(own, facts(tmp_path / "project")[0]).values()] == [
        ["Westflotte"],
        ["das Lager"],
        ["Selby"],
    ]


def test_roles_with_long_names_are_cut_or_scrolled_and_the_one_in_hand_is_whole(own: MainWindow) -> None:
    press(own, "F", "A", "Alt+9")
    tabs = strip(own).tabs
    button = tabs.buttons[8]
    assert (button.text(), button.width()) == ("Fünfte Quelle des Berichts", button.sizeHint().width())
    assert button.geometry().right() <= tabs.width()
    assert own.minimumSizeHint().width() < 1024


def test_a_role_that_is_renamed_is_called_so(own: MainWindow) -> None:
    press(own, "F", "A")
    assert [tab.name for tab in strip(own).tabs.shown][:3] == [
        "Täter mit einem sehr langen Namen",
        "Ziel & Zweck",
        "Ort",
    ]
    assert "Ziel & Zweck" in strip(own).tabs.buttons[1].text()


def test_a_type_without_roles_has_its_trigger_alone(own: MainWindow, tmp_path: Path) -> None:
    press(own, "F", "Tab", "Enter")
    assert in_hand(own) == "trigger"
    press(own, "Tab")
    select(own, "beschoss")
    press(own, "Enter", "Enter")
    assert [fact["type"] for fact in facts(tmp_path / "project")] == ["MELDUNG"]


def test_a_project_without_spans_builds_facts_of_bare_words(launch: Launch, tmp_path: Path) -> None:
    window = opened(launch, one_article(tmp_path, "The rebels struck a bridge."))
    point(window, "struck")
    press(window, "F", "A")
    press(window, sign(window, "rebels"), "Tab", sign(window, "bridge"), "Enter")
    assert quotes(window, facts(tmp_path / "project")[0]) == {"actor": ["rebels"], "target": ["bridge"]}


TOWNS = [f"Town{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(40)]


def test_of_forty_candidates_those_near_the_trigger_have_signs_and_all_can_be_clicked(
    launch: Launch, tmp_path: Path
) -> None:
    text = f"Rebels struck {', '.join(TOWNS)} on Tuesday."
    window = opened(launch, one_article(tmp_path, text, *((town, "GPE") for town in TOWNS)))
    point(window, "struck")
    press(window, "F", "A", "Tab")
    found = [one for one in shown(window).candidates if one.spans]
    assert (len(found), {one.sign for one in shown(window).candidates}) == (40, {*SIGNS, ""})
    assert [one.sign for one in found if not one.sign] == [""] * 5
    click_words(window, TOWNS[-1])
    press(window, sign(window, TOWNS[0]))
    assert slots(window)["target"] == f"“{TOWNS[-1]}”, “{TOWNS[0]}”"


def test_a_long_sentence_scrolls_inside(launch: Launch, tmp_path: Path) -> None:
    text = f"Rebels struck {', '.join(TOWNS)} on Tuesday."
    window = opened(launch, one_article(tmp_path, text, *((town, "GPE") for town in TOWNS)))
    point(window, "struck")
    press(window, "F", "A")
    words = strip(window).words
    first = words.middle_of(shown(window).candidates[-1].bounds).y()
    press(window, "PgDown")
    assert words.middle_of(shown(window).candidates[-1].bounds).y() == first - 96
    assert strip(window).height() == 218


@pytest.mark.parametrize(
    "text", ["Troops struck " + "x" * 500_000, "Troops struck " + "word and ship " * 36_000]
)
def test_of_a_sentence_of_half_a_megabyte_only_what_is_near_is_looked_at(
    launch: Launch, tmp_path: Path, text: str
) -> None:
    window = opened(launch, one_article(tmp_path, text))
    point(window, "struck")
    began = time.perf_counter()
    press(window, "F", "A", "Down", "Up", "Right")
    assert time.perf_counter() - began < 4
    row = shown(window)
    assert row.bounds[1] - row.bounds[0] <= 2 * AROUND + 20
    assert len(row.candidates) <= MOST


ARABIC = "قصفت القوات مدينة صنعاء يوم الجمعة قرب U.S. Navy base أمس."


def test_a_sentence_from_right_to_left_is_shown_so_and_left_is_on(launch: Launch, tmp_path: Path) -> None:
    window = opened(launch, one_article(tmp_path, ARABIC, ("صنعاء", "GPE"), ("القوات", "ORG")))
    point(window, "قصفت")
    press(window, "F", "A")
    words = strip(window).words
    at = {
        quote: words.middle_of((ARABIC.index(quote), ARABIC.index(quote) + len(quote))).x()
        for quote in ("قصفت", "صنعاء", "Navy", "base")
    }
    assert at["قصفت"] > at["صنعاء"] > at["base"] > at["Navy"]
    assert signs(window) == ["1 القوات", "2 صنعاء"]
    press(window, "Left", "Shift+Left")
    assert ARABIC[slice(*shown(window).chosen)] == "القوات مدينة"


def test_pictographs_and_marks_move_nothing(launch: Launch, tmp_path: Path) -> None:
    text = "\U0001f6a2\U0001f468\u200d\U0001f469\u200d\U0001f467 Re\u0301my \U0001f3f4 struck a\u00a0bridge\tin Selby\nyesterday."
    window = opened(launch, one_article(tmp_path, text, ("Re\u0301my", "PERSON"), ("Selby", "GPE")))
    point(window, "struck")
    press(window, "F", "A")
    click_words(window, "Re\u0301my")
    press(window, "Alt+6")
    click_words(window, "Selby")
    press(window, "Enter", "Enter")
    assert quotes(window, facts(tmp_path / "project")[0]) == {"actor": ["Re\u0301my"], "place": ["Selby"]}


# --- for those who do not see it


@pytest.fixture
def attack(launch: Launch, tmp_path: Path) -> MainWindow:
    text = "The Orland Navy struck a depot near Selby on Friday."
    spans = (("Orland Navy", "ORG"), ("Selby", "GPE"), ("Friday", "DATE"))
    window = opened(launch, one_article(tmp_path, text, *spans))
    point(window, "struck")
    press(window, "F", "A")
    return window


def reached(window: MainWindow) -> dict[str, Any]:
    """The buttons that QAccessible finds in the strip, by name."""
    found: dict[str, Any] = {}
    waiting = [QAccessible.queryAccessibleInterface(strip(window))]
    while waiting:
        one = waiting.pop()
        if one.role() == QAccessible.Role.PushButton:
            found[one.text(QAccessible.Text.Name)] = one
        waiting += [one.child(n) for n in range(one.childCount())]
    return found


def test_signs_and_roles_are_buttons_with_names(attack: MainWindow) -> None:
    names = ("1, “Orland Navy”, ORG", "actor, needed, open, current", "trigger: “struck”", "Sentence after")
    assert {*names} <= reached(attack).keys()
    press(attack, "1", "Alt+6")
    assert {"actor: “Orland Navy”", "place, open, current"} <= reached(attack).keys()
    assert any("place takes GPE, LOC, FAC; “Friday” is a DATE" in name for name in reached(attack))


def test_a_fact_is_built_through_accessibility_alone(
    qtbot: QtBot, attack: MainWindow, tmp_path: Path
) -> None:
    def do(name: str, then: Callable[[], bool]) -> None:
        found = next(one for said, one in reached(attack).items() if said.startswith(name))
        found.actionInterface().doAction(found.actionInterface().actionNames()[0])
        qtbot.waitUntil(then)

    do("1, “Orland Navy”", lambda: slots(attack)["actor"] == "“Orland Navy”")
    do("target", lambda: in_hand(attack) == "target")
    do("2, “depot”", lambda: slots(attack)["target"] == "“depot”")
    do("Done", lambda: strip(attack).isHidden())
    assert quotes(attack, facts(tmp_path / "project")[0]) == {"actor": ["Orland Navy"], "target": ["depot"]}


def test_the_state_of_the_strip_is_told(attack: MainWindow) -> None:
    assert strip(attack).accessibleDescription() == (
        "ATTACK: someone struck something; current role: actor, needed, open;"
        " actor: who does it. Takes GPE, ORG, NORP, PERSON, or words without a label."
    )
    press(attack, "1", "Alt+6", "4")
    assert (
        "current role: place, open; place takes GPE, LOC, FAC; “Friday” is a DATE"
        in strip(attack).accessibleDescription()
    )
