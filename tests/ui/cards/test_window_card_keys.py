"""The cards beside the article: they follow the caret, open the builder, and are told to a screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cards.cards import LEFT, click, row
from tests.ui.facts.facts_project import FACTS, SUGGESTED, decided, in_hand, opened, project_of
from tests.ui.windows import point, press
from ui.cards.card_filter import Sieve
from ui.cards.fact_panel import FactPanel
from ui.look.apply import apply_palette, apply_scale
from ui.look.scale import px
from ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.fixture
def panel(window: MainWindow) -> FactPanel:
    """The panel with the first fact in hand, and the keyboard in its list."""
    return opened(window)


def role_in_builder(window: MainWindow) -> str:
    """The role that is in hand in the builder, "" when it is shut."""
    draft = window.work.building.draft
    return draft.role.name if draft and draft.role else ""


def test_the_captions_follow_the_caret(qtbot: QtBot, window: MainWindow, panel: FactPanel) -> None:
    window.view.setFocus()
    point(window, "Tuesday")
    qtbot.waitUntil(lambda: panel.list.captions == {0: "In this sentence", 1: "In the next", 2: "After"})
    point(window, "Oslo struck")
    qtbot.waitUntil(lambda: panel.list.captions == {0: "Before", 1: "In this sentence", 2: "In the next"})


def test_the_cards_of_another_sentence_are_scrolled_to_and_only_then(
    qtbot: QtBot, window: MainWindow, panel: FactPanel
) -> None:
    window.view.setFocus()
    point(window, "again")
    bar = panel.list.verticalScrollBar()
    qtbot.waitUntil(lambda: panel.list.captions.get(2) == "In this sentence" and bar.value() > 0)
    bar.setValue(0)
    point(window, "Ana warned")
    QTest.qWait(100)  # longer than the keys rest
    assert bar.value() == 0


@pytest.mark.parametrize(("key", "role"), [("1", "actor"), ("2", "target"), ("3", "count"), ("5", "source")])
def test_a_digit_opens_the_builder_on_that_role(
    window: MainWindow, panel: FactPanel, folder: Path, key: str, role: str
) -> None:
    press(window, key)
    assert (role_in_builder(window), decided(folder)) == (role, {})


def test_an_open_role_that_is_clicked_opens_the_builder_there(
    window: MainWindow, panel: FactPanel, folder: Path
) -> None:
    press(window, "Down")
    click(panel, "count")
    assert (role_in_builder(window), window.session.fact_id, decided(folder)) == ("count", "second", {})


def test_a_digit_beyond_the_last_role_does_nothing(window: MainWindow, panel: FactPanel) -> None:
    press(window, "6", "9")
    assert window.work.building.draft is None
    assert panel.list.hasFocus()


def test_e_and_the_menu_change_the_fact_in_the_builder(window: MainWindow, panel: FactPanel) -> None:
    press(window, "E")
    assert window.work.building.draft is not None
    assert window.work.building.draft.fact.id == "first"


def test_new_fact_builds_another_though_a_fact_is_in_focus(window: MainWindow, panel: FactPanel) -> None:
    QTest.mouseClick(panel.new, LEFT)
    assert window.work.building.is_open
    assert window.work.building.draft is None
    assert window.session.fact_id is None


def test_the_buttons_of_the_card_decide(window: MainWindow, panel: FactPanel, folder: Path) -> None:
    card = panel.list.card
    QTest.mouseClick(card.confirm, LEFT)
    assert (list(decided(folder)), in_hand(panel)) == (["first"], "second")
    QTest.mouseClick(card.reject, LEFT)
    assert (sorted(decided(folder)), in_hand(panel)) == (["first", "second"], "third")


def test_a_decided_fact_can_be_changed_or_deleted(window: MainWindow, panel: FactPanel) -> None:
    press(window, "Return", "Up")
    card = panel.list.card
    assert (card.confirm.isVisible(), card.change.isVisible(), card.reject.text()) == (False, True, "Delete")


def test_tab_goes_from_the_list_to_the_roles_and_arrows_to_other_cards(
    window: MainWindow, panel: FactPanel
) -> None:
    press(window, "Tab")
    assert row(panel, "actor").hasFocus()
    press(window, "Tab")
    assert row(panel, "target").hasFocus()
    press(window, "Down")
    assert (in_hand(panel), panel.list.hasFocus()) == ("second", True)
    press(window, "Tab", "Esc")
    assert window.view.hasFocus()


def test_the_parts_of_the_card_in_focus_are_buttons_with_names(panel: FactPanel) -> None:
    def name(part: QWidget) -> tuple[QAccessible.Role, str]:
        told = QAccessible.queryAccessibleInterface(part)
        return told.role(), told.text(QAccessible.Text.Name)

    card, button = panel.list.card, QAccessible.Role.Button
    parts = [*card.rows[: card.shown], card.confirm, card.reject, card.more]
    names = ["actor: Navy", "target: boats", "count: 60", "time: Tuesday", "source: Ruiz and Ana"]
    assert [name(part) for part in parts] == [(button, one) for one in (*names, "Confirm", "Reject", "More")]


def test_the_keyboard_is_never_lost_with_a_card(window: MainWindow, panel: FactPanel) -> None:
    row(panel, "actor").setFocus()
    panel.filter.choose(Sieve("STATEMENT"))
    assert (in_hand(panel), panel.list.hasFocus()) == ("third", True)
    press(window, "X")
    assert window.view.hasFocus()


def test_the_card_in_focus_stays_in_view_when_the_window_is_made_lower(
    qtbot: QtBot, window: MainWindow, panel: FactPanel
) -> None:
    press(window, "Down", "Down")
    window.resize(window.width(), 640)
    port = panel.list.viewport()
    qtbot.waitUntil(lambda: panel.list.card.y() >= 0)
    assert panel.list.card.geometry().bottom() <= port.height() or panel.list.card.height() > port.height()


def test_size_and_colours_are_taken_at_once(panel: FactPanel) -> None:
    card = panel.list.card
    before = card.height()
    for per_cent in (80, 150, 200):
        apply_scale(per_cent)
        assert card.width() == panel.list.width() - 2 * px(16)
        assert (card.rows[0].height(), card.confirm.height()) == (px(26), px(28))
        assert card.height() == card.high()
    apply_scale(100)
    apply_palette("dark")
    assert card.height() == before
    apply_palette("light")


def test_of_many_cards_only_those_in_view_have_a_sentence(launch, tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    many = [{**FACTS[n % 3], "id": f"{n:03}"} for n in range(200)]
    for n, fact in enumerate(many):
        fact["type"] = "ATTACK" if n % 2 else "STATEMENT"
        fact["trigger"] = [n % 60, n % 60 + 1 + n // 60]
    folder = project_of(tmp_path / "many", [{**SUGGESTED[0], "facts": many}], "--as", "suggestions")
    panel = opened(launch("open", folder, "--annotator", "anna"))
    told = [card for card in panel.model.cards if "sentence" in vars(card)]
    assert len(panel.model.cards) > 100
    assert len(told) < 20
