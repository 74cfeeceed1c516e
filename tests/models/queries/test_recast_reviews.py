"""Reviews under renames, merges and removals in the schema: nothing is open that was not, what is approved stays so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations.facts import Fact, Filler, Role
from annotations.review import decisions
from annotations.review.cases import Case, content, ordered_roles
from annotations.schema.types import FactType, RoleType
from annotations.sets import GOLD, AnnotationSet, Progress, State, Topic
from annotations.spans import Span
from models.project import Project
from models.queries import golds, schema_renames
from models.queries.review_queue import ReviewQueue
from models.queries.role_renames import plan_role
from models.transfer import annotators
from tests.making import SMALL, TEXT, edit, put_articles, span

LEAVE = FactType("LEAVE", roles={"who": RoleType("who"), "where": RoleType("where", ordered=True)})
RECASTS: dict[str, Callable[[Project], object]] = {
    "rename label": lambda at: schema_renames.plan(at, at.schema, "labels", "ORG", "FIRM", merging=False),
    "merge labels": lambda at: schema_renames.plan(at, at.schema, "labels", "ORG", "GPE", merging=True),
    "merge others": lambda at: schema_renames.plan(at, at.schema, "labels", "PERSON", "ORG", merging=True),
    "rename type": lambda at: schema_renames.plan(at, at.schema, "facts", "LEAVE", "GO", merging=False),
    "merge types": lambda at: schema_renames.plan(at, at.schema, "facts", "LEAVE", "STAY", merging=True),
    "rename role": lambda at: plan_role(at, at.schema, "LEAVE", "where", "from"),
    "remove role": lambda at: plan_role(at, at.schema, "LEAVE", "where", ""),
}


def work_of(who: str) -> AnnotationSet:
    """Sets with a case of every kind, and some that agree."""
    first = who == "anna"
    maria, navy = span(0, 10, "PERSON", f"{who}m"), span(18, 22, "ORG", f"{who}n")
    oslo = span(28, 32, "ORG" if first else "GPE", f"{who}o")
    more = (
        [span(14, 22, "ORG", f"{who}t"), span(33, 35, "ORG", f"{who}on")]
        if first
        else [span(11, 13, "GPE", f"{who}f")]
    )
    places = (Filler(28, 32, oslo.id), Filler(36, 43)) if first else (Filler(36, 43), Filler(28, 32, oslo.id))
    facts = [
        Fact(f"{who}1", "LEAVE", (23, 27), (Role("who", (Filler(0, 10, maria.id),)), Role("where", places))),
        Fact(f"{who}2", "STAY", (33, 35), (Role("who", (Filler(18, 22, navy.id),)),)),
    ]
    alone = [Fact("x3", "LEAVE", (11, 13), (Role("where", (Filler(0, 10),)),))] if first else []
    return AnnotationSet.of(
        "a", who, [maria, navy, oslo, *more, *facts, *alone, Topic("Sea"), Progress(State.DONE)]
    )


@pytest.fixture
def at(project: Project) -> Project:
    """anna and ben are done with a and b; a is decided and approved, b is not begun."""
    project.set_schema(replace(SMALL, facts={"LEAVE": LEAVE, "STAY": replace(LEAVE, name="STAY")}))
    put_articles(project, a=TEXT, b=TEXT + " ", c=TEXT + "  ")
    for who in ("anna", "ben"):
        for article in "abc":
            edit(project, "label", replace(work_of(who), article=article))
    decide_all(project, "a")
    review = work(project, "a")
    project.apply(review.approved("approve", by="rex"), by="rex")
    return project


def work(project: Project, article: str):
    return ReviewQueue(project, ["anna", "ben"], ordered_roles(project.schema)).work(article, TEXT)


def do(project: Project, article: str, verb: Callable[[AnnotationSet], AnnotationSet]) -> None:
    review = work(project, article)
    project.apply(review.step("decide", verb(review.begun())), by="rex")


def decide_all(project: Project, article: str) -> None:
    """Decide every case, each in another way, with an addition that clashes and a reviewer who differs."""
    do(
        project,
        article,
        lambda gold: decisions.add(gold, Span("", 28, 32, "PERSON"), TEXT, by="sue", reason="missed"),
    )
    do(
        project,
        article,
        lambda gold: decisions.add(gold, Span("", 36, 43, "ORG"), TEXT, by="rex", reason="missed"),
    )
    for number in range(30):
        review = work(project, article)
        if not review.open_cases:
            return
        case = review.open_cases[0]
        do(project, article, lambda gold, case=case, n=number: decided(gold, case, n))
    raise AssertionError("there are cases left")


def decided(gold: AnnotationSet, case: Case, number: int) -> AnnotationSet:
    if case.is_fact:
        return decisions.take(gold, case, ("anna", "ben")[number % 2], by="rex")
    if case.difference.value == "clash":
        return decisions.take_both(gold, case, by="rex")
    other = decisions.take(gold, case, case.of[0], by="sue")
    verbs = (
        lambda: decisions.take(other, case, case.of[-1], by="rex"),
        lambda: decisions.take_neither(other, case, by="rex", reason="x"),
        lambda: decisions.take_both(gold, case, by="rex"),
        lambda: decisions.take_other(gold, case, Span("", 29, 32, "ORG"), TEXT, by="rex"),
    )
    return verbs[number % len(verbs)]()


def everything(at: Project) -> list[AnnotationSet]:
    return [at.annotation_set(article, who) for article in "abc" for who in ("anna", "ben", GOLD)]


def standing(at: Project, article: str = "a"):
    return golds.standing(at.db, article, ordered_roles(at.schema))


def said(at: Project, article: str) -> set:
    """Return what gold says, less the names that are changed."""
    return {content(item)[:2] for item in at.annotation_set(article, GOLD).spans.values()}


@pytest.mark.parametrize("name", RECASTS)
def test_an_approved_review_stays_approved_with_nothing_open(at: Project, name: str) -> None:
    before, gold, schema = everything(at), said(at, "a"), at.schema
    count = len([one for one in decisions.all_of(at.annotation_set("a", GOLD)) if one.case])
    at.recast(RECASTS[name](at), by="anna")
    now = standing(at)
    assert (now.open, now.wrong(), now.gold.state, now.is_approved) == ((), [], State.REVIEWED, True)
    assert {made.state for made in now.sets} == {State.REVIEWED}
    assert said(at, "a") == gold
    if "merge" not in name and name != "remove role":
        assert len([one for one in decisions.all_of(now.gold) if one.case]) == count
    after = everything(at)
    at.undo("anna")
    assert (everything(at), at.schema, at.history.problems()) == (before, schema, [])
    at.redo("anna")
    assert (everything(at), at.history.problems()) == (after, [])


@pytest.mark.parametrize(("old", "new"), [("anna", "zoe"), ("ben", 'B "en"'), ("rex", "adam")])
def test_an_approved_review_stays_so_when_an_annotator_or_reviewer_is_renamed(
    at: Project, old: str, new: str
) -> None:
    was = standing(at)
    annotators.rename(at, old, new, by="eve")
    now = standing(at)
    assert (now.open, now.wrong(), now.gold.state, now.is_approved) == ((), [], State.REVIEWED, True)
    assert (len(now.decided), len(now.gold)) == (len(was.decided), len(was.gold))
    assert (at.history.problems(), decisions.sides_of(now.gold)[0]) == (
        [],
        [made.annotator for made in now.sets],
    )
    annotators.rename(at, new, old, by="eve")
    assert standing(at).gold == was.gold
