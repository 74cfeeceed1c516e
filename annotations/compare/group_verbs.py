"""Verbs on groups of facts, as `verbs` has them on entities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count, product

from annotations.compare.comparison import ComparedGroup, CrossComparison, GroupedFact, JudgedRow
from annotations.compare.items import FactGroup, Grouped, JudgedRole, KeptApart, United, Verdict
from annotations.compare.verdicts.shapes import PlacedFact
from annotations.errors import UserError
from annotations.sets import AnnotationSet
from annotations.spans import new_id


def confirm_group(
    said: AnnotationSet, group: ComparedGroup, facts: Iterable[GroupedFact] | None = None
) -> AnnotationSet:
    """Confirm the group with its facts, or with those alone."""
    chosen = group.facts if facts is None else facts
    return said.having(_item(group), *(_grouped(one.fact, group.id) for one in chosen if one.fact))


def reject_group(said: AnnotationSet, group: ComparedGroup) -> AnnotationSet:
    """Keep each undecided fact of the group apart from its first; what a person settled stays.

    UserError when there is nothing to part.
    """
    settled = [one for one in group.facts if one.is_settled and one.fact]
    if not group.there:
        raise UserError("There is nothing to reject: all its facts are gone. Take them out to forget them.")
    first, *rest = [*settled, *(one for one in group.undecided if one.fact)]
    apart = [pair for one in rest if not one.is_settled for pair in _apart([first], [one])]
    if not apart:
        raise UserError("There is nothing to reject: all its facts were put there by a person.")
    return said.having(*apart)


def merge_groups(said: AnnotationSet, groups: Sequence[ComparedGroup]) -> AnnotationSet:
    """Merge two groups or more into the first, with all their facts.  What kept their facts apart is dropped.

    UserError for less than two, and for groups of different types.
    """
    chosen = list({group.id: group for group in groups}.values())
    if len(chosen) < 2:
        raise UserError("Mark two groups to merge or more.")
    into, *others = chosen
    if len(types := sorted({group.type for group in chosen})) > 1:
        raise UserError(f"Only facts of one type report one event; these are {' and '.join(types)}.")
    made = said
    for group in chosen:
        made = confirm_group(made, group)
    made = _joined(made, [one for group in chosen for one in group.facts])
    return made.having(*(United("fact", group.id, into.id) for group in others))


def split_group(said: AnnotationSet, group: ComparedGroup, facts: Sequence[GroupedFact]) -> AnnotationSet:
    """Make a group of its own of some facts, kept apart from the rest.

    UserError when none or all are chosen.
    """
    chosen = {one.key for one in facts}
    rest = [one for one in group.facts if one.key not in chosen and one.fact]
    if not chosen or not rest:
        raise UserError("Mark some of the row's facts: those become a group of their own.")
    fresh = FactGroup(new_id(), _free_name(said, group.name), group.type)
    made = confirm_group(said, group, rest).having(fresh)
    return made.having(*(_grouped(one.fact, fresh.id) for one in facts if one.fact), *_apart(rest, facts))


def take_out_facts(said: AnnotationSet, group: ComparedGroup, facts: Sequence[GroupedFact]) -> AnnotationSet:
    """Take facts out of the group, and keep them apart from the rest; what is gone is forgotten.

    Of a rest that is only proposed the first is settled: else nothing would tell it from what is taken out.
    UserError when nothing would be left of a row that is only proposed.
    """
    keys = {one.key for one in facts}
    rest = [one for one in group.facts if one.key not in keys and one.fact]
    settled = [item for item in said.items.get(Grouped.kind, {}).values() if item.id in keys]
    if not rest and not settled:
        raise UserError(
            "These are all the facts of the row, and nobody put them there: reject the row instead."
        )
    made = said.lacking(*settled)
    if len(rest) > 1 and not any(one.is_settled for one in rest):
        made = confirm_group(made, group, rest[:1])
    return made.having(*_apart(rest, [one for one in facts if one.fact]))


def group_facts(
    said: AnnotationSet, facts: Sequence[PlacedFact], group: ComparedGroup | None = None, name: str = ""
) -> AnnotationSet:
    """Put facts into the group, or into a new one; they leave the groups that they were in.

    UserError for facts of different types.
    """
    types = sorted({placed.fact.type for placed in facts} | ({group.type} if group else set()))
    if len(types) != 1:
        raise UserError(
            f"Only facts of one type report one event; these are {' and '.join(types) or 'none'}."
        )
    item = _item(group) if group else FactGroup(new_id(), name, types[0])
    made = confirm_group(said, group) if group else said
    fresh = [GroupedFact(one.key, one.article.id, one.fact.type, one) for one in facts]
    made = _joined(made, [*(group.facts if group else ()), *fresh])
    return made.having(item, *(_grouped(placed, item.id) for placed in facts))


def keep_groups_apart(
    said: AnnotationSet, one: ComparedGroup, other: ComparedGroup, note: str = ""
) -> AnnotationSet:
    """Keep the facts of two groups apart for good.  UserError when they are one."""
    if one.id == other.id:
        raise UserError("Mark two groups to keep apart.")
    return said.having(*_apart(one.facts, other.facts, note))


def keep_facts_apart(
    said: AnnotationSet, ones: Sequence[GroupedFact], others: Sequence[GroupedFact], note: str = ""
) -> AnnotationSet:
    """Keep facts apart from others for good; those that a person put with them into one group leave it.

    UserError when a side has no fact that is there.
    """
    if not (apart := _apart(ones, others, note)):
        raise UserError("Choose two facts to keep apart.")
    held = said.items.get(Grouped.kind, {})
    groups = {item.group for one in ones if isinstance(item := held.get(one.key), Grouped)}
    leaving = [i for one in others if isinstance(i := held.get(one.key), Grouped) and i.group in groups]
    return said.lacking(*leaving).having(*apart)


def describe_group(
    said: AnnotationSet, group: ComparedGroup, *, name: str | None = None, note: str | None = None
) -> AnnotationSet:
    """Give the group a name or note; it and its facts are confirmed with that."""
    given = {field: value.strip() for field, value in (("name", name), ("note", note)) if value is not None}
    return confirm_group(said, group).having(replace(_item(group), **given))


def judge(
    said: AnnotationSet, group: ComparedGroup, row: JudgedRow, verdict: Verdict | None, reason: str = ""
) -> AnnotationSet:
    """Judge a role of the group, on the values that it has now; None: as it is computed.

    The group and its facts are confirmed with a verdict.
    """
    if verdict is None:
        return said.lacking(*([row.judged] if row.judged else []))
    made = said.lacking(row.judged) if row.judged and row.judged.group != group.id else said
    judged = JudgedRole(group.id, row.role, verdict, reason.strip(), row.computed.shown)
    return confirm_group(made, group).having(judged)


def facts_of(comparison: CrossComparison, keys: Iterable[str]) -> list[PlacedFact]:
    """Return the facts of those keys that are among the compared articles."""
    found = (comparison.fact(key) for key in keys)
    return [PlacedFact(*one) for one in found if one]


def _free_name(said: AnnotationSet, name: str) -> str:
    """Return the name with the first number that no other group has it with."""
    taken = {one.name for one in said.items.get(FactGroup.kind, {}).values() if isinstance(one, FactGroup)}
    return next(free for n in count(2) if (free := f"{name} ({n})") not in taken)


def _joined(said: AnnotationSet, facts: Sequence[GroupedFact]) -> AnnotationSet:
    """Return the set without what keeps any two of the facts apart."""
    keys = {one.key for one in facts}
    apart = said.items.get(KeptApart.kind, {}).values()
    return said.lacking(
        *(i for i in apart if isinstance(i, KeptApart) and i.of == "fact" and {i.one, i.other} <= keys)
    )


def _apart(ours: Iterable[GroupedFact], theirs: Iterable[GroupedFact], note: str = "") -> list[KeptApart]:
    found = []
    for one, other in product([o for o in ours if o.fact], [t for t in theirs if t.fact]):
        (first, a), (second, b) = sorted((side.key, _said(side)) for side in (one, other))
        if first != second:
            found.append(KeptApart("fact", first, second, (a, b), note))
    return found


def _said(one: GroupedFact) -> tuple[str, str]:
    start, end = (one.fact.fact.trigger or (0, 0)) if one.fact else (0, 0)
    return one.type, f"{start}-{end}"


def _item(group: ComparedGroup) -> FactGroup:
    return group.item or FactGroup(group.id, group.name, group.type)


def _grouped(placed: PlacedFact, group: str) -> Grouped:
    return Grouped(placed.key, group, placed.fact.type, placed.fact.trigger)
