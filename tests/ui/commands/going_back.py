"""What the tests of going back to a tool do: import a file, export it in its format, and edit in between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotations.edits import Edit
from annotations.sets import AnnotationSet
from models.project import Project
from models.queries import articles as article_queries
from tests.ui.windows import run


def imported(given: Path, *words: str) -> Path:
    """The project, made beside the file, with the file in it."""
    project = given.parent / "p"
    if not project.exists():
        assert run("new", project, "--schema", "blank") == 0
    assert run("import", project, given, *words) == 0
    return project


def exported(project: Path, format: str) -> str:
    out = project.parent / "out"
    assert (
        run("export", project, out, "--format", format, "--articles", "all", "--spans", "all", "--json") == 0
    )
    return out.read_text("utf-8")


def edited(project: Path, change: Callable[[AnnotationSet], AnnotationSet]) -> None:
    """Applies the change to the set of the first annotator on the first article."""
    at = Project(project)
    try:
        made = at.annotation_set(article_queries.article_ids(at)[0], article_queries.annotators(at)[0])
        at.apply(Edit.between("test", made, change(made)), by=made.annotator)
    finally:
        at.close()
