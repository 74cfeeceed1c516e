"""The pages of the window: the welcome, Annotate, and one for each other view, made when first opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotations.edits import Edit
from annotations.sets import PROJECT
from ui import bindings, views
from ui.annotate.annotate_page import AnnotatePage
from ui.article.measures import Looks
from ui.keys_in_force import IN_FORCE
from ui.project.commands import Commands
from ui.session import Session
from ui.views import ANNOTATE, COMPARE, SEARCH, View

if TYPE_CHECKING:
    from ui.welcome.page import Welcome


NO_SEARCH = "Nothing has been searched for yet; {key:search_all} does."


class Page(Protocol):
    """A page of the window: a widget made with the session and the commands.

    Where its view has actions, they are methods below it.  Actions that work only in its text are bound to
    its `view`.
    """

    def open(self) -> None:
        """Show what the project has now, and take the keyboard."""


@runtime_checkable
class Looking(Protocol):
    """A page with a text, which has the looks of the article in Annotate."""

    def look(self, looks: Looks) -> None:
        """Take font, size, spacing and badges."""


@runtime_checkable
class Pointing(Protocol):
    """A page that leads to a Target in Annotate."""

    pointed: SignalInstance


@runtime_checkable
class Returning(Protocol):
    """A page that leads back to Annotate."""

    left: SignalInstance


@runtime_checkable
class AskingPage(Protocol):
    """A page that asks for an action of the window, by its name."""

    asked: SignalInstance


@runtime_checkable
class Seeking(Protocol):
    """A page that leads to the view Search: the signal gives the line to search for."""

    sought: SignalInstance


@runtime_checkable
class Stopping(Protocol):
    """A page with work in hand that ends with it."""

    def end(self) -> None:
        """End it."""


@runtime_checkable
class AskingBefore(Protocol):
    """A page with work in hand that asks before it is left for good."""

    def asks(self, then: Callable[[], object]) -> bool:
        """Ask, and do `then` on yes; return whether it asks."""


@runtime_checkable
class Attended(Protocol):
    """A page that says what is in focus there: `attending` has it by `now()`, and tells of it by `changed`."""

    attending: Any


class Pages(QStackedWidget):
    """The stack of the window's pages.

    `turned`: another page is shown; `attended`: another InFocus is in focus in the one shown; `asked`: the name of an
    action of the window; `verbs` are the actions of the pages made so far, by name.
    """

    turned = Signal()
    attended = Signal(object)
    asked = Signal(str)

    def __init__(
        self, session: Session, commands: Commands, welcome: Callable[[], Welcome], annotate: AnnotatePage
    ) -> None:
        super().__init__()
        self._session, self._commands = session, commands
        self._welcome, self._annotate = welcome, annotate
        self._made: dict[str, Any] = {ANNOTATE: annotate}
        self.verbs: dict[str, QAction] = {}
        self._add(annotate)
        annotate.across.wanted.connect(self._hold)
        session.stepped.connect(self._step)
        self.currentChanged.connect(self.turned)

    @property
    def here(self) -> str:
        """Return the name of the view that is shown; "" is the welcome."""
        return next((name for name, page in self._made.items() if page is self.currentWidget()), "")

    def open(self, name: str) -> None:
        """Show the view, unless it cannot be shown for this project, or for none."""
        view = views.named(name)
        if view.can_show(self._session.project):
            page = self._made[name] if name in self._made else self._make(view)
            self.setCurrentWidget(page)
            page.open()

    def toggle(self, name: str) -> None:
        """Show the view, or Annotate when it is shown already."""
        self.open(ANNOTATE if self.here == name else name)

    def do(self, name: str, verb: str) -> None:
        """Show the view, and do what its page has by that name."""
        self.open(name)
        if self.here == name:
            attrgetter(verb)(self._made[name])()

    def search_words(self) -> None:
        """Show Search, and look there for the words that are selected in the article, if any."""
        view = self._annotate.view
        bounds = view.selection if self.here == ANNOTATE else None
        words = view.text[slice(*bounds)] if bounds else ""
        self.open(SEARCH)
        if self.here == SEARCH:
            self._made[SEARCH].take_words(words)

    def look_for(self, line: str) -> None:
        """Show Search, and search there for the line."""
        self.open(SEARCH)
        if self.here == SEARCH:
            self._made[SEARCH].look_for(line)

    def step_found(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit of the search, whatever is shown."""
        if SEARCH in self._made:
            self._made[SEARCH].steps.go(step)
        elif self._session.project:
            self._session.noted.emit(NO_SEARCH)

    def show_project(self) -> None:
        """Show Annotate, or without a project the welcome; forget the pages of the project before."""
        page = self._annotate if self._session.project else self._welcome()
        if self.indexOf(page) < 0:
            self._add(page)
        self.setCurrentWidget(page)
        for name in [name for name in self._made if name != ANNOTATE]:
            self._forget(name)

    def look(self) -> None:
        """Give every page the looks of the article in Annotate."""
        for page in self._made.values():
            if isinstance(page, Looking):
                page.look(self._annotate.view.appearance.looks)

    def asks(self, then: Callable[[], object]) -> bool:
        """Have a page with work in hand ask before it is left for good; return whether one does."""
        return any(page.asks(then) for page in self._made.values() if isinstance(page, AskingBefore))

    def end(self) -> None:
        """End what pages have in hand, with the program."""
        for page in self._made.values():
            if isinstance(page, Stopping):
                page.end()

    def _make(self, view: View) -> Any:
        module, maker = view.made_by.split(":")
        page: Any = getattr(import_module(module), maker)(self._session, self._commands)
        self._made[view.name] = page
        self._add(page)
        if view.actions:
            self.verbs |= bindings.of_page(page, view.actions, IN_FORCE.of)
        if isinstance(page, Pointing):
            page.pointed.connect(self._go)
        if isinstance(page, Returning):
            page.left.connect(lambda: self.open(ANNOTATE))
        if isinstance(page, Seeking):
            page.sought.connect(self.look_for)
        if isinstance(page, AskingPage):
            page.asked.connect(self.asked)
        if isinstance(page, Looking):
            page.look(self._annotate.view.appearance.looks)
        return page

    def _add(self, page: QWidget) -> None:
        self.addWidget(page)
        if isinstance(page, Attended):
            page.attending.changed.connect(partial(self._attend, page))

    def _attend(self, page: QWidget, what: object) -> None:
        """Tell what is in focus in a page, while that is shown."""
        if self.currentWidget() is page:
            self.attended.emit(what)

    def _go(self, to: object) -> None:
        """Go to a Target as a panel's jump does, so that the way back is kept."""
        self.open(ANNOTATE)
        self._annotate.panels.pointed.emit(to)

    def _hold(self, sort: str, key: str) -> None:
        """Show Compare with that in hand."""
        self.open(COMPARE)
        self._made[COMPARE].holding.hold(sort, key)

    def _step(self, edit: Edit) -> None:
        """Go to Compare for an undo or redo of what was decided there."""
        whose = (PROJECT, self._session.annotator)
        if self.here not in ("", COMPARE) and any(
            (one.article, one.annotator) == whose for one in edit.changes
        ):
            is_new = COMPARE not in self._made
            self.open(COMPARE)
            if is_new:  # it was not there to be told
                self._made[COMPARE].holding.go_where(edit)

    def _forget(self, name: str) -> None:
        page: QWidget = self._made.pop(name)
        if isinstance(page, Stopping):
            page.end()
        for row in views.named(name).actions:
            self.verbs.pop(row.name, None)
        self.removeWidget(page)
        page.deleteLater()
