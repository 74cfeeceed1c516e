"""The reviewer's verbs: pure functions from one gold set, or one annotator's set in review, to the next.

A verb only puts decisions into the gold set: `standing` computes from them what gold is.  Each says what it
saw and what it gives gold, so that it stands on what it is about alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from annotations.errors import UserError
from annotations.facts import Fact
from annotations.review.cases import Case, Difference, Item, case_key, content, same
from annotations.sets import GOLD, AnnotationSet, Decision, Progress, State
from annotations.spans import Span, Status, derived_id
from annotations.text.text import crosses_paragraph

TAKE, BOTH, NEITHER, OTHER = "take", "both", "neither", "other"  # what a decision's choice begins with
ON_CASE = (TAKE, BOTH, NEITHER, OTHER)
ADDED = "added"  # on no case: everybody missed it
IMPORTED = "imported"  # it came as gold from a file
RETURN = "return"  # and a name: the article went back to that annotator
APPROVED = "approved"
SIDES = "sides"  # whose work is reviewed


def decisions(gold: AnnotationSet) -> dict[str, Decision]:
    """Return the steps of the review by id."""
    return cast(dict[str, Decision], dict(gold.items.get(Decision.kind, {})))


def all_of(gold: AnnotationSet) -> list[Decision]:
    """Return the steps of the review, in no order."""
    return [*decisions(gold).values()]


def is_on_case(said: Decision) -> bool:
    return said.choice.partition(" ")[0] in ON_CASE


def is_old(said: Decision) -> bool:
    """Return whether it was decided before version 14, so that it is not known what it saw."""
    return not said.case and (is_on_case(said) or said.choice == ADDED)


def stamp(said: Decision) -> str:
    """Return what another reviewer's decision settles this one by: it changes with what it says."""
    return derived_id("stamp", said.id, said.choice, sorted(repr(content(item)) for item in said.made))


def live(gold: AnnotationSet) -> list[Decision]:
    """Return the decisions on cases that no other reviewer's has settled, in order of time."""
    made = [said for said in all_of(gold) if said.case and is_on_case(said)]
    settled = {one for said in made for one in said.settles}
    return in_time(said for said in made if stamp(said) not in settled)


def in_time(found: Iterable[Decision]) -> list[Decision]:
    """Return the decisions in the order in which they were made."""
    return sorted(found, key=lambda said: (said.at, said.id))


def outcome(said: Decision) -> frozenset[object]:
    """Return what the decision gives gold, whoever made it."""
    return frozenset((item.kind, content(item)) for item in said.made)


def differ(said: Iterable[Decision]) -> bool:
    """Return whether the decisions on one case do not all give gold the same."""
    return len(set(map(outcome, said))) > 1


def by_case(gold: AnnotationSet) -> dict[str, list[Decision]]:
    """Return the live decisions by the key of their case, each list in order of time."""
    found: dict[str, list[Decision]] = {}
    for said in live(gold):
        found.setdefault(said.case, []).append(said)
    return found


def differing(gold: AnnotationSet) -> dict[str, list[Decision]]:
    """Return the decisions on which reviewers differ, by the key of their case."""
    return {key: said for key, said in by_case(gold).items() if differ(said)}


def approval(gold: AnnotationSet) -> Decision | None:
    """Return the latest approval, if it is known what it was about."""
    return decisions(gold).get(approval_id(gold.article))


def approval_id(article: str) -> str:
    return derived_id(APPROVED, article)


def by_item(gold: AnnotationSet) -> dict[str, Decision]:
    """Return the decisions by the id of every item that they saw or made."""
    found: dict[str, Decision] = {}
    for said in in_time(all_of(gold)):
        if is_on_case(said) or said.choice == ADDED:
            items = [*(item for _, item in said.saw if item), *said.made]
            found.update((item.id, said) for item in items)
            found.update((gold_id(gold.article, item), said) for item in said.made)
    return found


