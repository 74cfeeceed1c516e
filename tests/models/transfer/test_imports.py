"""An import: whose work it is, which article it is of, and nothing of it when it is cancelled."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.articles import Article, article_id
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.problems import Problem
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Status
from models.project import Project
from models.queries import articles as article_queries
from models.queries import undecided_counts
from models.store.arriving_across import without_ids
from tests.making import (
    TEXT,
    annotators_of,
    arrive,
    edit,
    exported,
    put_articles,
    read_back,
    small_project,
    span,
    suggested,
)
from tests.strategies import annotation_sets, articles, examples

A = Article("a", TEXT, "Title")


def work(*items, annotator: str = "anna", article: str = "a", state: State = State.DONE) -> AnnotationSet:
    return AnnotationSet.of(article, annotator, [*items, Progress(state)])


def reasons(report) -> list[str]:
    return [problem.reason for problem in report.problems]


def test_articles_arrive_with_text_details_and_words_to_search(project: Project) -> None:
    report = arrive(project, Record(Article("a", TEXT, "Title", {"url": "x"})))
    assert (report.articles, report.sets) == (1, 0)
    assert project.article("a") == Article("a", TEXT, "Title", {"url": "x"})
    assert project.db.rows("SELECT rowid FROM article_words WHERE article_words MATCH 'oslo'") == [(1,)]
    assert project.db.rows("SELECT length, hash FROM article") == [(len(TEXT), article_id(TEXT))]


def test_a_set_arrives_under_the_name_in_its_file(project: Project) -> None:
    made = work(span(0, 10, origin="x"), annotator="bob")
    report = arrive(project, Record(A, made))
    assert (report.articles, report.sets, report.labels) == (1, 1, {"PERSON"})
    assert project.annotation_set("a", "bob") == made
    assert project.history.problems() == []


def test_a_set_arrives_under_the_name_that_was_asked_for(project: Project) -> None:
    arrive(project, Record(A, work(annotator="bob")), annotator="cy")
    assert annotators_of(project, "a") == ["cy"]


def test_a_set_without_a_name_is_the_importers(project: Project) -> None:
    arrive(project, Record(A, work(annotator="")), by="dee")
    assert annotators_of(project, "a") == ["dee"]


def test_a_span_without_origin_was_imported(project: Project) -> None:
    arrive(project, Record(A, work(span(0, 10), span(18, 22, origin="bob"))))
    made = project.annotation_set("a", "anna").spans
    assert [made[id_].origin for id_ in ("s0-10PERSON", "s18-22PERSON")] == ["imported", "bob"]


def test_spans_can_arrive_as_suggestions(project: Project) -> None:
    report = arrive(project, Record(A, work(span(0, 10, score=0.5))), as_suggestions=True)
    assert report.sets == 0
    assert annotators_of(project, "a") == []
    (made,) = project.pool("a")
    assert (made.status, made.origin, made.score) == (Status.SUGGESTED, "imported", 0.5)


# --- which article it is: design section 3


def test_a_record_with_a_known_id_and_the_same_text_adds_its_set(project: Project) -> None:
    put_articles(project, a=TEXT)
    report = arrive(project, Record(A, work()))
    assert (report.articles, report.sets, report.problems) == (0, 1, [])


def test_a_record_without_id_adds_its_set_to_the_article_with_its_text(project: Project) -> None:
    id_ = article_id(TEXT)
    for who in ("anna", "bob"):
        arrive(project, Record(Article(id_, TEXT), work(annotator=who, article=id_)))
    assert annotators_of(project, id_) == ["anna", "bob"]
    assert project.db.row("SELECT count(*) FROM article") == (1,)


def test_a_known_id_with_another_text_is_refused(project: Project) -> None:
    put_articles(project, a=TEXT)
    report = arrive(project, Record(Article("a", "Other."), work(), file="x.jsonl", line=3))
    assert [str(p) for p in report.problems] == [
        "x.jsonl:3: There is an article a with another text already."
    ]
    assert project.article("a").text == TEXT
    assert annotators_of(project, "a") == []


def test_another_id_with_the_same_text_is_a_second_article_and_reported(project: Project) -> None:
    put_articles(project, a=TEXT)
    report = arrive(project, Record(Article("b", TEXT)), Record(Article("c", TEXT)))
    assert report.articles == 2
    assert [notice.split(":")[0] for notice in report.notices] == [
        "b has the same text as a",
        "c has the same text as b",
    ]


def test_a_plain_file_already_there_is_skipped_and_listed(project: Project) -> None:
    plain = Record(Article(article_id(TEXT), TEXT, "Title"), plain=True, file="x.txt")
    report = arrive(project, plain, plain)
    assert (report.articles, report.already, report.problems) == (1, ["x.txt: Title"], [])
    assert arrive(project, plain).already == ["x.txt: Title"]


def test_a_plain_file_whose_text_is_there_under_another_id_is_skipped(project: Project) -> None:
    put_articles(project, a=TEXT)
    plain = Record(Article(article_id(TEXT), TEXT), plain=True, file="x.txt")
    assert arrive(project, plain).articles == 0


def test_the_same_work_again_is_listed_and_other_work_refused(project: Project) -> None:
    made = work(span(0, 10, origin="x"))
    arrive(project, Record(A, made))
    again = arrive(project, Record(A, made, file="x.jsonl", line=1))
    assert (again.already, again.problems) == (["x.jsonl:1: anna's work on a"], [])
    other = arrive(project, Record(A, work(span(0, 5, origin="x"))))
    assert "anna has other work on a already; name another annotator" in reasons(other)[0]
    assert project.annotation_set("a", "anna") == made


def test_two_sets_of_one_annotator_on_one_article_are_one_too_many(project: Project) -> None:
    report = arrive(project, Record(A, work()), Record(A, work(span(0, 5))))
    assert (report.sets, reasons(report)) == (1, ["anna's work on a is twice in these files."])


def test_problems_are_collected_and_the_rest_arrives(project: Project) -> None:
    report = arrive(project, Problem("x", 1, "Bad."), Record(A), Problem("x", 3, "Bad too."))
    assert (report.articles, reasons(report)) == (1, ["Bad.", "Bad too."])


# --- whole or not at all


def test_an_import_that_is_cancelled_leaves_nothing(project: Project) -> None:
    def entries():
        yield from (Record(Article(f"n{n}", f"{TEXT} {n}"), work(article=f"n{n}")) for n in range(20))
        raise KeyboardInterrupt

    before = exported(project)
    with pytest.raises(KeyboardInterrupt):
        arrive(project, *entries())
    assert exported(project) == before
    assert project.db.row("SELECT count(*) FROM event") == (0,)


def test_a_project_can_be_worked_on_while_an_import_is_laid_out(project: Project) -> None:
    put_articles(project, a=TEXT)
    arrivals, other = project.arrivals(by="bob"), Project(project.folder)
    arrivals.take([Record(Article("b", "Another."))])
    edit(other, "label", other.annotation_set("a", "anna").having(span(0, 5)))
    arrivals.land()
    arrivals.close()
    assert other.article("b").text == "Another."
    assert project.history.problems() == []
    other.close()


def test_the_same_articles_imported_by_somebody_else_meanwhile_are_refused(project: Project) -> None:
    other = Project(project.folder)
    arrivals = project.arrivals(by="anna")
    arrivals.take([Record(A)])
    put_articles(other, a="Another text.")
    with pytest.raises(Exception, match="imported the same articles meanwhile; nothing was imported"):
        arrivals.land()
    arrivals.close()
    assert project.article("a").text == "Another text."
    other.close()


def test_work_that_began_meanwhile_is_not_overwritten(project: Project) -> None:
    put_articles(project, a=TEXT)
    arrivals = project.arrivals(by="anna")
    arrivals.take([Record(A, work(span(0, 5, "ORG")))])
    edit(project, "label", project.annotation_set("a", "anna").having(span(0, 10)))
    with pytest.raises(Exception, match="was left as it was"):
        arrivals.land()
    arrivals.close()
    assert list(project.annotation_set("a", "anna").spans) == ["s0-10PERSON"]
    assert project.history.problems() == []


def test_a_pool_that_arrives_is_counted_again(project: Project) -> None:
    arrive(project, Record(A, None, (suggested(0, 10),)))
    assert undecided_counts.tally(project.db, "a", "anna") == (1, 0.5, 0)
    arrive(project, Record(A, None, (suggested(0, 10), suggested(28, 32, "GPE", score=0.2))))
    assert article_queries.listed(project, ["a"], "anna")["a"].undecided == 2


def test_what_an_import_brings_has_no_tombstone(project: Project) -> None:
    put_articles(project, a=TEXT)
    edit(project, "label", project.annotation_set("a", "anna").having(span(0, 10)))
    project.undo("anna")
    arrive(project, Record(A, work(span(0, 10))))
    assert project.db.row("SELECT count(*) FROM tombstone") == (0,)


def test_labels_of_refused_work_are_not_reported(project: Project) -> None:
    arrive(project, Record(A, work()))
    assert arrive(project, Record(A, work(span(0, 5, "ODD")))).labels == set()


def test_rejected_spans_do_not_arrive_as_suggestions(project: Project) -> None:
    arrive(project, Record(A, work(span(0, 10, status=Status.REJECTED))), as_suggestions=True)
    assert project.pool("a") == []


# --- there and back


def round_trip(text: str, folder: Path) -> str:
    """What a fresh project exports that took in that JSONL."""
    fresh = small_project(folder)
    try:
        report = arrive(fresh, *read_back(text), by="importer")
        assert reasons(report) == []
        assert fresh.history.problems() == []
        return exported(fresh)
    finally:
        fresh.close()


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_an_export_of_everything_is_taken_in_without_loss(
    data, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("p")
    first = small_project(folder / "first")
    made = {}
    for article in (data.draw(articles("a")), data.draw(articles("b"))):
        for who in data.draw(st.lists(st.sampled_from(["anna", "bob", "Çağla"]), min_size=1, unique=True)):
            made[article.id, who] = data.draw(annotation_sets(article, who))
            pool = (
                suggested(0, 1),
                Fact("pf", "A", roles=(Role("r", (Filler(0, 1),)),), status=Status.SUGGESTED, origin="x"),
            )
            arrive(first, Record(article, made[article.id, who], pool))
    assert all(first.annotation_set(*key) == without_ids(value) for key, value in made.items())
    said = exported(first)
    first.close()
    assert round_trip(said, folder / "second") == said


def test_articles_without_a_set_come_back_without_one(project: Project, tmp_path: Path) -> None:
    put_articles(project, a=TEXT)
    assert round_trip(exported(project), tmp_path / "second") == exported(project)


def test_metadata_of_any_depth_is_no_trouble(project: Project) -> None:
    deep = ((n, "[" * n + "]" * n) for n in range(700, 1000))
    lines = (f'{{"text": "Article {n}.", "meta": {{"n": {nested}}}}}' for n, nested in deep)
    report = arrive(project, *read_back("\n".join(lines)))
    assert report.articles + len(report.problems) == 300
