"""Writes tests/projects/vN: a project of today's database version, for test_migrations.

Run it once for a new version, before the next migration is written: python -m tests.make_old_project
"""

from __future__ import annotations

import gzip
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations import span_verbs
from annotations.articles import Article
from annotations.facts import Fact, Filler, Number, Role
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Boilerplate, Comment, Progress, State
from annotations.spans import Span
from models.project import Project
from models.store.migrations import MIGRATIONS
from tests.making import SMALL, arrive, edit, suggested

TEXT = "Ferries ran aground off Oslo\r\n\r\nTwo tugs pulled the 🛳 free."


def fill(project: Project) -> None:
    """Two sets, one imported; a pool; an undone edit, a finished article."""
    bob = AnnotationSet.of("ferry", "bob", [Span("b", 24, 28, "GPE"), Progress(State.STARTED)])
    arrive(project, Record(Article("ferry", TEXT, "Ferries", {"published": "2024-01-23"}), bob))
    project.set_pools([("ferry", [suggested(0, 7, "ORG", "s1"), suggested(32, 35, "ORG", "s3")])], by="rules")
    anna = project.annotation_set("ferry", "anna")
    anna = (
        edit(project, "confirm", span_verbs.confirm(anna, suggested(0, 7, "ORG", "s1")))
        .changes[0]
        .applied(anna)
    )
    anna = anna.having(Span("s2", 24, 28, "GPE", origin="anna"), Boilerplate(28, 32))
    anna = anna.having(Comment("c1", "which one?", "anna", "2024-01-24T10:00:00Z", on="s2"))
    fact = Fact(
        "f1", "COUNT", (41, 47), (Role("count", (Filler(32, 35, None, Number(2)), Filler(0, 7, "s1"))),)
    )
    edit(project, "put fact", span_verbs.put_fact(anna, fact))
    edit(project, "label", project.annotation_set("ferry", "anna").having(Span("s4", 8, 11, "GPE")))
    project.undo("anna")
    edit(project, "finish", span_verbs.finish(project.annotation_set("ferry", "anna")))


def main() -> None:
    folder = Path(__file__).parent / "projects" / f"v{len(MIGRATIONS)}"
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as temporary:
        project = Project.create(Path(temporary) / "p", SMALL)
        fill(project)
        project.close()
        (folder / "project.yaml").write_bytes((project.folder / "project.yaml").read_bytes())
        (folder / "project.db.gz").write_bytes(
            gzip.compress((project.folder / "project.db").read_bytes(), mtime=0)
        )


if __name__ == "__main__":
    main()
