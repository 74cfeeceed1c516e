"""Marks on entities: they outlive a filter, a search, and another story, and follow an entity that has another id."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from annotations.compare.comparison import ComparedEntity, CrossComparison
from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class EntityMark:
    """A mark: the entity's id, and the key of its first mention, which finds it when the id is another."""

    id: str
    first: str


class EntityMarks(QObject):
    """The marks, in the order in which they were made.  `changed`: others are marked."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: list[EntityMark] = []

    def toggle(self, entity: ComparedEntity) -> None:
        """Mark the entity, or take its mark away."""
        rest = [mark for mark in self._marks if mark.id != entity.id]
        if len(rest) == len(self._marks):
            rest.append(EntityMark(entity.id, entity.mentions[0].key if entity.mentions else ""))
        self._put(rest)

    def follow(self, comparison: CrossComparison) -> None:
        """Mark what each marked entity is in the comparison; one of other articles keeps its mark."""
        found: dict[str, EntityMark] = {}
        for mark in self._marks:
            is_here = comparison.entity(mark.id) is not None
            id_ = mark.id if is_here else comparison.entity_of.get(mark.first, mark.id)
            found.setdefault(id_, EntityMark(id_, mark.first))
        self._put(list(found.values()))

    def marked(self, comparison: CrossComparison) -> list[ComparedEntity]:
        """Return the marked entities that are in the comparison, in the order of marking."""
        found = (comparison.entity(mark.id) for mark in self._marks)
        return [one for one in found if one is not None]

    def has(self, id_: str) -> bool:
        return any(mark.id == id_ for mark in self._marks)

    def drop(self, ids: Collection[str]) -> None:
        """Take the marks of those entities away."""
        self._put([mark for mark in self._marks if mark.id not in ids])

    def clear(self) -> None:
        """Take all marks away."""
        self._put([])

    def _put(self, marks: list[EntityMark]) -> None:
        if marks != self._marks:
            self._marks = marks
            self.changed.emit()
