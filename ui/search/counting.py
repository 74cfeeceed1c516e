"""The counts of the hits, made when all are found."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotations.errors import UserError
from annotations.search.query import SearchTarget
from models.queries import searching
from ui.search.count_lists import FoundCount, FoundCounts
from ui.search.found_list import FoundList
from ui.session import Session


class Counting(QObject):
    """The link between the hits and their counts."""

    def __init__(self, session: Session, found: FoundList, shown: FoundCounts) -> None:
        super().__init__(found)
        self._session, self._found, self._shown = session, found, shown
        found.listed.connect(self.count)
        found.rows.modelReset.connect(self._clear)

    def count(self) -> None:
        """Count the hits that are there."""
        project, places = self._session.project, self._found.rows.places
        if project is None or not places:
            self._clear()
            return
        try:
            made = searching.counts(project, places)
        except UserError as error:
            self._session.failed.emit(str(error))
            return
        is_facts = self._found.rows.target is SearchTarget.FACTS
        self._shown.show_counts(
            [FoundCount(name, name, count) for name, count in made.labels.most_common()],
            [FoundCount(*row) for row in made.articles],
            [FoundCount(month, month, count) for month, count in sorted(made.months.items())],
            field="fact" if is_facts else "label",
        )

    def _clear(self) -> None:
        if not self._found.rows.places:
            self._shown.show_counts((), (), (), field="label")
