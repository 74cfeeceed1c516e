"""Ways into Compare from elsewhere: to the entity of a span, the row of a fact, or what an undo or redo was about."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.compare.items import FactGroup, Grouped, JudgedRole, KeptApart, Member, article_of
from annotations.edits import Edit
from annotations.sets import PROJECT, Item
from ui.compare.comparing import EVERYTHING, Comparing
from ui.compare.entities.entity_pane import EntityPane
from ui.compare.table.group_table import GroupTable
from ui.session import Session

NOT_HERE = {
    "span": "No story that can be compared has this name.",
    "fact": "This fact is in no group: none is proposed for it, and nobody made one.",
}
NOT_SEARCHED = "Nothing was searched for across articles yet, so each name stands alone."


class ComparedHolding:
    """The hand of the view: it puts entity or row in it, in the story at hand or else in one with the article."""

    def __init__(
        self, session: Session, comparing: Comparing, table: GroupTable, entities: EntityPane
    ) -> None:
        self._session, self._comparing, self._table, self._entities = session, comparing, table, entities

    def hold(self, sort: str, key: str) -> None:
        """Have the entity of a `span`, or the row of a `fact`, in hand; a sentence says why that cannot be."""
        article, before = article_of(key), self._comparing.story
        stories = [one for one, _ in self._comparing.stories if article in one.articles]
        for story in (before, EVERYTHING, *stories):
            if story != self._comparing.story:
                self._comparing.choose(story.id)
            if self._hold(sort, key):
                break
        else:
            self._comparing.choose(before.id)
            self._session.noted.emit(self._why_alone() or NOT_HERE[sort])
            return
        if why := self._why_alone():
            self._session.noted.emit(why)

    def _why_alone(self) -> str:
        """Return a sentence on why there are no proposals for the annotator, "" where there was a search."""
        comparing = self._comparing
        return "" if comparing.is_searched else comparing.why_old or NOT_SEARCHED

    def _hold(self, sort: str, key: str) -> bool:
        """Have it in hand if it is in the story at hand; return whether it is."""
        comparison = self._comparing.comparison
        if sort == "span":
            return self._entities.hold(comparison.entity_of.get(key, ""))
        if is_here := self._table.go_to(comparison.group_of.get(key, "")):
            self._table.setFocus()
        return is_here

    def go_where(self, edit: Edit) -> None:
        """Go to the row, else to the entity, that an undo or redo was about."""
        if not any(map(self._table.go_to, self._groups_of(edit))):
            of = self._comparing.comparison.entity_of
            keys = (item.id for item in _items(edit) if isinstance(item, Member))
            any(self._entities.hold(of.get(key, "")) for key in keys)

    def _groups_of(self, edit: Edit) -> Iterator[str]:
        """Yield the ids of the groups that the edit is about."""
        for item in _items(edit):
            if isinstance(item, FactGroup):
                yield item.id
            elif isinstance(item, Grouped | JudgedRole):
                yield item.group
            elif isinstance(item, KeptApart):
                yield self._comparing.comparison.group_of.get(item.one, "")


def _items(edit: Edit) -> Iterator[Item]:
    """Yield what the edit added or took out across articles."""
    for change in edit.changes:
        if change.article == PROJECT:
            yield from (*change.added, *change.removed)
