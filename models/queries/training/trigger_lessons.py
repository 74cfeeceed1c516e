"""Confirmed facts as a trigger tagger learns from them: the triggers in finished articles, with their type as label."""

from __future__ import annotations

from collections.abc import Collection

from annotations.learn.shapes import Lesson
from annotations.schema.types import Schema
from annotations.sets import FINISHED
from annotations.spans import Span, Status
from models.queries.training.gathering import Cut, flattened, marks_of, set_of
from models.store.articles import stored_article
from models.store.database import HasDatabase


def trigger_lessons(
    project: HasDatabase, schema: Schema, annotator: str, articles: Collection[str]
) -> list[Lesson]:
    """Return the finished ones of the articles, with the triggers of confirmed facts of types that are in use."""
    found, types = [], {name for name, type_ in schema.facts.items() if not type_.archived}
    for id_ in articles:
        made = set_of(project.db, schema, id_, annotator)
        if made.state not in FINISHED:
            continue
        facts = (
            fact for fact in made.facts.values() if fact.status is Status.CONFIRMED and fact.type in types
        )
        triggers = [Span(fact.id, *fact.trigger, fact.type) for fact in facts if fact.trigger]
        cut = Cut.of_set(project.db, stored_article(project.db, id_).text, made)
        if cut.text:
            found.append(Lesson(id_, cut.text, tuple(marks_of(cut, flattened(triggers)))))
    return found
