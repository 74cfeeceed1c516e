"""The facts of a data set, gathered of real projects: review and gold, people, splits, what counts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.paper.blocks import PaperHeading
from annotations.paper.statement import statement
from annotations.sets import AnnotationSet, Boilerplate, Progress, State
from annotations.spans import Status
from models.project import Project
from models.queries.paper.codebook import codebook_of
from models.queries.paper.gathering import PaperChoice, paper_of
from tests.making import TEXT, edit, put_articles, small_project, span, suggested
from tests.models.queries.reviews import reviewed

DONE = Progress(State.DONE)


class NoTicks:
    """A progress that nobody sees."""

    def begin(self, doing: str, count: int, *, later: int = 0) -> Callable[[], None]:
        return lambda: None


def facts(project: Project, **asked):
    return paper_of(project, PaperChoice(**asked), NoTicks())


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = small_project(tmp_path / "p")
    yield made
    made.close()


def test_a_review_is_told_with_what_was_decided_and_by_whom(project: Project) -> None:
    found = facts(reviewed(project, approve="a"))
    review = found["review"]
    assert (review["gold_articles"], review["approved"], review["decided"]) == (2, 1, 2)
    assert review["choices"] == [{"choice": "take", "count": 2, "share": 1.0}]
    assert review["reviewers"] == [{"name": "rex", "decided": 2}]
    assert review["by_sides"] == [{"sides": 2, "articles": 2}]
    assert [(one["how"], one["count"]) for one in review["items"]] == [("agreed", 1), ("decided", 1)]


def test_gold_that_is_approved_is_the_data_set_and_the_rest_is_told(project: Project) -> None:
    found = facts(reviewed(project, approve="a"))
    assert found["data_set"]["whose"] == "gold"
    assert {one["name"]: one["count"] for one in found["labels"]} == {"PERSON": 1, "ORG": 0, "GPE": 1}
    assert (found["work"]["articles"], found["work"]["approved"], found["sizes"]["articles"]) == (2, 1, 1)
    assert any(one["name"] == "left_out" for one in found["limits"])


def test_reviewers_are_hidden_too(project: Project) -> None:
    found = facts(reviewed(project), pseudonyms=True)
    assert [one["name"] for one in found["review"]["reviewers"]] == ["A3"]
    assert [one["name"] for one in found["annotators"]] == ["A1", "A2"]


def test_a_review_before_its_approval_is_no_gold_that_counts(project: Project) -> None:
    found = facts(reviewed(project, approve=""))
    assert (found["data_set"]["whose"], found["review"]["approved"]) == ("all", 0)
    assert found["review"]["decided"] == 2


def test_suggestions_are_told_as_they_were_decided(project: Project) -> None:
    put_articles(project, a=TEXT)
    right, wrong = suggested(0, 10), suggested(28, 32)
    project.set_pools([("a", [right, wrong])], by="en_news 1.0")
    confirmed = span(0, 10, id_=right.id, origin="en_news 1.0", score=0.5)
    rejected = span(28, 32, id_=wrong.id, origin="en_news 1.0", score=0.5, status=Status.REJECTED)
    own = span(18, 22, "ORG", origin="anna")
    edit(project, "work", AnnotationSet("a", "anna").having(confirmed, rejected, own, DONE))
    spans = facts(project)["suggestions"]["spans"]
    assert (spans["suggested"], spans["taken"], spans["rejected"], spans["by_hand"]) == (2, 1, 1, 1)
    assert spans["share_taken"] == 0.5


def test_work_that_is_not_finished_is_left_out(project: Project) -> None:
    put_articles(project, a=TEXT, b=TEXT + " ")
    edit(project, "work", AnnotationSet("a", "anna").having(span(0, 10), DONE))
    edit(project, "work", AnnotationSet("b", "anna").having(span(0, 10), Progress(State.STARTED)))
    assert facts(project)["sizes"]["spans"] == 1
    assert facts(project, articles="all")["sizes"]["spans"] == 2


def test_nobody_of_the_name_is_an_error(project: Project) -> None:
    with pytest.raises(UserError, match="Nobody called zoe"):
        facts(project, annotator="zoe")


def test_every_section_says_something(project: Project) -> None:
    blocks = statement(facts(project))
    pairs = pairwise(blocks)
    empty = [
        one.text for one, after in pairs if isinstance(one, PaperHeading) and isinstance(after, PaperHeading)
    ]
    assert [name for name in empty if name != blocks[0].text] == []


# --- the codebook


def test_the_codebook_shows_what_gold_made_of_a_dispute(project: Project) -> None:
    book = codebook_of(reviewed(project), NoTicks())
    labels = {one.name: one.examples for one in book.labels}
    [quote] = labels["ORG"]["disputed"]
    assert quote.told == "1 annotator: GPE “Oslo”; 1 annotator: ORG “Oslo”; gold: GPE “Oslo”"
    assert {quote.words for quote in labels["GPE"]["confirmed"]} == {"Oslo"}
    assert labels["ORG"]["confirmed"] == ()


def test_nothing_in_boilerplate_is_an_example(project: Project) -> None:
    put_articles(project, a=TEXT)
    made = AnnotationSet("a", "anna").having(span(0, 10), span(28, 32, "GPE"), Boilerplate(0, 12), DONE)
    edit(project, "work", made)
    labels = {one.name: one.examples for one in codebook_of(project, NoTicks()).labels}
    assert (labels["PERSON"]["confirmed"], len(labels["GPE"]["confirmed"])) == ((), 1)


def test_a_rejected_suggestion_says_what_stands_in_its_place(project: Project) -> None:
    put_articles(project, a=TEXT)
    wrong = span(6, 10, "ORG", origin="rule", status=Status.REJECTED)
    edit(project, "work", AnnotationSet("a", "anna").having(span(0, 10), wrong, DONE))
    [quote] = {one.name: one.examples for one in codebook_of(project, NoTicks()).labels}["ORG"]["rejected"]
    assert (quote.words, quote.told) == ("Ruiz", "instead: PERSON “Maria Ruiz”")
