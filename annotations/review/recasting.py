"""A rename, merge or removal in the schema carried through a review, so that it reopens nothing.

Decisions say what they saw and what they give gold under the new names, with the keys and ids that follow
from that; gold's items follow from them as before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions, redeciding
from annotations.review.cases import CLASH, Item, Ordered, case_key, content
from annotations.review.comparing import confirmed
from annotations.review.decisions import IMPORTED, OTHER, gold_id, stamp
from annotations.review.rekeying import rekeyed
from annotations.review.seals import sealed
from annotations.review.standing import of_sets
from annotations.sets import AnnotationSet, Decision
from annotations.spans import Span

Change = Callable[[AnnotationSet], AnnotationSet]  # what the rename, merge or removal does to a set


def recast(
    gold: AnnotationSet,
    change: Change,
    before: Sequence[AnnotationSet],
    ordered: Ordered,
    ordered_after: Ordered,
    *,
    is_plain: bool = False,
) -> AnnotationSet:
    """Return the gold after the change, as of a review of the sets `before`, which are changed as well.

    Nothing is open then that was not; what was approved is so still.  Gold that does not follow from the
    sets, or without any, keeps its items under their new names.  `ordered`: see `ordered_roles`, of the schema
    before and after.  `is_plain`: it gives a name that nothing had, so that all stays as it is but for that.
    """
    after = [change(made) for made in before]
    moved = _Recasting(gold, change, tuple(before), tuple(after), ordered_after)
    if is_plain and not any(said.case.startswith(CLASH) for said in decisions.all_of(gold)):
        return _sealed_anew(gold, before, moved.gold, after)
    was = of_sets(before, gold, ordered) if before else None
    if was is None or was.settled() is not gold:
        return moved.gold
    now = redeciding.carried_on(was, of_sets(after, moved.gold, ordered_after), moved.said)
    if (said := decisions.approval(gold)) and said.case == was.seal:
        now = replace(now, gold=now.gold.having(replace(said, case=now.seal)))
    return now.settled()


def _sealed_anew(
    gold: AnnotationSet,
    before: Sequence[AnnotationSet],
    now: AnnotationSet,
    after: Sequence[AnnotationSet],
) -> AnnotationSet:
    """Return the gold `now` with its approval of the sides as they are, if it was of those before."""
    said = decisions.approval(gold)
    if said is None or said.case != sealed(before, confirmed(gold), gold):
        return now
    return now.having(replace(said, case=sealed(after, confirmed(now), now)))


@dataclass(frozen=True)
class _Recasting:
    """A change of the gold and of the sides' sets, which are given before and after it."""

    was: AnnotationSet
    change: Change
    before: tuple[AnnotationSet, ...]
    after: tuple[AnnotationSet, ...]
    ordered: Ordered

    @cached_property
    def gold(self) -> AnnotationSet:
        """Return the gold with its own items and its decisions changed."""
        gold = self._with_ids(self.change(self.was))
        kept = [said for said in self.said.values() if said]
        return gold.lacking(*decisions.all_of(gold)).having(*_united(self.was, self.said, kept))

    @cached_property
    def said(self) -> dict[str, Decision | None]:
        """Return the steps of the review by the id that they had; None for one that says nothing any more."""
        made = {said.id: self._decision(said) for said in decisions.all_of(self.was)}
        stamps = {
            stamp(said): stamp(new)
            for said in decisions.all_of(self.was)
            if (new := made[said.id]) is not None
        }
        return {
            id_: said and replace(said, settles=tuple(sorted(stamps.get(old, old) for old in said.settles)))
            for id_, said in made.items()
        }

    def _decision(self, said: Decision) -> Decision | None:
        if decisions.is_on_case(said) and not said.case:
            return self._old(said)
        saw = tuple((who, item and self._side(who, item)) for who, item in said.saw)
        items = dict(zip((item for _, item in said.saw), (item for _, item in saw), strict=True))
        found = (items[item] if item in items else self._one(item) for item in said.made)
        made = tuple(item for item in found if item)
        had = bool(said.made) or any(item for _, item in said.saw)
        if had and not made and not any(item for _, item in saw):
            return None
        return rekeyed(replace(said, saw=saw, made=made), self.was.article, self.ordered)

    def _old(self, said: Decision) -> Decision:
        """Return a decision of before version 14, which names gold's items by their ids."""
        kind, _, id_ = said.choice.partition(" ")
        choice = f"{OTHER} {self._ids.get(id_, id_)}" if kind == OTHER else said.choice
        keys = {
            case_key(self.was.article, [o]): case_key(self.was.article, [n]) for o, n in self._ids.items()
        }
        return replace(said, id=keys.get(said.id, said.id), choice=choice)

    def _side(self, who: str, item: Item) -> Item | None:
        """Return the annotator's item after the change: as their set has it, where it had it."""
        for one, other in zip(self.before, self.after, strict=True):
            if one.annotator == who and one.items.get(item.kind, {}).get(item.id) == item:
                found = other.items.get(item.kind, {}).get(item.id)
                if isinstance(found, type(item)):
                    return found
        return self._one(item)

    def _one(self, item: Item) -> Item | None:
        alone_ = self.change(AnnotationSet.of(self.was.article, self.was.annotator, [item]))
        found = next(iter(alone_), None)
        return found if isinstance(found, type(item)) else None

    # --- gold's own items

    @cached_property
    def _ids(self) -> dict[str, str]:
        """Return the ids that depend on contents, with those that they become."""
        now = self.change(self.was)
        found = {}
        held: list[Span | Fact] = [*self.was.spans.values(), *self.was.facts.values()]
        for one in held:
            other: Span | Fact | None = (now.spans if isinstance(one, Span) else now.facts).get(one.id)
            if other and other != one and gold_id(self.was.article, one) == one.id:
                found[one.id] = gold_id(self.was.article, other)
        return found

    def _with_ids(self, gold: AnnotationSet) -> AnnotationSet:
        """Return the gold with the ids that its items have by what they say now."""
        ids = self._ids
        if not ids:
            return gold
        spans = [span for id_, span in gold.spans.items() if id_ in ids]
        facts = [fact for id_, fact in gold.facts.items() if id_ in ids or fact.span_ids() & ids.keys()]
        on = [comment for comment in gold.comments.values() if comment.on in ids]
        return gold.lacking(*spans, *facts).having(
            *(replace(span, id=ids[span.id]) for span in spans),
            *(_pointing(replace(fact, id=ids.get(fact.id, fact.id)), ids) for fact in facts),
            *(replace(comment, on=ids[comment.on or ""]) for comment in on),
        )


def _pointing(fact: Fact, ids: dict[str, str]) -> Fact:
    roles = tuple(
        replace(role, fillers=tuple(replace(f, span=ids.get(f.span or "", f.span)) for f in role.fillers))
        for role in fact.roles
    )
    return replace(fact, roles=roles)


def _united(
    gold: AnnotationSet, said: dict[str, Decision | None], kept: Iterable[Decision]
) -> list[Decision]:
    """Return the steps, where several have become one just the latest: of cases that are one now, of imports."""
    old_cases: dict[str, str] = {}  # by the key that it has now, the case that was decided last
    old = decisions.decisions(gold)
    order = sorted(old, key=lambda id_: (old[id_].at, id_))
    for id_ in order:
        if (new := said[id_]) and new.case and decisions.is_on_case(new):
            old_cases[new.case] = old[id_].case
    found: dict[object, Decision] = {}
    for id_ in order:
        new = said[id_]
        if new is None or (new.case in old_cases and old[id_].case != old_cases[new.case]):
            continue
        is_import = new.choice == IMPORTED
        found[(new.made[0].kind, content(new.made[0])) if is_import else new.id] = new
    return list(found.values())
