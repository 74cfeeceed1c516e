"""Going among entities and wordings: which is in hand, which is the next to decide, in and out of an entity."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.compare.comparison import ComparedEntity, Mention
from annotations.compare.items import Entity, KeptApart, Member, Related, United
from annotations.compare.verbs import wording_of
from annotations.edits import Edit
from annotations.sets import PROJECT, Item
from ui.compare.comparing import Comparing
from ui.compare.entities.entity_list import EntityList
from ui.compare.entities.entity_rows import EntityStanding, MentionRow, WordingRow
from ui.compare.entities.mention_list import MentionList

OPEN = (EntityStanding.PROPOSED, EntityStanding.ADDED)


class EntityGoing:
    """The entity in hand, in the list, and the row of its mentions that is."""

    def __init__(self, comparing: Comparing, listing: EntityList, mentions: MentionList) -> None:
        self._comparing, self.listing, self.mentions = comparing, listing, mentions

    @property
    def entity(self) -> ComparedEntity | None:
        """Return the entity in hand."""
        return self._comparing.comparison.entity(self.listing.held())

    @property
    def is_inside(self) -> bool:
        """Return whether the keyboard is among the mentions."""
        return self.mentions.hasFocus()

    def hold(self, id_: str) -> bool:
        """Have that entity in hand, if it is listed; return whether it is."""
        place = self.listing.entities.place(id_)
        if place is not None:
            self.listing.hold(place)
        return place is not None

    def next_id(self, step: int = 1) -> str:
        """Return the id of the next entity to decide, or the previous one, "" for none but the one in hand."""
        rows, at = self.listing.entities, self.listing.currentIndex().row()
        found = (rows.row(place) for place in _round(at, rows.rowCount(), step))
        return next((row.id for row in found if row and row.is_to_decide), "")

    def go(self, step: int) -> bool:
        """Go to the next to decide: a wording while the keyboard is there, else an entity; return whether there is one.

        Behind the last wording comes the next entity.
        """
        return self.go_on(self.next_id(step), step)

    def go_on(self, id_: str, step: int = 1) -> bool:
        """Go to the next wording to decide, or else to that entity, which was next before a decision moved its row."""
        if self.is_inside and self._go_inside(step):
            return True
        if not self.hold(id_):
            return False
        if self.is_inside:
            self._go_first(step)
        return True

    def _go_inside(self, step: int) -> bool:
        rows, at = self.mentions.mentions.rows, self.mentions.currentIndex().row()
        places = range(at + 1, len(rows)) if step > 0 else range(at - 1, -1, -1)
        return self._hold_open(places)

    def _go_first(self, step: int) -> None:
        count = len(self.mentions.mentions.rows)
        if not self._hold_open(range(count) if step > 0 else range(count - 1, -1, -1)):
            self.mentions.hold(0)

    def _hold_open(self, places: range) -> bool:
        rows = self.mentions.mentions.rows
        for place in places:
            row = rows[place]
            if isinstance(row, WordingRow) and row.standing in OPEN:
                self.mentions.hold(place)
                return True
        return False

    def go_where(self, edit: Edit) -> bool:
        """Have the entity in hand that an edit across articles was about, if it is listed; return whether it is."""
        changes = [change for change in edit.changes if change.article == PROJECT]
        items = [item for change in changes for item in (*change.added, *change.removed)]
        return any(self.hold(id_) for item in items for id_ in self._ids(item))

    def _ids(self, item: Item) -> Iterator[str]:
        """Yield the ids of the entities that the item is about, as they are now."""
        comparison = self._comparing.comparison
        match item:
            case Entity():
                yield item.id
            case Member():
                yield comparison.entity_of.get(item.id, item.entity)
            case Related():
                yield item.from_
            case United(of="entity") | KeptApart(of="entity"):
                yield from (item.other, item.one)
            case _:
                return
        if isinstance(item, KeptApart):
            found = (
                one for one in comparison.entities if any(wording_of(m) in item.said for m in one.mentions)
            )
            yield from (one.id for one in found)

    def go_in(self) -> None:
        """Go to the wordings of the entity, to its first that is to decide; there, unfold the one in hand."""
        row = self.mentions.row()
        if self.is_inside:
            if isinstance(row, WordingRow):
                self.mentions.turn(row.key, is_open=True)
        elif row is not None:
            self.mentions.setFocus()
            self._go_first(1)

    def go_back(self) -> None:
        """Fold the wording in hand, or go to it from its mention, else back to the list."""
        row = self.mentions.row()
        if isinstance(row, MentionRow):
            self.mentions.hold(self.mentions.mentions.place(row.wording) or 0)
        elif isinstance(row, WordingRow) and row.key in self.mentions.mentions.open:
            self.mentions.turn(row.key, is_open=False)
        else:
            self.listing.setFocus()

    def to_show(self) -> tuple[str, list[Mention]]:
        """Return the mentions whose evidence is wanted, and the key of what they belong to."""
        row, entity = self.mentions.row(), self.entity
        if self.is_inside and isinstance(row, MentionRow):
            return row.key, [row.mention]
        if self.is_inside and isinstance(row, WordingRow):
            return row.key, list(row.mentions)
        return (entity.id, list(entity.mentions)) if entity else ("", [])


def _round(at: int, count: int, step: int) -> Iterator[int]:
    """Yield the places from the one behind `at` on, or before it, round to it again, `at` left out."""
    for distance in range(1, count + (at < 0)):
        yield (max(at, -1) + distance * step) % count
