"""The page of agreement: figures with why there is none, the heat map, and the way to the places."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from tests.making import edit
from tests.ui.article.article_views import LEFT
from tests.ui.windows import focused, here, press, run, selected, tab_to
from ui.agreement.agreement_page import AgreementPage
from ui.agreement.agreement_view import AgreementView
from ui.agreement.figure_table import FigureTable
from ui.agreement.heat_map import HeatMap
from ui.look.apply import apply_palette
from ui.main_window import MainWindow

PATIENCE = 60_000  # milliseconds
WORK = {
    "anna": [Span("p", 0, 10, "PERSON"), Span("n", 18, 22, "ORG"), Span("g", 28, 32, "GPE")],
    "ben": [Span("q", 0, 10, "PERSON"), Span("o", 18, 22, "GPE"), Span("h", 24, 32, "GPE")],
}


def put(project: Project, article: str, who: str, spans: list[Span]) -> None:
    edit(project, "work", AnnotationSet.of(article, who, [*spans, Progress(State.DONE)]))


@pytest.fixture
def worked(folder: Path) -> Path:
    """anna and ben agree on one span of the first article, and have marked nothing in the second."""
    project = Project(folder)
    for who, spans in WORK.items():
        put(project, "first", who, spans)
        put(project, "second", who, [])
    project.close()
    return folder


def shown(window: MainWindow) -> AgreementView:
    page = window.pages.currentWidget()
    assert isinstance(page, AgreementPage)
    return page.view


@pytest.fixture
def view(worked: Path, window: MainWindow) -> AgreementView:
    window.verbs["agreement"].trigger()
    return shown(window)


@pytest.fixture
def compared(qtbot: QtBot, view: AgreementView, window: MainWindow) -> AgreementView:
    compare(qtbot, view, window)
    return view


def compare(qtbot: QtBot, view: AgreementView, window: MainWindow) -> None:
    """Presses the button, as the keyboard does."""
    tab_to(view, view.compare)
    press(view, "Space")
    assert (view.compare.text(), window.status.doing.text()) == ("Cancel", "comparing")
    qtbot.waitUntil(lambda: view.compare.text() == "Compare", timeout=PATIENCE)


def table(view: AgreementView, title: str) -> FigureTable:
    titles = [view.tabs.tabText(n) for n in range(view.tabs.count())]
    view.tabs.setCurrentIndex(titles.index(title))
    found = view.tabs.currentWidget()
    assert isinstance(found, FigureTable)
    return found


def cells(shown: FigureTable) -> list[list[str]]:
    rows, columns = shown.model.rowCount(), shown.model.columnCount()
    return [[shown.model.index(row, column).data() for column in range(columns)] for row in range(rows)]


def go(heat: HeatMap, row: int, column: int) -> None:
    QTest.mouseClick(heat, LEFT, pos=heat.rect_of(row, column).center())


def listed(view: AgreementView) -> list[str]:
    return [f"{row.words}: {row.why}" for row in view.cases.rows.rows]


def test_everybody_with_work_is_offered_and_one_alone_cannot_be_compared(view: AgreementView) -> None:
    assert [view.people.item(n).text() for n in range(view.people.count())] == ["anna", "ben"]
    view.people.setFocus()
    press(view, "Space")
    assert not view.compare.isEnabled()
    press(view, "Space")
    assert view.compare.isEnabled()


def test_the_figures_are_those_of_the_command_with_why_there_is_none(compared: AgreementView) -> None:
    assert compared.about.text() == "anna and ben on 2 articles (2 done)"
    rows = {row[0]: row[1:] for row in cells(table(compared, "Over all"))}
    assert rows["Spans, exact bounds: F1, micro"][0] == "0.333"
    assert rows["Spans that overlap: F1, micro"][0] == "0.667"
    assert rows["Spans, labels ignored: F1"][0] == "0.667"
    assert rows["Facts, same type: F1, micro"] == ["–", "Neither annotator has a fact."]
    assert {"Tokens: kappa", "Tokens: kappa, O left out", "Tokens: alpha, nominal"} <= rows.keys()


def test_each_label_pair_and_article_has_its_figures(compared: AgreementView) -> None:
    labels = {row[0]: row[1] for row in cells(table(compared, "Labels"))}
    assert {name: words[:5] for name, words in labels.items()} == {
        "GPE": "0.000",
        "ORG": "0.000",
        "PERSON": "1.000",
    }
    assert [row[:2] for row in cells(table(compared, "Pairs"))] == [["anna and ben", "0.333 [0.333, 0.333]"]]
    articles = cells(table(compared, "Articles"))
    assert [row[:2] for row in articles] == [["First", "0.333"], ["Second", "–"]]


def test_the_cell_in_hand_is_said_in_full(compared: AgreementView) -> None:
    shown = table(compared, "Articles")
    shown.cells.setFocus()
    shown.cells.setCurrentIndex(shown.model.index(0, 1))
    press(compared, "Down")
    assert shown.why.text() == "Second, F1 exact: – Neither annotator has marked a span."


def test_enter_on_an_article_opens_it(compared: AgreementView, window: MainWindow) -> None:
    shown = table(compared, "Articles")
    shown.cells.setFocus()
    shown.cells.setCurrentIndex(shown.model.index(1, 0))
    press(compared, "Return")
    assert (here(window), window.pages.currentWidget() is window.work) == ("second", True)


def test_arrows_and_enter_on_the_heat_map_list_what_is_behind_a_cell(compared: AgreementView) -> None:
    compared.heat.setFocus()
    press(compared, "Down")
    assert compared.cell.text() == "anna: ORG, ben: GPE, 1 times"
    press(compared, "Return")
    assert listed(compared) == ["“Navy” · First: anna: ORG, ben: GPE"]
    press(compared, "Up", "Return")
    assert compared.cell.text() == "anna: GPE, ben: GPE, 1 times, 1 of them with other bounds"
    assert listed(compared) == ["“eft Oslo” · First: anna: GPE, ben: GPE; other bounds"]
    press(compared, "Down", "Down", "Down", "Down", "Right", "Right", "Right", "Right", "Space")
    assert compared.cell.text() == "anna: nothing, ben: nothing, 0 times"
    assert listed(compared) == []


def test_a_click_lists_the_places_and_a_place_leads_to_the_text_and_back(
    compared: AgreementView, window: MainWindow
) -> None:
    go(compared.heat, 1, 0)
    compared.cases.list.setFocus()
    press(compared, "Return")
    assert (here(window), focused(window), window.view.hasFocus()) == ("first", "Navy", True)
    window.verbs["agreement"].trigger()
    assert compared.about.text() == "anna and ben on 2 articles (2 done)"
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
    view = shown(window)
    compare(qtbot, view, window)
    pairs = [view.pair.itemText(n) for n in range(view.pair.count())]
    assert pairs == ["anna and ben", "anna and cy", "ben and cy"]
    view.pair.setCurrentIndex(2)
    go(view.heat, 1, 0)
    QTest.mouseClick(
        view.cases.list.viewport(), LEFT, pos=view.cases.list.visualRect(view.cases.rows.index(0)).center()
    )
    assert (here(window), selected(window)) == ("second", "waits")


def test_with_three_every_pair_has_a_row(qtbot: QtBot, worked: Path, window: MainWindow) -> None:
    project = Project(worked)
    put(project, "first", "cy", WORK["anna"][:1])
    project.close()
    window.verbs["agreement"].trigger()
    compare(qtbot, shown(window), window)
    assert [row[0] for row in cells(table(shown(window), "Pairs"))] == [
        "anna and ben",
        "anna and cy",
        "ben and cy",
    ]


def test_a_comparison_can_be_cancelled_and_started_again(
    qtbot: QtBot, view: AgreementView, window: MainWindow
) -> None:
    tab_to(view, view.compare)
    press(view, "Space", "Space")
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=PATIENCE)
    assert (view.about.text(), view.tabs.count()) == ("Cancelled; nothing was changed.", 0)
    compare(qtbot, view, window)
    assert view.tabs.count() > 2


def test_nothing_in_common_is_a_sentence(qtbot: QtBot, folder: Path, window: MainWindow) -> None:
    project = Project(folder)
    put(project, "first", "anna", WORK["anna"])
    put(project, "second", "ben", [])
    project.close()
    window.verbs["agreement"].trigger()
    view = shown(window)
    compare(qtbot, view, window)
    assert view.about.text() == "There is no article that two of anna, ben have worked on."


def test_another_project_has_no_figures_of_the_one_before(
    compared: AgreementView, window: MainWindow, tmp_path: Path
) -> None:
    assert run("new", tmp_path / "other", "--schema", "blank") == 0
    window.files.open(tmp_path / "other")
    assert window.pages.currentWidget() is window.work
    window.verbs["agreement"].trigger()
    assert (shown(window).people.count(), shown(window).tabs.count()) == (0, 0)


@pytest.mark.parametrize("scheme", ["light", "dark", "high contrast"])
def test_the_number_of_a_full_cell_can_be_read(compared: AgreementView, scheme: str) -> None:
    apply_palette(scheme)
    compared.heat.repaint()
    picture: QImage = compared.heat.grab(compared.heat.rect_of(1, 0).adjusted(4, 4, -4, -4)).toImage()
    shades = [
        picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height())
    ]
    apply_palette("light")
    assert max(shades) - min(shades) >= 100


def test_every_part_of_the_page_has_a_name_and_is_reached_by_tab(compared: AgreementView) -> None:
    compared.people.setFocus()
    for widget in (compared.compare, compared.back, compared.heat, compared.tabs.currentWidget().cells):
        tab_to(compared, widget)
    parts = [compared.people, compared.heat, compared.cases.list, *compared.findChildren(QComboBox)]
    assert all(part.accessibleName() for part in parts)
    assert compared.heat.accessibleDescription() == compared.cell.text() != ""
    assert all(
        button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in compared.findChildren(QPushButton)
    )
