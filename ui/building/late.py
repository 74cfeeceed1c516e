"""The fact builder made late: nobody needs it for the window's first paint."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.article.article_view import ArticleView
from ui.building.builder_keys import VERBS
from ui.session import Session

if TYPE_CHECKING:
    from ui.building.building import Building
    from ui.building.strip import BuilderStrip
    from ui.building.writing import Workplace
    from ui.frame.verbs import InFocus


class LateBuilding(QObject):
    """The maker of the builder, when it is first asked for, and of its strip; `changed` as the builder says it.

    `at`: the work in which it builds, and `put` what gives the strip its place; without them it is the annotator's own
    work, and the place below the article.  A fact in focus asks for that one, since the builder marks its words.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        at: Workplace | None = None,
        put: Callable[[BuilderStrip], None] | None = None,
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._at, self._put = session, view, at, put
        if at is None:
            session.fact_focused.connect(lambda *_: self.make())

    @property
    def is_open(self) -> bool:
        return "building" in vars(self) and self.building.is_open

    def make(self) -> Building:
        """Return the builder, made if need be."""
        return self.building

    @cached_property
    def strip(self) -> BuilderStrip:
        """Return the strip, which stands below the article."""
        from ui.building.strip import BuilderStrip
        from ui.building.strip_room import StripRoom

        made, pane = BuilderStrip(), self._view.parentWidget()
        if self._put:
            self._put(made)
        elif pane and isinstance(around := pane.layout(), QBoxLayout):
            around.insertWidget(around.indexOf(self._view) + 1, made)
            if (first := around.itemAt(0)) and (heading := first.widget()):
                StripRoom(made, pane, heading)
        QWidget.setTabOrder(self._view, made)
        return made

    @cached_property
    def building(self) -> Building:
        """Return the builder."""
        from ui.building.building import Building

        made = Building(self._session, self._view, self.strip, self._at)
        made.changed.connect(self.changed)
        return made

    def in_focus(self) -> InFocus | None:
        """Return what the foot says while the builder is open; None while it is not."""
        return self.building.in_focus() if "building" in vars(self) else None

    def does(self) -> dict[str, Callable[[], object]]:
        """Return what the verbs of the foot do, by their names."""
        return {verb: partial(self._do, verb) for verb in VERBS}

    def _do(self, verb: str) -> None:
        self.building.does()[verb]()
