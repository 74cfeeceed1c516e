"""A data set of recipes made from nothing, step by step: by keys, and by the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.article.article_views import LEFT, drag, middle
from tests.ui.creating.asking import start_with, write
from tests.ui.export.exporting import PATIENCE, counted
from tests.ui.facts.building import sign, strip, to_role
from tests.ui.facts.building_by_mouse import click, click_verb, click_words
from tests.ui.schema.schema_pages import opened as schema_page
from tests.ui.schema.schema_pages import turn
from tests.ui.windows import active, become_active, point, press, tab_to
from ui.creating.new_project import NewProject
from ui.main_window import MainWindow
from ui.project.pasting import PasteText

RECIPES = (
    ("Monday", "Ada baked pumpkin pie in Lund. Everybody liked it."),
    ("Tuesday", "In Lund they say that nothing beats pumpkin pie."),
    ("Wednesday", "Nobody in Lund made pumpkin pie again."),
)
DISH, PLACE = "pumpkin pie", "Lund"


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Waits until nothing is looked for and nothing runs."""
    qtbot.waitUntil(lambda: not window.suggesting.is_busy and not window.files.is_busy, timeout=PATIENCE)
    become_active(qtbot, window)


def type_words(words: str) -> None:
    """Types where the keyboard is."""
    QTest.keyClicks(QApplication.focusWidget(), words)


class ByKeys:
    """One who never takes the mouse."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    def make_project(self) -> None:
        press(self.window, "Ctrl+N")
        dialog = active(self.qtbot, NewProject)
        write("Recipes")
        start_with(dialog, "own", "DISH, PLACE")
        press(dialog, "Return")
        become_active(self.qtbot, self.window)

    def paste(self, title: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        press(self.window, "Ctrl+V")
        dialog = active(self.qtbot, PasteText)
        tab_to(dialog, dialog.title)
        type_words(title)
        press(dialog, "Return")
        become_active(self.qtbot, self.window)

    def make_type(self) -> None:
        """Makes the type COOK with its trigger and two roles, of which the dish is needed."""
        self.window.verbs["schema"].trigger()  # a row of the menu
        page = schema_page(self.window)
        turn(page, "facts")
        press(page, "Ins")
        type_words("COOK")
        press(page, "Return")
        form = page.types.form
        for field, words in ((form.triggers, "bake"), (form.roles.new, "dish, place")):
            tab_to(page, field.field)
            type_words(words)
        press(page, "Return")
        tab_to(page, form.roles.entries[0].required)
        press(page, "Space", "Esc")

    def label(self, words: str, key: str) -> None:
        press(self.window, "/")
        type_words(words)
        press(self.window, "Esc", key)

    def build(self) -> None:
        point(self.window, "baked")
        press(self.window, "F", "Return")
        for role, words in (("dish", DISH), ("place", PLACE)):
            to_role(self.window, role)
            press(self.window, sign(self.window, words))
        press(self.window, "Return")

    def first(self) -> None:
        press(self.window, "Ctrl+PgUp", "Ctrl+PgUp")

    def finish(self) -> None:
        """Finishes the article, and goes on from the card that says so."""
        press(self.window, "Ctrl+Return")
        self.qtbot.waitUntil(self.window.ending.card.isVisible, timeout=PATIENCE)
        settled(self.qtbot, self.window)
        press(self.window, "Return")

    def confirm(self) -> None:
        press(self.window, "Tab", "Return", "Return")

    def export(self) -> None:
        press(self.window, "Ctrl+E")
        counted(self.qtbot, self.window)
        press(self.window, "Return")
        settled(self.qtbot, self.window)


class ByMouse(ByKeys):
    """One who types names and clicks on all else."""

    def make_project(self) -> None:
        click_on(self.window.welcome.starts["new_project"])
        dialog = active(self.qtbot, NewProject)
        write("Recipes")
        click_on(dialog.start.ways.segments[1])
        self.qtbot.waitUntil(dialog.start.own.line.hasFocus)
        write("DISH, PLACE")
        click_on(dialog.ok)
        become_active(self.qtbot, self.window)

    def paste(self, title: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.window.verbs["paste_text"].trigger()  # a row of the menu
        dialog = active(self.qtbot, PasteText)
        click_on(dialog.title)
        type_words(title)
        click_on(dialog.go)
        become_active(self.qtbot, self.window)

    def make_type(self) -> None:
        self.qtbot.waitUntil(lambda: bool(shown_buttons(self.window.work.panels, "Add fact types")))
        click(self.window.work.panels, "Add fact types")
        page = schema_page(self.window)
        turn(page, "facts")
        click_on(page.pane.new)
        type_words("COOK")
        click_on(page.pane.add)
        form = page.types.form
        for field, words in ((form.triggers, "bake"), (form.roles.new, "dish, place")):
            form.room.ensureWidgetVisible(field.field)
            click_on(field.field)
            type_words(words)
        click_on(form.roles.add)
        required = form.roles.entries[0].required
        form.room.ensureWidgetVisible(required)
        QTest.mouseClick(required, LEFT, pos=QPoint(8, required.height() // 2))
        click_verb(self.qtbot, self.window, "Back")

    def label(self, words: str, key: str) -> None:
        view, labels = self.window.view, self.window.work.labels.list
        start = view.text.index(words)
        drag(view, middle(view, start, start + 1), middle(view, start + len(words) - 1, start + len(words)))
        index = labels.model().index(int(key) - 1, 0)
        QTest.mouseClick(labels.viewport(), LEFT, pos=labels.visualRect(index).center())

    def build(self) -> None:
        start = self.window.view.text.index("baked")
        QTest.mouseClick(
            self.window.view.viewport(), LEFT, pos=middle(self.window.view, start, start + len("baked"))
        )
        click_verb(self.qtbot, self.window, "Fact")
        click(strip(self.window).types, "COOK")
        for number, words in enumerate((DISH, PLACE)):
            click_on(strip(self.window).tabs.buttons[number])
            click_words(self.window, words)
        click_verb(self.qtbot, self.window, "Done")

    def first(self) -> None:
        rows = self.window.work.list
        QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(rows.articles.index(0, 0)).center())

    def finish(self) -> None:
        click_verb(self.qtbot, self.window, "Finish")
        self.qtbot.waitUntil(self.window.ending.card.isVisible, timeout=PATIENCE)
        settled(self.qtbot, self.window)
        click_on(self.window.ending.card.next)

    def confirm(self) -> None:
        for words in (PLACE, DISH):
            start = self.window.view.text.index(words)
            QTest.mouseClick(
                self.window.view.viewport(), LEFT, pos=middle(self.window.view, start, start + 3)
            )
            click_verb(self.qtbot, self.window, "Confirm")

    def export(self) -> None:
        self.window.verbs["export"].trigger()  # a row of the menu
        counted(self.qtbot, self.window)
        click_verb(self.qtbot, self.window, "Export")
        settled(self.qtbot, self.window)


def click_on(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def shown_buttons(within: QWidget, word: str) -> list[QAbstractButton]:
    return [one for one in within.findChildren(QAbstractButton) if one.isVisible() and one.text() == word]
