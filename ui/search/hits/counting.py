"""The counts of the hits, made in slices once all are found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject

from annotations.search.hits import FoundPlace
from annotations.search.query import SearchTarget
from models.project import Project
from models.queries import articles as article_queries
from models.queries.searching.counting import HitCounting, SearchCounts
from ui.look.scripts import without_pictographs
from ui.search.hits.count_lists import FoundCount, FoundCounts
from ui.search.hits.found_list import FoundList
from ui.search.hits.slices import Slices
from ui.session import Session

STEP = 200  # hits
NO_LABEL, NO_DATE = "no label", "no date"


class FoundCounting(QObject):
    """The link between the hits and their counts."""

    def __init__(self, session: Session, found: FoundList, shown: FoundCounts) -> None:
        super().__init__(found)
        self._session, self._found, self._shown = session, found, shown
        self._made = SearchCounts()
        self.slices = Slices(self)
        self.slices.came.connect(self._take)
        self.slices.ended.connect(self._show)
        self.slices.failed.connect(session.failed)
        found.listed.connect(self.count)
        found.rows.modelReset.connect(self._clear)

    def count(self) -> None:
        """Count the hits that are there."""
        project = self._session.project
        if project is not None:
            self._made = SearchCounts()
            self.slices.start(_counts(project, list(self._found.rows.places)))

    def _take(self, made: SearchCounts) -> None:
        self._made = made

    def _show(self) -> None:
        made, project = self._made, self._session.project
        titles = article_queries.titles(project, made.by_article) if project else {}
        is_facts = self._found.rows.target is SearchTarget.FACTS
        self._shown.show_counts(
            [FoundCount(name, name or NO_LABEL, count) for name, count in made.labels()],
            [
                FoundCount(id_, without_pictographs(titles.get(id_, id_)), count)
                for id_, count in made.by_article.most_common()
            ],
            [FoundCount(month, month or NO_DATE, count) for month, count in made.months()],
            field="fact" if is_facts else "label",
        )

    def _clear(self) -> None:
        if not self._found.rows.places:
            self.slices.stop()
            self._shown.show_counts((), (), (), field="label")


def _counts(project: Project, places: Sequence[FoundPlace]) -> Iterator[SearchCounts]:
    """Yield the counts of these places as they grow."""
    counting = HitCounting(project)
    for at in range(0, len(places), STEP):
        counting.add(places[at : at + STEP])
        yield counting.counts
