"""What there is to learn from at a look, which is what a training then takes."""

from __future__ import annotations

from annotations.sets import AnnotationSet, Progress, State
from models.project import Project
from models.queries.training.gathering import gathered
from models.queries.training.ground import finished_by, ground
from models.transfer.training.held_out import parted
from tests.making import edit, put_articles, span


def work_on(project: Project, id_: str, *items: object) -> None:
    edit(project, "work", AnnotationSet.of(id_, "anna", items))  # type: ignore[arg-type]


def test_skipped_articles_are_no_ground(project: Project) -> None:
    put_articles(project, a="Oslo and Bergen.", b="Oslo and Bergen.", c="Oslo.", d="Oslo.")
    oslo = span(0, 4, "GPE", origin="anna")
    work_on(project, "a", oslo, Progress(State.DONE))
    work_on(project, "b", oslo, Progress(State.DONE, skipped="no article"))
    work_on(project, "c", oslo, Progress(State.STARTED))
    work_on(project, "d", oslo, Progress(State.STARTED, skipped="no article"))
    found, work = ground(project, project.schema, "anna"), gathered(project, project.schema, "anna")
    assert (found.finished, found.spans, found.length) == (1, 1, 16) == (len(work.finished), work.spans(), 16)
    assert (found.started, found.started_spans) == (1, 1)
    assert finished_by(project) == {"anna": 1}


def test_what_is_held_out_is_that_of_the_split_that_a_training_keeps_to(project: Project) -> None:
    ids = [f"a{n}" for n in range(10)]
    put_articles(project, **{id_: f"Oslo {id_} has port number {n * 7}." for n, id_ in enumerate(ids)})
    for id_ in ids:
        work_on(project, id_, span(0, 4, "GPE", origin="anna"), Progress(State.DONE))
    assert ground(project, project.schema, "anna").held_out == 0
    sides = {
        "no split": ["test"] * 10,
        "80/20 seed 1": ["test"] * 2 + ["train"] * 8,
        "80/20 seed 2": ["test"] * 3 + ["train"] * 7,
    }
    with project.db.writing():
        sql = "INSERT INTO split SELECT ?, number, ? FROM article WHERE id = ?"
        rows = (
            (name, side, id_) for name, said in sides.items() for side, id_ in zip(said, ids, strict=True)
        )
        project.db.many(sql, rows)
    found = ground(project, project.schema, "anna")
    lessons = parted(project, gathered(project, project.schema, "anna"))
    assert found.held_out == len(lessons.held_out) == 3
    assert [(one.label, one.held_out) for one in found.labels if one.spans] == [("GPE", 3)]
