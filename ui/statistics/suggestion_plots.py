"""The plots of suggestions: how good they were, what was wrong with them, and how honest their scores are."""

from __future__ import annotations

from annotations.agreement.figures import Figure
from annotations.statistics.shapes import Fates, LabelsPart, Reliability, ReliabilityPart
from annotations.text.counts import counted
from ui.plots.bar_plots import BarPlot, PlotBar
from ui.plots.line_plots import CurvePlot, ScoreCurve, ScorePoint
from ui.plots.plots import NOTHING
from ui.statistics.lines import AS_IT_STOOD, CONFIRMED, CORRECTED, DECIDED, REJECTED, Asked, Whose, within

GOOD, ORIGINS, WRONG, MISSED = (
    "How good were the suggestions?",
    "Which kind of suggestion is right most often?",
    "What was wrong with them?",
    "What did they miss?",
)
HONEST = "Is the score honest?"
FATES = ("taken as it stood", "corrected", "rejected")
FAULTS = ("another label", "other bounds", "label and bounds", "rejected")
NONE = "No suggestion is decided yet: with the first one, this shows how often they were right."
NO_SCORES = "No suggestion with a score is decided yet: with some, this shows whether the scores keep what they promise."
SHARE = "right as it stood"
KINDS = {
    "model": "model",
    "rule": "rules",
    "seen": "wordings seen",
    "repeat": "repeated names",
    "pattern": "patterns",
    "imported": "imported",
    "all": "all",
}
ALL = "all"  # of every kind
MOST_CURVES = 3


def good(part: LabelsPart, whose: Whose, *, most: int = 0) -> BarPlot:
    """Return how often spans suggested with each label were right; of many labels the `most` with most of them."""
    labels = [one for one in part.labels if one.fates.suggested]
    shown = labels[:most] if most else labels
    bars = tuple(
        PlotBar(
            one.label,
            _three(one.fates),
            _share(one.fates.share_taken),
            (
                whose.behind(("label", one.label), DECIDED),
                whose.behind(("label", one.label), *AS_IT_STOOD),
                whose.behind(("was", one.label)),
                whose.behind(("label", one.label), REJECTED),
            ),
        )
        for one in shown
    )
    says = "Spans by the label suggested; the share that was right as it stood"
    if len(labels) > len(shown):
        says += f"; {counted(len(labels) - len(shown), 'more label')} under Suggestions"
    return BarPlot(GOOD, "label", FATES, bars, SHARE, says=says, empty=NONE)


def origins(part: LabelsPart, whose: Whose) -> BarPlot:
    """Return how often the suggestions of each kind of origin were right."""
    bars = tuple(
        PlotBar(
            KINDS.get(one.kind, one.kind),
            _three(one.fates),
            _share(one.fates.share_taken),
            (
                whose.behind(("origin", one.kind), DECIDED),
                whose.behind(("origin", one.kind), *AS_IT_STOOD),
                whose.behind(("origin", one.kind), CORRECTED),
                whose.behind(("origin", one.kind), REJECTED),
            ),
        )
        for one in part.kinds
        if one.fates.suggested
    )
    return BarPlot(ORIGINS, "found by", FATES, bars, SHARE, says="Spans by what suggested them", empty=NONE)