def old_ids(case: Case) -> set[str]:
    """Return the ids that decisions on the case had before version 14."""
    ids = [item.id for item in case.sides.values()]
    return {case_key(case.article, ids), *(case_key(case.article, [id_]) for id_ in ids)}


def gold_id(article: str, item: Item) -> str:
    """Return the id of the item in gold, which depends on its content alone."""
    if isinstance(item, Span):
        return derived_id(GOLD, article, item.start, item.end, item.label)
    return derived_id(GOLD, article, content(item)) if isinstance(item, Fact) else item.id


# --- on the gold set


def take(
    gold: AnnotationSet, case: Case, annotator: str, *, by: str, reason: str = "", note: str = ""
) -> AnnotationSet:
    """Return the gold with the case decided as that annotator has it; with no item where they have none."""
    items = [case.sides[annotator]] if annotator in case.sides else []
    return _decide(gold, case, items, f"{TAKE} {annotator}", by=by, reason=reason, note=note)


def take_both(gold: AnnotationSet, case: Case, *, by: str, note: str = "") -> AnnotationSet:
    """Return the gold with the items of every annotator in the case, side by side."""
    return _decide(gold, case, list(case.sides.values()), BOTH, by=by, note=note)


def take_neither(gold: AnnotationSet, case: Case, *, by: str, reason: str, note: str = "") -> AnnotationSet:
    """Return the gold with no item for the case.  UserError without a reason."""
    if not reason:
        raise UserError("Say why nothing should be marked here: choose a reason.")
    return _decide(gold, case, [], NEITHER, by=by, reason=reason, note=note)


def take_other(
    gold: AnnotationSet, case: Case, item: Item, text: str, *, by: str, reason: str = "", note: str = ""
) -> AnnotationSet:
    """Return the gold with an item that no annotator has, as the decision on the case.

    UserError when it does not fit the text or is in the gold already.
    """
    _check(item, text)
    steps = [said for said in all_of(gold) if said.case == case.key] + [*case.before]
    own = {gold_id(gold.article, made) for said in steps for made in said.made}
    copy = gold_id(gold.article, item)
    if copy in gold.items.get(item.kind, {}) and copy not in own:
        raise UserError("The gold says just this already.")
    return _decide(gold, case, [item], f"{OTHER} {copy}", by=by, reason=reason, note=note)


def take_item(
    gold: AnnotationSet, case: Case, item: Item | None, *, by: str, note: str = ""
) -> AnnotationSet:
    """Return the gold with the case decided as the first annotator has it whose reading is the item."""
    for who in case.of:
        if same(case.sides.get(who), item, case.ordered):
            return take(gold, case, who, by=by, note=note)
    raise UserError("Nobody says this; decide it as a third way.")


def take_all(gold: AnnotationSet, cases: Iterable[Case], annotator: str, *, by: str) -> AnnotationSet:
    """Return the gold with every one of the cases decided as that annotator has it."""
    for case in cases:
        gold = take(gold, case, annotator, by=by)
    return gold


def add(gold: AnnotationSet, item: Item, text: str, *, by: str, reason: str, note: str = "") -> AnnotationSet:
    """Return the gold with an item that everybody missed.  UserError as `take_other`."""
    _check(item, text)
    if gold_id(gold.article, item) in gold.items.get(item.kind, {}):
        raise UserError("The gold says just this already.")
    return _with_added(gold, [item], by=by, reason=reason, note=note)


def of_sides(gold: AnnotationSet, names: Sequence[str], *, only: bool) -> AnnotationSet:
    """Return the gold as of a review of these annotators' work; `only`: of nobody's else, whoever is done."""
    choice = f"{SIDES} only" if only else SIDES
    said = Decision(derived_id(SIDES, gold.article), choice, saw=tuple((who, None) for who in sorted(names)))
    return gold if decisions(gold).get(said.id) == said else gold.having(said)


def sides_of(gold: AnnotationSet) -> tuple[list[str], bool]:
    """Return the annotators whose work was reviewed, and whether nobody else's is to be."""
    said = decisions(gold).get(derived_id(SIDES, gold.article))
    return ([who for who, _ in said.saw], said.choice != SIDES) if said else ([], False)


