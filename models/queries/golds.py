"""Gold as it follows from the sides: for every article that is or was in review, from what is in the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotations.edits import Change, Edit
from annotations.review import decisions, set_states
from annotations.review.cases import Ordered
from annotations.review.standing import DERIVED, Standing, of_sets
from annotations.sets import FINISHED, GOLD, AnnotationSet, Progress, State
from models.store.database import HasRows, stored_set

FOLLOWS = "gold follows what changed"


def sides(database: HasRows, article: str, gold: AnnotationSet) -> list[str]:
    """Return the annotators whose work the gold is of: those it names, and whoever is done since.

    None where no review has begun, or where it was held over work that is not here.
    """
    states = states_of(database, article)
    named, only = decisions.sides_of(gold)
    if not named:
        named = [
            who for who, state in states.items() if state in (State.IN_REVIEW, State.REVIEWED, State.RETURNED)
        ]
    if not named or not set(named) <= states.keys():
        return []
    done = [] if only else [who for who, state in states.items() if state in FINISHED]
    return sorted({*named, *done})


def states_of(database: HasRows, article: str) -> dict[str, State]:
    """Return the states of everybody's set on the article but gold's."""
    sql = (
        "SELECT annotator, label FROM item WHERE article = (SELECT number FROM article WHERE id = ?) "
        f"AND kind = 'progress' AND annotator != '{GOLD}'"
    )
    return {who: State(label) for who, label in database.rows(sql, (article,))}


def standing(database: HasRows, article: str, ordered: Ordered) -> Standing | None:
    """Return what stands of the article's review; None where gold does not follow from work that is here."""
    gold = stored_set(database, article, GOLD)
    names = sides(database, article, gold) if len(gold) else []
    if not names:
        return None
    return of_sets([stored_set(database, article, who) for who in names], gold, ordered)


def is_taken_back(database: HasRows, gold: AnnotationSet) -> bool:
    """Return whether the gold says that it is reviewed while its approval was taken back.

    So it is where one copy's state is the later one, and another copy's step that took the approval away.
    """
    if gold.state is not State.REVIEWED or decisions.approval(gold):
        return False
    sql = (
        "SELECT 1 FROM tombstone WHERE article = (SELECT number FROM article WHERE id = ?) "
        f"AND annotator = '{GOLD}' AND kind = 'decision' AND id = ?"
    )
    return bool(database.rows(sql, (gold.article, decisions.approval_id(gold.article))))


def apart(
    gold: AnnotationSet,
    *,
    is_parted_here: bool,
    is_taken_back: bool = False,
    came: AnnotationSet | None = None,
) -> Edit:
    """Return the edit that parts what reviewers differ on from a gold whose sides are not here.

    Two packages may bring two golds of one article: where they differ neither is gold.  `is_parted_here`: it was
    such an edit that took its approval; once nobody differs any more, it is approved again.  `came`: the gold as a
    package has it; where its approval is the one that stands, gold has its items, whatever was parted before.
    """
    differing = decisions.differing(gold)
    made = {
        decisions.gold_id(gold.article, item)
        for said in differing.values()
        for one in said
        for item in one.made
    }
    gone = [item for kind in DERIVED for item in gold.items.get(kind, {}).values() if item.id in made]
    after = gold.lacking(*gone)
    if came and not differing and _seal(came) and _seal(came) == _seal(gold):
        after = _with_items_of(gold, came)
    if (differing or is_taken_back) and after.state is State.REVIEWED:
        after = after.having(Progress(State.STARTED))
    elif not differing and is_parted_here and decisions.approval(gold):
        after = after.having(Progress(State.REVIEWED))
    return _edit([(gold, after)])


def _seal(gold: AnnotationSet) -> str:
    """Return the seal of what was approved; "" where nothing is."""
    said = decisions.approval(gold)
    return said.case if said else ""


def _with_items_of(gold: AnnotationSet, came: AnnotationSet) -> AnnotationSet:
    """Return the gold with just those items that the other has; one that is in both stays as it is."""
    for kind in DERIVED:
        held, given = gold.items.get(kind, {}), came.items.get(kind, {})
        gold = gold.lacking(*(item for id_, item in held.items() if id_ not in given))
        gold = gold.having(*(item for id_, item in given.items() if id_ not in held))
    return gold


def following(standing: Standing, *, is_taken_back: bool = False) -> Edit:
    """Return the edit that makes the stored gold what follows; an article whose work changed is in review again.

    Nothing is done while somebody has the article back, or where it is not known what was approved.
    """
    gold = standing.gold
    if is_taken_back:
        standing = replace(standing, gold=gold.having(Progress(State.STARTED)))
    elif gold.state is State.REVIEWED and decisions.approval(gold) is None:
        return Edit(FOLLOWS)
    is_out = any(made.state not in FINISHED for made in standing.sets)
    if is_out and gold.state is not State.REVIEWED:
        return Edit(FOLLOWS)
    after = gold.having(Progress(State.STARTED)) if is_out else standing.settled()
    return _edit([(gold, after), *_states(standing.sets, after)])


def _edit(pairs: Iterable[tuple[AnnotationSet, AnnotationSet]]) -> Edit:
    """Return the edit of nobody's between those sets, reviewed ones too: what follows is no change of a person's."""
    changes = (Change.between(*pair) for pair in pairs)
    return Edit(FOLLOWS, tuple(change for change in changes if change.removed or change.added))


def _states(
    sets: Sequence[AnnotationSet], gold: AnnotationSet
) -> Iterator[tuple[AnnotationSet, AnnotationSet]]:
    """Yield the sides whose state is not as gold's, before and after: reviewed together, or in review again."""
    for made in sets:
        if gold.state is State.REVIEWED and made.state in (State.DONE, State.IN_REVIEW):
            yield made, made.having(Progress(State.REVIEWED))
        elif gold.state is not State.REVIEWED and made.state is State.REVIEWED:
            yield made, set_states.reopen(made)
