"""Wordings of an article offered in the others: where they stand free, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations import span_verbs
from annotations.errors import Busy
from annotations.sets import AnnotationSet, Boilerplate, Progress, State
from annotations.spans import Span, Status
from models.project import Project
from models.queries import articles as article_queries
from models.store.database import Database
from models.transfer import own_lists
from models.transfer.checks import check
from models.transfer.offering import WordingOffer
from tests.making import edit, put_articles, span, suggested

FIRST = "Pad thai at Siam Corner."
TEXTS = {"first": FIRST, "b": "No pad thai. Pad thai, Pad thai!", "c": "Siam Corner closed.", "d": "Nothing."}
DISH, PLACE = span(0, 8, "ORG"), span(12, 23, "GPE")


@pytest.fixture
def at(project: Project) -> Project:
    """A project in which nothing is suggested, with two wordings confirmed in the first article."""
    put_articles(project, **TEXTS)
    project.set_pools([(id_, []) for id_ in TEXTS], by="none")
    edit(project, "label", AnnotationSet("first", "anna").having(DISH, PLACE))
    return project


def offered(at: Project, **how) -> WordingOffer:
    offer = WordingOffer(at, "first", "anna", **how)
    while not offer.is_done:
        offer.step()
    return offer


def pools(at: Project) -> dict[str, list[tuple[str, str, str]]]:
    """Words, label and origin of the suggestions, by article."""
    spans = {id_: [item for item in at.pool(id_) if isinstance(item, Span)] for id_ in TEXTS}
    return {
        id_: [(TEXTS[id_][s.start : s.end], s.label, s.origin) for s in sorted(found, key=lambda s: s.start)]
        for id_, found in spans.items()
        if found
    }


def test_what_was_confirmed_is_offered_wherever_it_stands_in_the_others(at: Project) -> None:
    offer = offered(at)
    dish, place = ("Pad thai", "ORG", "seen 1 time"), ("Siam Corner", "GPE", "seen 1 time")
    assert pools(at) == {"b": [dish, dish], "c": [place]}
    assert (offer.count, offer.articles) == (3, 2)
    assert offer.offered == {("Pad thai", "ORG"), ("Siam Corner", "GPE")}
    assert offered(at).count == 0


def test_the_article_that_comes_next_is_looked_through_first(at: Project) -> None:
    offer = WordingOffer(at, "first", "anna", first="c")
    assert (offer.step(), offer.count) == (["c"], 1)


def test_what_is_there_stays_and_nothing_is_put_over_it(at: Project) -> None:
    theirs = replace(suggested(13, 25, "PERSON"), origin="imported")
    at.set_pools([("b", [theirs])], by="rules")
    offered(at)
    assert pools(at)["b"] == [("Pad thai, Pa", "PERSON", "imported")]


@pytest.mark.parametrize(
    "mine",
    [
        span(13, 21, "GPE"),
        span(13, 21, "ORG", status=Status.REJECTED),
        Boilerplate(13, 22),
        span(17, 30, "GPE"),
    ],
    ids=["confirmed", "rejected", "boilerplate", "across"],
)
def test_what_the_annotator_has_decided_is_not_asked_again(at: Project, mine: Span | Boilerplate) -> None:
    edit(at, "mark", AnnotationSet("b", "anna").having(mine))
    offered(at)
    assert all(item.start > 21 for item in at.pool("b"))


def test_a_wording_that_was_rejected_with_its_label_is_not_offered(at: Project) -> None:
    refused = span(23, 31, "ORG", status=Status.REJECTED)
    edit(at, "reject", AnnotationSet("b", "anna").having(refused))
    offered(at)
    assert pools(at) == {"c": [("Siam Corner", "GPE", "seen 1 time")]}


@pytest.mark.parametrize(
    "progress", [Progress(State.DONE), Progress(State.STARTED, skipped="not in English")]
)
def test_finished_and_skipped_articles_are_left_alone(at: Project, progress: Progress) -> None:
    edit(at, "finish", AnnotationSet("b", "anna").having(progress))
    offered(at)
    assert list(pools(at)) == ["c"]


def test_archived_labels_are_not_offered(at: Project) -> None:
    labels = {**at.schema.labels, "ORG": replace(at.schema.labels["ORG"], archived=True)}
    at.set_schema(replace(at.schema, labels=labels))
    offered(at)
    assert list(pools(at)) == ["c"]


def test_an_article_that_no_pipeline_has_looked_at_waits_for_that(at: Project) -> None:
    put_articles(at, late="Pad thai again.")
    offered(at)
    assert at.pool("late") == []
    assert article_queries.unsuggested(at) == ["late"]


def test_what_was_offered_before_is_not_looked_for_again(at: Project) -> None:
    offer = offered(at, known={("Pad thai", "ORG")})
    assert (offer.offered, list(pools(at))) == ({("Siam Corner", "GPE")}, ["c"])


def test_a_step_that_another_program_kept_from_the_file_can_be_done_again(at: Project) -> None:
    offer = WordingOffer(at, "first", "anna", first="c")
    other = Database(at.folder / "project.db")
    with other.writing(), pytest.raises(Busy):
        offer.step()
    other.close()
    assert (offer.step(), offer.count) == (["c"], 1)


def test_the_projects_file_has_nothing_wrong_in_it_afterwards(at: Project) -> None:
    made = at.annotation_set("c", "anna")
    offered(at)
    assert at.sheet("c", "anna").undecided.least_score() == 0.5
    edit(at, "confirm", span_verbs.confirm(made, *at.sheet("c", "anna").undecided))
    assert list(at.sheet("c", "anna").undecided) == []
    assert check(at).faults == []


def test_a_wording_that_the_projects_list_stops_is_not_offered(at: Project) -> None:
    own_lists.stop(at, [("ORG", "Pad thai")])
    assert offered(at).offered == {("Siam Corner", "GPE")}
