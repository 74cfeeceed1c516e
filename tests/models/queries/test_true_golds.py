"""Gold beside what follows: what is wrong with it is named, and what leaves is what follows today."""

from __future__ import annotations

from annotations.formats.writing.selection import ARTICLES
from annotations.review import decisions
from annotations.review.cases import ordered_roles
from annotations.review.provenance import provenance
from annotations.sets import GOLD, Progress, State
from models.project import Project
from models.queries import articles as article_queries
from models.queries.true_golds import GoldsLeaving, with_gold
from tests.making import span
from tests.models.queries.reviews import reviewed, true, two_reviewers, unkept, work


def leaving(project: Project, annotator: str = "all", articles: str = "reviewed"):
    """The records by article and annotator, and what is told."""
    golds = GoldsLeaving(project, ordered_roles(project.schema), ARTICLES[articles])
    found = list(golds.checked(article_queries.records(project, annotator)))
    return {(one.article.id, one.set.annotator): one for one in found}, golds.as_json().get("gold", [])


def test_gold_that_follows_is_not_changed_nor_told(project: Project) -> None:
    records, told = leaving(reviewed(project))
    assert (told, with_gold(project.db)) == ([], {"a": "a", "b": "b"})
    assert true(project).after == {}
    assert records["a", GOLD].set == project.annotation_set("a", GOLD)
    assert records["a", "anna"].provenance is None


def test_gold_says_what_it_rests_on(project: Project) -> None:
    records, _ = leaving(reviewed(project), GOLD)
    gold = records["a", GOLD]
    said = {one.label: gold.provenance.of(one) for one in gold.spans()}
    assert said["PERSON"] == {"how": "agreed", "by": ["anna", "ben"]}
    assert (said["GPE"]["by"], said["GPE"]["choice"]) == ("rex", "take ben")
    assert gold.provenance.approved["by"] == "rex"


def test_what_nothing_was_written_on_since_is_told_as_the_sides_have_it(project: Project) -> None:
    records, _ = leaving(reviewed(project), GOLD)
    for article in "ab":
        gold = project.annotation_set(article, GOLD)
        assert records[article, GOLD].provenance == provenance(gold, true(project, article).standing)


def test_a_decision_that_all_follow_by_now_is_told_as_agreed(project: Project) -> None:
    unkept(reviewed(project, approve="b"), "a", "anna", span(28, 32, "GPE", "s28-32ORG"))
    project.golds.follow("a")
    project.apply(work(project, "a").approved("approve", by="rex"), by="rex")
    records, told = leaving(project, GOLD)
    gold = records["a", GOLD]
    said = {one.label: gold.provenance.of(one)["how"] for one in gold.spans()}
    assert (said, told) == ({"PERSON": "agreed", "GPE": "agreed"}, [])


def test_an_article_whose_work_changed_after_approval_counts_as_in_review(project: Project) -> None:
    unkept(reviewed(project), "a", "anna", span(18, 22, "ORG"))
    records, told = leaving(project)
    assert {who: records["a", who].set.state for who in ("anna", "ben", GOLD)} == {
        "anna": State.IN_REVIEW, "ben": State.IN_REVIEW, GOLD: State.STARTED,
    }  # fmt: skip
    assert records["b", GOLD].set.state is State.REVIEWED
    assert [(one["article"], one["leaves"]) for one in told] == [("a", False)]
    assert told[0]["said"] == [
        "Gold of a is not what was approved: work on it has changed since, and 1 case is open; it is left out."
    ]
    assert project.annotation_set("a", GOLD).state is State.REVIEWED


def test_an_approval_that_holds_no_more_does_not_leave(project: Project) -> None:
    unkept(reviewed(project), "a", "anna", span(18, 22, "ORG"))
    records, _ = leaving(project, GOLD, "all")
    assert [decisions.approval(records[one, GOLD].set) is None for one in "ab"] == [True, False]
    assert [records[one, GOLD].provenance.approved is None for one in "ab"] == [True, False]


