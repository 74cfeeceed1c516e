"""A kind of value that is a new row of the table: read in the card, typed there, and shown in a review."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.values.kinds import VALUE_KINDS
from tests.shares import SHARE, Share
from tests.ui.cards.cards import row, rows
from tests.ui.facts import facts_project
from tests.ui.facts.facts_project import SUGGESTED, kept, opened, project_of
from tests.ui.review.reviews import line, made
from tests.ui.review.reviews import opened as review_of
from tests.ui.windows import is_sentence, press, said
from ui.cards.fact_panel import FactPanel
from ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(VALUE_KINDS, SHARE.name, SHARE)
    types = facts_project.TYPES.replace("value: number", "value: share")
    monkeypatch.setattr(facts_project, "TYPES", types)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.fixture
def panel(window: MainWindow) -> FactPanel:
    """The panel with the first fact confirmed and its count in hand."""
    panel = opened(window)
    press(window, "Return", "Up")
    row(panel, "count").setFocus()
    return panel


def type_over(window: MainWindow, value: str) -> None:
    press(window, "F2")
    QTest.keyClicks(QApplication.focusWidget(), value)
    press(window, "Return")


def test_it_is_typed_and_shown_in_the_card(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    type_over(window, "75 percent")
    assert Share(75) in [filler.value for filler in kept(folder, "first").fillers()]
    assert rows(panel)[2] == ("count", "60", "75 %")


def test_what_is_none_is_refused_with_its_sentence(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    type_over(window, "many")
    assert (said(window), is_sentence(said(window))) == ("“many” is no share; type one like 60 %.", True)
    assert kept(folder, "first").fillers()[2].value is None


def test_a_review_tells_values_that_differ_apart(launch, tmp_path: Path) -> None:
    def fact(share: int) -> dict:
        fillers = [{"start": 0, "end": 10, "value": {"share": share}}]
        return {"type": "ATTACK", "trigger": [23, 27], "roles": [{"role": "actor", "fillers": fillers}]}

    lines = [line("first", who, [], facts=[fact(share)]) for who, share in (("anna", 60), ("ben", 40))]
    page = review_of(launch("open", made(tmp_path / "p", lines), "--annotator", "rex"))
    says = [next(row for row in side.lines() if "actor" in row) for side in page.card.sides[:2]]
    assert [row.split(" ", 1)[1] for row in says] == [
        f"actor Maria Ruiz ({share} % of all)" for share in (60, 40)
    ]
