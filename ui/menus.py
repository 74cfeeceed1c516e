"""The menus, from the table of actions; and what only a menu offers: recent projects, colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from models.settings import SETTINGS
from ui import actions, views
from ui.article.article_view import ArticleView
from ui.plain_text import menu_text
from ui.schema.label_menu import fill_with_labels
from ui.session import Session
from ui.settings.preferences import Preferences

OF_ARTICLE = ("confirm", "reject", "same_mentions", "take_bounds", "comment", "example", "copy")


class Menus(QObject):
    """The menu bar of the window.  `recent`: a project was chosen among those opened lately."""

    recent = Signal(str)

    def __init__(
        self, bar: QMenuBar, verbs: Mapping[str, QAction], preferences: Preferences, session: Session
    ) -> None:
        super().__init__(bar)
        self._verbs, self._preferences, self._session = verbs, preferences, session
        self._settings = preferences.settings
        self._checked: dict[tuple[str, object], QAction] = {}  # by setting and value
        self._menus = {name: bar.addMenu(f"&{name}") for name in actions.MENUS}
        for row in views.window_actions():
            menu = self._menu_of(row.menu)
            if row.name in actions.LINES_BEFORE:
                menu.addSeparator()
            menu.addAction(verbs[row.name])
        self.topics = QMenu("Topics", bar)
        self._menus["Edit"].insertMenu(verbs["boilerplate"], self.topics)
        self._recent = QMenu("Open recent", bar)
        self._menus["File"].insertMenu(verbs["sample"], self._recent)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._menus["Edit"].aboutToShow.connect(self.name_undo)
        self._fill_colours(self._menus["View"].addMenu("Colours"))
        selecting = QAction("Label what the mouse selects", self)
        self._menus["Edit"].insertAction(verbs["same_mentions"], selecting)
        self._fill_check(selecting, "label_on_selection")
        self._fill_check(self._menus["View"].addAction("Verbs"), "verbs")
        preferences.changed.connect(self._check)

    def _menu_of(self, name: str) -> QMenu:
        """Return the menu of that name; one that lies in another is made where its first row stands."""
        if name not in self._menus:
            self._menus[name] = self._menus[actions.BELOW[name]].addMenu(name)
        return self._menus[name]

    def name_undo(self) -> None:
        """Name in the menu what Undo would take back, and what Redo would do again."""
        undo, redo = self._session.coming()
        for name, words, found in (("undo", "Undo", undo), ("redo", "Redo", redo)):
            self._verbs[name].setText(menu_text(f"{words}: {found}") if found else words)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._settings["recent_projects"]:
            self._recent.addAction(menu_text(path), partial(self.recent.emit, path))

    def _fill_colours(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for scheme in SETTINGS["palette"].choices:
            action = group.addAction(scheme.capitalize())
            action.setCheckable(True)
            action.setChecked(self._settings["palette"] == scheme)
            action.triggered.connect(partial(self._choose_colours, scheme))
            self._checked["palette", scheme] = action
            menu.addAction(action)

    def _choose_colours(self, scheme: str, _: bool = True) -> None:
        self._preferences.set("palette", scheme)

    def _fill_check(self, action: QAction, setting: str) -> None:
        """Have the action turn a setting on and off."""
        action.setCheckable(True)
        action.setChecked(self._settings[setting])
        action.toggled.connect(partial(self._preferences.set, setting))
        self._checked[setting, True] = action

    def _check(self, name: str) -> None:
        """Show what a setting is now, wherever it was chosen."""
        for (setting, value), action in self._checked.items():
            if setting == name:
                action.setChecked(self._settings[name] == value)


class ArticleMenu(QObject):
    """The menu of the span that is pointed at, or of what is selected in the article."""

    def __init__(
        self,
        view: ArticleView,
        verbs: Mapping[str, QAction],
        session: Session,
        press: Callable[[str], object],
    ) -> None:
        """Open a menu whenever the view asks for one; `press` does what the key of the named label does."""
        super().__init__(view)
        self._view, self._verbs, self._session, self._press = view, verbs, session, press
        view.menu_requested.connect(self._open)

    def _open(self, id_: str | None, at: QPoint) -> None:
        is_on_span = id_ is not None and not self._view.selection
        if is_on_span:
            self._view.set_focus(id_, reveal=False)
        self.made(on_span=is_on_span).popup(at)

    def made(self, *, on_span: bool) -> QMenu:
        """Return a new menu of the span in focus, or of what is selected."""
        menu = QMenu(self._view.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        labels = menu.addMenu("Relabel" if on_span else "Label")
        if project := self._session.project:
            fill_with_labels(labels, project.schema, self._press, self._view)
        for name in OF_ARTICLE:
            menu.addAction(self._verbs[name])
        return menu
