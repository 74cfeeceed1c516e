"""The panels on the right: one table of them, each made when it is first shown.

A panel is a widget made with the session; it has `refresh`, which is called only while it is seen, and may
have a signal `pointed` with a Target, and one `wanted` with another panel's name.  Panels never know each
other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ui.session import Session


@dataclass(frozen=True)
class PanelRow:
    """A row of the table of panels: the tab's title, and the panel's class as `module:Class` below `ui`."""

    name: str
    title: str
    made_by: str


PANELS: tuple[PanelRow, ...] = (
    PanelRow("facts", "Facts", "facts.fact_panel:FactPanel"),
    PanelRow("doubt", "Unsure", "unsure.unsure_panel:UnsurePanel"),
    PanelRow("lint", "Lint", "annotate.lint_panel:LintPanel"),
    PanelRow("comments", "Comments", "comments.comments_panel:CommentsPanel"),
    PanelRow("history", "History", "annotate.history_panel:HistoryPanel"),
    PanelRow("feedback", "Feedback", "review.feedback_panel:FeedbackPanel"),
)


class Panels(QTabWidget):
    """The tabs with the panels.  `pointed`: somebody wants to see a Target; `card_asked`: as UnsurePanel says."""

    pointed = Signal(object)
    card_asked = Signal(str, object)

    def __init__(self, session: Session, first: QWidget, title: str) -> None:
        """Make the tabs, with `first` as a panel that is there from the start."""
        super().__init__()
        self._session, self._stale = session, True
        self.setAccessibleName("Panels")
        self.setDocumentMode(True)
        self.setTabPosition(QTabWidget.TabPosition.East)  # all of them are seen, however narrow the pane
        self.addTab(first, title)
        for row in PANELS:
            self.addTab(_PanelSlot(), row.title)
        self.tabBar().setVisible(bool(PANELS))
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._refresh)
        self.currentChanged.connect(self._age)
        session.project_opened.connect(self._forget)
        for changed in (session.project_opened, session.schema_changed, session.article_opened):
            changed.connect(self._age)
        for changed in (session.reloaded, session.edited, session.saved, session.described):
            changed.connect(self._age)

    def open(self, name: str) -> Any:
        """Show the panel of that name and return it."""
        self.setCurrentIndex(1 + next(n for n, row in enumerate(PANELS) if row.name == name))
        return self.here()

    def here(self) -> Any:
        """Return the panel that is seen, made if need be."""
        place = self.currentWidget()
        return place.made(self._make) if isinstance(place, _PanelSlot) else place

    def _make(self) -> QWidget:
        module, maker = PANELS[self.currentIndex() - 1].made_by.split(":")
        panel: QWidget = getattr(import_module(f"ui.{module}"), maker)(self._session)
        if hasattr(panel, "pointed"):
            panel.pointed.connect(self.pointed)
        if hasattr(panel, "card_asked"):
            panel.card_asked.connect(self.card_asked)
        if hasattr(panel, "wanted"):
            panel.wanted.connect(self.open)
        return panel

    def _forget(self) -> None:
        """Show the first tab, and let the panels go: each shows and keeps what is of the project before."""
        self.setCurrentIndex(0)
        for place in range(self.count()):
            if isinstance(slot := self.widget(place), _PanelSlot):
                slot.forget()

    def _age(self) -> None:
        self._stale = True
        self._soon.start()

    def _refresh(self) -> None:
        if self._stale and self.isVisible() and self._session.project:
            self._stale = False
            panel = self.here()
            if hasattr(panel, "refresh"):
                panel.refresh()


class _PanelSlot(QWidget):
    """The place in a tab for a panel that is made when it is first shown."""

    def __init__(self) -> None:
        super().__init__()
        self._panel: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def forget(self) -> None:
        """Let the panel go; another is made when it is shown again."""
        if self._panel is not None:
            self.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs lack None
            self._layout.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def made(self, make: Callable[[], QWidget]) -> QWidget:
        if self._panel is None:
            self._panel = make()
            self._layout.addWidget(self._panel)
            self._panel.show()  # the layout would do so later, and what is hidden cannot take the keyboard
            self.setFocusProxy(self._panel)
        return self._panel
