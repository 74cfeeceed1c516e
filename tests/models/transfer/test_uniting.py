"""Several records of one annotator on one text, as tools write tasks and rows: one set, each item once."""

from __future__ import annotations

from annotations.articles import Article, article_id
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Boilerplate, Item, Progress, State, Topic
from annotations.spans import Status
from models.project import Project
from tests.making import TEXT, annotators_of, arrive, put_articles, span, suggested

A = Article("a", TEXT, "Title")
REJECTED = Status.REJECTED


def task(*items: Item, annotator: str = "anna", file: str = "x.jsonl", article: Article = A) -> Record:
    made = AnnotationSet.of(article.id, annotator, items)
    return Record(article, made, file=file, line=1, unites=True)


def found(project: Project, who: str = "anna") -> list[tuple[int, int, str]]:
    spans = project.annotation_set("a", who).spans.values()
    return sorted((span.start, span.end, span.status.value) for span in spans)


def test_the_spans_of_several_tasks_are_one_set(project: Project) -> None:
    report = arrive(project, task(span(0, 10)), task(span(18, 22)), task(span(0, 10)))
    assert (report.articles, report.sets, report.problems) == (1, 1, [])
    assert found(project) == [(0, 10, "confirmed"), (18, 22, "confirmed")]
    assert project.history.problems() == []


def test_a_span_that_is_there_under_another_id_is_there_once(project: Project) -> None:
    fact = Fact("f", "MEETING", roles=(Role("who", (Filler(0, 10, "other"),)),))
    arrive(project, task(span(0, 10, id_="one")), task(span(0, 10, id_="other"), fact))
    made = project.annotation_set("a", "anna")
    assert list(made.spans) == ["one"]
    assert made.facts["f"].span_ids() == {"one"}


def test_another_span_with_an_id_that_is_taken_gets_its_own(project: Project) -> None:
    arrive(project, task(span(0, 10, id_="one")), task(span(18, 22, id_="one")))
    assert found(project) == [(0, 10, "confirmed"), (18, 22, "confirmed")]


def test_a_span_confirmed_in_one_task_and_rejected_in_another_is_confirmed(project: Project) -> None:
    no, yes = span(0, 10, status=REJECTED), span(18, 22)
    report = arrive(project, task(no, yes), task(span(0, 10)), task(span(18, 22, status=REJECTED)))
    assert found(project) == [(0, 10, "confirmed"), (18, 22, "confirmed")]
    both = "is confirmed in one record of anna on a and rejected in another: it counts as confirmed."
    assert report.notices == [f"x.jsonl:1: PERSON 0-10 {both}", f"x.jsonl:1: PERSON 18-22 {both}"]


def test_a_fact_that_says_the_same_is_there_once(project: Project) -> None:
    one, two, three = (
        Fact(id_, "MEETING", roles=(Role("who", (Filler(0, end),)),))
        for id_, end in (("f", 10), ("g", 10), ("f", 4))
    )
    arrive(project, task(one), task(two), task(three))
    facts = project.annotation_set("a", "anna").facts.values()
    assert sorted(fact.ranges() for fact in facts) == [[(0, 4)], [(0, 10)]]


def test_topics_boilerplate_and_the_furthest_progress_come_together(project: Project) -> None:
    arrive(
        project,
        task(Topic("War"), Progress(State.STARTED), Boilerplate(0, 4)),
        task(Topic("Peace"), Topic("War"), Progress(State.DONE), Boilerplate(0, 4, REJECTED)),
        task(Progress(State.STARTED, skipped="dull")),
    )
    made = project.annotation_set("a", "anna")
    assert (sorted(made.topics), made.progress) == (["Peace", "War"], Progress(State.DONE))
    assert list(made.boilerplate.values()) == [Boilerplate(0, 4)]


def test_a_suggestion_of_what_all_have_decided_in_the_same_import_is_none(project: Project) -> None:
    pool = Record(A, None, (suggested(0, 10), suggested(18, 22)), unites=True)
    arrive(project, pool, task(span(0, 10)), task(span(0, 10), span(18, 22), annotator="bert"))
    assert [(one.start, one.end) for one in project.pool("a")] == [(18, 22)]


def test_the_same_tasks_again_are_there_already_and_others_are_other_work(project: Project) -> None:
    tasks = [task(span(0, 10)), task(span(18, 22))]
    arrive(project, *tasks)
    again = arrive(project, *tasks)
    assert (again.sets, again.already, again.problems) == (0, ["x.jsonl:1: anna's work on a"], [])
    other = arrive(project, task(span(0, 4)), task(span(5, 10)))
    assert (
        other.problems[0].reason
        == "anna has other work on a already; name another annotator with --annotator."
    )
    assert (other.sets, other.labels) == (0, set())
    assert project.history.problems() == []


