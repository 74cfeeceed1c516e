"""The sentences about a training: how much its figures rest on, what was left out, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from annotations.learn.figures import BETTER, FEWEST_ARTICLES, WORSE
from annotations.learn.shapes import FEW_HELD_OUT, FEW_SPANS, FIRST_TRY, FigureInterval, LabelFigures
from annotations.processes.quick_dataclass import dataclass
from annotations.text.counts import counted

NAMED = 8  # labels that one sentence names
MUCH = 0.5  # share of unchanged suggestions from which it is said


@dataclass(frozen=True)
class Circumstances:
    """The numbers that the sentences are made of.

    `finished`: articles that train; `held_out`: those that test.  `started`: articles of which the decided part
    trains, `waiting`: of which nothing does, for they will be held out.  `nested`: spans in longer ones.
    `unchanged`: the share of the held-out spans that a machine suggested and nobody changed.  `known`: held-out
    articles that trained the pipeline in use.  `lost`: its labels that the project has and the new one lacks, for nothing is
    marked with them; `gone`: its other labels.
    """

    finished: int
    held_out: int
    in_use: str
    started: int = 0
    waiting: int = 0
    nested: int = 0
    unchanged: float = 0.0
    known: int = 0
    lost: Collection[str] = ()
    gone: Collection[str] = ()
    before: Sequence[str] = ()  # sentences of what was found out before
    notes: Sequence[str] = ()  # of the recipe


def headline(every: LabelFigures, told: Circumstances) -> str:
    """Return the sentence above the table."""
    first = "A first try: " if told.finished + told.held_out < FIRST_TRY else ""
    if not told.held_out:
        return f"{first}no article is held out, so nothing could be measured."
    on = f"{counted(every.held_out, 'span')} in {counted(told.held_out, 'held-out article')}"
    if every.held_out < FEW_HELD_OUT:
        said = f"{_right(every.right_after, every)} right instead of {every.right_before:,}, on {on}."
        return _begun(first, said)
    values = f"F {_f(every.after)} instead of {_f(every.before)}, on {on}"
    verdict = {BETTER: "better: ", WORSE: "worse: "}.get(every.verdict, "")
    if every.verdict and not verdict:
        verdict = "no clear difference: "
    return _begun(first, f"{verdict}{values}.")


def notes(every: LabelFigures, labels: Sequence[LabelFigures], told: Circumstances) -> tuple[str, ...]:
    """Return what else is to be known, a sentence each."""
    return (
        *_about_figures(every, told),
        *_about_labels(labels, told),
        *_left_out(told),
        *told.before,
        *told.notes,
    )


def _about_figures(every: LabelFigures, told: Circumstances) -> Iterator[str]:
    if told.held_out and every.held_out < FEW_HELD_OUT:
        yield f"Fewer than {FEW_HELD_OUT} spans are held out, so there are counts and no percentages."
    if told.held_out and every.after.low is None:
        yield (
            f"There are no intervals: that takes {FEWEST_ARTICLES} held-out articles and {FEW_HELD_OUT} spans, and "
            f"there are {told.held_out:,} and {every.held_out:,}."
        )
    if told.known:
        yield (
            f"{counted(told.known, 'held-out article')} trained {told.in_use}, before there was this split: its figures "
            "flatter it."
        )
    if told.unchanged >= MUCH:
        yield (
            f"{100 * told.unchanged:.0f} % of the held-out spans were suggested and confirmed unchanged, which flatters "
            "the pipeline that suggested them."
        )


def _about_labels(labels: Sequence[LabelFigures], told: Circumstances) -> Iterator[str]:
    few = [f"{one.label} ({one.trained:,} of about {FEW_SPANS})" for one in labels if one.too_few]
    if few:
        yield f"Too few to learn: {_listed(few)}. Seen wordings still suggest these."
    if told.lost:
        yield f"Nothing is marked as {_listed(sorted(told.lost))}: {told.in_use} finds it, the new pipeline does not."
    if told.gone:
        yield f"{told.in_use} also knows {_listed(sorted(told.gone))}, which the project has no labels for."


def _left_out(told: Circumstances) -> Iterator[str]:
    if told.started:
        yield f"Of {counted(told.started, 'started article')} only what was decided was learned from."
    if told.waiting:
        yield f"{counted(told.waiting, 'started article')} will be held out once finished, and were not learned from."
    if told.nested:
        yield f"{counted(told.nested, 'span')} inside longer ones were left out; a pipeline finds no nested spans."


def left_out(reasons: Mapping[str, int]) -> list[str]:
    """Return how many spans no pipeline can learn, a sentence for each reason."""
    return [
        f"{counted(many, 'span')} {reason}, left out." for reason, many in sorted(reasons.items()) if many
    ]


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{more}"


def _begun(first: str, said: str) -> str:
    return first + said if first else said[:1].upper() + said[1:]


def _right(count: int, every: LabelFigures) -> str:
    return f"{count:,} of {every.held_out:,}"


def _f(figure: FigureInterval) -> str:
    if figure.low is None or figure.high is None:
        return f"{100 * figure.value:.0f}"
    return f"{100 * figure.value:.0f} ({100 * figure.low:.0f} to {100 * figure.high:.0f})"


def mapping(mapped: Mapping[str, str]) -> str:
    """Return which labels began as one of the parent's; "" where none did."""
    pairs = [f"{new} as {old}" for new, old in sorted(mapped.items()) if new != old]
    return f"Labels that began as one of the parent's: {_listed(pairs)}." if pairs else ""