def test_one_annotators_work_alone_counts_so_too(project: Project) -> None:
    unkept(reviewed(project), "a", "anna", span(18, 22, "ORG"))
    records, told = leaving(project, "ben")
    assert records["a", "ben"].set.state is State.IN_REVIEW
    assert [one["article"] for one in told] == ["a"]


def test_what_rests_on_nothing_does_not_leave(project: Project) -> None:
    unkept(reviewed(project, approve=""), "a", GOLD, span(14, 17, "ORG", "stray"))
    records, told = leaving(project, GOLD, "all")
    assert sorted(one.label for one in records["a", GOLD].spans()) == ["GPE", "PERSON"]
    why = "1 item of it rests on nothing any more; it leaves as it follows today."
    assert told[0]["said"] == [f"Gold of a is not what follows from the annotators' work: {why}"]


def test_what_is_stored_wrongly_in_approved_gold_is_put_right(project: Project) -> None:
    unkept(reviewed(project), "a", GOLD, span(14, 17, "ORG", "stray"))
    records, told = leaving(project, GOLD)
    assert (records["a", GOLD].set.state, told[0]["leaves"]) == (State.REVIEWED, True)
    assert sorted(one.label for one in records["a", GOLD].spans()) == ["GPE", "PERSON"]
    assert [one.article for one in project.golds.follow("ab")] == ["a"]
    assert true(project).after == {}


def test_open_cases_of_gold_that_leaves_are_told(project: Project) -> None:
    unkept(reviewed(project, approve=""), "a", "anna", span(18, 22, "ORG"))
    assert leaving(project, GOLD, "done")[1] == []
    told = leaving(project, GOLD, "all")[1]
    assert told[0]["said"] == ["On a 1 case is open; its gold leaves without that."]


def test_reviewers_who_differ_are_named(project: Project) -> None:
    two_reviewers(reviewed(project), "a")
    records, told = leaving(project, GOLD)
    why = "work on it has changed since, and 1 case is open, and 1 item of it rests on nothing any more"
    assert told[0]["said"] == [
        f"Gold of a is not what was approved: {why}; it is left out.",
        "On a rex and sue differ in 1 case, to be decided in Review; its gold is left out.",
    ]
    assert (told[0]["open"], told[0]["differing"]) == (1, 1)
    assert [one.label for one in records["a", GOLD].spans()] == ["PERSON"]


def test_an_annotator_who_has_an_approved_article_back_is_told(project: Project) -> None:
    unkept(reviewed(project), "a", "anna", Progress(State.RETURNED))
    told = leaving(project, GOLD)[1]
    assert told[0]["said"] == [
        "Gold of a is not what was approved: an annotator has the article back; it is left out."
    ]


def test_work_marked_as_reviewed_without_an_approval_is_told(project: Project) -> None:
    unkept(reviewed(project, approve=""), "a", "anna", Progress(State.REVIEWED))
    records, told = leaving(project, "anna")
    assert records["a", "anna"].set.state is State.IN_REVIEW
    assert "an annotator's work is marked as reviewed; it is left out." in told[0]["said"][0]


def test_work_that_is_approved_and_not_marked_so_is_told_and_leaves(project: Project) -> None:
    unkept(reviewed(project), "a", "anna", Progress(State.DONE))
    records, told = leaving(project, "anna")
    assert (records["a", "anna"].set.state, told[0]["leaves"]) == (State.REVIEWED, True)
    assert "it is approved, and not all work on it is marked as reviewed" in told[0]["said"][0]


def test_reviewers_who_differ_are_named_where_nobodys_work_is(project: Project) -> None:
    two_reviewers(reviewed(project), "a")
    for who in ("anna", "ben"):
        project.db.run("DELETE FROM item WHERE annotator = ?", (who,))
    found = true(project)
    assert (found.standing, found.wrong, found.who) == (
        None, ("reviewers differ on what is in it",), ("rex", "sue"),
    )  # fmt: skip
    assert found.now.state is State.STARTED
