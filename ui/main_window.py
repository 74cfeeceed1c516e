"""The window: its pages, menus and status line, and what works in every view.

It puts the parts together and connects them; each is handed what it uses, and none knows the window.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMenuBar, QWidget

from models.settings import Settings, annotator_name, login_name
from ui import actions, bindings, views
from ui.annotate.annotate_page import AnnotatePage
from ui.article import accessible
from ui.articles.topics_bar import TopicKeys
from ui.frame import first_size
from ui.frame.foot import Foot
from ui.frame.late import made_so_far
from ui.frame.late_parts import LateParts
from ui.frame.top_bar import TopBar
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus
from ui.frame.zoom import Zoom
from ui.look.apply import apply_palette, apply_scale
from ui.look.layouts import column
from ui.look.scale import LEAST, MOST
from ui.menus import ArticleMenu, Menus
from ui.moments.ending import Ending
from ui.moments.hovering import Hovering
from ui.pages import Pages
from ui.plain_text import window_title
from ui.project.commands import Commands
from ui.project.copying import Copying
from ui.project.open_dialogs import put_away
from ui.schema.label_menu import key_range
from ui.session import Session
from ui.settings.preferences import Apply, Preferences
from ui.view_menus import ViewMenus
from ui.views import ANNOTATE

if TYPE_CHECKING:
    from ui.welcome.page import Welcome

NOT_COPIED = "The copy at closing was not made. Close the window again to leave without it."


class MainWindow(LateParts):
    """The main window, of which there is one: it shows a project or the welcome."""

    def __init__(self, annotator: str, settings: Settings) -> None:
        super().__init__()
        accessible.install()
        self.settings, self.session = settings, Session(annotator, self)
        self._spelled: dict[str, str] = {}  # the keys of each action
        self.commands, self.copying = Commands(self.session), Copying(self.session, self)
        self._make_pages()
        self._make_menus()
        self._connect()
        self.preferences.apply_all()
        self.setAcceptDrops(True)
        first_size.place(self, settings["window"])

    # --- how it is put together

    def _make_pages(self) -> None:
        self.top = TopBar()
        self.work = AnnotatePage(self.session, self.settings)
        self.view = self.work.view  # the article, which nearly everything is about
        self.pages = Pages(self.session, self.commands, self._made_welcome, self.work)
        self.status = Foot(self.pages)
        self.work.more_panes.append(self.status.verbs)
        whole = QWidget()
        lines = column(self.top, gap=0)
        lines.add(self.pages, 1)
        lines.add(self.status)
        whole.setLayout(lines)
        self.setCentralWidget(whole)

    @cached_property
    def welcome(self) -> Welcome:
        """Return the page without a project, made when it is first shown."""
        from ui.welcome.page import Welcome

        made = Welcome()
        made.show_keys(self._spelled)
        made.recent.connect(lambda path: self.files.open(Path(path)))
        made.asked.connect(self._start)
        return made

    def _made_welcome(self) -> Welcome:
        return self.welcome

    def _make_menus(self) -> None:
        work, session = self.work, self.session
        apply: dict[str, Apply] = {
            **work.applied(),
            "straight_to_next": partial(setattr, work.finishing, "goes_on"),
            "palette": apply_palette,
            "scale": apply_scale,
            "verbs": self.status.show_all,
            "annotator": self._become,
        }
        self.preferences = Preferences(self.settings, session, apply, self._asks_before, self)
        rows = views.window_actions()
        self.verbs = bindings.of_window(rows, self, work, work.view, self.preferences.keys)
        for key, unit, step, selecting in actions.CARET:
            bindings.bind(
                work.view, "", (key,), partial(work.view.move_caret, unit, step, selecting), repeats=True
            )
        work.labels.guideline_made.connect(lambda made: made.body.addAction(self.verbs["guideline"]))
        work.list.addAction(self.verbs["rename"])
        work.panels.verbs = self.verbs
        self.menus = Menus(self.top.menus, self.verbs, self.preferences, session)
        self.article_menu = ArticleMenu(work.view, self.verbs, session, work.press_label)
        self.ending = Ending(session, work, self.verbs)
        self.hovering = Hovering(session, work.view, self.verbs, self.settings)
        self._view_menus = ViewMenus(self.top.menus, self.verbs, self.pages, session)
        self._topic_keys = TopicKeys(self, self.menus.topics, work.annotating.toggle_topic)

    def _connect(self) -> None:
        session, status, preferences = self.session, self.status, self.preferences
        session.project_opened.connect(self.show_project)
        session.project_closed.connect(partial(put_away, self))
        session.schema_changed.connect(self._show_schema)
        session.article_opened.connect(status.end_notice)  # it spoke of the article before
        self.pages.attended.connect(status.show_focus)
        self.pages.asked.connect(self._start)
        self.top.turned.connect(self.pages.open)
        session.saved.connect(status.show_saved)
        session.not_saved.connect(lambda error: self.rescuing.tell(error))
        session.not_saved.connect(status.show_not_saved)
        session.noted.connect(status.notice)
        session.failed.connect(status.warn)
        session.not_done.connect(lambda sentences: self.not_done.tell(sentences))
        self.copying.unclosed.connect(self._tell_unclosed)
        for at_work in (self.commands, self.copying):
            at_work.progress.connect(status.show_progress)
        self.commands.progress.connect(self.work.middle.show_progress)
        status.cancelled.connect(lambda: self.sharing.cancel())
        self.pages.turned.connect(self._show_page)
        Zoom(self, self.work.view, self._resize_all)
        self.work.view.appearance.zoomed.connect(partial(preferences.set, "font_size"))
        preferences.refused.connect(status.notice)
        preferences.changed.connect(self.pages.look)
        preferences.bound.connect(self._set_keys)
        self.menus.recent.connect(lambda path: self.files.open(Path(path)))
        self.work.middle.asked.connect(self._start)
        self.work.carding.asked.connect(self._start)

    def _resize_all(self, per_cent: int) -> None:
        """Make the whole window larger or smaller."""
        self.preferences.set("scale", max(LEAST, min(self.settings["scale"] + per_cent, MOST)))

    def open_keys(self) -> None:
        """Show all keys, those of what one is in first."""
        attending = getattr(self.pages.currentWidget(), "attending", None)
        kind = "same" if self.work.lists.open() else attending.now().kind if attending else ""
        first = "Review" if self.pages.here == "review" else self.helping.group_of(kind)
        self.preferences.open_cheat_sheet(first)

    def make_the_rest(self) -> None:
        """Make what looks on and nobody sees at the first paint, and look through what was not looked through."""
        for name in ("shared_place", "coach"):
            getattr(self, name)
        self.suggesting.missing()
        self.work.builder.make()

    def take(self, path: str) -> None:
        """Open what the system has sent to the program that runs."""
        self.arriving.take(path)

    def _asks_before(self, then: Callable[[], object]) -> bool:
        return self.files.leaving.asks(then)

    def _tell_unclosed(self, why: str) -> None:
        from ui.project.dialogs import tell

        tell(self, NOT_COPIED, why)

    def _start(self, name: str) -> None:
        """Do what was asked for on the welcome, or on a page."""
        self.verbs[name].trigger()

    # --- what is shown

    def show_project(self) -> None:
        project = self.session.project
        self.pages.show_project()
        self.status.forget()
        self.top.show_people(
            project.schema.name if project else "", self.session.annotator if project else ""
        )
        self._view_menus.turn()
        self._show_page()
        read_only = project.read_only if project else ""
        self.status.show_read_only(read_only)
        parts = (project.schema.name if project else "", "read only" if read_only else "", "Factmark")
        self.setWindowTitle(window_title(" - ".join(filter(None, parts))))
        self._show_schema()
        self.work.filters.clear()
        if project is None:
            self.welcome.show_recent(self.settings["recent_projects"], self.session.annotator)
        (self.work if project else self.welcome).open()

    def _show_schema(self) -> None:
        schema = self.session.project.schema if self.session.project else None
        self.preferences.bind()
        self._topic_keys.bind(schema)
        self.work.show_schema(schema)
        self.status.set_special(labels=key_range(schema) if schema else "")

    def _show_page(self) -> None:
        """Show which view it is, what is in focus there, and its verbs."""
        here = self.pages.here
        self.top.show_views(self.verbs, here)
        self._topic_keys.turn(is_on=here == ANNOTATE)
        page = self.pages.currentWidget()
        attending = getattr(page, "attending", None)
        self.status.bind({**self.verbs, **self.pages.verbs, **getattr(page, "does", {})})
        self.status.show_focus(attending.now() if attending else InFocus())
        self.status.setVisible(bool(here))

    def _set_keys(self, keys: dict[str, tuple[str, ...]]) -> None:
        for name, action in self.verbs.items():
            bindings.set_keys(action, keys[name])
        self.status.show_keys()
        self.top.show_views(self.verbs, self.pages.here)
        self._spelled = {name: spelled(has) for name, has in keys.items()}
        if "welcome" in vars(self):
            self.welcome.show_keys(self._spelled)

    def _become(self, chosen: str) -> None:
        """Work as the annotator who was chosen; "" is the login name."""
        self.files.become(annotator_name(chosen or login_name(), self.settings))
        self.top.show_people(self.top.project.text(), self.session.annotator)

    def menuBar(self) -> QMenuBar:
        return self.top.menus

    # --- events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.pasting.takes(event.mimeData()):
            event.acceptProposedAction()
            self._tint(is_under=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._tint(is_under=False)

    def _tint(self, *, is_under: bool) -> None:
        """Tint the places for files while some hover over the window."""
        here = self.work.middle.empty if self.session.project else self.welcome
        here.drop.tint(is_under)

    def dropEvent(self, event: QDropEvent) -> None:
        self._tint(is_under=False)
        if files := self.pasting.take_dropped(event.mimeData()):
            self.arriving.drop(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # until all has been asked
        if not self.rescuing.close() or self.files.leaving.asks(self.close) or not self.copying.close():
            return
        self.settings.remember(window=bytes(self.saveGeometry().toBase64().data()).decode())
        parts = made_so_far(self, "suggesting", "commands", "backups", "reporting", "session")
        for part in parts:
            part.close()
        self.status.end_notice()  # these two look at the program's keys, which must end before their parts do
        self.hovering.close()
        self.pages.end()
        super().closeEvent(event)
