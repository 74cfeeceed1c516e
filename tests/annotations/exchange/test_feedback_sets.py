"""The sets of a feedback package: nothing of open reviews, and of gold what is told to the annotator."""

from __future__ import annotations

import pytest

from annotations.exchange import packed_sets
from annotations.exchange.feedback_sets import of_article, set_of
from annotations.exchange.merge import Stamped, key_of, merge
from annotations.exchange.packed_sets import Event, PackedSet
from annotations.facts import Date, Fact, Filler, Role
from annotations.review import decisions
from annotations.review.comparing import compare
from annotations.review.feedback import reviewed
from annotations.sets import GOLD, AnnotationSet, Comment, Item, Progress, State
from tests.annotations.review.golds import settled
from tests.making import span

EVENTS = {
    "anna": Event("a1", 3, "anna", "2024-01-24T10:00:00Z", "label"),
    "rex": Event("b2", 5, "rex", "2024-01-25T10:00:00Z", "take ben: “Oslo”"),
}
DAY = Date("2024-01-23", "2024-01-23", "day", None, "ben")
FACT = Fact("f", "LEFT", (23, 27), (Role("time", (Filler(36, 43, None, DAY),)),), origin="ben")


def made(who: str, *items: Item, state: State = State.REVIEWED) -> AnnotationSet:
    return AnnotationSet.of("a", who, [*items, Progress(state)])


def packed(of: AnnotationSet, by: str) -> PackedSet:
    event = EVENTS[by]
    items = [item for kind in of.items.values() for item in kind.values()]
    state = {key_of(item): Stamped(item, event.stamp) for item in items}
    gone = {("span", "gone"): Stamped(None, EVENTS["rex"].stamp)}
    events = {one.uuid: one for one in EVENTS.values()}
    return PackedSet("a", "A", "hash", of.annotator, events, {**state, **gone})


REMARK = Comment("c", "missed: see the end", "rex", "2024-01-25T10:00:00Z")
ANNA = made("anna", span(28, 32, "ORG", "x", origin="anna"), span(0, 10, id_="m", origin="anna"), REMARK)
BEN = made("ben", span(28, 32, "GPE", "y", origin="ben"), span(18, 22, "ORG", "z", origin="ben"), FACT)


def gold(state: State = State.REVIEWED) -> AnnotationSet:
    """Everything is as ben has it, but for Maria, who stays, and the Navy, which is nothing."""
    after = decisions.of_sides(AnnotationSet("a", GOLD), ["anna", "ben"], only=False)
    for case in compare([ANNA, BEN]).cases:
        ids = {item.id for item in case.sides.values()}
        if "m" in ids:
            after = decisions.take(after, case, "anna", by="rex")
        elif "z" in ids:
            after = decisions.take_neither(after, case, by="rex", reason="not an entity")
        else:
            after = decisions.take(after, case, "ben", by="rex", reason="wrong label")
    return settled(after, ANNA, BEN).having(Progress(state))


def sent(mine: State, theirs: State, **how: bool) -> list[PackedSet]:
    anna = ANNA.having(Progress(mine))
    return of_article(packed(anna, "anna"), packed(gold(theirs), "rex"), **how)


STATES = [
    (State.REVIEWED, State.REVIEWED, ["anna", GOLD]),
    (State.IN_REVIEW, State.STARTED, []),
    (State.DONE, State.STARTED, []),
    (State.RETURNED, State.STARTED, ["anna"]),
    (State.RETURNED, State.REVIEWED, ["anna"]),
    (State.STARTED, State.REVIEWED, []),
]


@pytest.mark.parametrize(("mine", "theirs", "whose"), STATES)
@pytest.mark.parametrize("is_anonymous", [False, True])
def test_gold_leaves_only_of_a_reviewed_article_and_nothing_of_an_open_review(
    mine: State, theirs: State, whose: list[str], is_anonymous: bool
) -> None:
    found = sent(mine, theirs, is_anonymous=is_anonymous)
    assert [one.annotator for one in found] == whose
    assert all(REMARK.text in (c.text for c in set_of(one).comments.values()) for one in found[:1])


def test_without_gold_nothing_leaves_unless_it_was_returned() -> None:
    assert of_article(packed(ANNA, "anna"), None) == []
    back = packed(ANNA.having(Progress(State.RETURNED)), "anna")
    assert of_article(back, None) == [back]


def test_a_package_of_an_anonymous_review_names_nobody_else() -> None:
    found = sent(State.REVIEWED, State.REVIEWED, is_anonymous=True)
    lines = b"".join(map(packed_sets.to_line, found)).decode()
    assert not any(f'"{name}' in lines or f" {name}" in lines for name in ("ben", "rex"))
    assert [set_of(packed_sets.from_line(packed_sets.to_line(one))) for one in found] == [*map(set_of, found)]


def test_of_an_anonymous_review_only_decisions_on_ones_own_work_are_told() -> None:
    masked, whole = (
        [
            said
            for said in decisions.all_of(set_of(sent(*[State.REVIEWED] * 2, is_anonymous=is_)[1]))
            if said.case
        ]
        for is_ in (True, False)
    )
    assert {(said.reason, said.by, len(said.saw)) for said in masked} == {("wrong label", "reviewer", 1)}
    assert {said.reason for said in whole} == {"", "wrong label", "not an entity"}


def test_an_anonymous_package_tells_the_same_corrections() -> None:
    told = [
        [one.sentence() for one in reviewed(set_of(mine), set_of(theirs), "", "").corrections]
        for mine, theirs in (sent(*[State.REVIEWED] * 2, is_anonymous=is_) for is_ in (True, False))
    ]
    assert told[0] == told[1]
    assert len(told[0]) == 2


def test_what_was_masked_loses_against_the_whole_of_it() -> None:
    whole = packed(gold(), "rex").state
    masked = sent(State.REVIEWED, State.REVIEWED, is_anonymous=True)[1].state
    assert merge(masked, whole) == merge(whole, masked) == whole
