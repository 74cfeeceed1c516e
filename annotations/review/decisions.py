"""The reviewer's verbs: pure functions from one gold set, or one annotator's set in review, to the next.

The outcome of a case is kept beside the gold as decisions: one by the case's key, and one by the key of each
item that was overruled or added, so that its annotator finds the reason without anybody else's work.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from annotations.errors import UserError
from annotations.facts import Fact, Filler
from annotations.review.cases import Case, Comparison, Difference, case_key, content
from annotations.sets import GOLD, AnnotationSet, Comment, Decision, Progress, State
from annotations.spans import Span, Status, derived_id, new_id
from annotations.text.text import crosses_paragraph

TAKE, BOTH, NEITHER, OTHER = "take", "both", "neither", "other"  # what a decision's choice begins with
ADDED = "added"  # on no case: everybody missed it
REVIEWABLE = (State.DONE, State.IN_REVIEW)


def decisions(gold: AnnotationSet) -> dict[str, Decision]:
    """Return the decisions by key of the case or of the single item."""
    return cast(dict[str, Decision], dict(gold.items.get(Decision.kind, {})))


def open_cases(comparison: Comparison, gold: AnnotationSet) -> list[Case]:
    """Return the cases that are still to be decided, in order."""
    decided = gold.items.get(Decision.kind, {})
    return [case for case in comparison.cases if case.key not in decided]


def single(article: str, annotator: str, item: Span | Fact) -> Case:
    """Return one item as a case, for the review of an article with a single annotator."""
    return Case(article, Difference.ONLY, {annotator: item}, (annotator,))


def alone(made: AnnotationSet) -> Comparison:
    """Return a single annotator's work as a comparison: every confirmed span, then every fact, is a case."""
    items: list[Span | Fact] = [*made.spans.values(), *made.facts.values()]
    confirmed = (item for item in items if item.status is Status.CONFIRMED)
    cases = [single(made.article, made.annotator, item) for item in confirmed]
    order = sorted(cases, key=lambda case: (case.is_fact, case.place, case.key))
    return Comparison(made.article, (made.annotator,), (), tuple(order))


# --- on the gold set


def begin(gold: AnnotationSet, comparison: Comparison) -> AnnotationSet:
    """Return the gold set with all items that the annotators agree on; items put there before stay."""
    spans = [item for item in comparison.agreed if isinstance(item, Span)]
    facts = [item for item in comparison.agreed if isinstance(item, Fact)]
    for items in (spans, facts):
        copies = (gold_copy(gold, item) for item in items)
        gold = gold.having(*(copy for copy in copies if copy.id not in gold.items.get(copy.kind, {})))
    return gold


def take(
    gold: AnnotationSet, case: Case, annotator: str, *, by: str, reason: str = "", note: str = ""
) -> AnnotationSet:
    """Return the gold with the case decided as that annotator has it; with no item where they have none."""
    said = Decision(case.key, f"{TAKE} {annotator}", reason, note, by)
    return _decide(gold, case, [case.sides[annotator]] if annotator in case.sides else [], said)


def take_both(gold: AnnotationSet, case: Case, *, by: str, note: str = "") -> AnnotationSet:
    """Return the gold with the items of every annotator in the case, side by side."""
    return _decide(gold, case, list(case.sides.values()), Decision(case.key, BOTH, "", note, by))


def take_neither(gold: AnnotationSet, case: Case, *, by: str, reason: str, note: str = "") -> AnnotationSet:
    """Return the gold with no item for the case.  UserError without a reason."""
    if not reason:
        raise UserError("Say why nothing should be marked here: choose a reason.")
    return _decide(gold, case, [], Decision(case.key, NEITHER, reason, note, by))


def take_other(
    gold: AnnotationSet,
    case: Case,
    item: Span | Fact,
    text: str,
    *,
    by: str,
    reason: str = "",
    note: str = "",
) -> AnnotationSet:
    """Return the gold with an item that no annotator has, as the decision on the case.

    UserError when it does not fit the text or is in the gold already.
    """
    if isinstance(item, Span):
        _check_bounds(item, text)
    elif item.is_empty():
        raise UserError("A fact needs a trigger or a filler in the text.")
    copy = gold_copy(gold, item)
    if copy.id in undecided(gold, case).items.get(copy.kind, {}):
        raise UserError("The gold says just this already.")
    return _decide(gold, case, [item], Decision(case.key, f"{OTHER} {copy.id}", reason, note, by))


def take_item(
    gold: AnnotationSet, case: Case, item: Span | Fact | None, *, by: str, note: str = ""
) -> AnnotationSet:
    """Return the gold with the case decided as the first annotator has it whose reading is the item."""
    for reading, said in case.readings().items():
        if (reading and content(reading)) == (item and content(item)):
            return take(gold, case, said[0], by=by, note=note)
    raise UserError("Nobody says this; decide it as a third way.")


def take_all(gold: AnnotationSet, cases: Iterable[Case], annotator: str, *, by: str) -> AnnotationSet:
    """Return the gold with every one of the cases decided as that annotator has it."""
    for case in cases:
        gold = take(gold, case, annotator, by=by)
    return gold


