"""Nothing of the old project stays after New or Open: marks, panels, words that were looked for, labels in hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.facts.facts_project import SUGGESTED, opened, project_of
from tests.ui.windows import focused, press, project_with, run, said
from ui.cards.card_filter import Sieve
from ui.main_window import MainWindow

OTHER = """
name: Other
pipeline: none
labels:
  GPE: {key: "1", hue: 210}
  ORG: {key: "3", hue: 25}
facts:
  STATEMENT: {roles: {speaker: {}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return project_with(
        tmp_path / "o", OTHER, [{"id": "one", "text": "Lima waits."}, {"id": "two", "text": "No."}]
    )


def switch(window: MainWindow, how: str, other: Path) -> None:
    if how == "open":
        assert window.files.open(other)
    else:
        assert run("new", other.parent / "new") == 0
        window.files.open(other.parent / "new")
    QApplication.processEvents()


@pytest.fixture(params=["open", "new"])
def switched(request: pytest.FixtureRequest, window: MainWindow, other: Path) -> Callable[[], None]:
    return lambda: switch(window, request.param, other)


def test_the_mark_of_what_was_saved_goes(window: MainWindow, switched: Callable[[], None]) -> None:
    press(window, "Tab", "Return")
    assert window.status.saved.text()
    switched()
    assert (window.status.saved.text(), said(window)) == ("", "")


def test_the_panel_and_its_filters_go(window: MainWindow, switched: Callable[[], None]) -> None:
    panel = opened(window)
    panel.filter.choose(Sieve("STATEMENT", "To decide", incomplete_first=True))
    switched()
    assert window.work.panels.here() is not panel
    panel = opened(window)
    assert panel.filter.sieve == Sieve()
    assert (panel.model.cards, panel.list.card.isVisible()) == ([], False)


def test_a_draft_of_a_comment_goes(window: MainWindow, switched: Callable[[], None]) -> None:
    press(window, "Tab", "C", "h")
    switched()
    panel = window.work.panels.open("comments")
    assert panel.box.toPlainText() == ""


def test_the_label_in_hand_is_the_first_of_the_new_schema(window: MainWindow, other: Path) -> None:
    press(window, "Tab", "3")
    assert window.work.annotating.label_in_hand == "ORG"
    switch(window, "open", other)
    assert window.work.annotating.label_in_hand == "GPE"
    assert window.work.labels.guideline.title.text() == "GPE"


def test_what_was_looked_for_goes(window: MainWindow, switched: Callable[[], None]) -> None:
    press(window, "Ctrl+F", "O", "s", "Esc")
    window.work.filters.text.setText("Oslo")
    window.work.filters.apply()
    switched()
    assert (window.work.finding.bar.wanted.text(), window.work.filters.text.text()) == ("", "")
    assert not window.session.filter


def test_the_way_back_leads_nowhere(window: MainWindow, other: Path) -> None:
    panel = opened(window)
    press(window, "Down", "Down", "Return")
    assert panel.isVisible()
    switch(window, "open", other)
    press(window, "Ctrl+PgDown", "Alt+Home")
    assert window.session.article is not None
    assert (window.session.article.id, focused(window)) == ("two", "")


def test_no_fact_is_in_focus(window: MainWindow, switched: Callable[[], None]) -> None:
    opened(window)
    assert window.session.fact_id == "first"
    switched()
    assert window.session.fact_id is None
