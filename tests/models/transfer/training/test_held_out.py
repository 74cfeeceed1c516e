"""The articles that are held out of every training of a project."""

from __future__ import annotations

from annotations.sets import AnnotationSet, Progress, State
from models.project import Project
from models.queries.training.gathering import gathered
from models.transfer.training.held_out import PartedLessons, parted
from tests.making import edit, put_articles, span


def finished(project: Project, count: int, first: int = 0, state: State = State.DONE) -> None:
    texts = {
        f"a{n}": f"Ship {n} left port number {n * 7} with {n * 13} tonnes of cargo {n}."
        for n in range(first, count)
    }
    put_articles(project, **texts)
    for id_ in texts:
        made = AnnotationSet.of(id_, "anna", [span(0, 4, "ORG", origin="anna"), Progress(state)])
        edit(project, "work", made)


def parts(project: Project) -> PartedLessons:
    return parted(project, gathered(project, project.schema, "anna"))


def ids(lessons: object) -> set[str]:
    return {one.id for one in lessons}  # type: ignore[attr-defined]


def test_a_fifth_is_held_out_and_stays_so_when_more_come(project: Project) -> None:
    finished(project, 20)
    first = parts(project)
    assert (len(first.train), len(first.held_out)) == (16, 4)
    finished(project, 40, first=20)
    later = parts(project)
    assert ids(first.held_out) <= ids(later.held_out)
    assert ids(first.train) <= ids(later.train)
    assert len(later.held_out) == 8
    assert later.split == first.split


def test_the_split_of_an_export_is_kept_to(project: Project) -> None:
    finished(project, 20)
    rows = ((f"a{n}", "test" if n in (3, 4) else "dev" if n == 5 else "train") for n in range(20))
    with project.db.writing():
        sql = "INSERT INTO split SELECT '80/10/10 seed 7', number, ? FROM article WHERE id = ?"
        project.db.many(sql, ((side, id_) for id_, side in rows))
    found = parts(project)
    assert (ids(found.held_out), found.split) == ({"a3", "a4"}, "80/10/10 seed 7")


def test_a_started_article_gets_a_side_before_it_teaches(project: Project) -> None:
    finished(project, 20, state=State.STARTED)
    first = parts(project)
    assert (first.held_out, first.waiting) == ((), 4)
    assert len(first.train) == 16


def test_articles_that_are_the_same_stay_on_one_side(project: Project) -> None:
    texts = {
        f"b{n}": f"The very same report of the harbour master, as all papers had it on the day. {n}"
        for n in range(5)
    }
    put_articles(project, **texts)
    for id_ in texts:
        edit(
            project,
            "work",
            AnnotationSet.of(id_, "anna", [span(4, 8, "ORG", origin="anna"), Progress(State.DONE)]),
        )
    finished(project, 20)
    found = parts(project)
    same = ids(found.held_out) & texts.keys()
    assert len(same) in (0, 5)
