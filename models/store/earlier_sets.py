"""A set as it was after an earlier event, under today's names: what came later is taken back, from the latest on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from annotations.sets import AnnotationSet, Item
from models.store.database import Database
from models.store.edit_log import changes

SetChange = Callable[[AnnotationSet], AnnotationSet]


class EarlierSets:
    """One annotator's set on the article after each event since that one.

    `made` is the set as it is now.  `forth` are the changes of names in force by the numbers of their events, `renames`
    all events of such changes: these are not taken back.
    """

    def __init__(
        self,
        database: Database,
        number: int,
        made: AnnotationSet,
        since: int,
        forth: Mapping[int, SetChange],
        renames: Collection[int],
    ) -> None:
        """Take back what came since; LookupError when the set is not what the log says."""
        self._versions: list[
            tuple[int, AnnotationSet]
        ] = []  # with the event since which it was so, the latest first
        self._chain: list[SetChange] = []
        rows = database.rows(
            "SELECT event.number, event.of, event.body FROM touched JOIN event ON event.number = touched.event "
            "WHERE touched.article = ? AND annotator = ? AND event.number > ? ORDER BY event.number DESC",
            (number, made.annotator, since),
        )
        for event, of, body in rows:
            if event in forth:
                self._chain.insert(0, forth[event])
            if event in renames or of in renames:
                continue
            self._versions.append((event, made))
            made = self._before(made, body)
        self._versions.append((0, made))

    def at(self, event: int) -> AnnotationSet:
        """Return the set after that event: the same object as long as nothing was changed."""
        return next(made for since, made in self._versions if since <= event)

    def _before(self, made: AnnotationSet, body: str | bytes) -> AnnotationSet:
        for change in changes(body):
            if (change.article, change.annotator) == (made.article, made.annotator):
                added = [made.items[item.kind][item.id] for item in change.added]
                removed = (self._today(item) for item in change.removed)
                made = made.lacking(*added).having(*(item for item in removed if item))
        return made

    def _today(self, item: Item) -> Item | None:
        """Return the item under today's names; None for one that says nothing any more."""
        one = AnnotationSet.of("", "", [item])
        for change in self._chain:
            one = change(one)
        return next(iter(one), None)
