"""The work of one annotator, or gold, as a pipeline learns from it.

Finished articles teach by what is marked in them and by what is not; started ones by what was decided alone.
Boilerplate is cut out: nobody marks anything there, and nothing is suggested there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from typing import NamedTuple

from annotations.learn.shapes import Lesson
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import ordered_roles
from annotations.schema.types import Schema
from annotations.sets import FINISHED, GOLD, AnnotationSet
from annotations.sheet import Sheet
from annotations.span_index import SpanIndex
from annotations.spans import Span, Status
from annotations.training.scores import Marking
from models.queries.articles import annotators
from models.queries.training.ground import TAKEN
from models.queries.true_golds import true_gold
from models.store.articles import stored_article
from models.store.database import Database, HasDatabase, shown_set, stored_pool

JOIN = "\n\n"  # between the parts of a text from which boilerplate was cut
IMPORTED = "imported"
BEGUN = (
    "SELECT article.id FROM article JOIN item ON item.article = number "
    f"WHERE annotator = ? AND {TAKEN} ORDER BY number"
)


@dataclass
class GatheredWork:
    """The lessons of one annotator, or gold, in the order of the articles.

    `confirmed`: spans by article; `unchanged`: those among them that a machine suggested and nobody changed.
    `nested`: spans that lie in a longer one, or cross it, and are left out.
    """

    annotator: str
    lessons: list[Lesson] = field(default_factory=list)
    confirmed: dict[str, int] = field(default_factory=dict)
    unchanged: dict[str, int] = field(default_factory=dict)
    nested: int = 0

    @property
    def finished(self) -> list[Lesson]:
        return [lesson for lesson in self.lessons if lesson.is_done]

    def spans(self) -> int:
        """Return how many spans the finished articles have."""
        return sum(len(lesson.marks) for lesson in self.finished)

    def share_unchanged(self, articles: Iterable[str]) -> float:
        """Return the share of those articles' spans that a machine suggested and nobody changed."""
        ids = list(articles)
        many = sum(self.confirmed[id_] for id_ in ids)
        return sum(self.unchanged[id_] for id_ in ids) / many if many else 0.0


class Cut(NamedTuple):
    """A text without boilerplate: where its parts began, ended, and begin now."""

    text: str
    starts: list[int]
    ends: list[int]
    now: list[int]

    @classmethod
    def of(cls, text: str, left_out: Iterable[tuple[int, int]]) -> Cut:
        bounds, at = list[tuple[int, int]](), 0
        for start, end in (*left_out, (len(text), len(text))):
            if text[at:start].strip():
                bounds.append((at, start))
            at = max(at, end)
        now, size = list[int](), 0
        for start, end in bounds:
            now.append(size)
            size += end - start + len(JOIN)
        kept = JOIN.join(text[start:end] for start, end in bounds)
        return cls(kept, [start for start, _ in bounds], [end for _, end in bounds], now)

    @classmethod
    def of_set(cls, database: Database, text: str, made: AnnotationSet) -> Cut:
        """Return the text without what is boilerplate to the set's annotator."""
        return cls.of(text, Sheet(stored_pool(database, made.article), made).boilerplate)

    def placed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the bounds of a stretch in the text now; None where it does not lie in one part."""
        part = bisect_right(self.starts, start) - 1
        if part < 0 or end > self.ends[part]:
            return None
        by = self.now[part] - self.starts[part]
        return start + by, end + by


def gathered(project: HasDatabase, schema: Schema, annotator: str) -> GatheredWork:
    """Return what the annotator's work, or gold, teaches about the labels that are in use."""
    work, people = GatheredWork(annotator), {*annotators(project), "", IMPORTED}
    for id_ in (row[0] for row in project.db.rows(BEGUN, (annotator,))):
        made = set_of(project.db, schema, id_, annotator)
        _add(work, project.db, made, schema.labels_in_use, people)
    return work


def set_of(database: Database, schema: Schema, article: str, annotator: str) -> AnnotationSet:
    """Return the annotator's set on the article; of gold, gold as it follows now."""
    if annotator == GOLD:
        return true_gold(database, article, ordered_roles(schema)).now
    return shown_set(database, article, annotator)


def _add(
    work: GatheredWork,
    database: Database,
    made: AnnotationSet,
    labels: Collection[str],
    people: Collection[str],
) -> None:
    """Add the set's lesson, unless it teaches nothing."""
    article, is_done = stored_article(database, made.article), made.state in FINISHED
    cut = Cut.of_set(database, article.text, made)
    spans = [span for span in made.spans.values() if span.label in labels]
    confirmed = [
        span for span in spans if span.status is Status.CONFIRMED and cut.placed(span.start, span.end)
    ]
    flat = flattened(confirmed)
    rejected = [span for span in spans if span.status is Status.REJECTED]
    index = SpanIndex(flat)
    outside = [(s.start, s.end) for s in rejected if not index.overlapping(s.start, s.end)]
    if not cut.text or not (is_done or flat or outside):
        return
    unchanged = sum(span.origin not in people and span.first is None for span in flat)
    work.nested += len(confirmed) - len(flat)
    work.confirmed[made.article], work.unchanged[made.article] = len(flat), unchanged
    work.lessons.append(
        Lesson(
            id=made.article,
            text=cut.text,
            marks=tuple(marks_of(cut, flat)),
            outside=tuple(sorted({place for bounds in outside if (place := cut.placed(*bounds))})),
            is_done=is_done,
            corrected=bool(rejected) or unchanged < len(flat) or (is_done and not flat),
        )
    )


def flattened(spans: Iterable[Span]) -> list[Span]:
    """Return the spans that overlap no longer one, in text order."""
    kept = SpanIndex(())
    for span in sorted(spans, key=lambda one: (one.start - one.end, one.start, one.label)):
        if not kept.overlapping(span.start, span.end):
            kept.add(span)
    return sorted(kept, key=lambda one: one.start)


def marks_of(cut: Cut, spans: Iterable[Span]) -> Iterator[Marking]:
    """Yield the spans where they stand in the text without boilerplate."""
    for span in spans:
        if place := cut.placed(span.start, span.end):
            yield Marking(*place, span.label)
