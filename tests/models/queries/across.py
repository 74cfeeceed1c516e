"""A project in which people have decided across articles, as `tests.annotations.compare.across.people` has them."""

from __future__ import annotations

from pathlib import Path

from annotations.compare.items import Verdict
from annotations.edits import Edit
from annotations.sets import PROJECT, AnnotationSet, Progress, State
from models.project import Project
from tests.annotations.compare.across.people import SCHEMA, TEXTS, Person
from tests.making import edit, put_articles


def stored(folder: Path, *people: Person) -> Project:
    """The project with their spans and facts, done, and what they say across articles."""
    project = Project.create(folder, SCHEMA)
    put_articles(project, **TEXTS)
    for who in people:
        for article in who.articles:
            items = [*article.spans, *article.facts, Progress(State.DONE)]
            edit(project, "work", AnnotationSet.of(article.id, who.said.annotator, items))
        decided(project, who)
    return project


def decided(project: Project, who: Person) -> None:
    """Writes what somebody says across articles by now."""
    name = who.said.annotator
    project.apply(Edit.between("decide", project.annotation_set(PROJECT, name), who.said), by=name)


def differing() -> tuple[Person, Person]:
    """Two who differ on an entity, a group and a verdict, one of whom says nothing of Lima; they agree on Peru."""
    anna, ben = Person("anna"), Person("ben")
    for who in (anna, ben):
        who.one("a:Peru", "b:Peru", "c:Peru")
        who.group("a", "b")
    anna.one("a:Houthi", "b:Huthi")
    anna.one("c:Houthis")
    ben.one("a:Houthi", "b:Huthi", "c:Houthis")
    anna.one("a:Lima", "b:Lima")
    anna.judge("a", Verdict.DIFFERS)
    return anna, ben
