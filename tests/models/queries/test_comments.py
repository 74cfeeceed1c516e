"""Comments in the store: kept in set, record and log; everybody's are found, and by an index."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations import comments as verbs
from annotations.comments import SignedComment
from annotations.facts import Fact
from annotations.sets import AnnotationSet, Comment
from models.project import Project
from models.queries import articles as article_queries
from models.queries import comments
from tests.making import TEXT, edit, exported, put_articles, read_back, span, suggested

MARIA = span(0, 10, origin="anna", id_="m")


@pytest.fixture
def at(project: Project) -> Project:
    """anna has a span and a comment on it; bert has commented on the article."""
    put_articles(project, a=TEXT, b=TEXT + " ")
    anna = project.annotation_set("a", "anna").having(MARIA)
    edit(project, "comment", verbs.comment(anna, "Who? 👩‍🚀 אבג", at="2024-01-01", on="m"))
    edit(project, "comment", verbs.comment(AnnotationSet("a", "bert"), "Old.", at="2024-01-02"))
    return project


def ids(project: Project) -> list[str]:
    return [thread.first.comment.text for thread in comments.article_threads(project, "a", "anna")]


def test_a_comment_is_kept_in_set_record_and_log(at: Project) -> None:
    made = at.annotation_set("a", "anna")
    assert at.history.replay("a", "anna") == made
    (record,) = (r for r in read_back(exported(at)) if r.set and r.set.annotator == "anna")
    assert record.set.comments == made.comments
    at.undo("anna")
    assert at.annotation_set("a", "anna").comments == {}


def test_everybodys_comments_on_an_article_are_found(at: Project) -> None:
    assert {one.annotator for one in comments.said(at, "a")} == {"anna", "bert"}
    assert comments.said(at, "b") == comments.said(at, "gone") == []


def test_threads_are_placed_on_spans_facts_and_suggestions(at: Project) -> None:
    at.set_pools([("a", [suggested(28, 32, "GPE", "s")])], by="rules")
    fact = Fact("f", "COUNT", (36, 43))
    bert = at.annotation_set("a", "bert").having(fact, Comment("x", "fact", "bert", "3", "f"))
    edit(
        at,
        "comment",
        bert.having(Comment("y", "pool", "bert", "3", "s"), Comment("z", "gone", "bert", "3", "no")),
    )
    placed = {t.first.comment.text: t.place for t in comments.article_threads(at, "a", "anna")}
    assert list(placed.values()) == [None, None, (0, 10), (28, 32), (36, 43)]
    assert (placed["fact"], placed["pool"], placed["gone"]) == ((36, 43), (28, 32), None)


def test_open_threads_are_counted_for_the_article_list(at: Project) -> None:
    assert comments.open_counts(at, ["a", "b"]) == {"a": 2}
    bert = at.annotation_set("a", "bert")
    (mine,) = bert.comments.values()
    edit(at, "resolve", verbs.resolve(bert, SignedComment(mine, "bert")))
    assert [row.comments for row in article_queries.listed(at, ["a", "b"], "anna").values()] == [1, 0]


def test_answers_do_not_count_as_open_threads(at: Project) -> None:
    thread = comments.article_threads(at, "a", "anna")[0]
    edit(at, "answer", verbs.reply(at.annotation_set("a", "anna"), thread, "so", at="2024-01-03"))
    assert comments.open_counts(at, ["a"]) == {"a": 2}


def test_comments_arrive_with_an_import(at: Project, tmp_path: Path) -> None:
    other = Project.create(tmp_path / "other", at.schema)
    arrivals = other.arrivals(by="anna")
    arrivals.take(read_back(exported(at)))
    arrivals.land()
    arrivals.close()
    assert ids(other) == ids(at)
    other.close()