def wrong(part: LabelsPart, whose: Whose) -> BarPlot:
    """Return what was wrong with the suggestions of each label."""
    found = [one for one in part.labels if one.fates.corrected + one.fates.rejected]
    found.sort(key=lambda one: -(one.fates.corrected + one.fates.rejected))
    bars = []
    for one in found:
        edited, same = ("was", one.label), ("label", one.label)
        rejected, all_edited = whose.behind(same, REJECTED), whose.behind(edited)
        behind = (
            NOTHING
            if one.fates.corrected and one.fates.rejected
            else rejected
            if one.fates.rejected
            else all_edited,
            whose.behind(edited, ("-label", one.label)),
            whose.behind(edited, same),
            whose.behind(edited, ("-label", one.label)),
            rejected,
        )
        counts = one.fates.relabelled, one.fates.bounds, one.fates.both, one.fates.rejected
        share = _share(1 - one.fates.share_taken) if one.fates.share_taken is not None else ""
        bars.append(PlotBar(one.label, counts, share, behind))
    return BarPlot(
        WRONG,
        "label",
        FAULTS,
        tuple(bars),
        "not right",
        ("taken", "corrected", "added", "rejected"),
        says="Spans by the label suggested; the share that was not right",
        empty="Nothing that was suggested has been corrected or rejected yet."
        if part.total.suggested
        else NONE,
    )


def missed(part: LabelsPart, whose: Whose) -> BarPlot:
    """Return how many spans of each label were made by hand, beside those that were suggested and confirmed."""
    found = sorted((one for one in part.labels if one.fates.by_hand), key=lambda one: -one.fates.by_hand)
    bars = tuple(
        PlotBar(
            one.label,
            (one.fates.by_hand,),
            f"{one.fates.by_hand / one.count:.0%}" if one.count >= one.fates.by_hand else "",
            (whose.behind(("label", one.label), ("origin", "human"), CONFIRMED),) * 2,
        )
        for one in found
    )
    return BarPlot(
        MISSED,
        "label",
        ("added by hand",),
        bars,
        "of the label’s spans",
        ("added",),
        says="Spans that were made by hand; their share of all that have the label now",
        empty="No span was added by hand yet.",
    )


def honest(part: ReliabilityPart, whose: Whose) -> CurvePlot:
    """Return the share right against the score, for the kinds of origins with the most scores."""
    kinds = sorted((one for one in part.kinds if one.kind != ALL and one.count), key=lambda one: -one.count)
    drawn = [one for one in kinds if one.error.value is not None] or kinds[:1]
    curves = tuple(
        ScoreCurve(KINDS.get(one.kind, one.kind), _points(one, whose)) for one in drawn[:MOST_CURVES]
    )
    said = " ".join(filter(None, map(calibration, kinds)))
    return CurvePlot(
        HONEST,
        "score",
        "share right as it stood",
        tuple(curve for curve in curves if curve.points),
        says=said,
        empty=NO_SCORES,
        digits=2,
    )


def calibration(one: Reliability) -> str:
    """Return how far the scores of a kind are off, in words."""
    name = KINDS.get(one.kind, one.kind)
    named = name[:1].upper() + name[1:]
    if one.error.value is None:
        return f"{named}: {within(one.error.why)}." if one.error.why else ""
    return (
        f"{named}: scores are off by {_between(one.error)} on average ({counted(one.count, 'suggestion')})."
    )


def _points(one: Reliability, whose: Whose) -> tuple[ScorePoint, ...]:
    found = []
    for each in one.bins:
        if each.count and each.share.value is not None:
            low, high = each.share.low, each.share.high
            of_kind: tuple[Asked, ...] = () if one.kind == ALL else (("origin", one.kind),)
            below = f"<={each.high:g}" if each is one.bins[-1] else f"<{each.high:g}"
            behind = whose.behind(*of_kind, ("score", f">={each.low:g}"), ("score", below), DECIDED)
            middle = (each.low + each.high) / 2 if each.score is None else each.score
            share = each.share.value
            ends = (share if low is None else low, share if high is None else high)
            found.append(ScorePoint(middle, share, *ends, each.count, behind))
    return tuple(found)


def _three(fates: Fates) -> tuple[float, ...]:
    return fates.taken, fates.corrected, fates.rejected


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.0%}"


def _between(figure: Figure) -> str:
    value = f"{figure.value:.2f}"
    return (
        value
        if figure.interval is None
        else f"{value} ({figure.interval[0]:.2f} to {figure.interval[1]:.2f})"
    )
