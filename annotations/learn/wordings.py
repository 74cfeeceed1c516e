"""The wordings that lessons confirm: what they find alone, and whether they go before a new pipeline or behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from annotations.learn.shapes import Lesson
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from annotations.spans import Span, new_id
from annotations.suggest.mentions import Learned, Repeat, seen
from annotations.suggest.settling import PIPELINE, PIPELINE_FIRST, WORDINGS_FIRST, settled
from annotations.suggest.standing import StandCount, standing
from annotations.text.wording_index import WordingIndex
from annotations.training.scores import Marking

NO_SCORE = -1.0


def learned_from(lessons: Sequence[Lesson]) -> Learned:
    """Return what the confirmed spans of the lessons teach, and the places that are not marked in finished ones."""
    counts = Counter(
        (lesson.text[mark.start : mark.end], mark.label) for lesson in lessons for mark in lesson.marks
    )
    stands = _standing([lesson for lesson in lessons if lesson.is_done], {wording for wording, _ in counts})
    unmarked = {wording for wording, count in stands.items() if not count.speaks}
    return Learned.of(((wording, label, many, 0) for (wording, label), many in counts.items()), unmarked)


def _standing(lessons: Iterable[Lesson], wordings: Iterable[str]) -> dict[str, StandCount]:
    index, found = WordingIndex(wordings), dict[str, StandCount]()
    for lesson in lessons:
        spans = (Span(new_id(), *mark) for mark in lesson.marks)
        sheet = Sheet((), AnnotationSet.of(lesson.id, "", spans))
        for wording, count in standing(lesson.text, index, sheet).items():
            before = found.get(wording, StandCount(0, 0))
            found[wording] = StandCount(before.stands + count.stands, before.marked + count.marked)
    return found


def found_by_wordings(lessons: Iterable[Lesson], learned: Learned) -> list[list[Marking]]:
    """Return what the wordings alone find in each of the lessons' texts."""
    return [_marks(settled(list(seen(one.text, learned)), one.text, [], learned, "")[0]) for one in lessons]


def better_order(held_back: Sequence[Lesson], found: Sequence[Collection[Marking]], learned: Learned) -> str:
    """Return whether wordings go before the pipeline or behind it, by F on lessons that neither learned from.

    `found`: what the pipeline finds in each.  Behind, where that makes no difference.
    """
    first, behind = (_f(held_back, found, learned, order) for order in (WORDINGS_FIRST, PIPELINE_FIRST))
    return WORDINGS_FIRST if first > behind else PIPELINE_FIRST


def _f(
    held_back: Sequence[Lesson], found: Sequence[Collection[Marking]], learned: Learned, order: str
) -> float:
    right = size = 0
    for lesson, marks in zip(held_back, found, strict=True):
        places = [*(Repeat(*mark, NO_SCORE, PIPELINE) for mark in marks), *seen(lesson.text, learned)]
        kept = {*_marks(settled(places, lesson.text, [], learned, order)[0])}
        right += len(kept & {*lesson.marks})
        size += len(kept) + len(lesson.marks)
    return 2 * right / size if size else 0.0


def _marks(places: Iterable[Repeat]) -> list[Marking]:
    return [Marking(place.start, place.end, place.label) for place in places]
