"""What decisions teach, counted from the log."""

from __future__ import annotations

from annotations import span_verbs
from annotations.edits import Edit
from annotations.spans import Span, Status
from annotations.suggest.mentions import SeenAs
from models.project import Project
from models.queries.wordings import learned_wordings
from tests.making import TEXT, put_articles

NAME = TEXT[0:10]


def decide(project: Project, article: str, verb, *arguments, **options) -> None:
    before = project.annotation_set(article, "anna")
    project.apply(Edit.between("decide", before, verb(before, *arguments, **options)), by="anna")


def suggestion(start: int = 0, end: int = 10, label: str = "PERSON") -> Span:
    return Span("s", start, end, label, Status.SUGGESTED, "rule", 0.9)


def test_a_confirmed_wording_is_learned_and_an_undone_one_is_not(project: Project) -> None:
    put_articles(project, a=TEXT)
    decide(project, "a", span_verbs.confirm, suggestion())
    assert dict(project.learning.learned("anna").seen) == {NAME: SeenAs("PERSON", 1, 1)}
    assert dict(project.learning.learned("ben").seen) == {}
    project.undo("anna")
    assert dict(project.learning.learned("anna").seen) == {}


def test_a_rejected_wording_is_not_learned_and_twice_rejected_it_is_stopped(project: Project) -> None:
    put_articles(project, a=TEXT, b=TEXT + " ")
    decide(project, "a", span_verbs.reject, suggestion())
    assert project.learning.learned("anna").stopped == frozenset()
    decide(project, "b", span_verbs.reject, suggestion())
    assert project.learning.learned("anna").stopped == {(NAME, "PERSON")}


def test_relabelling_moves_the_count(project: Project) -> None:
    put_articles(project, a=TEXT)
    decide(project, "a", span_verbs.label, 0, 10, "ORG", text=TEXT)
    span = next(iter(project.annotation_set("a", "anna").spans.values()))
    decide(project, "a", span_verbs.relabel, span, "PERSON")
    assert dict(project.learning.learned("anna").seen) == {NAME: SeenAs("PERSON", 1, 1)}


def test_the_log_is_taken_in_step_by_step(project: Project) -> None:
    put_articles(project, a=TEXT)
    for n in range(5):
        decide(project, "a", span_verbs.confirm, Span(f"s{n}", n, n + 3, "ORG"))
    steps = 1
    while learned_wordings.learn(project.db, most=2):
        steps += 1
    assert steps >= 3
    assert len(learned_wordings.learned(project.db, "anna").seen) == 5


def test_lines_that_a_sources_pages_share_are_its_sites(project: Project) -> None:
    pages = {f"p{n}": f"Story number {n} is here.\nFollow our channel now\n" for n in range(4)}
    put_articles(project, **pages)
    for id_ in pages:
        project.describe(id_, title="", meta={"source": "Gulf Desk"})
    shared = learned_wordings.site_lines(project.db, "Gulf Desk")
    assert len(shared) == 1
    assert (
        learned_wordings.site_lines(project.db, "Other")
        == learned_wordings.site_lines(project.db, "")
        == frozenset()
    )
