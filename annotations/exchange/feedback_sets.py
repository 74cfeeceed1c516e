"""The sets of a feedback package: what of an annotator's work and of gold is told to that annotator.

A package is merged, so what is left out or masked here must lose against the whole of it wherever both meet:
what another person wrote is stamped by an event of its own, which counts less than the one that it stands for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotations.exchange.merge import Key, Stamp, Stamped
from annotations.exchange.packed_sets import Event, PackedSet
from annotations.facts import RULE, Date, Fact, Filler
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions
from annotations.review.cases import Ordered, case_key
from annotations.review.feedback import SOMEBODY, reviewed
from annotations.sets import FINISHED, GOLD, AnnotationSet, Comment, Decision, Item, Mark, Progress, State
from annotations.spans import Span

MASKED = "-"  # what a masked event's uuid begins with: less than any other


def of_article(
    mine: PackedSet, gold: PackedSet | None, *, is_anonymous: bool = False, ordered: Ordered = ()
) -> list[PackedSet]:
    """Return what goes into the annotator's feedback package of one article.

    Of a reviewed article that is their set and gold; of one that they have back their set alone, with the
    remarks on it; of a review that is still open nothing.  `is_anonymous`: with nobody else's name, and no
    decision that is not about their work.  `ordered`: see `cases.ordered_roles`.
    """
    state = state_of(mine)
    if state is State.RETURNED:
        return [_masked(mine, mine.annotator)] if is_anonymous else [mine]
    if gold is None or state not in FINISHED or state_of(gold) is not State.REVIEWED:
        return []
    if not is_anonymous:
        return [mine, gold]
    return [_masked(mine, mine.annotator), _masked(_about(mine, gold, ordered), mine.annotator)]


def state_of(made: PackedSet) -> State:
    progress = made.state.get((Progress.kind, Progress.id))
    return progress.item.state if progress and isinstance(progress.item, Progress) else State.NEW


def set_of(made: PackedSet) -> AnnotationSet:
    """Return the annotation set that is packed."""
    items = (stamped.item for stamped in made.state.values() if stamped.item)
    return AnnotationSet.of(made.article, made.annotator, items)


# --- without anybody else


def _about(mine: PackedSet, gold: PackedSet, ordered: Ordered) -> PackedSet:
    """Return the gold with those decisions alone that are told to the annotator."""
    whole = set_of(gold)
    told = _told(set_of(mine), whole, ordered)
    others = {
        (said.kind, said.id) for said in decisions.all_of(whole) if _is_on_others(said, mine.annotator, told)
    }
    if set(decisions.sides_of(whole)[0]) <= {mine.annotator}:
        return gold  # a review of their work alone
    return _with(gold, gold.events, {key: kept for key, kept in gold.state.items() if key not in others})


def _told(made: AnnotationSet, gold: AnnotationSet, ordered: Ordered) -> set[str]:
    """Return the ids of the decisions behind what the gold has otherwise than the annotator."""
    found = reviewed(made, gold, "", "", ordered).corrections
    ids = [item.id for one in found for item in (one.was, one.now) if item]
    by_item = decisions.by_item(gold)
    return {by_item[id_].id for id_ in ids if id_ in by_item} | {case_key(gold.article, [id_]) for id_ in ids}


def _is_on_others(said: Decision, own: str, told: set[str]) -> bool:
    kind, _, who = said.choice.partition(" ")
    if kind == decisions.RETURN:
        return who != own
    return (decisions.is_on_case(said) or kind == decisions.ADDED) and said.id not in told


def _masked(made: PackedSet, own: str) -> PackedSet:
    """Return the set with nobody's name but the annotator's own."""
    mask = _Mask(own, made.annotator == own, made.article)
    events = {event.uuid: mask.event(event) for event in made.events.values()}
    state = {
        key: Stamped(
            stamped.item and mask.item(stamped.item),
            Stamp(stamped.stamp.lamport, events[stamped.stamp.event].uuid),
        )
        for key, stamped in made.state.items()
    }
    return _with(made, {event.uuid: event for event in events.values()}, state)


def _with(made: PackedSet, events: Mapping[str, Event], state: Mapping[Key, Stamped]) -> PackedSet:
    used = {stamped.stamp.event for stamped in state.values()}
    return replace(made, events={uuid: event for uuid, event in events.items() if uuid in used}, state=state)


@dataclass(frozen=True)
class _Mask:
    """A mask over all names but the annotator's own; `is_own`: in their own set, whose marks are theirs."""

    own: str
    is_own: bool
    article: str

    def name(self, who: str) -> str:
        return who if who in (self.own, "") else SOMEBODY

    def event(self, event: Event) -> Event:
        if event.by == self.own:
            return event
        uuid, by = f"{MASKED}{event.uuid}", self.name(event.by)
        return Event(uuid=uuid, lamport=event.lamport, by=by, at=event.at, verb="review")

    def item(self, item: Item) -> Item:
        if isinstance(item, Comment):
            return replace(item, by=self.name(item.by))
        if isinstance(item, Decision):
            return self._decision(item)
        if isinstance(item, Mark) and not self.is_own:
            return self._mark(item)
        return item

    def _decision(self, said: Decision) -> Decision:
        """Return the decision with what the annotator had alone; that on the sides still says how many there were."""
        kind, _, who = said.choice.partition(" ")
        choice = f"{decisions.TAKE} {GOLD}" if kind == decisions.TAKE and who != self.own else said.choice
        names = enumerate(said.saw) if kind == decisions.SIDES else ()
        sides = tuple((name if name == self.own else f"annotator {n}", None) for n, (name, _) in names)
        saw = tuple((name, item) for name, item in said.saw if name == self.own)
        held = {item.id for _, item in saw if item}
        made = tuple(item if item.id in held else self._given(item) for item in said.made)
        return replace(said, choice=choice, by=self.name(said.by), saw=sides or saw, made=made)

    def _given(self, item: Mark) -> Mark:
        """Return an item of somebody else that a decision gives gold, as gold has it."""
        if isinstance(item, Fact):
            item = item.with_fillers(dict.fromkeys(item.span_ids()))
        item = self._mark(item)
        return (
            replace(item, id=decisions.gold_id(self.article, item)) if isinstance(item, Span | Fact) else item
        )

    def _mark(self, item: Mark) -> Mark:
        if isinstance(item, Span):
            return replace(item, origin=self._origin(item.origin))
        if isinstance(item, Fact):
            roles = (replace(role, fillers=tuple(map(self._filler, role.fillers))) for role in item.roles)
            return replace(item, origin=self._origin(item.origin), roles=tuple(roles))
        return item

    def _origin(self, origin: str) -> str:
        """Return the origin where it is the annotator; any other may be a name."""
        return origin if origin == self.own else ""

    def _filler(self, filler: Filler) -> Filler:
        value = filler.value
        if isinstance(value, Date) and value.by not in (self.own, RULE, None):
            return replace(filler, value=replace(value, by=None))
        return filler
