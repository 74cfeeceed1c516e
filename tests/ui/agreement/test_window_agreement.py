"""The page of agreement: who is compared, figures with why there is none, the heat map, and the way to the places."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations.spans import Span
from models.project import Project
from tests.ui.agreement.agreements import (  # noqa: F401 - fixtures
    WORK,
    cells,
    compare,
    compared_page,
    go,
    listed,
    opened_page,
    put,
    shown,
    table,
    worked_on,
)
from tests.ui.article.article_views import LEFT
from tests.ui.windows import focused, here, press, run, selected
from ui.agreement.agreement_page import AgreementPage
from ui.look.apply import apply_palette
from ui.main_window import MainWindow


def test_everybody_with_work_is_offered_and_one_alone_cannot_be_compared(
    page: AgreementPage, window: MainWindow
) -> None:
    assert (page.people.names(), page.people.ticked()) == (["anna", "ben"], ["anna", "ben"])
    press(page, "Space", "Return")
    assert not window.commands.is_running
    assert (page.people.about.text(), page.start.isEnabled()) == ("1 of 2 ticked. Tick two or more.", False)
    press(page, "Space")
    assert (page.people.about.text(), page.start.isEnabled()) == ("2 of 2 ticked.", True)


def test_gold_is_ticked_at_first_only_where_there_are_no_two_others(worked: Path, window: MainWindow) -> None:
    project = Project(worked)
    put(project, "second", "gold", [])
    project.close()
    window.verbs["agreement"].trigger()
    assert shown(window).people.names() == ["anna", "ben", "gold"]
    assert shown(window).people.ticked() == ["anna", "ben"]


def test_the_figures_are_those_of_the_command_with_why_there_is_none(compared: AgreementPage) -> None:
    assert compared.heading.title.text() == "anna and ben"
    assert compared.heading.about.text() == "2 articles compared (2 done)"
    rows = {row[0]: row[1:] for row in cells(table(compared, "Over all"))}
    assert rows["Spans, exact bounds: F1, micro"][0] == "0.333"
    assert rows["Spans that overlap: F1, micro"][0] == "0.667"
    assert rows["Spans, labels ignored: F1"][0] == "0.667"
    assert {"Tokens: kappa", "Tokens: kappa, O left out", "Tokens: alpha, nominal"} <= rows.keys()
    facts = {row[0]: row[1:] for row in cells(table(compared, "Over all", question=1))}
    assert facts["Facts, same type: F1, micro"] == ["–", "Neither annotator has a fact."]


def test_each_label_pair_and_article_has_its_figures(compared: AgreementPage) -> None:
    labels = {row[0]: row[1] for row in cells(table(compared, "By label"))}
    assert {name: words[:5] for name, words in labels.items()} == {
        "GPE": "0.000",
        "ORG": "0.000",
        "PERSON": "1.000",
    }
    assert [row[:2] for row in cells(table(compared, "By pair"))] == [
        ["anna and ben", "0.333 [0.333, 0.333] rough"]
    ]
    articles = cells(table(compared, "By article"))
    assert [row[:2] for row in articles] == [["First", "0.333"], ["Second", "–"]]


def test_the_cell_in_hand_is_said_in_full(compared: AgreementPage) -> None:
    shown = table(compared, "By article")
    shown.cells.setFocus()
    shown.cells.setCurrentIndex(shown.model.index(0, 1))
    press(compared, "Down")
    assert shown.why.text() == "Second, F1 exact: – Neither annotator has marked a span."


def test_enter_on_an_article_opens_it(compared: AgreementPage, window: MainWindow) -> None:
    shown = table(compared, "By article")
    shown.cells.setFocus()
    shown.cells.setCurrentIndex(shown.model.index(1, 0))
    press(compared, "Return")
    assert (here(window), window.pages.currentWidget() is window.work) == ("second", True)


def test_arrows_and_enter_on_the_heat_map_list_what_is_behind_a_cell(compared: AgreementPage) -> None:
    card = compared.report.confusion
    card.heat.setFocus()
    press(compared, "Down")
    assert card.cell.text() == "anna: ORG, ben: GPE, 1 time"
    press(compared, "Return")
    assert listed(compared) == ["“Navy” · First: anna: ORG, ben: GPE"]
    press(compared, "Up", "Return")
    assert card.cell.text() == "anna: GPE, ben: GPE, 1 time, 1 of them with other bounds"
    assert listed(compared) == ["“eft Oslo” · First: anna: GPE, ben: GPE; other bounds"]
    press(compared, "Down", "Down", "Down", "Down", "Right", "Right", "Right", "Right", "Space")
    assert card.cell.text() == "anna: nothing, ben: nothing, 0 times"
    assert listed(compared) == []


def test_a_click_lists_the_places_and_a_place_leads_to_the_text_and_back(
    compared: AgreementPage, window: MainWindow
) -> None:
    go(compared.report.confusion.heat, 1, 0)
    compared.report.confusion.places.list.setFocus()
    press(compared, "Return")
    assert (here(window), focused(window), window.view.hasFocus()) == ("first", "Navy", True)
    window.verbs["agreement"].trigger()
    assert compared.heading.about.text() == "2 articles compared (2 done)"
    press(window, "Esc")
    assert window.pages.currentWidget() is window.work


def test_a_place_that_only_somebody_else_marked_is_selected(
    qtbot: QtBot, worked: Path, window: MainWindow
) -> None:
    project = Project(worked)
    for who, word in (("ben", "PERSON"), ("cy", "ORG")):
        put(project, "second", who, [Span(f"{who}-5", 5, 10, word)])
    project.close()
    window.session.look_for_others()
    window.verbs["agreement"].trigger()
    compare(qtbot, window)
    card = shown(window).report.confusion
    pairs = [card.pair.itemText(n) for n in range(card.pair.count())]
    assert pairs == ["anna and ben", "anna and cy", "ben and cy"]
    card.pair.setCurrentIndex(2)
    go(card.heat, 1, 0)
    rows = card.places.list
    QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(card.places.rows.index(0)).center())
    assert (here(window), selected(window)) == ("second", "waits")


def test_with_three_every_pair_has_a_row(qtbot: QtBot, worked: Path, window: MainWindow) -> None:
    project = Project(worked)
    put(project, "first", "cy", WORK["anna"][:1])
    project.close()
    window.verbs["agreement"].trigger()
    compare(qtbot, window)
    assert [row[0] for row in cells(table(shown(window), "By pair"))] == [
        "anna and ben",
        "anna and cy",
        "ben and cy",
    ]
    assert shown(window).heading.title.text() == "anna, ben and cy"


def test_a_comparison_can_be_cancelled_and_started_again(
    qtbot: QtBot, page: AgreementPage, window: MainWindow
) -> None:
    press(window, "Ctrl+Return")
    QTest.mouseClick(window.status.cancel, LEFT)
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=60_000)
    assert page.heading.about.text() == "Cancelled; nothing was changed."
    assert page.empty.isVisible()
    compare(qtbot, window)
    assert page.report.isVisible()


def test_nothing_in_common_is_a_sentence(qtbot: QtBot, folder: Path, window: MainWindow) -> None:
    project = Project(folder)
    put(project, "first", "anna", WORK["anna"])
    put(project, "second", "ben", [])
    project.close()
    window.verbs["agreement"].trigger()
    compare(qtbot, window)
    why = "There is no article that two of anna, ben have worked on."
    assert shown(window).heading.about.text() == why


def test_another_project_has_no_figures_of_the_one_before(
    compared: AgreementPage, window: MainWindow, tmp_path: Path
) -> None:
    assert run("new", tmp_path / "other", "--schema", "blank") == 0
    window.files.open(tmp_path / "other")
    assert window.pages.currentWidget() is window.work
    window.verbs["agreement"].trigger()
    assert (shown(window).people.names(), shown(window).report.found) == ([], {})


@pytest.mark.parametrize("scheme", ["light", "dark", "high contrast"])
def test_the_number_of_a_full_cell_can_be_read(compared: AgreementPage, scheme: str) -> None:
    apply_palette(scheme)
    heat = compared.report.confusion.heat
    heat.repaint()
    picture: QImage = heat.grab(heat.rect_of(1, 0).adjusted(4, 4, -4, -4)).toImage()
    shades = [
        picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height())
    ]
    apply_palette("light")
    assert max(shades) - min(shades) >= 100
