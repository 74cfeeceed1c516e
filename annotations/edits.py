"""Edits: undoable steps, each a verb and the items that left and entered the annotation sets it touches.

Every verb is a pure function from one set to the next; the edit between the two is what is stored, logged,
undone, shown and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import compress
from operator import is_not

from annotations.errors import StaleEdit, UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import PROJECT, AnnotationSet, Comment, Item, State

CLOSED = (State.IN_REVIEW, State.REVIEWED)
MACHINE = "{name} is a machine here ({machine}): its work is changed by `suggest --as-annotator` alone."


@dataclass(frozen=True)
class Change:
    """The items that left (`removed`) and entered (`added`) an annotation set; an altered one is in both."""

    article: str
    annotator: str
    removed: tuple[Item, ...] = ()
    added: tuple[Item, ...] = ()

    @classmethod
    def between(cls, before: AnnotationSet, after: AnnotationSet) -> Change:
        removed: list[Item] = []
        added: list[Item] = []
        for kind in {**before.items, **after.items}:
            one, other = before.items.get(kind, {}), after.items.get(kind, {})
            if one is not other:
                gone, come = _difference(one, other)
                removed += gone
                added += come
        return cls(before.article, before.annotator, tuple(removed), tuple(added))

    def inverse(self) -> Change:
        return replace(self, removed=self.added, added=self.removed)

    def applied(self, to: AnnotationSet) -> AnnotationSet:
        """Return the set after this change.

        StaleEdit when the set is not what the change was made against.
        """
        leaving = {(item.kind, item.id) for item in self.removed}
        unmet = any(to.items.get(item.kind, {}).get(item.id) != item for item in self.removed)
        taken = any(
            item.id in to.items.get(item.kind, {})
            for item in self.added
            if (item.kind, item.id) not in leaving
        )
        if unmet or taken:
            raise StaleEdit(
                "The article was changed in the meantime, so this was not done; please look again."
            )
        return to.lacking(*self.removed).having(*self.added)


@dataclass(frozen=True)
class Edit:
    """One undoable step over one or more annotation sets."""

    verb: str
    changes: tuple[Change, ...] = ()

    @classmethod
    def between(cls, verb: str, before: AnnotationSet, after: AnnotationSet) -> Edit:
        """Return the edit from one set to the next, with the state that follows from it.

        UserError as `check_open`.
        """
        return cls.over(verb, [(before, after)])

    @classmethod
    def over(cls, verb: str, pairs: Iterable[tuple[AnnotationSet, AnnotationSet]]) -> Edit:
        """Return one edit over several sets; pairs without a difference are left out."""
        changes = (Change.between(before, _moved_on(before, after)) for before, after in pairs)
        return cls(verb, tuple(change for change in changes if change.removed or change.added))

    def inverse(self) -> Edit:
        return replace(self, changes=tuple(change.inverse() for change in self.changes))

    def __bool__(self) -> bool:
        return bool(self.changes)


def _difference(before: Mapping[str, Item], after: Mapping[str, Item]) -> tuple[list[Item], list[Item]]:
    """Return the items of one kind that left and those that entered, by id.

    A verb keeps what it does not touch as the same object, so equal items are found without a loop of Python.
    """
    is_other = map(is_not, map(before.get, after), after.values())
    added = [item for item in compress(after.values(), is_other) if before.get(item.id) != item]
    removed = [before[item.id] for item in added if item.id in before]
    if len(before) + len(added) - len(removed) > len(after):
        removed += [item for id_, item in before.items() if id_ not in after]
    return removed, added


def check_open(made: AnnotationSet) -> None:
    """Raise UserError when the set is in review, and so read-only to its annotator, or a machine's."""
    if machine := made.progress.machine:
        raise UserError(MACHINE.format(name=made.annotator, machine=machine))
    if made.state in CLOSED:
        raise UserError(f"The article is {made.state} and cannot be changed until it is returned.")


def _moved_on(before: AnnotationSet, after: AnnotationSet) -> AnnotationSet:
    """Return the set in the state that an edit leads to, unless the verb set one itself; a project set has none."""
    if before.article == PROJECT or before.progress != after.progress or before == after:
        return after
    check_open(before)
    state = before.state
    if state in (State.NEW, State.RETURNED):
        return after.having(replace(before.progress, state=State.STARTED, changed=False))
    if state is State.DONE and not _is_remark(before, after):
        return after.having(replace(before.progress, state=State.DONE, changed=True))
    return after


def _is_remark(before: AnnotationSet, after: AnnotationSet) -> bool:
    """Return whether the two sets differ in comments alone: a comment does not change the work."""
    kinds = {*before.items, *after.items} - {Comment.kind}
    return all(before.items.get(kind) == after.items.get(kind) for kind in kinds)
