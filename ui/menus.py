"""The menus, from the table of actions; and what only a menu offers: recent projects, colours."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from models.settings import SETTINGS
from ui import actions

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Menus(QObject):
    """The menu bar of the window, and the article's own menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._settings = window, window.settings
        self._checked: dict[tuple[str, object], QAction] = {}  # by setting and value
        self._menus = {name: window.menuBar().addMenu(f"&{name}") for name in actions.MENUS}
        for row in actions.ACTIONS:
            if row.name in actions.LINES_BEFORE:
                self._menus[row.menu].addSeparator()
            self._menus[row.menu].addAction(window.verbs[row.name])
        self.topics = self._menus["Edit"].addMenu("Topics")
        self._recent = QMenu("Open recent", window)
        self._menus["File"].insertMenu(window.verbs["import_files"], self._recent)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._menus["Edit"].aboutToShow.connect(self.name_undo)
        self._fill_colours(self._menus["View"].addMenu("Colours"))
        self._fill_selecting(self._menus["Edit"].addAction("Label what the mouse selects"))
        window.preferences.changed.connect(self._check)

    def of_article(self, on_span: bool) -> QMenu:
        """The menu of the span in focus, or of what is selected."""
        window, menu = self._window, QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        labels = menu.addMenu("Relabel" if on_span else "Label")
        schema = window.session.project.schema if window.session.project else None
        for label in schema.labels.values() if schema else ():
            if not label.archived:
                labels.addAction(label.name, partial(window.press_label, label.name))
        for name in ("confirm", "reject", "same_mentions", "take_bounds", "comment", "copy"):
            menu.addAction(window.verbs[name])
        return menu

    def name_undo(self) -> None:
        """Names what would be taken back, and what done again."""
        session = self._window.session
        history = session.project.history if session.project else None
        for name, words, found in (
            ("undo", "Undo", history and history.next_undo(session.annotator)),
            ("redo", "Redo", history and history.next_redo(session.annotator)),
        ):
            self._window.verbs[name].setText(f"{words}: {found}" if found else words)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._settings["recent_projects"]:
            self._recent.addAction(path, partial(self._window.files.open, Path(path)))

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
        self._window.preferences.set("palette", scheme)

    def _fill_selecting(self, action: QAction) -> None:
        action.setCheckable(True)
        action.setChecked(self._settings["label_on_selection"])
        action.toggled.connect(partial(self._window.preferences.set, "label_on_selection"))
        self._checked["label_on_selection", True] = action

    def _check(self, name: str) -> None:
        """Shows what a setting is now, wherever it was chosen."""
        for (setting, value), action in self._checked.items():
            if setting == name:
                action.setChecked(self._settings[name] == value)
