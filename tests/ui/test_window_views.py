"""The views: a row of the table and a page are all that one more of them takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from models.queries import articles as article_queries
from tests.ui.windows import press, run
from ui import keys, views
from ui.actions import Action
from ui.main_window import MainWindow
from ui.project.commands import Commands
from ui.session import Session
from ui.views import View

Launch = Callable[..., MainWindow]


class Ids(QLabel):
    """The articles of the project, by id."""

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.session = session

    def open(self) -> None:
        self.setText(" ".join(article_queries.article_ids(self.session.project)))
        self.setFocus()


SHOUT = Action("ids_close", "Empty the page", ("Ctrl+;",), "Ids", "clear")
ROW = View("ids", "Ids", f"{__name__}:Ids", "ids_view", keys=("Ctrl+J",), actions=(SHOUT,))


@pytest.fixture
def window(launch: Launch, folder: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that has a view more, where anna works."""
    monkeypatch.setattr(views, "VIEWS", (*views.VIEWS, ROW))
    return launch("open", folder, "--annotator", "anna")


def menu(window: MainWindow, title: str) -> QAction | None:
    """The menu's place in the menu bar; None when it is not shown."""
    found = (action for action in window.menuBar().actions() if action.text() == f"&{title}")
    return next((action for action in found if action.isVisible()), None)


def shown(window: MainWindow) -> str:
    page = window.pages.currentWidget()
    return page.text() if isinstance(page, Ids) else window.pages.here


def test_a_view_of_ones_own_opens_by_its_key_and_closes_by_it(window: MainWindow) -> None:
    press(window, "Ctrl+J")
    assert shown(window) == "first second"
    press(window, "Ctrl+J")
    assert (shown(window), window.view.hasFocus()) == ("annotate", True)


def test_the_menu_view_offers_each_view(window: MainWindow) -> None:
    offered = {action.text(): action for action in menu(window, "View").menu().actions()}
    assert [title for title in offered if title in ("Annotate", "Review", "Agreement", "Ids")] == [
        *("Annotate", "Review", "Agreement", "Ids")
    ]
    offered["Ids"].trigger()
    assert shown(window) == "first second"


def test_the_actions_of_a_view_work_by_key_and_menu_while_it_is_shown(window: MainWindow) -> None:
    press(window, "Ctrl+;")
    assert menu(window, "Ids") is None
    press(window, "Ctrl+J", "Ctrl+;")
    assert (shown(window), [row.text() for row in menu(window, "Ids").menu().actions()]) == (
        *("", ["Empty the page"]),
    )
    press(window, "Ctrl+J")
    assert menu(window, "Ids") is None


def test_what_is_of_annotate_is_off_in_another_view(window: MainWindow) -> None:
    press(window, "Ctrl+J")
    here = {name for name, action in window.verbs.items() if action.isEnabled()}
    assert {"finish", "confirm", "find", "same_mentions"}.isdisjoint(here)
    assert {"undo", "next_article", "export", "ids_view", "review_view"} <= here
    press(window, "Ctrl+R")
    assert (shown(window), menu(window, "Ids"), menu(window, "Review") is not None) == ("review", None, True)


def test_another_project_begins_in_annotate_with_a_page_made_anew(window: MainWindow, tmp_path: Path) -> None:
    press(window, "Ctrl+J")
    before = window.pages.currentWidget()
    assert run("new", tmp_path / "other", "--schema", "blank") == 0
    window.files.open(tmp_path / "other")
    assert shown(window) == "annotate"
    press(window, "Ctrl+J")
    assert (shown(window), window.pages.currentWidget() is before) == ("", False)
    assert [row.text() for row in menu(window, "Ids").menu().actions()] == ["Empty the page"]


def test_its_keys_are_among_those_that_can_be_changed_and_looked_up(window: MainWindow) -> None:
    assert window.preferences.set_keys("ids_view", ["Ctrl+H"])
    press(window, "Ctrl+H")
    assert shown(window) == "first second"
    held = {row.text: row.keys for row in keys.held(window.preferences.keys, None)}
    assert (held["Ids"], held["Empty the page"]) == (("Ctrl+H",), ("Ctrl+;",))


def test_without_a_project_there_is_no_view_to_show(launch: Launch) -> None:
    window = launch()
    press(window, "Ctrl+R")
    assert (shown(window), window.pages.currentWidget() is window.welcome) == ("", True)
    assert not any(window.verbs[view.opened_by].isEnabled() for view in views.VIEWS)
    assert not window.verbs["finish"].isEnabled()
