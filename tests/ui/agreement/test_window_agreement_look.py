"""The look of the agreement: its keys and verbs, tiles, empty states, Tab all round, digits of one width, and its size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.access.longer import cut_off, lengthen
from tests.ui.agreement.agreements import (  # noqa: F401 - fixtures
    WORK,
    compare,
    compared_page,
    opened_page,
    put,
    shown,
    table,
    worked_on,
)
from tests.ui.article.article_views import LEFT
from tests.ui.windows import by_key, press, said, tab_to
from ui.agreement.agreement_page import OLD, AgreementPage
from ui.agreement.people_list import PeopleList
from ui.main_window import MainWindow


def verbs(window: MainWindow) -> list[str]:
    return [button.text() for button in window.status.verbs.buttons if not button.isHidden()]


@by_key(["Ctrl+Return", "Ctrl+Enter"])
def test_a_key_compares_those_ticked(qtbot: QtBot, page: AgreementPage, window: MainWindow, key: str) -> None:
    compare(qtbot, window, key)
    assert page.report.isVisible()


def test_enter_among_the_annotators_compares_too(
    qtbot: QtBot, page: AgreementPage, window: MainWindow
) -> None:
    compare(qtbot, window, "Return")
    assert page.report.isVisible()


@by_key(["Ctrl+Shift+C"])
def test_the_report_is_copied(compared: AgreementPage, window: MainWindow, key: str) -> None:
    press(window, key)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("## anna and ben on 2 articles (2 done), 20 tokens\n")
    assert "\n| Spans, exact bounds: F1, micro | 0.333 | \\[0.333, 0.333\\] rough |\n" in copied
    assert said(window) == "The report is copied as Markdown."


def test_without_a_report_nothing_is_copied(page: AgreementPage, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("mine")
    press(window, "Ctrl+Shift+C")
    assert (QGuiApplication.clipboard().text(), said(window)) == (
        "mine",
        "There is no report yet: compare first.",
    )


@by_key(["Esc"])
def test_escape_goes_back_to_the_article(page: AgreementPage, window: MainWindow, key: str) -> None:
    press(window, key)
    assert window.pages.currentWidget() is window.work


def test_the_tiles_say_the_figures_with_interval_or_why_there_is_none(compared: AgreementPage) -> None:
    tiles = [tile.accessibleName() for tile in compared.report.tiles.tiles]
    assert tiles[0] == "Same words, same label: F1 0.333 95 %: 0.333 to 0.333, rough"
    assert tiles[4] == "Same facts: F1 – Neither annotator has a fact."
    assert compared.report.confusion.most.text() == "Most often GPE and ORG (1)."


def test_the_foot_has_the_verbs_of_what_has_the_keyboard(compared: AgreementPage, window: MainWindow) -> None:
    usual = ["Compare", "Copy the report", "Back"]
    assert (verbs(window), window.status.second.text()) == (usual, "2 of 2 ticked.")
    compared.report.confusion.heat.setFocus()
    press(window, "Down")
    assert (verbs(window), window.status.first.text()) == (["List its places", *usual], "ORG – GPE")
    QTest.mouseClick(window.status.verbs.buttons[0], LEFT)
    compared.report.confusion.places.list.setFocus()
    assert (verbs(window), window.status.first.text()) == (["Go there", *usual], "“Navy” · First")
    table(compared, "By article").setFocus()
    assert (verbs(window), window.status.first.text()) == (["Open the article", *usual], "First")
    QTest.mouseClick(window.status.verbs.buttons[0], LEFT)
    assert window.pages.currentWidget() is window.work


def test_alone_a_button_merges_a_package(folder: Path, window: MainWindow) -> None:
    project = Project(folder)
    put(project, "first", "anna", WORK["anna"])
    project.close()
    asked: list[str] = []
    window.pages.asked.connect(asked.append)
    window.pages.asked.disconnect(window._start)  # Qt's own dialog would wait for a file
    window.verbs["agreement"].trigger()
    page = shown(window)
    assert page.empty.words.text().startswith("Only anna has worked here so far. Merge a package")
    assert (page.start.isVisible(), page.merge.isVisible()) == (False, True)
    tab_to(window, page.merge)
    press(window, "Return")
    assert asked == ["merge"]


def test_where_nobody_has_worked_that_is_said(folder: Path, window: MainWindow) -> None:
    window.verbs["agreement"].trigger()
    page = shown(window)
    assert page.empty.words.text().startswith("Nobody has worked here so far.")
    assert (page.start.isVisible(), page.merge.isVisible()) == (False, True)
    press(window, "Ctrl+Return")
    assert not window.commands.is_running


def test_who_comes_by_a_merge_is_offered_and_ticked(
    page: AgreementPage, window: MainWindow, folder: Path
) -> None:
    project = Project(folder)
    put(project, "first", "cy", WORK["ben"])
    project.close()
    window.commands.ended.emit()
    assert page.people.ticked() == ["anna", "ben", "cy"]


def test_figures_say_that_the_work_has_changed_since(
    qtbot: QtBot, compared: AgreementPage, window: MainWindow
) -> None:
    press(window, "Esc", "Tab", "X")
    window.verbs["agreement"].trigger()
    qtbot.waitUntil(lambda: compared.heading.about.text() == OLD)


def test_tab_goes_all_round_past_the_foot(compared: AgreementPage, window: MainWindow) -> None:
    compared.people.setFocus()
    heat, undo = compared.report.confusion.heat, window.status.undo
    seen = []
    for _ in range(40):
        seen.append(QApplication.focusWidget())
        press(window, "Tab")
        if QApplication.focusWidget() is compared.people.list:
            break
    assert QApplication.focusWidget() is compared.people.list
    assert {heat, undo, compared.report.questions[0].table.cells, window.status.verbs.buttons[0]} <= set(seen)


def test_every_part_of_the_page_has_a_name(compared: AgreementPage) -> None:
    card = compared.report.confusion
    assert isinstance(compared.people, PeopleList)
    parts = [compared.people.list, card.heat, card.places.list, card.pair]
    assert all(part.accessibleName() for part in parts)
    assert card.heat.accessibleDescription() == card.cell.text() != ""


def test_figures_that_stand_under_each_other_have_digits_of_one_width(compared: AgreementPage) -> None:
    shown = table(compared, "By label")
    face = shown.model.index(0, 1).data(6)
    assert isinstance(face, QFont)
    assert [tag.toString().data() for tag in face.featureTags()] == [b"tnum"]
    assert [tag.toString().data() for tag in compared.report.confusion.heat.font().featureTags()] == [b"tnum"]


@pytest.mark.parametrize("size", [(880, 600), (1024, 700)])
def test_the_view_never_makes_the_window_larger(
    compared: AgreementPage, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    assert (window.width(), window.height()) == size


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_nothing_is_cut_off_when_words_are_longer(
    compared: AgreementPage, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    lengthen(window)
    assert cut_off(window) == []
