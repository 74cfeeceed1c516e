"""The window: articles on the left, the article in the middle, labels on the right, the status line below.

It puts the panes together and connects them; panes never know each other.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.settings import Settings
from ui import bindings
from ui.agreement.agreement_page import Agreeing
from ui.annotate.annotate_keys import Annotating
from ui.annotate.doubt import Doubting
from ui.annotate.find import FindInArticle
from ui.annotate.find_bar import FindBar
from ui.annotate.finish import Finishing
from ui.annotate.same_subject import Subject, subject
from ui.annotate.same_view import SameView
from ui.article import accessible
from ui.article.article_view import ArticleView
from ui.articles.article_list import ArticleList
from ui.articles.filter_bar import FilterBar
from ui.articles.heading import Heading
from ui.articles.list_controller import Listing
from ui.articles.topics_bar import TopicKeys, TopicsBar
from ui.comments.comment_marks import Commenting
from ui.export.export import Exporting
from ui.facts.build_fact import Building
from ui.facts.fact_bar import FactBar
from ui.facts.fact_focus import FactFocus
from ui.menus import Menus
from ui.panels import Panels
from ui.project.exchange import Sharing
from ui.project.files import Files
from ui.project.welcome import Welcome
from ui.schema.guideline import Reading
from ui.schema.label_keys import LabelKeys
from ui.schema.label_palette import LabelPalette
from ui.schema.schema_editor import SchemaEditing
from ui.session import Session
from ui.settings.preferences import Preferences
from ui.views import Views
from ui.widgets.status_bar import StatusBar


class MainWindow(QMainWindow):
    """The one window of a project."""

    def __init__(self, annotator: str, settings: Settings) -> None:
        super().__init__()
        accessible.install()
        self.settings = settings
        self.session = Session(annotator, self)
        self.files = Files(self.session, settings, self)
        self.sharing = Sharing(self.files)
        self.exporting = Exporting(self.session, self.files, self)
        self._make_panes()
        self._make_doers()
        self._label_keys = LabelKeys(self.view, self.press_label)
        self._lay_out()
        self.preferences, self.reading = Preferences(self, settings), Reading(self)
        self.views = Views(self)
        self._connect()
        self.verbs = bindings.build(self, self.view, self.preferences.keys)
        self.labels.guideline.body.addAction(self.verbs["guideline"])
        self.menus = Menus(self)
        self._topic_keys = TopicKeys(self, self.menus.topics, self.annotating.toggle_topic)
        self.status.annotator.setText(annotator)
        self.preferences.apply_all()
        self.setAcceptDrops(True)
        self.resize(1280, 820)
        self.restoreGeometry(QByteArray.fromBase64(settings["window"].encode()))
        self._show_project()

    # --- how it is put together

    def _make_panes(self) -> None:
        self.list, self.view, self.labels, self.status = (
            ArticleList(),
            ArticleView(),
            LabelPalette(),
            StatusBar(),
        )
        self.heading, self.topics, self.filters = Heading(), TopicsBar(), FilterBar()
        self.find_bar, self.fact_bar, self.same = FindBar(), FactBar(), SameView(self.session)
        self.panels = Panels(self.session, self.labels, "Labels")

    def _make_doers(self) -> None:
        """What stands between the session and the panes: one for each kind of work."""
        self.listing = Listing(self.session, self.list, self.filters, self.heading)
        self.annotating = Annotating(self.session, self.view)
        self.fact_focus = FactFocus(self.session, self.view)
        self.doubting = Doubting(self.session, self.annotating)
        self.finding = FindInArticle(self.session, self.view, self.find_bar)
        self.building = Building(self.session, self.view, self.fact_bar)
        self.finishing = Finishing(self.annotating, self.settings, self)
        self.commenting = Commenting(self.session, self.view, self.panels)
        self.agreeing = Agreeing(self)
        self.schema_editing = SchemaEditing(self.session, self)

    def _lay_out(self) -> None:
        middle = _column(self.heading, self.topics, self.view, self.fact_bar, self.find_bar, top=4)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        for pane in (_column(self.filters, self.list), middle, self.panels):
            self.panes.addWidget(pane)
        self.panes.setSizes([390, 670, 220])
        self.panes.setStretchFactor(1, 1)
        self.panes.setChildrenCollapsible(False)
        self.pages = QStackedWidget()
        self.welcome = Welcome(self.settings["recent_projects"])
        self.work = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        for part in (self.panes, self.same):
            self.work.addWidget(part)
        self.work.setStretchFactor(0, 1)
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(self.work)
        self.setCentralWidget(self.pages)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        session, annotating = self.session, self.annotating
        session.project_opened.connect(self._show_project)
        session.schema_changed.connect(self._show_schema)
        session.article_opened.connect(self.status.clearMessage)  # it spoke of the article before
        for changed in (session.article_opened, session.reloaded, session.saved):
            changed.connect(self._show_counts)
        session.saved.connect(self.status.show_saved)
        session.noted.connect(self.status.notice)
        self.files.progress.connect(self.status.show_progress)
        self.status.cancelled.connect(self.sharing.cancel)
        self.topics.toggled.connect(annotating.toggle_topic)
        self.list.activated.connect(lambda: self.view.setFocus())
        self.labels.taken.connect(self._take_label)
        self.view.focus_changed.connect(self._hold_focused)
        self.view.menu_requested.connect(self._open_menu)
        self.same.applied.connect(self._go_on)
        self.same.left.connect(lambda: self.view.setFocus())
        self.panels.pointed.connect(annotating.going.go)
        self.panels.pointed.connect(self.fact_focus.take)
        self.view.appearance.zoomed.connect(partial(self.preferences.set, "font_size"))
        self.preferences.refused.connect(self.status.notice)
        self.welcome.recent.connect(lambda path: self.files.open(Path(path)))
        self.welcome.asked.connect(lambda name: getattr(self.files, name)())

    # --- what is shown

    def _show_project(self) -> None:
        project = self.session.project
        self.pages.setCurrentWidget(self.work if project else self.welcome)
        self.setWindowTitle(f"{project.schema.name} - Factmark" if project else "Factmark")
        self._show_schema()
        self.filters.clear()
        (self.view if project else self.welcome.first).setFocus()

    def _show_schema(self) -> None:
        self._label_keys.bind(self.session.project.schema if self.session.project else None)
        self.preferences.bind()
        schema = self.session.project.schema if self.session.project else None
        self._topic_keys.bind(schema)
        self.topics.show_schema(schema)
        if schema is None:
            return
        self.view.appearance.choose(hues={label.name: label.hue for label in schema.labels.values()})
        self.labels.show_schema(schema)
        self.filters.show_labels(schema.labels)
        names = [label.name for label in schema.labels.values() if not label.archived]
        if self.annotating.label_in_hand not in names:
            self.annotating.label_in_hand = names[0] if names else ""
        self.labels.hold(self.annotating.label_in_hand)
        self._show_counts()

    def _show_counts(self) -> None:
        sheet = self.session.sheet
        self.labels.count(sheet.labels())
        self.topics.mark(sheet.set.topics)
        left = len(sheet.undecided) if self.session.article else None
        self.status.show_left(left, sheet.undecided.least_score())

    # --- what is asked

    def same_mentions(self) -> None:
        if found := subject(self.annotating):
            self.same.open(found)

    def _go_on(self, done: Subject) -> None:
        """After same mentions: on when a suggestion was decided, else to stay at the span."""
        if done.is_undecided:
            self.annotating.going.go_on()

    def press_label(self, name: str) -> None:
        self.annotating.label_in_hand = name
        self.labels.hold(name)
        self.annotating.label(name)

    def _take_label(self, name: str) -> None:
        """A click on a label: it is in hand, and goes onto what is selected or focused."""
        self.annotating.label_in_hand = name
        self.labels.hold(name)
        if self.view.selection or self.view.focus_id:
            self.annotating.label(name)
        self.view.setFocus()

    def _hold_focused(self, id_: str | None) -> None:
        """Shows the guideline of the span in focus; the label in hand stays what it was."""
        span = self.session.sheet.get(id_) if id_ else None
        self.labels.hold(span.label if span else self.annotating.label_in_hand)

    def _open_menu(self, id_: str | None, at: QPoint) -> None:
        if id_ and not self.view.selection:
            self.view.set_focus(id_, reveal=False)
        self.menus.of_article(id_ is not None and not self.view.selection).popup(at)

    # --- going between panes

    def next_pane(self, step: int) -> None:
        here = self.panels.here()
        chips = [*self.topics.chips.values()][:1]
        panes = (self.list, *chips, self.view, getattr(here, "list", here))
        at = next((n for n, pane in enumerate(panes) if pane.hasFocus()), 0 if step < 0 else -1)
        panes[(at + step) % len(panes)].setFocus()

    def leave(self) -> None:
        if self.finding.leave():
            return
        if not self.same.leave() and self.view.hasFocus():
            self.annotating.leave()
        self.view.setFocus()

    # --- events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.session.project and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.sharing.drop([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.set(window=bytes(self.saveGeometry().toBase64().data()).decode())
        self.files.close()
        self.exporting.close()
        self.session.close()
        super().closeEvent(event)


def _column(*widgets: QWidget, top: int = 0) -> QWidget:
    """The widgets one above the other; what can be scrolled takes the room."""
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, top, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, QAbstractScrollArea) else 0)
    return pane