def test_a_record_without_an_id_is_of_the_article_with_its_text(project: Project) -> None:
    put_articles(project, a=TEXT)
    arrive(project, task(span(0, 10), article=Article(article_id(TEXT), TEXT)))
    assert found(project) == [(0, 10, "confirmed")]


def test_records_with_ids_of_their_own_are_articles_of_their_own(project: Project) -> None:
    report = arrive(project, task(span(0, 10)), task(span(0, 10), article=Article("b", TEXT)))
    assert (report.articles, report.sets) == (2, 2)
    assert report.notices == ["x.jsonl:1: b has the same text as a: kept as a second article."]


def test_own_records_are_whole_and_the_same_one_again_is_no_mistake(project: Project) -> None:
    own = [Record(A, AnnotationSet.of("a", "anna", [span(0, end, origin="x")])) for end in (10, 10, 4)]
    report = arrive(project, *own)
    assert (report.already, [problem.reason for problem in report.problems]) == (
        [": anna's work on a"],
        ["anna's work on a is twice in these files."],
    )
    assert found(project) == [(0, 10, "confirmed")]


# --- files that say nothing of whose work they hold


def unsigned(file: str, *items: Item, article: Article = A) -> Record:
    return task(*items, annotator="", file=file, article=article)


def test_files_with_work_on_the_same_text_are_of_those_they_are_named_after(project: Project) -> None:
    report = arrive(
        project, unsigned("alice.jsonl", span(0, 10)), unsigned("bob.jsonl", span(0, 4)), by="root"
    )
    assert annotators_of(project, "a") == ["alice", "bob"]
    assert (found(project, "alice"), found(project, "bob")) == ([(0, 10, "confirmed")], [(0, 4, "confirmed")])
    assert report.notices[0].startswith(
        "alice and bob are taken as annotators, from the names of files or folders"
    )
    assert project.history.problems() == []


def test_files_that_are_named_after_nobody_are_one_persons(project: Project) -> None:
    report = arrive(project, unsigned("train.jsonl", span(0, 10)), unsigned("dev.jsonl", span(0, 4)))
    assert annotators_of(project, "a") == ["anna"]
    assert found(project) == [(0, 4, "confirmed"), (0, 10, "confirmed")]
    assert (
        "train.jsonl and dev.jsonl, and none of them says whose: it was united as anna's."
        in report.notices[0]
    )


def test_files_on_other_texts_are_one_persons_without_a_word(project: Project) -> None:
    other = Article("b", "Another text.")
    report = arrive(
        project,
        unsigned("alice.jsonl", Progress(State.DONE)),
        unsigned("bob.jsonl", Progress(State.DONE), article=other),
    )
    assert (annotators_of(project, "a"), annotators_of(project, "b"), report.notices) == (
        ["anna"],
        ["anna"],
        [],
    )


def test_whoever_is_named_with_the_import_has_the_work_of_all_files(project: Project) -> None:
    arrive(project, unsigned("alice.jsonl", span(0, 10)), unsigned("bob.jsonl", span(0, 4)), annotator="cy")
    assert (annotators_of(project, "a"), len(found(project, "cy"))) == (["cy"], 2)


def test_a_file_named_after_somebody_adds_to_what_they_signed(project: Project) -> None:
    signed = task(span(18, 22), annotator="alice", file="old.jsonl")
    arrive(project, unsigned("alice.jsonl", span(0, 10)), unsigned("bob.jsonl", span(0, 4)), signed)
    assert found(project, "alice") == [(0, 10, "confirmed"), (18, 22, "confirmed")]


def test_files_by_annotator_again_are_there_already(project: Project) -> None:
    files = [unsigned("alice.jsonl", span(0, 10)), unsigned("bob.jsonl", span(0, 4))]
    arrive(project, *files)
    assert arrive(project, *files).already == [
        "alice.jsonl:1: alice's work on a",
        "bob.jsonl:1: bob's work on a",
    ]


def test_what_a_tool_had_besides_goes_to_the_annotator_of_the_file(project: Project) -> None:
    def with_kept(file: str) -> Record:
        kept = {"came_from": {"tool": "t", "record": {}, "works": {"": {"work": {"n": file}, "items": {}}}}}
        return unsigned(file, span(0, 10), article=Article("a", TEXT, "", kept))

    arrive(project, with_kept("alice.jsonl"), with_kept("bob.jsonl"), by="root")
    works = project.article("a").meta["came_from"]["works"]
    assert {name: work["work"]["n"] for name, work in works.items()} == {
        "alice": "alice.jsonl",
        "bob": "bob.jsonl",
    }
