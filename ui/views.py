"""The views of the window: a table of pages, each made when it is first shown, and what works on which.

What an action does to the article in Annotate it must not do unseen: on another page it is off.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from ui import review_actions
from ui.actions import ACTIONS, is_of_annotate

if TYPE_CHECKING:
    from ui.main_window import MainWindow

ANNOTATE = "annotate"
VIEWS = {"review": "review.review_page:ReviewPage"}


class Views(QObject):
    """The pages beside Annotate, and the menu of the one that is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._made: dict[str, Any] = {}
        self._menu: QMenu | None = None
        window.pages.currentChanged.connect(self._turn)

    def show(self, name: str) -> None:
        """Shows the view; nothing while no project is open."""
        window = self._window
        if window.session.project is None:
            return
        if name == ANNOTATE:
            window.pages.setCurrentWidget(window.work)
            window.view.setFocus()
            return
        page = self._page(name)
        page.look(window.view.looks)
        window.pages.setCurrentWidget(page)
        page.view.setFocus()

    def toggle(self, name: str) -> None:
        """The view, or Annotate when it is shown already."""
        there = self._made.get(name)
        self.show(ANNOTATE if there and self._window.pages.currentWidget() is there else name)

    def _page(self, name: str) -> Any:
        if name not in self._made:
            module, maker = VIEWS[name].split(":")
            page = getattr(import_module(f"ui.{module}"), maker)(self._window.session)
            self._made[name] = page
            self._window.pages.addWidget(page)
            self._fill(page)
            self._window.preferences.changed.connect(lambda: page.look(self._window.view.looks))
        return self._made[name]

    def _fill(self, page: Any) -> None:
        """The menu of the page's own actions."""
        self._menu = self._window.menuBar().addMenu(f"&{review_actions.MENU}")
        for row in review_actions.REVIEW:
            if row.name in review_actions.LINES_BEFORE:
                self._menu.addSeparator()
            self._menu.addAction(page.actions_[row.name])

    def _turn(self) -> None:
        """What is of the page that is shown is on, and the rest off."""
        here = self._window.pages.currentWidget()
        is_other = here is not self._window.work
        for row in ACTIONS:
            if is_of_annotate(row):
                self._window.verbs[row.name].setEnabled(not is_other)
        self._window.status.left.setVisible(not is_other)  # it counts suggestions, which are not reviewed
        if self._menu:
            self._menu.menuAction().setVisible(here in self._made.values())
