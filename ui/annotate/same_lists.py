"""The lists below the article from which a decision is carried on, each made when it is first opened."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from annotations.spans import Status
from ui.frame.pane_round import tab_after
from ui.session import Session

if TYPE_CHECKING:
    from ui.annotate.same_facts import SameFacts
    from ui.annotate.same_view import SameView


class SameLists(QObject):
    """The list of same mentions and that of same facts; signals are theirs.

    `applied`: a decision was carried on, and whether it was about something undecided.
    """

    applied = Signal(bool)
    opened = Signal(int)
    told = Signal()
    left = Signal()

    def __init__(self, session: Session, below: QSplitter, after: QWidget) -> None:
        """Put them below what is in the splitter; Tab leads to them `after` that."""
        super().__init__(below)
        self._session, self._below, self._after = session, below, after

    @cached_property
    def mentions(self) -> SameView:
        """Return the list of same mentions."""
        from ui.annotate.same_view import SameView

        made = SameView(self._session)
        made.applied.connect(lambda done: self.applied.emit(done.is_undecided))
        self._add(made)
        return made

    @cached_property
    def facts(self) -> SameFacts:
        """Return the list of same facts."""
        from ui.annotate.same_facts import SameFacts

        made = SameFacts(self._session)
        made.applied.connect(lambda done: self.applied.emit(done.status is Status.SUGGESTED))
        self._add(made)
        return made

    def _add(self, made: SameView | SameFacts) -> None:
        self._below.addWidget(made)
        tab_after(self._after, made)
        for ours, theirs in ((self.opened, made.opened), (self.told, made.told), (self.left, made.left)):
            theirs.connect(ours)

    def open(self) -> SameView | SameFacts | None:
        """Return the one that is open, the first of both."""
        return next((one for _, one in self._made() if not one.isHidden()), None)

    def show(self, name: Literal["mentions", "facts"], about: Any) -> None:
        """Open the list of that name about this, if that is anything, and close the other."""
        for other, one in self._made():
            if other != name:
                one.leave()
        if about is not None:
            getattr(self, name).open(about)

    def leave(self) -> bool:
        """Close those that are open; return whether one was."""
        gone = [one.leave() for _, one in self._made()]
        return any(gone)

    def _made(self) -> list[tuple[str, SameView | SameFacts]]:
        return [(name, vars(self)[name]) for name in ("mentions", "facts") if name in vars(self)]
