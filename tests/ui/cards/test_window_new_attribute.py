"""An attribute that is a new row of the table: edited in the card, told in the list and shown in a review."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from annotations.fact_attributes import ATTRIBUTES, FactAttribute, Flag, OneOf, TextLine
from tests.ui.cards.cards import more, stated
from tests.ui.facts.facts_project import SUGGESTED, kept, opened, project_of
from tests.ui.review.reviews import line, made
from tests.ui.review.reviews import opened as review_of
from tests.ui.windows import press, run, said
from ui.cards.fact_panel import FactPanel
from ui.main_window import MainWindow

NEW = (
    FactAttribute(
        "urgency",
        "urgency",
        OneOf(("high", "low")),
        lambda value: f"urgency {value}",
        lambda value: f"give {value} urgency to",
    ),
    FactAttribute("quoted", "quotation", Flag(), lambda is_so: "quoted" if is_so else "", lambda _: "quote"),
    FactAttribute("source", "sources", TextLine(), str, lambda _: "source of", compared=False),
)


@pytest.fixture(autouse=True)
def _rows(monkeypatch: pytest.MonkeyPatch) -> None:
    for row in NEW:
        monkeypatch.setitem(ATTRIBUTES, row.name, row)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.fixture
def panel(window: MainWindow) -> FactPanel:
    """The panel with the first fact confirmed and in hand."""
    panel = opened(window)
    press(window, "Return", "Up")
    return panel


def test_a_choice_is_made_in_a_list_as_one_edit(
    qtbot, window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    more(panel, "Urgency", "low")
    fact = kept(folder, "first")
    assert (fact.attribute("urgency"), fact.modality) == ("low", "asserted")
    assert "urgency low" in str(panel.model.cards[0])
    press(window, "Ctrl+Z")
    assert said(window) == "Undid: give low urgency to ATTACK “struck”."
    assert kept(folder, "first").attribute("urgency") == "high"
    qtbot.waitUntil(lambda: stated(panel) == [], timeout=2000)


def test_a_flag_is_ticked_and_a_line_is_typed(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    more(panel, "Quoted")
    more(panel, "Source…")
    QTest.keyClicks(panel.list.card.editor, "the mayor")
    press(window, "Return")
    fact = kept(folder, "first")
    assert (fact.attribute("quoted"), fact.attribute("source")) == (True, "the mayor")
    assert str(panel.model.cards[0]).count("quoted") == 1
    assert "the mayor" not in str(panel.model.cards[0])
    assert stated(panel) == ["quoted: yes", "source: the mayor"]


def test_a_review_decides_on_facts_that_differ_in_it_alone(launch, tmp_path: Path) -> None:
    stated = {"type": "ATTACK", "trigger": [23, 27]}
    sides = {"anna": stated, "ben": {**stated, "urgency": "low"}}
    lines = [line("first", who, [], facts=[fact]) for who, fact in sides.items()]
    page = review_of(launch("open", made(tmp_path / "p", lines), "--annotator", "rex"))
    says = [next(row for row in side.lines() if "urgency" in row) for side in page.card.sides[:2]]
    assert [row.split(" ", 1)[1] for row in says] == ["urgency urgency high", "urgency urgency low"]


def test_the_command_lists_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("facts", folder) == 0
    assert "asserted, urgency high" in capsys.readouterr().out
