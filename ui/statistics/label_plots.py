"""The plots of labels: how often each is used, what is corrected into what, what is mentioned, how long a span takes."""

from __future__ import annotations

from annotations.statistics.shapes import CorrectionsPart, DecisionTimes, EntitiesPart, LabelsPart, TimesPart
from annotations.text.counts import counted
from ui.plots.bar_plots import BarPlot, PlotBar
from ui.plots.pair_plots import PairPlot, PlotPair
from ui.statistics.lines import CONFIRMED, DECIDED, Whose, most_of

USED, CONFUSED, MENTIONED, LONG, LONG_FATES = (
    "How often is each label used?",
    "Which labels are corrected into one another?",
    "What is mentioned most?",
    "How long does a span take?",
    "How long does each decision take?",
)
HALF = "half of them"
NO_TIMES = "No decision was timed yet: a time is that between two decisions, one by one, without a pause."


def used(part: LabelsPart, whose: Whose) -> BarPlot:
    """Return how many confirmed spans each label has."""
    found = sorted((one for one in part.labels if one.count), key=lambda one: (-one.count, one.label))
    bars = tuple(
        PlotBar(one.label, (one.count,), "", (whose.behind(("label", one.label), CONFIRMED),) * 2)
        for one in found
    )
    return BarPlot(
        USED,
        "label",
        ("confirmed spans",),
        bars,
        says="Confirmed spans by label",
        empty="No span is confirmed yet.",
    )


def confused(part: CorrectionsPart, whose: Whose) -> PairPlot:
    """Return which labels were corrected into which."""
    pairs = tuple(
        PlotPair(
            one.suggested,
            one.given,
            one.count,
            whose.behind(("label", one.given), ("was", one.suggested)),
        )
        for one in part.pairs
    )
    return PairPlot(
        CONFUSED,
        "suggested",
        "confirmed as",
        pairs,
        says=f"{counted(sum(pair.count for pair in pairs), 'suggestion')} confirmed with another label",
        empty="No suggestion was confirmed with another label yet.",
    )


def mentioned(part: EntitiesPart, whose: Whose) -> BarPlot:
    """Return what is mentioned most."""
    bars = tuple(
        PlotBar(
            one.name,
            (one.mentions,),
            counted(one.articles, "article"),
            (whose.behind(*((("label", one.label),) if one.label else ()), CONFIRMED, words=(one.name,)),)
            * 2,
            f"{one.mentions:,} in {counted(one.articles, 'article')}",
        )
        for one in part.things
    )
    says = f"Confirmed spans by what they name{most_of(len(bars), part.of)}"
    return BarPlot(
        MENTIONED,
        "thing",
        ("mentions",),
        bars,
        "in",
        has_sums=False,
        says=says,
        empty="No span is confirmed yet.",
    )


def long_labels(part: TimesPart, whose: Whose) -> BarPlot:
    """Return how long a decision of each label takes: the median, and between which times half of them lie."""
    found = [one for one in part.times if one.label and not one.fate]
    return _times(LONG, "label", found, part, whose)


def long_fates(part: TimesPart, whose: Whose) -> BarPlot:
    """Return how long a decision takes by what became of the suggestion."""
    found = [one for one in part.times if one.fate and not one.label]
    return _times(LONG_FATES, "decision", found, part, whose)


def _times(title: str, of: str, found: list[DecisionTimes], part: TimesPart, whose: Whose) -> BarPlot:
    bars = tuple(
        PlotBar(
            one.label or one.fate,
            (float(one.median),),
            f"{seconds(one.lower)} to {seconds(one.upper)} s",
            (whose.behind(("label", one.label), DECIDED),) * 2 if one.label else (),
            f"{seconds(one.median)} s, half {seconds(one.lower)} to {seconds(one.upper)} s",
        )
        for one in sorted(found, key=lambda one: (-one.median, one.label, one.fate))
    )
    left = counted(part.idle + part.together, "decision")
    says = f"Seconds, the median; {left} left out, after a pause or together with others"
    return BarPlot(title, of, ("seconds",), bars, HALF, has_sums=False, says=says, empty=NO_TIMES, digits=2)


def seconds(value: float) -> str:
    """Return seconds as they stand in a plot.

    >>> seconds(2.345), seconds(0.04)
    ('2.3', '0.04')
    """
    return f"{value:,.1f}" if value >= 0.1 or not value else f"{value:.1g}"
