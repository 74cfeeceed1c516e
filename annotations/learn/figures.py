"""The figures of the pipeline in use and of the new one, on the same held-out articles.

Intervals come from drawing articles, not spans: spans of one article are not independent.  Where too few
spans or articles say anything, counts are all there is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotations.learn.shapes import (
    FEW_HELD_OUT,
    FEW_SPANS,
    FigureInterval,
    HeldOutArticle,
    LabelFigures,
    Lesson,
)
from annotations.processes.quick_dataclass import dataclass
from annotations.training.scores import ALL, Marking

if TYPE_CHECKING:
    from numpy.typing import NDArray

DRAWS, SEED = 1000, 0
FEWEST_ARTICLES = 10  # that say anything of a label; from fewer a bootstrap gives no interval worth showing
BETTER, WORSE, UNCLEAR = "better", "worse", "no clear difference"

Finds = Sequence[Collection[Marking]]  # of each held-out article


@dataclass(frozen=True)
class HeldOutFinds:
    """The finds in the held-out articles, in their order: of the pipeline in use, the new one, wordings alone."""

    before: Finds
    after: Finds
    seen: Finds


class _Tallies:
    """The counts of one label in each held-out article: marked, found and right before and after, right by wordings."""

    def __init__(self) -> None:
        self.rows: list[list[int]] = []

    def totals(self) -> list[int]:
        return [sum(column) for column in zip(*self.rows, strict=True)]

    def telling(self) -> int:
        """Return how many articles say anything."""
        return sum(any(row) for row in self.rows)


def figures(
    held_out: Sequence[Lesson],
    finds: HeldOutFinds,
    labels: Sequence[str],
    trained: Mapping[str, int],
    mapped: Mapping[str, str],
) -> tuple[LabelFigures, tuple[LabelFigures, ...]]:
    """Return the figures over all labels, and those of each label in the order given.

    `trained`: spans by label that train; `mapped`: the parent's label by the new one.
    """
    tallies = _tallies(held_out, finds, labels)
    drawn = _draws(len(held_out))
    of_label = tuple(_figures_of(label, tallies[label], drawn, trained, mapped) for label in labels)
    every = {ALL: sum(trained.values())}
    return _figures_of(ALL, tallies[ALL], drawn, every, {ALL: ALL}), of_label


def errors_by_article(held_out: Sequence[Lesson], finds: HeldOutFinds) -> tuple[HeldOutArticle, ...]:
    """Return the held-out articles with their errors, those with the most new ones first."""
    found = [
        HeldOutArticle(lesson.id, len(set(lesson.marks) ^ set(before)), len(set(lesson.marks) ^ set(after)))
        for lesson, before, after in zip(held_out, finds.before, finds.after, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: (one.errors_before - one.errors_after, -one.errors_after)))


def _tallies(held_out: Sequence[Lesson], finds: HeldOutFinds, labels: Sequence[str]) -> dict[str, _Tallies]:
    tallies = {name: _Tallies() for name in (*labels, ALL)}
    for lesson, *found in zip(held_out, finds.before, finds.after, finds.seen, strict=True):
        for label in labels:
            marked, before, after, seen = (
                {mark for mark in marks if mark.label == label} for marks in (lesson.marks, *found)
            )
            counts = (marked, before, marked & before, after, marked & after, marked & seen)
            tallies[label].rows.append([len(one) for one in counts])
        rows = (tallies[label].rows[-1] for label in labels)
        tallies[ALL].rows.append([sum(column) for column in zip(*rows, strict=True)])
    return tallies


def _draws(articles: int) -> NDArray[Any]:
    """Return how often each article is in each of the draws."""
    import numpy

    if not articles:
        return numpy.zeros((DRAWS, 0), int)
    shares = numpy.full(articles, 1 / articles)
    return numpy.random.default_rng(SEED).multinomial(articles, shares, size=DRAWS)


def _figures_of(
    label: str,
    tallies: _Tallies,
    drawn: NDArray[Any],
    trained: Mapping[str, int],
    mapped: Mapping[str, str],
) -> LabelFigures:
    marked, found_before, right_before, found_after, right_after, seen = tallies.totals() or [0] * 6
    before, after, difference = _intervals(tallies, drawn)
    spans = trained.get(label, 0)
    return LabelFigures(
        label=label,
        held_out=marked,
        trained=spans,
        found_before=found_before,
        right_before=right_before,
        found_after=found_after,
        right_after=right_after,
        before=before,
        after=after,
        difference=difference,
        verdict=_verdict(difference),
        seen=seen / marked if marked else 0.0,
        too_few=spans < FEW_SPANS and label not in mapped,
        mapped_from="" if label == ALL else mapped.get(label, ""),
    )


def _intervals(
    tallies: _Tallies, drawn: NDArray[Any]
) -> tuple[FigureInterval, FigureInterval, FigureInterval]:
    """Return F before, F after and their difference, with intervals where there is enough for them."""
    marked, found_before, right_before, found_after, right_after, _ = tallies.totals() or [0] * 6
    before, after = _f(marked, found_before, right_before), _f(marked, found_after, right_after)
    values = before, after, after - before
    if marked < FEW_HELD_OUT or tallies.telling() < FEWEST_ARTICLES:
        return FigureInterval(values[0]), FigureInterval(values[1]), FigureInterval(values[2])
    import numpy

    sums = drawn @ numpy.array(tallies.rows)
    many, there, hit_there, here, hit_here, _ = sums.T
    with numpy.errstate(invalid="ignore", divide="ignore"):
        drawn_before, drawn_after = 2 * hit_there / (many + there), 2 * hit_here / (many + here)
    all_draws = drawn_before, drawn_after, drawn_after - drawn_before
    one, two, three = (_interval(value, of) for value, of in zip(values, all_draws, strict=True))
    return one, two, three


def _f(marked: int, found: int, right: int) -> float:
    return 2 * right / (marked + found) if marked + found else 0.0


def _interval(value: float, drawn: NDArray[Any]) -> FigureInterval:
    import numpy

    low, high = numpy.nanpercentile(drawn, [2.5, 97.5])
    return FigureInterval(value, float(low), float(high))


def _verdict(difference: FigureInterval) -> str:
    if difference.low is None or difference.high is None:
        return ""
    return BETTER if difference.low > 0 else WORSE if difference.high < 0 else UNCLEAR
