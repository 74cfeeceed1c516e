"""What tests do with cards: click in the menus that they open, and find the row of a role."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotations.facts import Fact, Filler
from tests.ui.facts.facts_project import kept
from ui.cards.card_row import WORDS
from ui.cards.fact_panel import FactPanel
from ui.cards.role_row import RoleRow
from ui.look.scale import px

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def click_in_menu(*path: str) -> None:
    """Clicks the entry with those words in the menu that is open; each before the last opens one below it."""
    for words in path:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        there = [one for one in menu.actions() if one.text().partition("\t")[0] == words]
        assert there, [one.text() for one in menu.actions()]
        if there[0].menu():
            menu.setActiveAction(there[0])
            QTest.keyClick(menu, Qt.Key.Key_Right)
        else:
            QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(there[0]).center())


def entries() -> list[str]:
    """The words in the menu that is open, less the keys behind them."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return [one.text().partition("\t")[0] for one in menu.actions() if not one.isSeparator()]


def row(panel: FactPanel, role: str) -> RoleRow:
    """The row of the role in the card of the fact in focus."""
    card = panel.list.card
    return next(row for row in card.rows[: card.shown] if row.role.name == role)


def rows(panel: FactPanel) -> list[tuple[str, str, str]]:
    """Role, words and values of each row of the card in focus."""
    card = panel.list.card
    return [(row.role.name, row.line.words, row.line.values) for row in card.rows[: card.shown]]


def words_at(panel: FactPanel, role: str, x: int = 4) -> tuple[RoleRow, QPoint]:
    """The row of the role, and a point on its words, so many pixels on."""
    there = row(panel, role)
    return there, QPoint(px(WORDS) + x, there.height() // 2)


def click(panel: FactPanel, role: str, x: int = 4) -> None:
    """Clicks on the words of the role."""
    there, at = words_at(panel, role, x)
    QTest.mouseClick(there, LEFT, NONE, at)


def of_first(folder: Path) -> Fact:
    """The first fact as stored."""
    found = kept(folder, "first")
    assert found
    return found


def fillers(folder: Path, role: str) -> tuple[Filler, ...]:
    """The fillers of a role of the first fact, as stored."""
    return next((made.fillers for made in of_first(folder).roles if made.role == role), ())


def more(panel: FactPanel, *path: str) -> None:
    """Clicks an entry of the menu of the fact."""
    QTest.mouseClick(panel.list.card.more, LEFT)
    click_in_menu(*path)


def stated(panel: FactPanel) -> list[str]:
    """The attributes that the card shows."""
    return [row.accessibleName() for row in panel.list.card.stated if row.isVisible()]
