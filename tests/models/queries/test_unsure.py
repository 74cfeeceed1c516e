"""Unsure: a card a wording with all its undecided places and one plain reason, by places times doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations import fact_verbs, span_verbs
from annotations.facts import Fact, Filler, Role
from annotations.sets import Boilerplate
from annotations.spans import Hint, Rival, Span, Status
from models.project import Project
from models.queries.doubt.unsure import UnsureCard
from tests.making import TEXT, edit, put_articles, span, suggested

NAVY, OSLO = suggested(18, 22, "ORG", "navy", score=0.7), suggested(28, 32, "GPE", "oslo", score=0.38)
RUIZ = suggested(0, 10, "PERSON", "ruiz", score=0.95)
LEFT = Fact(
    "left",
    "DEPLOYMENT",
    (23, 27),
    (Role("actor", (Filler(0, 10, "ruiz"),)),),
    status=Status.SUGGESTED,
    origin="rule",
    score=0.65,
)


@pytest.fixture
def full(project: Project) -> Project:
    """Three articles of one text: the navy is unsure in all, Oslo very much so in a, Ruiz nowhere."""
    put_articles(project, **{id_: f"{TEXT} {id_}" for id_ in "abc"})
    project.set_pools([("a", [NAVY, OSLO, RUIZ]), ("b", [NAVY, RUIZ]), ("c", [NAVY, RUIZ])], by="rules")
    return project


def cards(project: Project, who: str = "anna") -> list[tuple[str, str, int]]:
    project.learning.count_on(500)
    return [(card.words, card.label, card.times) for card in project.learning.unsure(who)]


def card(project: Project, words: str) -> UnsureCard:
    project.learning.count_on(500)
    return next(one for one in project.learning.unsure("anna") if one.words == words)


def do(project: Project, article: str, verb, *items, by: str = "anna", **how) -> None:
    edit(project, "do", verb(project.annotation_set(article, by), *items, **how))


def test_a_wording_is_one_card_and_those_first_that_matter_most(full: Project) -> None:
    assert cards(full) == [("Navy", "ORG", 3), ("Oslo", "GPE", 1)]
    assert [(place.article, place.item) for place in card(full, "Navy").places] == [
        ("a", "navy"),
        ("b", "navy"),
        ("c", "navy"),
    ]
    full.set_pools([("b", [])], by="rules")
    assert cards(full) == [("Oslo", "GPE", 1), ("Navy", "ORG", 2)]


@pytest.mark.parametrize(
    "decide",
    [
        lambda to: span_verbs.confirm(to, NAVY),
        lambda to: span_verbs.reject(to, NAVY),
        lambda to: span_verbs.relabel(to, NAVY, "GPE"),
        lambda to: span_verbs.confirm(to, replace(NAVY, id="own")),
        lambda to: span_verbs.confirm(to, span(14, 20, "ORG")),
        lambda to: to.having(Boilerplate(16, 20)),
        lambda to: span_verbs.finish(to),
        lambda to: span_verbs.skip(to, "no news"),
    ],
)
def test_a_place_goes_as_it_goes_from_the_sheet(full: Project, decide) -> None:
    edit(full, "decide", decide(full.annotation_set("a", "anna")))
    assert next(count for words, _, count in cards(full) if words == "Navy") == 2
    assert ("Navy", "ORG", 3) in cards(full, "bob")


def test_a_span_around_another_leaves_it_undecided(full: Project) -> None:
    do(full, "a", span_verbs.confirm, span(14, 22, "ORG"), span(18, 20, "ORG"))
    assert ("Navy", "ORG", 3) in cards(full)


def test_found_boilerplate_hides_a_place_until_it_is_refused(full: Project) -> None:
    full.set_pools([("a", [NAVY, Boilerplate(10, 30, Status.SUGGESTED)])], by="rules")
    assert cards(full) == [("Navy", "ORG", 2)]
    marks = full.sheet("a", "anna").marks()
    edit(full, "unmark", span_verbs.unmark_boilerplate(full.annotation_set("a", "anna"), marks, 0, 44))
    assert cards(full) == [("Navy", "ORG", 3)]


def test_one_plain_reason_is_given(full: Project) -> None:
    assert card(full, "Oslo").reason == "The pipeline is unsure: 38%."
    assert card(full, "Navy").reason == "70% sure. Nothing like it was decided yet."
    do(full, "c", span_verbs.confirm, span(28, 32, "GPE"), span(18, 22, "GPE", "mine"))
    assert card(full, "Oslo").reason == "The pipeline is unsure: 38%. You took it as GPE once."
    assert card(full, "Navy").reason == "70% sure; elsewhere you called it GPE."


def test_what_others_decided_is_not_said_to_be_yours(full: Project) -> None:
    do(full, "c", span_verbs.confirm, span(18, 22, "GPE", "hers"), by="bob")
    assert card(full, "Navy").reason == "70% sure; elsewhere it was called GPE."


@pytest.mark.parametrize(
    ("pool", "reason"),
    [
        ([NAVY, Rival(18, 22, "GPE", "rule")], "70% sure; rule says GPE."),
        ([NAVY, replace(NAVY, id="n2", start=28, end=32)], "70% sure. Nothing like it was decided yet."),
        ([replace(NAVY, end=23)], "Unsure where it begins or ends: it begins or ends with white space."),
        ([Hint(18, 22, 0.55)], "A name may be missing here: 55% sure."),
    ],
)
def test_a_reason_of_the_article_itself_goes_before_the_score(
    full: Project, pool: list[Span], reason: str
) -> None:
    full.set_pools([("a", pool), ("b", []), ("c", [])], by="rules")
    assert card(full, "Navy").reason == reason


def test_facts_of_the_same_words_are_one_card_too(full: Project) -> None:
    full.set_facts([("a", [LEFT]), ("b", [LEFT, replace(LEFT, id="other", roles=())])])
    assert [(one.kind, one.label, one.times) for one in full.learning.unsure("anna")][1:] == [
        ("fact", "DEPLOYMENT", 2),
        ("span", "GPE", 1),
        ("fact", "DEPLOYMENT", 1),
    ]
    assert card(full, "left").reason == "65% sure. Nothing like it was decided yet."
    do(full, "a", fact_verbs.reject_fact, LEFT)
    assert card(full, "left").times == 1


def test_what_is_undone_is_unsure_again(full: Project) -> None:
    for id_ in "abc":
        do(full, id_, span_verbs.confirm, NAVY)
    assert cards(full) == [("Oslo", "GPE", 1)]
    full.undo("anna")
    assert ("Navy", "ORG", 1) in cards(full)


def test_nothing_is_unsure_that_is_sure_or_decided(full: Project) -> None:
    for id_ in "abc":
        do(full, id_, span_verbs.confirm, NAVY, OSLO)
    assert cards(full) == []
