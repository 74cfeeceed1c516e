"""A list from which one decision is carried to many places: searched in slices, vetoed, written as one edit.

Enter pressed while it is searched waits for the end of the search.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from models.project import Project
from ui.fixed_keys import FIXED
from ui.keys_in_force import IN_FORCE
from ui.plain_text import PlainLabel
from ui.same.same_hits import Hits
from ui.same.same_list import SameList
from ui.session import Session

SLICE = 0.012  # seconds of searching between two events
FEW = 200  # hits that are worth a painting of the list


class CarryingList(QWidget):
    """The list and the decision; what is looked for, and what is written, is told by those who inherit.

    `told`: `says` has other words.  `applied`: the decision was carried, with what it was about.  `left`: the keyboard has no place any more.
    """

    told = Signal()
    applied = Signal(object)
    left = Signal()
    nothing = ""  # the sentence for a decision that changes no place
    none_found = ""  # what is said where no place has the words
    searched = ""  # the words that are named while they are looked for; "" names none

    def __init__(
        self, session: Session, hits: Hits, says: PlainLabel, does: Mapping[str, Callable[[], object]]
    ) -> None:
        """Take what the keys of this list do by the names of fixed keys; veto and apply are known."""
        super().__init__()
        self._session = session
        self._search: Iterator[list[Any]] | None = None  # what is left of it
        self._found: list[Any] = []  # but not listed yet
        self._is_wanted = self._is_applying = False
        self.does: dict[str, Callable[[], object]] = {
            "same_veto": self._veto,
            "same_apply": self.apply,
            **does,
        }
        keys = {key: do for name, do in self.does.items() for key in FIXED[name].keys}
        self.hits, self.says = hits, says
        self.list = SameList(hits, frozenset(keys))
        self.list.asked.connect(lambda key: keys[key]())
        self.hits.dataChanged.connect(self._say)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._pull)
        for gone in (session.article_opened, session.project_opened):
            gone.connect(self.leave)
        for changed in (session.edited, session.reloaded):
            changed.connect(self._look_again)

    # --- told by those who inherit

    def _begin(self, project: Project) -> Iterator[list[Any]] | None:
        """List what there is at once; return the rest of the search, None when all is listed."""
        raise NotImplementedError

    def _verb(self, count: int) -> str:
        """Return the name of the edit that decides so many places."""
        raise NotImplementedError

    def _write(self, project: Project, verb: str, chosen: Sequence[Any]) -> bool:
        """Write the edit; return whether that was done."""
        raise NotImplementedError

    def _about(self) -> object:
        """Return what the decision is about."""
        raise NotImplementedError

    # --- leaving

    def leave(self) -> bool:
        """Close the list; return whether it was open."""
        if self.isHidden():
            return False
        self._search, focus = None, QApplication.focusWidget()
        self._timer.stop()
        had_keyboard = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had_keyboard:
            self.left.emit()
        return True

    # --- searching

    @property
    def is_searching(self) -> bool:
        return self._search is not None

    def search(self) -> None:
        """Search and list the places anew; what was vetoed stays vetoed."""
        project = self._session.project
        if self.isHidden() or project is None:
            return
        self.hits.clear()
        self._found, self._is_wanted = [], False
        self._search = self._begin(project)
        if self._search is None:
            self._end()
            return
        if self.searched:
            self._tell(f"Searching “{self.searched}”…")
        self._timer.start()

    def _pull(self) -> None:
        """Search on for one slice of time.  The list grows by doubling, since each growth is a painting."""
        end = time.monotonic() + SLICE
        if self._session.project is None:  # it was closed meanwhile
            self.leave()
        while self._search and time.monotonic() < end:
            found = next(self._search, None)
            if found is None:
                self._end()
            else:
                self._found += found
        if self._search and len(self._found) >= max(FEW, self.hits.rowCount()):
            self._list_found()
            if self.searched:
                self._tell(f"Searching “{self.searched}”: {self.hits.rowCount():,} so far…")

    def _list_found(self) -> None:
        self.hits.take(self._found)
        self._found = []

    def _end(self) -> None:
        self._search = None
        self._list_found()
        self._timer.stop()
        if self.hits.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.hits.index(0, 0))
        self._say()
        if self._is_wanted:
            self.apply()

    def _look_again(self) -> None:
        """Search again when something was written while the list is open."""
        if not self._is_applying:
            self.search()

    # --- deciding

    def _show_verdict(self) -> None:
        """Show the list from its first row on, under another decision."""
        if self.hits.rowCount():
            self.list.setCurrentIndex(self.hits.index(0, 0))
        self.list.setFocus()
        self._say()

    def _veto(self) -> None:
        if self.list.currentIndex().isValid():
            self.hits.veto(self.list.currentIndex().row())

    def apply(self) -> None:
        """Write one edit for all that is chosen; wait for the end of the search."""
        chosen, project = self.hits.chosen(), self._session.project
        if self._search:
            self._is_wanted = True
        elif not chosen or project is None:
            self._session.noted.emit(self.nothing)
        else:
            verb = self._verb(len(chosen))
            self._is_applying = True
            is_done = self._write(project, verb, chosen)
            self._is_applying = False
            if is_done:
                self._done(verb)
            else:
                self.search()

    def _done(self, verb: str) -> None:
        self.leave()
        self.applied.emit(self._about())
        self._session.noted.emit(f"Done: {verb}; {{key:undo}} takes all of it back.")

    def _say(self) -> None:
        """Name what Enter does."""
        chosen, rows, barred = self.hits.chosen(), self.hits.rowCount(), self.hits.barred()
        verb = self._verb(len(chosen))
        articles = len({hit.article for hit in chosen})
        parts = [
            f"{verb[:1].upper()}{verb[1:]}" if rows else self.none_found,
            f"{len(chosen):,} of {rows:,} chosen" * bool(rows),
            f"{articles:,} articles" * (articles > 1),
            f"{barred:,} cannot be changed" * bool(barred),
        ]
        self._tell(IN_FORCE.fill("  ·  ".join(filter(None, parts))))

    def _tell(self, words: str) -> None:
        self.says.setText(words)
        self.told.emit()