def _decide(
    gold: AnnotationSet,
    case: Case,
    items: Sequence[Item],
    choice: str,
    *,
    by: str,
    reason: str = "",
    note: str = "",
) -> AnnotationSet:
    """Return the gold with the decision, which settles those of others that are there, and without what lapsed."""
    steps = decisions(gold)
    old = old_ids(case) if any(map(is_old, steps.values())) else ()
    lapsed = {said.case for said in case.before} - {""}  # also what another reviewer decided on it then
    gold = gold.lacking(*case.before, *(said for said in steps.values() if said.case in lapsed))
    gold = gold.lacking(*(steps[id_] for id_ in old if id_ in steps))
    if case.difference is Difference.GONE:
        return _with_added(gold, items, by=by, reason=reason, note=note)
    others = (said for said in steps.values() if said.case == case.key and said.by != by)
    said = Decision(
        derived_id("decision", case.key, by),
        choice,
        reason,
        note,
        by,
        case=case.key,
        saw=tuple((who, case.sides.get(who)) for who in case.of),
        made=tuple(map(_confirmed, items)),
        settles=tuple(sorted(map(stamp, others))),
    )
    return gold.having(said)


def _with_added(
    gold: AnnotationSet, items: Sequence[Item], *, by: str, reason: str, note: str
) -> AnnotationSet:
    """Return the gold with items that nobody has, or nobody has any more, as the reviewer's own."""
    for item in items:
        key = derived_id(ADDED, gold.article, item.kind, gold_id(gold.article, item))
        gold = gold.having(Decision(key, ADDED, reason, note, by, case=key, made=(_confirmed(item),)))
    return gold


def _confirmed(item: Item) -> Item:
    return replace(item, status=Status.CONFIRMED) if isinstance(item, Span | Fact) else item


def _check(item: Item, text: str) -> None:
    if isinstance(item, Fact):
        if item.is_empty():
            raise UserError("A fact needs a trigger or a filler in the text.")
    elif isinstance(item, Span):
        if not 0 <= item.start < item.end <= len(text):
            raise UserError("A span needs at least one character of the text.")
        if crosses_paragraph(text, item.start, item.end):
            raise UserError("A span cannot run over a paragraph break; label each part by itself.")


# --- returns and approvals


def returns(gold: AnnotationSet, annotator: str) -> list[Decision]:
    """Return the returns of the article to that annotator, the first one first."""
    return in_time(said for said in all_of(gold) if said.choice == f"{RETURN} {annotator}")


def round_of(gold: AnnotationSet, annotator: str) -> int:
    """Return the number of the annotator's round on the article: 2 after the first return."""
    return len(returns(gold, annotator)) + 1


def note_return(
    gold: AnnotationSet,
    made: AnnotationSet,
    items: Iterable[Item],
    *,
    reason: str,
    by: str,
    at: str,
    note: str,
) -> AnnotationSet:
    """Return the gold with the return of the set noted: why, and all that was confirmed in it then."""
    number = round_of(gold, made.annotator)
    id_ = derived_id(RETURN, gold.article, made.annotator, number)
    choice = f"{RETURN} {made.annotator}"
    return gold.having(Decision(id_, choice, reason, note, by, at, made=tuple(items)))


def without_approval(gold: AnnotationSet) -> AnnotationSet:
    """Return the gold as one that nobody has approved."""
    if said := approval(gold):
        gold = gold.lacking(said)
    return gold.having(Progress(State.STARTED)) if gold.state is State.REVIEWED else gold


def note_approval(gold: AnnotationSet, seal: str, *, by: str, at: str) -> AnnotationSet:
    """Return the gold with its approval noted; `seal` is `Standing.seal` of what was approved."""
    said = Decision(approval_id(gold.article), APPROVED, by=by, at=at, case=seal)
    return gold.having(said)