def add(gold: AnnotationSet, span: Span, text: str, *, by: str, reason: str, note: str = "") -> AnnotationSet:
    """Return the gold with a span that everybody missed.  UserError as `take_other`."""
    _check_bounds(span, text)
    copy = gold_copy(gold, span)
    if copy.id in gold.spans:
        raise UserError("The gold says just this already.")
    return gold.having(copy, Decision(case_key(gold.article, [copy.id]), ADDED, reason, note, by))


def undecided(gold: AnnotationSet, case: Case) -> AnnotationSet:
    """Return the gold set as it was before the case was decided."""
    made = decisions(gold)
    said = made.get(case.key)
    if said is None and len(case.of) != 1 and case.difference is not Difference.AGREED:
        return gold
    copies = [gold_copy(gold, item).id for item in case.sides.values()]
    if said and said.choice.startswith(f"{OTHER} "):
        copies.append(said.choice.removeprefix(f"{OTHER} "))
    items = [items[id_] for items in (gold.spans, gold.facts) for id_ in copies if id_ in items]
    keys = [case.key, *(case_key(case.article, [id_]) for id_ in (*copies, *_ids(case)))]
    left = gold.lacking(*items, *(made[key] for key in keys if key in made))
    return _bare(left, {item.id for item in items if isinstance(item, Span)})


def gold_copy(gold: AnnotationSet, item: Span | Fact) -> Span | Fact:
    """Return the item as the gold has it: its id depends on its content alone, so that equal decisions agree.

    Fillers refer to the gold's span of the same bounds; without one they are bare.
    """
    if isinstance(item, Span):
        id_ = derived_id(GOLD, gold.article, item.start, item.end, item.label)
        return replace(item, id=id_, status=Status.CONFIRMED, first=None)
    held = {(span.start, span.end): span.id for span in gold.spans.values()}

    def filler(old: Filler) -> Filler:
        return replace(old, span=held.get((old.start, old.end)) if old.span else None)

    roles = tuple(replace(role, fillers=tuple(map(filler, role.fillers))) for role in item.roles)
    return replace(
        item, id=derived_id(GOLD, gold.article, content(item)), roles=roles, status=Status.CONFIRMED
    )


def _decide(gold: AnnotationSet, case: Case, items: Sequence[Span | Fact], said: Decision) -> AnnotationSet:
    gold = undecided(gold, case)
    copies = [gold_copy(gold, item) for item in items]
    taken = {content(item) for item in items}
    overruled = [item.id for item in case.sides.values() if content(item) not in taken]
    added = [copy.id for copy in copies if _is_missing_somewhere(case, copy)]
    keys = (case_key(case.article, [id_]) for id_ in (*overruled, *added))
    return gold.having(*copies, *(replace(said, id=key) for key in keys), said)


def _is_missing_somewhere(case: Case, copy: Span | Fact) -> bool:
    said = [content(item) for item in case.sides.values()]
    return said.count(content(copy)) < len(case.of)


def _ids(case: Case) -> list[str]:
    return [item.id for item in case.sides.values()]


def _bare(gold: AnnotationSet, gone: set[str]) -> AnnotationSet:
    """Return the gold with bare ranges for the fillers whose spans are gone."""
    touched = (fact for fact in gold.facts.values() if fact.span_ids() & gone)
    return gold.having(*(fact.with_fillers(dict.fromkeys(gone)) for fact in touched))


def _check_bounds(span: Span, text: str) -> None:
    if not 0 <= span.start < span.end <= len(text):
        raise UserError("A span needs at least one character of the text.")
    if crosses_paragraph(text, span.start, span.end):
        raise UserError("A span cannot run over a paragraph break; label each part by itself.")


# --- on an annotator's set


def take_into_review(made: AnnotationSet) -> AnnotationSet:
    """Return the set put in review and so read-only to its annotator.  UserError unless it is done."""
    if made.state not in REVIEWABLE:
        raise UserError(f"{made.annotator} is not done with this article: it is {made.state}.")
    return made.having(Progress(State.IN_REVIEW))


def approve(made: AnnotationSet) -> AnnotationSet:
    """Return the set marked as reviewed; also for the gold set.

    UserError for an annotator's set that is not in review.
    """
    _check_in_review(made)
    return made.having(Progress(State.REVIEWED))


def send_back(made: AnnotationSet, *, reason: str, by: str, at: str, note: str = "") -> AnnotationSet:
    """Return the set sent back to its annotator with the reason as a comment; `at` is UTC, ISO 8601.

    UserError without a reason, or when the set is not in review.
    """
    _check_in_review(made)
    if not reason:
        raise UserError("Say why the article goes back: choose a reason.")
    said = f"{reason}: {note}" if note else reason
    return made.having(Comment(new_id(), said, by, at), Progress(State.RETURNED))


def reopen(made: AnnotationSet) -> AnnotationSet:
    """Return a reviewed set put in review again; the gold set is started again."""
    state = State.STARTED if made.annotator == GOLD else State.IN_REVIEW
    return made.having(Progress(state))


def _check_in_review(made: AnnotationSet) -> None:
    if made.annotator != GOLD and made.state is not State.IN_REVIEW:
        raise UserError(f"{made.annotator}'s work on this article is not in review: it is {made.state}.")
