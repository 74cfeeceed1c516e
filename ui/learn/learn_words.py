"""The words of the view Learn: what training rests on, how long it takes, and what came of it, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotations.agreement.tables import Cell, Table
from annotations.learn.shapes import (
    FEW_HELD_OUT,
    FEW_SPANS,
    Curve,
    EpochReport,
    FigureInterval,
    HeldOutArticle,
    LabelFigures,
    TrainingOutcome,
)
from annotations.text.counts import counted
from ui.plots.line_plots import BandPoint, LinePlot, PlotBand, PlotLine, PlotPoint

NONE = "–"
STAGES = {"first": "first training", "curve": "learning curve", "all": "once more, on all articles"}
SIGNS = {"better": "+ better", "worse": "− worse", "no clear difference": "≈ no clear difference"}
COUNTS, UNKNOWN = "counts only", "no verdict"
WHY = {  # in full, by verdict
    COUNTS: "too few held-out spans for a share",
    UNKNOWN: "there is no interval: too few articles are held out",
    SIGNS["no clear difference"]: "the interval of the difference holds 0",
}
COMPARED = (
    *("Label", "Verdict", "Held out", "F old", "F new", "Difference"),
    *("P old", "P new", "R old", "R new", "Seen"),
)
CURVE = "Would more articles help?"
F_UP, LOSS_UP = "F, per cent", "loss"
MOST = 50  # articles with errors that are listed


def share(value: float) -> str:
    """Return a share of 0..1 per cent.

    >>> share(0.4711)
    '47.1'
    """
    return f"{value * 100:.1f}"


def signed(value: float) -> str:
    """Return a difference of shares, per cent, with its sign.

    >>> signed(0.031), signed(-0.02), signed(0.0)
    ('+3.1', '−2.0', '0.0')
    """
    said = share(abs(value))
    return said if float(said) == 0 else f"{'+' if value > 0 else '−'}{said}"


def lasting(seconds: float) -> str:
    """Return how long that is, roughly.

    >>> lasting(1), lasting(44), lasting(100), lasting(7_300)
    ('1 second', '40 seconds', '2 minutes', '2 hours')
    """
    if seconds < 10:
        return counted(max(1, round(seconds)), "second")
    if seconds < 90:
        return f"{max(10, round(seconds / 10) * 10)} seconds"
    minutes = round(seconds / 60)
    return counted(minutes, "minute") if minutes < 90 else counted(round(minutes / 60), "hour")


# --- while it runs


def far(reports: Sequence[EpochReport]) -> str:
    """Return how far training is."""
    if not reports:
        return "Reading the articles…"
    report = reports[-1]
    left = f", about {lasting(report.left)} left" if report.left > 0 else ""
    stage = STAGES.get(report.stage, report.stage)
    return f"Epoch {report.epoch:,} of {report.of:,} ({stage}), {lasting(report.seconds)} so far{left}"


def best(reports: Sequence[EpochReport]) -> str:
    """Return which epoch is kept so far, and its F."""
    kept = kept_of(reports)
    return f"Best so far: epoch {kept.epoch:,}, F {share(kept.f)}." if kept else ""


def kept_of(reports: Sequence[EpochReport]) -> EpochReport | None:
    """Return the report of the epoch kept so far; None before there is one."""
    first = [report for report in reports if report.stage == "first"]
    return next((one for one in reversed(first) if one.epoch == first[-1].best), None)


def f_plot(reports: Sequence[EpochReport]) -> LinePlot:
    """Return F by epoch of the first training."""
    points = tuple(PlotPoint(one.epoch, one.f * 100) for one in reports if one.stage == "first")
    lines = (PlotLine("all labels", points),)
    return LinePlot("F by epoch", "epoch", F_UP, lines, bounds=(0, 100), reach=_epochs(reports))


def loss_plot(reports: Sequence[EpochReport]) -> LinePlot:
    """Return the loss by epoch of the first training."""
    points = tuple(PlotPoint(one.epoch, one.loss) for one in reports if one.stage == "first")
    return LinePlot("Loss by epoch", "epoch", LOSS_UP, (PlotLine("loss", points),), reach=_epochs(reports))


def _epochs(reports: Sequence[EpochReport]) -> tuple[float, float]:
    """Return the first epoch and the last that there may be."""
    return 1.0, float(max([2, *(one.of for one in reports if one.stage == "first")]))


def labels_table(reports: Sequence[EpochReport]) -> Table:
    """Return F of each label, in the last epoch and in the one kept so far."""
    first = [one for one in reports if one.stage == "first"]
    now: Mapping[str, float] = first[-1].labels if first else {}
    kept = kept_of(reports)
    best_labels: Mapping[str, float] = kept.labels if kept else {}
    rows = tuple(
        (Cell(name), Cell(share(f)), Cell(share(best_labels[name]) if name in best_labels else NONE))
        for name, f in sorted(now.items())
    )
    return Table("", "F of each label", ("Label", "F now", "F kept"), rows)


# --- what came of it


def compared(outcome: TrainingOutcome) -> Table:
    """Return old against new, a row a label, all labels first."""
    whole = (outcome.all_labels,) if outcome.all_labels else ()
    rows = tuple(_row(figures) for figures in (*whole, *outcome.labels))
    return Table("", "Old against new on the same held-out articles", COMPARED, rows, names=2)


def _row(one: LabelFigures) -> tuple[Cell, ...]:
    old = _figures(one, "old", one.found_before, one.right_before, one.before)
    new = _figures(one, "new", one.found_after, one.right_after, one.after)
    f, precision, recall = zip(old, new, strict=True)
    return (
        Cell(one.label, _about(one)),
        Cell(verdict(one), _verdict_in_full(one)),
        Cell(f"{one.held_out:,}"),
        *f,
        _difference(one),
        *precision,
        *recall,
        Cell(_seen(one), SEEN),
    )


def _seen(one: LabelFigures) -> str:
    if not one.held_out:
        return NONE
    return (
        f"{one.seen * one.held_out:.0f} of {one.held_out}" if is_counted(one) else f"{one.seen * 100:.0f} %"
    )


def _about(one: LabelFigures) -> str:
    begun = f"; it began as {one.mapped_from}" if one.mapped_from else ""
    return f"trained by {counted(one.trained, 'span')}{begun}"


def _figures(
    one: LabelFigures, side: str, found: int, right: int, f: FigureInterval
) -> tuple[Cell, Cell, Cell]:
    """Return F, precision and recall of a side; where there is too little for shares, the counts."""
    among = f"{right:,} of {found:,} that the {side} pipeline finds are right"
    of = f"{right:,} of {one.held_out:,} were found by the {side} pipeline"
    if is_counted(one):
        counts = (
            Cell(f"{right:,} of {many:,}" if many else NONE, why)
            for many, why in ((found, among), (one.held_out, of))
        )
        return (Cell(NONE, FEW), *counts)  # type: ignore[return-value]
    bounds = "" if f.low is None or f.high is None else f", 95 % interval {share(f.low)} to {share(f.high)}"
    precision, recall = right / found if found else 0.0, right / one.held_out if one.held_out else 0.0
    return (
        Cell(share(f.value), f"of the {side} pipeline{bounds}"),
        Cell(share(precision), among),
        Cell(share(recall), of),
    )


SEEN = "of its held-out spans, that wordings seen alone would find"
FEW = "too few held-out spans for a share: the counts are all there is"


def _difference(one: LabelFigures) -> Cell:
    low, high = one.difference.low, one.difference.high
    if is_counted(one):
        more = one.right_after - one.right_before
        return Cell(f"{more:+,} right".replace("-", "−") if one.held_out else NONE, FEW)
    if low is None or high is None:
        return Cell(signed(one.difference.value), "no interval: too few held-out articles")
    said = f"{signed(one.difference.value)} [{signed(low)}, {signed(high)}]"
    return Cell(said, "of F, new less old, with its 95 % interval")


def is_counted(one: LabelFigures) -> bool:
    """Return whether there are too few held-out spans for shares, so that counts are shown."""
    return one.held_out < FEW_HELD_OUT


def verdict(one: LabelFigures) -> str:
    """Return the verdict as a sign and a word."""
    if one.too_few:
        return f"too few to learn ({one.trained:,})"
    return SIGNS.get(one.verdict, one.verdict) or (COUNTS if is_counted(one) else UNKNOWN)


def _verdict_in_full(one: LabelFigures) -> str:
    if one.too_few:
        return (
            f"{counted(one.trained, 'span')} of about {FEW_SPANS} that it takes: it stays with wordings seen"
        )
    return WHY.get(verdict(one), "")


def news(outcome: TrainingOutcome) -> str:
    """Return in one sentence what came of a training."""
    whole = outcome.all_labels
    if outcome.folder is None or whole is None:
        return "Training is over; no pipeline was kept."
    if is_counted(whole):
        right = f"{whole.right_after:,} of {whole.held_out:,} held-out spans against {whole.right_before:,}"
        return f"{outcome.folder.name} is trained: it finds {right}."
    return (
        f"{outcome.folder.name} is trained: F {share(whole.after.value)} against {share(whole.before.value)}."
    )


def rested(outcome: TrainingOutcome) -> str:
    """Return what training took: articles, spans, epochs, time."""
    much = f"{counted(outcome.articles, 'article')} with {counted(outcome.spans, 'span')}"
    return f"Learned from {much} in {counted(outcome.epochs, 'epoch')}, {lasting(outcome.seconds)}."


def curve_plot(curve: Curve) -> LinePlot:
    """Return the learning curve, and what twice the articles would reach as a band."""
    measured = tuple(PlotPoint(point.articles, point.f * 100) for point in curve.points)
    bands: tuple[PlotBand, ...] = ()
    if curve.low is not None and curve.high is not None and measured:
        last = measured[-1]
        ends = BandPoint(curve.then, curve.low * 100, curve.high * 100)
        bands = (PlotBand("forecast", (BandPoint(last.x, last.y, last.y), ends)),)
    lines = (PlotLine("measured", measured),)
    ys = [at.y for at in measured] + [
        edge for band in bands for at in band.points for edge in (at.low, at.high)
    ]
    bounds = (max(0.0, (min(ys) - 5) // 10 * 10), min(100.0, (max(ys) + 15) // 10 * 10)) if ys else None
    return LinePlot(CURVE, "articles", F_UP, lines, bands, says=curve.words, bounds=bounds)


def worst(articles: Sequence[HeldOutArticle]) -> list[HeldOutArticle]:
    """Return the articles with errors of the new pipeline, those with the most new ones first."""
    wrong = [one for one in articles if one.errors_after]
    return sorted(wrong, key=lambda one: (one.errors_before - one.errors_after, -one.errors_after))[:MOST]


def errors(one: HeldOutArticle) -> str:
    """Return how many errors both pipelines make in the article."""
    return f"{counted(one.errors_after, 'error')}; the old pipeline makes {one.errors_before:,}"
