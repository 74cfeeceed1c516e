"""The actions that are on in the view that is shown, and the menu of the view's own.

What an action does to the article in Annotate it must not do unseen: on another page it is off.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from ui import views
from ui.actions import is_of_annotate
from ui.pages import Pages
from ui.session import Session
from ui.views import ANNOTATE, View


class ViewMenus(QObject):
    """The link between the pages and the menu bar."""

    def __init__(self, bar: QMenuBar, verbs: Mapping[str, QAction], pages: Pages, session: Session) -> None:
        super().__init__(bar)
        self._bar, self._verbs, self._pages, self._session = bar, verbs, pages, session
        self._menus: dict[str, QMenu] = {}
        pages.turned.connect(self.turn)

    def turn(self) -> None:
        """Turn on the actions of the page that is shown, with its menu, and the rest off."""
        here, project = self._pages.here, self._session.project
        for row in views.window_actions():
            if is_of_annotate(row):
                self._verbs[row.name].setEnabled(here == ANNOTATE)
        self._verbs["export_table"].setEnabled(here == "compare")
        for view in views.VIEWS:
            self._verbs[view.opened_by].setEnabled(view.can_show(project))
            if view.actions:
                self._show_menu(view, is_shown=view.name == here)

    def _show_menu(self, view: View, *, is_shown: bool) -> None:
        menu = self._menus.get(view.name)
        if is_shown and menu is None:
            menu = self._menus[view.name] = self._bar.addMenu(f"&{view.menu}")
        if menu is None:
            return
        menu.menuAction().setVisible(is_shown)
        if is_shown and menu.isEmpty():  # a page that was forgotten has taken its actions with it
            menu.clear()
            for row in view.actions:
                if row.name in view.lines_before:
                    menu.addSeparator()
                menu.addAction(self._pages.verbs[row.name])
