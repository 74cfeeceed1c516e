"""The list below the article from which one decision is carried to all places of the same words, of whatever kind.

The article at hand is searched at once, the others in slices of a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from models.project import Project
from ui.plain_text import PlainLabel
from ui.same.carrying_list import CarryingList
from ui.same.same_hits import Hits
from ui.session import Session


class SamePlaces(CarryingList):
    """The places of the article at hand, or of all.  `opened`: the list takes room from the article, where it is about this place."""

    opened = Signal(int)

    def __init__(
        self,
        session: Session,
        hits: Hits,
        says: PlainLabel,
        whole: QCheckBox,
        does: Mapping[str, Callable[[], object]],
    ) -> None:
        """Take what the keys of this list do by the names of fixed keys; veto, apply and all articles are known."""
        self.whole, self._in_all = whole, False
        super().__init__(session, hits, says, {"same_all": whole.toggle, **does})

    def _find(self, project: Project, articles: list[str] | None) -> Iterator[list[Any]]:
        """Yield the hits, some at a time, of these articles or of all."""
        raise NotImplementedError

    def _list(self, words: str, at: int, *, in_all: bool) -> None:
        """Show the list for the words at that place, and search; `in_all`: all articles this time, whatever was looked through before."""
        self._in_all = in_all and not self.whole.isChecked()
        self.whole.setChecked(self.whole.isChecked() or in_all)
        self.list.fit(words)
        self.show()
        self.list.setFocus()
        self.opened.emit(at)
        self.search()

    def leave(self) -> bool:
        """Close the list; return whether it was open."""
        was_open = super().leave()
        if was_open and self._in_all:
            self._in_all = False
            self.whole.setChecked(False)
        return was_open

    def search(self) -> None:
        if self._session.article is not None:
            super().search()

    def _begin(self, project: Project) -> Iterator[list[Any]] | None:
        article = self._session.article
        if article is None:
            return None
        for found in self._find(project, [article.id]):
            self.hits.take(found)
        return _elsewhere(self._find(project, None), article.id) if self.whole.isChecked() else None


def _elsewhere(search: Iterator[list[Any]], here: str) -> Iterator[list[Any]]:
    """Yield what a search finds in the other articles."""
    return ([hit for hit in found if hit.article != here] for found in search)
