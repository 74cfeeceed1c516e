"""The pane on the right: labels and facts, and a table of panels, each made when it is first shown.

A panel is a widget made with the session; it has `refresh`, which is called only while it is seen, and may
have a signal `pointed` with a Target, and one `wanted` with another panel's name; `keyed` names actions of
the article whose keys work in its `list` too.  Panels never know each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from annotations.processes.quick_dataclass import dataclass
from ui.frame.tab_row import TabRow
from ui.look.buttons import Button
from ui.look.layouts import Hair, Pane, column
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.tips import KeyedTip
from ui.plain_text import tip
from ui.session import Session

LEAST = 160  # pixels at 100 % of height
LOW = 800  # pixels at 100 %: in a lower window, labels and facts are tabs of their own
LABELS, FACTS, BOTH, MORE = "labels", "facts", "both", "more"


@dataclass(frozen=True)
class PanelRow:
    """A row of the table of panels: the tab's title, and the panel's class as `module:Class` below `ui`.

    `in_more`: it is reached by the menu of the last tab.
    """

    name: str
    title: str
    made_by: str
    in_more: bool = False


PANELS: tuple[PanelRow, ...] = (
    PanelRow(FACTS, "Facts", "cards.fact_panel:FactPanel"),
    PanelRow("doubt", "Unsure", "unsure.unsure_panel:UnsurePanel"),
    PanelRow("comments", "Comments", "comments.comments_panel:CommentsPanel"),
    PanelRow("lint", "Checks", "annotate.lint_panel:LintPanel", in_more=True),
    PanelRow("history", "History", "annotate.history_panel:HistoryPanel", in_more=True),
    PanelRow("feedback", "Feedback", "review.feedback_panel:FeedbackPanel", in_more=True),
)
ROWS = {row.name: row for row in PANELS}


class Panels(Pane):
    """The pane on the right.

    `pointed`: somebody wants to see a Target; `card_asked`: as UnsurePanel says; `folded`: the pane is to be
    put away.
    """

    pointed = Signal(object)
    card_asked = Signal(str, object)
    made = Signal(str, object)  # a panel's name, and the panel
    folded = Signal()
    unfolded = Signal()

    def __init__(self, session: Session, labels: QWidget) -> None:
        super().__init__()
        self._session, self._stale, self._is_painted = session, True, False
        self.verbs: Mapping[str, QAction] = {}  # the window's actions by name
        self.setAccessibleName("Panels")
        self.current = BOTH
        self.slots = {panel.name: _PanelSlot(partial(self._make, panel)) for panel in PANELS}
        self.first = LabelsAndFacts(labels, self.slots[FACTS])
        self.stack = QStackedWidget()
        for page in (self.first, *(slot for name, slot in self.slots.items() if name != FACTS)):
            self.stack.addWidget(page)
        self.tabs = self._made_tabs()
        self.fold = Button("", "panel-right", kind="ghost", height=24, pad=4)
        KeyedTip(self.fold, "Fold the pane", "fold_pane")
        self.fold.clicked.connect(self.folded)
        self._bar = TabRow(self.tabs, ("doubt", "comments"), self.fold)
        lines = column(self._bar, Hair(), gap=0)
        lines.add(self.stack, 1)
        self.setLayout(lines)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._refresh)
        session.project_opened.connect(self._forget)
        for changed in (session.project_opened, session.schema_changed, session.article_opened):
            changed.connect(self._age)
        for changed in (session.reloaded, session.edited, session.saved, session.described):
            changed.connect(self._age)
        follow(self)

    def _made_tabs(self) -> dict[str, Button]:
        """Return the tabs by name; which are shown depends on the window's height."""
        titles = {BOTH: "Labels and facts", FACTS: "Facts", LABELS: "Labels"}
        titles |= {panel.name: panel.title for panel in PANELS if not panel.in_more}
        tabs = {}
        for name, title in {**titles, MORE: "More"}.items():
            words, picture = ("", "ellipsis") if name == MORE else (title, "")
            tabs[name] = tab = Button(words, picture, kind="tab", height=28, pad=6)
            tab.setAccessibleName(title)
            tab.setCheckable(True)
            tab.setToolTip(tip(title))
            tab.clicked.connect(partial(self._press, name))
        return tabs

    def _press(self, name: str, _: bool = False) -> None:
        if name != MORE:
            self.open(name)
            return
        self._check()
        menu = QMenu(self)
        for panel in PANELS:
            if panel.in_more or not self.tabs[panel.name].isVisible():
                menu.addAction(panel.title, partial(self.open, panel.name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.tabs[MORE].mapToGlobal(QPoint(0, self.tabs[MORE].height())))

    # --- what is shown

    def open(self, name: str) -> Any:
        """Show the panel of that name, or the labels, and return it."""
        self.unfold()
        self.current = name
        self._settle()
        return self.here()

    def unfold(self) -> None:
        """Ask to be seen."""
        if not self.isVisible():
            self.unfolded.emit()

    def here(self) -> Any:
        """Return the panel that is seen, made if need be; facts where they stand below the labels."""
        if self.current == LABELS:
            return self.first.labels
        return self.slots[FACTS if self.current == BOTH else self.current].made()

    @property
    def is_low(self) -> bool:
        """Return whether labels and facts are tabs of their own."""
        return self.window().height() < px(LOW)

    def show_count(self, name: str, count: int) -> None:
        """Show a count in the tab of that name."""
        if tab := self.tabs.get(name):
            tab.say(f"{ROWS[name].title}  {count:,}" if count else ROWS[name].title, "", "")

    def _settle(self) -> None:
        """Show the tabs for the window's height, and the panel that is meant."""
        if self.is_low and self.current == BOTH:
            self.current = FACTS
        elif not self.is_low and self.current in (FACTS, LABELS):
            self.current = BOTH
        others = {BOTH, "comments"} if self.is_low else {FACTS, LABELS}
        self._bar.show_tabs(frozenset(self.tabs) - others)
        self.first.show_parts(labels=self.current != FACTS, facts=self.current != LABELS)
        is_first = self.current in (BOTH, FACTS, LABELS)
        self.stack.setCurrentWidget(self.first if is_first else self.slots[self.current])
        self._check()
        self._age()

    def _check(self) -> None:
        for name, tab in self.tabs.items():
            is_more = self.current in ROWS and (
                ROWS[self.current].in_more or self.tabs[self.current].isHidden()
            )
            tab.setChecked(name == (MORE if is_more else self.current))

    def restyle(self) -> None:
        """Take the scale in force; in a window that is low at once, labels and facts part only after that."""
        self.setMinimumHeight(px(LEAST))
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; what stands on it is made after the first time, for the window is up earlier so."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self._soon.start()

    # --- how it is kept up

    def _make(self, made: PanelRow) -> QWidget:
        module, maker = made.made_by.split(":")
        panel: QWidget = getattr(import_module(f"ui.{module}"), maker)(self._session)
        if hasattr(panel, "pointed"):
            panel.pointed.connect(self.pointed)
        if hasattr(panel, "card_asked"):
            panel.card_asked.connect(self.card_asked)
        if hasattr(panel, "wanted"):
            panel.wanted.connect(self.open)
        if hasattr(panel, "counted"):
            panel.counted.connect(partial(self.show_count, made.name))
        for name in getattr(panel, "keyed", ()):
            panel.list.addAction(self.verbs[name])  # type: ignore[attr-defined]
        self.made.emit(made.name, panel)
        return panel

    def _forget(self) -> None:
        """Show the first tab, and let the panels go: each shows and keeps what is of the project before."""
        self.current = BOTH
        for name, slot in self.slots.items():
            slot.forget()
            if name in self.tabs:
                self.show_count(name, 0)
        self._settle()

    def _age(self) -> None:
        self._stale = True
        self._soon.start()

    def _refresh(self) -> None:
        if self._stale and self._is_painted and self.isVisible() and self._session.project:
            self._stale = False
            panel = self.here()
            if hasattr(panel, "refresh"):
                panel.refresh()


class LabelsAndFacts(QWidget):
    """The labels above the facts, or one of the two."""

    def __init__(self, labels: QWidget, facts: QWidget) -> None:
        super().__init__()
        self.labels, self._facts, self._hair = labels, facts, Hair()
        self._shown, self._is_read = (True, True), False
        lines = column(gap=0)
        lines.add(labels)
        lines.add(self._hair)
        lines.add(facts, 1)
        self._rest = QWidget()
        lines.add(self._rest, 1)
        self.setLayout(lines)

    def show_parts(self, *, labels: bool, facts: bool) -> None:
        """Show labels, facts, or both."""
        self._shown = (labels, facts)
        self.read(self._is_read)

    def read(self, is_read: bool) -> None:
        """Give a guideline in place of the labels all the room, or no more."""
        self._is_read = is_read
        labels, facts = self._shown
        self.labels.setVisible(labels or is_read)
        self._facts.setVisible(facts and not is_read)
        self._hair.setVisible(labels and facts and not is_read)
        self._rest.setVisible(not facts and not is_read)


class _PanelSlot(QWidget):
    """The place in a tab for a panel that is made when it is first shown."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
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

    def made(self) -> QWidget:
        """Return the panel, made if need be."""
        if self._panel is None:
            self._panel = self._make()
            self._layout.addWidget(self._panel)
            self._panel.show()  # the layout would do so later, and what is hidden cannot take the keyboard
            self.setFocusProxy(self._panel)
        return self._panel
